//! Writes checked rows, each by its own key, and tells the change feed what is to be read again.

use std::collections::BTreeMap;

use serde_json::json;

use super::amendment::AmendmentRow;
use super::batch::Batch;
use super::resident::Resident;
use super::training::Training;
use crate::clock::Moment;
use crate::db::amendment::StoredAmendment;
use crate::db::change::ChangeKind;
use crate::db::course::Course;
use crate::db::meta::ImportRun;
use crate::db::{Error, Result, Transaction};
use crate::ledger::{Decision, EntryKind};
use crate::register::Register;
use crate::seal::Keys;

/// Above so many rows the feed names the kind alone: reading all of it again is then the shorter way.
const NAMED_CHANGES: usize = 500;
/// So many rows are held in memory both as they were read and as the database keeps them.
const SEALED_AT_ONCE: usize = 1_000;

/// Writes the rows of every batch, the record of each import, and last the change feed.
pub(super) async fn write(
    transaction: &mut Transaction,
    keys: &Keys,
    batches: &[(ImportRun, Batch)],
) -> Result<()> {
    for (run, batch) in batches {
        match batch {
            Batch::Residents(rows) => {
                write_residents(transaction, keys, rows, run.finished_at).await?
            }
            Batch::History(rows) => write_history(transaction, keys, rows).await?,
            Batch::Amendments(rows, checked_after) => {
                amend(transaction, rows, *checked_after, run.finished_at).await?
            }
            published => write_published(transaction, published).await?,
        }
        transaction.add_import_run(run).await?;
    }
    for (run, batch) in batches {
        publish(transaction, batch, run.finished_at).await?;
    }
    Ok(())
}

async fn write_published(transaction: &mut Transaction, batch: &Batch) -> Result<()> {
    match batch {
        Batch::Occupations(rows) => {
            for row in rows {
                let occupation = &row.occupation;
                transaction.put_occupation(occupation).await?;
                for level in &row.levels {
                    transaction
                        .put_occupation_level(&occupation.classification, &occupation.code, *level)
                        .await?;
                }
            }
        }
        Batch::Districts(rows) => {
            for row in rows {
                transaction.put_district(row).await?;
            }
        }
        Batch::Universities(rows) => {
            for row in rows {
                transaction.put_university(row).await?;
            }
        }
        Batch::Catalogue(rows) => {
            for row in rows {
                transaction.put_catalogue_edition(&row.edition).await?;
                transaction.put_catalogue_entry(&row.entry).await?;
            }
        }
        Batch::Institutions(rows) => {
            for row in rows {
                transaction.put_institution(row).await?;
            }
        }
        Batch::Designations(rows) => {
            for row in rows {
                transaction.put_designation(row).await?;
            }
        }
        Batch::Bases(rows) => {
            for row in rows {
                transaction.put_base(row).await?;
            }
        }
        Batch::Courses(rows) => write_courses(transaction, rows).await?,
        Batch::Meetings(rows) => transaction.put_meetings(rows).await?,
        Batch::Market(rows) => {
            for row in rows {
                transaction.put_market_figure(row).await?;
            }
        }
        Batch::Residents(_) | Batch::History(_) | Batch::Amendments(..) => {}
    }
    Ok(())
}

/// Adds to the register what it does not say yet, and puts the new version on record.
async fn amend(
    transaction: &mut Transaction,
    rows: &[AmendmentRow],
    checked_after: i64,
    at: Moment,
) -> Result<()> {
    // whoever else amends waits here
    transaction.lock_ledger().await?;
    if Register::within(transaction).await?.last_number() != checked_after {
        return Err(Error::Interrupted(
            "the register of readings was amended meanwhile".to_owned(),
        ));
    }
    let new: Vec<_> = rows
        .iter()
        .filter(|row| !row.is_stored)
        .zip(checked_after + 1..)
        .map(|(row, number)| row.numbered(number, at))
        .collect();
    if new.is_empty() {
        return Ok(());
    }
    for amendment in &new {
        transaction.add_amendment(amendment).await?;
    }
    let version = Register::within(transaction).await?.version();
    let told = |row: &StoredAmendment| {
        json!({
            "number": row.number,
            "reading": row.reading,
            "chosen": row.chosen.to_string(),
            "since": row.since,
        })
    };
    let body = BTreeMap::from([
        ("amendments", new.iter().map(told).collect()),
        ("digest", version.digest.into()),
    ]);
    let decision = Decision {
        kind: EntryKind::RegisterAmended,
        actor: None,
        person: None,
        course: None,
        enrolment: None,
        body,
    };
    transaction.record(decision, at).await?;
    Ok(())
}

async fn write_courses(transaction: &mut Transaction, courses: &[Course]) -> Result<()> {
    let unchanged = transaction.put_courses(courses).await?;
    if unchanged.is_empty() {
        return Ok(());
    }
    Err(Error::Interrupted(format!(
        "seats were taken meanwhile of course {}",
        unchanged.join(", ")
    )))
}

async fn write_residents(
    transaction: &mut Transaction,
    keys: &Keys,
    residents: &[Resident],
    now: Moment,
) -> Result<()> {
    for residents in residents.chunks(SEALED_AT_ONCE) {
        let persons: Vec<_> = residents
            .iter()
            .map(|resident| resident.sealed(keys, now))
            .collect();
        transaction.put_persons(&persons).await?;
    }
    Ok(())
}

async fn write_history(
    transaction: &mut Transaction,
    keys: &Keys,
    trainings: &[Training],
) -> Result<()> {
    for trainings in trainings.chunks(SEALED_AT_ONCE) {
        let trainings: Vec<_> = trainings
            .iter()
            .map(|training| training.of_person(keys))
            .collect();
        transaction.put_earlier_trainings(&trainings).await?;
    }
    Ok(())
}

async fn publish(transaction: &mut Transaction, batch: &Batch, at: Moment) -> Result<()> {
    let (kind, mut subjects): (_, Vec<&str>) = match batch {
        Batch::Occupations(rows) => (
            ChangeKind::Occupation,
            rows.iter()
                .map(|row| row.occupation.code.as_str())
                .collect(),
        ),
        Batch::Districts(_) | Batch::Universities(_) => {
            return transaction.publish_all(ChangeKind::Place, at).await;
        }
        Batch::Catalogue(_) => return transaction.publish_all(ChangeKind::Catalogue, at).await,
        Batch::Market(_) => return transaction.publish_all(ChangeKind::Market, at).await,
        Batch::Amendments(..) => return transaction.publish_all(ChangeKind::Register, at).await,
        Batch::Institutions(rows) => (
            ChangeKind::Institution,
            rows.iter().map(|row| row.id.as_str()).collect(),
        ),
        Batch::Designations(rows) => (
            ChangeKind::Institution,
            rows.iter().map(|row| row.institution.as_str()).collect(),
        ),
        Batch::Bases(rows) => (
            ChangeKind::Base,
            rows.iter().map(|row| row.id.as_str()).collect(),
        ),
        Batch::Courses(rows) => (
            ChangeKind::Course,
            rows.iter().map(|row| row.id.as_str()).collect(),
        ),
        Batch::Residents(_) | Batch::History(_) => return Ok(()),
        Batch::Meetings(rows) => (
            ChangeKind::Course,
            rows.iter().map(|row| row.course.as_str()).collect(),
        ),
    };
    subjects.sort_unstable();
    subjects.dedup();
    if subjects.len() > NAMED_CHANGES {
        return transaction.publish_all(kind, at).await;
    }
    for subject in subjects {
        transaction.publish(kind, subject, at).await?;
    }
    Ok(())
}
