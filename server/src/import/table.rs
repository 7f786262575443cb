//! A CSV text as rows of named cells: the header is held against the kind's columns, and a row keeps the line it began on.

use std::collections::HashMap;

use csv::{ReaderBuilder, StringRecord, Trim};

use super::row_error::{Problem, RowErrors};

/// A column that a kind of file has.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in the header.
    pub name: &'static str,
    /// Whether the header must have it.
    pub required: bool,
}

/// Returns a column that the header must have.
pub(super) const fn required(name: &'static str) -> Column {
    Column {
        name,
        required: true,
    }
}

/// Returns a column that the header may lack.
pub(super) const fn optional(name: &'static str) -> Column {
    Column {
        name,
        required: false,
    }
}

/// The rows of a file whose header fits.
pub(super) struct Table {
    /// Where each column stands in a row.
    pub(super) places: HashMap<&'static str, usize>,
    /// The rows with the line that each begins on.
    pub(super) rows: Vec<(u64, StringRecord)>,
}

impl Table {
    /// Returns the rows of the text. Where the header does not fit there are none, and the errors say why.
    pub(super) fn of(text: &str, columns: &[Column], errors: &mut RowErrors) -> Self {
        let mut reader = ReaderBuilder::new()
            .flexible(true)
            .has_headers(false)
            .trim(Trim::All)
            .from_reader(text.as_bytes());
        let mut lines = Lines::of(text);
        let mut records = reader.records().filter_map(Result::ok).map(|record| {
            let byte = record.position().map_or(0, csv::Position::byte);
            (lines.first_filled_after(byte), record)
        });
        let Some((header_line, header)) = records.next() else {
            errors.add(0, "", Problem::EmptyFile);
            return Self {
                places: HashMap::new(),
                rows: Vec::new(),
            };
        };
        let places = places(&header, header_line, columns, errors);
        if !errors.is_empty() {
            return Self {
                places,
                rows: Vec::new(),
            };
        }
        let mut rows = Vec::new();
        for (line, record) in records {
            if record.iter().all(str::is_empty) {
                continue;
            }
            if record.len() == header.len() {
                rows.push((line, record));
            } else {
                errors.add(
                    line,
                    "",
                    Problem::CellCount {
                        expected: header.len(),
                        found: record.len(),
                    },
                );
            }
        }
        if rows.is_empty() && errors.is_empty() {
            errors.add(0, "", Problem::EmptyFile);
        }
        Self { places, rows }
    }
}

/// Counts lines while going through a text once: the reader itself counts an empty line to the row after it.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        Self {
            text: text.as_bytes(),
            at: 0,
            line: 1,
        }
    }

    /// Returns the line of the first byte from here on that is not the end of a line; `byte` never goes back.
    fn first_filled_after(&mut self, byte: u64) -> u64 {
        let byte = usize::try_from(byte).expect("the text is in memory");
        while let Some(next) = self.text.get(self.at) {
            if self.at >= byte && !matches!(next, b'\r' | b'\n') {
                break;
            }
            self.line += u64::from(*next == b'\n');
            self.at += 1;
        }
        self.line
    }
}

fn places(
    header: &StringRecord,
    line: u64,
    columns: &[Column],
    errors: &mut RowErrors,
) -> HashMap<&'static str, usize> {
    let mut places = HashMap::new();
    for (place, name) in header.iter().enumerate() {
        match columns.iter().find(|column| column.name == name) {
            None => errors.add(line, &printable(name, place), Problem::UnknownColumn),
            Some(column) if places.insert(column.name, place).is_some() => {
                errors.add(line, name, Problem::RepeatedColumn);
            }
            Some(_) => {}
        }
    }
    for column in columns
        .iter()
        .filter(|column| column.required && !places.contains_key(column.name))
    {
        errors.add(line, column.name, Problem::MissingColumn);
    }
    places
}

/// Returns the header's cell if it looks like a column's name, else its number: in a file without header it may be
/// personal data, which has no place in an error.
fn printable(name: &str, place: usize) -> String {
    let is_name = name.len() <= 32
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if is_name && !name.is_empty() {
        name.to_owned()
    } else {
        format!("#{}", place + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMNS: &[Column] = &[required("code"), optional("name")];

    fn problems(text: &str) -> Vec<(u64, String, Problem)> {
        let mut errors = RowErrors::default();
        Table::of(text, COLUMNS, &mut errors);
        errors
            .named
            .into_iter()
            .map(|error| (error.line, error.column, error.problem))
            .collect()
    }

    #[test]
    fn the_order_of_columns_is_free_and_a_row_knows_its_line() {
        let mut errors = RowErrors::default();
        let table = Table::of(
            "name,code\n\n甲,1\r\n\"乙\n丙\",2\n丁,3\n",
            COLUMNS,
            &mut errors,
        );
        assert!(errors.is_empty());
        let lines: Vec<_> = table
            .rows
            .iter()
            .map(|(line, row)| (*line, &row[table.places["code"]]))
            .collect();
        assert_eq!(lines, [(3, "1"), (4, "2"), (6, "3")]);
    }

    #[test]
    fn a_header_that_does_not_fit_is_told_column_by_column() {
        assert_eq!(
            problems("nam,code,code\n1,2,3\n"),
            [
                (1, "nam".to_owned(), Problem::UnknownColumn),
                (1, "code".to_owned(), Problem::RepeatedColumn)
            ]
        );
        assert_eq!(
            problems("张三,code\n甲,1\n"),
            [(1, "#1".to_owned(), Problem::UnknownColumn)],
            "a name that took the header's place is not repeated"
        );
        assert_eq!(
            problems("name\n甲\n"),
            [(1, "code".to_owned(), Problem::MissingColumn)]
        );
    }

    #[test]
    fn a_row_with_a_cell_too_many_is_named() {
        assert_eq!(
            problems("code,name\n1,甲\n2,乙,丙\n"),
            [(
                3,
                String::new(),
                Problem::CellCount {
                    expected: 2,
                    found: 3
                }
            )]
        );
        assert_eq!(
            problems("code,name\n"),
            [(0, String::new(), Problem::EmptyFile)]
        );
    }
}
