//! The line before a full course: joining and leaving it, and giving a seat that comes free to the first who may have it.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;
use uuid::Uuid;

use super::seat::{self, digest};
use super::{Case, Eligibility, Left, Place, Promotion, Ruling, Withdrawal};
use crate::clock::Moment;
use crate::db::change::ChangeKind;
use crate::db::course::Course;
use crate::db::waiting::{Waiting, WaitingState};
use crate::db::{Database, Error, Result, Transaction};
use crate::ledger::{Decision, EntryKind};

/// Gives one free seat of a course to the first in line who may have it; nothing where there is no such seat or person.
///
/// A seat that is given back goes to the line at once; this is for seats that come by another way, such as an import.
///
/// # Errors
/// If the database does not answer; nothing was changed then.
pub async fn serve_line(
    database: &Database,
    eligibility: Arc<dyn Eligibility>,
    course: String,
    now: Moment,
) -> Result<Option<Promotion>> {
    database
        .write(move |transaction| Box::pin(serve(transaction, eligibility, course, now)))
        .await
}

/// Takes a person out of a line.
///
/// # Errors
/// If the database does not answer; nothing was changed then.
pub async fn leave(database: &Database, withdrawal: Withdrawal) -> Result<Left> {
    database
        .write(move |transaction| Box::pin(give_up(transaction, withdrawal)))
        .await
}

async fn serve(
    transaction: &mut Transaction,
    eligibility: Arc<dyn Eligibility>,
    course: String,
    now: Moment,
) -> Result<Option<Promotion>> {
    let Some(course) = transaction.lock_course(&course).await? else {
        return Ok(None);
    };
    let Some((case, ruling)) = next(transaction, eligibility.as_ref(), course, now).await? else {
        return Ok(None);
    };
    let promoted = promote(transaction, &case, ruling).await?;
    transaction
        .publish(ChangeKind::Course, &case.course.id, now)
        .await?;
    Ok(promoted)
}

/// Returns a person's place in the line before a course, if they wait.
pub(super) async fn place(
    transaction: &mut Transaction,
    person: Uuid,
    course: &str,
) -> Result<Option<Place>> {
    match transaction.waiting_in_course(person, course).await? {
        Some(waiting) => Ok(Some(told(transaction, &waiting).await?)),
        None => Ok(None),
    }
}

/// Puts the case's person behind everybody else in the line before its course.
pub(super) async fn join(
    transaction: &mut Transaction,
    case: &Case,
    ruling: &Ruling,
) -> Result<Place> {
    let id = Uuid::now_v7();
    let assessment = digest(&ruling.assessment.to_string());
    let body = [
        ("assessment_sha256", assessment.into()),
        ("policy", ruling.policy.clone().into()),
    ];
    let (person, course) = (case.person.id, &case.course.id);
    let record = record_of(EntryKind::JoinedLine, id, (person, course), body);
    let entry = transaction.record(record, case.now).await?;
    let waiting = Waiting {
        id,
        person,
        course: course.clone(),
        since: case.now,
        position: entry.content.position,
        state: WaitingState::Waiting,
    };
    transaction.add_waiting(&waiting).await?;
    told(transaction, &waiting).await
}

async fn told(transaction: &mut Transaction, waiting: &Waiting) -> Result<Place> {
    let standing = transaction.standing(waiting).await?;
    Ok(Place {
        id: waiting.id,
        place: standing.place,
        waiting: standing.waiting,
    })
}

async fn give_up(
    transaction: &mut Transaction,
    Withdrawal { person, id, now }: Withdrawal,
) -> Result<Left> {
    let Some(waiting) = transaction.waiting(person, id).await? else {
        return Ok(Left::NotInLine);
    };
    // whoever gives a seat to this person holds the course
    transaction.lock_course(&waiting.course).await?;
    let ended = transaction
        .end_waiting((person, &waiting.course), WaitingState::Left, now)
        .await?;
    if !ended {
        let standing = transaction.waiting(person, id).await?;
        let has_seat = standing.is_some_and(|standing| standing.state == WaitingState::Seated);
        return Ok(if has_seat {
            Left::Seated
        } else {
            Left::Already
        });
    }
    let record = record_of(EntryKind::LeftLine, id, (person, &waiting.course), []);
    transaction.record(record, now).await?;
    Ok(Left::Now)
}

/// Returns the first in line whom the policy still lets have a free seat of a locked course, locked as well.
///
/// Whoever is passed over keeps the place: what stands in the way may pass (another training is cancelled, a missing
/// fact is told), and it is theirs alone to leave. They are unlocked before the next is asked; else two courses whose
/// lines cross could wait for one another.
pub(super) async fn next(
    transaction: &mut Transaction,
    eligibility: &dyn Eligibility,
    course: Course,
    now: Moment,
) -> Result<Option<(Case, Ruling)>> {
    if !course.is_published || course.seats_left() == 0 || course.starts_on <= now.date() {
        return Ok(None);
    }
    let mut behind = 0;
    transaction.set_savepoint().await?;
    while let Some(first) = transaction.next_waiting(&course.id, behind).await? {
        let Some(person) = transaction.lock_person(first.person).await? else {
            return Err(Error::Damaged(format!("person {}", first.person)));
        };
        let case = Case::of(transaction, course.clone(), person, now).await?;
        let ruling = eligibility.decide(&case)?;
        if ruling.is_eligible {
            return Ok(Some((case, ruling)));
        }
        transaction.go_back_to_savepoint().await?;
        behind = first.position;
    }
    Ok(None)
}

/// Gives a seat to whom [`next`] returned.
pub(super) async fn promote(
    transaction: &mut Transaction,
    case: &Case,
    ruling: Ruling,
) -> Result<Option<Promotion>> {
    let seated = seat::give(transaction, case, ruling, EntryKind::Promoted).await?;
    Ok(seated.map(|receipt| Promotion {
        person: case.person.id,
        title: case.course.title.clone(),
        starts_on: case.course.starts_on,
        receipt,
    }))
}

fn record_of<const N: usize>(
    kind: EntryKind,
    waiting: Uuid,
    (person, course): (Uuid, &str),
    body: [(&'static str, Value); N],
) -> Decision {
    let mut body = BTreeMap::from(body);
    body.insert("waiting", waiting.to_string().into());
    Decision {
        kind,
        actor: Some(person),
        person: Some(person),
        course: Some(course.to_owned()),
        enrolment: None,
        body,
    }
}
