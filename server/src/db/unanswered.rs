//! Searches that found nothing: the words and how often they were asked for, nothing about who asked.

use chrono::NaiveDate;
use sqlx::FromRow;

use super::{Database, Result, Transaction};

/// Words that found nothing.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Unanswered {
    /// The words, as they are compared.
    pub text: String,
    /// How often they were asked for.
    pub asked: i64,
    /// The last day on which they were.
    pub last_on: NaiveDate,
}

const MOST_ASKED: &str = "select text, asked, last_on
from unanswered
where dismissed_on is null or dismissed_on < last_on
order by asked desc, text
limit $1";

const COUNT: &str = "insert into unanswered (text, asked, last_on)
values ($1, $2, $3)
on conflict (text) do update
set asked = unanswered.asked + excluded.asked, last_on = excluded.last_on";

const DISMISS: &str = "update unanswered
set dismissed_on = $2
where text = $1";

const FORGET: &str = "delete from unanswered
where last_on < $1";

impl Database {
    /// Returns the words that were asked for most often and found nothing, without those that were put aside since.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn unanswered(&self, limit: i64) -> Result<Vec<Unanswered>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(MOST_ASKED)
            .bind(limit)
            .fetch_all(pool)
            .await?))
    }
}

impl Transaction {
    /// Counts words that were asked for and found nothing.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn count_unanswered(&mut self, text: &str, asked: i64, on: NaiveDate) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(COUNT)
                .bind(text)
                .bind(asked)
                .bind(on)
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Puts words aside until they are asked for on a later day.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn dismiss_unanswered(&mut self, text: &str, on: NaiveDate) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(DISMISS)
                .bind(text)
                .bind(on)
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Forgets words that nobody has asked for since a day.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn forget_unanswered(&mut self, since: NaiveDate) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(FORGET).bind(since).execute(connection).await?;
        });
        Ok(())
    }
}
