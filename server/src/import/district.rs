//! Districts, counties and pilot zones, with the office that serves each.

use super::known::Known;
use super::record::Record;
use super::row::Row;
use super::row_error::Problem;
use super::table::{Column, optional, required};
use crate::db::place::District;

const KINDS: &[&str] = &["district", "county", "zone"];

impl Record for District {
    const COLUMNS: &'static [Column] = &[
        required("code"),
        required("name"),
        optional("name_2011"),
        required("kind"),
        optional("latitude"),
        optional("longitude"),
        optional("office_name"),
        optional("office_phone"),
        optional("office_address"),
        optional("source"),
        optional("note"),
        optional("sample"),
    ];
    const KEY_COLUMN: &'static str = "code";
    type Key = String;

    fn read(row: &mut Row<'_>, _known: &Known) -> Option<Self> {
        let code = division_code(row, "code");
        let name = row.text("name", 40);
        let name_2011 = row.text_if_any("name_2011", 40);
        let kind = row.one_of("kind", KINDS);
        let place = place(row);
        let office_name = row.text_if_any("office_name", 80);
        let office_phone = row.text_if_any("office_phone", 40);
        let office_address = row.text_if_any("office_address", 120);
        let source = row.text_if_any("source", 200);
        let note = row.text_if_any("note", 200);
        let is_sample = row.is_true("sample");
        let place = place?;
        Some(Self {
            code: code?,
            name: name?,
            name_2011: name_2011?,
            kind: kind?.to_owned(),
            latitude: place.map(|(latitude, _)| latitude),
            longitude: place.map(|(_, longitude)| longitude),
            office_name: office_name?,
            office_phone: office_phone?,
            office_address: office_address?,
            source: source?,
            note: note?,
            is_sample: is_sample?,
        })
    }

    fn key(&self) -> String {
        self.code.clone()
    }
}

/// Returns a six-digit division code.
pub(super) fn division_code(row: &mut Row<'_>, column: &'static str) -> Option<String> {
    row.code(column, "210204", |cell| {
        cell.parse::<policy::District>()
            .ok()
            .map(|district| district.to_string())
    })
}

/// Returns latitude and longitude, which come together or not at all and lie in the city or near it.
pub(super) fn place(row: &mut Row<'_>) -> Option<Option<(f64, f64)>> {
    match (row.is_empty("latitude"), row.is_empty("longitude")) {
        (true, true) => Some(None),
        (false, false) => {
            let (latitude, longitude) = (
                row.degrees("latitude", 38.0..=41.0),
                row.degrees("longitude", 120.0..=124.0),
            );
            Some(Some((latitude?, longitude?)))
        }
        (latitude_is_empty, _) => {
            row.refuse(
                if latitude_is_empty {
                    "latitude"
                } else {
                    "longitude"
                },
                Problem::Empty,
            );
            None
        }
    }
}
