//! What is published, kept in memory so that lists and rules need no database: filled once, then kept up by the change feed.
//!
//! It may lag behind the database by a moment, as the search index does. Whatever decides (an enrolment, the seats on a
//! course's own page) asks the database itself.

mod catalogue;
mod courses;
mod editions;
mod filling;

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use policy::{BaseKind, Designation};

pub use self::catalogue::{Catalogue, Edition, promised};
pub use self::courses::{Courses, Open, Round};
pub use self::editions::{Discord, DiscordKind, discords};
use crate::db::{self, Database};
use crate::register::Register;

/// The shelf. Cloning shares it.
#[derive(Clone, Debug, Default)]
pub struct Shelf(Arc<RwLock<Arc<Stock>>>);

/// Everything on the shelf at one moment.
#[derive(Clone, Debug, Default)]
pub struct Stock {
    /// How far in the change feed it is.
    pub position: i64,
    /// Districts, by code.
    pub districts: Arc<Vec<db::place::District>>,
    /// Names of occupations, by code.
    pub occupations: Arc<HashMap<String, String>>,
    /// Every edition of the catalogue.
    pub catalogue: Arc<Catalogue>,
    /// How the policy is read.
    pub register: Arc<Register>,
    /// Institutions by id.
    pub institutions: Arc<HashMap<String, Host>>,
    /// Training bases by id, with their kind.
    pub bases: Arc<HashMap<String, (BaseKind, Host)>>,
    /// Published courses and slots.
    pub courses: Arc<Courses>,
    /// The latest figures of the whole city, by occupation.
    pub market: Arc<HashMap<String, Vec<db::market::MarketFigure>>>,
}

/// Who holds courses: what a card shows of an institution or base, and what the rules ask of it.
#[derive(Clone, Debug)]
pub struct Host {
    /// Name.
    pub name: String,
    /// District code.
    pub district: String,
    /// Designations of all times; none for a base.
    pub designations: Vec<Designation>,
    /// Made up for the demo.
    pub is_sample: bool,
}

impl Shelf {
    /// Returns what is on the shelf now.
    #[must_use]
    pub fn stock(&self) -> Arc<Stock> {
        self.0
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Brings the shelf up to the last published change.
    ///
    /// # Errors
    /// If the database does not answer; what is on the shelf stays.
    pub async fn catch_up(&self, database: &Database) -> db::Result<()> {
        let stock = self.stock();
        let refreshed = filling::caught_up(&stock, database).await?;
        if let Some(refreshed) = refreshed {
            *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(refreshed);
        }
        Ok(())
    }
}
