//! Sessions and tokens, known only by the hash of what the browser or program holds.

use policy::Coded;
use sqlx::FromRow;
use uuid::Uuid;

use super::stored::{Code, read_from_code};
use super::{Database, Result, Transaction};
use crate::clock::Moment;

/// Who holds the secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionKind {
    /// A browser, in a cookie.
    Browser,
    /// A program, in its `Authorization` header.
    Token,
}

impl Coded for SessionKind {
    const ALL: &'static [Self] = &[Self::Browser, Self::Token];

    fn code(self) -> &'static str {
        match self {
            Self::Browser => "browser",
            Self::Token => "token",
        }
    }
}

read_from_code!(SessionKind);

/// One session.
#[derive(Clone, PartialEq, Eq, FromRow)]
pub struct Session {
    /// Hash of the secret.
    pub token_hash: Vec<u8>,
    /// Who holds the secret.
    #[sqlx(try_from = "Code<SessionKind>")]
    pub kind: SessionKind,
    /// The person who signed in, if one did.
    pub person: Option<Uuid>,
    /// Small answers kept between two pages, as JSON.
    pub data: String,
    /// When it began.
    pub created_at: Moment,
    /// When it ends.
    pub expires_at: Moment,
}

// A session's hash and answers don't belong into a log.
impl std::fmt::Debug for Session {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "Session({:?}, {:?}, ***)",
            self.kind, self.person
        )
    }
}

const SESSION: &str = "select token_hash, kind, person, data, created_at, expires_at
from session
where token_hash = $1
and expires_at > $2";

const ADD: &str = "insert into session (token_hash, kind, person, data, created_at, expires_at)
values ($1, $2, $3, $4, $5, $6)";

const PUT_DATA: &str = "update session
set data = $2,
    expires_at = $3
where token_hash = $1";

const END: &str = "delete from session where token_hash = $1";

const END_EVERY: &str = "delete from session where person = $1";

const SWEEP: &str = "delete from session where expires_at <= $1";

impl Database {
    /// Returns the session with this hash unless it is over.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn session(&self, token_hash: &[u8], now: Moment) -> Result<Option<Session>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(SESSION)
            .bind(token_hash)
            .bind(now)
            .fetch_optional(pool)
            .await?))
    }
}

impl Transaction {
    /// Begins a session.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn add_session(&mut self, session: &Session) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(ADD)
                .bind(&session.token_hash)
                .bind(session.kind.code())
                .bind(session.person)
                .bind(&session.data)
                .bind(session.created_at)
                .bind(session.expires_at)
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Replaces a session's answers and its end.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn put_session_data(
        &mut self,
        token_hash: &[u8],
        data: &str,
        expires_at: Moment,
    ) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(PUT_DATA)
                .bind(token_hash)
                .bind(data)
                .bind(expires_at)
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Ends a session and begins its successor under a new secret: at every change of rights.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn renew_session(
        &mut self,
        old_token_hash: &[u8],
        successor: &Session,
    ) -> Result<()> {
        self.end_session(old_token_hash).await?;
        self.add_session(successor).await
    }

    /// Ends a session.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn end_session(&mut self, token_hash: &[u8]) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(END)
                .bind(token_hash)
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Ends every session and token of a person and returns how many there were.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn end_sessions_of(&mut self, person: Uuid) -> Result<u64> {
        in_transaction!(self, |connection| Ok(sqlx::query(END_EVERY)
            .bind(person)
            .execute(connection)
            .await?
            .rows_affected()))
    }

    /// Deletes the sessions that are over and returns how many there were.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn sweep_sessions(&mut self, now: Moment) -> Result<u64> {
        in_transaction!(self, |connection| Ok(sqlx::query(SWEEP)
            .bind(now)
            .execute(connection)
            .await?
            .rows_affected()))
    }
}
