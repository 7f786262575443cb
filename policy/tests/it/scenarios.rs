//! Reads the scenario tables in `scenarios/`, and runs every row.
//!
//! A table's columns: the case in words, the clause, the day, the person, what was taken, what is asked, and what must
//! come out. A wrong row is reported with its file, its case and the whole answer.

use std::fmt::Write as _;
use std::path::Path;

use chrono::NaiveDate;
use policy::{Assessment, Facts, Programme, Published, Readings, assess};

use crate::clerk;
use crate::course_words::Asked;
use crate::expectations::Answer;

/// A row of a table.
pub(crate) struct Row {
    pub(crate) place: String,
    pub(crate) case: String,
    pub(crate) clause: String,
    on: NaiveDate,
    facts: Facts,
    pub(crate) programme: Programme,
    pub(crate) asked: Option<Asked>,
    expected: String,
}

/// Returns every row of every table.
pub(crate) fn rows() -> Vec<Row> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/scenarios");
    let mut rows = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().display().to_string();
        let text = std::fs::read_to_string(&path).unwrap();
        let lines = text
            .lines()
            .zip(1..)
            .filter(|(line, _)| line.starts_with("| ") && !line.starts_with("| 情形"));
        rows.extend(lines.map(|(line, number)| Row::read(format!("{name}:{number}"), line)));
    }
    rows
}

impl Row {
    fn read(place: String, line: &str) -> Self {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [case, clause, day, person, history, asked, expected] = cells[..] else {
            panic!("{place}: 应有七栏，实有 {} 栏", cells.len());
        };
        assert!(!clause.is_empty(), "{place}: 没有写明依据");
        let asked_course = asked.contains(' ').then(|| Asked::read(asked));
        let row = Self {
            case: case.to_owned(),
            clause: clause.to_owned(),
            on: clerk::date(day),
            facts: clerk::facts(person, history),
            programme: clerk::programme(asked.split(' ').next().unwrap_or(asked)),
            asked: asked_course,
            expected: expected.to_owned(),
            place,
        };
        row.facts
            .check(row.on)
            .unwrap_or_else(|impossible| panic!("{}: {impossible:?}", row.place));
        if let Some(asked) = &row.asked {
            asked
                .course
                .check()
                .unwrap_or_else(|impossible| panic!("{}: {impossible:?}", row.place));
        }
        row
    }

    pub(crate) fn assess(&self, readings: &Readings) -> Assessment {
        let published = Published {
            readings,
            ..self
                .asked
                .as_ref()
                .map(Asked::published)
                .unwrap_or_default()
        };
        let course = self.asked.as_ref().map(|asked| &asked.course);
        assess(&self.facts, course, &published, self.on)
    }

    pub(crate) fn comes_out(&self, readings: &Readings) -> Result<(), String> {
        let whole = self.assess(readings);
        Answer::of(&whole, self.programme).agrees(&self.expected)
    }
}

#[test]
fn every_case_of_the_tables_comes_out_as_written() {
    let mut wrong = String::new();
    let rows = rows();
    for row in &rows {
        if let Err(why) = row.comes_out(Readings::built_in()) {
            writeln!(wrong, "{} {}\n    {why}", row.place, row.case).unwrap();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
    assert!(rows.len() >= 100, "only {} cases were found", rows.len());
}
