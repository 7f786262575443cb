//! What is written beside every change: how far in the change feed it is, and for which format and vocabulary.

use std::fmt;

use tantivy::Index;

use crate::schema::FORMAT;
use crate::vocabulary::Vocabulary;

/// The note in the engine's last commit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stamp {
    format: u32,
    vocabulary: u64,
    position: Option<u64>,
}

impl Stamp {
    /// Returns the stamp of a change.
    pub(crate) fn new(vocabulary: &Vocabulary, position: u64) -> Self {
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

    /// Returns the position in the change feed; `None` where nothing was written yet.
    pub(crate) const fn position(&self) -> Option<u64> {
        self.position
    }

    fn read(payload: &str) -> Option<Self> {
        let mut parts = payload.split(' ');
        let stamp = Self {
            format: parts.next()?.parse().ok()?,
            vocabulary: parts.next()?.parse().ok()?,
            position: Some(parts.next()?.parse().ok()?),
        };
        parts.next().is_none().then_some(stamp)
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {} {}",
            self.format,
            self.vocabulary,
            self.position.unwrap_or_default()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_read_as_it_was_written() {
        let stamp = Stamp::new(&Vocabulary::default(), 42);
        assert_eq!(Stamp::read(&stamp.to_string()), Some(stamp));
        assert_eq!(Stamp::read("1 2"), None);
        assert_eq!(Stamp::read(""), None);
    }
}
