//! Trainings that the residents of a load test took before.

use chrono::NaiveDate;
use policy::{Coded, Level, Programme, ResidentId, State};
use sha2::{Digest, Sha256};

use super::catalogue::occupation_at_level;
use super::course::PROGRAMMES;
use super::designation::no_skill;
use super::known::Known;
use super::record::Record;
use super::resident::{person_id, resident_id};
use super::row::Row;
use super::row_error::Noun;
use super::table::{Column, required};
use crate::db::history::EarlierTraining;
use crate::seal::Keys;

const STATES: &[&str] = &[
    "reserved",
    "completed",
    "certified",
    "paid",
    "failed",
    "cancelled",
];

/// A training as a file tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Training {
    resident_id: ResidentId,
    programme: Programme,
    skill: Option<(String, Level)>,
    starts_on: NaiveDate,
    state: State,
    source: String,
}

impl Record for Training {
    const COLUMNS: &'static [Column] = &[
        required("resident_id"),
        required("programme"),
        required("occupation"),
        required("level"),
        required("starts_on"),
        required("state"),
        required("source"),
    ];
    const KEY_COLUMN: &'static str = "resident_id";
    type Key = (ResidentId, Programme, Option<(String, Level)>, NaiveDate);

    fn read(row: &mut Row<'_>, known: &Known) -> Option<Self> {
        let id = resident_id(row)
            .and_then(|id| row.reference("resident_id", Noun::Resident, id, &known.residents));
        let programme = row
            .one_of("programme", PROGRAMMES)
            .and_then(Programme::from_code);
        let skill = programme.and_then(|programme| {
            if programme.names_occupation() {
                occupation_at_level(row, known).map(Some)
            } else {
                no_skill(row, "programme")
            }
        });
        let starts_on = row.date("starts_on");
        let state = row.one_of("state", STATES).and_then(State::from_code);
        let source = row.text("source", 200);
        Some(Self {
            resident_id: id?,
            programme: programme?,
            skill: skill?,
            starts_on: starts_on?,
            state: state?,
            source: source?,
        })
    }

    fn key(&self) -> Self::Key {
        (
            self.resident_id.clone(),
            self.programme,
            self.skill.clone(),
            self.starts_on,
        )
    }
}

impl Training {
    /// Returns the training as the database keeps it, under an id that follows from what it is.
    pub(super) fn of_person(&self, keys: &Keys) -> EarlierTraining {
        let person = person_id(keys, &self.resident_id);
        let (occupation, level) = self.skill.clone().unzip();
        let identity = format!(
            "{person} {} {:?} {}",
            self.programme.code(),
            self.skill,
            self.starts_on
        );
        let bytes = *Sha256::digest(identity)
            .first_chunk()
            .expect("a hash has 32 bytes");
        EarlierTraining {
            id: uuid::Builder::from_custom_bytes(bytes).into_uuid(),
            person,
            programme: self.programme,
            occupation,
            level,
            starts_on: self.starts_on,
            state: self.state,
            source: self.source.clone(),
        }
    }
}
