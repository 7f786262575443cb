//! The course about which somebody asks.

use std::fmt;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::{Fact, FactSet, Level, OccupationCode, Programme, calendar};

/// A course about which somebody asks; what `None` leaves open is unknown.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// The programme under which it would be taken.
    pub programme: Programme,
    /// Its occupation; required where [`Programme::names_occupation`].
    #[serde(default)]
    pub occupation: Option<OccupationCode>,
    /// Its level; required where [`Programme::names_occupation`].
    #[serde(default)]
    pub level: Option<Level>,
    /// The first day: the day for which the rules are asked.
    #[serde(deserialize_with = "calendar::told")]
    pub start: NaiveDate,
    /// The last day.
    #[serde(default, deserialize_with = "calendar::perhaps")]
    pub end: Option<NaiveDate>,
    /// The identifier of the institution that holds it.
    #[serde(default)]
    pub institution: Option<String>,
    /// The identifier of the base that holds it.
    #[serde(default)]
    pub base: Option<String>,
    /// Its length in semesters.
    #[serde(default)]
    pub semesters: Option<u32>,
    /// Its length in class hours, follow-up expert service included.
    #[serde(default)]
    pub class_hours: Option<u32>,
    /// Its off-campus internship.
    #[serde(default)]
    pub internship: Option<Internship>,
}

impl Course {
    /// Returns a course of which only what must be told is known.
    #[must_use]
    pub const fn new(programme: Programme, start: NaiveDate) -> Self {
        Self {
            programme,
            occupation: None,
            level: None,
            start,
            end: None,
            institution: None,
            base: None,
            semesters: None,
            class_hours: None,
            internship: None,
        }
    }

    /// Returns the facts that are told.
    pub(crate) fn told(&self) -> FactSet {
        FactSet::NONE
            .with_if(
                self.occupation.is_some() && self.level.is_some(),
                Fact::CourseSkill,
            )
            .with_if(self.end.is_some(), Fact::CourseEnd)
            .with_if(self.institution.is_some(), Fact::Institution)
            .with_if(self.base.is_some(), Fact::Base)
            .with_if(self.semesters.is_some(), Fact::Semesters)
            .with_if(self.class_hours.is_some(), Fact::ClassHours)
            .with_if(self.internship.is_some(), Fact::Internship)
    }
}

/// A course's off-campus internship.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "InternshipForm")]
pub enum Internship {
    /// There is none, said explicitly.
    None,
    /// There is one; each part may be unknown.
    Held {
        /// Its first day.
        from: Option<NaiveDate>,
        /// Its last day.
        to: Option<NaiveDate>,
        /// An internship agreement was signed.
        agreement: Option<bool>,
        /// Accident insurance was bought.
        insurance: Option<bool>,
    },
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct InternshipForm {
    none: Option<bool>,
    #[serde(deserialize_with = "calendar::perhaps")]
    from: Option<NaiveDate>,
    #[serde(deserialize_with = "calendar::perhaps")]
    to: Option<NaiveDate>,
    agreement: Option<bool>,
    insurance: Option<bool>,
}

/// An internship that is said to be none, and told of all the same.
#[derive(Clone, Copy, Debug)]
struct NoneWithParts;

impl fmt::Display for NoneWithParts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("contradictory: leave out `none`, or everything else")
    }
}

impl TryFrom<InternshipForm> for Internship {
    type Error = NoneWithParts;

    fn try_from(form: InternshipForm) -> Result<Self, NoneWithParts> {
        let InternshipForm {
            none,
            from,
            to,
            agreement,
            insurance,
        } = form;
        if none != Some(true) {
            return Ok(Self::Held {
                from,
                to,
                agreement,
                insurance,
            });
        }
        if from.or(to).is_some() || agreement.or(insurance).is_some() {
            return Err(NoneWithParts);
        }
        Ok(Self::None)
    }
}
