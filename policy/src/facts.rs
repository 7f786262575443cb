//! What is known about a person on a day; every fact may be unknown.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};

use crate::readings::COUNTED;
use crate::{
    Certificate, Coded, Course, District, Employment, Fact, FactSet, Groups, HistoryEntry,
    LeftSchool, Programmes, State, calendar,
};

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

impl Facts {
    /// Returns the facts that are told, those of the course among them.
    #[must_use]
    pub fn told(&self, course: Option<&Course>) -> FactSet {
        let person = &self.person;
        let left_school = person.left_school.unwrap_or_default();
        let employment = person.employment();
        FactSet::NONE
            .with_if(person.birth.is_some(), Fact::Birth)
            .with_if(person.sex.is_some(), Fact::Sex)
            .with_if(person.groups.is_some(), Fact::Groups)
            .with_if(left_school.stage.is_some(), Fact::LeftStage)
            .with_if(left_school.on.is_some(), Fact::LeftOn)
            .with_if(person.certificates.is_some(), Fact::Certificates)
            .with_if(
                person.entrepreneur_certificate.is_some(),
                Fact::EntrepreneurCertificate,
            )
            .with_if(person.business_plan_passed.is_some(), Fact::BusinessPlan)
            .with_if(self.history.is_some(), Fact::History)
            .union(employment.told())
            .union(course.map_or(FactSet::NONE, Course::told))
    }

    /// Returns the facts as they will be once the course was taken and came to this end.
    ///
    /// Where the history is unknown it stays so: one training more settles nothing.
    #[must_use]
    pub fn after(&self, course: &Course, state: State) -> Self {
        let mut facts = self.clone();
        if let Some(history) = &mut facts.history {
            history.push(HistoryEntry {
                programme: course.programme,
                occupation: course.occupation,
                level: course.level,
                start: course.start,
                state,
            });
        }
        facts
    }
}

impl Facts {
    /// Returns the facts once a training of these programmes that is under way ends with this certificate; `None` where
    /// there is none.
    ///
    /// Of several, one that the person's own entitlement pays for is taken: a promotion can build on it.
    pub(crate) fn finishing(&self, certificate: Certificate, by: Programmes) -> Option<Self> {
        let is_under_way = |entry: &HistoryEntry| {
            by.contains(entry.programme)
                && entry.is_in(certificate.occupation, certificate.level)
                && matches!(entry.state, State::Reserved | State::Completed)
        };
        let mut facts = self.clone();
        let under_way = (facts.history.iter_mut().flatten()).filter(|entry| is_under_way(entry));
        let entry = under_way.max_by_key(|entry| COUNTED.contains(entry.programme))?;
        entry.state = State::Certified;
        Some(facts)
    }

    /// Returns the facts once the certificate is obtained in whatever way.
    pub(crate) fn holding(&self, certificate: Certificate) -> Self {
        let mut facts = self.clone();
        let certificates = &mut facts.person.certificates;
        certificates.get_or_insert_default().push(certificate);
        facts
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
