//! The catalogue's editions, and what the one in force says of an occupation and level.

use std::collections::HashMap;

use chrono::NaiveDate;
use policy::{Fen, Level, Listing, Programme};

use crate::db::catalogue::{CatalogueEdition, CatalogueEntry};

/// Practice is paid this share of the training standard (二（二）2 ¶2), in percent.
const PRACTICE_PERCENT: u64 = 60;

/// Every edition, the one that began last first.
#[derive(Clone, Debug, Default)]
pub struct Catalogue(pub Vec<Edition>);

/// One edition with its entries.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The edition itself.
    pub edition: CatalogueEdition,
    /// Its entries by occupation, each occupation's from level 5 to 1.
    pub entries: HashMap<String, Vec<CatalogueEntry>>,
}

impl Catalogue {
    /// Returns the edition in force on the day; of several, the one that began last.
    #[must_use]
    pub fn in_force(&self, on: NaiveDate) -> Option<&Edition> {
        self.0.iter().find(|edition| {
            edition.edition.from_on <= on && edition.edition.to_on.is_none_or(|last| last >= on)
        })
    }

    /// Says whether some edition has this tier in its shortage list.
    #[must_use]
    pub fn has_tier(&self, tier: &str) -> bool {
        self.0
            .iter()
            .flat_map(|edition| edition.entries.values().flatten())
            .any(|entry| entry.shortage_tier.as_deref() == Some(tier))
    }

    /// Returns where an occupation and level stand on the day, as the rules ask it.
    #[must_use]
    pub fn listing(&self, occupation: &str, level: Level, on: NaiveDate) -> Listing {
        match self.in_force(on) {
            None => Listing::NoEdition,
            Some(edition) => edition
                .entry(occupation, level)
                .map_or(Listing::NotListed, |entry| {
                    Listing::Listed(entry.as_listed())
                }),
        }
    }
}

impl Edition {
    /// Returns what the edition says of an occupation, level 5 first; nothing where it does not name it.
    #[must_use]
    pub fn entries_of(&self, occupation: &str) -> &[CatalogueEntry] {
        self.entries.get(occupation).map_or(&[], Vec::as_slice)
    }

    /// Returns the entry for an occupation and level.
    #[must_use]
    pub fn entry(&self, occupation: &str, level: Level) -> Option<&CatalogueEntry> {
        self.entries_of(occupation)
            .iter()
            .find(|entry| entry.level == level)
    }
}

/// Returns the training or practice subsidy that an entry promises for a course of the programme, for cards; the
/// decision itself is the policy's. Nothing where the entry is not subsidised or a figure is not published.
#[must_use]
pub fn promised(entry: &CatalogueEntry, programme: Option<Programme>) -> Option<Fen> {
    if !entry.is_subsidised {
        return None;
    }
    let listed = entry.as_listed();
    let top_up = u64::from(listed.top_up()?);
    let training = listed.training?;
    match programme {
        None
        | Some(
            Programme::EmploymentSkills | Programme::StudentSkills | Programme::LabourPreparation,
        ) => Some(training.share(100 + top_up, 100)),
        Some(Programme::StudentPractice) => {
            Some(training.share((100 + top_up) * PRACTICE_PERCENT, 10_000))
        }
        // paid by another policy, to somebody else, or with a share that is not published
        Some(_) => None,
    }
}
