//! What a signed-in person has told the portal and applied for.

use chrono::{DateTime, FixedOffset};
use policy::{Facts, State};

use super::publishing::CourseCard;

/// A person, by the portal's own number (a UUID), which says nothing about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonId(pub u128);

/// What the portal keeps about a person, masked for the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// `138****5678`
    pub masked_phone: String,
    /// `李*`; `None` until the real name was given.
    pub masked_name: Option<String>,
    /// `2102**********1234`; `None` until given.
    pub masked_resident_id: Option<String>,
    /// The facts they gave.
    pub facts: Facts,
}

/// An enrolment as its owner sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Application {
    /// Number to quote.
    pub reference: String,
    /// Where it stands.
    pub state: State,
    /// When it was made.
    pub made_at: DateTime<FixedOffset>,
    /// When it was cancelled, if it was.
    pub cancelled_at: Option<DateTime<FixedOffset>>,
    /// For which course or slot.
    pub course: CourseCard,
    /// Whether the person may still cancel it.
    pub can_cancel: bool,
    /// Position in the ledger, and the hash there in hexadecimal.
    pub ledger: (u64, String),
}

/// A place in the line before a full course, as its owner sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Id, for leaving.
    pub id: String,
    /// Since when.
    pub since: DateTime<FixedOffset>,
    /// From 1.
    pub place: u32,
    /// How many wait, this person among them.
    pub waiting: u32,
    /// For which course or slot.
    pub course: CourseCard,
}
