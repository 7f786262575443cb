//! `lifetime`, 一: fewer than six subsidies used in the counted programmes.

use super::{Decision, Rule};
use crate::readings::COUNTED;
use crate::{Detail, Fact, FactSet, HistoryEntry, ReadingId, RuleId};

pub(crate) const LIFETIME: Rule = Rule::new(RuleId::Lifetime, &[Fact::History], |question| {
    let limit = question.parameters.number(ReadingId::SixSubsidies);
    Some(match question.facts.history.as_deref() {
        Some(history) => {
            let used = used(history);
            Decision::known(used < limit).with(Detail::Used { used, limit })
        }
        None => Decision::unknown(FactSet::only(Fact::History)).with(Detail::Limit { limit }),
    })
})
.weighing(|_, entry| uses_one(entry));

/// Returns how many subsidies were used; equal entries count each.
pub(crate) fn used(history: &[HistoryEntry]) -> u32 {
    history.iter().map(|entry| u32::from(uses_one(entry))).sum()
}

/// Says whether the entry uses up one of the subsidies of a lifetime.
pub(crate) fn uses_one(entry: &HistoryEntry) -> bool {
    COUNTED.contains(entry.programme) && entry.state.counts()
}
