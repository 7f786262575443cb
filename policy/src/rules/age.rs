//! `age`, 一: of legal working age, from 16 to retirement.

use chrono::NaiveDate;

use super::{Decision, Rule};
use crate::calendar::{age_on, birthday};
use crate::parameters::Parameters;
use crate::programmes::Question;
use crate::{Detail, Fact, FactSet, Outcome, Programme, ReadingId, Remedy, RuleId, Sex};

pub(crate) const AGE: Rule = Rule::new(
    RuleId::Age,
    &[Fact::Birth, Fact::Sex, Fact::CourseEnd],
    |question| Some(of_working_age(question)),
)
.mended_by(come_of_age);

fn of_working_age(question: &Question<'_>) -> Decision {
    let (youngest, decisive) = lower_bound(question);
    let sex = question.facts.person.sex;
    let Some(birth) = question.facts.person.birth else {
        let missing = FactSet::only(Fact::Birth).with_if(sex.is_none(), Fact::Sex);
        return Decision::unknown(missing).with(Detail::Youngest { youngest });
    };
    let age = age_on(birth, question.on);
    let old_enough = match decisive {
        Some(day) => Outcome::of(Some(age_on(birth, day) >= youngest)),
        // The last day is unknown and not before the first: only who is old enough already surely will be.
        None if age >= youngest => Outcome::Pass,
        None => Outcome::Unknown,
    };
    let (young_enough, retirement) = upper_bound(sex, age, &question.parameters);
    let missing = FactSet::NONE
        .with_if(old_enough == Outcome::Unknown, Fact::CourseEnd)
        .with_if(young_enough == Outcome::Unknown, Fact::Sex);
    Decision::of(old_enough.and(young_enough), missing).with(Detail::Age {
        age,
        youngest,
        retirement,
    })
}

// Too young passes by waiting, too old never: a course's last day moves along with its first.
fn come_of_age(question: &Question<'_>, decision: &Decision) -> Remedy {
    let (youngest, decisive) = lower_bound(question);
    let too_young = matches!(decision.detail, Detail::Age { age, retirement, .. } if retirement.is_none_or(|end| age < end));
    question
        .facts
        .person
        .birth
        .filter(|_| too_young)
        .zip(decisive)
        .and_then(|(birth, decisive)| {
            let days = birthday(birth, youngest) - decisive;
            question.on.checked_add_signed(days)
        })
        .map_or(Remedy::None, |until| Remedy::Wait { until })
}

/// Returns the youngest age and the day on which it is asked; pupils leave at 15, so that
/// labour preparation asks it on the course's last day.
pub(crate) fn lower_bound(question: &Question<'_>) -> (i32, Option<NaiveDate>) {
    let youngest = question
        .parameters
        .number(ReadingId::YoungestAge)
        .cast_signed();
    match (question.programme, question.course) {
        (Programme::LabourPreparation, Some(course)) => (youngest, course.end),
        (Programme::LabourPreparation, None) => (youngest - 1, Some(question.on)),
        _ => (youngest, Some(question.on)),
    }
}

fn upper_bound(sex: Option<Sex>, age: i32, parameters: &Parameters) -> (Outcome, Option<i32>) {
    let (male, female) = (
        parameters.retirement(Sex::Male),
        parameters.retirement(Sex::Female),
    );
    match sex {
        Some(Sex::Male) => (Outcome::of(Some(age < male)), Some(male)),
        Some(Sex::Female) => (Outcome::of(Some(age < female)), Some(female)),
        None if age < male.min(female) => (Outcome::Pass, None),
        None if age >= male.max(female) => (Outcome::Fail, Some(male.max(female))),
        None => (Outcome::Unknown, None),
    }
}
