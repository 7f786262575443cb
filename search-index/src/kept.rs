//! Answers that are kept: most visitors ask for the same few lists and trades, and many words begin with the same few letters.

use std::fmt;
use std::hash::Hash;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use lru::LruCache;

use crate::SearchError;

/// Answers to the questions asked last. They belong to one state of the index and go with it.
pub(crate) struct Kept<Q: Hash + Eq, A>(Mutex<LruCache<Q, Arc<A>>>);

impl<Q: Clone + Hash + Eq, A: Clone> Kept<Q, A> {
    /// Returns room for so many answers.
    pub(crate) fn new(most: NonZeroUsize) -> Self {
        Self(Mutex::new(LruCache::new(most)))
    }

    /// Returns the answer that is kept, or finds it, and keeps it where it tells something.
    pub(crate) fn answer(
        &self,
        question: &Q,
        tells_something: impl FnOnce(&A) -> bool,
        find: impl FnOnce() -> Result<A, SearchError>,
    ) -> Result<A, SearchError> {
        let known = self.kept().get(question).map(Arc::clone);
        if let Some(answer) = known {
            return Ok(A::clone(&answer));
        }
        let answer = find()?;
        if tells_something(&answer) {
            let (question, kept) = (question.clone(), Arc::new(answer.clone()));
            // what has to go is thrown away by whoever holds the lock no longer
            let _gone = self.kept().push(question, kept);
        }
        Ok(answer)
    }

    fn kept(&self) -> MutexGuard<'_, LruCache<Q, Arc<A>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<Q: Hash + Eq, A> fmt::Debug for Kept<Q, A> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Kept").finish_non_exhaustive()
    }
}
