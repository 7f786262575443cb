//! The demo city's data files, carried in the binary, and the few of them that the generator builds on.

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The classification's occupations, real.
pub(super) const OCCUPATIONS: &str = include_str!("../../demo/occupations.csv");
/// Districts, counties and pilot zones, real.
pub(super) const DISTRICTS: &str = include_str!("../../demo/districts.csv");
/// Universities and colleges, real.
pub(super) const UNIVERSITIES: &str = include_str!("../../demo/universities.csv");
/// Published figures, real.
pub(super) const PUBLISHED_FIGURES: &str = include_str!("../../demo/market_published.csv");
/// Institutions, invented.
pub(super) const INSTITUTIONS: &str = include_str!("../../demo/institutions.csv");
/// What they are designated for, invented.
pub(super) const DESIGNATIONS: &str = include_str!("../../demo/designations.csv");
/// Bases, invented.
pub(super) const BASES: &str = include_str!("../../demo/bases.csv");

const CATALOGUE: &str = include_str!("../../demo/catalogue.csv");
const BASE_OCCUPATIONS: &str = include_str!("../../demo/base_occupations.csv");

/// A line of the invented catalogue, the same for every edition.
#[derive(Debug, Deserialize)]
pub(super) struct Entry {
    pub(super) occupation: String,
    pub(super) level: u8,
    pub(super) hours: Option<u32>,
    pub(super) training_fen: Option<i64>,
    pub(super) appraisal_fen: Option<i64>,
    pub(super) is_subsidised: bool,
    pub(super) shortage_tier: String,
    pub(super) top_up_percent: Option<u32>,
}

/// What an institution is designated for.
#[derive(Debug, Deserialize)]
pub(super) struct Designation {
    pub(super) institution: String,
    pub(super) kind: String,
    pub(super) occupation: String,
    pub(super) level: Option<u8>,
    pub(super) to_on: Option<NaiveDate>,
}

/// An occupation that is practised at a base.
#[derive(Debug, Deserialize)]
pub(super) struct BaseOccupation {
    pub(super) base: String,
    pub(super) occupation: String,
}

#[derive(Debug, Deserialize)]
struct Occupation {
    code: String,
    name: String,
}

#[derive(Debug, Deserialize)]
struct Institution {
    id: String,
    district: String,
}

/// What the generator builds on.
#[derive(Debug)]
pub(super) struct Ground {
    /// The invented catalogue.
    pub(super) catalogue: Vec<Entry>,
    /// Every designation of every institution.
    pub(super) designations: Vec<Designation>,
    /// What is practised where.
    pub(super) base_occupations: Vec<BaseOccupation>,
    names: Vec<Occupation>,
    institutions: Vec<Institution>,
}

impl Ground {
    /// Returns the ground as the files hold it.
    pub(super) fn read() -> Self {
        Self {
            catalogue: rows(CATALOGUE),
            designations: rows(DESIGNATIONS),
            base_occupations: rows(BASE_OCCUPATIONS),
            names: rows(OCCUPATIONS),
            institutions: rows(INSTITUTIONS),
        }
    }

    /// Returns the subsidised entry of an occupation at a level.
    pub(super) fn entry(&self, occupation: &str, level: u8) -> Option<&Entry> {
        self.catalogue.iter().find(|entry| {
            entry.is_subsidised && entry.occupation == occupation && entry.level == level
        })
    }

    /// Returns an occupation's name.
    pub(super) fn name(&self, occupation: &str) -> &str {
        self.names
            .binary_search_by(|known| known.code.as_str().cmp(occupation))
            .map(|place| self.names[place].name.as_str())
            .expect(
                "the files name only occupations of the classification, which is sorted by code",
            )
    }

    /// Returns the district in which an institution lies.
    pub(super) fn district(&self, institution: &str) -> &str {
        self.institutions
            .binary_search_by(|known| known.id.as_str().cmp(institution))
            .map(|place| self.institutions[place].district.as_str())
            .expect("the files name only institutions of their own, which are sorted by id")
    }

    /// Returns the occupations of the catalogue, each once, in its order.
    pub(super) fn catalogue_occupations(&self) -> Vec<&str> {
        let mut occupations: Vec<&str> = self
            .catalogue
            .iter()
            .map(|entry| entry.occupation.as_str())
            .collect();
        occupations.dedup();
        occupations
    }
}

fn rows<T: DeserializeOwned>(file: &str) -> Vec<T> {
    csv::Reader::from_reader(file.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .expect("the files carried in the binary are read by a test")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_fit_together() {
        let ground = Ground::read();
        assert_eq!(ground.names.len(), 1632);
        assert!(ground.names.is_sorted_by(|one, next| one.code < next.code));
        assert!(
            ground
                .institutions
                .is_sorted_by(|one, next| one.id < next.id)
        );
        assert_eq!(ground.catalogue_occupations().len(), 39);
        for designation in &ground.designations {
            ground.district(&designation.institution);
            if let Some(level) = designation.level {
                assert!(
                    ground.entry(&designation.occupation, level).is_some(),
                    "{designation:?}"
                );
            }
        }
        for practised in &ground.base_occupations {
            assert!(
                ground.entry(&practised.occupation, 5).is_some(),
                "{practised:?}"
            );
        }
    }
}
