//! The register of readings as the offices have amended it: which choice holds on which day, and the register's version.
//!
//! Rows are only ever added. A decision names the version that it was made by and can be made again by it.

mod choice;
mod probe;

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use policy::{Amendment, Chosen, Coded, READINGS, Reading, ReadingId, Readings};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use self::choice::{Choice, InvalidChoice};
pub use self::probe::{changes_an_answer, dead_parameters};
use crate::db::amendment::StoredAmendment;
use crate::db::{Database, Error, Result, Transaction};

/// Stands first in what is hashed.
const DOMAIN: &[u8] = b"training portal register 1\n";

/// The register of readings; the default is the one without any amendment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    rows: Vec<StoredAmendment>,
    readings: Readings,
}

/// Which register decided: how many rows it had, and a digest of all that it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// The number of its last row; 0 without any.
    pub number: i64,
    /// SHA-256, in hexadecimal, of every choice with its date, the built-in ones included.
    pub digest: String,
}

/// What is wrong with the rows of a register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// The row changes what another of the same reading and day had brought into force already.
    ChangedInForce {
        /// The row.
        number: i64,
        /// The row whose place it takes.
        earlier: i64,
    },
}

impl Register {
    /// Returns the register that these rows make, in the order in which they were entered.
    ///
    /// # Errors
    /// If a row's choice does not fit its reading.
    pub fn of(rows: Vec<StoredAmendment>) -> Result<Self> {
        let mut last: BTreeMap<(NaiveDate, &str), Amendment> = BTreeMap::new();
        for row in &rows {
            last.insert((row.since, row.reading.code()), row.amendment());
        }
        let readings = Readings::amended(effective(last.into_values()))
            .map_err(|unfit| Error::Damaged(format!("register of readings: {unfit}")))?;
        Ok(Self { rows, readings })
    }

    /// Returns the register as it stands.
    ///
    /// # Errors
    /// If the database does not answer, or its rows make no register.
    pub async fn load(database: &Database) -> Result<Self> {
        Self::of(database.amendments().await?)
    }

    /// Returns the register as the transaction sees it.
    ///
    /// # Errors
    /// If the database does not answer, or its rows make no register.
    pub async fn within(transaction: &mut Transaction) -> Result<Self> {
        Self::of(transaction.amendments().await?)
    }

    /// Returns the register as it stood at a version.
    ///
    /// # Errors
    /// If the database does not answer, or its rows no longer say what that version said.
    pub async fn at(database: &Database, version: &Version) -> Result<Self> {
        let register = Self::of(database.amendments_up_to(version.number).await?)?;
        if register.version() == *version {
            Ok(register)
        } else {
            Err(Error::Damaged(format!(
                "register of readings, version {}",
                version.number
            )))
        }
    }

    /// Returns the readings by which the rules decide.
    #[must_use]
    pub const fn readings(&self) -> &Readings {
        &self.readings
    }

    /// Returns every row, in the order in which they were entered.
    #[must_use]
    pub fn rows(&self) -> &[StoredAmendment] {
        &self.rows
    }

    /// Returns which register this is.
    #[must_use]
    pub fn version(&self) -> Version {
        let mut hasher = Sha256::new_with_prefix(DOMAIN);
        let mut add = |reading: ReadingId, chosen: Chosen, since: NaiveDate| {
            hasher.update(format!("{} {} {since}\n", reading.code(), Choice(chosen)));
        };
        for reading in READINGS {
            add(reading.id, reading.chosen, reading.since);
        }
        for amendment in self.readings.amendments() {
            add(amendment.reading, amendment.chosen, amendment.since);
        }
        Version {
            number: self.last_number(),
            digest: hasher
                .finalize()
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect(),
        }
    }

    /// Returns the number of the last row; 0 without any.
    #[must_use]
    pub fn last_number(&self) -> i64 {
        self.rows.last().map_or(0, |row| row.number)
    }

    /// Returns the row that says what holds for the reading from exactly this day on.
    #[must_use]
    pub fn row(&self, reading: ReadingId, since: NaiveDate) -> Option<&StoredAmendment> {
        self.rows
            .iter()
            .rev()
            .find(|row| (row.reading, row.since) == (reading, since))
    }

    /// Returns the choices made for a reading by their dates, each with the row that made it; the first is the built-in one.
    #[must_use]
    pub fn choices(&self, reading: &Reading) -> Vec<(Amendment, Option<&StoredAmendment>)> {
        let built_in = Amendment {
            reading: reading.id,
            chosen: reading.chosen,
            since: reading.since,
        };
        let amended = self
            .readings
            .amendments()
            .iter()
            .filter(|amendment| amendment.reading == reading.id)
            .map(|amendment| (*amendment, self.row(amendment.reading, amendment.since)));
        std::iter::once((built_in, None)).chain(amended).collect()
    }

    /// Returns what is wrong with the rows.
    #[must_use]
    pub fn flaws(&self) -> Vec<Flaw> {
        let changed = |(place, row): (usize, &StoredAmendment)| {
            let earlier = self.rows[..place]
                .iter()
                .rev()
                .find(|earlier| (earlier.reading, earlier.since) == (row.reading, row.since))?;
            let is_late = row.entered_at.date() >= row.since && earlier.chosen != row.chosen;
            is_late.then_some(Flaw::ChangedInForce {
                number: row.number,
                earlier: earlier.number,
            })
        };
        self.rows.iter().enumerate().filter_map(changed).collect()
    }
}

impl StoredAmendment {
    /// Returns the amendment that the row makes.
    #[must_use]
    pub const fn amendment(&self) -> Amendment {
        Amendment {
            reading: self.reading,
            chosen: self.chosen.0,
            since: self.since,
        }
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ChangedInForce { number, earlier } => write!(
                formatter,
                "row {number} changes row {earlier}, of the same reading and day, after it came into force"
            ),
        }
    }
}

/// Returns the amendments, in the order of their days, without those that choose what holds already: whoever takes
/// an amendment back chooses again what was chosen before.
fn effective(amendments: impl Iterator<Item = Amendment>) -> Vec<Amendment> {
    let mut kept: Vec<Amendment> = Vec::new();
    for amendment in amendments {
        if holding(&kept, amendment.reading) != Some(amendment.chosen) {
            kept.push(amendment);
        }
    }
    kept
}

fn holding(amendments: &[Amendment], reading: ReadingId) -> Option<Chosen> {
    let amended = amendments
        .iter()
        .rev()
        .find(|amendment| amendment.reading == reading)
        .map(|amendment| amendment.chosen);
    amended.or_else(|| {
        READINGS
            .iter()
            .find(|built_in| built_in.id == reading)
            .map(|built_in| built_in.chosen)
    })
}
