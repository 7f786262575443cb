//! Occupations of a classification, with the levels that exist for them.

use policy::Level;

use super::known::Known;
use super::record::Record;
use super::row::Row;
use super::row_error::Problem;
use super::table::{Column, optional, required};
use crate::db::occupation::{CLASSIFICATION, Occupation};

/// The classifications whose codes are known; 2022 where a file does not say.
pub(super) const CLASSIFICATIONS: &[&str] = &["2022", "1999"];

/// An occupation with the levels that exist for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OccupationRow {
    pub(super) occupation: Occupation,
    /// From the lowest (5) on.
    pub(super) levels: Vec<Level>,
}

impl Record for OccupationRow {
    const COLUMNS: &'static [Column] = &[
        optional("classification"),
        required("code"),
        required("name"),
        optional("aliases"),
        required("major_group"),
        required("major_group_name"),
        optional("middle_group"),
        optional("middle_group_name"),
        optional("minor_group"),
        optional("minor_group_name"),
        required("levels"),
        optional("is_green"),
        optional("is_digital"),
        optional("source"),
    ];
    const KEY_COLUMN: &'static str = "code";
    type Key = (String, String);

    fn read(row: &mut Row<'_>, _known: &Known) -> Option<Self> {
        let classification = classification(row);
        let code = occupation_code(row, "code");
        let name = row.text("name", 60);
        let aliases = row.texts("aliases", 400);
        let major = (
            row.text("major_group", 16),
            row.text("major_group_name", 60),
        );
        let middle = (
            row.text_if_any("middle_group", 16),
            row.text_if_any("middle_group_name", 60),
        );
        let minor = (
            row.text_if_any("minor_group", 16),
            row.text_if_any("minor_group_name", 60),
        );
        let levels = levels(row);
        let is_green = row.is_true("is_green");
        let is_digital = row.is_true("is_digital");
        let source = row.text_if_any("source", 200);
        let occupation = Occupation {
            classification: classification?.to_owned(),
            code: code?,
            name: name?,
            aliases: aliases?.join("|"),
            major_group: major.0?,
            major_group_name: major.1?,
            middle_group: middle.0?,
            middle_group_name: middle.1?,
            minor_group: minor.0?,
            minor_group_name: minor.1?,
            is_green: is_green?,
            is_digital: is_digital?,
            source: source?,
        };
        Some(Self {
            occupation,
            levels: levels?,
        })
    }

    fn key(&self) -> Self::Key {
        (
            self.occupation.classification.clone(),
            self.occupation.code.clone(),
        )
    }
}

/// Returns the classification that gave the row's code.
pub(super) fn classification(row: &mut Row<'_>) -> Option<&'static str> {
    if row.is_empty("classification") {
        Some(CLASSIFICATION)
    } else {
        row.one_of("classification", CLASSIFICATIONS)
    }
}

/// Returns a code such as `6-18-02-04`, as the classifications of 1999 and 2022 write them.
pub(super) fn occupation_code(row: &mut Row<'_>, column: &'static str) -> Option<String> {
    row.code(column, "6-18-02-04", |cell| {
        let mut parts = cell.split('-');
        let digits = |part: Option<&str>, length: usize| {
            part.is_some_and(|part| {
                part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
            })
        };
        let fits = digits(parts.next(), 1)
            && digits(parts.next(), 2)
            && digits(parts.next(), 2)
            && digits(parts.next(), 2)
            && parts.next().is_none();
        fits.then(|| cell.to_owned())
    })
}

/// Returns the levels that exist, each once, from 5 on; the cell may be empty.
fn levels(row: &mut Row<'_>) -> Option<Vec<Level>> {
    let mut levels = Vec::new();
    for cell in row.texts("levels", 20)? {
        let Ok(level) = cell.parse() else {
            row.refuse("levels", Problem::OutOfRange(1..=5));
            return None;
        };
        levels.push(level);
    }
    levels.sort_unstable_by(|one: &Level, other| other.cmp(one));
    levels.dedup();
    Some(levels)
}

/// Returns the row's level.
pub(super) fn level(row: &mut Row<'_>) -> Option<Level> {
    let number: i64 = row.number("level", 1..=5)?;
    Some(Level::try_from(number).expect("the bounds are those of a level"))
}
