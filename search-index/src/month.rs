//! Months as people write them: by number or name, or as this one and the next.

use chrono::{Datelike, Months, NaiveDate};

use crate::table::month;

/// A month that depends on the day on which somebody writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MonthWord {
    /// This one, or so many after it.
    Ahead(u32),
    /// The month with this number, from 1: of this year, or of the next where it is over.
    Number(u32),
    /// The month with this number in this year, or so many years after it.
    OfYear(i32, u32),
}

/// How months are written in characters, from January.
const NAMES: [&str; 12] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二",
];
/// In English, each with its number. May is another word as well.
const ENGLISH: [(&str, u32); 11] = [
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
];
const AHEAD: [(&str, u32); 6] = [
    ("本月", 0),
    ("这个月", 0),
    ("当月", 0),
    ("下个月", 1),
    ("下月", 1),
    ("下下个月", 2),
];

impl MonthWord {
    /// Returns every way to write a month.
    pub(crate) fn all() -> impl Iterator<Item = (String, Self)> {
        let numbers = (1..).zip(NAMES).flat_map(|(number, name)| {
            [number.to_string(), name.to_owned()]
                .into_iter()
                .flat_map(|month| [format!("{month}月份"), format!("{month}月")])
                .flat_map(move |word| {
                    [
                        (format!("明年{word}"), Self::OfYear(1, number)),
                        (format!("今年{word}"), Self::OfYear(0, number)),
                        (word, Self::Number(number)),
                    ]
                })
        });
        let english = ENGLISH.map(|(word, number)| (word.to_owned(), Self::Number(number)));
        let ahead = AHEAD.map(|(word, months)| (word.to_owned(), Self::Ahead(months)));
        numbers.chain(english).chain(ahead)
    }

    /// Returns the month that is meant on a day, such as `2026-12`; the nearest to come where no year is told.
    pub(crate) fn on(self, today: NaiveDate) -> String {
        let ahead = match self {
            Self::Ahead(months) => months,
            Self::Number(number) => (number + 12 - today.month()) % 12,
            Self::OfYear(years, number) => {
                let day = NaiveDate::from_ymd_opt(today.year() + years, number, 1);
                return month(day.unwrap_or(today));
            }
        };
        month(
            today
                .checked_add_months(Months::new(ahead))
                .unwrap_or(today),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_the_nearest_to_come() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
        assert_eq!(MonthWord::Number(11).on(today), "2026-11");
        assert_eq!(MonthWord::Number(12).on(today), "2026-12");
        assert_eq!(MonthWord::Number(10).on(today), "2027-10");
        assert_eq!(MonthWord::OfYear(1, 12).on(today), "2027-12");
        assert_eq!(MonthWord::OfYear(0, 10).on(today), "2026-10", "it is over");
        assert_eq!(MonthWord::OfYear(1, 2).on(NaiveDate::MAX), "262142-12");
        assert_eq!(MonthWord::Ahead(1).on(today), "2026-12");
        assert_eq!(MonthWord::Ahead(2).on(today), "2027-01");
        assert_eq!(MonthWord::Number(2).on(NaiveDate::MAX), "262142-12");
    }

    #[test]
    fn every_month_can_be_written_in_figures_in_characters_and_in_english() {
        let all: Vec<_> = MonthWord::all().collect();
        for (word, number) in [
            ("12月", 12),
            ("十二月份", 12),
            ("2月", 2),
            ("二月", 2),
            ("february", 2),
        ] {
            assert!(all.contains(&(word.to_owned(), MonthWord::Number(number))));
        }
    }
}
