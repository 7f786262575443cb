//! `contract`, 二（一）7: a contract that is long enough, filed, with social insurance paid in full.

use super::{Decision, Rule};
use crate::{Detail, Employment, Fact, FactSet, Outcome, ReadingId, Remedy, RuleId};

pub(crate) const CONTRACT: Rule = Rule::new(
    RuleId::Contract,
    &[
        Fact::ContractMonths,
        Fact::ContractOpenEnded,
        Fact::Filed,
        Fact::Insured,
    ],
    |question| {
        let employment = question.facts.person.employment();
        Some(binds_both(
            &employment,
            question.parameters.number(ReadingId::ContractMonths),
        ))
    },
)
.mended_by(|_, decision| Remedy::PutRight {
    facts: decision.broken,
});

fn binds_both(employment: &Employment, least: u32) -> Decision {
    let Employment {
        contract_months: months,
        contract_open_ended: open_ended,
        filed,
        insured,
        ..
    } = *employment;
    let term = Outcome::of(months.map(|months| months >= least)).or(Outcome::of(open_ended));
    let missing = FactSet::NONE
        .with_if(
            term == Outcome::Unknown && months.is_none(),
            Fact::ContractMonths,
        )
        .with_if(
            term == Outcome::Unknown && open_ended.is_none(),
            Fact::ContractOpenEnded,
        )
        .with_if(filed.is_none(), Fact::Filed)
        .with_if(insured.is_none(), Fact::Insured);
    let outcome = term.and(Outcome::of(filed)).and(Outcome::of(insured));
    let detail = months.map_or(Detail::Least { least }, |told| Detail::AtLeast {
        told,
        least,
    });
    let broken = FactSet::NONE
        .with_if(term == Outcome::Fail, Fact::ContractMonths)
        .with_if(filed == Some(false), Fact::Filed)
        .with_if(insured == Some(false), Fact::Insured);
    Decision::of(outcome, missing)
        .broken_by(broken)
        .with(detail)
}
