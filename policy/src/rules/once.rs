//! `once_as_student`, 二（二）2 ¶2, `once_preparation`, 二（二）3, `once_simulation`, 二（二）5: what is granted so many times.

use super::{Decision, Rule};
use crate::programmes::Question;
use crate::{Detail, Fact, FactSet, HistoryEntry, Programme, Programmes, ReadingId, RuleId};

const AS_STUDENT: Programmes =
    Programmes::of(&[Programme::StudentSkills, Programme::StudentPractice]);
const PREPARATION: Programmes = Programmes::of(&[Programme::LabourPreparation]);
const SIMULATION: Programmes = Programmes::of(&[Programme::EntrepreneurshipSimulation]);

pub(crate) const ONCE_AS_STUDENT: Rule =
    Rule::new(RuleId::OnceAsStudent, &[Fact::History], |question| {
        Some(fewer_than(
            question,
            question.parameters.number(ReadingId::StudentSubsidies),
            AS_STUDENT,
        ))
    })
    .weighing(|_, entry| counts_in(entry, AS_STUDENT));

pub(crate) const ONCE_PREPARATION: Rule =
    Rule::new(RuleId::OncePreparation, &[Fact::History], |question| {
        Some(fewer_than(
            question,
            question.parameters.number(ReadingId::OnceInLifetime),
            PREPARATION,
        ))
    })
    .weighing(|_, entry| counts_in(entry, PREPARATION));

pub(crate) const ONCE_SIMULATION: Rule =
    Rule::new(RuleId::OnceSimulation, &[Fact::History], |question| {
        Some(fewer_than(
            question,
            question.parameters.number(ReadingId::OnceInLifetime),
            SIMULATION,
        ))
    })
    .weighing(|_, entry| counts_in(entry, SIMULATION));

fn fewer_than(question: &Question<'_>, limit: u32, programmes: Programmes) -> Decision {
    let Some(history) = question.facts.history.as_deref() else {
        return Decision::unknown(FactSet::only(Fact::History)).with(Detail::Limit { limit });
    };
    let used = history
        .iter()
        .map(|entry| u32::from(counts_in(entry, programmes)))
        .sum();
    Decision::known(used < limit).with(Detail::Used { used, limit })
}

fn counts_in(entry: &HistoryEntry, programmes: Programmes) -> bool {
    programmes.contains(entry.programme) && entry.state.counts()
}
