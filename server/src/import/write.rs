//! Writes checked rows, each by its own key, and tells the change feed what is to be read again.

use super::batch::Batch;
use super::resident::Resident;
use super::training::Training;
use crate::clock::Moment;
use crate::db::change::ChangeKind;
use crate::db::course::Course;
use crate::db::meeting::Meeting;
use crate::db::meta::ImportRun;
use crate::db::{Error, Result, Transaction};
use crate::seal::Keys;

/// Above so many rows the feed names the kind alone: reading all of it again is then the shorter way.
const NAMED_CHANGES: usize = 500;

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
        Batch::Meetings(rows) => write_meetings(transaction, rows).await?,
        Batch::Market(rows) => {
            for row in rows {
                transaction.put_market_figure(row).await?;
            }
        }
        Batch::Residents(_) | Batch::History(_) => {}
    }
    Ok(())
}

async fn write_courses(transaction: &mut Transaction, courses: &[Course]) -> Result<()> {
    for course in courses {
        if !transaction.put_course(course).await? {
            return Err(Error::Interrupted(format!(
                "seats of course {} were taken meanwhile",
                course.id
            )));
        }
    }
    Ok(())
}

/// Writes the meetings of each course that the file names, in place of those that it had.
async fn write_meetings(transaction: &mut Transaction, meetings: &[Meeting]) -> Result<()> {
    let mut ordered = meetings.to_vec();
    ordered.sort_by(|one, other| one.course.cmp(&other.course));
    for of_course in ordered.chunk_by(|one, next| one.course == next.course) {
        transaction
            .put_meetings(&of_course[0].course, of_course)
            .await?;
    }
    Ok(())
}

async fn write_residents(
    transaction: &mut Transaction,
    keys: &Keys,
    residents: &[Resident],
    now: Moment,
) -> Result<()> {
    for resident in residents {
        transaction.put_person(&resident.sealed(keys, now)).await?;
    }
    Ok(())
}

async fn write_history(
    transaction: &mut Transaction,
    keys: &Keys,
    trainings: &[Training],
) -> Result<()> {
    for training in trainings {
        transaction
            .put_earlier_training(&training.of_person(keys))
            .await?;
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
