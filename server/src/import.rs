//! Tables in, row by row and all or nothing: files are read whole and checked whole, and only then written, in one
//! transaction. Importing a file again changes nothing.

mod amendment;
mod base;
mod batch;
mod catalogue;
mod course;
mod designation;
mod district;
mod encoding;
mod institution;
mod kind;
mod known;
mod market;
mod meeting;
mod occupation;
mod proposal;
mod record;
mod resident;
mod row;
mod row_error;
mod table;
mod training;
mod university;
mod wording;
mod write;

use sha2::{Digest, Sha256};
use uuid::Uuid;

use self::batch::Batch;
pub use self::kind::Kind;
use self::known::Known;
pub use self::proposal::proposal;
pub use self::row_error::{NAMED_ERRORS, Noun, Problem, Remedy, RowError, RowErrors};
pub use self::table::Column;
pub use self::wording::{told, told_in, told_of_field};
use crate::clock::Clock;
use crate::db::meta::ImportRun;
use crate::db::{self, Database};
use crate::seal::Keys;

/// A file to import.
#[derive(Debug, Clone)]
pub struct File {
    /// What it holds.
    pub kind: Kind,
    /// Its name, for the record of the import.
    pub name: String,
    /// Its bytes: UTF-8 with or without byte-order mark, or GB18030.
    pub bytes: Vec<u8>,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// A file is not in order.
    #[error("{name} has {} faults and nothing was imported; correct the rows and import it again", errors.count())]
    Faulty {
        /// The file's name.
        name: String,
        /// What it was to hold.
        kind: Kind,
        /// Its faults.
        errors: RowErrors,
    },
    /// The database failed.
    #[error(transparent)]
    Database(#[from] db::Error),
}

/// Imports files that may build on each other, in their order, and returns the number of rows of each.
///
/// # Errors
///
/// [`Refused`]; nothing of any of the files is written then.
pub async fn import(
    database: &Database,
    keys: &Keys,
    clock: &Clock,
    files: Vec<File>,
) -> Result<Vec<usize>, Refused> {
    let batches = read(database, &files, clock).await?;
    let counts = batches.iter().map(Batch::len).collect();
    let runs = files
        .iter()
        .zip(&batches)
        .map(|(file, batch)| run_of(file, batch, clock))
        .collect::<Vec<_>>();
    drop(files);
    let written: Vec<_> = runs.into_iter().zip(batches).collect();
    let keys = keys.clone();
    database
        .write(move |transaction| {
            Box::pin(async move { write::write(transaction, &keys, &written).await })
        })
        .await?;
    Ok(counts)
}

/// Reads and checks files as [`import`] does and writes nothing; returns the number of rows of each.
///
/// # Errors
///
/// [`Refused`], as the import would be.
pub async fn examine(
    database: &Database,
    clock: &Clock,
    files: &[File],
) -> Result<Vec<usize>, Refused> {
    Ok(read(database, files, clock)
        .await?
        .iter()
        .map(Batch::len)
        .collect())
}

async fn read(database: &Database, files: &[File], clock: &Clock) -> Result<Vec<Batch>, Refused> {
    let mut known = Known::load(database, clock.today()).await?;
    let checked = files.iter().map(|file| {
        Batch::read(file.kind, &file.bytes, &mut known).map_err(|errors| Refused::Faulty {
            name: file.name.clone(),
            kind: file.kind,
            errors,
        })
    });
    checked.collect()
}

/// Returns how many rows a file holds, read by itself: whatever lies outside of it counts as missing.
///
/// # Errors
///
/// The file's faults.
pub fn check(kind: Kind, bytes: &[u8]) -> Result<usize, RowErrors> {
    Batch::read(kind, bytes, &mut Known::default()).map(|batch| batch.len())
}

fn run_of(file: &File, batch: &Batch, clock: &Clock) -> ImportRun {
    ImportRun {
        id: Uuid::now_v7(),
        kind: file.kind.word().to_owned(),
        file_name: file.name.clone(),
        digest: Sha256::digest(&file.bytes).to_vec(),
        row_count: i64::try_from(batch.len()).expect("a file of this size has fewer rows"),
        finished_at: clock.now(),
    }
}
