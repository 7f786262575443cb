//! What is written beside every change: how far in the change feed it is, of which day the documents tell, and for which
//! format and vocabulary.

use std::fmt;

use chrono::NaiveDate;
use tantivy::Index;

use crate::schema::FORMAT;
use crate::vocabulary::Vocabulary;

/// Where an index stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// How far in the change feed it is.
    pub feed: u64,
    /// The day of which its documents tell.
    pub day: NaiveDate,
}

/// The note in the engine's last commit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stamp {
    format: u32,
    vocabulary: u64,
    position: Option<Position>,
}

impl Stamp {
    /// Returns the stamp of a change.
    pub(crate) fn new(vocabulary: &Vocabulary, position: Position) -> Self {
        Self {
            format: FORMAT,
            vocabulary: vocabulary.fingerprint(),
            position: Some(position),
        }
    }

    /// Returns the stamp of the last change; an empty one where there was none.
    pub(crate) fn of(index: &Index) -> tantivy::Result<Self> {
        let payload = index.load_metas()?.payload.unwrap_or_default();
        Ok(Self::read(&payload).unwrap_or_default())
    }

    /// Says whether the index was written in this format and with this vocabulary, or not at all yet.
    pub(crate) fn fits(&self, vocabulary: &Vocabulary) -> bool {
        self.position.is_none()
            || (self.format == FORMAT && self.vocabulary == vocabulary.fingerprint())
    }

    /// Returns where the index stands; `None` where nothing was written yet.
    pub(crate) const fn position(&self) -> Option<Position> {
        self.position
    }

    fn read(payload: &str) -> Option<Self> {
        let mut parts = payload.split(' ');
        let stamp = Self {
            format: parts.next()?.parse().ok()?,
            vocabulary: parts.next()?.parse().ok()?,
            position: Some(Position {
                feed: parts.next()?.parse().ok()?,
                day: parts.next()?.parse().ok()?,
            }),
        };
        parts.next().is_none().then_some(stamp)
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.format, self.vocabulary)?;
        match self.position {
            Some(position) => write!(f, " {} {}", position.feed, position.day),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_read_as_it_was_written() {
        let position = Position {
            feed: 42,
            day: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap(),
        };
        let stamp = Stamp::new(&Vocabulary::default(), position);
        assert_eq!(Stamp::read(&stamp.to_string()), Some(stamp));
        assert_eq!(Stamp::read("1 2"), None);
        assert_eq!(Stamp::read(""), None);
    }
}
