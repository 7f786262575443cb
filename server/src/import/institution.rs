//! Training institutions.

use super::district::place;
use super::known::Known;
use super::record::Record;
use super::row::Row;
use super::table::{Column, optional, required};
use super::university::known_district;
use crate::db::institution::Institution;

impl Record for Institution {
    const COLUMNS: &'static [Column] = &[
        required("id"),
        required("name"),
        required("district"),
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
        let district = known_district(row, known);
        let address = row.text_if_any("address", 120);
        let phone = row.text_if_any("phone", 40);
        let place = place(row);
        let source = row.text_if_any("source", 200);
        let is_sample = row.is_true("sample");
        let place = place?;
        Some(Self {
            id: id?,
            name: name?,
            district: district?,
            address: address?,
            phone: phone?,
            latitude: place.map(|(latitude, _)| latitude),
            longitude: place.map(|(_, longitude)| longitude),
            source: source?,
            is_sample: is_sample?,
        })
    }

    fn key(&self) -> String {
        self.id.clone()
    }
}
