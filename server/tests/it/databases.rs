//! Gives each test fresh databases of its own: an SQLite file and, where `TEST_DATABASE_URL` names a server, a PostgreSQL database.

use std::sync::atomic::{AtomicU32, Ordering};

use server::db::Database;
use sqlx::{Connection, Executor, PgConnection};
use tempfile::TempDir;

/// Readers a test's database may have at once.
const CONNECTIONS: u32 = 8;

/// A migrated, empty database that goes away with the test.
pub(crate) struct Fresh {
    pub(crate) name: &'static str,
    pub(crate) database: Database,
    /// Where others may connect to it.
    pub(crate) address: String,
    _home: Home,
}

/// What has to be tidied up behind a test.
enum Home {
    Folder(#[expect(dead_code, reason = "deleted when it is dropped")] TempDir),
    Server { address: String, name: String },
}

impl Drop for Home {
    fn drop(&mut self) {
        if let Self::Server { address, name } = self {
            let (address, name) = (address.clone(), name.clone());
            // the test's own runtime is busy dropping this
            let tidied = std::thread::spawn(move || drop_database(&address, &name)).join();
            tidied.expect("dropping a database does not panic");
        }
    }
}

fn drop_database(address: &str, name: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let dropped = runtime.block_on(async {
        let mut server = PgConnection::connect(address).await?;
        let statement = format!("drop database if exists {name} with (force)");
        server.execute(sqlx::AssertSqlSafe(statement)).await
    });
    if let Err(fault) = dropped {
        println!("{name} is left behind: {fault}");
    }
}

/// Returns an empty SQLite database and, if a server is named, an empty PostgreSQL one.
pub(crate) async fn fresh() -> Vec<Fresh> {
    let mut all = vec![fresh_sqlite().await];
    match postgres_address() {
        Some(address) => all.push(fresh_postgres(&address).await),
        None => println!(
            "skipped on PostgreSQL: set TEST_DATABASE_URL to a server where databases may be created"
        ),
    }
    all
}

async fn fresh_sqlite() -> Fresh {
    let folder = tempfile::tempdir().unwrap();
    let address = format!("sqlite:{}", folder.path().join("portal.db").display());
    let database = Database::connect(&address, CONNECTIONS).await.unwrap();
    database.migrate().await.unwrap();
    Fresh {
        name: "sqlite",
        database,
        address,
        _home: Home::Folder(folder),
    }
}

async fn fresh_postgres(address: &str) -> Fresh {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!(
        "portal_test_{}_{}",
        std::process::id(),
        COUNT.fetch_add(1, Ordering::Relaxed)
    );
    let mut server = PgConnection::connect(address).await.unwrap();
    server
        .execute(sqlx::AssertSqlSafe(format!(
            "drop database if exists {name}"
        )))
        .await
        .unwrap();
    server
        .execute(sqlx::AssertSqlSafe(format!("create database {name}")))
        .await
        .unwrap();
    let (before, _) = address.rsplit_once('/').unwrap();
    let own = format!("{before}/{name}");
    let database = Database::connect(&own, CONNECTIONS).await.unwrap();
    database.migrate().await.unwrap();
    Fresh {
        name: "postgres",
        database,
        address: own,
        _home: Home::Server {
            address: address.to_owned(),
            name,
        },
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place where tests learn of a PostgreSQL server"
)]
fn postgres_address() -> Option<String> {
    std::env::var("TEST_DATABASE_URL").ok()
}
