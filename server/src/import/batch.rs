//! The checked rows of one file, whatever their kind.

use super::amendment::{AmendmentRow, amended};
use super::catalogue::CatalogueRow;
use super::course::Slot;
use super::encoding::decoded;
use super::kind::Kind;
use super::known::Known;
use super::occupation::OccupationRow;
use super::record::{Record, records};
use super::resident::Resident;
use super::row_error::RowErrors;
use super::training::Training;
use crate::db::base::Base;
use crate::db::course::Course;
use crate::db::institution::{Designation, Institution};
use crate::db::market::MarketFigure;
use crate::db::meeting::Meeting;
use crate::db::place::{District, University};

/// The checked rows of a file.
#[derive(Debug)]
pub(super) enum Batch {
    Occupations(Vec<OccupationRow>),
    Districts(Vec<District>),
    Universities(Vec<University>),
    Catalogue(Vec<CatalogueRow>),
    Institutions(Vec<Institution>),
    Designations(Vec<Designation>),
    Bases(Vec<Base>),
    Courses(Vec<Course>),
    Meetings(Vec<Meeting>),
    Market(Vec<MarketFigure>),
    Residents(Vec<Resident>),
    History(Vec<Training>),
    /// Amendments, with the number of the register's last row when they were checked.
    Amendments(Vec<AmendmentRow>, i64),
}

impl Batch {
    /// Returns the rows of a file whose every row is in order, and adds their keys to what is known.
    ///
    /// # Errors
    ///
    /// The faults of the file; nothing is added to what is known then.
    pub(super) fn read(kind: Kind, bytes: &[u8], known: &mut Known) -> Result<Self, RowErrors> {
        let text = decoded(bytes)?;
        let mut errors = RowErrors::default();
        let batch = match kind {
            Kind::Occupations => Self::Occupations(records(&text, known, &mut errors)),
            Kind::Districts => Self::Districts(records(&text, known, &mut errors)),
            Kind::Universities => Self::Universities(records(&text, known, &mut errors)),
            Kind::Catalogue => Self::Catalogue(records(&text, known, &mut errors)),
            Kind::Institutions => Self::Institutions(records(&text, known, &mut errors)),
            Kind::Designations => Self::Designations(records(&text, known, &mut errors)),
            Kind::Bases => Self::Bases(records(&text, known, &mut errors)),
            Kind::Courses => Self::Courses(records(&text, known, &mut errors)),
            Kind::Slots => {
                let slots: Vec<Slot> = records(&text, known, &mut errors);
                Self::Courses(slots.into_iter().map(|slot| slot.0).collect())
            }
            Kind::Meetings => Self::Meetings(records(&text, known, &mut errors)),
            Kind::Market => Self::Market(records(&text, known, &mut errors)),
            Kind::Residents => Self::Residents(records(&text, known, &mut errors)),
            Kind::History => Self::History(records(&text, known, &mut errors)),
            Kind::Readings => Self::Amendments(
                records(&text, known, &mut errors),
                known.register.last_number(),
            ),
        };
        if !errors.is_empty() {
            return Err(errors);
        }
        batch.make_known(known);
        Ok(batch)
    }

    /// Returns the number of rows.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Occupations(rows) => rows.len(),
            Self::Districts(rows) => rows.len(),
            Self::Universities(rows) => rows.len(),
            Self::Catalogue(rows) => rows.len(),
            Self::Institutions(rows) => rows.len(),
            Self::Designations(rows) => rows.len(),
            Self::Bases(rows) => rows.len(),
            Self::Courses(rows) => rows.len(),
            Self::Meetings(rows) => rows.len(),
            Self::Market(rows) => rows.len(),
            Self::Residents(rows) => rows.len(),
            Self::History(rows) => rows.len(),
            Self::Amendments(rows, _) => rows.len(),
        }
    }

    fn make_known(&self, known: &mut Known) {
        match self {
            Self::Occupations(rows) => known
                .occupations
                .extend(rows.iter().map(|row| (row.key(), row.levels.clone()))),
            Self::Districts(rows) => known
                .districts
                .extend(rows.iter().map(|row| row.code.clone())),
            Self::Universities(rows) => known
                .universities
                .extend(rows.iter().map(|row| row.code.clone())),
            Self::Institutions(rows) => known
                .institutions
                .extend(rows.iter().map(|row| row.id.clone())),
            Self::Bases(rows) => known.bases.extend(rows.iter().map(|row| row.id.clone())),
            Self::Courses(rows) => known
                .courses
                .extend(rows.iter().map(|row| (row.id.clone(), row.seats_taken))),
            Self::Residents(rows) => known
                .residents
                .extend(rows.iter().map(|row| row.resident_id.clone())),
            Self::Catalogue(rows) => known.editions.extend(
                rows.iter()
                    .map(|row| (row.edition.id.clone(), row.edition.clone())),
            ),
            Self::Amendments(rows, _) => {
                if let Some(amended) = amended(&known.register, rows.iter()) {
                    known.register = amended;
                }
            }
            Self::Designations(_) | Self::Meetings(_) | Self::Market(_) | Self::History(_) => {}
        }
    }
}
