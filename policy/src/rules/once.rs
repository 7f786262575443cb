//! `once_as_student`, 二（二）2 ¶2, `once_preparation`, 二（二）3, `once_simulation`, 二（二）5: what is granted once.

use super::{Decision, Rule};
use crate::programmes::Question;
use crate::{Detail, Fact, FactSet, Programme, Programmes, RuleId};

pub(crate) const ONCE_AS_STUDENT: Rule = Rule {
    id: RuleId::OnceAsStudent,
    ask: |question| {
        Some(fewer_than(
            question,
            1,
            &[Programme::StudentSkills, Programme::StudentPractice],
        ))
    },
};

pub(crate) const ONCE_PREPARATION: Rule = Rule {
    id: RuleId::OncePreparation,
    ask: |question| {
        Some(fewer_than(
            question,
            question.parameters.once,
            &[Programme::LabourPreparation],
        ))
    },
};

pub(crate) const ONCE_SIMULATION: Rule = Rule {
    id: RuleId::OnceSimulation,
    ask: |question| {
        Some(fewer_than(
            question,
            question.parameters.once,
            &[Programme::EntrepreneurshipSimulation],
        ))
    },
};

fn fewer_than(question: &Question<'_>, limit: u32, programmes: &[Programme]) -> Decision {
    let programmes = Programmes::of(programmes);
    let Some(history) = question.facts.history.as_deref() else {
        return Decision::unknown(FactSet::only(Fact::History)).with(Detail::Limit { limit });
    };
    let used = history
        .iter()
        .map(|entry| u32::from(programmes.contains(entry.programme) && entry.state.counts()))
        .sum();
    Decision::known(used < limit).with(Detail::Used { used, limit })
}
