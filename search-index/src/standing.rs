//! How an index in a folder stands, seen without writing to it: also while a portal keeps it in step.

use std::collections::BTreeMap;
use std::path::Path;

use tantivy::directory::MmapDirectory;
use tantivy::{Index, TantivyDocument};

use crate::position::Stamp;
use crate::schema::{Fields, identity, read, with_words};
use crate::{Document, Position, SearchError, Vocabulary};

/// What stands in an index on disk.
#[derive(Debug)]
pub struct Standing {
    position: Option<Position>,
    documents: BTreeMap<String, Document>,
}

/// How far an index is from what is published: how many documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    /// Are published and not in the index.
    pub missing: usize,
    /// Are in the index and not published.
    pub superfluous: usize,
    /// Tell something else than what is published.
    pub different: usize,
}

impl Drift {
    /// Says whether the index holds just what is published.
    #[must_use]
    pub fn is_none(self) -> bool {
        self == Self::default()
    }
}

impl Standing {
    /// Reads the index in a folder.
    ///
    /// # Errors
    /// There is none, or it can't be read.
    pub fn of(folder: &Path, vocabulary: &Vocabulary) -> Result<Self, SearchError> {
        let (_, fields) = Fields::schema();
        let directory = MmapDirectory::open(folder).map_err(tantivy::TantivyError::from)?;
        let index = Index::open(directory)?;
        let stamp = Stamp::of(&index)?;
        let mut documents = BTreeMap::new();
        if stamp.fits(vocabulary) {
            for reader in index.reader()?.searcher().segment_readers() {
                let store = reader
                    .get_store_reader(1)
                    .map_err(tantivy::TantivyError::from)?;
                for entry in store.iter::<TantivyDocument>(reader.alive_bitset()) {
                    let document = read(fields, &entry?)?;
                    documents.insert(identity(document.kind, &document.id), document);
                }
            }
        }
        Ok(Self {
            position: stamp.position().filter(|_| stamp.fits(vocabulary)),
            documents,
        })
    }

    /// Returns where it stands; `None` where it was never built, or for another release or vocabulary.
    #[must_use]
    pub const fn position(&self) -> Option<Position> {
        self.position
    }

    /// Returns how many documents it holds.
    #[must_use]
    pub fn document_count(&self) -> usize {
        self.documents.len()
    }

    /// Compares it with what is published.
    #[must_use]
    pub fn drift(
        &self,
        vocabulary: &Vocabulary,
        published: impl IntoIterator<Item = Document>,
    ) -> Drift {
        let (mut drift, mut seen) = (Drift::default(), 0);
        let words = vocabulary.words();
        for document in published {
            match self.documents.get(&identity(document.kind, &document.id)) {
                None => drift.missing += 1,
                Some(known) => {
                    seen += 1;
                    let published = as_stored(&with_words(document, &words));
                    drift.different += usize::from(published.as_ref() != Some(known));
                }
            }
        }
        drift.superfluous = self.documents.len() - seen;
        drift
    }
}

/// Returns a document as it comes back from an entry: a figure may lose its last bit on the way.
fn as_stored(document: &Document) -> Option<Document> {
    let json = serde_json::to_vec(document).ok()?;
    serde_json::from_slice(&json).ok()
}
