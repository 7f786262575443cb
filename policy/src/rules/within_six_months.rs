//! `within_six_months`, 二（二）4: the training starts within so many months of the day the contract was signed.

use super::{Decision, Rule};
use crate::calendar::months_after;
use crate::programmes::Question;
use crate::{Another, Detail, Fact, FactSet, ReadingId, Remedy, RuleId};

pub(crate) const WITHIN_SIX_MONTHS: Rule = Rule::new(
    RuleId::WithinSixMonths,
    &[Fact::ContractSigned],
    |question| {
        let months = question.parameters.number(ReadingId::StartMonths);
        let Some(from) = question.facts.person.employment().contract_signed else {
            let unknown = Decision::unknown(FactSet::only(Fact::ContractSigned));
            return Some(unknown.with(Detail::Limit { limit: months }));
        };
        let until = months_after(from, months);
        let in_time = from <= question.on && question.on <= until;
        Some(Decision::known(in_time).with(Detail::Span { from, until }))
    },
)
.mended_by(|question, _| start_in_time(question));

// A course can be chosen within these months; without one, they are over.
fn start_in_time(question: &Question<'_>) -> Remedy {
    match (
        question.course,
        question.facts.person.employment().contract_signed,
    ) {
        (Some(_), _) => Remedy::Choose {
            another: Another::Start,
        },
        (None, Some(signed)) if question.on < signed => Remedy::Wait { until: signed },
        (None, _) => Remedy::None,
    }
}
