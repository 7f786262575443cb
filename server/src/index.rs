//! Keeps the search index in step with the database: whole at first, then change by change.
//!
//! The database is the truth. The index remembers how far in the change feed it is; deleting its folder only costs
//! the time to build it again.

mod documents;
mod follow;
pub(crate) mod vocabulary;

use std::path::Path;

use chrono::NaiveDate;
use search_index::{Document, Position, SearchError, SearchIndex, Vocabulary};

use self::documents::Published;
pub use self::follow::{Follower, Wake};
use crate::db::{self, Database};

/// Courses that are read from the database at once.
const COURSES_AT_ONCE: i64 = 1_000;

/// Why the index could not be brought up to date.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database did not tell what is published.
    #[error(transparent)]
    Database(#[from] db::Error),
    /// The index could not be written.
    #[error(transparent)]
    Index(#[from] SearchError),
    /// The task that writes the index was stopped.
    #[error("writing the search index was interrupted, run `portal reindex`")]
    Interrupted,
}

/// Opens the index in its folder with the words that the city knows.
///
/// An index of another release or with other words is empty then: ask [`SearchIndex::position`].
///
/// # Errors
/// If the database does not answer or another process writes to the folder.
pub async fn open(folder: &Path, database: &Database) -> Result<SearchIndex, Error> {
    Ok(SearchIndex::open(folder, vocabulary(database).await?)?)
}

/// Returns the words that the city knows.
///
/// # Errors
/// If the database does not answer.
pub async fn vocabulary(database: &Database) -> db::Result<Vocabulary> {
    let edits = database.synonym_edits().await?;
    Ok(vocabulary::of(&database.districts().await?, &edits))
}

/// Builds the index anew from all that is published, and returns how many documents it holds.
///
/// # Errors
/// If the database does not answer or the index can't be written; the old index stays.
pub async fn rebuild(
    database: &Database,
    index: &SearchIndex,
    today: NaiveDate,
) -> Result<usize, Error> {
    // read first: what changes meanwhile is applied a second time, and that does no harm
    let position = database.last_change().await?;
    let vocabulary = vocabulary(database).await?;
    let documents = documents(database, today).await?;
    write(index, move |index| {
        index.rebuild_with(vocabulary, documents, at(position, today))
    })
    .await?;
    Ok(index.document_count())
}

/// Returns the documents of all that is published.
///
/// # Errors
/// If the database does not answer.
pub async fn documents(database: &Database, today: NaiveDate) -> db::Result<Vec<Document>> {
    let published = Published::read(database, today).await?;
    let mut documents = published.documents(database).await?;
    let mut last = String::new();
    loop {
        let courses = database.courses_after(&last, COURSES_AT_ONCE).await?;
        let Some(end) = courses.last() else {
            return Ok(documents);
        };
        last.clone_from(&end.course.id);
        documents.extend(courses.iter().map(|course| published.course(course)));
    }
}

/// Returns the documents of what is published, without the courses.
///
/// # Errors
/// If the database does not answer.
pub(crate) async fn without_courses(
    database: &Database,
    today: NaiveDate,
) -> db::Result<Vec<Document>> {
    let published = Published::read(database, today).await?;
    published.documents(database).await
}

/// Writes to the index on a thread that may wait for the disk.
async fn write(
    index: &SearchIndex,
    change: impl FnOnce(&SearchIndex) -> Result<(), SearchError> + Send + 'static,
) -> Result<(), Error> {
    let index = index.clone();
    tokio::task::spawn_blocking(move || change(&index))
        .await
        .map_err(|_| Error::Interrupted)?
        .map_err(Error::from)
}

/// Returns a place in the feed as the index keeps it; the feed counts up from 0.
fn at(change: i64, day: NaiveDate) -> Position {
    let feed = u64::try_from(change).unwrap_or_default();
    Position { feed, day }
}
