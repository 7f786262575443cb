//! What a row may point to: what the database holds already, and what earlier files of the same import bring.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use policy::{Level, ResidentId};

use super::occupation::CLASSIFICATIONS;
use crate::db::catalogue::CatalogueEdition;
use crate::db::occupation::CLASSIFICATION;
use crate::db::{self, Database};
use crate::register::Register;

/// The keys that rows may point to.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// By classification and code, the levels that exist.
    pub(super) occupations: HashMap<(String, String), Vec<Level>>,
    pub(super) districts: HashSet<String>,
    pub(super) universities: HashSet<String>,
    pub(super) institutions: HashSet<String>,
    pub(super) bases: HashSet<String>,
    /// By id, how many seats are taken.
    pub(super) courses: HashMap<String, i32>,
    /// Residents of this import alone: stored ones are sealed.
    pub(super) residents: HashSet<ResidentId>,
    /// By id, the editions of the catalogue.
    pub(super) editions: HashMap<String, CatalogueEdition>,
    /// How the policy is read.
    pub(super) register: Register,
    /// The day of the import.
    pub(super) today: NaiveDate,
}

impl Known {
    /// Returns what the database holds.
    ///
    /// # Errors
    ///
    /// If the database does not answer.
    pub(super) async fn load(database: &Database, today: NaiveDate) -> db::Result<Self> {
        let mut occupations = HashMap::new();
        for classification in CLASSIFICATIONS {
            for occupation in database.occupations(classification).await? {
                occupations.insert((occupation.classification, occupation.code), Vec::new());
            }
        }
        for existing in database.occupation_levels().await? {
            let key = (CLASSIFICATION.to_owned(), existing.occupation);
            occupations.entry(key).or_default().push(existing.level);
        }
        Ok(Self {
            occupations,
            districts: database
                .districts()
                .await?
                .into_iter()
                .map(|district| district.code)
                .collect(),
            universities: database
                .universities()
                .await?
                .into_iter()
                .map(|university| university.code)
                .collect(),
            institutions: database
                .institutions()
                .await?
                .into_iter()
                .map(|institution| institution.id)
                .collect(),
            bases: database
                .bases()
                .await?
                .into_iter()
                .map(|base| base.id)
                .collect(),
            courses: database.seats_taken().await?.into_iter().collect(),
            residents: HashSet::new(),
            editions: database
                .catalogue_editions()
                .await?
                .into_iter()
                .map(|edition| (edition.id.clone(), edition))
                .collect(),
            register: Register::load(database).await?,
            today,
        })
    }
}
