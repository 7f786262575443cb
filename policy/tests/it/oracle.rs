//! The policy told a second time, straight from its tables and in the plainest words, for the engine to be compared with.
//!
//! It shares nothing with the engine but the form of the facts. A rule is written for a world in which everything is
//! known; it is unknown where two ways of filling in what was not told disagree, found by trying them.

mod calendar;
mod money;
mod readings;
mod rules;
mod table;
mod world;

use chrono::NaiveDate;
use policy::{Course, District, Facts, Group, Programme, Published};

pub(crate) use money::Paid;
use readings::Choices;
use table::TABLE;
use world::{Question, outcome};

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
        let less = |most: u32, used: u32| most.saturating_sub(used);
        let primaries = |history| u32::try_from(rules::primaries(history).len()).unwrap();
        Left {
            lifetime: history
                .map(|history| less(question.choices.subsidies, rules::subsidies_used(history))),
            primary: history.map(|history| less(question.choices.primaries, primaries(history))),
            year_used: history.map(|_| outcome(&question, rules::year) == "fail"),
            upgrades: history.map(|_| upgrades(&question)),
        }
    }

    /// Says whether asking on the day would find the programme open.
    pub(crate) fn is_open(&self, programme: Programme, on: NaiveDate) -> bool {
        let question = self.question(programme, None, on);
        programme != Veterans
            && TABLE
                .iter()
                .filter(|row| (row.is_asked)(&question))
                .all(|row| outcome(&question, row.holds) == "pass")
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
    let rules: Vec<_> = TABLE
        .iter()
        .filter(|row| (row.is_asked)(question))
        .map(|row| (row.rule, outcome(question, row.holds)))
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
