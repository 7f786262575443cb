//! Keeps the search index in step with the database: whole at first, then change by change.
//!
//! The database is the truth. The index remembers how far in the change feed it is; deleting its folder only costs
//! the time to build it again.

mod documents;
mod follow;
pub(crate) mod vocabulary;

use std::iter;
use std::path::Path;

use chrono::NaiveDate;
use search_index::{Document, Position, SearchError, SearchIndex, Vocabulary};
use tokio::sync::mpsc;

use self::documents::Published;
pub use self::follow::{Follower, Wake};
use crate::db::{self, Database};

/// Courses that are read from the database at once.
const COURSES_AT_ONCE: usize = 1_000;

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
    // one page is written while the next is read
    let (pages, written) = mpsc::channel(1);
    let writing = write(index, move |index| {
        index.rebuild_with(vocabulary, each(written), at(position, today))
    });
    let (read, written) = tokio::join!(tell(database, today, pages), writing);
    read?;
    written?;
    Ok(index.document_count())
}

/// Returns the documents of all that is published.
///
/// # Errors
/// If the database does not answer.
pub async fn documents(database: &Database, today: NaiveDate) -> db::Result<Vec<Document>> {
    let (pages, mut told) = mpsc::channel(1);
    let collecting = async {
        let mut documents = Vec::new();
        while let Some(Page::Documents(page)) = told.recv().await {
            documents.extend(page);
        }
        documents
    };
    let (read, documents) = tokio::join!(tell(database, today, pages), collecting);
    read?;
    Ok(documents)
}

/// A part of what is published.
enum Page {
    Documents(Vec<Document>),
    /// All was told; without it, something went wrong on the way.
    End,
}

/// Tells the documents of all that is published, courses that are held again and again side by side. Stops where nobody
/// listens any more.
async fn tell(database: &Database, today: NaiveDate, pages: mpsc::Sender<Page>) -> db::Result<()> {
    let published = Published::read(database, today).await?;
    let others = published.documents(database).await?;
    let mut is_heard = pages.send(Page::Documents(others)).await.is_ok();
    for ids in database.published_courses().await?.chunks(COURSES_AT_ONCE) {
        if !is_heard {
            return Ok(());
        }
        let courses = database.courses_by_ids(ids).await?;
        let documents = courses
            .iter()
            .filter(|placed| placed.course.is_published)
            .map(|placed| published.course(placed));
        is_heard = pages
            .send(Page::Documents(documents.collect()))
            .await
            .is_ok();
    }
    // whoever does not listen to the end has a fault to tell
    let _ = pages.send(Page::End).await;
    Ok(())
}

/// Returns the documents of pages as they come, on a thread that may wait for them; an error where they end too soon.
fn each(mut pages: mpsc::Receiver<Page>) -> impl Iterator<Item = Result<Document, SearchError>> {
    let pages = iter::from_fn(move || match pages.blocking_recv() {
        Some(Page::Documents(documents)) => Some(Ok(documents)),
        Some(Page::End) => None,
        None => Some(Err(SearchError::Interrupted)),
    });
    pages.flat_map(|page| match page {
        Ok(documents) => documents.into_iter().map(Ok).collect(),
        Err(fault) => vec![Err(fault)],
    })
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
