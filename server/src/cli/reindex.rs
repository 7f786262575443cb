//! `portal reindex`: builds the search index anew, here or in the portals that are running.

use search_index::SearchError;

use super::{Failure, progress};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Database;
use crate::db::change::ChangeKind;
use crate::index;

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    config: Config,
}

pub(crate) async fn run(options: Options) -> Result<(), Failure> {
    let config = options.config;
    let database = Database::connect(&config.database(), config.readers).await?;
    let clock = Clock::machine();
    match index::open(&config.index_folder(), &database).await {
        Ok(index) => build(&database, &index, &clock).await?,
        Err(index::Error::Index(SearchError::InUse)) => ask_the_running(&database, &clock).await?,
        Err(fault) => return Err(fault.into()),
    }
    database.close().await;
    Ok(())
}

/// Builds the index from all that is published, telling how much that was.
pub(crate) async fn build(
    database: &Database,
    index: &search_index::SearchIndex,
    clock: &Clock,
) -> Result<(), Failure> {
    progress::step("Building the search index", async {
        let count = index::rebuild(database, index, clock.today()).await?;
        Ok(((), format!("{count} documents")))
    })
    .await
}

/// A running portal holds its index; it builds it anew when the feed says that everything has changed.
async fn ask_the_running(database: &Database, clock: &Clock) -> Result<(), Failure> {
    let now = clock.now();
    progress::step(
        "Asking the running portal to build its search index",
        async {
            database
                .write(move |transaction| {
                    Box::pin(transaction.publish_all(ChangeKind::Occupation, now))
                })
                .await?;
            Ok(((), "it follows within a second".to_owned()))
        },
    )
    .await
}
