//! `held`, 一 (a reading): no subsidy for a level that is already certified, or for one below it.

use super::{Decision, Rule};
use crate::skill::Skill;
use crate::{Detail, Fact, FactSet, Level, RuleId};

pub(crate) const HELD: Rule = Rule {
    id: RuleId::Held,
    ask: |question| {
        let (occupation, level) = question.skill()?;
        question
            .parameters
            .certified_refused
            .then(|| not_held(&Skill::of(question.facts, occupation), level))
    },
};

pub(crate) fn not_held(skill: &Skill, level: Level) -> Decision {
    match skill.certified.highest() {
        Some(highest) if highest.number() <= level.number() => {
            Decision::known(false).with(Detail::Level { level: highest })
        }
        _ if skill.history_known && skill.certificates_known => Decision::known(true),
        _ => Decision::unknown(missing(skill)),
    }
}

/// Returns what is unknown about the certificates that somebody holds.
pub(crate) fn missing(skill: &Skill) -> FactSet {
    FactSet::NONE
        .with_if(!skill.certificates_known, Fact::Certificates)
        .with_if(!skill.history_known, Fact::History)
}
