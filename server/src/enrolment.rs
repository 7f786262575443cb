//! Enrolling, waiting and cancelling: one transaction each, in which the seat, the right to it and the record change
//! together.
//!
//! Locks are taken in one order everywhere: the idempotency key, the course, the person, the ledger's head, the feed's
//! head. Two requests can then wait for one another only one way round. Nobody holds two persons at once: whoever takes
//! something is locked, whoever only gives something back is not.

mod case;
mod decision;
mod line;
mod reply;
mod seat;

pub use self::case::Case;
pub use self::decision::{Basis, ByPolicy, Eligibility, POLICY, Ruling};
pub use self::line::{leave, serve_line};
pub use self::reply::{Cancelled, Left, Outcome, Place, Promotion, Receipt};

use std::collections::BTreeMap;
use std::sync::Arc;

use policy::State;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::clock::Moment;
use crate::db::change::ChangeKind;
use crate::db::course::Course;
use crate::db::idempotency::Claim;
use crate::db::{Database, Error, Result, Transaction};
use crate::ledger::EntryKind;

/// One person's wish to be enrolled in one course.
#[derive(Clone, Debug)]
pub struct Request {
    /// Who.
    pub person: Uuid,
    /// The course's or slot's id.
    pub course: String,
    /// Whether they want to wait in line where no seat is free.
    pub waits: bool,
    /// Chosen by the sender: the same key never enrols twice.
    pub key: String,
    /// When it arrived.
    pub now: Moment,
}

impl Request {
    /// What the key stands for: asking for something else needs another one.
    fn digest(&self) -> impl AsRef<[u8]> + use<> {
        Sha256::new()
            .chain_update([u8::from(self.waits)])
            .chain_update(&self.course)
            .finalize()
    }
}

/// One person's wish to give up what is theirs: an enrolment, or a place in line.
#[derive(Clone, Copy, Debug)]
pub struct Withdrawal {
    /// Who.
    pub person: Uuid,
    /// The enrolment's id, or that of the place in line.
    pub id: Uuid,
    /// When it arrived.
    pub now: Moment,
}

/// Enrols a person, puts them in line where they want that and no seat is free, or says why not. A refusal is an
/// answer, never an error.
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

/// Cancels a person's enrolment and gives the seat to the first in line who may have it, else back to everybody.
///
/// # Errors
/// If the database does not answer; nothing was changed then.
pub async fn cancel(
    database: &Database,
    eligibility: Arc<dyn Eligibility>,
    withdrawal: Withdrawal,
) -> Result<Cancelled> {
    database
        .write(move |transaction| Box::pin(give_back(transaction, eligibility, withdrawal)))
        .await
}

async fn answer(
    transaction: &mut Transaction,
    eligibility: Arc<dyn Eligibility>,
    request: Request,
) -> Result<Outcome> {
    match transaction
        .claim_key(
            request.person,
            &request.key,
            request.digest().as_ref(),
            request.now,
        )
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
    let is_full = course.seats_left() == 0;
    if is_full && let Some(place) = line::place(transaction, request.person, &course.id).await? {
        return Ok(Outcome::InLine(place));
    }
    if !course.takes_applications(request.now.date()) {
        return Ok(Outcome::Closed {
            apply_until: course.apply_until,
        });
    }
    if is_full && !request.waits {
        return Ok(full(&course));
    }
    let case = Case::of(transaction, course, person, request.now).await?;
    let ruling = eligibility.decide(&case)?;
    if !ruling.is_eligible {
        return Ok(Outcome::NotEligible {
            policy: ruling.policy,
            assessment: ruling.assessment,
        });
    }
    if is_full {
        return Ok(Outcome::InLine(
            line::join(transaction, &case, &ruling).await?,
        ));
    }
    let seated = seat::give(transaction, &case, ruling, EntryKind::Enrolled).await?;
    Ok(seated.map_or_else(|| full(&case.course), Outcome::Enrolled))
}

fn full(course: &Course) -> Outcome {
    Outcome::Full {
        seats: course.seats,
    }
}

async fn give_back(
    transaction: &mut Transaction,
    eligibility: Arc<dyn Eligibility>,
    Withdrawal { person, id, now }: Withdrawal,
) -> Result<Cancelled> {
    let Some(enrolment) = transaction.enrolment(person, id).await? else {
        return Ok(Cancelled::NoSuchEnrolment);
    };
    let Some(course) = transaction.lock_course(&enrolment.course).await? else {
        return Err(Error::Damaged(format!("course of enrolment {id}")));
    };
    // The person is not locked: whoever decides about them meanwhile still sees the seat as theirs, which is the
    // careful side to be wrong on.
    if !transaction.cancel_enrolment(person, id, now).await? {
        let standing = transaction.enrolment(person, id).await?;
        let is_cancelled = standing.is_some_and(|standing| standing.state == State::Cancelled);
        return Ok(if is_cancelled {
            Cancelled::Already
        } else {
            Cancelled::TooLate
        });
    }
    let course = Course {
        seats_taken: transaction.give_seat_back(&course.id).await?,
        ..course
    };
    let body = BTreeMap::from([
        ("reference", enrolment.reference.clone().into()),
        ("seats_taken", course.seats_taken.into()),
    ]);
    let given_back = seat::record_of(EntryKind::Cancelled, &enrolment, body);
    // everybody concerned is locked before the ledger is
    let next = line::next(transaction, eligibility.as_ref(), course, now).await?;
    transaction.record(given_back, now).await?;
    let promoted = match next {
        Some((case, ruling)) => line::promote(transaction, &case, ruling).await?,
        None => None,
    };
    transaction
        .publish(ChangeKind::Course, &enrolment.course, now)
        .await?;
    Ok(Cancelled::Now(promoted))
}
