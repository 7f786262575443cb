//! `portal migrate`: brings the database's schema up to this release.

use super::{Failure, progress};
use crate::config::Config;
use crate::db::Database;

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    config: Config,
}

pub(crate) async fn run(options: Options) -> Result<(), Failure> {
    std::fs::create_dir_all(options.config.folder())?;
    let database = Database::connect(&options.config.database(), options.config.readers).await?;
    migrate(&database).await?;
    database.close().await;
    Ok(())
}

/// Applies what is pending, telling how much that was.
pub(crate) async fn migrate(database: &Database) -> Result<(), Failure> {
    progress::step("Migrating the database", async {
        let pending = database.pending_migrations().await?.len();
        database.migrate().await?;
        Ok(((), format!("{pending} applied")))
    })
    .await
}
