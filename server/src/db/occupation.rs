//! The classification of occupations, and the levels that exist for each.

use policy::Level;
use sqlx::FromRow;

use super::stored::{StoredLevel, level_number};
use super::{Database, Result, Transaction};

/// The classification to which the portal's catalogue, courses and figures refer.
pub const CLASSIFICATION: &str = "2022";

/// One occupation of a classification.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Occupation {
    /// The classification's year: `2022` or `1999`.
    pub classification: String,
    /// Code within the classification, such as `6-18-02-04`.
    pub code: String,
    /// Name.
    pub name: String,
    /// Other names, separated by `|`.
    pub aliases: String,
    /// Code of the major group.
    pub major_group: String,
    /// Name of the major group.
    pub major_group_name: String,
    /// Code of the middle group.
    pub middle_group: Option<String>,
    /// Name of the middle group.
    pub middle_group_name: Option<String>,
    /// Code of the minor group.
    pub minor_group: Option<String>,
    /// Name of the minor group.
    pub minor_group_name: Option<String>,
    /// Marked L: a green occupation.
    pub is_green: bool,
    /// Marked S: a digital occupation.
    pub is_digital: bool,
    /// Where the row comes from.
    pub source: Option<String>,
}

/// A level that exists for an occupation of the present classification.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct OccupationLevel {
    /// Occupation code.
    pub occupation: String,
    /// The level.
    #[sqlx(try_from = "StoredLevel")]
    pub level: Level,
}

const OCCUPATIONS: &str =
    "select classification, code, name, aliases, major_group, major_group_name,
    middle_group, middle_group_name, minor_group, minor_group_name, is_green, is_digital, source
from occupation
where classification = $1
order by code";

const OCCUPATION: &str =
    "select classification, code, name, aliases, major_group, major_group_name,
    middle_group, middle_group_name, minor_group, minor_group_name, is_green, is_digital, source
from occupation
where classification = $1
and code = $2";

const LEVELS: &str = "select occupation, level
from occupation_level
where classification = $1
order by occupation, level desc";

const LEVELS_OF: &str = "select occupation, level
from occupation_level
where classification = $1
and occupation = $2
order by level desc";

const PUT: &str = "insert into occupation (classification, code, name, aliases, major_group,
    major_group_name, middle_group, middle_group_name, minor_group, minor_group_name, is_green,
    is_digital, source)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
on conflict (classification, code) do update set
    name = excluded.name,
    aliases = excluded.aliases,
    major_group = excluded.major_group,
    major_group_name = excluded.major_group_name,
    middle_group = excluded.middle_group,
    middle_group_name = excluded.middle_group_name,
    minor_group = excluded.minor_group,
    minor_group_name = excluded.minor_group_name,
    is_green = excluded.is_green,
    is_digital = excluded.is_digital,
    source = excluded.source";

const PUT_LEVEL: &str = "insert into occupation_level (classification, occupation, level)
values ($1, $2, $3)
on conflict (classification, occupation, level) do nothing";

impl Database {
    /// Returns every occupation of the classification of that year, by code.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn occupations(&self, classification: &str) -> Result<Vec<Occupation>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(OCCUPATIONS)
            .bind(classification)
            .fetch_all(pool)
            .await?))
    }

    /// Returns the occupation with this code in the present classification.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn occupation(&self, code: &str) -> Result<Option<Occupation>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(OCCUPATION)
            .bind(CLASSIFICATION)
            .bind(code)
            .fetch_optional(pool)
            .await?))
    }

    /// Returns the levels of every occupation of the present classification, each occupation's from 5 to 1.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn occupation_levels(&self) -> Result<Vec<OccupationLevel>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(LEVELS)
            .bind(CLASSIFICATION)
            .fetch_all(pool)
            .await?))
    }

    /// Returns the levels that exist for an occupation, 5 to 1; none where the classification knows none.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn levels_of(&self, occupation: &str) -> Result<Vec<Level>> {
        let levels: Vec<OccupationLevel> = with_pool!(self, |pool| sqlx::query_as(LEVELS_OF)
            .bind(CLASSIFICATION)
            .bind(occupation)
            .fetch_all(pool)
            .await?);
        Ok(levels.into_iter().map(|existing| existing.level).collect())
    }
}

impl Transaction {
    /// Adds an occupation or replaces the one with its code.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn put_occupation(&mut self, occupation: &Occupation) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(PUT)
                .bind(&occupation.classification)
                .bind(&occupation.code)
                .bind(&occupation.name)
                .bind(&occupation.aliases)
                .bind(&occupation.major_group)
                .bind(&occupation.major_group_name)
                .bind(&occupation.middle_group)
                .bind(&occupation.middle_group_name)
                .bind(&occupation.minor_group)
                .bind(&occupation.minor_group_name)
                .bind(occupation.is_green)
                .bind(occupation.is_digital)
                .bind(&occupation.source)
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Says that a level exists for an occupation; saying so twice changes nothing.
    ///
    /// # Errors
    /// If the database refuses, for one because the occupation is unknown.
    pub async fn put_occupation_level(
        &mut self,
        classification: &str,
        occupation: &str,
        level: Level,
    ) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(PUT_LEVEL)
                .bind(classification)
                .bind(occupation)
                .bind(level_number(level))
                .execute(connection)
                .await?;
        });
        Ok(())
    }
}
