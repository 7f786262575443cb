//! The register of readings: where the document can be read in more than one way, what the portal chose, and since when;
//! and the figures that the document states.
//!
//! An office changes a reading by an [`Amendment`], which is data with a date; the code stays as it is.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::order::put_in_order;
use crate::parameters::Parameters;
use crate::{Clause, Coded, Programme, Programmes, ReadingId, calendar};

/// What was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chosen {
    /// A number.
    Number(u32),
    /// The ages in years at which working age ends.
    Ages {
        /// For men.
        male: u32,
        /// For women.
        female: u32,
    },
    /// Whether the reading applies at all.
    Applies(bool),
    /// A choice told in words alone; another one needs another rule.
    InWords,
}

/// One entry of the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Its name.
    pub id: ReadingId,
    /// The clause that can be read in more than one way.
    pub clause: Clause,
    /// What is chosen.
    pub chosen: Chosen,
    /// The first day of this choice.
    pub since: NaiveDate,
}

/// A later choice of an office, from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amendment {
    /// The reading that it changes.
    pub reading: ReadingId,
    /// What is chosen from then on.
    pub chosen: Chosen,
    /// The first day on which it holds.
    #[serde(deserialize_with = "calendar::told")]
    pub since: NaiveDate,
}

/// Why amendments make no register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnfitAmendment {
    /// A choice is of another kind than the reading's own, or a figure beyond its bound.
    Choice(ReadingId),
    /// Two amendments of one reading begin on the same day: nobody could say which one holds.
    SameDay(ReadingId, NaiveDate),
}

/// The readings in force, with every later choice of an office.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<Amendment>", into = "Vec<Amendment>")]
pub struct Readings {
    // In the order of their dates, those of one day in the register's order.
    amendments: Vec<Amendment>,
}

// The day on which the document's "from 2011 on" begins: the readings hold for as long as it does.
const SINCE: NaiveDate = NaiveDate::from_ymd_opt(2011, 1, 1).expect("1 January exists");

const fn reading(id: ReadingId, clause: Clause, chosen: Chosen) -> Reading {
    Reading {
        id,
        clause,
        chosen,
        since: SINCE,
    }
}

/// The register as it stands without any amendment, in the order in which it is shown.
pub const READINGS: [Reading; 32] = [
    reading(ReadingId::SixSubsidies, Clause::SIX, Chosen::Number(6)),
    reading(ReadingId::YearOfStart, Clause::SKILLS, Chosen::InWords),
    reading(
        ReadingId::PromotionOccupation,
        Clause::SKILLS,
        Chosen::InWords,
    ),
    reading(
        ReadingId::RetirementAge,
        Clause::PART_ONE,
        Chosen::Ages {
            male: 60,
            female: 55,
        },
    ),
    reading(
        ReadingId::OnceInLifetime,
        Clause::PREPARATION_AND_SIMULATION,
        Chosen::Number(1),
    ),
    reading(
        ReadingId::CountedProgrammes,
        Clause::PART_ONE,
        Chosen::InWords,
    ),
    reading(
        ReadingId::PrimaryProgrammes,
        Clause::SKILLS,
        Chosen::InWords,
    ),
    reading(ReadingId::PromotionBase, Clause::SKILLS, Chosen::InWords),
    reading(ReadingId::OnceAYear, Clause::SKILLS, Chosen::InWords),
    reading(ReadingId::OnceAsStudent, Clause::STUDENTS, Chosen::InWords),
    reading(
        ReadingId::LeaversFirst,
        Clause::PREPARATION,
        Chosen::Applies(true),
    ),
    reading(
        ReadingId::AlreadyCertified,
        Clause::PART_ONE,
        Chosen::Applies(true),
    ),
    reading(
        ReadingId::PromotionStep,
        Clause::SKILLS,
        Chosen::Applies(true),
    ),
    reading(ReadingId::YoungestAge, Clause::PART_ONE, Chosen::Number(16)),
    reading(
        ReadingId::VeteransElsewhere,
        Clause::VETERANS,
        Chosen::InWords,
    ),
    reading(
        ReadingId::EducationFund,
        Clause::PREJOB,
        Chosen::Applies(true),
    ),
    reading(ReadingId::WithinSixMonths, Clause::PREJOB, Chosen::InWords),
    reading(ReadingId::PrejobList, Clause::ENTERPRISES, Chosen::InWords),
    reading(
        ReadingId::PracticeShare,
        Clause::STUDENTS,
        Chosen::Applies(true),
    ),
    reading(
        ReadingId::InHouseDesignation,
        Clause::SUBSIDISED_COURSES,
        Chosen::Applies(true),
    ),
    reading(
        ReadingId::PrimarySubsidies,
        Clause::SKILLS,
        Chosen::Number(2),
    ),
    reading(
        ReadingId::StudentSubsidies,
        Clause::STUDENTS,
        Chosen::Number(1),
    ),
    reading(
        ReadingId::PracticePercent,
        Clause::STUDENTS,
        Chosen::Number(60),
    ),
    reading(
        ReadingId::SemestersAfterJuniorHigh,
        Clause::PREPARATION,
        Chosen::Number(2),
    ),
    reading(
        ReadingId::SemestersAfterSeniorHigh,
        Clause::PREPARATION,
        Chosen::Number(1),
    ),
    reading(
        ReadingId::InternshipMonths,
        Clause::PREPARATION,
        Chosen::Number(1),
    ),
    reading(
        ReadingId::ContractMonths,
        Clause::RECRUITS,
        Chosen::Number(12),
    ),
    reading(ReadingId::StartMonths, Clause::PREJOB, Chosen::Number(6)),
    reading(
        ReadingId::FrontLinePercent,
        Clause::PREJOB,
        Chosen::Number(60),
    ),
    reading(
        ReadingId::ClassHours,
        Clause::ENTREPRENEURSHIP,
        Chosen::Number(200),
    ),
    reading(
        ReadingId::SimulationYuan,
        Clause::ENTREPRENEURSHIP,
        Chosen::Number(1_000),
    ),
    reading(
        ReadingId::LeaversSinceYear,
        Clause::PREPARATION,
        Chosen::Number(2011),
    ),
];

/// The programmes that a person's own entitlement pays for: what counts towards the six.
pub const COUNTED: Programmes = Programmes::of(&[
    Programme::EmploymentSkills,
    Programme::StudentSkills,
    Programme::StudentPractice,
    Programme::LabourPreparation,
]);

impl Readings {
    /// Returns the register without any amendment.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static BUILT_IN: Readings = Readings {
            amendments: Vec::new(),
        };
        &BUILT_IN
    }

    /// Returns the register with these amendments.
    ///
    /// # Errors
    /// [`UnfitAmendment`] where a choice is of another kind than the reading's own or beyond its bound, or two would begin on
    /// one day.
    pub fn amended(mut amendments: Vec<Amendment>) -> Result<Self, UnfitAmendment> {
        if let Some(unfit) = amendments.iter().find(|amendment| !amendment.fits()) {
            return Err(UnfitAmendment::Choice(unfit.reading));
        }
        put_in_order(&mut amendments, |amendment| {
            (amendment.since, amendment.reading as u8)
        });
        let begins_with = |one: &Amendment, other: &Amendment| {
            (one.since, one.reading) == (other.since, other.reading)
        };
        match amendments
            .windows(2)
            .find(|pair| begins_with(&pair[0], &pair[1]))
        {
            Some(pair) => Err(UnfitAmendment::SameDay(pair[0].reading, pair[0].since)),
            None => Ok(Self { amendments }),
        }
    }

    /// Returns the amendments by their dates, those of one day in the register's order.
    #[must_use]
    pub fn amendments(&self) -> &[Amendment] {
        &self.amendments
    }

    /// Returns the register as it stands on the day.
    pub fn register(&self, on: NaiveDate) -> impl Iterator<Item = Reading> {
        READINGS.into_iter().map(move |reading| {
            self.in_force(on)
                .filter(|amendment| amendment.reading == reading.id)
                .last()
                .map_or(reading, |amendment| Reading {
                    chosen: amendment.chosen,
                    since: amendment.since,
                    ..reading
                })
        })
    }

    /// Returns the days after `on` on which a reading changes, in order.
    pub(crate) fn changes_after(&self, on: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        self.amendments
            .iter()
            .map(|amendment| amendment.since)
            .filter(move |since| *since > on)
    }

    /// Returns the figures that hold on the day.
    pub(crate) fn parameters(&self, on: NaiveDate) -> Parameters {
        self.in_force(on)
            .fold(Parameters::BUILT_IN, |parameters, amendment| {
                parameters.amended(amendment)
            })
    }

    fn in_force(&self, on: NaiveDate) -> impl Iterator<Item = &Amendment> {
        self.amendments
            .iter()
            .take_while(move |amendment| amendment.since <= on)
    }
}

impl Amendment {
    fn fits(&self) -> bool {
        let most = self.reading.most();
        READINGS
            .iter()
            .find(|reading| reading.id == self.reading)
            .is_some_and(|reading| match (reading.chosen, self.chosen) {
                (Chosen::Number(_), Chosen::Number(number)) => number <= most,
                (Chosen::Ages { .. }, Chosen::Ages { male, female }) => {
                    male <= most && female <= most
                }
                (Chosen::Applies(_), Chosen::Applies(_)) => true,
                _ => false,
            })
    }
}

impl TryFrom<Vec<Amendment>> for Readings {
    type Error = UnfitAmendment;

    fn try_from(amendments: Vec<Amendment>) -> Result<Self, UnfitAmendment> {
        Self::amended(amendments)
    }
}

impl From<Readings> for Vec<Amendment> {
    fn from(readings: Readings) -> Self {
        readings.amendments
    }
}

impl fmt::Display for UnfitAmendment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Choice(reading) => write!(
                formatter,
                "reading {} takes no such choice: give one of the kind that the register shows, figures of at most {}",
                reading.code(),
                reading.most()
            ),
            Self::SameDay(reading, since) => write!(
                formatter,
                "reading {} is amended twice from {since} on: keep one of the two",
                reading.code()
            ),
        }
    }
}

impl std::error::Error for UnfitAmendment {}
