//! A register as somebody would like to change it: the rows of a file of readings, and rows for the top-ups of shortage
//! tiers, which are catalogue data. A proposal is rehearsed, never imported.

use std::sync::LazyLock;

use chrono::NaiveDate;
use policy::{Coded, ReadingId};

use super::amendment::{AmendmentRow, amended};
use super::encoding::decoded;
use super::known::Known;
use super::record::{Record, records};
use super::row::Row;
use super::row_error::RowErrors;
use super::table::Column;
use crate::register::Register;
use crate::rehearsal::{Proposal, Tier, TopUp};

/// What stands before a tier's name in the column of readings.
const TOP_UP: &str = "top_up_";
const LARGEST_PERCENT: i64 = 300;

static CODES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let readings = ReadingId::ALL.iter().map(|reading| reading.code());
    readings
        .chain(["top_up_general", "top_up_high", "top_up_very"])
        .collect()
});

enum ProposalRow {
    Amendment(AmendmentRow),
    TopUp(TopUp),
}

/// Returns the register as a file would change it, and the top-ups that it proposes.
///
/// # Errors
/// The faults of the file.
pub fn proposal(
    bytes: &[u8],
    register: &Register,
    today: NaiveDate,
) -> Result<Proposal, RowErrors> {
    let known = Known {
        register: register.clone(),
        today,
        ..Known::default()
    };
    let text = decoded(bytes)?;
    let mut errors = RowErrors::default();
    let rows: Vec<ProposalRow> = records(&text, &known, &mut errors);
    if !errors.is_empty() {
        return Err(errors);
    }
    let (mut amendments, mut top_ups) = (Vec::new(), Vec::new());
    for row in rows {
        match row {
            ProposalRow::Amendment(row) => amendments.push(row),
            ProposalRow::TopUp(top_up) => top_ups.push(top_up),
        }
    }
    let after = amended(register, amendments.iter()).unwrap_or_else(|| register.clone());
    let proposed = amendments.iter().map(|row| row.amendment).collect();
    Ok(Proposal::new(register, &after, proposed, top_ups))
}

impl Record for ProposalRow {
    const COLUMNS: &'static [Column] = AmendmentRow::COLUMNS;
    const KEY_COLUMN: &'static str = AmendmentRow::KEY_COLUMN;
    type Key = (&'static str, NaiveDate);

    fn read(row: &mut Row<'_>, known: &Known) -> Option<Self> {
        let code = row.one_of("reading", &CODES)?;
        match code.strip_prefix(TOP_UP).and_then(Tier::from_code) {
            Some(tier) => {
                let percent = row.number("chosen", 0..=LARGEST_PERCENT);
                let since = row.date("since");
                Some(Self::TopUp(TopUp {
                    tier,
                    percent: percent?,
                    since: since?,
                }))
            }
            None => AmendmentRow::proposed(row, known).map(Self::Amendment),
        }
    }

    fn key(&self) -> Self::Key {
        match self {
            Self::Amendment(row) => (row.amendment.reading.code(), row.amendment.since),
            Self::TopUp(top_up) => (top_up.tier.code(), top_up.since),
        }
    }

    fn compare(records: &[(u64, Self)], known: &Known, errors: &mut RowErrors) {
        let amendments: Vec<_> = records
            .iter()
            .filter_map(|(line, row)| match row {
                Self::Amendment(row) => Some((*line, row.clone())),
                Self::TopUp(_) => None,
            })
            .collect();
        AmendmentRow::compare(&amendments, known, errors);
    }
}
