//! What enrolling, waiting and cancelling answer; a reply is kept word for word, so that asking again gives the same one.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::clock::Moment;
use crate::db::{Error, Result};

/// What came of wishing to be enrolled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The seat is the person's.
    Enrolled(Receipt),
    /// The person has a seat in the course already.
    AlreadyEnrolled {
        /// The number of that enrolment.
        reference: String,
    },
    /// Every seat is taken, and the person waits in line.
    InLine(Place),
    /// Every seat is taken, and the person did not want to wait.
    Full {
        /// The seats in all.
        seats: i32,
    },
    /// Applications are over.
    Closed {
        /// The last day on which one could apply.
        apply_until: NaiveDate,
    },
    /// The policy refuses the person this course, or lacks a fact.
    NotEligible {
        /// The policy that decided.
        policy: String,
        /// Every rule that was asked, with its outcome and clause.
        assessment: Value,
    },
    /// There is no such published course.
    NoSuchCourse,
    /// The key belongs to another request of this person.
    KeyUsedForAnother,
}

/// The proof of an enrolment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// Id.
    pub enrolment: Uuid,
    /// The number to quote.
    pub reference: String,
    /// The course's id.
    pub course: String,
    /// When it was made.
    pub enrolled_at: Moment,
    /// Where the ledger records it.
    pub ledger_position: i64,
    /// The hash of that record, in hexadecimal.
    pub ledger_hash: String,
}

/// A place in the line before a full course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Id, for leaving.
    pub id: Uuid,
    /// From 1.
    pub place: i64,
    /// How many wait, this person among them.
    pub waiting: i64,
}

/// A seat that went to somebody who waited for it: what they have to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promotion {
    /// Who.
    pub person: Uuid,
    /// The course's title.
    pub title: String,
    /// Its first day.
    pub starts_on: NaiveDate,
    /// The proof of their enrolment.
    pub receipt: Receipt,
}

/// What came of wishing to cancel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cancelled {
    /// The seat was given back by this call, and went to the first in line who may have it, if there is one.
    Now(Option<Promotion>),
    /// It was given back before.
    Already,
    /// The course has started, or the training is already past that point.
    TooLate,
    /// The person has no such enrolment.
    NoSuchEnrolment,
}

/// What came of wishing to leave a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// The place was given up by this call.
    Now,
    /// It was given up before.
    Already,
    /// A seat came free before: there is an enrolment to cancel instead.
    Seated,
    /// The person has no such place.
    NotInLine,
}

impl Outcome {
    pub(super) fn to_stored(&self) -> String {
        serde_json::to_string(self).expect("an outcome has text keys only")
    }

    pub(super) fn from_stored(reply: &str) -> Result<Self> {
        serde_json::from_str(reply)
            .map_err(|_| Error::Damaged("reply to an idempotency key".to_owned()))
    }
}
