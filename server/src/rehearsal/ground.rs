//! What synthetic residents are drawn from and decided by: the city's districts and the editions of its catalogue.

use std::collections::HashMap;

use chrono::NaiveDate;
use policy::{Coded, District, Level, Listing, OccupationCode};
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

use super::TopUp;
use crate::db;
use crate::shelf::{Edition, Stock};

/// A tier of the shortage list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tier {
    /// 一般紧缺.
    General,
    /// 比较紧缺.
    High,
    /// 特别紧缺.
    Very,
}

impl Coded for Tier {
    const ALL: &'static [Self] = &[Self::General, Self::High, Self::Very];

    fn code(self) -> &'static str {
        match self {
            Self::General => "general",
            Self::High => "high",
            Self::Very => "very",
        }
    }
}

/// What an edition says of one occupation at one level, as the rules see it, and its tier.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) occupation: OccupationCode,
    pub(super) level: Level,
    pub(super) listed: policy::CatalogueEntry,
    tier: Option<Tier>,
}

/// The districts and the catalogue of a city.
#[derive(Debug)]
pub struct Ground {
    /// Each as often as residents are drawn for it, by code.
    pub(super) districts: Vec<District>,
    /// What can be wanted: the entries of the edition in force, by occupation, then level 5 first.
    pub(super) entries: Vec<Entry>,
    /// Those of level 5 that are subsidised, by their place among the entries.
    primaries: Vec<usize>,
    /// Those in the shortage list.
    pub(super) short: Vec<usize>,
    editions: Vec<Period>,
}

/// An edition and the days on which it is in force.
#[derive(Debug)]
struct Period {
    from: NaiveDate,
    to: Option<NaiveDate>,
    entries: HashMap<(OccupationCode, Level), Entry>,
}

/// Why there is nothing to rehearse on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "no district or no subsidised entry-level occupation is published; import districts and a catalogue first"
)]
pub struct Barren;

impl Ground {
    /// Returns the ground that is published, for residents who ask on a day.
    ///
    /// # Errors
    /// [`Barren`] where no district or no subsidised occupation is published.
    pub fn of(stock: &Stock, on: NaiveDate) -> Result<Self, Barren> {
        let editions: Vec<Period> = stock.catalogue.0.iter().map(Period::of).collect();
        let in_force = editions
            .iter()
            .find(|period| period.covers(on))
            .or(editions.first())
            .ok_or(Barren)?;
        let mut entries: Vec<Entry> = in_force.entries.values().copied().collect();
        entries.sort_unstable_by(|one, other| {
            (one.occupation, other.level).cmp(&(other.occupation, one.level))
        });
        let places = |is_wanted: fn(&Entry) -> bool| -> Vec<usize> {
            let wanted = entries
                .iter()
                .enumerate()
                .filter(|(_, entry)| is_wanted(entry));
            wanted.map(|(place, _)| place).collect()
        };
        let primaries = places(|entry| entry.listed.subsidised && entry.level.is_primary());
        let short = places(|entry| entry.listed.shortage);
        let districts = weighted(&stock.districts);
        if districts.is_empty() || primaries.is_empty() {
            return Err(Barren);
        }
        Ok(Self {
            districts,
            primaries,
            short,
            entries,
            editions,
        })
    }

    /// Returns where an occupation and level stand on a day, with the top-ups proposed for their tier.
    pub(super) fn listing(
        &self,
        occupation: OccupationCode,
        level: Level,
        on: NaiveDate,
        top_ups: &[TopUp],
    ) -> Listing {
        let Some(period) = self.editions.iter().find(|period| period.covers(on)) else {
            return Listing::NoEdition;
        };
        let Some(entry) = period.entries.get(&(occupation, level)) else {
            return Listing::NotListed;
        };
        let proposed = top_ups
            .iter()
            .rev()
            .find(|top_up| Some(top_up.tier) == entry.tier && top_up.since <= on);
        let mut listed = entry.listed;
        if let Some(top_up) = proposed {
            listed.top_up_percent = Some(top_up.percent);
        }
        Listing::Listed(listed)
    }

    /// Returns a subsidised entry of level 5, each as often as any other.
    pub(super) fn primary(&self, random: &mut ChaCha8Rng) -> Entry {
        let place = self.primaries.choose(random);
        self.entries[*place.expect("a ground has primaries")]
    }

    /// Returns the entry for an occupation and level in the edition in force.
    pub(super) fn entry(&self, occupation: OccupationCode, level: Level) -> Option<&Entry> {
        self.entries
            .iter()
            .find(|entry| entry.occupation == occupation && entry.level == level)
    }
}

impl Period {
    fn of(edition: &Edition) -> Self {
        Self {
            from: edition.edition.from_on,
            to: edition.edition.to_on,
            entries: edition
                .entries
                .values()
                .flatten()
                .filter_map(Entry::of)
                .map(|entry| ((entry.occupation, entry.level), entry))
                .collect(),
        }
    }

    fn covers(&self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|last| last >= day)
    }
}

impl Entry {
    fn of(stored: &db::catalogue::CatalogueEntry) -> Option<Self> {
        Some(Self {
            occupation: stored.occupation.parse().ok()?,
            level: stored.level,
            listed: stored.as_listed(),
            tier: stored.shortage_tier.as_deref().and_then(Tier::from_code),
        })
    }
}

/// Returns each district several times: more people live in the city's districts than in its counties and zones.
fn weighted(districts: &[db::place::District]) -> Vec<District> {
    districts
        .iter()
        .filter_map(|district| {
            let times = match district.kind.as_str() {
                "district" => 4,
                "county" => 2,
                _ => 1,
            };
            Some(std::iter::repeat_n(district.code.parse().ok()?, times))
        })
        .flatten()
        .collect()
}
