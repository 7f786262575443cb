//! The change feed: what every node's search index has still to learn, in one order for all.

use policy::Coded;
use sqlx::FromRow;

use super::stored::{Code, read_from_code};
use super::{Database, Result, Transaction};
use crate::clock::Moment;

/// What kind of thing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// An occupation of the classification.
    Occupation,
    /// The catalogue.
    Catalogue,
    /// An institution or its designations.
    Institution,
    /// A base.
    Base,
    /// A course or slot, or its seats.
    Course,
    /// Market figures.
    Market,
    /// Districts or universities.
    Place,
    /// The register of readings.
    Register,
    /// What people call occupations.
    Synonym,
}

impl Coded for ChangeKind {
    const ALL: &'static [Self] = &[
        Self::Occupation,
        Self::Catalogue,
        Self::Institution,
        Self::Base,
        Self::Course,
        Self::Market,
        Self::Place,
        Self::Register,
        Self::Synonym,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Occupation => "occupation",
            Self::Catalogue => "catalogue",
            Self::Institution => "institution",
            Self::Base => "base",
            Self::Course => "course",
            Self::Market => "market",
            Self::Place => "place",
            Self::Register => "register",
            Self::Synonym => "synonym",
        }
    }
}

read_from_code!(ChangeKind);

/// The subject of a change that touches all things of its kind.
const ALL: &str = "*";

/// One published change.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Change {
    /// Its place in the feed: 1, 2, 3 … without a gap.
    pub position: i64,
    /// What kind of thing has changed.
    #[sqlx(try_from = "Code<ChangeKind>")]
    pub kind: ChangeKind,
    /// The id of what has changed, or `*`.
    pub subject: String,
    /// When.
    pub at: Moment,
}

impl Change {
    /// Returns the id of the one thing that has changed; nothing where all of the kind are to be read again.
    #[must_use]
    pub fn only(&self) -> Option<&str> {
        (self.subject != ALL).then_some(self.subject.as_str())
    }
}

const AFTER: &str = "select position, kind, subject, at
from change_feed
where position > $1
order by position
limit $2";

const LAST: &str = "select position from change_head where id = 1";

/// Locks the head until the transaction ends, so that positions are seen in the order in which they are given.
const ADVANCE: &str = "update change_head
set position = position + 1
where id = 1
returning position";

const PUBLISH: &str = "insert into change_feed (position, kind, subject, operation, at)
values ($1, $2, $3, 'upsert', $4)";

impl Database {
    /// Returns up to `limit` changes after a position, in order.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn changes_after(&self, position: i64, limit: i64) -> Result<Vec<Change>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(AFTER)
            .bind(position)
            .bind(limit)
            .fetch_all(pool)
            .await?))
    }

    /// Returns the position of the last change; 0 before the first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn last_change(&self) -> Result<i64> {
        with_pool!(self, |pool| Ok(sqlx::query_scalar(LAST)
            .fetch_one(pool)
            .await?))
    }
}

impl Transaction {
    /// Publishes that one thing has changed. To be called last in a transaction: the feed's head is the last lock.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn publish(&mut self, kind: ChangeKind, subject: &str, at: Moment) -> Result<()> {
        in_transaction!(self, |connection| {
            let position: i64 = sqlx::query_scalar(ADVANCE)
                .fetch_one(&mut *connection)
                .await?;
            sqlx::query(PUBLISH)
                .bind(position)
                .bind(kind.code())
                .bind(subject)
                .bind(at)
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Publishes that all things of a kind are to be read again. To be called last in a transaction.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn publish_all(&mut self, kind: ChangeKind, at: Moment) -> Result<()> {
        self.publish(kind, ALL, at).await
    }
}
