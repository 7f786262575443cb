//! What a kind of file must tell about its rows, and the one way in which every kind is read.

use std::collections::HashMap;
use std::hash::Hash;

use super::known::Known;
use super::row::Row;
use super::row_error::{Problem, RowErrors};
use super::table::{Column, Table};

/// A row of some kind of file, with everything in it checked.
pub(super) trait Record: Sized {
    /// The columns that the kind has.
    const COLUMNS: &'static [Column];
    /// The column to which a doubled key is charged.
    const KEY_COLUMN: &'static str;
    /// What must be unique within a file, and says which stored row this one replaces.
    type Key: Eq + Hash;

    /// Returns the row, or nothing once its faults are noted.
    fn read(row: &mut Row<'_>, known: &Known) -> Option<Self>;

    /// Returns the row's key.
    fn key(&self) -> Self::Key;

    /// Notes what is wrong with the rows together, each given with its line, and with what is known.
    fn compare(_records: &[(u64, Self)], _known: &Known, _errors: &mut RowErrors) {}
}

/// Returns the rows of a text. Where there are errors the rows are not to be used.
pub(super) fn records<R: Record>(text: &str, known: &Known, errors: &mut RowErrors) -> Vec<R> {
    let table = Table::of(text, R::COLUMNS, errors);
    let mut lines: HashMap<R::Key, u64> = HashMap::with_capacity(table.rows.len());
    let mut records: Vec<(u64, R)> = Vec::with_capacity(table.rows.len());
    for (line, cells) in &table.rows {
        let mut row = Row::new(*line, cells, &table, errors);
        let Some(record) = R::read(&mut row, known) else {
            continue;
        };
        if let Some(first_line) = lines.get(&record.key()) {
            row.refuse(
                R::KEY_COLUMN,
                Problem::Duplicate {
                    first_line: *first_line,
                },
            );
            continue;
        }
        lines.insert(record.key(), *line);
        records.push((*line, record));
    }
    R::compare(&records, known, errors);
    errors.named.sort_by_key(|error| error.line);
    records.into_iter().map(|(_, record)| record).collect()
}
