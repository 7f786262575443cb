//! What enrolling and cancelling answer; a reply is kept word for word, so that asking again gives the same one.

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
    /// Every seat is taken.
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

/// What came of wishing to cancel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cancelled {
    /// The seat was given back by this call.
    Now,
    /// It was given back before.
    Already,
    /// The course has started, or the training is already past that point.
    TooLate,
    /// The person has no such enrolment.
    NoSuchEnrolment,
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
