//! Days as they are written, year, month and day, and nothing cleverer.

use chrono::{Datelike, NaiveDate};

type Written = (i32, u32, u32);

fn written(day: NaiveDate) -> Written {
    (day.year(), day.month(), day.day())
}

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn days_in(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Says whether somebody born on `birth` is `years` old on the day: "N on the Nth birthday (29 February: 1 March in common years)".
pub(super) fn is_aged(birth: NaiveDate, years: i32, day: NaiveDate) -> bool {
    let (year, month, date) = written(birth);
    let year = year + years;
    let birthday = if date > days_in(year, month) {
        (year, 3, 1)
    } else {
        (year, month, date)
    };
    birthday <= written(day)
}

/// Returns the same date so many months later: "six months after 31 August is the last day of February".
pub(super) fn later(day: NaiveDate, months: u32) -> NaiveDate {
    let (mut year, mut month, date) = written(day);
    for _ in 0..months {
        (year, month) = if month == 12 {
            (year + 1, 1)
        } else {
            (year, month + 1)
        };
    }
    NaiveDate::from_ymd_opt(year, month, date.min(days_in(year, month))).unwrap()
}
