//! Accounts of the offices' staff and their sessions.

use app::backend::Role;
use sqlx::FromRow;
use uuid::Uuid;

use super::stored::{Code, read_from_code};
use super::{Database, Result, Transaction};
use crate::clock::Moment;

read_from_code!(Role);

/// An account.
#[derive(Clone, PartialEq, Eq, FromRow)]
pub struct StoredStaff {
    /// Id.
    pub id: Uuid,
    /// The name by which they sign in.
    pub name: String,
    /// What they may do.
    #[sqlx(try_from = "Code<Role>")]
    pub role: Role,
    /// Argon2id, as a PHC string.
    pub password_hash: String,
    /// When it was made.
    pub created_at: Moment,
    /// When it was closed, if it was.
    pub disabled_at: Option<Moment>,
}

// A password's hash doesn't belong into a log.
impl std::fmt::Debug for StoredStaff {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "StoredStaff({}, {:?}, {:?}, ***)",
            self.name, self.role, self.disabled_at
        )
    }
}

/// A session of an account.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct StaffSession {
    /// Hash of the secret.
    pub token_hash: Vec<u8>,
    /// The account's id.
    pub staff: Uuid,
    /// When it began.
    pub created_at: Moment,
    /// When it ends unless it is used before.
    pub expires_at: Moment,
}

const EVERY: &str = "select id, name, role, password_hash, created_at, disabled_at
from staff
order by name";

const BY_NAME: &str = "select id, name, role, password_hash, created_at, disabled_at
from staff
where name = $1";

const OF_SESSION: &str = "select id, name, role, password_hash, created_at, disabled_at
from staff
where id = $1
and disabled_at is null";

const SESSION: &str = "select token_hash, staff, created_at, expires_at
from staff_session
where token_hash = $1
and expires_at > $2";

const ADD: &str = "insert into staff (id, name, role, password_hash, created_at)
values ($1, $2, $3, $4, $5)
on conflict (name) do nothing";

const PUT_PASSWORD: &str = "update staff
set password_hash = $2
where name = $1";

const DISABLE: &str = "update staff
set disabled_at = $2
where name = $1
and disabled_at is null
returning id";

const ADD_SESSION: &str = "insert into staff_session (token_hash, staff, created_at, expires_at)
values ($1, $2, $3, $4)";

const EXTEND_SESSION: &str = "update staff_session
set expires_at = $2
where token_hash = $1";

const END_SESSION: &str = "delete from staff_session where token_hash = $1";

const END_SESSIONS_OF: &str = "delete from staff_session where staff = $1";

const SWEEP: &str = "delete from staff_session where expires_at <= $1";

impl Database {
    /// Returns every account, by name.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn staff(&self) -> Result<Vec<StoredStaff>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(EVERY)
            .fetch_all(pool)
            .await?))
    }

    /// Returns the account of this name, closed or not.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn staff_by_name(&self, name: &str) -> Result<Option<StoredStaff>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(BY_NAME)
            .bind(name)
            .fetch_optional(pool)
            .await?))
    }

    /// Returns the session with this hash and its account, unless the one is over or the other closed.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn staff_session(
        &self,
        token_hash: &[u8],
        now: Moment,
    ) -> Result<Option<(StaffSession, StoredStaff)>> {
        with_pool!(self, |pool| {
            let session: Option<StaffSession> = sqlx::query_as(SESSION)
                .bind(token_hash)
                .bind(now)
                .fetch_optional(pool)
                .await?;
            let Some(session) = session else {
                return Ok(None);
            };
            let staff: Option<StoredStaff> = sqlx::query_as(OF_SESSION)
                .bind(session.staff)
                .fetch_optional(pool)
                .await?;
            Ok(staff.map(|staff| (session, staff)))
        })
    }
}

impl Transaction {
    /// Adds an account and says whether its name was free.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn add_staff(&mut self, staff: &StoredStaff) -> Result<bool> {
        let added = in_transaction!(self, |connection| sqlx::query(ADD)
            .bind(staff.id)
            .bind(&staff.name)
            .bind(policy::Coded::code(staff.role))
            .bind(&staff.password_hash)
            .bind(staff.created_at)
            .execute(connection)
            .await?
            .rows_affected());
        Ok(added == 1)
    }

    /// Replaces an account's password and says whether there is such an account.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn put_staff_password(&mut self, name: &str, password_hash: &str) -> Result<bool> {
        let put = in_transaction!(self, |connection| sqlx::query(PUT_PASSWORD)
            .bind(name)
            .bind(password_hash)
            .execute(connection)
            .await?
            .rows_affected());
        Ok(put == 1)
    }

    /// Closes an account, ends its sessions and returns its id; nothing where there is no such open account.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn disable_staff(&mut self, name: &str, at: Moment) -> Result<Option<Uuid>> {
        in_transaction!(self, |connection| {
            let id: Option<Uuid> = sqlx::query_scalar(DISABLE)
                .bind(name)
                .bind(at)
                .fetch_optional(&mut *connection)
                .await?;
            if let Some(id) = id {
                sqlx::query(END_SESSIONS_OF)
                    .bind(id)
                    .execute(connection)
                    .await?;
            }
            Ok(id)
        })
    }

    /// Begins a session.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn add_staff_session(&mut self, session: &StaffSession) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(ADD_SESSION)
                .bind(&session.token_hash)
                .bind(session.staff)
                .bind(session.created_at)
                .bind(session.expires_at)
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Moves a session's end.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn extend_staff_session(
        &mut self,
        token_hash: &[u8],
        expires_at: Moment,
    ) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(EXTEND_SESSION)
                .bind(token_hash)
                .bind(expires_at)
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Ends a session.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn end_staff_session(&mut self, token_hash: &[u8]) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(END_SESSION)
                .bind(token_hash)
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Deletes the sessions that are over and returns how many there were.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn sweep_staff_sessions(&mut self, now: Moment) -> Result<u64> {
        in_transaction!(self, |connection| Ok(sqlx::query(SWEEP)
            .bind(now)
            .execute(connection)
            .await?
            .rows_affected()))
    }
}
