//! `within_six_months`, 二（二）4: the training starts within six months of the day the contract was signed.

use super::{Decision, Rule};
use crate::calendar::months_after;
use crate::{Detail, Fact, FactSet, RuleId};

const MONTHS: u32 = 6;

pub(crate) const WITHIN_SIX_MONTHS: Rule = Rule {
    id: RuleId::WithinSixMonths,
    ask: |question| {
        let Some(from) = question.facts.person.employment().contract_signed else {
            return Some(Decision::unknown(FactSet::only(Fact::ContractSigned)));
        };
        let until = months_after(from, MONTHS);
        let in_time = from <= question.on && question.on <= until;
        Some(Decision::known(in_time).with(Detail::Span { from, until }))
    },
};
