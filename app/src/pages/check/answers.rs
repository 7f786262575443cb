//! What somebody told the checker: kept on their own device, never in an address, never on the server.

use chrono::NaiveDate;
use policy::{
    Certificate, District, Facts, Groups, HistoryEntry, LeftSchool, Level, OccupationCode, Person,
    Sex,
};
use serde::{Deserialize, Serialize};

/// The most trainings that the checker keeps: its cookie has room for no more.
pub const MOST_TRAININGS: usize = 12;

/// An answer: "I am not sure" is one too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Said<T> {
    /// The question was not asked yet.
    #[default]
    Nothing,
    /// 不清楚
    NotSure,
    /// What was told.
    Told(T),
}

impl<T> Said<T> {
    /// Returns what was told; `None` where nothing was, or nothing sure.
    pub const fn told(&self) -> Option<&T> {
        match self {
            Self::Told(value) => Some(value),
            _ => None,
        }
    }

    /// Says whether the question was answered, be it with "not sure".
    pub const fn is_answered(&self) -> bool {
        !matches!(self, Self::Nothing)
    }
}

/// The highest certificate that somebody holds in one occupation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Highest {
    /// The occupation that was asked about.
    pub occupation: OccupationCode,
    /// The level; `None` for no certificate.
    pub level: Option<Level>,
}

/// Everything that the checker may be told.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// The groups that the person belongs to.
    pub groups: Said<Groups>,
    /// The day of birth.
    pub birth: Said<NaiveDate>,
    /// The sex.
    pub sex: Said<Sex>,
    /// How schooling ended.
    pub school: Said<LeftSchool>,
    /// Earlier trainings.
    pub trainings: Said<Vec<HistoryEntry>>,
    /// The certificate in the occupation of the course that was asked about.
    pub certificate: Said<Highest>,
    /// Where the person lives: it names the office and changes no verdict.
    pub residence: Option<District>,
    /// Where the university is.
    pub university: Option<District>,
}

impl Answers {
    /// Returns the answers as facts for the rules; `occupation` is that of the course asked about.
    #[must_use]
    pub fn facts(&self, occupation: Option<OccupationCode>) -> Facts {
        let certificates = self
            .certificate
            .told()
            .filter(|highest| Some(highest.occupation) == occupation)
            .map(|highest| {
                let certificate = |level| Certificate {
                    occupation: highest.occupation,
                    level,
                };
                highest.level.map(certificate).into_iter().collect()
            });
        Facts {
            person: Person {
                birth: self.birth.told().copied(),
                sex: self.sex.told().copied(),
                residence: self.residence,
                university_district: self.university,
                groups: self.groups.told().copied(),
                left_school: self.school.told().copied(),
                certificates,
                ..Person::default()
            },
            history: self.trainings.told().cloned(),
        }
    }

    /// Says whether nothing was answered yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

// Answers are personal data: they are never printed by accident.
impl std::fmt::Debug for Answers {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Answers(***)")
    }
}
