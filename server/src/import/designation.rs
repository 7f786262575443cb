//! What institutions are designated for, and when.

use chrono::NaiveDate;
use policy::{Coded, Level};

use super::catalogue::occupation_at_level;
use super::known::Known;
use super::record::Record;
use super::row::Row;
use super::row_error::{Noun, Problem};
use super::table::{Column, optional, required};
use crate::db::institution::{Designation, DesignationKind};

const KINDS: &[&str] = &["skills", "entrepreneurship", "simulation"];

impl Record for Designation {
    const COLUMNS: &'static [Column] = &[
        required("institution"),
        required("kind"),
        optional("classification"),
        required("occupation"),
        required("level"),
        required("from_on"),
        optional("to_on"),
    ];
    const KEY_COLUMN: &'static str = "institution";
    type Key = (
        String,
        &'static str,
        Option<String>,
        Option<Level>,
        NaiveDate,
    );

    fn read(row: &mut Row<'_>, known: &Known) -> Option<Self> {
        let institution = known_institution(row, known);
        let kind = row
            .one_of("kind", KINDS)
            .and_then(DesignationKind::from_code);
        let skill = match kind {
            None => None,
            Some(DesignationKind::Skills) => occupation_at_level(row, known).map(Some),
            Some(_) => no_skill(row, "kind"),
        };
        let days = row.open_period("from_on", "to_on");
        let (from_on, to_on) = days?;
        let (occupation, level) = skill?.unzip();
        Some(Self {
            institution: institution?,
            kind: kind?,
            occupation,
            level,
            from_on,
            to_on,
        })
    }

    fn key(&self) -> Self::Key {
        (
            self.institution.clone(),
            self.kind.code(),
            self.occupation.clone(),
            self.level,
            self.from_on,
        )
    }
}

/// Returns that the row names no occupation, as the other column asks.
pub(super) fn no_skill(
    row: &mut Row<'_>,
    because: &'static str,
) -> Option<Option<(String, Level)>> {
    for column in ["occupation", "level"] {
        if !row.is_empty(column) {
            row.refuse(column, Problem::Contradicts(because));
            return None;
        }
    }
    Some(None)
}

/// Returns the row's institution, which must be known.
pub(super) fn known_institution(row: &mut Row<'_>, known: &Known) -> Option<String> {
    let id = row.own_code("institution")?;
    row.reference("institution", Noun::Institution, id, &known.institutions)
}
