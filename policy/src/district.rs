//! Districts, by their six-digit administrative division code.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A district by its six-digit division code, such as `210211`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct District([u8; 6]);

/// A text that is no division code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidDistrict;

impl District {
    /// Returns the six digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a division code is ASCII digits")
    }
}

impl FromStr for District {
    type Err = InvalidDistrict;

    fn from_str(text: &str) -> Result<Self, InvalidDistrict> {
        let digits: [u8; 6] = text.as_bytes().try_into().map_err(|_| InvalidDistrict)?;
        if digits.iter().all(u8::is_ascii_digit) {
            Ok(Self(digits))
        } else {
            Err(InvalidDistrict)
        }
    }
}

impl fmt::Display for District {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl fmt::Debug for District {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl fmt::Display for InvalidDistrict {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not a district: give its six-digit division code, such as 210211")
    }
}

impl std::error::Error for InvalidDistrict {}

impl Serialize for District {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for District {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::text::parsed(deserializer, "a six-digit division code such as 210211")
    }
}
