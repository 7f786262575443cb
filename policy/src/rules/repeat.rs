//! `repeat`, 一: no subsidy twice for the same occupation and level.

use super::{Decision, Rule};
use crate::skill::Skill;
use crate::{Detail, Fact, FactSet, Level, RuleId};

pub(crate) const REPEAT: Rule = Rule {
    id: RuleId::Repeat,
    ask: |question| {
        let (occupation, level) = question.skill()?;
        Some(
            not_taken(&Skill::of(question.facts, occupation), level)
                .with(Detail::Skill { occupation, level }),
        )
    },
};

pub(crate) fn not_taken(skill: &Skill, level: Level) -> Decision {
    if skill.history_known {
        Decision::known(!skill.taken.contains(level))
    } else {
        Decision::unknown(FactSet::only(Fact::History))
    }
}
