//! The policy told a second time, straight from its tables and in the plainest words, for the engine to be compared with.
//!
//! It shares nothing with the engine but the form of the facts. A rule is written for a world in which everything is
//! known; it is unknown where two ways of filling in what was not told disagree, found by trying them.

mod calendar;
mod money;
mod readings;
mod rules;
mod world;

use chrono::NaiveDate;
use policy::{Course, District, Facts, Group, Level, Programme, Published};

pub(crate) use money::Paid;
use readings::Choices;
use world::{Question, World, outcome};

use Programme::{
    EmploymentSkills, EnterprisePrejob, Entrepreneurship, EntrepreneurshipSimulation,
    LabourPreparation, StudentPractice, StudentSkills, Veterans,
};

/// What the policy says of one programme, with or without a course.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) programme: &'static str,
    pub(crate) verdict: &'static str,
    pub(crate) office: (&'static str, Option<District>),
    pub(crate) rules: Vec<(&'static str, &'static str)>,
}

/// What is left to a person.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Left {
    pub(crate) lifetime: Option<u32>,
    pub(crate) primary: Option<u32>,
    pub(crate) year_used: Option<bool>,
    pub(crate) upgrades: Option<Vec<(String, u8)>>,
}

/// Somebody who asks, and what is published.
#[derive(Clone, Copy)]
pub(crate) struct Oracle<'a> {
    pub(crate) facts: &'a Facts,
    pub(crate) published: &'a Published<'a>,
}

impl<'a> Oracle<'a> {
    /// Returns what the policy says of a programme on a day, without a course.
    pub(crate) fn programme(&self, programme: Programme, on: NaiveDate) -> Answer {
        answer(&self.question(programme, None, on))
    }

    /// Returns what the policy says of a course on its first day, and what it pays.
    pub(crate) fn course(&self, course: &'a Course) -> (Answer, Paid) {
        let question = self.question(course.programme, Some(course), course.start);
        (answer(&question), money::paid(&question))
    }

    /// Returns what is left on the day.
    pub(crate) fn left(&self, on: NaiveDate) -> Left {
        let question = self.question(EmploymentSkills, None, on);
        let history = self.facts.history.as_deref();
        let less = |most: u32, used: u32| if used > most { 0 } else { most - used };
        let primaries = |history| u32::try_from(rules::primaries(history).len()).unwrap();
        Left {
            lifetime: history
                .map(|history| less(question.choices.subsidies, rules::subsidies_used(history))),
            primary: history.map(|history| less(2, primaries(history))),
            year_used: history.map(|_| outcome(&question, rules::year) == "fail"),
            upgrades: history.map(|_| upgrades(&question)),
        }
    }

    /// Says whether asking on the day would find the programme open.
    pub(crate) fn is_open(&self, programme: Programme, on: NaiveDate) -> bool {
        let question = self.question(programme, None, on);
        programme != Veterans
            && asked(&question).all(|rule| outcome(&question, |world| holds(rule, world)) == "pass")
    }

    fn question(
        &self,
        programme: Programme,
        course: Option<&'a Course>,
        on: NaiveDate,
    ) -> Question<'a> {
        Question {
            programme,
            facts: self.facts,
            course,
            published: self.published,
            on,
            choices: Choices::on(self.published.readings, on),
        }
    }
}

fn answer(question: &Question<'_>) -> Answer {
    let rules: Vec<_> = asked(question)
        .map(|rule| (rule, outcome(question, |world| holds(rule, world))))
        .collect();
    let says = |word| rules.iter().any(|(_, outcome)| *outcome == word);
    let verdict = if says("fail") {
        "closed"
    } else if says("unknown") {
        "unknown"
    } else if question.programme == Veterans {
        "elsewhere"
    } else {
        "open"
    };
    Answer {
        programme: question.programme.code(),
        verdict,
        office: office(question),
        rules,
    }
}

fn office(question: &Question<'_>) -> (&'static str, Option<District>) {
    let person = &question.facts.person;
    let claims = |group| person.groups.is_some_and(|groups| groups.contains(group));
    match question.programme {
        EmploymentSkills | LabourPreparation => ("district", person.residence),
        StudentSkills => ("district", person.university_district),
        StudentPractice => ("base", None),
        Veterans => ("veterans", None),
        EnterprisePrejob => ("city", None),
        Entrepreneurship | EntrepreneurshipSimulation => {
            if claims(Group::Graduate) || claims(Group::Student) {
                ("city", None)
            } else {
                ("district", person.residence)
            }
        }
    }
}

/// The table's rows in its order, those that are asked here.
fn asked(question: &Question<'_>) -> impl Iterator<Item = &'static str> {
    let rows = [
        "age",
        "group",
        "leaver_first",
        "year",
        "lifetime",
        "no_move_left",
        "once_as_student",
        "once_preparation",
        "once_simulation",
        "catalogue",
        "designated",
        "repeat",
        "held",
        "primary",
        "upgrade_base",
        "upgrade_one",
        "upgrade_step",
        "preparation_length",
        "internship",
        "enterprise_kind",
        "contract",
        "within_six_months",
        "education_fund",
        "hours",
        "entrepreneur_certificate",
        "business_plan",
    ];
    rows.into_iter().filter(|rule| is_asked(rule, question))
}

fn is_asked(rule: &str, question: &Question<'_>) -> bool {
    let (programme, choices) = (question.programme, question.choices);
    let on_a_course = question.course.is_some();
    let level = question.course.and_then(|course| course.level);
    let at_primary = level == Some(Level::PRIMARY);
    match rule {
        "age" => programme != Veterans,
        "group" => true,
        "leaver_first" => {
            programme == EmploymentSkills
                && choices.leavers_first
                && is_only_registered_unemployed(question.facts)
        }
        "year" => programme == EmploymentSkills,
        "lifetime" => rules::is_counted(programme),
        "no_move_left" => programme == EmploymentSkills && !on_a_course,
        "once_as_student" => programme == StudentSkills || programme == StudentPractice,
        "once_preparation" => programme == LabourPreparation,
        "once_simulation" => programme == EntrepreneurshipSimulation,
        "catalogue" => {
            let excepted = [Veterans, Entrepreneurship, EntrepreneurshipSimulation];
            on_a_course && !excepted.contains(&programme)
        }
        "designated" => {
            let in_house =
                programme == EnterprisePrejob && question.published.designations.is_none();
            on_a_course
                && programme != Veterans
                && (choices.in_house_needs_designation || !in_house)
        }
        "repeat" => on_a_course && rules::is_counted(programme),
        "held" => on_a_course && rules::is_counted(programme) && choices.already_certified,
        "primary" => on_a_course && programme == EmploymentSkills && at_primary,
        "upgrade_base" | "upgrade_one" => {
            on_a_course && programme == EmploymentSkills && !at_primary
        }
        "upgrade_step" => {
            on_a_course && programme == EmploymentSkills && !at_primary && choices.promotion_step
        }
        "preparation_length" | "internship" => on_a_course && programme == LabourPreparation,
        "enterprise_kind" | "contract" | "within_six_months" => programme == EnterprisePrejob,
        "education_fund" => programme == EnterprisePrejob && choices.education_fund,
        "hours" => on_a_course && programme == Entrepreneurship,
        "entrepreneur_certificate" | "business_plan" => programme == EntrepreneurshipSimulation,
        other => panic!("no such rule: {other}"),
    }
}

fn is_only_registered_unemployed(facts: &Facts) -> bool {
    let claims = |group| {
        let claimed = facts.person.groups;
        claimed.is_some_and(|groups| groups.contains(group))
    };
    claims(Group::RegisteredUnemployed) && !claims(Group::RuralWorker) && !claims(Group::Graduate)
}

fn holds(rule: &str, world: &World<'_>) -> bool {
    let skill = || {
        let course = world.course();
        (course.occupation.unwrap(), course.level.unwrap().number())
    };
    match rule {
        "age" => rules::age(world),
        "group" => rules::group(world),
        "leaver_first" => rules::leaver_first(world),
        "year" => rules::year(world),
        "lifetime" => rules::lifetime(world),
        "no_move_left" => rules::no_move_left(world),
        "once_as_student" => rules::once_as_student(world),
        "once_preparation" => rules::once(world, LabourPreparation),
        "once_simulation" => rules::once(world, EntrepreneurshipSimulation),
        "catalogue" => rules::catalogue(world),
        "designated" => rules::designated(world),
        "repeat" => rules::repeat(world, skill().0, skill().1),
        "held" => rules::held(world, skill().0, skill().1),
        "primary" => rules::primary(world),
        "upgrade_base" => rules::upgrade_base(world, skill().0),
        "upgrade_one" => rules::upgrade_one(world, skill().0),
        "upgrade_step" => rules::upgrade_step(world, skill().0, skill().1),
        "preparation_length" => rules::preparation_length(world),
        "internship" => rules::internship(world),
        "enterprise_kind" => rules::enterprise_kind(world),
        "contract" => rules::contract(world),
        "within_six_months" => rules::within_six_months(world),
        "education_fund" => rules::education_fund(world),
        "hours" => rules::hours(world),
        "entrepreneur_certificate" => rules::entrepreneur_certificate(world),
        "business_plan" => rules::business_plan(world),
        other => panic!("no such rule: {other}"),
    }
}

fn upgrades(question: &Question<'_>) -> Vec<(String, u8)> {
    let history = question.facts.history.iter().flatten();
    let mut occupations: Vec<_> = history.filter_map(|entry| entry.occupation).collect();
    occupations.sort_by_key(ToString::to_string);
    occupations.dedup();
    occupations
        .into_iter()
        .flat_map(|occupation| [4, 3, 2, 1].map(|level| (occupation, level)))
        .filter(|(occupation, level)| {
            outcome(question, |world| {
                rules::promotion(world, *occupation, *level)
            }) == "pass"
        })
        .map(|(occupation, level)| (occupation.to_string(), level))
        .collect()
}
