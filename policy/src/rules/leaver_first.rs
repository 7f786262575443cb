//! `leaver_first`, 二（二）3: who left school since the document holds takes labour preparation before registering as unemployed.

use chrono::Datelike;

use super::{Decision, Rule};
use crate::programmes::Question;
use crate::{
    Detail, Fact, FactSet, Group, Groups, HistoryEntry, LeftSchool, Outcome, Programme, ReadingId,
    Remedy, RuleId, Stage,
};

pub(crate) const LEAVER_FIRST: Rule = Rule::new(
    RuleId::LeaverFirst,
    &[Fact::Groups, Fact::LeftStage, Fact::LeftOn, Fact::History],
    prepared_first,
)
.weighing(|_, entry| is_preparation(entry))
.mended_by(|_, _| Remedy::TakeFirst {
    programme: Programme::LabourPreparation,
});

// Asked only of those who are admitted as registered unemployed alone: another group that they truly have is not touched.
fn prepared_first(question: &Question<'_>) -> Option<Decision> {
    let claimed = question
        .facts
        .person
        .groups?
        .shared_with(question.programme.groups());
    if claimed != Groups::of(&[Group::RegisteredUnemployed])
        || !question.parameters.applies(ReadingId::LeaversFirst)
    {
        return None;
    }
    let left_school = question.facts.person.left_school.unwrap_or_default();
    let year = question
        .parameters
        .number(ReadingId::LeaversSinceYear)
        .cast_signed();
    let bound = is_bound(left_school, year);
    let prepared = question
        .facts
        .history
        .as_deref()
        .map(|history| history.iter().any(is_preparation));
    let free = Outcome::of(bound.map(|bound| !bound));
    let missing = FactSet::NONE
        .with_if(
            bound.is_none() && left_school.stage.is_none(),
            Fact::LeftStage,
        )
        .with_if(bound.is_none() && left_school.on.is_none(), Fact::LeftOn)
        .with_if(prepared.is_none(), Fact::History);
    Some(Decision::of(free.or(Outcome::of(prepared)), missing).with(Detail::Year { year }))
}

fn is_preparation(entry: &HistoryEntry) -> bool {
    entry.programme == Programme::LabourPreparation && entry.state.took_part()
}

fn is_bound(left: LeftSchool, since_year: i32) -> Option<bool> {
    let late_enough = left.on.map(|day| day.year() >= since_year);
    match (left.stage, late_enough) {
        (Some(Stage::None), _) | (_, Some(false)) => Some(false),
        (Some(Stage::JuniorHigh | Stage::SeniorHigh), Some(true)) => Some(true),
        _ => None,
    }
}
