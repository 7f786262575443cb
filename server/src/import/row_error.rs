//! What is wrong with an imported file, said so that the sender can mend it: where, what, and what to do about it.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

/// The most errors that one import names; the others are only counted.
pub const NAMED_ERRORS: usize = 100;

/// One fault of an imported file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    /// The line in the file, counted from 1, on which the row begins; 0 for the file as a whole.
    pub line: u64,
    /// The column's name in the header; empty for the row as a whole.
    pub column: String,
    /// What is wrong.
    pub problem: Problem,
}

impl RowError {
    /// Returns what the sender can do about it.
    #[must_use]
    pub fn remedy(&self) -> Remedy {
        self.problem.remedy()
    }
}

/// What can be wrong with a file, a row or a cell. It never carries what a cell of a personal column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The file holds no row.
    EmptyFile,
    /// The file is a workbook or a Unicode text of another width.
    NotCsv,
    /// The file is larger than so many bytes.
    FileTooLarge(usize),
    /// The bytes are neither UTF-8 nor GB18030.
    UnreadableText,
    /// The header lacks the column.
    MissingColumn,
    /// The header has a column that this kind does not know.
    UnknownColumn,
    /// The header names the column twice.
    RepeatedColumn,
    /// The row has another number of cells than the header.
    CellCount {
        /// The header's cells.
        expected: usize,
        /// The row's cells.
        found: usize,
    },
    /// A cell that must be filled is empty.
    Empty,
    /// The cell has more than so many characters.
    TooLong(usize),
    /// The cell holds a control character or a line break.
    ControlCharacter,
    /// The cell begins like a spreadsheet formula.
    Formula,
    /// A code was turned into a rounded number by a spreadsheet.
    RoundedNumber,
    /// The cell is not a whole number.
    NotANumber,
    /// The number, or the amount of money, is outside its bounds.
    OutOfRange(RangeInclusive<i64>),
    /// The cell is not a date.
    NotADate,
    /// The date does not exist in the calendar.
    NoSuchDay,
    /// The date is not a day on which the city's records could lie.
    DateOutOfRange {
        /// The first day taken.
        first: NaiveDate,
        /// The last day taken.
        last: NaiveDate,
    },
    /// The cell is not a time of day.
    NotATime,
    /// The end lies before the beginning named in the other column.
    EndsBeforeStart(&'static str),
    /// The cell is neither true nor false.
    NotYesNo,
    /// The cell is none of the words that this column takes.
    NotOneOf(&'static [&'static str]),
    /// The cell is not a code of the expected form.
    NotACode(&'static str),
    /// The coordinate, or its pair, does not lie where the city is.
    NotAPlace,
    /// What the cell points to is neither stored nor in the file.
    UnknownReference(Noun),
    /// The row has the same key as an earlier one.
    Duplicate {
        /// The line of the earlier row.
        first_line: u64,
    },
    /// Two cells of a row contradict each other, or one asks for the other.
    Contradicts(&'static str),
    /// The period, such as a validity, runs into that of an earlier row.
    Overlaps {
        /// The line of the earlier row.
        first_line: u64,
    },
    /// The edition runs into another one, named by its id.
    OverlapsEdition(String),
    /// Between the edition and its neighbour there are days on which none is in force.
    LeavesDaysOut {
        /// The first of them.
        from: NaiveDate,
        /// The last of them.
        to: NaiveDate,
    },
    /// The file has more rows than such a file may have.
    TooManyRows(usize),
    /// The reading is told in words alone: another choice needs another rule.
    ToldInWords,
    /// The register says otherwise for this day already, and it has come.
    InForce,
    /// The row chooses what holds already.
    ChangesNothing,
    /// The choice changes nobody's answer: no rule reads it.
    NoRuleReads,
}

/// What a cell can point to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Noun {
    /// A code of the classification of occupations, with its edition.
    Occupation,
    /// A level of the occupation that the row names.
    Level,
    /// A district or pilot zone.
    District,
    /// An institution's code.
    Institution,
    /// A university.
    University,
    /// A base's code.
    Base,
    /// A course's code.
    Course,
    /// A resident's number.
    Resident,
}

/// What to do about a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// Save the table as CSV in UTF-8.
    SaveAsCsv,
    /// Send the table in parts.
    Split,
    /// Compare the header with the kind's columns.
    CompareHeader,
    /// Mark the column as text before opening the file, and take the value from its source.
    MarkAsText,
    /// Close the quotation mark, or double it within the cell.
    MindQuotes,
    /// Correct the cell.
    Correct,
    /// Import what the row points to first, or correct the code.
    ImportFirst,
    /// Keep one of the rows.
    KeepOne,
    /// Leave the past as it is and add a row from a later day on.
    AmendLater,
    /// Have the rule itself changed.
    ChangeRule,
}

impl Problem {
    fn remedy(&self) -> Remedy {
        match self {
            Self::EmptyFile | Self::NotCsv | Self::UnreadableText => Remedy::SaveAsCsv,
            Self::FileTooLarge(_) | Self::TooManyRows(_) => Remedy::Split,
            Self::InForce => Remedy::AmendLater,
            Self::ToldInWords | Self::NoRuleReads => Remedy::ChangeRule,
            Self::MissingColumn | Self::UnknownColumn | Self::RepeatedColumn => {
                Remedy::CompareHeader
            }
            Self::CellCount { .. } | Self::ControlCharacter => Remedy::MindQuotes,
            Self::RoundedNumber => Remedy::MarkAsText,
            Self::UnknownReference(_) => Remedy::ImportFirst,
            Self::Duplicate { .. } | Self::Overlaps { .. } => Remedy::KeepOne,
            _ => Remedy::Correct,
        }
    }
}

/// The faults found so far, of which only the first are kept.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct RowErrors {
    /// The first faults, in the order of the file.
    pub named: Vec<RowError>,
    /// How many more there are.
    pub unnamed: usize,
}

impl RowErrors {
    /// Returns whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.named.is_empty()
    }

    /// Returns how many faults there are, those that are only counted included.
    #[must_use]
    pub fn count(&self) -> usize {
        self.named.len() + self.unnamed
    }

    /// Adds a fault.
    pub fn add(&mut self, line: u64, column: &str, problem: Problem) {
        if self.named.len() < NAMED_ERRORS {
            self.named.push(RowError {
                line,
                column: column.to_owned(),
                problem,
            });
        } else {
            self.unnamed += 1;
        }
    }
}
