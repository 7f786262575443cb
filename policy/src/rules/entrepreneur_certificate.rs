//! `entrepreneur_certificate`, 二（二）5: who enters the simulation holds the entrepreneurship training certificate.

use super::{Decision, Rule};
use crate::{Fact, FactSet, Outcome, Programme, RuleId};

pub(crate) const ENTREPRENEUR_CERTIFICATE: Rule = Rule {
    id: RuleId::EntrepreneurCertificate,
    ask: |question| {
        let told = question.facts.person.entrepreneur_certificate;
        let earned = question.facts.history.as_deref().map(|history| {
            history.iter().any(|entry| {
                entry.programme == Programme::Entrepreneurship && entry.state.is_certified()
            })
        });
        let missing = FactSet::NONE
            .with_if(told.is_none(), Fact::EntrepreneurCertificate)
            .with_if(earned.is_none(), Fact::History);
        Some(Decision::of(
            Outcome::of(told).or(Outcome::of(earned)),
            missing,
        ))
    },
};
