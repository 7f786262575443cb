//! How people type numbers and days: full-width digits, spaces and a 年 or 月 behind are read as they are meant.

use app::components::error_summary::Problem;
use app::query::Query;
use app::visit::Visit;
use chrono::{Datelike, NaiveDate};

const EARLIEST_YEAR: i32 = 1900;

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
    text.trim_end_matches(['年', '月', '日', '号']).parse().ok()
}

/// Returns the year under `name`; `None` where nothing was typed.
///
/// # Errors
/// The problem, where what was typed is no year from 1900 to this one.
pub fn year(visit: &Visit, form: &Query, name: &str) -> Result<Option<i32>, Problem> {
    if form.one(name).is_none() {
        return Ok(None);
    }
    let wrong = |key| Problem::new(name, visit.say(key));
    let year = number(form, name).and_then(|year| i32::try_from(year).ok());
    match year {
        Some(year) if year > visit.today.year() => Err(wrong("check-year-later")),
        Some(year) if year >= EARLIEST_YEAR => Ok(Some(year)),
        _ => Err(wrong("check-year-impossible")),
    }
}

/// Returns the day under `NAME-year`, `NAME-month` and `NAME-day`; `None` where nothing at all was typed.
///
/// # Errors
/// The problem, where it is no day of the calendar from 1900 to today.
pub fn past_day(visit: &Visit, form: &Query, name: &str) -> Result<Option<NaiveDate>, Problem> {
    let names = ["year", "month", "day"].map(|part| format!("{name}-{part}"));
    if names.iter().all(|name| form.one(name).is_none()) {
        return Ok(None);
    }
    let wrong = |key| Problem::new(name, visit.say(key));
    if names.iter().any(|name| form.one(name).is_none()) {
        return Err(wrong("check-birth-missing"));
    }
    let [year, month, day] = names.map(|name| number(form, &name));
    let found = year.zip(month).zip(day).and_then(|((year, month), day)| {
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
    });
    match found {
        None => Err(wrong("check-birth-impossible")),
        Some(day) if day > visit.today => Err(wrong("check-birth-later")),
        Some(day) if day.year() < EARLIEST_YEAR => Err(wrong("check-birth-early")),
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
