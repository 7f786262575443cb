//! `held`, 一 (a reading): no subsidy for a level that is already certified, or for one below it.

use super::{Decision, Rule};
use crate::programmes::Question;
use crate::skill::Skill;
use crate::{Another, Detail, Fact, FactSet, HistoryEntry, Level, ReadingId, Remedy, RuleId};

pub(crate) const HELD: Rule = Rule::new(
    RuleId::Held,
    &[Fact::Certificates, Fact::History, Fact::CourseSkill],
    |question| {
        let (occupation, level) = question.skill()?;
        question
            .parameters
            .applies(ReadingId::AlreadyCertified)
            .then(|| not_held(&Skill::of(question.facts, occupation), level))
    },
)
.weighing(certifies)
.mended_by(|_, _| Remedy::Choose {
    another: Another::Skill,
});

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

/// Says whether the entry certifies the course's level or a higher one in its occupation.
fn certifies(question: &Question<'_>, entry: &HistoryEntry) -> bool {
    question.skill().is_some_and(|(occupation, level)| {
        entry.state.is_certified()
            && entry.occupation == Some(occupation)
            && entry
                .level
                .is_some_and(|reached| reached.number() <= level.number())
    })
}
