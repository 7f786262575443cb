//! How money, days and masked numbers are written in each language.

#[cfg(feature = "ssr")]
mod in_words;

use chrono::{Datelike, NaiveDate};
use policy::Fen;

#[cfg(feature = "ssr")]
pub use self::in_words::{level, near_day, period, weekday};
use crate::language::Language;

/// `¥1,800`, or `¥1,800.50` where there are fen.
#[must_use]
pub fn money(amount: Fen) -> String {
    let fen = i128::from(amount.0);
    let sign = if fen < 0 { "-" } else { "" };
    let (yuan, rest) = (fen.abs() / 100, fen.abs() % 100);
    let whole = grouped(yuan);
    if rest == 0 {
        format!("{sign}¥{whole}")
    } else {
        format!("{sign}¥{whole}.{rest:02}")
    }
}

/// `12,345`
#[must_use]
pub fn count(number: u64) -> String {
    grouped(i128::from(number))
}

fn grouped(number: i128) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// `2026年10月2日`, or `2 October 2026`.
#[must_use]
pub fn day(language: Language, day: NaiveDate) -> String {
    match language {
        Language::Chinese => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        Language::English => format!(
            "{} {} {}",
            day.day(),
            ENGLISH_MONTHS[day.month0() as usize],
            day.year()
        ),
    }
}

/// `2026年12月`, or `December 2026`, from `2026-12`; what is no month stays as it is.
#[must_use]
pub fn month(language: Language, month: &str) -> String {
    match (first_day(month), language) {
        (None, _) => month.to_owned(),
        (Some(day), Language::Chinese) => format!("{}年{}月", day.year(), day.month()),
        (Some(day), Language::English) => {
            format!("{} {}", ENGLISH_MONTHS[day.month0() as usize], day.year())
        }
    }
}

/// Says whether a text is a month such as `2026-12`.
#[must_use]
pub fn is_month(text: &str) -> bool {
    first_day(text).is_some()
}

fn first_day(month: &str) -> Option<NaiveDate> {
    let is_plain = month.len() == 7
        && month
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-');
    is_plain.then(|| format!("{month}-01").parse().ok())?
}

/// Returns the `lang` of a published text, which is Chinese, on a page in this language; nothing where the page's own
/// says it already.
#[must_use]
pub fn lang_of(page: Language, text: &str) -> Option<&'static str> {
    let is_chinese = text
        .chars()
        .any(|character| matches!(character, '\u{4e00}'..='\u{9fff}'));
    (page != Language::Chinese && is_chinese).then(|| Language::Chinese.tag())
}

/// Sentences in one line: `甲；乙`, or `one; another`.
#[must_use]
pub fn series(language: Language, parts: &[String]) -> String {
    parts.join(match language {
        Language::Chinese => "；",
        Language::English => "; ",
    })
}

/// `10月2日`, or `2 Oct`: where the year is plain from what stands around it.
#[must_use]
pub fn short_day(language: Language, day: NaiveDate) -> String {
    match language {
        Language::Chinese => format!("{}月{}日", day.month(), day.day()),
        Language::English => format!(
            "{} {}",
            day.day(),
            &ENGLISH_MONTHS[day.month0() as usize][..3]
        ),
    }
}

/// A figure with at most two places and no closing zeros: `1.35`, `2`.
#[must_use]
pub fn figure(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_and_written_in_each_language() {
        assert_eq!(month(Language::Chinese, "2026-12"), "2026年12月");
        assert_eq!(month(Language::English, "2026-02"), "February 2026");
        for wrong in ["2026-13", "2026-1", "+026-01", "2026-01-01", ""] {
            assert!(!is_month(wrong), "{wrong}");
        }
    }

    #[test]
    fn money_is_written_with_thousands_and_only_real_fen() {
        assert_eq!(money(Fen(180_000)), "¥1,800");
        assert_eq!(money(Fen(180_050)), "¥1,800.50");
        assert_eq!(money(Fen(0)), "¥0");
        assert_eq!(money(Fen(123_456_700)), "¥1,234,567");
    }

    #[test]
    fn a_figure_drops_its_closing_zeros() {
        assert_eq!(figure(1.35), "1.35");
        assert_eq!(figure(2.0), "2");
        assert_eq!(figure(10.0), "10");
        assert_eq!(figure(0.104), "0.1");
    }

    #[test]
    fn a_day_is_written_as_its_readers_write_it() {
        let day_written = |language| day(language, NaiveDate::from_ymd_opt(2026, 10, 2).unwrap());
        assert_eq!(day_written(Language::Chinese), "2026年10月2日");
        assert_eq!(day_written(Language::English), "2 October 2026");
    }
}
