//! Requests that were answered: the same key gives the same reply and no second effect.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Error, Result, Transaction};
use crate::clock::Moment;

/// What came of claiming a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// It is new: answer the request and keep the reply.
    New,
    /// The same request was answered so.
    Answered(String),
    /// The key was used for another request.
    UsedForAnother,
}

#[derive(FromRow)]
struct Claimed {
    request_digest: Vec<u8>,
    reply: Option<String>,
}

/// A second claim waits here until the first one's transaction ends.
const CLAIM: &str = "insert into idempotency_key (person, key, request_digest, created_at)
values ($1, $2, $3, $4)
on conflict (person, key) do nothing";

const CLAIMED: &str = "select request_digest, reply
from idempotency_key
where person = $1
and key = $2";

const KEEP: &str = "update idempotency_key
set reply = $3
where person = $1
and key = $2";

const SWEEP: &str = "delete from idempotency_key where created_at <= $1";

impl Transaction {
    /// Claims a person's key for a request, or tells what became of it.
    ///
    /// # Errors
    /// If the database refuses, for one because the person is unknown.
    pub async fn claim_key(
        &mut self,
        person: Uuid,
        key: &str,
        request_digest: &[u8],
        now: Moment,
    ) -> Result<Claim> {
        let claimed: Claimed = in_transaction!(self, |connection| {
            let inserted = sqlx::query(CLAIM)
                .bind(person)
                .bind(key)
                .bind(request_digest)
                .bind(now)
                .execute(&mut *connection)
                .await?
                .rows_affected();
            if inserted == 1 {
                return Ok(Claim::New);
            }
            sqlx::query_as(CLAIMED)
                .bind(person)
                .bind(key)
                .fetch_one(connection)
                .await?
        });
        if claimed.request_digest != request_digest {
            return Ok(Claim::UsedForAnother);
        }
        let reply = claimed
            .reply
            .ok_or_else(|| Error::Damaged("reply to an idempotency key".to_owned()))?;
        Ok(Claim::Answered(reply))
    }

    /// Keeps the reply to a claimed key.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn keep_reply(&mut self, person: Uuid, key: &str, reply: &str) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(KEEP)
                .bind(person)
                .bind(key)
                .bind(reply)
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Deletes the keys that were claimed before a moment and returns how many there were.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn sweep_keys(&mut self, before: Moment) -> Result<u64> {
        in_transaction!(self, |connection| Ok(sqlx::query(SWEEP)
            .bind(before)
            .execute(connection)
            .await?
            .rows_affected()))
    }
}
