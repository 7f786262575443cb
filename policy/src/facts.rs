//! What is known about a person on a day; every fact may be unknown.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};

use crate::{Certificate, Coded, District, Employment, Groups, HistoryEntry, LeftSchool, calendar};

/// A person's sex, as far as the policy asks: the retirement ages differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// 男.
    Male,
    /// 女.
    Female,
}

impl Coded for Sex {
    const ALL: &'static [Self] = &[Self::Male, Self::Female];

    fn code(self) -> &'static str {
        match self {
            Self::Male => "male",
            Self::Female => "female",
        }
    }
}

/// What is known about a person, apart from earlier trainings; `None` is "unknown", never "no".
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Person {
    /// The day of birth.
    #[serde(deserialize_with = "calendar::perhaps")]
    pub birth: Option<NaiveDate>,
    /// The sex.
    pub sex: Option<Sex>,
    /// The district of residence.
    pub residence: Option<District>,
    /// The district of the university, for students.
    pub university_district: Option<District>,
    /// The groups that the person claims; the empty set says "none of them".
    pub groups: Option<Groups>,
    /// How the person's schooling ended.
    pub left_school: Option<LeftSchool>,
    /// Certificates obtained in whatever way; the empty list says "none".
    pub certificates: Option<Vec<Certificate>>,
    /// The person holds the entrepreneurship training certificate.
    pub entrepreneur_certificate: Option<bool>,
    /// The person's business plan passed the expert review.
    pub business_plan_passed: Option<bool>,
    /// The new recruit's contract and enterprise.
    pub employment: Option<Employment>,
}

/// All that is known about a person: the person and what they have already taken.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Facts {
    /// The person; all unknown where it is absent or `null`.
    #[serde(deserialize_with = "null_as_unknown")]
    pub person: Person,
    /// Every earlier and reserved training; the empty list says "none", `None` that it is unknown.
    pub history: Option<Vec<HistoryEntry>>,
}

impl Person {
    /// Returns the employment, with every fact unknown where none was told.
    #[must_use]
    pub fn employment(&self) -> Employment {
        self.employment.unwrap_or_default()
    }
}

fn null_as_unknown<'de, D: Deserializer<'de>>(person: D) -> Result<Person, D::Error> {
    Option::deserialize(person).map(Option::unwrap_or_default)
}

// A person's facts are personal data: they are never printed by accident.
impl std::fmt::Debug for Person {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Person(***)")
    }
}

impl std::fmt::Debug for Facts {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Facts(***)")
    }
}
