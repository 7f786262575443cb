//! A mobile number of the mainland: read as people type it, shown masked, never printed.

use std::fmt;
use std::str::FromStr;

use app::checker::typed::plain;

const DIGITS: usize = 11;

/// A mobile number of eleven digits.
#[derive(Clone, PartialEq, Eq)]
pub struct Phone(String);

/// A text that is no mobile number; it never repeats the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a mobile number: give its 11 digits, such as 13812345678")]
pub struct InvalidPhone;

impl Phone {
    /// Returns the number itself: for sealing, keyed hashing and sending, never for a log or an address.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Returns the number as its owner may see it: `138****5678`.
    #[must_use]
    pub fn masked(&self) -> String {
        mask(&self.0)
    }
}

pub(super) fn mask(number: &str) -> String {
    match (number.get(..3), number.get(7..)) {
        (Some(head), Some(tail)) => format!("{head}****{tail}"),
        _ => "***".to_owned(),
    }
}

impl FromStr for Phone {
    type Err = InvalidPhone;

    fn from_str(text: &str) -> Result<Self, InvalidPhone> {
        let typed = plain(text);
        let number = typed
            .strip_prefix("+86")
            .or_else(|| typed.strip_prefix("0086"))
            .unwrap_or(&typed);
        let bytes = number.as_bytes();
        let is_mobile = bytes.len() == DIGITS
            && bytes[0] == b'1'
            && bytes[1] >= b'3'
            && bytes.iter().all(u8::is_ascii_digit);
        if is_mobile {
            Ok(Self(number.to_owned()))
        } else {
            Err(InvalidPhone)
        }
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Phone(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_people_type_it_and_shown_masked() {
        for typed in [
            "13812345678",
            "138 1234 5678",
            "+86 138-1234-5678",
            "１３８１２３４５６７８",
            "008613812345678",
        ] {
            assert_eq!(
                typed.parse::<Phone>().unwrap().masked(),
                "138****5678",
                "{typed}"
            );
        }
        for wrong in [
            "",
            "1381234567",
            "138123456789",
            "12812345678",
            "04113812345",
            "1381234567x",
            "李明",
        ] {
            assert_eq!(wrong.parse::<Phone>().unwrap_err(), InvalidPhone, "{wrong}");
        }
        assert_eq!(
            format!("{:?}", "13812345678".parse::<Phone>().unwrap()),
            "Phone(***)"
        );
    }
}
