//! Residents of a load test: their numbers and names are sealed before they reach the database, and no fault repeats them.

use std::fmt;

use policy::{Coded, Group, ResidentId};

use super::district::division_code;
use super::known::Known;
use super::record::Record;
use super::row::Row;
use super::row_error::{Noun, Problem};
use super::table::{Column, optional, required};
use crate::clock::Moment;
use crate::db::person::Person;
use crate::seal::{Keys, Purpose};

const PHONE_DIGITS: usize = 11;

/// A resident as a file tells them; printing shows `***`.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Resident {
    pub(super) resident_id: ResidentId,
    name: String,
    phone: String,
    groups: Vec<Group>,
    residence: Option<String>,
    university_district: Option<String>,
}

impl fmt::Debug for Resident {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Resident(***)")
    }
}

impl Record for Resident {
    const COLUMNS: &'static [Column] = &[
        required("resident_id"),
        required("name"),
        required("phone"),
        required("groups"),
        optional("residence"),
        optional("university_district"),
    ];
    const KEY_COLUMN: &'static str = "resident_id";
    type Key = ResidentId;

    fn read(row: &mut Row<'_>, known: &Known) -> Option<Self> {
        let resident_id = resident_id(row);
        let name = row.text("name", 40);
        let phone = row.code("phone", "13000000000", |cell| {
            (cell.len() == PHONE_DIGITS && cell.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| cell.to_owned())
        });
        let groups = groups(row);
        let residence = district_if_any(row, known, "residence");
        let university_district = district_if_any(row, known, "university_district");
        Some(Self {
            resident_id: resident_id?,
            name: name?,
            phone: phone?,
            groups: groups?,
            residence: residence?,
            university_district: university_district?,
        })
    }

    fn key(&self) -> ResidentId {
        self.resident_id.clone()
    }
}

impl Resident {
    /// Returns the resident as the database keeps them, under an id that follows from their keyed hash.
    pub(super) fn sealed(&self, keys: &Keys, now: Moment) -> Person {
        let number = self.resident_id.expose();
        let groups: Vec<&str> = self.groups.iter().map(|group| group.code()).collect();
        let facts = serde_json::json!({
            "groups": groups,
            "residence": self.residence,
            "university_district": self.university_district,
        });
        Person {
            id: person_id(keys, &self.resident_id),
            phone_hmac: keys.look_up(Purpose::Phone, &self.phone).to_vec(),
            phone_sealed: keys.seal(Purpose::Phone, self.phone.as_bytes()),
            name_sealed: Some(keys.seal(Purpose::Name, self.name.as_bytes())),
            resident_id_hmac: Some(keys.look_up(Purpose::ResidentId, number).to_vec()),
            resident_id_sealed: Some(keys.seal(Purpose::ResidentId, number.as_bytes())),
            facts_sealed: Some(keys.seal(Purpose::Facts, facts.to_string().as_bytes())),
            created_at: now,
            updated_at: now,
        }
    }
}

/// Returns the id of an imported person, the same at every import under the same keys.
pub(super) fn person_id(keys: &Keys, resident_id: &ResidentId) -> uuid::Uuid {
    let hash = keys.look_up(Purpose::ResidentId, resident_id.expose());
    let bytes = *hash.first_chunk().expect("a hash has 32 bytes");
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// Returns a resident ID whose birth date exists and whose check digit is right.
pub(super) fn resident_id(row: &mut Row<'_>) -> Option<ResidentId> {
    row.code("resident_id", "11010519491231002X", |cell| {
        cell.parse().ok()
    })
}

fn groups(row: &mut Row<'_>) -> Option<Vec<Group>> {
    let words = row.texts("groups", 200)?;
    let groups: Option<Vec<Group>> = words.iter().map(|word| Group::from_code(word)).collect();
    if groups.is_none() {
        row.refuse("groups", Problem::NotOneOf(GROUPS));
    }
    groups
}

const GROUPS: &[&str] = &[
    "registered_unemployed",
    "rural_worker",
    "veteran",
    "graduate",
    "student",
    "school_leaver",
    "new_recruit",
];

fn district_if_any(
    row: &mut Row<'_>,
    known: &Known,
    column: &'static str,
) -> Option<Option<String>> {
    row.if_any(column, |row| {
        let code = division_code(row, column)?;
        row.reference(column, Noun::District, code, &known.districts)
    })
}
