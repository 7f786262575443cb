//! What is written with words of a page's language, or by its day.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
use policy::Level;

use super::{day, short_day};
use crate::visit::Visit;

/// A day in the near past or future: without its year where that is the visit's.
#[must_use]
pub fn near_day(visit: &Visit, day_meant: NaiveDate) -> String {
    if day_meant.year() == visit.today.year() {
        short_day(visit.language, day_meant)
    } else {
        day(visit.language, day_meant)
    }
}

/// `10月2日 周五`, or `Fri 2 Oct`.
#[must_use]
pub fn weekday(visit: &Visit, day: NaiveDate) -> Cow<'static, str> {
    let weekday = day.weekday().number_from_monday();
    visit.say_with(
        "day-weekday",
        [
            ("month", day.month().into()),
            ("day", day.day().into()),
            ("weekday", weekday.into()),
        ],
    )
}

/// A period of market figures in words: `2026-Q3` is `2026年3季度`, or `Q3 2026`; one of no known form stays as it is.
#[must_use]
pub fn period(visit: &Visit, period: &str) -> String {
    let Some((year, part)) = period
        .split_at_checked(4)
        .map(|(year, part)| (year, part.trim_start_matches('-')))
        .filter(|(year, _)| year.bytes().all(|byte| byte.is_ascii_digit()))
    else {
        return period.to_owned();
    };
    let (key, part) = match part.chars().next() {
        None => ("period-year", ""),
        Some('Q') => ("period-quarter", &part[1..]),
        Some('H') => ("period-half", &part[1..]),
        Some(_) => ("period-month", part),
    };
    match part.parse::<u32>() {
        Err(_) if !part.is_empty() => period.to_owned(),
        number => visit
            .say_with(
                key,
                [
                    ("year", year.to_owned().into()),
                    ("part", number.unwrap_or_default().into()),
                ],
            )
            .into_owned(),
    }
}

/// A level by number and name: `五级（初级工）`, or `Level 5 (primary)`.
#[must_use]
pub fn level(visit: &Visit, level: Level) -> Cow<'static, str> {
    visit.say(&format!("level-{level}"))
}
