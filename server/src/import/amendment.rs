//! Amendments of the register of readings: what an office chooses where the policy can be read in more than one way.

use std::sync::LazyLock;

use chrono::NaiveDate;
use policy::{Amendment, Chosen, Coded, READINGS, Reading, ReadingId, Readings};

use super::known::Known;
use super::record::Record;
use super::row::Row;
use super::row_error::{Problem, RowErrors};
use super::table::{Column, optional, required};
use crate::clock::Moment;
use crate::db::amendment::StoredAmendment;
use crate::register::{Choice, Register, changes_an_answer};

/// No office amends the readings more often than this at once.
const MOST_ROWS: usize = 200;
const LONGEST_WORDS: usize = 200;

static CODES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    ReadingId::ALL
        .iter()
        .map(|reading| reading.code())
        .collect()
});

/// A row of a file of amendments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AmendmentRow {
    pub(super) amendment: Amendment,
    pub(super) why: String,
    pub(super) source: Option<String>,
    /// The register says so already.
    pub(super) is_stored: bool,
}

impl AmendmentRow {
    /// Returns the row, whether or not the register could still be amended so.
    pub(super) fn proposed(row: &mut Row<'_>, known: &Known) -> Option<Self> {
        let amendment = amendment(row);
        let why = row.text("why", LONGEST_WORDS);
        let source = row.text_if_any("source", LONGEST_WORDS);
        let (amendment, why, source) = (amendment?, why?, source?);
        let stored = known.register.row(amendment.reading, amendment.since);
        let is_stored = stored.is_some_and(|stored| {
            (stored.chosen.0, &stored.why, &stored.source) == (amendment.chosen, &why, &source)
        });
        Some(Self {
            amendment,
            why,
            source,
            is_stored,
        })
    }

    /// Returns the row as the register keeps it.
    pub(super) fn numbered(&self, number: i64, entered_at: Moment) -> StoredAmendment {
        StoredAmendment {
            number,
            reading: self.amendment.reading,
            chosen: Choice(self.amendment.chosen),
            since: self.amendment.since,
            why: self.why.clone(),
            source: self.source.clone(),
            entered_at,
        }
    }
}

impl Record for AmendmentRow {
    const COLUMNS: &'static [Column] = &[
        required("reading"),
        required("chosen"),
        required("since"),
        required("why"),
        optional("source"),
    ];
    const KEY_COLUMN: &'static str = "since";
    type Key = (ReadingId, NaiveDate);

    fn read(row: &mut Row<'_>, known: &Known) -> Option<Self> {
        let read = Self::proposed(row, known)?;
        let Amendment {
            reading,
            chosen,
            since,
        } = read.amendment;
        let stored = known.register.row(reading, since);
        if since <= known.today && stored.is_some_and(|stored| stored.chosen.0 != chosen) {
            row.refuse("chosen", Problem::InForce);
            return None;
        }
        Some(read)
    }

    fn key(&self) -> Self::Key {
        (self.amendment.reading, self.amendment.since)
    }

    fn compare(records: &[(u64, Self)], known: &Known, errors: &mut RowErrors) {
        if records.len() > MOST_ROWS {
            errors.add(0, "", Problem::TooManyRows(MOST_ROWS));
            return;
        }
        let rows: Vec<_> = records.iter().map(|(_, row)| row).collect();
        let Some(after) = amended(&known.register, rows.iter().copied()) else {
            return;
        };
        // a row of the same day may take an earlier one back before it comes into force
        let is_new = |row: &Self| {
            known
                .register
                .row(row.amendment.reading, row.amendment.since)
                .is_none()
        };
        for (line, row) in records.iter().filter(|(_, row)| is_new(row)) {
            let others = rows
                .iter()
                .copied()
                .filter(|other| other.key() != row.key());
            let Some(before) = amended(&known.register, others) else {
                continue;
            };
            let (before, after) = (before.readings(), after.readings());
            if before == after {
                errors.add(*line, "chosen", Problem::ChangesNothing);
            } else if !changes_an_answer(before, after, row.amendment.since) {
                errors.add(*line, "reading", Problem::NoRuleReads);
            }
        }
    }
}

/// Returns the register after these rows, as it will be once they are entered; nothing where they make none.
pub(super) fn amended<'a>(
    register: &Register,
    rows: impl Iterator<Item = &'a AmendmentRow>,
) -> Option<Register> {
    let not_entered_yet = Moment::from_millis(0);
    let numbered = rows
        .filter(|row| !row.is_stored)
        .zip(register.last_number() + 1..)
        .map(|(row, number)| row.numbered(number, not_entered_yet));
    Register::of(register.rows().iter().cloned().chain(numbered).collect()).ok()
}

/// Returns the reading, the choice and the day of a row.
fn amendment(row: &mut Row<'_>) -> Option<Amendment> {
    let reading = reading(row);
    let chosen = reading.and_then(|reading| chosen(row, reading));
    let since = since(row);
    Some(Amendment {
        reading: reading?.id,
        chosen: chosen?,
        since: since?,
    })
}

fn reading(row: &mut Row<'_>) -> Option<&'static Reading> {
    let code = row.one_of("reading", &CODES)?;
    READINGS.iter().find(|reading| reading.id.code() == code)
}

fn chosen(row: &mut Row<'_>, reading: &Reading) -> Option<Chosen> {
    let Some(example) = Choice::example(reading.chosen) else {
        row.refuse("reading", Problem::ToldInWords);
        return None;
    };
    let chosen = row.code("chosen", example, |cell| {
        let chosen = cell.parse::<Choice>().ok()?.0;
        let is_alike = std::mem::discriminant(&chosen) == std::mem::discriminant(&reading.chosen);
        is_alike.then_some(chosen)
    })?;
    let alone = Amendment {
        reading: reading.id,
        chosen,
        since: reading.since,
    };
    if Readings::amended(vec![alone]).is_err() {
        row.refuse(
            "chosen",
            Problem::OutOfRange(0..=i64::from(reading.id.most())),
        );
        return None;
    }
    Some(chosen)
}

/// Returns the day from which a choice holds: after the document's own.
fn since(row: &mut Row<'_>) -> Option<NaiveDate> {
    let since = row.date("since")?;
    let first = READINGS[0].since.succ_opt()?;
    if since < first {
        let last = NaiveDate::from_ymd_opt(2200, 12, 31)?;
        row.refuse("since", Problem::DateOutOfRange { first, last });
        return None;
    }
    Some(since)
}
