//! The answer to "what may this person take": eight programmes, what is left, and one course.

use chrono::NaiveDate;
use serde::Serialize;

use crate::left::Left;
use crate::programmes::{Question, Scheme};
use crate::{
    Coded, Course, Facts, Findings, Level, Money, OccupationCode, Office, Programme, Published,
    Verdict,
};

/// What a person may take on a day, with every rule that was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The day.
    pub on: NaiveDate,
    /// How many of the subsidies of a lifetime are left; unknown where the history is.
    pub lifetime_left: Option<u32>,
    /// How many new primary occupations are left; unknown where the history is.
    pub primary_left: Option<u32>,
    /// Whether this year's employment skills training is used up; unknown where the history is.
    pub year_used: Option<bool>,
    /// The promotions that are certainly left, by occupation, then from the lower level up; unknown where the history is.
    pub upgrades: Option<Vec<Upgrade>>,
    /// All eight programmes in the policy's order, each asked without a course.
    pub programmes: [ProgrammeAssessment; 8],
    /// The course, where one was asked about.
    pub course: Option<CourseAssessment>,
}

/// A promotion that is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Upgrade {
    /// The occupation.
    pub occupation: OccupationCode,
    /// The level to be reached.
    pub level: Level,
}

/// What the rules say of one programme, without a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeAssessment {
    /// The programme.
    pub programme: Programme,
    /// What the rules say together.
    pub verdict: Verdict,
    /// Where it is closed: the first later day, within ten years, on which the same facts would make it open.
    pub opens_on: Option<NaiveDate>,
    /// Who organises it for the person.
    pub office: Office,
    /// Every rule that was asked.
    pub findings: Findings,
}

/// What the rules say of one course, on its first day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseAssessment {
    /// The course's programme.
    pub programme: Programme,
    /// What the rules say together.
    pub verdict: Verdict,
    /// Who organises it for the person.
    pub office: Office,
    /// Every rule that was asked.
    pub findings: Findings,
    /// What would be paid once certified.
    pub money: Money,
}

/// Returns what the person may take on the day, and what the rules say of the course on its first day.
///
/// The facts and the course must have passed [`Facts::check`] and [`Course::check`]; impossible ones are answered
/// without sense, but never with a panic.
#[must_use]
pub fn assess(
    facts: &Facts,
    course: Option<&Course>,
    published: &Published<'_>,
    on: NaiveDate,
) -> Assessment {
    let parameters = published.readings.parameters(on);
    let left = Left::of(facts, &parameters, on);
    let programmes = std::array::from_fn(|place| {
        let programme = Programme::ALL[place];
        let question = Question {
            programme,
            facts,
            course: None,
            published,
            parameters,
            left: &left,
            on,
        };
        programme_assessment(&question)
    });
    let course = course.map(|course| assess_course(facts, course, published));
    Assessment {
        on,
        lifetime_left: left.lifetime,
        primary_left: left.primary,
        year_used: left.year_used,
        upgrades: left.upgrades,
        programmes,
        course,
    }
}

/// Returns what the rules say of the course on its first day, without asking for anything else: the same answer as in
/// [`assess`], for whoever compares many courses.
#[must_use]
pub fn assess_course(
    facts: &Facts,
    course: &Course,
    published: &Published<'_>,
) -> CourseAssessment {
    let programme = course.programme;
    let scheme = Scheme::of(programme);
    let question = Question {
        programme,
        facts,
        course: Some(course),
        published,
        parameters: published.readings.parameters(course.start),
        left: &Left::UNKNOWN,
        on: course.start,
    };
    let findings = scheme.findings(&question);
    CourseAssessment {
        programme,
        verdict: scheme.verdict(&findings),
        office: (scheme.office)(facts),
        findings,
        money: (scheme.pays)(&question),
    }
}

/// Returns what a course would pay once certified, whatever the rules say of it.
pub(crate) fn money(course: &Course, published: &Published<'_>) -> Money {
    (Scheme::of(course.programme).pays)(&Question {
        programme: course.programme,
        facts: &Facts::default(),
        course: Some(course),
        published,
        parameters: published.readings.parameters(course.start),
        left: &Left::UNKNOWN,
        on: course.start,
    })
}

impl Assessment {
    /// Returns what the rules say of the programme, without a course.
    #[must_use]
    pub fn programme(&self, programme: Programme) -> &ProgrammeAssessment {
        &self.programmes[programme as usize]
    }
}

fn programme_assessment(question: &Question<'_>) -> ProgrammeAssessment {
    let scheme = Scheme::of(question.programme);
    let findings = scheme.findings(question);
    let verdict = scheme.verdict(&findings);
    ProgrammeAssessment {
        programme: question.programme,
        verdict,
        opens_on: if verdict == Verdict::Closed {
            scheme.opens_on(question, &findings)
        } else {
            None
        },
        office: (scheme.office)(question.facts),
        findings,
    }
}
