//! `preparation_length`, 二（二）3: two semesters after junior high, one after senior high, at least.

use super::{Decision, Rule};
use crate::programmes::Question;
use crate::{Detail, Fact, FactSet, RuleId, Stage};

pub(crate) const PREPARATION_LENGTH: Rule = Rule {
    id: RuleId::PreparationLength,
    ask: is_long_enough,
};

fn is_long_enough(question: &Question<'_>) -> Option<Decision> {
    let semesters = question.course?.semesters;
    let stage = question
        .facts
        .person
        .left_school
        .and_then(|left| left.stage);
    let least = match stage {
        Some(Stage::None) => return Some(Decision::known(false)),
        Some(Stage::JuniorHigh) => 2,
        Some(Stage::SeniorHigh) | None => 1,
    };
    let detail = semesters.map_or(Detail::Least { least }, |told| Detail::AtLeast {
        told,
        least,
    });
    let decision = match semesters {
        Some(told) if told < least => Decision::known(false),
        Some(_) if stage.is_some() => Decision::known(true),
        told => Decision::unknown(
            FactSet::NONE
                .with_if(stage.is_none(), Fact::LeftStage)
                .with_if(told.is_none(), Fact::Semesters),
        ),
    };
    Some(decision.with(detail))
}
