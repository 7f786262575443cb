//! `no_move_left`, 二（二）2 ¶1: a new primary occupation or a promotion is left; asked where no course is.

use super::{Decision, Rule, primary};
use crate::programmes::Question;
use crate::{Fact, FactSet, RuleId};

pub(crate) const NO_MOVE_LEFT: Rule = Rule {
    id: RuleId::NoMoveLeft,
    ask: a_move_is_left,
};

fn a_move_is_left(question: &Question<'_>) -> Option<Decision> {
    if question.course.is_some() {
        return None;
    }
    let Some(history) = question.facts.history.as_deref() else {
        return Some(Decision::unknown(FactSet::only(Fact::History)));
    };
    let promotion_left = question
        .left
        .upgrades
        .as_ref()
        .is_some_and(|upgrades| !upgrades.is_empty());
    Some(
        if primary::occupations(history) < primary::LIMIT || promotion_left {
            Decision::known(true)
        } else if question.left.upgrade_possible {
            Decision::unknown(FactSet::only(Fact::Certificates))
        } else {
            Decision::known(false)
        },
    )
}
