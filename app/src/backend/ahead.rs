//! What lies ahead of somebody: after a course, on the way to one, over the years.

use policy::{CourseAssessment, Level, OccupationCode, Way, WhatIf};

use super::publishing::CourseCard;

/// A course, what the rules say of it today, how to get there, and what is left afterwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Ahead {
    /// The course.
    pub course: CourseCard,
    /// What the rules say of it.
    pub assessment: CourseAssessment,
    /// The fewest steps after which it, or one like it, is open.
    pub way: Way,
    /// What is left afterwards, with the certificate and without.
    pub what_if: WhatIf,
}

/// An occupation that the edition in force subsidises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SubsidisedOccupation {
    /// Its code.
    pub code: OccupationCode,
    /// Its name.
    pub name: String,
    /// The levels that are subsidised, 5 first.
    pub levels: Vec<Level>,
    /// Whether the edition is sample data.
    pub is_sample: bool,
}
