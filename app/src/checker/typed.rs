//! How people type numbers and days: full-width digits, spaces and a 年 or 月 behind are read as they are meant.

use chrono::{Datelike, NaiveDate};

use crate::query::Query;

const EARLIEST_YEAR: i32 = 1900;

/// Why something that was typed can't be read; the text is the key of its words.
pub type Unreadable = &'static str;

/// Returns what was typed with full-width signs as ASCII and without spaces or hyphens.
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars()
        .map(|sign| match sign {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
            other => other,
        })
        .filter(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '\u{2013}' | '\u{2014}'))
        .collect()
}

/// Returns the number under `name`; `None` where nothing was typed, or no number.
#[must_use]
pub fn number(form: &Query, name: &str) -> Option<u32> {
    let text = plain(form.one(name)?);
    text.trim_end_matches(['年', '月', '日', '号', '个', '%'])
        .parse()
        .ok()
}

/// Returns the year under `name`; `None` where nothing was typed.
///
/// # Errors
/// Where what was typed is no year from 1900 to that of `today`.
pub fn year(form: &Query, name: &str, today: NaiveDate) -> Result<Option<i32>, Unreadable> {
    if form.one(name).is_none() {
        return Ok(None);
    }
    let year = number(form, name).and_then(|year| i32::try_from(year).ok());
    match year {
        Some(year) if year > today.year() => Err("check-year-later"),
        Some(year) if year >= EARLIEST_YEAR => Ok(Some(year)),
        _ => Err("check-year-impossible"),
    }
}

/// Returns the day under `NAME-year`, `NAME-month` and `NAME-day`; `None` where nothing at all was typed.
///
/// # Errors
/// Where it is no day of the calendar from 1900 on; the day may lie in the future.
pub fn day(form: &Query, name: &str) -> Result<Option<NaiveDate>, Unreadable> {
    let names = ["year", "month", "day"].map(|part| format!("{name}-{part}"));
    if names.iter().all(|name| form.one(name).is_none()) {
        return Ok(None);
    }
    if names.iter().any(|name| form.one(name).is_none()) {
        return Err("check-day-missing");
    }
    let [year, month, day] = names.map(|name| number(form, &name));
    let found = year.zip(month).zip(day).and_then(|((year, month), day)| {
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
    });
    match found {
        None => Err("check-day-impossible"),
        Some(day) if day.year() < EARLIEST_YEAR => Err("check-day-early"),
        found => Ok(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_as_people_type_them() {
        assert_eq!(plain("１３８ 1234-5678"), "13812345678");
        let form = Query::parse("year=２０１２年&month=+7&none=x");
        assert_eq!(
            [
                number(&form, "year"),
                number(&form, "month"),
                number(&form, "none")
            ],
            [Some(2012), Some(7), None]
        );
    }
}
