//! `designated`, 二（二）1, 2, 3, 4, 5: a designated institution holds it, or a base of the right kind.

use chrono::NaiveDate;

use super::{Decision, Rule};
use crate::programmes::Question;
use crate::{
    Another, BaseKind, Course, Designation, Fact, FactSet, Programme, ReadingId, Remedy, RuleId,
    Subject,
};

pub(crate) const DESIGNATED: Rule = Rule::new(
    RuleId::Designated,
    &[
        Fact::Institution,
        Fact::Base,
        Fact::CourseSkill,
        Fact::CourseEnd,
    ],
    is_designated,
)
.mended_by(|_, _| Remedy::Choose {
    another: Another::Place,
});

fn is_designated(question: &Question<'_>) -> Option<Decision> {
    let course = question.course?;
    let subject = match question.programme {
        Programme::StudentPractice => return Some(is_held_by_right_base(question.published.base)),
        Programme::Entrepreneurship => Subject::Entrepreneurship,
        Programme::EntrepreneurshipSimulation => Subject::Simulation,
        _ => match question.skill() {
            Some((occupation, level)) => Subject::Occupation(occupation, level),
            None => return Some(Decision::unknown(FactSet::only(Fact::CourseSkill))),
        },
    };
    let Some(designations) = question.published.designations else {
        let in_house = question.programme == Programme::EnterprisePrejob
            && !question.parameters.applies(ReadingId::InHouseDesignation);
        return if in_house {
            None
        } else {
            Some(Decision::unknown(FactSet::only(Fact::Institution)))
        };
    };
    Some(covers_every_day(designations, subject, course))
}

fn is_held_by_right_base(base: Option<BaseKind>) -> Decision {
    match base {
        Some(kind) => Decision::known(matches!(kind, BaseKind::Public | BaseKind::UniversityDemo)),
        None => Decision::unknown(FactSet::only(Fact::Base)),
    }
}

// Periods may touch or overlap: together they must leave no day of the course out.
fn covers_every_day(designations: &[Designation], subject: Subject, course: &Course) -> Decision {
    let mut day = course.start;
    loop {
        let covering = designations.iter().filter(|designation| {
            designation.subject == subject
                && designation.from <= day
                && designation.to.is_none_or(|last| last >= day)
        });
        let Some(last) = covering
            .map(|designation| designation.to.unwrap_or(NaiveDate::MAX))
            .max()
        else {
            break;
        };
        if last == NaiveDate::MAX || course.end.is_some_and(|end| end <= last) {
            return Decision::known(true);
        }
        day = last.succ_opt().unwrap_or(NaiveDate::MAX);
    }
    // Where the last day is unknown, it may lie before the first day without a designation.
    if day > course.start && course.end.is_none() {
        return Decision::unknown(FactSet::only(Fact::CourseEnd));
    }
    Decision::known(false)
}
