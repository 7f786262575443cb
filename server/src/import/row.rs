//! One row's cells read as what they mean. Every reader notes its own fault and gives nothing, so that a row is told whole.

use std::collections::HashSet;
use std::hash::Hash;
use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime};
use csv::StringRecord;
use policy::Fen;

use super::row_error::{Noun, Problem, RowErrors};
use super::table::Table;

/// The characters that a spreadsheet takes for the beginning of a formula.
const FORMULA_MARKS: [char; 4] = ['=', '+', '-', '@'];

/// A hundred thousand yuan, in fen: no training costs more.
const LARGEST_FEN: i64 = 10_000_000;

/// A row being read.
pub(super) struct Row<'a> {
    /// The line that the row begins on.
    pub(super) line: u64,
    table: &'a Table,
    cells: &'a StringRecord,
    errors: &'a mut RowErrors,
}

impl<'a> Row<'a> {
    pub(super) fn new(
        line: u64,
        cells: &'a StringRecord,
        table: &'a Table,
        errors: &'a mut RowErrors,
    ) -> Self {
        Self {
            line,
            table,
            cells,
            errors,
        }
    }

    /// Notes a fault of a cell.
    pub(super) fn refuse(&mut self, column: &str, problem: Problem) {
        self.errors.add(self.line, column, problem);
    }

    fn refused<T>(&mut self, column: &str, problem: Problem) -> Option<T> {
        self.refuse(column, problem);
        None
    }

    fn cell(&self, column: &str) -> &'a str {
        self.table
            .places
            .get(column)
            .and_then(|place| self.cells.get(*place))
            .unwrap_or_default()
    }

    /// Returns whether the cell is empty, or its column absent.
    pub(super) fn is_empty(&self, column: &str) -> bool {
        self.cell(column).is_empty()
    }

    /// Returns a text of one line, at most `longest` characters, that no spreadsheet would run as a formula.
    pub(super) fn text(&mut self, column: &str, longest: usize) -> Option<String> {
        if self.is_empty(column) {
            return self.refused(column, Problem::Empty);
        }
        self.line_of_text(column, longest)
    }

    /// Returns a text as [`Row::text`] does, or nothing for an empty cell.
    pub(super) fn text_if_any(&mut self, column: &str, longest: usize) -> Option<Option<String>> {
        self.if_any(column, |row| row.line_of_text(column, longest))
    }

    fn line_of_text(&mut self, column: &str, longest: usize) -> Option<String> {
        let cell = self.cell(column);
        if cell.starts_with(FORMULA_MARKS) {
            return self.refused(column, Problem::Formula);
        }
        if cell.chars().any(char::is_control) {
            return self.refused(column, Problem::ControlCharacter);
        }
        if cell.chars().count() > longest {
            return self.refused(column, Problem::TooLong(longest));
        }
        Some(cell.to_owned())
    }

    /// Returns the texts between vertical bars, none for an empty cell.
    pub(super) fn texts(&mut self, column: &str, longest: usize) -> Option<Vec<String>> {
        let whole = self.line_of_text(column, longest)?;
        Some(
            whole
                .split('|')
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .map(str::to_owned)
                .collect(),
        )
    }

    /// Returns a code that `parse` takes; `form` shows one. A number that a spreadsheet rounded is refused as such.
    pub(super) fn code<T>(
        &mut self,
        column: &str,
        form: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return self.refused(column, Problem::Empty);
        }
        if is_rounded_number(cell) {
            return self.refused(column, Problem::RoundedNumber);
        }
        if cell.starts_with(FORMULA_MARKS) {
            return self.refused(column, Problem::Formula);
        }
        match parse(cell) {
            Some(code) => Some(code),
            None => self.refused(column, Problem::NotACode(form)),
        }
    }

    /// Returns one of the city's own codes: 2 to 40 letters, digits and hyphens.
    pub(super) fn own_code(&mut self, column: &str) -> Option<String> {
        self.code(column, "DEMO-0001", |cell| {
            let fits = (2..=40).contains(&cell.len())
                && cell
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            fits.then(|| cell.to_owned())
        })
    }

    /// Returns a whole number within the bounds.
    pub(super) fn number<T: TryFrom<i64>>(
        &mut self,
        column: &str,
        bounds: RangeInclusive<i64>,
    ) -> Option<T> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return self.refused(column, Problem::Empty);
        }
        if is_rounded_number(cell) {
            return self.refused(column, Problem::RoundedNumber);
        }
        let Ok(number) = i64::from_str(cell) else {
            return self.refused(column, Problem::NotANumber);
        };
        match T::try_from(number) {
            Ok(value) if bounds.contains(&number) => Some(value),
            _ => self.refused(column, Problem::OutOfRange(bounds)),
        }
    }

    /// Returns `Some(None)` for an empty cell, else what `read` gives.
    pub(super) fn if_any<T>(
        &mut self,
        column: &str,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<Option<T>> {
        if self.is_empty(column) {
            Some(None)
        } else {
            read(self).map(Some)
        }
    }

    /// Returns a date written as year, month, day with hyphens or slashes, between 1900 and 2200.
    pub(super) fn date(&mut self, column: &str) -> Option<NaiveDate> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return self.refused(column, Problem::Empty);
        }
        let Some((year, month, day)) = year_month_day(cell) else {
            return self.refused(column, Problem::NotADate);
        };
        let Some(date) = NaiveDate::from_ymd_opt(year, month, day) else {
            return self.refused(column, Problem::NoSuchDay);
        };
        let first = NaiveDate::from_ymd_opt(1900, 1, 1).expect("1900-01-01 is a day");
        let last = NaiveDate::from_ymd_opt(2200, 12, 31).expect("2200-12-31 is a day");
        if (first..=last).contains(&date) {
            Some(date)
        } else {
            self.refused(column, Problem::DateOutOfRange { first, last })
        }
    }

    /// Returns a period of days, both included, whose end does not lie before its start.
    pub(super) fn period(
        &mut self,
        start: &'static str,
        end: &'static str,
    ) -> Option<(NaiveDate, NaiveDate)> {
        let (from, to) = (self.date(start), self.date(end));
        let (from, to) = (from?, to?);
        if to < from {
            self.refused(end, Problem::EndsBeforeStart(start))
        } else {
            Some((from, to))
        }
    }

    /// Returns a period of days whose last day may be left open.
    pub(super) fn open_period(
        &mut self,
        start: &'static str,
        end: &'static str,
    ) -> Option<(NaiveDate, Option<NaiveDate>)> {
        let (from, to) = (self.date(start), self.if_any(end, |row| row.date(end)));
        let (from, to) = (from?, to?);
        if to.is_some_and(|to| to < from) {
            return self.refused(end, Problem::EndsBeforeStart(start));
        }
        Some((from, to))
    }

    /// Returns an amount of money, which is not negative.
    pub(super) fn fen(&mut self, column: &str) -> Option<Fen> {
        self.number(column, 0..=LARGEST_FEN).map(Fen)
    }

    /// Returns a time of day written as `08:30`.
    pub(super) fn time(&mut self, column: &str) -> Option<NaiveTime> {
        match NaiveTime::parse_from_str(self.cell(column), "%H:%M") {
            Ok(time) => Some(time),
            Err(_) if self.is_empty(column) => self.refused(column, Problem::Empty),
            Err(_) => self.refused(column, Problem::NotATime),
        }
    }

    /// Returns true or false; an empty cell or absent column says false.
    pub(super) fn is_true(&mut self, column: &str) -> Option<bool> {
        match self.cell(column) {
            "true" | "TRUE" | "是" | "1" => Some(true),
            "" | "false" | "FALSE" | "否" | "0" => Some(false),
            _ => self.refused(column, Problem::NotYesNo),
        }
    }

    /// Returns which of the words the cell holds.
    pub(super) fn one_of(
        &mut self,
        column: &str,
        words: &'static [&'static str],
    ) -> Option<&'static str> {
        if self.is_empty(column) {
            return self.refused(column, Problem::Empty);
        }
        let cell = self.cell(column);
        match words.iter().find(|word| **word == cell) {
            Some(word) => Some(word),
            None => self.refused(column, Problem::NotOneOf(words)),
        }
    }

    /// Returns a decimal number of degrees within the bounds.
    pub(super) fn degrees(&mut self, column: &str, bounds: RangeInclusive<f64>) -> Option<f64> {
        match f64::from_str(self.cell(column)) {
            Ok(degrees) if bounds.contains(&degrees) => Some(degrees),
            _ => self.refused(column, Problem::NotAPlace),
        }
    }

    /// Returns the key if it is among those that are stored or came earlier in this import.
    pub(super) fn reference<K: Eq + Hash>(
        &mut self,
        column: &str,
        noun: Noun,
        key: K,
        known: &HashSet<K>,
    ) -> Option<K> {
        if known.contains(&key) {
            Some(key)
        } else {
            self.refused(column, Problem::UnknownReference(noun))
        }
    }
}

/// Returns whether a spreadsheet wrote a long number in its short form, such as `2.10203E+17`: its last digits are lost.
fn is_rounded_number(cell: &str) -> bool {
    let Some((mantissa, exponent)) = cell.split_once(['E', 'e']) else {
        return false;
    };
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(exponent) && mantissa.split('.').all(digits)
}

fn year_month_day(cell: &str) -> Option<(i32, u32, u32)> {
    let separator = if cell.contains('/') { '/' } else { '-' };
    let mut parts = cell.split(separator);
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |text: &str, lengths: RangeInclusive<usize>| {
        lengths.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let fits =
        parts.next().is_none() && digits(year, 4..=4) && digits(month, 1..=2) && digits(day, 1..=2);
    if fits {
        Some((year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
    } else {
        None
    }
}
