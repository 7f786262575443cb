//! Editions of the subsidised occupation catalogue and what each says of an occupation and level.

use chrono::NaiveDate;
use policy::{Fen, Level, Listing};
use sqlx::FromRow;

use super::stored::{MaybeFen, StoredLevel, level_number};
use super::{Database, Result, Transaction};

/// One edition of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct CatalogueEdition {
    /// Id, such as `2026`.
    pub id: String,
    /// Name.
    pub name: String,
    /// First day in force.
    pub from_on: NaiveDate,
    /// Last day in force; open where `None`.
    pub to_on: Option<NaiveDate>,
    /// The classification whose codes it uses.
    pub classification: String,
    /// Where it was published.
    pub source: Option<String>,
    /// Whether it was made up.
    #[sqlx(rename = "sample")]
    pub is_sample: bool,
}

/// What an edition says of one occupation at one level.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct CatalogueEntry {
    /// The edition's id.
    pub edition: String,
    /// Occupation code.
    pub occupation: String,
    /// The level.
    #[sqlx(try_from = "StoredLevel")]
    pub level: Level,
    /// Class hours.
    pub hours: Option<i32>,
    /// Training standard; `None` where not published.
    #[sqlx(rename = "training_fen", try_from = "MaybeFen")]
    pub training: Option<Fen>,
    /// Appraisal standard; `None` where not published.
    #[sqlx(rename = "appraisal_fen", try_from = "MaybeFen")]
    pub appraisal: Option<Fen>,
    /// Stands in the subsidised list.
    pub is_subsidised: bool,
    /// Tier in the shortage list; `None` where it does not stand there.
    pub shortage_tier: Option<String>,
    /// Top-up on the training standard in percent; `None` where the tier has no published one.
    pub top_up_percent: Option<i32>,
}

impl CatalogueEntry {
    /// Returns the entry as the policy's rules see it.
    #[must_use]
    pub fn as_listed(&self) -> policy::CatalogueEntry {
        policy::CatalogueEntry {
            subsidised: self.is_subsidised,
            shortage: self.shortage_tier.is_some(),
            training: self.training,
            appraisal: self.appraisal,
            top_up_percent: self
                .top_up_percent
                .and_then(|percent| u32::try_from(percent).ok()),
        }
    }
}

/// Where an occupation and level stand on a day, and in which edition that was looked up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The id of the edition in force; `None` where none is.
    pub edition: Option<String>,
    /// What it says.
    pub listing: Listing,
}

const IN_FORCE: &str = "select id, name, from_on, to_on, classification, source, sample
from catalogue_edition
where from_on <= $1
and (to_on is null or to_on >= $1)
order by from_on desc, id desc
limit 1";

const EDITIONS: &str = "select id, name, from_on, to_on, classification, source, sample
from catalogue_edition
order by from_on desc, id desc";

const ENTRIES: &str =
    "select edition, occupation, level, hours, training_fen, appraisal_fen, is_subsidised,
    shortage_tier, top_up_percent
from catalogue_entry
where edition = $1
order by occupation, level desc";

const ENTRIES_OF: &str =
    "select edition, occupation, level, hours, training_fen, appraisal_fen, is_subsidised,
    shortage_tier, top_up_percent
from catalogue_entry
where edition = $1
and occupation = $2
order by level desc";

const ENTRY: &str =
    "select edition, occupation, level, hours, training_fen, appraisal_fen, is_subsidised,
    shortage_tier, top_up_percent
from catalogue_entry
where edition = $1
and occupation = $2
and level = $3";

const PUT_EDITION: &str =
    "insert into catalogue_edition (id, name, from_on, to_on, classification, source, sample)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (id) do update set
    name = excluded.name,
    from_on = excluded.from_on,
    to_on = excluded.to_on,
    classification = excluded.classification,
    source = excluded.source,
    sample = excluded.sample";

const PUT_ENTRY: &str =
    "insert into catalogue_entry (edition, occupation, level, hours, training_fen,
    appraisal_fen, is_subsidised, shortage_tier, top_up_percent)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
on conflict (edition, occupation, level) do update set
    hours = excluded.hours,
    training_fen = excluded.training_fen,
    appraisal_fen = excluded.appraisal_fen,
    is_subsidised = excluded.is_subsidised,
    shortage_tier = excluded.shortage_tier,
    top_up_percent = excluded.top_up_percent";

impl Database {
    /// Returns the edition in force on the day; of several, the one that came last.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn catalogue_in_force(&self, on: NaiveDate) -> Result<Option<CatalogueEdition>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(IN_FORCE)
            .bind(on)
            .fetch_optional(pool)
            .await?))
    }

    /// Returns every edition, the one that came last first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn catalogue_editions(&self) -> Result<Vec<CatalogueEdition>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(EDITIONS)
            .fetch_all(pool)
            .await?))
    }

    /// Returns every entry of an edition, by occupation, then level from 5 to 1.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn catalogue_entries(&self, edition: &str) -> Result<Vec<CatalogueEntry>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(ENTRIES)
            .bind(edition)
            .fetch_all(pool)
            .await?))
    }

    /// Returns what an edition says of an occupation, level 5 first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn catalogue_entries_of(
        &self,
        edition: &str,
        occupation: &str,
    ) -> Result<Vec<CatalogueEntry>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(ENTRIES_OF)
            .bind(edition)
            .bind(occupation)
            .fetch_all(pool)
            .await?))
    }

    /// Returns where an occupation and level stand in the edition in force on the day.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn listing(&self, occupation: &str, level: Level, on: NaiveDate) -> Result<Listing> {
        let Some(edition) = self.catalogue_in_force(on).await? else {
            return Ok(Listing::NoEdition);
        };
        let entry = with_pool!(self, |pool| sqlx::query_as(ENTRY)
            .bind(&edition.id)
            .bind(occupation)
            .bind(level_number(level))
            .fetch_optional(pool)
            .await?);
        Ok(listed(entry))
    }
}

impl Transaction {
    /// Returns where an occupation and level stand in the edition in force on the day, as this transaction sees it.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn listing(
        &mut self,
        occupation: &str,
        level: Level,
        on: NaiveDate,
    ) -> Result<Standing> {
        in_transaction!(self, |connection| {
            let edition: Option<CatalogueEdition> = sqlx::query_as(IN_FORCE)
                .bind(on)
                .fetch_optional(&mut *connection)
                .await?;
            let Some(edition) = edition else {
                return Ok(Standing::default());
            };
            let entry = sqlx::query_as(ENTRY)
                .bind(&edition.id)
                .bind(occupation)
                .bind(level_number(level))
                .fetch_optional(connection)
                .await?;
            Ok(Standing {
                edition: Some(edition.id),
                listing: listed(entry),
            })
        })
    }

    /// Adds an edition or replaces the one with its id.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn put_catalogue_edition(&mut self, edition: &CatalogueEdition) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(PUT_EDITION)
                .bind(&edition.id)
                .bind(&edition.name)
                .bind(edition.from_on)
                .bind(edition.to_on)
                .bind(&edition.classification)
                .bind(&edition.source)
                .bind(edition.is_sample)
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Adds an entry or replaces the one for its edition, occupation and level.
    ///
    /// # Errors
    /// If the database refuses, for one because the level does not exist for the occupation.
    pub async fn put_catalogue_entry(&mut self, entry: &CatalogueEntry) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(PUT_ENTRY)
                .bind(&entry.edition)
                .bind(&entry.occupation)
                .bind(level_number(entry.level))
                .bind(entry.hours)
                .bind(entry.training.map(|fen| fen.0))
                .bind(entry.appraisal.map(|fen| fen.0))
                .bind(entry.is_subsidised)
                .bind(&entry.shortage_tier)
                .bind(entry.top_up_percent)
                .execute(connection)
                .await?;
        });
        Ok(())
    }
}

fn listed(entry: Option<CatalogueEntry>) -> Listing {
    entry.map_or(Listing::NotListed, |entry| {
        Listing::Listed(entry.as_listed())
    })
}
