//! Supply and demand as published: of an occupation, of a group, or of a whole area.

use super::known::Known;
use super::occupation::{classification, occupation_code};
use super::record::Record;
use super::row::Row;
use super::row_error::{Noun, Problem};
use super::table::{Column, optional, required};
use crate::db::market::MarketFigure;

impl Record for MarketFigure {
    const COLUMNS: &'static [Column] = &[
        required("period"),
        required("area"),
        optional("classification"),
        required("occupation"),
        optional("group_name"),
        required("demand"),
        required("supply"),
        optional("ratio_thousandths"),
        optional("published_rank"),
        required("source"),
        optional("note"),
        optional("sample"),
    ];
    const KEY_COLUMN: &'static str = "period";
    type Key = (String, String, Option<String>, Option<String>, String);

    fn read(row: &mut Row<'_>, known: &Known) -> Option<Self> {
        const MOST: i64 = 1_000_000_000;
        let period = row.code("period", "2026-Q3", |cell| {
            is_period(cell).then(|| cell.to_owned())
        });
        let area = row.text("area", 60);
        let classification = classification(row);
        let occupation = row.if_any("occupation", |row| {
            let key = (
                classification?.to_owned(),
                occupation_code(row, "occupation")?,
            );
            if known.occupations.contains_key(&key) {
                return Some(key.1);
            }
            row.refuse("occupation", Problem::UnknownReference(Noun::Occupation));
            None
        });
        let group_name = row.text_if_any("group_name", 60);
        let demand = row.if_any("demand", |row| row.number("demand", 0..=MOST));
        let supply = row.if_any("supply", |row| row.number("supply", 0..=MOST));
        let ratio_thousandths = row.if_any("ratio_thousandths", |row| {
            row.number("ratio_thousandths", 0..=1_000_000)
        });
        let published_rank = row.if_any("published_rank", |row| {
            row.number("published_rank", 1..=10_000)
        });
        let source = row.text("source", 300);
        let note = row.text_if_any("note", 200);
        let is_sample = row.is_true("sample");
        let record = Self {
            period: period?,
            area: area?,
            occupation: occupation?,
            group_name: group_name?,
            demand: demand?,
            supply: supply?,
            ratio_thousandths: ratio_thousandths?,
            published_rank: published_rank?,
            source: source?,
            note: note?,
            is_sample: is_sample?,
        };
        if record.occupation.is_some() && record.group_name.is_some() {
            row.refuse("group_name", Problem::Contradicts("occupation"));
            return None;
        }
        Some(record)
    }

    fn key(&self) -> Self::Key {
        (
            self.period.clone(),
            self.area.clone(),
            self.occupation.clone(),
            self.group_name.clone(),
            self.source.clone(),
        )
    }
}

fn is_period(cell: &str) -> bool {
    let (year, part) = cell
        .split_once('-')
        .map_or((cell, None), |(year, part)| (year, Some(part)));
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let is_part = part.is_none_or(|part| {
        matches!(
            part.as_bytes(),
            [b'Q', b'1'..=b'4'] | [b'H', b'1' | b'2'] | [b'0', b'1'..=b'9'] | [b'1', b'0'..=b'2']
        )
    });
    is_year && is_part
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_a_year_or_a_part_of_one() {
        for period in ["2026", "2026-Q3", "2026-H1", "2010-02", "2010-12"] {
            assert!(is_period(period), "{period}");
        }
        for other in [
            "26", "2026-Q5", "2026-13", "2026-00", "2026Q3", "2026-", "undated", "2026-Q",
        ] {
            assert!(!is_period(other), "{other}");
        }
    }
}
