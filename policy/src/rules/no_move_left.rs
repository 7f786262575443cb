//! `no_move_left`, 二（二）2 ¶1: a new primary occupation or a promotion is left; asked where no course is.

use super::{Decision, Rule, primary, upgrade};
use crate::left::Left;
use crate::order::put_in_order;
use crate::programmes::Question;
use crate::{Certificate, Fact, FactSet, Level, OccupationCode, Programmes, Remedy, RuleId};

pub(crate) const NO_MOVE_LEFT: Rule = Rule::new(
    RuleId::NoMoveLeft,
    &[Fact::Certificates, Fact::History],
    a_move_is_left,
)
.weighing(|_, entry| {
    primary::is_primary(entry) || upgrade::is_base(entry) || upgrade::is_promotion(entry)
})
.mended_by(|question, _| reach_the_next_step(question));

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
        if primary::left(history, &question.parameters) > 0 || promotion_left {
            Decision::known(true)
        } else if question.left.upgrade_possible {
            Decision::unknown(FactSet::only(Fact::Certificates))
        } else {
            Decision::known(false)
        },
    )
}

// The next step is found by asking: of every certificate in an occupation taken before, the lowest one that leaves a move.
fn reach_the_next_step(question: &Question<'_>) -> Remedy {
    let history = question.facts.history.as_deref().unwrap_or_default();
    let mut occupations: Vec<OccupationCode> = history
        .iter()
        .filter_map(|entry| entry.occupation)
        .collect();
    put_in_order(&mut occupations, |occupation| *occupation);
    occupations.dedup();
    let steps = Level::ALL.into_iter().flat_map(|level| {
        occupations.iter().map(move |occupation| Certificate {
            occupation: *occupation,
            level,
        })
    });
    steps
        .into_iter()
        .find(|step| leaves_a_move(question, *step))
        .map_or(Remedy::None, |certificate| Remedy::Reach { certificate })
}

fn leaves_a_move(question: &Question<'_>, certificate: Certificate) -> bool {
    let facts = question.facts.finishing(certificate, Programmes::ALL);
    let facts = facts.unwrap_or_else(|| question.facts.holding(certificate));
    let left = Left::of(&facts, &question.parameters, question.on);
    left.upgrades.is_some_and(|upgrades| !upgrades.is_empty())
}
