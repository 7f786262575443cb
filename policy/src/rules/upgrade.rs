//! `upgrade_base`, `upgrade_one`, `upgrade_step`, 二（二）2 ¶1: promotions in one of the occupations that were begun here.

use super::held::{missing, not_held};
use super::repeat::not_taken;
use super::{Decision, Rule, lifetime, primary};
use crate::parameters::Parameters;
use crate::programmes::Question;
use crate::readings::COUNTED;
use crate::skill::Skill;
use crate::{
    Another, Certificate, Detail, Fact, FactSet, HistoryEntry, Level, OccupationCode, Outcome,
    Programme, ReadingId, Remedy, RuleId,
};

pub(crate) const UPGRADE_BASE: Rule = Rule::new(
    RuleId::UpgradeBase,
    &[Fact::CourseSkill, Fact::History],
    |question| {
        let (occupation, _) = promotion(question)?;
        Some(
            has_base(&Skill::of(question.facts, occupation))
                .with(Detail::Occupation { occupation }),
        )
    },
)
.weighing(|question, entry| is_base(entry) && is_of(question, entry))
.mended_by(|question, _| begin_here(question));

pub(crate) const UPGRADE_ONE: Rule = Rule::new(
    RuleId::UpgradeOne,
    &[Fact::CourseSkill, Fact::History],
    |question| {
        let (occupation, _) = promotion(question)?;
        Some(
            match question.facts.history.as_deref().map(promoted_occupations) {
                Some(promoted) => promoted.decision(occupation),
                None => Decision::unknown(FactSet::only(Fact::History)),
            },
        )
    },
)
.weighing(|question, entry| is_promotion(entry) && !is_of(question, entry))
.mended_by(|_, _| Remedy::Choose {
    another: Another::Skill,
});

pub(crate) const UPGRADE_STEP: Rule = Rule::new(
    RuleId::UpgradeStep,
    &[Fact::CourseSkill, Fact::Certificates, Fact::History],
    |question| {
        let (occupation, level) = promotion(question)?;
        question
            .parameters
            .applies(ReadingId::PromotionStep)
            .then(|| holds_level_below(&Skill::of(question.facts, occupation), level))
    },
)
.weighing(proves_step)
.mended_by(|question, _| reach_level_below(question));

/// Returns what the rules of a promotion say together, apart from `upgrade_one`.
pub(crate) fn outcome(skill: &Skill, parameters: &Parameters, level: Level) -> Outcome {
    let mut outcome = has_base(skill).outcome.and(not_taken(skill, level).outcome);
    if parameters.applies(ReadingId::PromotionStep) {
        outcome = outcome.and(holds_level_below(skill, level).outcome);
    }
    if parameters.applies(ReadingId::AlreadyCertified) {
        outcome = outcome.and(not_held(skill, level).outcome);
    }
    outcome
}

/// Says whether a promotion can build on the entry: a certified level 5 of a counted programme.
pub(crate) fn is_base(entry: &HistoryEntry) -> bool {
    entry.level == Some(Level::PRIMARY)
        && entry.state.is_certified()
        && COUNTED.contains(entry.programme)
}

/// The occupations in which somebody was promoted with an employment skills training.
#[derive(Clone, Copy)]
pub(crate) enum Promoted {
    Nowhere,
    In(OccupationCode),
    InSeveral(OccupationCode, OccupationCode),
}

impl Promoted {
    /// Says whether `upgrade_one` passes: no promotion lies in another occupation.
    pub(crate) fn admits(self, occupation: OccupationCode) -> bool {
        self.other_than(occupation).is_none()
    }

    fn other_than(self, occupation: OccupationCode) -> Option<OccupationCode> {
        match self {
            Self::Nowhere => None,
            Self::In(only) => (only != occupation).then_some(only),
            Self::InSeveral(one, other) => Some(if one == occupation { other } else { one }),
        }
    }

    fn decision(self, occupation: OccupationCode) -> Decision {
        match self.other_than(occupation) {
            Some(other) => Decision::known(false).with(Detail::Occupation { occupation: other }),
            None => Decision::known(true),
        }
    }
}

pub(crate) fn promoted_occupations(history: &[HistoryEntry]) -> Promoted {
    let promotions = history.iter().filter(|entry| is_promotion(entry));
    let mut promoted = Promoted::Nowhere;
    for occupation in promotions.filter_map(|entry| entry.occupation) {
        match promoted {
            Promoted::Nowhere => promoted = Promoted::In(occupation),
            Promoted::In(first) if first != occupation => {
                return Promoted::InSeveral(first, occupation);
            }
            _ => {}
        }
    }
    promoted
}

/// Says whether the entry is a promotion that counts.
pub(crate) fn is_promotion(entry: &HistoryEntry) -> bool {
    entry.programme == Programme::EmploymentSkills
        && entry.level.is_some_and(|level| !level.is_primary())
        && entry.state.counts()
}

fn is_of(question: &Question<'_>, entry: &HistoryEntry) -> bool {
    question
        .skill()
        .is_some_and(|(occupation, _)| entry.occupation == Some(occupation))
}

fn proves_step(question: &Question<'_>, entry: &HistoryEntry) -> bool {
    let below = question.skill().and_then(|(_, level)| level.below());
    below.is_some() && entry.level == below && is_of(question, entry) && entry.state.is_certified()
}

// A level 5 that is under way or can still be taken here is where a promotion begins; without one, another occupation is.
fn begin_here(question: &Question<'_>) -> Remedy {
    let another = Remedy::Choose {
        another: Another::Skill,
    };
    let Some((occupation, _)) = question.skill() else {
        return another;
    };
    let history = question.facts.history.as_deref().unwrap_or_default();
    let under_way = history.iter().any(|entry| {
        entry.is_in(occupation, Level::PRIMARY)
            && COUNTED.contains(entry.programme)
            && entry.state.counts()
    });
    if under_way || can_begin(question, occupation, history) {
        Remedy::Reach {
            certificate: Certificate {
                occupation,
                level: Level::PRIMARY,
            },
        }
    } else {
        another
    }
}

// Two subsidies must be left, one to begin and one to go on.
fn can_begin(
    question: &Question<'_>,
    occupation: OccupationCode,
    history: &[HistoryEntry],
) -> bool {
    let parameters = &question.parameters;
    let skill = Skill::of(question.facts, occupation);
    let refused = parameters.applies(ReadingId::AlreadyCertified)
        && not_held(&skill, Level::PRIMARY).outcome == Outcome::Fail;
    !refused
        && primary::left(history, parameters) > 0
        && lifetime::used(history) + 1 < parameters.number(ReadingId::SixSubsidies)
}

fn reach_level_below(question: &Question<'_>) -> Remedy {
    let below = question
        .skill()
        .and_then(|(occupation, level)| Some((occupation, level.below()?)));
    below.map_or(Remedy::None, |(occupation, level)| Remedy::Reach {
        certificate: Certificate { occupation, level },
    })
}

fn promotion(question: &Question<'_>) -> Option<(OccupationCode, Level)> {
    question.skill().filter(|(_, level)| !level.is_primary())
}

fn has_base(skill: &Skill) -> Decision {
    if skill.history_known {
        Decision::known(skill.has_base)
    } else {
        Decision::unknown(FactSet::only(Fact::History))
    }
}

fn holds_level_below(skill: &Skill, level: Level) -> Decision {
    let Some(below) = level.below() else {
        return Decision::known(true);
    };
    let decision = if skill.certified.contains(below) {
        Decision::known(true)
    } else if skill.history_known && skill.certificates_known {
        Decision::known(false)
    } else {
        Decision::unknown(missing(skill))
    };
    decision.with(Detail::Level { level: below })
}
