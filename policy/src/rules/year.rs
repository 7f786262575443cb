//! `year`, 二（二）2 ¶1: one employment skills training a calendar year, the year in which the course starts.

use chrono::Datelike;

use super::{Decision, Rule};
use crate::calendar::new_year;
use crate::programmes::Question;
use crate::{Detail, Fact, FactSet, HistoryEntry, Programme, Remedy, RuleId};

pub(crate) const YEAR: Rule = Rule::new(RuleId::Year, &[Fact::History], |question| {
    let year = question.on.year();
    let decision = match question.facts.history.as_deref() {
        Some(history) => Decision::known(!is_used(history, year)),
        None => Decision::unknown(FactSet::only(Fact::History)),
    };
    Some(decision.with(Detail::Year { year }))
})
.weighing(|question, entry| is_of(entry, question.on.year()))
.mended_by(|question, _| next_free_year(question));

/// Says whether a counting employment skills training starts in the year.
pub(crate) fn is_used(history: &[HistoryEntry], year: i32) -> bool {
    history.iter().any(|entry| is_of(entry, year))
}

fn is_of(entry: &HistoryEntry, year: i32) -> bool {
    entry.programme == Programme::EmploymentSkills
        && entry.state.counts()
        && entry.start.year() == year
}

fn next_free_year(question: &Question<'_>) -> Remedy {
    let history = question.facts.history.as_deref().unwrap_or_default();
    let free = (question.on.year() + 1..).find(|year| !is_used(history, *year));
    Remedy::Wait {
        until: new_year(free.expect("a history is shorter than the calendar")),
    }
}
