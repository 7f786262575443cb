//! What a rehearsal found: what a changed register would mean for synthetic residents. Nothing in it is about anybody.

use chrono::NaiveDate;
use policy::{Chosen, Course, CourseAssessment, Facts, Fen, Group, Programme, ReadingId};

/// How a changed register decides about synthetic residents, against the one that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rehearsal {
    /// How many residents were drawn.
    pub people: u64,
    /// The number from which they were drawn; the same number, the same residents.
    pub seed: u64,
    /// The day on which they ask.
    pub on: NaiveDate,
    /// What was changed.
    pub changes: Vec<Change>,
    /// Everybody together.
    pub all: Effect,
    /// By the programme of the course that they want; programmes that nobody wanted are left out.
    pub programmes: Vec<(Programme, Effect)>,
    /// By district of residence: its code and name.
    pub districts: Vec<(String, String, Effect)>,
    /// By the group that they belong to first.
    pub groups: Vec<(Group, Effect)>,
    /// By age, from the first to the last year of the band.
    pub ages: Vec<(u32, u32, Effect)>,
    /// By programme: how many could apply for it at all, before and after.
    pub open: Vec<(Programme, u64, u64)>,
    /// The day on which they could.
    pub open_on: NaiveDate,
    /// A few of those who gain and of those who lose.
    pub examples: Vec<Example>,
}

/// One change of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A reading is chosen otherwise.
    Reading {
        /// Which.
        id: ReadingId,
        /// What would hold on that day.
        from: Chosen,
        /// What is proposed.
        to: Chosen,
        /// The first day.
        since: NaiveDate,
    },
    /// A shortage tier gets another top-up.
    TopUp {
        /// The tier, as the catalogue names it.
        tier: String,
        /// In percent.
        percent: u32,
        /// The first day.
        since: NaiveDate,
    },
}

/// What a change means for some residents, each of whom wants one course.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// How many they are.
    pub people: u64,
    /// Who gets into a course that was closed to them, or more money for it.
    pub gain: u64,
    /// Who no longer gets into a course, or gets less money for it.
    pub lose: u64,
    /// What is paid before the change, if all who may take their course do and are certified.
    pub before: Fen,
    /// What is paid after it.
    pub after: Fen,
}

/// A synthetic resident for whom something changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Their number among those who were drawn.
    pub number: u64,
    /// Whether they gain.
    pub gains: bool,
    /// All about them.
    pub facts: Facts,
    /// The course that they want.
    pub course: Course,
    /// What is decided before the change.
    pub before: CourseAssessment,
    /// What is decided after it.
    pub after: CourseAssessment,
}

impl Effect {
    /// Returns how much more is paid after the change; less where it is negative.
    #[must_use]
    pub const fn difference(&self) -> Fen {
        Fen(self.after.0 - self.before.0)
    }

    /// Adds those of another part.
    pub fn add(&mut self, other: &Self) {
        self.people += other.people;
        self.gain += other.gain;
        self.lose += other.lose;
        self.before.0 += other.before.0;
        self.after.0 += other.after.0;
    }
}
