//! "If I take this now, what is left afterwards?": with the certificate, and without it.

use chrono::NaiveDate;

use crate::{Assessment, Course, Facts, Published, State, assess};

/// What is left after a course, as the rules will say on the day after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// The day after the course: after its last day, or after its first where the last is unknown.
    pub on: NaiveDate,
    /// What is left with the certificate.
    pub certified: Assessment,
    /// What is left without one: the subsidy is only for those who obtain it (二（二）2 ¶1), so that nothing is used up.
    pub failed: Assessment,
}

/// Returns what will be left to the person after the course, as long as the policy and the person's other facts stay.
#[must_use]
pub fn what_if(facts: &Facts, course: &Course, published: &Published<'_>) -> WhatIf {
    let last = course.end.unwrap_or(course.start);
    let on = last.succ_opt().unwrap_or(last);
    let left = |state| assess(&facts.after(course, state), None, published, on);
    WhatIf {
        on,
        certified: left(State::Certified),
        failed: left(State::Failed),
    }
}
