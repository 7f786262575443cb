//! The catalogue's editions, and what the one in force says of an occupation and level.

use std::collections::HashMap;

use chrono::NaiveDate;
use policy::{Course, Facts, Fen, Level, Listing, Payee, Programme, Published, Readings};

use crate::db::catalogue::{CatalogueEdition, CatalogueEntry};

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

/// Returns the training or practice subsidy that an entry promises a person for a course of the programme that starts
/// on the day, for cards. Nothing where the entry is not subsidised, a figure is not published, or another is paid.
#[must_use]
pub fn promised(
    entry: &CatalogueEntry,
    programme: Programme,
    readings: &Readings,
    on: NaiveDate,
) -> Option<Fen> {
    let published = Published {
        readings,
        listing: Listing::Listed(entry.as_listed()),
        ..Published::default()
    };
    // what is paid depends on nobody's facts
    let course = Course::new(programme, on);
    let money = policy::assess_course(&Facts::default(), &course, &published).money;
    money
        .practice
        .or(money.training)
        .filter(|_| money.paid_to == Some(Payee::Person))
}
