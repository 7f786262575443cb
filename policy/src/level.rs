//! Skill levels: five of them, 5 (primary) to 1 (senior technician).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A skill level: 5 is the entry level, 1 the highest.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i64", into = "u8")]
pub struct Level(u8);

/// A number that is no skill level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidLevel;

impl Level {
    /// The entry level, 5 (初级工).
    pub const PRIMARY: Self = Self(5);

    /// All levels, from the entry level up: 5, 4, 3, 2, 1.
    pub const ALL: [Self; 5] = [Self(5), Self(4), Self(3), Self(2), Self(1)];

    /// The levels of a promotion, from the lowest up: 4, 3, 2, 1.
    pub const PROMOTIONS: [Self; 4] = [Self(4), Self(3), Self(2), Self(1)];

    /// Returns the level with this number.
    ///
    /// # Errors
    /// [`InvalidLevel`] for any number but 1 to 5.
    pub const fn new(number: u8) -> Result<Self, InvalidLevel> {
        match number {
            1..=5 => Ok(Self(number)),
            _ => Err(InvalidLevel),
        }
    }

    /// Returns the number, 1 to 5.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Says whether this is the entry level, 5.
    #[must_use]
    pub const fn is_primary(self) -> bool {
        self.0 == 5
    }

    /// Returns the level just below (one number more), or nothing below the entry level.
    #[must_use]
    pub const fn below(self) -> Option<Self> {
        match self.0 {
            5 => None,
            number => Some(Self(number + 1)),
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl fmt::Debug for Level {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "level {}", self.0)
    }
}

impl fmt::Display for InvalidLevel {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not a level: give a number from 5 (primary) to 1 (senior technician)")
    }
}

impl std::error::Error for InvalidLevel {}

impl TryFrom<i64> for Level {
    type Error = InvalidLevel;

    fn try_from(number: i64) -> Result<Self, InvalidLevel> {
        u8::try_from(number)
            .map_err(|_| InvalidLevel)
            .and_then(Self::new)
    }
}

impl FromStr for Level {
    type Err = InvalidLevel;

    fn from_str(text: &str) -> Result<Self, InvalidLevel> {
        match text.as_bytes() {
            [digit @ b'1'..=b'5'] => Ok(Self(digit - b'0')),
            _ => Err(InvalidLevel),
        }
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}
