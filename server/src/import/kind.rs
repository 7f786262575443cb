//! The kinds of files that can be imported, in the order in which they build on each other.

use super::amendment::AmendmentRow;
use super::catalogue::CatalogueRow;
use super::course::Slot;
use super::occupation::OccupationRow;
use super::record::Record;
use super::resident::Resident;
use super::table::Column;
use super::training::Training;
use crate::db::base::Base;
use crate::db::course::Course;
use crate::db::institution::{Designation, Institution};
use crate::db::market::MarketFigure;
use crate::db::meeting::Meeting;
use crate::db::place::{District, University};

/// What a file holds. Later kinds may point to earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, clap::ValueEnum)]
pub enum Kind {
    /// Occupations of a classification, with the levels that exist.
    Occupations,
    /// Districts, counties and pilot zones, with their offices.
    Districts,
    /// Universities and their districts.
    Universities,
    /// Editions of the subsidised occupation catalogue.
    Catalogue,
    /// Training institutions.
    Institutions,
    /// What institutions are designated for.
    Designations,
    /// Training bases.
    Bases,
    /// Courses of institutions.
    Courses,
    /// Practice slots of bases.
    Slots,
    /// Weekly meetings of courses and slots.
    Meetings,
    /// Published supply and demand.
    Market,
    /// Residents of a load test.
    Residents,
    /// Trainings that they took before.
    History,
    /// Amendments of the register of readings.
    Readings,
}

impl Kind {
    /// Every kind, in the order in which they build on each other.
    pub const ALL: [Self; 14] = [
        Self::Occupations,
        Self::Districts,
        Self::Universities,
        Self::Catalogue,
        Self::Institutions,
        Self::Designations,
        Self::Bases,
        Self::Courses,
        Self::Slots,
        Self::Meetings,
        Self::Market,
        Self::Residents,
        Self::History,
        Self::Readings,
    ];

    /// Returns the word by which the command line and the records name the kind.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Occupations => "occupations",
            Self::Districts => "districts",
            Self::Universities => "universities",
            Self::Catalogue => "catalogue",
            Self::Institutions => "institutions",
            Self::Designations => "designations",
            Self::Bases => "bases",
            Self::Courses => "courses",
            Self::Slots => "slots",
            Self::Meetings => "meetings",
            Self::Market => "market",
            Self::Residents => "residents",
            Self::History => "history",
            Self::Readings => "readings",
        }
    }

    /// Returns whether such a file holds persons, who are made up for load tests alone: real ones come by themselves.
    #[must_use]
    pub fn holds_persons(self) -> bool {
        matches!(self, Self::Residents | Self::History)
    }

    /// Returns the columns that a file of this kind has.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Occupations => OccupationRow::COLUMNS,
            Self::Districts => District::COLUMNS,
            Self::Universities => University::COLUMNS,
            Self::Catalogue => CatalogueRow::COLUMNS,
            Self::Institutions => Institution::COLUMNS,
            Self::Designations => Designation::COLUMNS,
            Self::Bases => Base::COLUMNS,
            Self::Courses => Course::COLUMNS,
            Self::Slots => Slot::COLUMNS,
            Self::Meetings => Meeting::COLUMNS,
            Self::Market => MarketFigure::COLUMNS,
            Self::Residents => Resident::COLUMNS,
            Self::History => Training::COLUMNS,
            Self::Readings => AmendmentRow::COLUMNS,
        }
    }
}
