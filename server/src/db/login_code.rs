//! One-time codes for signing in, known only by their keyed hash, each good for a few attempts.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Database, Result, Transaction};
use crate::clock::Moment;

/// One one-time code.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct LoginCode {
    /// Id.
    pub id: Uuid,
    /// Keyed hash of the telephone number.
    pub phone_hmac: Vec<u8>,
    /// Keyed hash of the code.
    pub code_hmac: Vec<u8>,
    /// When it was sent.
    pub created_at: Moment,
    /// When it ends.
    pub expires_at: Moment,
    /// How often a code was tried.
    pub attempts: i32,
    /// When it was used.
    pub used_at: Option<Moment>,
}

const ADD: &str = "insert into login_code (id, phone_hmac, code_hmac, created_at, expires_at)
values ($1, $2, $3, $4, $5)";

/// Counts the attempt and shows the newest code in one step, so that parallel attempts can't share a count.
const TRY: &str = "update login_code
set attempts = attempts + 1
where id = (
    select id
    from login_code
    where phone_hmac = $1
    order by created_at desc, id desc
    limit 1
)
and used_at is null
and expires_at > $2
and attempts < $3
returning id, phone_hmac, code_hmac, created_at, expires_at, attempts, used_at";

const USE: &str = "update login_code
set used_at = $2
where id = $1
and used_at is null";

const SENT_SINCE: &str =
    "select count(*) from login_code where phone_hmac = $1 and created_at > $2";

const SWEEP: &str = "delete from login_code where expires_at <= $1";

impl Database {
    /// Returns how many codes were sent to a telephone after a moment.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn login_codes_since(&self, phone_hmac: &[u8], since: Moment) -> Result<i64> {
        with_pool!(self, |pool| Ok(sqlx::query_scalar(SENT_SINCE)
            .bind(phone_hmac)
            .bind(since)
            .fetch_one(pool)
            .await?))
    }
}

impl Transaction {
    /// Stores a code that is being sent; it takes the place of the telephone's earlier ones.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn add_login_code(&mut self, code: &LoginCode) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(ADD)
                .bind(code.id)
                .bind(&code.phone_hmac)
                .bind(&code.code_hmac)
                .bind(code.created_at)
                .bind(code.expires_at)
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Counts an attempt and returns the telephone's newest code to compare with, unless it is used, over, or tried
    /// `most_attempts` times.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn try_login_code(
        &mut self,
        phone_hmac: &[u8],
        most_attempts: i32,
        now: Moment,
    ) -> Result<Option<LoginCode>> {
        in_transaction!(self, |connection| Ok(sqlx::query_as(TRY)
            .bind(phone_hmac)
            .bind(now)
            .bind(most_attempts)
            .fetch_optional(connection)
            .await?))
    }

    /// Uses a code up and returns whether it was this call that did.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn use_login_code(&mut self, id: Uuid, now: Moment) -> Result<bool> {
        let used = in_transaction!(self, |connection| sqlx::query(USE)
            .bind(id)
            .bind(now)
            .execute(connection)
            .await?
            .rows_affected());
        Ok(used == 1)
    }

    /// Deletes the codes that ended before a moment and returns how many there were.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn sweep_login_codes(&mut self, before: Moment) -> Result<u64> {
        in_transaction!(self, |connection| Ok(sqlx::query(SWEEP)
            .bind(before)
            .execute(connection)
            .await?
            .rows_affected()))
    }
}
