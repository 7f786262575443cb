//! What an import takes, what it refuses, and that a refused one leaves nothing behind, on every database.

mod bad_rows;
mod command;
mod encodings;
mod long_files;
mod mutations;
pub(crate) mod readings;
mod whole_or_nothing;

use chrono::NaiveDate;
use server::clock::Clock;
use server::db::Database;
use server::demo::{Scale, files};
use server::import::{File, Kind, Problem, Refused, import};
use server::seal::Keys;

/// The day on which these tests happen.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// Imports one file.
pub(crate) async fn import_one(
    database: &Database,
    kind: Kind,
    bytes: impl Into<Vec<u8>>,
) -> Result<usize, Refused> {
    let file = File {
        kind,
        name: "test.csv".to_owned(),
        bytes: bytes.into(),
    };
    let counts = import(database, &Keys::demo(), &Clock::noon(today()), vec![file]).await?;
    Ok(counts[0])
}

/// Imports one file that must be refused, and returns its faults as line, column and problem.
pub(crate) async fn faults(
    database: &Database,
    kind: Kind,
    bytes: impl Into<Vec<u8>>,
) -> Vec<(u64, String, Problem)> {
    match import_one(database, kind, bytes).await {
        Err(Refused::Faulty { errors, .. }) => errors
            .named
            .into_iter()
            .map(|error| (error.line, error.column, error.problem))
            .collect(),
        other => panic!("expected faults, got {other:?}"),
    }
}

/// Imports the demo city's files of these kinds.
pub(crate) async fn with(database: &Database, kinds: &[Kind]) {
    let needed = files(today(), Scale::City, 1)
        .into_iter()
        .filter(|file| kinds.contains(&file.kind))
        .collect();
    import(database, &Keys::demo(), &Clock::noon(today()), needed)
        .await
        .unwrap();
}

/// Returns how many rows of each published kind the database holds.
pub(crate) async fn counts(database: &Database) -> Vec<usize> {
    vec![
        database.occupations("2022").await.unwrap().len(),
        database.occupation_levels().await.unwrap().len(),
        database.districts().await.unwrap().len(),
        database.universities().await.unwrap().len(),
        database.institutions().await.unwrap().len(),
        database.bases().await.unwrap().len(),
        database.seats_taken().await.unwrap().len(),
        database.market_totals().await.unwrap().len(),
        database.import_runs().await.unwrap().len(),
        usize::try_from(database.last_change().await.unwrap()).unwrap(),
    ]
}
