//! Training bases.

use policy::{BaseKind, Coded};

use super::district::place;
use super::known::Known;
use super::record::Record;
use super::row::Row;
use super::row_error::{Noun, Problem};
use super::table::{Column, optional, required};
use super::university::known_district;
use crate::db::base::Base;

const KINDS: &[&str] = &["public", "university_demo", "district", "industry"];

impl Record for Base {
    const COLUMNS: &'static [Column] = &[
        required("id"),
        required("name"),
        required("kind"),
        required("district"),
        optional("university"),
        optional("address"),
        optional("phone"),
        optional("latitude"),
        optional("longitude"),
        optional("source"),
        optional("sample"),
    ];
    const KEY_COLUMN: &'static str = "id";
    type Key = String;

    fn read(row: &mut Row<'_>, known: &Known) -> Option<Self> {
        let id = row.own_code("id");
        let name = row.text("name", 80);
        let kind = row.one_of("kind", KINDS).and_then(BaseKind::from_code);
        let district = known_district(row, known);
        let university = row.if_any("university", |row| {
            let code = row.own_code("university")?;
            row.reference("university", Noun::University, code, &known.universities)
        });
        let address = row.text_if_any("address", 120);
        let phone = row.text_if_any("phone", 40);
        let place = place(row);
        let source = row.text_if_any("source", 200);
        let is_sample = row.is_true("sample");
        let place = place?;
        let record = Self {
            id: id?,
            name: name?,
            kind: kind?,
            district: district?,
            university: university?,
            address: address?,
            phone: phone?,
            latitude: place.map(|(latitude, _)| latitude),
            longitude: place.map(|(_, longitude)| longitude),
            source: source?,
            is_sample: is_sample?,
        };
        if record.university.is_some() && record.kind != BaseKind::UniversityDemo {
            row.refuse("university", Problem::Contradicts("kind"));
            return None;
        }
        Some(record)
    }

    fn key(&self) -> String {
        self.id.clone()
    }
}
