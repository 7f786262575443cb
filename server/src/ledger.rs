//! The append-only record of decisions and money: each entry's hash covers its content and the entry before it.
//!
//! Entries name persons by the portal's own ids alone; a body that held personal data could never be erased.

mod entry;
mod proof;

pub use self::entry::{Content, Decision, Entry, EntryKind, Hash};
pub use self::proof::{Fault, Flaw, Proof};

use sqlx::FromRow;

use crate::clock::Moment;
use crate::db::{Database, Error, Result, Transaction, in_transaction, with_pool};

/// Where the ledger ends: the last position and its hash. Kept elsewhere, it proves the whole record up to there.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Head {
    /// The last entry's position; 0 while the ledger is empty.
    pub position: i64,
    /// The last entry's hash; zeros while the ledger is empty.
    #[sqlx(try_from = "Vec<u8>")]
    pub hash: Hash,
}

/// Locks the head until the transaction ends: entries are appended one transaction after the other.
const LOCK_HEAD: &str = "update ledger_head
set position = position
where id = 1
returning position, hash";

const HEAD: &str = "select position, hash from ledger_head where id = 1";

const APPEND: &str =
    "insert into ledger_entry (position, at, kind, actor, person, course, enrolment, body,
    previous_hash, hash)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

const ADVANCE: &str = "update ledger_head
set position = $1,
    hash = $2
where id = 1
and position = $1 - 1";

const PAGE: &str =
    "select position, at, kind, actor, person, course, enrolment, body, previous_hash, hash
from ledger_entry
where position > $1
order by position
limit $2";

const OF_ENROLMENT: &str =
    "select position, at, kind, actor, person, course, enrolment, body, previous_hash, hash
from ledger_entry
where enrolment = $1
order by position";

/// Entries that are checked at once.
const PAGE_LENGTH: i64 = 1_000;

impl Transaction {
    /// Returns where the ledger ends and keeps everybody else from appending until this transaction ends.
    ///
    /// To be called after the locks on course and person: always in that order.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn lock_ledger(&mut self) -> Result<Head> {
        in_transaction!(self, |connection| Ok(sqlx::query_as(LOCK_HEAD)
            .fetch_one(connection)
            .await?))
    }

    /// Appends a decision and returns its entry.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn record(&mut self, decision: Decision, at: Moment) -> Result<Entry> {
        let head = self.lock_ledger().await?;
        let entry = Entry::after(&head, decision, at);
        let advanced = in_transaction!(self, |connection| {
            sqlx::query(APPEND)
                .bind(entry.content.position)
                .bind(entry.content.at)
                .bind(&entry.content.kind)
                .bind(entry.content.actor)
                .bind(entry.content.person)
                .bind(&entry.content.course)
                .bind(entry.content.enrolment)
                .bind(&entry.content.body)
                .bind(entry.content.previous_hash.as_slice())
                .bind(entry.hash.as_slice())
                .execute(&mut *connection)
                .await?;
            sqlx::query(ADVANCE)
                .bind(entry.content.position)
                .bind(entry.hash.as_slice())
                .execute(connection)
                .await?
                .rows_affected()
        });
        if advanced == 1 {
            Ok(entry)
        } else {
            Err(Error::Damaged("the ledger's head".to_owned()))
        }
    }
}

impl Database {
    /// Returns where the ledger ends.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn ledger_head(&self) -> Result<Head> {
        with_pool!(self, |pool| Ok(sqlx::query_as(HEAD)
            .fetch_one(pool)
            .await?))
    }

    /// Returns what the ledger says of an enrolment, oldest first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn ledger_of(&self, enrolment: uuid::Uuid) -> Result<Vec<Entry>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(OF_ENROLMENT)
            .bind(enrolment)
            .fetch_all(pool)
            .await?))
    }

    /// Returns up to `limit` entries after a position, in order.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn ledger_after(&self, position: i64, limit: i64) -> Result<Vec<Entry>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(PAGE)
            .bind(position)
            .bind(limit)
            .fetch_all(pool)
            .await?))
    }
}

/// Recomputes the whole chain and returns every flaw in it, up to the head as it stands when the check begins.
///
/// # Errors
/// If the database does not answer.
pub async fn verify(database: &Database) -> Result<Proof> {
    let head = database.ledger_head().await?;
    let mut proof = Proof::default();
    loop {
        let page = database.ledger_after(proof.position(), PAGE_LENGTH).await?;
        let known = page
            .iter()
            .take_while(|entry| entry.content.position <= head.position);
        let checked = known.map(|entry| proof.follow(entry)).count();
        if checked < page.len() || page.is_empty() {
            break;
        }
    }
    Ok(proof.against(&head))
}
