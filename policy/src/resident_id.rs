//! The resident identity number (GB 11643-1999): checked when made, never shown by accident.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use crate::Sex;

const LENGTH: usize = 18;
const WEIGHTS: [u32; LENGTH - 1] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS: &[u8; 11] = b"10X98765432";

/// A resident identity number that is well formed, whose birth date exists and whose check digit is right.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ResidentId([u8; LENGTH]);

/// Why a text is no resident identity number; it never repeats the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidResidentId {
    /// Not 18 characters.
    Length,
    /// Something else than 17 digits and a last digit or X.
    Characters,
    /// The eight digits of the birth date are no day of the calendar.
    Birth,
    /// The last character does not follow from the others: most often a slip of the pen.
    CheckDigit,
}

impl ResidentId {
    /// Returns the number itself: for encryption and keyed hashing only, never for a log, a URL or an error.
    #[must_use]
    pub fn expose(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a resident ID is ASCII")
    }

    /// Returns the day of birth that the number states.
    #[must_use]
    pub fn birth(&self) -> NaiveDate {
        birth_of(&self.0).expect("the birth date was checked when the number was read")
    }

    /// Returns the sex that the number states: its 17th digit is odd for men.
    #[must_use]
    pub fn sex(&self) -> Sex {
        if (self.0[16] - b'0') % 2 == 1 {
            Sex::Male
        } else {
            Sex::Female
        }
    }
}

fn birth_of(number: &[u8; LENGTH]) -> Option<NaiveDate> {
    let read = |range: std::ops::Range<usize>| {
        number[range]
            .iter()
            .fold(0, |sum: u32, digit| sum * 10 + u32::from(digit - b'0'))
    };
    let year = i32::try_from(read(6..10))
        .ok()
        .filter(|year| *year >= 1800)?;
    NaiveDate::from_ymd_opt(year, read(10..12), read(12..14))
}

// ISO 7064, MOD 11-2.
fn check_digit(number: &[u8; LENGTH]) -> u8 {
    let sum: u32 = number
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .sum();
    CHECK_DIGITS[(sum % 11) as usize]
}

impl FromStr for ResidentId {
    type Err = InvalidResidentId;

    fn from_str(text: &str) -> Result<Self, InvalidResidentId> {
        if text.chars().count() != LENGTH {
            return Err(InvalidResidentId::Length);
        }
        let mut number: [u8; LENGTH] = text
            .as_bytes()
            .try_into()
            .map_err(|_| InvalidResidentId::Characters)?;
        number[LENGTH - 1].make_ascii_uppercase();
        let (last, digits) = number
            .split_last()
            .expect("a resident ID has 18 characters");
        let well_formed = digits[0] != b'0'
            && digits.iter().all(u8::is_ascii_digit)
            && (last.is_ascii_digit() || *last == b'X');
        if !well_formed {
            return Err(InvalidResidentId::Characters);
        }
        if birth_of(&number).is_none() {
            return Err(InvalidResidentId::Birth);
        }
        if check_digit(&number) != *last {
            return Err(InvalidResidentId::CheckDigit);
        }
        Ok(Self(number))
    }
}

impl fmt::Debug for ResidentId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("***")
    }
}

impl InvalidResidentId {
    /// Returns the stable key of the sentence that explains this to a person.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Length => "resident-id-length",
            Self::Characters => "resident-id-characters",
            Self::Birth => "resident-id-birth",
            Self::CheckDigit => "resident-id-check-digit",
        }
    }
}

impl fmt::Display for InvalidResidentId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Length => "a resident ID has 18 characters: type all of them, without spaces",
            Self::Characters => "a resident ID has 17 digits and a last digit or X: type no other character",
            Self::Birth => "the birth date in the resident ID does not exist: compare digits 7 to 14 with the card",
            Self::CheckDigit => "the last character of the resident ID does not fit the others: compare it with the card",
        })
    }
}

impl std::error::Error for InvalidResidentId {}

#[cfg(test)]
mod tests {
    use super::*;

    // The examples printed in GB 11643-1999 itself.
    const FIRST: &str = "11010519491231002X";
    const SECOND: &str = "440524188001010014";

    #[test]
    fn the_standards_own_examples_are_read() {
        let first: ResidentId = FIRST.parse().unwrap();
        assert_eq!(
            (first.birth(), first.sex()),
            (NaiveDate::from_ymd_opt(1949, 12, 31).unwrap(), Sex::Female)
        );
        let second: ResidentId = SECOND.parse().unwrap();
        assert_eq!(
            (second.birth(), second.sex()),
            (NaiveDate::from_ymd_opt(1880, 1, 1).unwrap(), Sex::Male)
        );
    }

    #[test]
    fn a_small_x_is_the_same_number() {
        assert_eq!(
            FIRST.to_lowercase().parse::<ResidentId>().unwrap().expose(),
            FIRST
        );
    }

    #[test]
    fn every_single_wrong_digit_is_found() {
        for place in 0..17 {
            for digit in b'0'..=b'9' {
                let mut wrong = FIRST.as_bytes().to_vec();
                if wrong[place] != digit {
                    wrong[place] = digit;
                    assert!(
                        String::from_utf8(wrong)
                            .unwrap()
                            .parse::<ResidentId>()
                            .is_err()
                    );
                }
            }
        }
    }

    #[test]
    fn mistakes_are_told_apart() {
        for (text, why) in [
            ("1101051949123100", InvalidResidentId::Length),
            ("11010519491231002号", InvalidResidentId::Characters),
            ("1101051949123100XX", InvalidResidentId::Characters),
            ("110105194902310026", InvalidResidentId::Birth),
            ("110105194912310021", InvalidResidentId::CheckDigit),
        ] {
            assert_eq!(text.parse::<ResidentId>().unwrap_err(), why, "{text}");
        }
    }

    #[test]
    fn a_number_is_never_printed_by_accident() {
        assert_eq!(format!("{:?}", FIRST.parse::<ResidentId>()), "Ok(***)");
    }
}
