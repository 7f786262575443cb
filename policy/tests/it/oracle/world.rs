//! What is not told may be one way or another: a rule is asked in every such world, and is unknown where they disagree.

use std::borrow::Cow;
use std::cell::RefCell;

use chrono::{Datelike, Days, NaiveDate};
use policy::{
    BaseKind, Course, Designation, Employment, Facts, Group, HistoryEntry, Internship, Level,
    Listing, OccupationCode, Programme, Published, Sex, Stage, State, Subject,
};

use super::calendar::later;
use super::readings::Choices;

/// What is asked, of whom, on which day.
#[derive(Clone, Copy)]
pub(super) struct Question<'a> {
    pub(super) programme: Programme,
    pub(super) facts: &'a Facts,
    pub(super) course: Option<&'a Course>,
    pub(super) published: &'a Published<'a>,
    pub(super) on: NaiveDate,
    pub(super) choices: Choices,
}

/// A world that agrees with everything told, and in which everything else is so or so.
pub(super) struct World<'a> {
    pub(super) question: &'a Question<'a>,
    forks: RefCell<Forks>,
}

#[derive(Default)]
struct Forks {
    path: Vec<Fork>,
    passed: usize,
}

/// A fact that was not told, and which of its ways is looked at.
struct Fork {
    fact: (&'static str, usize),
    way: usize,
    ways: usize,
}

/// Returns `pass` or `fail` where every world says so, and `unknown` where they disagree.
pub(super) fn outcome(question: &Question<'_>, holds: impl Fn(&World<'_>) -> bool) -> &'static str {
    let world = World {
        question,
        forks: RefCell::default(),
    };
    let first = holds(&world);
    while world.turn() {
        if holds(&world) != first {
            return "unknown";
        }
    }
    if first { "pass" } else { "fail" }
}

impl World<'_> {
    // Goes on to the next world, until every way of every fork was taken.
    fn turn(&self) -> bool {
        let mut forks = self.forks.borrow_mut();
        let passed = std::mem::take(&mut forks.passed);
        forks.path.truncate(passed);
        while let Some(last) = forks.path.last_mut() {
            last.way += 1;
            if last.way < last.ways {
                return true;
            }
            forks.path.pop();
        }
        false
    }

    fn pick(&self, fact: &'static str, which: usize, ways: usize) -> usize {
        let mut forks = self.forks.borrow_mut();
        let (passed, fact) = (forks.passed, (fact, which));
        if let Some(known) = forks.path[..passed].iter().find(|fork| fork.fact == fact) {
            return known.way;
        }
        if passed == forks.path.len() {
            forks.path.push(Fork { fact, way: 0, ways });
        }
        forks.passed += 1;
        forks.path[passed].way
    }

    fn told_or<T: Copy>(&self, told: Option<T>, fact: &'static str, ways: &[T]) -> T {
        told.unwrap_or_else(|| ways[self.pick(fact, 0, ways.len())])
    }

    pub(super) fn birth(&self) -> NaiveDate {
        let ages = [1, 14, 15, 16, 17, 30, 50, 54, 55, 57, 59, 60, 62, 65, 100];
        let births = || ages.map(|age| self.question.on - Days::new(age * 366));
        let told = self.question.facts.person.birth;
        told.unwrap_or_else(|| births()[self.pick("birth", 0, ages.len())])
    }

    pub(super) fn is_male(&self) -> bool {
        let told = self.question.facts.person.sex;
        self.told_or(told.map(|sex| sex == Sex::Male), "sex", &[true, false])
    }

    pub(super) fn claims(&self, group: Group) -> bool {
        match self.question.facts.person.groups {
            Some(groups) => groups.contains(group),
            None => self.pick("group", group as usize, 2) == 0,
        }
    }

    pub(super) fn stage(&self) -> Stage {
        let told = self.question.facts.person.left_school;
        let ways = [Stage::JuniorHigh, Stage::SeniorHigh, Stage::None];
        self.told_or(told.and_then(|left| left.stage), "stage", &ways)
    }

    pub(super) fn left_in(&self) -> i32 {
        let told = self.question.facts.person.left_school;
        let year = told.and_then(|left| left.on).map(|day| day.year());
        let since = self.question.choices.leavers_since_year.cast_signed();
        self.told_or(year, "left on", &[since - 1, since])
    }

    /// Says whether the person obtained this certificate otherwise than by a training in the history.
    pub(super) fn obtained(&self, occupation: OccupationCode, level: u8) -> bool {
        if let Some(certificates) = &self.question.facts.person.certificates {
            return certificates.iter().any(|certificate| {
                certificate.occupation == occupation && certificate.level.number() == level
            });
        }
        let which = self.occupations().position(|known| known == occupation);
        let held = self.pick("certificate", which.unwrap_or(usize::MAX), 6);
        held == usize::from(level)
    }

    fn occupations(&self) -> impl Iterator<Item = OccupationCode> {
        let history = self.question.facts.history.iter().flatten();
        history.filter_map(|entry| entry.occupation)
    }

    pub(super) fn says(&self, told: Option<bool>, fact: &'static str) -> bool {
        self.told_or(told, fact, &[true, false])
    }

    pub(super) fn number(&self, told: Option<u32>, fact: &'static str) -> u32 {
        self.told_or(told, fact, &[0, 1, 2, 60, 200, 5_000])
    }

    pub(super) fn employment(&self) -> Employment {
        self.question.facts.person.employment.unwrap_or_default()
    }

    pub(super) fn contract_signed(&self) -> NaiveDate {
        let on = self.question.on;
        let ways = [on, on - Days::new(366)];
        self.told_or(self.employment().contract_signed, "contract signed", &ways)
    }

    pub(super) fn history(&self) -> Cow<'_, [HistoryEntry]> {
        match &self.question.facts.history {
            Some(history) => Cow::Borrowed(history),
            None => {
                let pasts = self.pasts();
                let way = self.pick("history", 0, pasts.len());
                Cow::Owned(pasts.into_iter().nth(way).unwrap())
            }
        }
    }

    // Pasts that anybody may have had: between them, either answer to every question that is asked of a history.
    fn pasts(&self) -> Vec<Vec<HistoryEntry>> {
        let elsewhere: [OccupationCode; 3] = ["x1", "x2", "x3"].map(|code| code.parse().unwrap());
        let entry = |programme, occupation, level: u8, state| HistoryEntry {
            programme,
            occupation: Some(occupation),
            level: Some(Level::new(level).unwrap()),
            start: self.question.on,
            state,
        };
        let mut pasts = vec![Vec::new()];
        for programme in [
            Programme::EmploymentSkills,
            Programme::StudentSkills,
            Programme::StudentPractice,
            Programme::LabourPreparation,
            Programme::Entrepreneurship,
            Programme::EntrepreneurshipSimulation,
        ] {
            pasts.push(vec![entry(programme, elsewhere[0], 5, State::Paid); 9]);
        }
        for level in [5, 4] {
            let of_level = |occupation| {
                entry(
                    Programme::EmploymentSkills,
                    occupation,
                    level,
                    State::Completed,
                )
            };
            pasts.push(elsewhere.map(of_level).to_vec());
        }
        let asked = self.question.course.and_then(|course| course.occupation);
        for level in 1..=5 {
            let occupation = asked.unwrap_or(elsewhere[0]);
            let skills = Programme::EmploymentSkills;
            pasts.push(vec![entry(skills, occupation, level, State::Paid)]);
        }
        pasts
    }

    pub(super) fn course(&self) -> &Course {
        self.question.course.expect("asked of a course")
    }

    pub(super) fn last_day(&self) -> NaiveDate {
        let course = self.course();
        if let Some(end) = course.end {
            return end;
        }
        let designations = self.question.published.designations.unwrap_or_default();
        let bounds = designations.iter().filter_map(|designation| designation.to);
        let mut ways: Vec<NaiveDate> = bounds
            .flat_map(|to| [to, to + Days::new(1)])
            .filter(|day| *day >= course.start)
            .collect();
        ways.extend([course.start, later(course.start, 20 * 12)]);
        ways[self.pick("last day", 0, ways.len())]
    }

    pub(super) fn internship(&self) -> Option<(NaiveDate, NaiveDate, bool, bool)> {
        let course = self.course();
        let (mut from, mut to, mut agreement, mut insurance) = (None, None, None, None);
        match course.internship {
            Some(Internship::None) => return None,
            Some(Internship::Held {
                from: first,
                to: last,
                agreement: signed,
                insurance: insured,
            }) => (from, to, agreement, insurance) = (first, last, signed, insured),
            None if self.says(None, "no internship") => return None,
            None => {}
        }
        let long = Days::new(400);
        let firsts = to.map_or([course.start; 2], |to| [to, to - long]);
        let first = self.told_or(from.take(), "internship from", &firsts);
        let last = self.told_or(to.take(), "internship to", &[first, first + long]);
        Some((
            first,
            last,
            self.says(agreement.take(), "agreement"),
            self.says(insurance.take(), "insurance"),
        ))
    }

    /// Says whether the occupation and level stand in the subsidised list, and in the shortage list.
    pub(super) fn lists(&self) -> (bool, bool) {
        match self.question.published.listing {
            Listing::Listed(entry) => (entry.subsidised, entry.shortage),
            Listing::NotListed => (false, false),
            Listing::NoEdition => [(false, false), (true, true)][self.pick("edition", 0, 2)],
        }
    }

    pub(super) fn is_designated(&self, subject: Subject, day: NaiveDate) -> bool {
        let covers = |designation: &Designation| {
            designation.subject == subject
                && designation.from <= day
                && designation.to.is_none_or(|to| day <= to)
        };
        match self.question.published.designations {
            Some(designations) => designations.iter().any(covers),
            None => self.says(None, "designated"),
        }
    }

    pub(super) fn base(&self) -> BaseKind {
        let ways = [
            BaseKind::Public,
            BaseKind::UniversityDemo,
            BaseKind::District,
            BaseKind::Industry,
        ];
        self.told_or(self.question.published.base, "base", &ways)
    }
}
