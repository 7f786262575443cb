//! Answers that are kept: most visitors ask for the same few lists and trades, and many words begin with the same few letters.

use std::fmt;
use std::hash::Hash;
use std::num::NonZeroUsize;
use std::sync::{Mutex, PoisonError};

use lru::LruCache;

use crate::SearchError;

/// Answers to the questions asked last. They belong to one state of the index and go with it.
pub(crate) struct Kept<Q: Hash + Eq, A>(Mutex<LruCache<Q, A>>);

impl<Q: Clone + Hash + Eq, A: Clone> Kept<Q, A> {
    /// Returns room for so many answers.
    pub(crate) fn new(most: NonZeroUsize) -> Self {
        Self(Mutex::new(LruCache::new(most)))
    }

    /// Returns the answer that is kept, or finds it and keeps it.
    pub(crate) fn answer(
        &self,
        question: &Q,
        find: impl FnOnce() -> Result<A, SearchError>,
    ) -> Result<A, SearchError> {
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(answer) = kept().get(question) {
            return Ok(answer.clone());
        }
        let answer = find()?;
        kept().put(question.clone(), answer.clone());
        Ok(answer)
    }
}

impl<Q: Hash + Eq, A> fmt::Debug for Kept<Q, A> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Kept").finish_non_exhaustive()
    }
}
