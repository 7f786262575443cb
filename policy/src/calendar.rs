//! Civil dates: the strict written form, birthdays, and months counted on the calendar.

use std::fmt;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserializer, de};

/// A text that is not a date of the calendar in the form `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidDate;

impl fmt::Display for InvalidDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not a date of the calendar: write YYYY-MM-DD, such as 2026-10-02")
    }
}

impl std::error::Error for InvalidDate {}

/// The last day that can be written as `YYYY-MM-DD`.
pub(crate) const LAST: NaiveDate =
    NaiveDate::from_ymd_opt(9999, 12, 31).expect("31 December exists");

/// Returns the date written as `YYYY-MM-DD`, with every digit present.
///
/// # Errors
/// [`InvalidDate`] for any other form and for days that the calendar does not have, such as 31 February.
pub fn date_from_text(text: &str) -> Result<NaiveDate, InvalidDate> {
    let bytes = text.as_bytes();
    let well_formed = bytes.len() == 10
        && bytes.iter().enumerate().all(|(place, byte)| match place {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !well_formed {
        return Err(InvalidDate);
    }
    let number = |range: std::ops::Range<usize>| {
        bytes[range]
            .iter()
            .fold(0, |sum: u32, digit| sum * 10 + u32::from(digit - b'0'))
    };
    let year = i32::try_from(number(0..4)).map_err(|_| InvalidDate)?;
    if year == 0 {
        return Err(InvalidDate);
    }
    NaiveDate::from_ymd_opt(year, number(5..7), number(8..10)).ok_or(InvalidDate)
}

/// Returns the `years`th birthday of somebody born on `birth`; for 29 February it is 1 March in common years.
#[must_use]
pub fn birthday(birth: NaiveDate, years: i32) -> NaiveDate {
    let year = birth.year().saturating_add(years);
    NaiveDate::from_ymd_opt(year, birth.month(), birth.day())
        .or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
        .unwrap_or(NaiveDate::MAX)
}

/// Returns the age in whole years on the day: N on the Nth birthday, negative before birth.
#[must_use]
pub fn age_on(birth: NaiveDate, day: NaiveDate) -> i32 {
    let years = day.year() - birth.year();
    if day < birthday(birth, years) {
        years - 1
    } else {
        years
    }
}

/// Returns the same date `months` later, or that month's last day where it has no such date.
#[must_use]
pub fn months_after(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months))
        .unwrap_or(NaiveDate::MAX)
}

/// Returns 1 January of the year.
#[must_use]
pub fn new_year(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MAX)
}

struct Written;

impl de::Visitor<'_> for Written {
    type Value = NaiveDate;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a date written as YYYY-MM-DD")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<NaiveDate, E> {
        date_from_text(text).map_err(E::custom)
    }
}

struct PerhapsWritten;

impl<'de> de::Visitor<'de> for PerhapsWritten {
    type Value = Option<NaiveDate>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a date written as YYYY-MM-DD, or null")
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, value: D) -> Result<Self::Value, D::Error> {
        told(value).map(Some)
    }
}

/// Reads a date that must be told, for `#[serde(deserialize_with)]`; its errors never repeat what was written.
///
/// # Errors
/// Whatever is not a text of the form `YYYY-MM-DD`.
pub fn told<'de, D: Deserializer<'de>>(value: D) -> Result<NaiveDate, D::Error> {
    value.deserialize_str(Written)
}

/// Reads a date that may be unknown (`null`), for `#[serde(default, deserialize_with)]`.
///
/// # Errors
/// Whatever is neither `null` nor a text of the form `YYYY-MM-DD`.
pub fn perhaps<'de, D: Deserializer<'de>>(value: D) -> Result<Option<NaiveDate>, D::Error> {
    value.deserialize_option(PerhapsWritten)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        date_from_text(text).unwrap()
    }

    #[test]
    fn only_full_calendar_dates_are_read() {
        assert_eq!(
            date_from_text("2028-02-29"),
            Ok(NaiveDate::from_ymd_opt(2028, 2, 29).unwrap())
        );
        for wrong in [
            "2027-02-29",
            "2027-02-31",
            "2027-2-1",
            "27-02-01",
            "2027/02/01",
            "0000-01-01",
            "+2027-02-1",
            "2027-02-01 ",
            "",
        ] {
            assert_eq!(date_from_text(wrong), Err(InvalidDate), "{wrong}");
        }
    }

    #[test]
    fn a_leap_day_child_has_its_birthday_on_1_march_in_common_years() {
        let birth = date("2008-02-29");
        assert_eq!(age_on(birth, date("2026-02-28")), 17);
        assert_eq!(age_on(birth, date("2026-03-01")), 18);
        assert_eq!(age_on(birth, date("2024-02-28")), 15);
        assert_eq!(age_on(birth, date("2024-02-29")), 16);
        assert_eq!(birthday(birth, 18), date("2026-03-01"));
    }

    #[test]
    fn months_stop_at_the_end_of_a_short_month() {
        assert_eq!(months_after(date("2026-08-31"), 6), date("2027-02-28"));
        assert_eq!(months_after(date("2027-08-31"), 6), date("2028-02-29"));
        assert_eq!(months_after(date("2026-08-30"), 6), date("2027-02-28"));
        assert_eq!(months_after(date("2026-01-15"), 1), date("2026-02-15"));
    }

    #[test]
    fn the_edge_of_the_calendar_does_not_panic() {
        assert_eq!(birthday(NaiveDate::MAX, 16), NaiveDate::MAX);
        assert_eq!(months_after(NaiveDate::MAX, 6), NaiveDate::MAX);
        assert!(age_on(NaiveDate::MIN, NaiveDate::MAX) > 0);
    }
}
