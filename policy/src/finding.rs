//! What one rule found: its outcome, the figures for its prose, and the facts that could still change it.

use std::fmt;
use std::ops::Deref;

use chrono::NaiveDate;

use crate::{Clause, FactSet, Level, OccupationCode, Outcome, Remedy, RuleId};

/// What one rule found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule that was asked.
    pub rule: RuleId,
    /// What it says.
    pub outcome: Outcome,
    /// The figures behind it.
    pub detail: Detail,
    /// Where the outcome is unknown: the facts that could change it.
    pub missing: FactSet,
    /// Where a rule of several conditions fails: the facts that break it.
    pub broken: FactSet,
    /// What a person can do about it.
    pub remedy: Remedy,
}

impl Finding {
    /// Returns the clause on which the rule stands.
    #[must_use]
    pub const fn clause(&self) -> Clause {
        self.rule.clause()
    }

    /// Returns the named arguments for the rule's sentence, in no order that matters.
    pub fn arguments(&self) -> impl Iterator<Item = (&'static str, Argument)> {
        self.detail.arguments().into_iter().flatten()
    }
}

/// A value to be put into a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Argument {
    /// A count, an age, a year.
    Number(i64),
    /// A day.
    Date(NaiveDate),
    /// An occupation.
    Occupation(OccupationCode),
    /// A skill level.
    Level(Level),
}

/// The figures behind an outcome; the argument names are those of the variants' fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// The outcome needs no figure.
    Plain,
    /// An age and its bounds.
    Age {
        /// The age in years on the day that decides.
        age: i32,
        /// The youngest age.
        youngest: i32,
        /// The age at which it ends; unknown where the sex is and matters.
        retirement: Option<i32>,
    },
    /// The youngest age, where the birth is unknown.
    Youngest {
        /// The youngest age.
        youngest: i32,
    },
    /// A calendar year.
    Year {
        /// The year.
        year: i32,
    },
    /// How many were used of how many.
    Used {
        /// Already used.
        used: u32,
        /// The most that there are.
        limit: u32,
    },
    /// How many there are at most, where it is unknown how many were used.
    Limit {
        /// The most that there are.
        limit: u32,
    },
    /// An amount that was told against the least that is asked.
    AtLeast {
        /// What was told.
        told: u32,
        /// The least.
        least: u32,
    },
    /// The least that is asked, where nothing was told.
    Least {
        /// The least.
        least: u32,
    },
    /// A span of days.
    Span {
        /// Its first day.
        from: NaiveDate,
        /// Its last day.
        until: NaiveDate,
    },
    /// An occupation.
    Occupation {
        /// The occupation.
        occupation: OccupationCode,
    },
    /// A level.
    Level {
        /// The level.
        level: Level,
    },
    /// An occupation at a level.
    Skill {
        /// The occupation.
        occupation: OccupationCode,
        /// The level.
        level: Level,
    },
}

impl Detail {
    fn arguments(&self) -> [Option<(&'static str, Argument)>; 3] {
        let number = |name, value: i64| Some((name, Argument::Number(value)));
        match *self {
            Self::Plain => [None, None, None],
            Self::Age {
                age,
                youngest,
                retirement,
            } => [
                number("age", age.into()),
                number("youngest", youngest.into()),
                retirement.and_then(|age| number("retirement", age.into())),
            ],
            Self::Youngest { youngest } => [number("youngest", youngest.into()), None, None],
            Self::Year { year } => [number("year", year.into()), None, None],
            Self::Used { used, limit } => [
                number("used", used.into()),
                number("limit", limit.into()),
                None,
            ],
            Self::AtLeast { told, least } => [
                number("told", told.into()),
                number("least", least.into()),
                None,
            ],
            Self::Limit { limit } => [number("limit", limit.into()), None, None],
            Self::Least { least } => [number("least", least.into()), None, None],
            Self::Span { from, until } => [
                Some(("from", Argument::Date(from))),
                Some(("until", Argument::Date(until))),
                None,
            ],
            Self::Occupation { occupation } => [
                Some(("occupation", Argument::Occupation(occupation))),
                None,
                None,
            ],
            Self::Level { level } => [Some(("level", Argument::Level(level))), None, None],
            Self::Skill { occupation, level } => [
                Some(("occupation", Argument::Occupation(occupation))),
                Some(("level", Argument::Level(level))),
                None,
            ],
        }
    }
}

/// The findings of one programme in the order of the rules.
#[derive(Clone, PartialEq, Eq)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Collects findings; `most` is how many there can be, so that one allocation is enough.
    pub(crate) fn collect(most: usize, findings: impl Iterator<Item = Finding>) -> Self {
        let mut list = Vec::with_capacity(most);
        list.extend(findings);
        Self(list)
    }

    /// Returns the outcome of a rule, or nothing where it was not asked.
    #[must_use]
    pub fn outcome(&self, rule: RuleId) -> Option<Outcome> {
        self.iter()
            .find(|finding| finding.rule == rule)
            .map(|finding| finding.outcome)
    }

    /// Returns the facts that could still change an outcome.
    #[must_use]
    pub fn missing(&self) -> FactSet {
        self.iter()
            .fold(FactSet::NONE, |set, finding| set.union(finding.missing))
    }
}

impl Deref for Findings {
    type Target = [Finding];

    fn deref(&self) -> &[Finding] {
        &self.0
    }
}

impl fmt::Debug for Findings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.iter()).finish()
    }
}
