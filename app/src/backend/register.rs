//! What is asked of the register of readings.

use chrono::NaiveDate;
use policy::{Chosen, Clause, ReadingId};

/// One place where the policy can be read in more than one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisteredReading {
    /// Its name.
    pub id: ReadingId,
    /// The clause that can be read so.
    pub clause: Clause,
    /// Every choice made for it by its first day, the built-in one first; never empty.
    pub choices: Vec<ReadingChoice>,
}

/// What was chosen for a reading, from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingChoice {
    /// What.
    pub chosen: Chosen,
    /// The first day on which it holds.
    pub since: NaiveDate,
    /// Why, in the words of the office that amended the register; `None` for the built-in choice, whose reason is the portal's.
    pub why: Option<String>,
    /// The document that says so.
    pub source: Option<String>,
}

impl RegisteredReading {
    /// Returns what holds on the day, by its place among the choices.
    #[must_use]
    pub fn in_force(&self, on: NaiveDate) -> usize {
        self.choices
            .iter()
            .rposition(|choice| choice.since <= on)
            .unwrap_or_default()
    }
}
