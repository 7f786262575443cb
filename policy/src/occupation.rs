//! Occupation codes, as the national classification or a catalogue writes them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

const LONGEST: usize = 16;

/// The code of an occupation, such as `6-18-02-04`: up to 16 ASCII letters, digits and hyphens, kept inline.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct OccupationCode {
    // Unused places are zero, which sorts before every allowed byte: the derived order is the order of the texts.
    bytes: [u8; LONGEST],
    length: u8,
}

/// A text that is no occupation code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidOccupationCode;

impl OccupationCode {
    /// Returns the code as it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).expect("a code is ASCII")
    }
}

impl FromStr for OccupationCode {
    type Err = InvalidOccupationCode;

    fn from_str(text: &str) -> Result<Self, InvalidOccupationCode> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if text.is_empty() || text.len() > LONGEST || !text.bytes().all(allowed) {
            return Err(InvalidOccupationCode);
        }
        let mut bytes = [0; LONGEST];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        let length = u8::try_from(text.len()).map_err(|_| InvalidOccupationCode)?;
        Ok(Self { bytes, length })
    }
}

impl fmt::Display for OccupationCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl fmt::Debug for OccupationCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Display for InvalidOccupationCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(
            "not an occupation code: give 1 to 16 letters, digits and hyphens, such as 6-18-02-04",
        )
    }
}

impl std::error::Error for InvalidOccupationCode {}

impl Serialize for OccupationCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for OccupationCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::text::parsed(deserializer, "an occupation code such as 6-18-02-04")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_sort_as_their_texts() {
        let mut texts = ["6-2", "6-18-02-04", "6", "6-18", "A1", "6-18-02-04-a1234"];
        texts.sort_unstable();
        let codes: Vec<OccupationCode> = texts.iter().map(|text| text.parse().unwrap()).collect();
        assert!(codes.is_sorted());
        assert_eq!(codes[1].as_str(), texts[1]);
    }

    #[test]
    fn foreign_characters_and_long_texts_are_no_codes() {
        for wrong in [
            "",
            "6 18",
            "6–18",
            "电工",
            "6-18-02-04-a12345",
            "6_18",
            "a\0b",
        ] {
            assert_eq!(
                wrong.parse::<OccupationCode>(),
                Err(InvalidOccupationCode),
                "{wrong}"
            );
        }
    }
}
