//! `entrepreneur_certificate`, 二（二）5: who enters the simulation holds the entrepreneurship training certificate.

use super::{Decision, Rule};
use crate::{Fact, FactSet, HistoryEntry, Outcome, Programme, Remedy, RuleId};

pub(crate) const ENTREPRENEUR_CERTIFICATE: Rule = Rule::new(
    RuleId::EntrepreneurCertificate,
    &[Fact::EntrepreneurCertificate, Fact::History],
    |question| {
        let told = question.facts.person.entrepreneur_certificate;
        let earned = question
            .facts
            .history
            .as_deref()
            .map(|history| history.iter().any(is_earned_by));
        let missing = FactSet::NONE
            .with_if(told.is_none(), Fact::EntrepreneurCertificate)
            .with_if(earned.is_none(), Fact::History);
        Some(Decision::of(
            Outcome::of(told).or(Outcome::of(earned)),
            missing,
        ))
    },
)
.weighing(|_, entry| is_earned_by(entry))
.mended_by(|_, _| Remedy::TakeFirst {
    programme: Programme::Entrepreneurship,
});

fn is_earned_by(entry: &HistoryEntry) -> bool {
    entry.programme == Programme::Entrepreneurship && entry.state.is_certified()
}
