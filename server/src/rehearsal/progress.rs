//! How far a rehearsal has come: threads take their parts from it, and whoever waits looks at it.

use std::sync::atomic::{AtomicU64, Ordering};

/// How far a rehearsal has come. Nothing else is passed on through these counts, so that any order will do.
#[derive(Debug, Default)]
pub struct Progress {
    taken: AtomicU64,
    done: AtomicU64,
}

impl Progress {
    /// Returns the first number of a part that nobody else has taken; nothing where all are taken.
    pub(super) fn take(&self, at_once: u64, people: u64) -> Option<u64> {
        let first = self.taken.fetch_add(at_once, Ordering::Relaxed);
        (first < people).then_some(first)
    }

    pub(super) fn finish(&self, people: u64) {
        self.done.fetch_add(people, Ordering::Relaxed);
    }

    /// Returns about how many residents are decided.
    #[must_use]
    pub fn done(&self) -> u64 {
        self.done.load(Ordering::Relaxed)
    }
}
