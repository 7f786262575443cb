//! `upgrade_base`, `upgrade_one`, `upgrade_step`, 二（二）2 ¶1: promotions in one of the occupations that were begun here.

use super::held::{missing, not_held};
use super::repeat::not_taken;
use super::{Decision, Rule};
use crate::parameters::Parameters;
use crate::programmes::Question;
use crate::readings::COUNTED;
use crate::skill::Skill;
use crate::{
    Detail, Fact, FactSet, HistoryEntry, Level, OccupationCode, Outcome, Programme, RuleId,
};

pub(crate) const UPGRADE_BASE: Rule = Rule {
    id: RuleId::UpgradeBase,
    ask: |question| {
        let (occupation, _) = promotion(question)?;
        Some(
            has_base(&Skill::of(question.facts, occupation))
                .with(Detail::Occupation { occupation }),
        )
    },
};

pub(crate) const UPGRADE_ONE: Rule = Rule {
    id: RuleId::UpgradeOne,
    ask: |question| {
        let (occupation, _) = promotion(question)?;
        Some(
            match question.facts.history.as_deref().map(promoted_occupations) {
                Some(promoted) => promoted.decision(occupation),
                None => Decision::unknown(FactSet::only(Fact::History)),
            },
        )
    },
};

pub(crate) const UPGRADE_STEP: Rule = Rule {
    id: RuleId::UpgradeStep,
    ask: |question| {
        let (occupation, level) = promotion(question)?;
        question
            .parameters
            .step_required
            .then(|| holds_level_below(&Skill::of(question.facts, occupation), level))
    },
};

/// Returns what the rules of a promotion say together, apart from `upgrade_one`.
pub(crate) fn outcome(skill: &Skill, parameters: &Parameters, level: Level) -> Outcome {
    let mut outcome = has_base(skill).outcome.and(not_taken(skill, level).outcome);
    if parameters.step_required {
        outcome = outcome.and(holds_level_below(skill, level).outcome);
    }
    if parameters.certified_refused {
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
    let promotions = history.iter().filter(|entry| {
        entry.programme == Programme::EmploymentSkills
            && entry.level.is_some_and(|level| !level.is_primary())
            && entry.state.counts()
    });
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
