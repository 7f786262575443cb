//! What a check of the ledger finds: how far the chain reaches, and every flaw in it.

use std::fmt;

use super::{Entry, Hash, Head};

/// The outcome of a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// How many entries were checked.
    pub entries: u64,
    /// Where the checked chain ends.
    pub head: Head,
    /// Every flaw, by position.
    pub faults: Vec<Fault>,
}

/// A flaw at a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub position: i64,
    /// What.
    pub flaw: Flaw,
}

/// What can be wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Its content is not what was hashed.
    ContentChanged,
    /// It does not name the hash of the entry before.
    ChainBroken,
    /// Entries before it are gone.
    EntriesMissing,
    /// The head is not the last entry.
    HeadDiffers,
}

impl fmt::Display for Flaw {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::ContentChanged => "the content is not what was hashed",
            Self::ChainBroken => "the hash of the entry before is another",
            Self::EntriesMissing => "entries before it are missing",
            Self::HeadDiffers => "the head is not the last entry",
        })
    }
}

impl Default for Proof {
    fn default() -> Self {
        Self {
            entries: 0,
            head: Head {
                position: 0,
                hash: Hash::NONE,
            },
            faults: Vec::new(),
        }
    }
}

impl Proof {
    /// Returns whether nothing was found.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    pub(super) const fn position(&self) -> i64 {
        self.head.position
    }

    /// Checks the next entry.
    pub(super) fn follow(&mut self, entry: &Entry) {
        let position = entry.content.position;
        let mut note = |is_flawed: bool, flaw| {
            if is_flawed {
                self.faults.push(Fault { position, flaw });
            }
        };
        note(position != self.head.position + 1, Flaw::EntriesMissing);
        note(
            entry.content.previous_hash != self.head.hash,
            Flaw::ChainBroken,
        );
        note(entry.content.hash() != entry.hash, Flaw::ContentChanged);
        self.entries += 1;
        self.head = Head {
            position,
            hash: entry.hash,
        };
    }

    /// Checks that the chain ends where the head says.
    pub(super) fn against(mut self, head: &Head) -> Self {
        if self.head != *head {
            self.faults.push(Fault {
                position: head.position,
                flaw: Flaw::HeadDiffers,
            });
        }
        self
    }
}
