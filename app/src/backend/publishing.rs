//! What the city has published: occupations, institutions, bases, courses.

use chrono::NaiveDate;
use policy::{BaseKind, Fen, Level, Programme};

/// A district, county-level city or 先导区.
#[derive(Clone, Debug, PartialEq)]
pub struct District {
    /// GB/T 2260 code, or the portal's own for a 先导区.
    pub code: String,
    /// Chinese name.
    pub name: String,
    /// The office that handles training there, where it is known.
    pub office: Option<Office>,
    /// Latitude and longitude of its centre in degrees, where they are known.
    pub centre: Option<(f64, f64)>,
}

/// An office that people may turn to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// Its name.
    pub name: String,
    /// Where it is, if known.
    pub address: Option<String>,
    /// Its telephone, if known; never invented.
    pub phone: Option<String>,
}

/// One occupation of the classification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occupation {
    /// Code such as `6-18-02-04`.
    pub code: String,
    /// Edition of the classification, such as `2022`.
    pub classification: String,
    /// Name.
    pub name: String,
    /// What it is called in English.
    pub english: Option<&'static str>,
    /// Other names that people use.
    pub aliases: Vec<String>,
    /// Names of the groups that hold it, widest first.
    pub groups: Vec<String>,
    /// Levels that exist for it, 5 to 1; empty where the classification knows none.
    pub levels: Vec<Level>,
    /// What the edition in force says of each level it names.
    pub entries: Vec<CatalogueEntry>,
    /// Name of the catalogue edition in force, and whether it is sample data.
    pub edition: Option<(String, bool)>,
}

/// One occupation × level in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueEntry {
    /// The level.
    pub level: Level,
    /// Class hours.
    pub hours: Option<u32>,
    /// Training standard.
    pub training: Option<Fen>,
    /// Appraisal standard.
    pub appraisal: Option<Fen>,
    /// Stands in the subsidised list.
    pub is_subsidised: bool,
    /// Tier in the shortage list.
    pub shortage: Option<String>,
    /// Top-up on the training standard in percent; `None` where a tier has no published percentage.
    pub top_up_percent: Option<u32>,
}

impl CatalogueEntry {
    /// The training standard with its top-up; `None` where either is not published.
    #[must_use]
    pub fn training_with_top_up(&self) -> Option<Fen> {
        let top_up = match (self.top_up_percent, &self.shortage) {
            (Some(percent), _) => percent,
            (None, None) => 0,
            (None, Some(_)) => return None,
        };
        Some(self.training?.share(100 + u64::from(top_up), 100))
    }
}

/// A designation: a period in which an institution may train something with subsidy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Designation {
    /// What it may train.
    pub subject: DesignationSubject,
    /// First day.
    pub from: NaiveDate,
    /// Last day; open where `None`.
    pub to: Option<NaiveDate>,
}

/// What a designation is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DesignationSubject {
    /// One occupation at one level.
    Skill {
        /// Occupation code.
        occupation: String,
        /// Occupation name.
        name: String,
        /// Level.
        level: Level,
    },
    /// A programme that names no occupation: entrepreneurship, or its simulation.
    Programme(Programme),
}

impl DesignationSubject {
    /// The level, where there is one.
    #[must_use]
    pub const fn level(&self) -> Option<Level> {
        match self {
            Self::Skill { level, .. } => Some(*level),
            Self::Programme(_) => None,
        }
    }

    /// Whether both are the same but for the level.
    #[must_use]
    pub fn is_alike(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Skill { occupation, .. },
                Self::Skill {
                    occupation: others, ..
                },
            ) => occupation == others,
            (one, other) => one == other,
        }
    }
}

/// A training institution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Institution {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// District code.
    pub district: String,
    /// Address.
    pub address: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Designations, current ones first.
    pub designations: Vec<Designation>,
    /// Its courses that are not over, earliest first.
    pub courses: Vec<CourseCard>,
    /// Made up for the demo.
    pub is_sample: bool,
}

/// A training base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: BaseKind,
    /// District code.
    pub district: String,
    /// Address.
    pub address: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Practice slots that are not over, earliest first.
    pub slots: Vec<CourseCard>,
    /// Made up for the demo.
    pub is_sample: bool,
}

/// Where a course is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// At an institution.
    Institution {
        /// Id.
        id: String,
        /// Name.
        name: String,
    },
    /// At a base (practice slots).
    Base {
        /// Id.
        id: String,
        /// Name.
        name: String,
    },
}

/// A course as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseCard {
    /// Id.
    pub id: String,
    /// Programme.
    pub programme: Programme,
    /// Title.
    pub title: String,
    /// Occupation code; `None` for entrepreneurship.
    pub occupation: Option<String>,
    /// Level; `None` for entrepreneurship.
    pub level: Option<Level>,
    /// Where.
    pub place: Place,
    /// District code.
    pub district: String,
    /// First day.
    pub start: NaiveDate,
    /// Last day.
    pub end: NaiveDate,
    /// Last day to apply.
    pub apply_until: NaiveDate,
    /// Seats in all.
    pub seats: u32,
    /// Seats left.
    pub seats_left: u32,
    /// Whether somebody could apply on the visit's day: published, in time, a seat left.
    pub is_open: bool,
    /// The most that the city pays for it once certified (training, or practice).
    pub subsidy: Option<Fen>,
    /// Made up for the demo.
    pub is_sample: bool,
}

impl CourseCard {
    /// Whether somebody could wait in line on the day: every seat is taken, and applications are not over.
    #[must_use]
    pub fn has_line(&self, on: NaiveDate) -> bool {
        self.seats_left == 0 && on <= self.apply_until
    }
}

/// A course, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseDetail {
    /// What lists show.
    pub card: CourseCard,
    /// Name of the occupation.
    pub occupation_name: Option<String>,
    /// Address of the classroom.
    pub address: Option<String>,
    /// Telephone to ask.
    pub phone: Option<String>,
    /// Modes: `daytime`, `evening`, `weekend`, `online`.
    pub modes: Vec<String>,
    /// When it meets, in words of the publisher.
    pub timetable: Option<String>,
    /// Class hours.
    pub class_hours: Option<u32>,
    /// What the person pays first.
    pub own_cost: Option<Fen>,
    /// The catalogue's entry on the day it starts.
    pub entry: Option<CatalogueEntry>,
    /// How many wait in line for a seat.
    pub waiting: u32,
    /// Dated sessions.
    pub sessions: Vec<Session>,
}

/// One meeting of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Day.
    pub day: NaiveDate,
    /// `8:30`
    pub from: String,
    /// `17:00`
    pub to: String,
}
