//! Reference numbers: short enough to be read out, each unique, a slip of the pen always noticed.

use std::fmt;
use std::str::FromStr;

/// Thirty-one characters that can't be taken for one another; a prime number of them makes the check character sure.
const ALPHABET: &[u8; 31] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const BASE: u64 = ALPHABET.len() as u64;
/// Characters between the year and the check character.
const LENGTH: usize = 6;
/// How many numbers there are before they repeat: 31⁶.
const NUMBERS: u64 = BASE.pow(LENGTH as u32);
/// Spreads neighbouring positions over all numbers; not divisible by 31, so that no two meet.
const STRIDE: u64 = 548_210_653;

/// The number of an enrolment, such as `DL26-7K3F-92Q`: city, year, six characters, a check character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference(String);

/// A text that is no reference number, perhaps mistyped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a reference number; copy it from the receipt, such as DL26-7K3F-92Q")]
pub struct InvalidReference;

impl Reference {
    /// Returns the number of what stands at this position of the ledger and was decided in this year.
    ///
    /// Positions are unique, so the numbers are: the first 887 million of them.
    #[must_use]
    pub fn at(position: u64, year: u32) -> Self {
        let mut rest = (position % NUMBERS) * STRIDE % NUMBERS;
        let mut digits = [0; LENGTH];
        for digit in digits.iter_mut().rev() {
            *digit = rest % BASE;
            rest /= BASE;
        }
        let year = [u64::from(year / 10 % 10), u64::from(year % 10)];
        let check = check(year, digits);
        let text: String = digits
            .iter()
            .chain([&check])
            .map(|digit| character(*digit))
            .collect();
        let (first, second) = text.split_at(4);
        Self(format!("DL{}{}-{first}-{second}", year[0], year[1]))
    }

    /// Returns the number as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl FromStr for Reference {
    type Err = InvalidReference;

    /// Takes small letters and missing hyphens too.
    fn from_str(text: &str) -> Result<Self, InvalidReference> {
        let compact: String = text
            .trim()
            .chars()
            .filter(|character| *character != '-')
            .collect();
        let compact = compact.to_ascii_uppercase();
        let rest = compact.strip_prefix("DL").ok_or(InvalidReference)?;
        if !rest.is_ascii() || rest.len() != 2 + LENGTH + 1 {
            return Err(InvalidReference);
        }
        let (year, rest) = rest.split_at(2);
        let mut years = year
            .chars()
            .filter_map(|character| character.to_digit(10))
            .map(u64::from);
        let (Some(tens), Some(ones)) = (years.next(), years.next()) else {
            return Err(InvalidReference);
        };
        let mut digits = [0; LENGTH];
        for (digit, byte) in digits.iter_mut().zip(rest.bytes()) {
            *digit = value(byte).ok_or(InvalidReference)?;
        }
        let told = rest
            .bytes()
            .last()
            .and_then(value)
            .ok_or(InvalidReference)?;
        if told != check([tens, ones], digits) {
            return Err(InvalidReference);
        }
        let (first, second) = rest.split_at(4);
        Ok(Self(format!("DL{year}-{first}-{second}")))
    }
}

/// Weighs each place differently: a wrong character and two swapped ones both change the sum.
fn check(year: [u64; 2], digits: [u64; LENGTH]) -> u64 {
    let weighed = year
        .iter()
        .chain(&digits)
        .zip(1..)
        .map(|(digit, weight)| digit * weight);
    weighed.sum::<u64>() % BASE
}

fn character(digit: u64) -> char {
    let place = usize::try_from(digit).expect("a digit is below 31");
    char::from(ALPHABET[place])
}

fn value(byte: u8) -> Option<u64> {
    ALPHABET
        .iter()
        .position(|candidate| *candidate == byte)
        .and_then(|place| u64::try_from(place).ok())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_number_is_read_as_it_is_written() {
        let reference = Reference::at(17, 2026);
        assert_eq!(reference.as_str().len(), "DL26-7K3F-92Q".len());
        assert!(reference.as_str().starts_with("DL26-"));
        assert_eq!(reference.as_str().parse(), Ok(reference.clone()));
        let careless = format!(" {} ", reference.as_str().to_lowercase().replace('-', ""));
        assert_eq!(careless.parse(), Ok(reference));
    }

    #[test]
    fn neighbouring_positions_never_share_a_number() {
        let numbers: HashSet<String> = (0..20_000)
            .map(|position| Reference::at(position, 2026).to_string())
            .collect();
        assert_eq!(numbers.len(), 20_000);
    }

    #[test]
    fn every_wrong_character_and_every_swap_is_noticed() {
        let right = Reference::at(4_711, 2026).to_string().replace('-', "");
        for place in 2..right.len() {
            for wrong in ALPHABET {
                let mut slip = right.clone().into_bytes();
                if slip[place] == *wrong {
                    continue;
                }
                slip[place] = *wrong;
                assert_eq!(
                    String::from_utf8(slip).unwrap().parse::<Reference>(),
                    Err(InvalidReference)
                );
            }
        }
        for place in 2..right.len() - 1 {
            let mut swapped = right.clone().into_bytes();
            swapped.swap(place, place + 1);
            let swapped = String::from_utf8(swapped).unwrap();
            assert!(
                swapped == right || swapped.parse::<Reference>().is_err(),
                "{swapped}"
            );
        }
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            "DL26",
            "DL26-7K3F-92",
            "大连26-7K3F-92Q",
            "DL26-7K3F-92Q9",
            "XX26-7K3F-92Q",
        ] {
            assert_eq!(text.parse::<Reference>(), Err(InvalidReference), "{text}");
        }
    }
}
