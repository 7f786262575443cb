//! Owns the connection to SQLite or PostgreSQL and the only SQL; refuses an SQLite library that may corrupt its file.

use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::str::FromStr;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};

/// Expands one body for the pool of either database.
macro_rules! with_pool {
    ($database:expr, |$pool:ident| $body:expr) => {
        match $database {
            $crate::db::Database::Sqlite { reader: $pool, .. } => $body,
            $crate::db::Database::Postgres($pool) => $body,
        }
    };
}

/// Expands one body for the connection of either database's open transaction.
macro_rules! in_transaction {
    ($transaction:expr, |$connection:ident| $body:expr) => {
        match $transaction {
            $crate::db::Transaction::Sqlite(open) => {
                let $connection = &mut **open;
                $body
            }
            $crate::db::Transaction::Postgres(open) => {
                let $connection = &mut **open;
                $body
            }
        }
    };
}

pub(crate) use {in_transaction, with_pool};

pub mod amendment;
pub mod base;
pub mod catalogue;
pub mod change;
pub mod course;
pub mod enrolment;
pub mod history;
pub mod idempotency;
pub mod institution;
pub mod login_code;
pub mod market;
pub mod meeting;
pub mod meta;
pub mod occupation;
pub mod person;
pub mod place;
pub mod savepoint;
pub mod seat;
pub mod session;
pub mod staff;
pub mod stored;
pub mod synonym;
pub mod tidying;
pub mod unanswered;
pub mod waiting;

static SQLITE_MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES_MIGRATIONS: Migrator = sqlx::migrate!("migrations/postgres");

/// SQLite libraries before this one can corrupt a database when its log is reset.
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];
/// How long a writer waits for another process's lock before it gives up.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// Rows that one statement writes where there are many: the way to the database is then short beside the work, and no
/// database's limit on parameters is near.
const ROWS_AT_ONCE: usize = 200;

/// What can go wrong between the portal and its database. None of it is the user's doing.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database refused, or could not be reached.
    #[error(
        "the database did not answer: {0}; check that it runs, that its disk isn't full and that `portal migrate` was run"
    )]
    Database(#[from] sqlx::Error),
    /// A migration failed or an applied one was changed.
    #[error(
        "migrating failed: {0}; restore the migration files of this release, then run `portal migrate`"
    )]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The SQLite library is too old to be trusted.
    #[error("sqlite {0} may corrupt its file; build with 3.51.3 or newer")]
    OldSqlite(String),
    /// The address names no known database.
    #[error("{0} is no database address; use sqlite:PATH or postgres://…")]
    Address(String),
    /// What is stored contradicts itself.
    #[error("stored data is damaged: {0}; restore a backup, then run `portal doctor`")]
    Damaged(String),
    /// A write's task ended without an answer.
    #[error("a write was interrupted: {0}; try again")]
    Interrupted(String),
}

/// What a database call gives.
pub type Result<T> = std::result::Result<T, Error>;

/// A future that may be awaited on another thread.
pub type Boxed<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The database. Cloning shares its connections.
#[derive(Clone, Debug)]
pub enum Database {
    /// One file: any number of readers, a single writer.
    Sqlite {
        /// Connections that only read.
        reader: SqlitePool,
        /// The one connection that writes.
        writer: SqlitePool,
    },
    /// A server that several portals may share.
    Postgres(PgPool),
}

/// A transaction that writes; dropped without commit it changes nothing.
#[derive(Debug)]
pub enum Transaction {
    /// On the one writer of an SQLite file.
    Sqlite(sqlx::Transaction<'static, sqlx::Sqlite>),
    /// On a connection to PostgreSQL.
    Postgres(sqlx::Transaction<'static, sqlx::Postgres>),
}

impl Database {
    /// Connects to `sqlite:PATH` (created if missing) or `postgres://…`, with at most `connections` readers.
    ///
    /// # Errors
    /// If the address is neither, the database can't be reached, or the SQLite library is too old.
    pub async fn connect(address: &str, connections: u32) -> Result<Self> {
        if address.starts_with("postgres://") || address.starts_with("postgresql://") {
            return connect_postgres(address, connections).await;
        }
        if let Some(path) = address.strip_prefix("sqlite:") {
            return connect_sqlite(Path::new(path.trim_start_matches("//")), connections).await;
        }
        Err(Error::Address(
            address.split(':').next().unwrap_or_default().to_owned(),
        ))
    }

    /// Returns the database's name and version.
    ///
    /// # Errors
    /// If the database can't be read.
    pub async fn version(&self) -> Result<String> {
        Ok(match self {
            Self::Sqlite { reader, .. } => {
                let version: String = sqlx::query_scalar("select sqlite_version()")
                    .fetch_one(reader)
                    .await?;
                format!("SQLite {version}")
            }
            Self::Postgres(pool) => {
                let version: String = sqlx::query_scalar("show server_version")
                    .fetch_one(pool)
                    .await?;
                format!("PostgreSQL {version}")
            }
        })
    }

    /// Brings the schema up to this release.
    ///
    /// # Errors
    /// If a migration fails, or one that was applied has changed since.
    pub async fn migrate(&self) -> Result<()> {
        match self {
            Self::Sqlite { writer, .. } => SQLITE_MIGRATIONS.run(writer).await?,
            Self::Postgres(pool) => POSTGRES_MIGRATIONS.run(pool).await?,
        }
        Ok(())
    }

    /// Returns the names of the migrations that this release brings and the database lacks.
    ///
    /// # Errors
    /// If the database can't be read.
    pub async fn pending_migrations(&self) -> Result<Vec<String>> {
        const APPLIED: &str = "select version from _sqlx_migrations where success order by version";
        let is_new = match self {
            Self::Sqlite { reader, .. } => {
                sqlx::query_scalar::<_, i64>(
                    "select count(*) from sqlite_master where name = '_sqlx_migrations'",
                )
                .fetch_one(reader)
                .await?
                    == 0
            }
            Self::Postgres(pool) => {
                sqlx::query_scalar::<_, bool>("select to_regclass('_sqlx_migrations') is null")
                    .fetch_one(pool)
                    .await?
            }
        };
        let applied: Vec<i64> = if is_new {
            Vec::new()
        } else {
            with_pool!(self, |pool| sqlx::query_scalar(APPLIED)
                .fetch_all(pool)
                .await?)
        };
        let migrations = match self {
            Self::Sqlite { .. } => &SQLITE_MIGRATIONS,
            Self::Postgres(_) => &POSTGRES_MIGRATIONS,
        };
        Ok(migrations
            .iter()
            .filter(|migration| !applied.contains(&migration.version))
            .map(|migration| format!("{:04} {}", migration.version, migration.description))
            .collect())
    }

    /// Runs `work` in one transaction and commits it if it succeeds.
    ///
    /// The work has its own task: a caller that goes away (a closed browser) can't leave a connection with half a
    /// transaction, on which later writes would be acknowledged and lost.
    ///
    /// # Errors
    /// Whatever `work` or the commit returns; nothing is written then.
    pub async fn write<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'t> FnOnce(&'t mut Transaction) -> Boxed<'t, Result<T>> + Send + 'static,
    {
        let database = self.clone();
        let task = tokio::spawn(async move {
            let mut transaction = database.begin().await?;
            let outcome = work(&mut transaction).await?;
            transaction.commit().await?;
            Ok(outcome)
        });
        task.await
            .map_err(|interrupted| Error::Interrupted(interrupted.to_string()))?
    }

    async fn begin(&self) -> Result<Transaction> {
        Ok(match self {
            Self::Sqlite { writer, .. } => {
                Transaction::Sqlite(writer.begin_with("begin immediate").await?)
            }
            Self::Postgres(pool) => Transaction::Postgres(pool.begin().await?),
        })
    }

    /// Closes every connection, waiting for those in use.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { reader, writer } => {
                reader.close().await;
                writer.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Transaction {
    async fn commit(self) -> Result<()> {
        match self {
            Self::Sqlite(open) => open.commit().await?,
            Self::Postgres(open) => open.commit().await?,
        }
        Ok(())
    }
}

async fn connect_sqlite(path: &Path, connections: u32) -> Result<Database> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(BUSY_TIMEOUT)
        .foreign_keys(true)
        // in kilobytes: the system keeps the pages of the file anyway, and what one connection may keep, others use
        .pragma("cache_size", "-512");
    // the writer comes first: it creates the file and switches it to the write-ahead log
    let writer = SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(options.clone())
        .await?;
    let version: String = sqlx::query_scalar("select sqlite_version()")
        .fetch_one(&writer)
        .await?;
    if is_older(&version, OLDEST_SQLITE) {
        return Err(Error::OldSqlite(version));
    }
    let reader = SqlitePoolOptions::new()
        .max_connections(connections)
        .connect_with(options.pragma("query_only", "on"))
        .await?;
    Ok(Database::Sqlite { reader, writer })
}

async fn connect_postgres(address: &str, connections: u32) -> Result<Database> {
    // without the address in the error: it holds the password
    let options =
        PgConnectOptions::from_str(address).map_err(|_| Error::Address("postgres".to_owned()))?;
    let pool = PgPoolOptions::new()
        .max_connections(connections)
        // the statement below tells as well whether the connection still works
        .test_before_acquire(false)
        .before_acquire(|connection, _| {
            Box::pin(async move {
                // An abandoned transaction would swallow the next statement's success. Beginning one first keeps the
                // server from logging a warning each time there was none.
                sqlx::raw_sql("begin; rollback").execute(connection).await?;
                Ok(true)
            })
        })
        .connect_with(options)
        .await?;
    Ok(Database::Postgres(pool))
}

fn is_older(version: &str, oldest: [u32; 3]) -> bool {
    let parts: Vec<u32> = version
        .split('.')
        .filter_map(|part| part.parse().ok())
        .collect();
    parts.as_slice() < oldest.as_slice()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_library_before_the_fix_is_older() {
        assert!(is_older("3.51.2", OLDEST_SQLITE));
        assert!(is_older("3.46.1", OLDEST_SQLITE));
        assert!(!is_older("3.51.3", OLDEST_SQLITE));
        assert!(!is_older("3.53.0", OLDEST_SQLITE));
    }

    #[tokio::test]
    async fn an_unknown_address_is_refused_without_repeating_its_password() {
        let refused = Database::connect("mysql://root:secret@host/db", 1)
            .await
            .unwrap_err()
            .to_string();
        assert_eq!(
            refused,
            "mysql is no database address; use sqlite:PATH or postgres://…"
        );
    }
}
