//! Answers that are kept: most visitors ask for the same few lists without words.

use std::fmt;
use std::num::NonZeroUsize;
use std::sync::{Mutex, PoisonError};

use lru::LruCache;

use crate::{Found, Query, SearchError};

/// Lists that are kept, the last asked for; a page of one takes a few kilobytes.
const LISTS: NonZeroUsize = NonZeroUsize::new(200).expect("200 is not zero");

/// Lists without words as they were answered. They belong to one state of the index and go with it.
pub(crate) struct Kept(Mutex<LruCache<Query, Found>>);

impl Kept {
    /// Returns the answer that is kept, or finds it and keeps it.
    pub(crate) fn answer(
        &self,
        query: &Query,
        find: impl FnOnce() -> Result<Found, SearchError>,
    ) -> Result<Found, SearchError> {
        let kept = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = kept().get(query) {
            return Ok(found.clone());
        }
        let found = find()?;
        kept().put(query.clone(), found.clone());
        Ok(found)
    }
}

impl Default for Kept {
    fn default() -> Self {
        Self(Mutex::new(LruCache::new(LISTS)))
    }
}

impl fmt::Debug for Kept {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Kept").finish_non_exhaustive()
    }
}
