//! The handle through which everything is asked and changed.

use std::path::Path;

use crate::{Change, Document, Found, Query, Suggestion, Vocabulary};

/// A fault of the index's own files; a question itself is never at fault.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The engine could not read or write.
    #[error("search index failed, delete its folder and rebuild: {0}")]
    Engine(#[from] tantivy::TantivyError),
    /// The folder could not be made or cleared.
    #[error("search index folder is not usable, check its owner and free space: {0}")]
    Folder(#[from] std::io::Error),
}

/// The index; a cheap handle that may be cloned and shared between threads.
#[derive(Clone, Debug)]
pub struct SearchIndex {}

impl SearchIndex {
    /// Opens the index in a folder, making it where needed. An index of another format or vocabulary is cleared.
    ///
    /// # Errors
    /// The folder can't be used, or another process writes there.
    pub fn open(folder: &Path, vocabulary: Vocabulary) -> Result<Self, SearchError> {
        let _ = (folder, vocabulary);
        Ok(Self {})
    }

    /// Returns an empty index that lives only in memory.
    ///
    /// # Errors
    /// The engine can't start.
    pub fn in_memory(vocabulary: Vocabulary) -> Result<Self, SearchError> {
        let _ = vocabulary;
        Ok(Self {})
    }

    /// Replaces everything; readers see the old until all is there.
    ///
    /// # Errors
    /// The engine can't write; the old stays.
    pub fn rebuild(
        &self,
        documents: impl IntoIterator<Item = Document>,
        position: u64,
    ) -> Result<(), SearchError> {
        let _ = (documents.into_iter().count(), position);
        Ok(())
    }

    /// Applies steps of the change feed and remembers the position after them, both or neither.
    ///
    /// # Errors
    /// The engine can't write; nothing is applied.
    pub fn apply(&self, changes: &[Change], position: u64) -> Result<(), SearchError> {
        let _ = (changes, position);
        Ok(())
    }

    /// Returns how far in the change feed the index is; `None` where it was never built.
    #[must_use]
    pub fn position(&self) -> Option<u64> {
        None
    }

    /// Returns how many documents can be found.
    #[must_use]
    pub fn document_count(&self) -> usize {
        0
    }

    /// Answers a question.
    ///
    /// # Errors
    /// The engine can't read its files.
    pub fn search(&self, query: &Query) -> Result<Found, SearchError> {
        let _ = query;
        Ok(Found::default())
    }

    /// Returns up to `limit` proposals for what somebody has typed so far: occupations, institutions and bases.
    ///
    /// # Errors
    /// The engine can't read its files.
    pub fn suggest(&self, text: &str, limit: usize) -> Result<Vec<Suggestion>, SearchError> {
        let _ = (text, limit);
        Ok(Vec::new())
    }
}
