//! What the portal knows of published things about one course: catalogue entry, designations, kind of base.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Coded, Fen, Level, OccupationCode, Readings};

/// What is published about a course; whoever asks without a course needs only the [`Default`].
#[derive(Clone, Copy, Debug)]
pub struct Published<'a> {
    /// The office's readings of the policy, with their dates.
    pub readings: &'a Readings,
    /// Where the course's occupation and level stand in the edition in force on its first day.
    pub listing: Listing,
    /// Every designation of the course's institution; `None` where no institution was told.
    pub designations: Option<&'a [Designation]>,
    /// The kind of the course's base; `None` where no base was told.
    pub base: Option<BaseKind>,
}

impl Default for Published<'_> {
    fn default() -> Self {
        Self {
            readings: Readings::built_in(),
            listing: Listing::NoEdition,
            designations: None,
            base: None,
        }
    }
}

/// Where an occupation and level stand in the catalogue in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Listing {
    /// No edition is known for the day.
    #[default]
    NoEdition,
    /// An edition is in force and has no such entry.
    NotListed,
    /// The edition in force has this entry.
    Listed(CatalogueEntry),
}

/// An entry of a catalogue edition: one occupation at one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CatalogueEntry {
    /// It stands in the subsidised list.
    pub subsidised: bool,
    /// It stands in the shortage list.
    pub shortage: bool,
    /// The training standard; `None` where none is published.
    pub training: Option<Fen>,
    /// The appraisal standard; `None` where none is published.
    pub appraisal: Option<Fen>,
    /// The top-up on the training standard in percent; `None` where none is published.
    pub top_up_percent: Option<u32>,
}

impl CatalogueEntry {
    /// Returns the top-up in percent that applies: 0 where there is no shortage tier, unknown where a tier has no published one.
    #[must_use]
    pub const fn top_up(&self) -> Option<u32> {
        match self.top_up_percent {
            None if !self.shortage => Some(0),
            percent => percent,
        }
    }
}

/// A period for which an institution is designated for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Designation {
    /// For what it is designated.
    pub subject: Subject,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; `None` for an open end.
    pub to: Option<NaiveDate>,
}

/// For what an institution is designated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Training in an occupation at a level.
    Occupation(OccupationCode, Level),
    /// Entrepreneurship training.
    Entrepreneurship,
    /// Entrepreneurship simulation, with the ministry's approval.
    Simulation,
}

/// The kind of a training base.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BaseKind {
    /// 公共实训基地.
    Public,
    /// 大学生实训示范基地.
    UniversityDemo,
    /// A district's base.
    District,
    /// An industry's or enterprise's base.
    Industry,
}

impl Coded for BaseKind {
    const ALL: &'static [Self] = &[
        Self::Public,
        Self::UniversityDemo,
        Self::District,
        Self::Industry,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::UniversityDemo => "university_demo",
            Self::District => "district",
            Self::Industry => "industry",
        }
    }
}
