//! Three editions of the invented catalogue: last year's, this year's and next year's, so that every course falls into one.

use chrono::{Datelike, NaiveDate};

use super::data::Ground;
use super::sheet::{Sheet, or_empty};

const HEADER: [&str; 14] = [
    "edition",
    "edition_name",
    "from_on",
    "to_on",
    "edition_source",
    "sample",
    "occupation",
    "level",
    "hours",
    "training_fen",
    "appraisal_fen",
    "is_subsidised",
    "shortage_tier",
    "top_up_percent",
];

/// Returns the editions around `today`.
pub(super) fn catalogue(ground: &Ground, today: NaiveDate) -> Vec<u8> {
    let mut sheet = Sheet::with_header(&HEADER);
    for year in today.year() - 1..=today.year() + 1 {
        for entry in &ground.catalogue {
            sheet.write(&[
                format!("demo-{year}"),
                format!("{year}年示例目录"),
                format!("{year}-01-01"),
                format!("{year}-12-31"),
                "示例数据".to_owned(),
                "true".to_owned(),
                entry.occupation.clone(),
                entry.level.to_string(),
                or_empty(entry.hours),
                or_empty(entry.training_fen),
                or_empty(entry.appraisal_fen),
                entry.is_subsidised.to_string(),
                entry.shortage_tier.clone(),
                or_empty(entry.top_up_percent),
            ]);
        }
    }
    sheet.finish()
}
