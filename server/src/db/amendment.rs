//! The rows of the register of readings: only ever added, so that the register can be read as it stood after any of them.

use chrono::NaiveDate;
use policy::ReadingId;
use sqlx::FromRow;

use super::stored::Code;
use super::{Database, Result, Transaction};
use crate::clock::Moment;
use crate::register::Choice;

/// What an office chose for a reading, from a day on.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct StoredAmendment {
    /// 1, 2, 3 … without a gap.
    pub number: i64,
    /// The reading.
    #[sqlx(try_from = "Code<ReadingId>")]
    pub reading: ReadingId,
    /// What was chosen.
    #[sqlx(try_from = "String")]
    pub chosen: Choice,
    /// The first day on which it holds.
    pub since: NaiveDate,
    /// Why, in the office's words.
    pub why: String,
    /// The document that says so.
    pub source: Option<String>,
    /// When it was entered.
    pub entered_at: Moment,
}

const AMENDMENTS: &str = "select number, reading, chosen, since, why, source, entered_at
from amendment
order by number";

const UP_TO: &str = "select number, reading, chosen, since, why, source, entered_at
from amendment
where number <= $1
order by number";

const ADD: &str = "insert into amendment (number, reading, chosen, since, why, source, entered_at)
values ($1, $2, $3, $4, $5, $6, $7)";

impl Database {
    /// Returns every row of the register, in the order in which they were entered.
    ///
    /// # Errors
    /// If the database does not answer, or a row names a reading or choice that this release does not know.
    pub async fn amendments(&self) -> Result<Vec<StoredAmendment>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(AMENDMENTS)
            .fetch_all(pool)
            .await?))
    }

    /// Returns the rows of the register up to a number: how it stood when that row was the last.
    ///
    /// # Errors
    /// If the database does not answer, or a row names a reading or choice that this release does not know.
    pub async fn amendments_up_to(&self, number: i64) -> Result<Vec<StoredAmendment>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(UP_TO)
            .bind(number)
            .fetch_all(pool)
            .await?))
    }
}

impl Transaction {
    /// Returns every row of the register, as this transaction sees it.
    ///
    /// # Errors
    /// If the database does not answer, or a row names a reading or choice that this release does not know.
    pub async fn amendments(&mut self) -> Result<Vec<StoredAmendment>> {
        in_transaction!(self, |connection| Ok(sqlx::query_as(AMENDMENTS)
            .fetch_all(connection)
            .await?))
    }

    /// Adds a row to the register.
    ///
    /// # Errors
    /// If the database refuses, for one because the row's number does not follow the last.
    pub async fn add_amendment(&mut self, amendment: &StoredAmendment) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(ADD)
                .bind(amendment.number)
                .bind(policy::Coded::code(amendment.reading))
                .bind(amendment.chosen.to_string())
                .bind(amendment.since)
                .bind(&amendment.why)
                .bind(&amendment.source)
                .bind(amendment.entered_at)
                .execute(connection)
                .await?;
        });
        Ok(())
    }
}
