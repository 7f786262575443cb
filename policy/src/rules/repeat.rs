//! `repeat`, 一: no subsidy twice for the same occupation and level.

use super::{Decision, Rule, lifetime};
use crate::skill::Skill;
use crate::{Another, Detail, Fact, FactSet, Level, Remedy, RuleId};

pub(crate) const REPEAT: Rule = Rule::new(
    RuleId::Repeat,
    &[Fact::CourseSkill, Fact::History],
    |question| {
        let (occupation, level) = question.skill()?;
        Some(
            not_taken(&Skill::of(question.facts, occupation), level)
                .with(Detail::Skill { occupation, level }),
        )
    },
)
.weighing(|question, entry| {
    question
        .skill()
        .is_some_and(|(occupation, level)| entry.is_in(occupation, level))
        && lifetime::uses_one(entry)
})
.mended_by(|_, _| Remedy::Choose {
    another: Another::Skill,
});

pub(crate) fn not_taken(skill: &Skill, level: Level) -> Decision {
    if skill.history_known {
        Decision::known(!skill.taken.contains(level))
    } else {
        Decision::unknown(FactSet::only(Fact::History))
    }
}
