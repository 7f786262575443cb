//! `year`, 二（二）2 ¶1: one employment skills training a calendar year, the year in which the course starts.

use chrono::Datelike;

use super::{Decision, Rule};
use crate::{Detail, Fact, FactSet, HistoryEntry, Programme, RuleId};

pub(crate) const YEAR: Rule = Rule {
    id: RuleId::Year,
    ask: |question| {
        let year = question.on.year();
        let decision = match question.facts.history.as_deref() {
            Some(history) => Decision::known(!is_used(history, year)),
            None => Decision::unknown(FactSet::only(Fact::History)),
        };
        Some(decision.with(Detail::Year { year }))
    },
};

/// Says whether a counting employment skills training starts in the year.
pub(crate) fn is_used(history: &[HistoryEntry], year: i32) -> bool {
    history.iter().any(|entry| {
        entry.programme == Programme::EmploymentSkills
            && entry.state.counts()
            && entry.start.year() == year
    })
}
