//! Universities and colleges, with the district whose office serves their students.

use super::district::division_code;
use super::known::Known;
use super::record::Record;
use super::row::Row;
use super::row_error::Noun;
use super::table::{Column, optional, required};
use crate::db::place::University;

const EDUCATION: &[&str] = &["undergraduate", "vocational"];

impl Record for University {
    const COLUMNS: &'static [Column] = &[
        required("code"),
        required("name"),
        optional("district"),
        optional("department"),
        optional("education"),
        optional("source"),
        optional("sample"),
    ];
    const KEY_COLUMN: &'static str = "code";
    type Key = String;

    fn read(row: &mut Row<'_>, known: &Known) -> Option<Self> {
        let code = row.own_code("code");
        let name = row.text("name", 60);
        let district = row.if_any("district", |row| known_district(row, known));
        let department = row.text_if_any("department", 60);
        let education = row.if_any("education", |row| {
            row.one_of("education", EDUCATION).map(str::to_owned)
        });
        let source = row.text_if_any("source", 200);
        let is_sample = row.is_true("sample");
        Some(Self {
            code: code?,
            name: name?,
            district: district?,
            department: department?,
            education: education?,
            source: source?,
            is_sample: is_sample?,
        })
    }

    fn key(&self) -> String {
        self.code.clone()
    }
}

/// Returns the row's district, which must be known.
pub(super) fn known_district(row: &mut Row<'_>, known: &Known) -> Option<String> {
    let code = division_code(row, "district")?;
    row.reference("district", Noun::District, code, &known.districts)
}
