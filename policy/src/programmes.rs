//! The programmes: each file says whom one serves, which rules it asks, which office organises it and what it pays.

mod employment_skills;
mod enterprise_prejob;
mod entrepreneurship;
mod entrepreneurship_simulation;
mod labour_preparation;
mod opening;
mod standard;
mod student_practice;
mod student_skills;
mod veterans;

use chrono::NaiveDate;

use crate::left::Left;
use crate::parameters::Parameters;
use crate::rules::Rule;
use crate::{
    Clause, Course, Facts, Findings, Groups, Level, Money, OccupationCode, Office, Outcome,
    Programme, Published, RuleId, Verdict,
};

/// What is asked: one programme for one person on one day, with or without a course.
#[derive(Clone, Copy)]
pub(crate) struct Question<'a> {
    pub(crate) programme: Programme,
    pub(crate) facts: &'a Facts,
    pub(crate) course: Option<&'a Course>,
    pub(crate) published: &'a Published<'a>,
    pub(crate) parameters: Parameters,
    pub(crate) left: &'a Left,
    pub(crate) on: NaiveDate,
}

impl Question<'_> {
    /// Returns the course's occupation and level, where both are told.
    pub(crate) fn skill(&self) -> Option<(OccupationCode, Level)> {
        let course = self.course?;
        course.occupation.zip(course.level)
    }
}

/// How a programme works.
pub(crate) struct Scheme {
    groups: Groups,
    clause: Clause,
    /// In the order in which an answer lists them.
    rules: &'static [Rule],
    pub(crate) office: fn(&Facts) -> Office,
    pub(crate) pays: fn(&Question<'_>) -> Money,
    /// What every rule passed means.
    granted: Verdict,
}

impl Scheme {
    pub(crate) const fn of(programme: Programme) -> &'static Self {
        match programme {
            Programme::EmploymentSkills => &employment_skills::SCHEME,
            Programme::StudentSkills => &student_skills::SCHEME,
            Programme::StudentPractice => &student_practice::SCHEME,
            Programme::Veterans => &veterans::SCHEME,
            Programme::LabourPreparation => &labour_preparation::SCHEME,
            Programme::EnterprisePrejob => &enterprise_prejob::SCHEME,
            Programme::Entrepreneurship => &entrepreneurship::SCHEME,
            Programme::EntrepreneurshipSimulation => &entrepreneurship_simulation::SCHEME,
        }
    }

    pub(crate) fn findings(&self, question: &Question<'_>) -> Findings {
        let findings = self.rules.iter().filter_map(|rule| rule.finding(question));
        Findings::collect(self.rules.len(), findings)
    }

    /// Returns the rule of this name, where the programme asks it.
    pub(crate) fn rule(&self, id: RuleId) -> Option<&'static Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    pub(crate) fn verdict(&self, findings: &Findings) -> Verdict {
        match findings
            .iter()
            .fold(Outcome::Pass, |all, finding| all.and(finding.outcome))
        {
            Outcome::Pass => self.granted,
            Outcome::Fail => Verdict::Closed,
            Outcome::Unknown => Verdict::Unknown,
        }
    }
}

impl Programme {
    /// Returns the groups that the programme serves.
    #[must_use]
    pub const fn groups(self) -> Groups {
        Scheme::of(self).groups
    }

    /// Returns the clause that sets the programme up.
    #[must_use]
    pub const fn clause(self) -> Clause {
        Scheme::of(self).clause
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Coded;

    #[test]
    fn every_programme_asks_its_rules_in_the_order_of_the_table() {
        for programme in Programme::ALL {
            assert!(
                Scheme::of(*programme)
                    .rules
                    .is_sorted_by(|one, next| one.id < next.id),
                "{programme}"
            );
        }
    }
}
