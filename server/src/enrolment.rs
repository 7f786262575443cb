//! Enrolling and cancelling: one transaction each, in which the seat, the right to it and the record change together.
//!
//! Locks are taken in one order everywhere: the idempotency key, the course, the person, the ledger's head, the feed's
//! head. Two requests can then wait for one another only one way round.

mod case;
mod decision;
mod reply;

pub use self::case::Case;
pub use self::decision::{ByPolicy, Eligibility, POLICY, Ruling};
pub use self::reply::{Cancelled, Outcome, Receipt};

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::Datelike;
use policy::State;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::clock::Moment;
use crate::db::change::ChangeKind;
use crate::db::course::Course;
use crate::db::enrolment::Enrolment;
use crate::db::idempotency::Claim;
use crate::db::{Database, Error, Result, Transaction};
use crate::ledger::{Decision, EntryKind};
use crate::reference::Reference;

/// One person's wish to be enrolled in one course.
#[derive(Clone, Debug)]
pub struct Request {
    /// Who.
    pub person: Uuid,
    /// The course's or slot's id.
    pub course: String,
    /// Chosen by the sender: the same key never enrols twice.
    pub key: String,
    /// When it arrived.
    pub now: Moment,
}

/// Enrols a person, or says why not. A refusal is an answer, never an error.
///
/// # Errors
/// If the database does not answer; nothing was changed then, and the same key may be tried again.
pub async fn enrol(
    database: &Database,
    eligibility: Arc<dyn Eligibility>,
    request: Request,
) -> Result<Outcome> {
    database
        .write(move |transaction| Box::pin(answer(transaction, eligibility, request)))
        .await
}

/// Cancels a person's enrolment and gives the seat back.
///
/// # Errors
/// If the database does not answer; nothing was changed then.
pub async fn cancel(
    database: &Database,
    person: Uuid,
    enrolment: Uuid,
    now: Moment,
) -> Result<Cancelled> {
    database
        .write(move |transaction| Box::pin(give_back(transaction, person, enrolment, now)))
        .await
}

async fn answer(
    transaction: &mut Transaction,
    eligibility: Arc<dyn Eligibility>,
    request: Request,
) -> Result<Outcome> {
    let digest = Sha256::digest(request.course.as_bytes());
    match transaction
        .claim_key(request.person, &request.key, &digest, request.now)
        .await?
    {
        Claim::New => {}
        Claim::Answered(reply) => return Outcome::from_stored(&reply),
        Claim::UsedForAnother => return Ok(Outcome::KeyUsedForAnother),
    }
    let outcome = decide(transaction, eligibility.as_ref(), &request).await?;
    transaction
        .keep_reply(request.person, &request.key, &outcome.to_stored())
        .await?;
    if let Outcome::Enrolled(receipt) = &outcome {
        transaction
            .publish(ChangeKind::Course, &receipt.course, request.now)
            .await?;
    }
    Ok(outcome)
}

async fn decide(
    transaction: &mut Transaction,
    eligibility: &dyn Eligibility,
    request: &Request,
) -> Result<Outcome> {
    let Some(course) = transaction.lock_course(&request.course).await? else {
        return Ok(Outcome::NoSuchCourse);
    };
    if !course.is_published {
        return Ok(Outcome::NoSuchCourse);
    }
    let Some(person) = transaction.lock_person(request.person).await? else {
        return Err(Error::Damaged(format!("person {}", request.person)));
    };
    if let Some(enrolment) = transaction
        .active_enrolment(request.person, &course.id)
        .await?
    {
        return Ok(Outcome::AlreadyEnrolled {
            reference: enrolment.reference,
        });
    }
    if !course.takes_applications(request.now.date()) {
        return Ok(Outcome::Closed {
            apply_until: course.apply_until,
        });
    }
    if course.seats_left() == 0 {
        return Ok(Outcome::Full {
            seats: course.seats,
        });
    }
    let case = Case::of(transaction, course, person, request.now).await?;
    let ruling = eligibility.decide(&case)?;
    if !ruling.is_eligible {
        return Ok(Outcome::NotEligible {
            policy: ruling.policy,
            assessment: ruling.assessment,
        });
    }
    seat(transaction, &case.course, ruling, request).await
}

async fn seat(
    transaction: &mut Transaction,
    course: &Course,
    ruling: Ruling,
    request: &Request,
) -> Result<Outcome> {
    let Some(taken) = transaction.take_seat(&course.id).await? else {
        return Ok(Outcome::Full {
            seats: course.seats,
        });
    };
    let position = transaction.lock_ledger().await?.position + 1;
    let year = u32::try_from(request.now.date().year()).expect("the portal runs after year 0");
    let reference = Reference::at(
        u64::try_from(position).expect("positions count from 1"),
        year,
    );
    let enrolment = Enrolment {
        id: Uuid::now_v7(),
        reference: reference.to_string(),
        person: request.person,
        course: course.id.clone(),
        programme: course.programme,
        occupation: course.occupation.clone(),
        level: course.level,
        starts_on: course.starts_on,
        ends_on: course.ends_on,
        state: State::Reserved,
        created_at: request.now,
        cancelled_at: None,
        policy: ruling.policy,
        assessment: ruling.assessment.to_string(),
    };
    transaction.add_enrolment(&enrolment).await?;
    let body = BTreeMap::from([
        (
            "assessment_sha256",
            hexadecimal(&Sha256::digest(enrolment.assessment.as_bytes())).into(),
        ),
        ("policy", enrolment.policy.clone().into()),
        ("programme", enrolment.programme.code().into()),
        ("reference", enrolment.reference.clone().into()),
        ("seats_taken", taken.into()),
        ("starts_on", enrolment.starts_on.to_string().into()),
    ]);
    let entry = transaction
        .record(
            record_of(EntryKind::Enrolled, &enrolment, body),
            request.now,
        )
        .await?;
    Ok(Outcome::Enrolled(Receipt {
        enrolment: enrolment.id,
        reference: enrolment.reference,
        course: enrolment.course,
        enrolled_at: enrolment.created_at,
        ledger_position: entry.content.position,
        ledger_hash: entry.hash.to_string(),
    }))
}

async fn give_back(
    transaction: &mut Transaction,
    person: Uuid,
    id: Uuid,
    now: Moment,
) -> Result<Cancelled> {
    let Some(enrolment) = transaction.enrolment(person, id).await? else {
        return Ok(Cancelled::NoSuchEnrolment);
    };
    transaction.lock_course(&enrolment.course).await?;
    transaction.lock_person(person).await?;
    if !transaction.cancel_enrolment(person, id, now).await? {
        let standing = transaction.enrolment(person, id).await?;
        let is_cancelled = standing.is_some_and(|standing| standing.state == State::Cancelled);
        return Ok(if is_cancelled {
            Cancelled::Already
        } else {
            Cancelled::TooLate
        });
    }
    let taken = transaction.give_seat_back(&enrolment.course).await?;
    let body = BTreeMap::from([
        ("reference", enrolment.reference.clone().into()),
        ("seats_taken", taken.into()),
    ]);
    transaction
        .record(record_of(EntryKind::Cancelled, &enrolment, body), now)
        .await?;
    transaction
        .publish(ChangeKind::Course, &enrolment.course, now)
        .await?;
    Ok(Cancelled::Now)
}

fn record_of(
    kind: EntryKind,
    enrolment: &Enrolment,
    body: BTreeMap<&'static str, serde_json::Value>,
) -> Decision {
    Decision {
        kind,
        actor: Some(enrolment.person),
        person: Some(enrolment.person),
        course: Some(enrolment.course.clone()),
        enrolment: Some(enrolment.id),
        body,
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
