//! Facts that can't be: found before any rule is asked, each with a pointer to the place.

use chrono::NaiveDate;

use crate::{Course, Facts, HistoryEntry, Internship, State};

/// The most history entries, and the most certificates, that are looked at.
pub const MOST_ENTRIES: usize = 500;

/// A fact that can't be, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impossible {
    /// The JSON pointer (RFC 6901) into a request `{person, history, course}`, such as `/history/3/start`.
    pub pointer: String,
    /// What is wrong there.
    pub why: Impossibility,
}

/// What is wrong with a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Impossibility {
    /// The birth lies after the day asked about.
    BirthLater,
    /// The contract was signed after the day asked about.
    ContractLater,
    /// A training that starts after the day asked about is said to be further than reserved or cancelled.
    EntryLater,
    /// It ends before it starts.
    EndsBeforeStart,
    /// More than [`MOST_ENTRIES`].
    TooMany,
    /// The programme needs an occupation here.
    OccupationMissing,
    /// The programme needs a level here.
    LevelMissing,
}

impl Impossibility {
    /// Returns the stable key of the sentence that explains this to a person.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::BirthLater => "impossible-birth-later",
            Self::ContractLater => "impossible-contract-later",
            Self::EntryLater => "impossible-entry-later",
            Self::EndsBeforeStart => "impossible-ends-before-start",
            Self::TooMany => "impossible-too-many",
            Self::OccupationMissing => "impossible-occupation-missing",
            Self::LevelMissing => "impossible-level-missing",
        }
    }
}

fn found(pointer: impl Into<String>, why: Impossibility) -> Impossible {
    Impossible {
        pointer: pointer.into(),
        why,
    }
}

impl Facts {
    /// Checks that the facts could be true on the day.
    ///
    /// # Errors
    /// Every impossible fact, in the order of the request.
    pub fn check(&self, on: NaiveDate) -> Result<(), Vec<Impossible>> {
        let mut impossible = Vec::new();
        if self.person.birth.is_some_and(|birth| birth > on) {
            impossible.push(found("/person/birth", Impossibility::BirthLater));
        }
        if self
            .person
            .certificates
            .as_ref()
            .is_some_and(|list| list.len() > MOST_ENTRIES)
        {
            impossible.push(found("/person/certificates", Impossibility::TooMany));
        }
        if self
            .person
            .employment()
            .contract_signed
            .is_some_and(|signed| signed > on)
        {
            impossible.push(found(
                "/person/employment/contract_signed",
                Impossibility::ContractLater,
            ));
        }
        let history = self.history.as_deref().unwrap_or_default();
        if history.len() > MOST_ENTRIES {
            impossible.push(found("/history", Impossibility::TooMany));
        } else {
            for (place, entry) in history.iter().enumerate() {
                check_entry(place, entry, on, &mut impossible);
            }
        }
        if impossible.is_empty() {
            Ok(())
        } else {
            Err(impossible)
        }
    }
}

fn check_entry(
    place: usize,
    entry: &HistoryEntry,
    on: NaiveDate,
    impossible: &mut Vec<Impossible>,
) {
    if entry.programme.names_occupation() {
        if entry.occupation.is_none() {
            impossible.push(found(
                format!("/history/{place}/occupation"),
                Impossibility::OccupationMissing,
            ));
        }
        if entry.level.is_none() {
            impossible.push(found(
                format!("/history/{place}/level"),
                Impossibility::LevelMissing,
            ));
        }
    }
    if entry.start > on && !matches!(entry.state, State::Reserved | State::Cancelled) {
        impossible.push(found(
            format!("/history/{place}/start"),
            Impossibility::EntryLater,
        ));
    }
}

impl Course {
    /// Checks that the course could be held.
    ///
    /// # Errors
    /// Every impossible fact, in the order of the request.
    pub fn check(&self) -> Result<(), Vec<Impossible>> {
        let mut impossible = Vec::new();
        if self.programme.names_occupation() {
            if self.occupation.is_none() {
                impossible.push(found(
                    "/course/occupation",
                    Impossibility::OccupationMissing,
                ));
            }
            if self.level.is_none() {
                impossible.push(found("/course/level", Impossibility::LevelMissing));
            }
        }
        if self.end.is_some_and(|end| end < self.start) {
            impossible.push(found("/course/end", Impossibility::EndsBeforeStart));
        }
        if let Some(Internship::Held {
            from: Some(from),
            to: Some(to),
            ..
        }) = self.internship
            && to < from
        {
            impossible.push(found(
                "/course/internship/to",
                Impossibility::EndsBeforeStart,
            ));
        }
        if impossible.is_empty() {
            Ok(())
        } else {
            Err(impossible)
        }
    }
}
