//! `preparation_length`, 二（二）3: so many semesters after junior high, so many after senior high, at least.

use super::{Decision, Rule};
use crate::parameters::Parameters;
use crate::programmes::Question;
use crate::{Another, Detail, Fact, FactSet, ReadingId, Remedy, RuleId, Stage};

pub(crate) const PREPARATION_LENGTH: Rule = Rule::new(
    RuleId::PreparationLength,
    &[Fact::LeftStage, Fact::Semesters],
    is_long_enough,
)
.mended_by(|_, decision| longer(decision));

/// Returns the least semesters for who left this school: the fewer ones where it is not known.
pub(crate) fn least(stage: Option<Stage>, parameters: &Parameters) -> u32 {
    let (junior, senior) = (
        parameters.number(ReadingId::SemestersAfterJuniorHigh),
        parameters.number(ReadingId::SemestersAfterSeniorHigh),
    );
    match stage {
        Some(Stage::JuniorHigh) => junior,
        Some(_) => senior,
        None => junior.min(senior),
    }
}

fn is_long_enough(question: &Question<'_>) -> Option<Decision> {
    let semesters = question.course?.semesters;
    let stage = question
        .facts
        .person
        .left_school
        .and_then(|left| left.stage);
    if stage == Some(Stage::None) {
        return Some(Decision::known(false));
    }
    let least = least(stage, &question.parameters);
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

// Who went on to a further school is helped by no length.
fn longer(decision: &Decision) -> Remedy {
    match decision.detail {
        Detail::AtLeast { .. } => Remedy::Choose {
            another: Another::Length,
        },
        _ => Remedy::None,
    }
}
