//! What `portal doctor` finds in the catalogue and in the register of readings.

use std::path::Path;
use std::process::Command;

use chrono::{Days, NaiveDate};
use server::clock::Moment;
use server::db::Database;
use server::db::amendment::StoredAmendment;
use server::db::catalogue::CatalogueEdition;

use crate::town::{COOK, edition, occupation};

fn portal(folder: &Path, command: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_portal"))
        .arg(command)
        .env_clear()
        .env("PORTAL_FOLDER", folder)
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

async fn open(folder: &Path) -> Database {
    let address = format!("sqlite:{}", folder.join("portal.db").display());
    Database::connect(&address, 1).await.unwrap()
}

fn edition_of(id: &str, from: &str, to: &str) -> CatalogueEdition {
    CatalogueEdition {
        id: id.to_owned(),
        from_on: from.parse().unwrap(),
        to_on: to.parse().ok(),
        ..edition()
    }
}

#[tokio::test]
async fn overlapping_editions_and_gaps_between_them_are_faults() {
    let folder = tempfile::tempdir().unwrap();
    portal(folder.path(), "migrate");
    let well = portal(folder.path(), "doctor");
    assert!(well.contains("ok     catalogue: 0 editions"), "{well}");
    let database = open(folder.path()).await;
    let put = database.write(|transaction| {
        Box::pin(async move {
            for edition in [
                edition_of("A", "2025-01-01", "2026-01-01"),
                edition_of("B", "2026-01-01", "2026-06-30"),
                edition_of("C", "2026-09-01", ""),
            ] {
                transaction.put_catalogue_edition(&edition).await?;
            }
            Ok(())
        })
    });
    put.await.unwrap();
    database.close().await;
    let told = portal(folder.path(), "doctor");
    assert!(
        told.contains("FAULT  catalogue: editions A and B overlap; no edition is in force from 2026-07-01 to 2026-08-31, between B and C"),
        "{told}"
    );
}

#[tokio::test]
async fn an_amendment_that_was_changed_after_its_day_is_a_fault() {
    let folder = tempfile::tempdir().unwrap();
    portal(folder.path(), "migrate");
    let well = portal(folder.path(), "doctor");
    assert!(
        well.contains("ok     register of readings: version 0"),
        "{well}"
    );
    let since = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let noon = |day: NaiveDate| server::clock::Clock::noon(day).now();
    let amendment = move |number, chosen: &str, entered_at: Moment| StoredAmendment {
        number,
        reading: policy::ReadingId::YoungestAge,
        chosen: chosen.parse().unwrap(),
        since,
        why: "示例".to_owned(),
        source: None,
        entered_at,
    };
    let database = open(folder.path()).await;
    let added = database.write(move |transaction| {
        Box::pin(async move {
            let early = noon(since - Days::new(9));
            let late = noon(since + Days::new(9));
            transaction
                .add_amendment(&amendment(1, "17", early))
                .await?;
            transaction
                .add_amendment(&amendment(2, "18", early))
                .await?;
            transaction.add_amendment(&amendment(3, "19", late)).await
        })
    });
    added.await.unwrap();
    database.close().await;
    let told = portal(folder.path(), "doctor");
    assert!(
        told.contains("FAULT  register of readings: row 3 changes row 2, of the same reading and day, after it came into force"),
        "{told}"
    );
}

#[tokio::test]
async fn an_index_that_is_missing_lags_or_has_drifted_is_a_fault() {
    let folder = tempfile::tempdir().unwrap();
    portal(folder.path(), "migrate");
    let told = portal(folder.path(), "doctor");
    assert!(
        told.contains("search index: it was not built yet"),
        "{told}"
    );
    portal(folder.path(), "reindex");
    let told = portal(folder.path(), "doctor");
    assert!(
        told.contains("search index: 0 documents, as published"),
        "{told}"
    );
    let database = open(folder.path()).await;
    let put = database.write(|transaction| {
        // nothing is published: no feed tells of it
        Box::pin(async move { transaction.put_occupation(&occupation(COOK)).await })
    });
    put.await.unwrap();
    database.close().await;
    let told = portal(folder.path(), "doctor");
    assert!(
        told.contains("1 missing, 0 too many, 0 different"),
        "{told}"
    );
    portal(folder.path(), "reindex");
    let told = portal(folder.path(), "doctor");
    assert!(
        told.contains("search index: 1 documents, as published"),
        "{told}"
    );
}
