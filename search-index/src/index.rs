//! The handle through which everything is asked and changed.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use tantivy::directory::MmapDirectory;
use tantivy::merge_policy::{LogMergePolicy, NoMergePolicy};
use tantivy::{Index, IndexReader, IndexWriter, ReloadPolicy, Term};

use crate::answer::Desk;
use crate::handing::Handed;
use crate::position::{Position, Stamp};
use crate::schema::{Clerk, Fields, identity};
use crate::snapshot::Snapshot;
use crate::understand::Lexicon;
use crate::{Change, Document, Found, Query, Suggestion, Vocabulary};

/// Memory that the engine may fill before it writes a segment.
const ARENA_BYTES: usize = 16 << 20;

/// A fault of the index's own files; a question itself is never at fault.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The engine could not read or write.
    #[error("search index failed, delete its folder and rebuild it: {0}")]
    Engine(#[from] tantivy::TantivyError),
    /// The folder could not be made or cleared.
    #[error("search index folder is not usable, check its owner and the free space: {0}")]
    Folder(#[from] std::io::Error),
    /// Another process writes to the same folder.
    #[error("search index is in use by another process, stop that one first")]
    InUse,
    /// The documents of a rebuild ended before all were told.
    #[error(
        "search index could not be rebuilt as what is published was not read to its end, try again"
    )]
    Interrupted,
    /// A stored document is not what this version writes.
    #[error("search index holds documents of another version, delete its folder and rebuild it")]
    Unreadable,
}

/// The index; a cheap handle that may be cloned and shared between threads.
#[derive(Clone)]
pub struct SearchIndex {
    shared: Arc<Shared>,
}

struct Shared {
    fields: Fields,
    /// `None` where it lives only in memory.
    folder: Option<PathBuf>,
    reader: IndexReader,
    writer: Mutex<IndexWriter<Handed>>,
    state: RwLock<State>,
}

#[derive(Clone)]
struct State {
    snapshot: Arc<Snapshot>,
    words: Arc<Words>,
    position: Option<Position>,
}

/// The vocabulary with which the documents were written, ready to read questions by.
struct Words {
    vocabulary: Vocabulary,
    lexicon: Lexicon,
}

impl Words {
    fn new(vocabulary: Vocabulary) -> Self {
        Self {
            lexicon: Lexicon::new(&vocabulary),
            vocabulary,
        }
    }
}

impl fmt::Debug for SearchIndex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SearchIndex")
            .field("documents", &self.document_count())
            .field("position", &self.position())
            .finish()
    }
}

impl SearchIndex {
    /// Opens the index in a folder, making it where needed. An index of another format or vocabulary, or one that is damaged, is
    /// cleared: its [`position`](Self::position) is then `None`.
    ///
    /// # Errors
    /// The folder can't be used, or another process writes there.
    pub fn open(folder: &Path, vocabulary: Vocabulary) -> Result<Self, SearchError> {
        std::fs::create_dir_all(folder)?;
        let directory = MmapDirectory::open(folder).map_err(tantivy::TantivyError::from)?;
        if let Ok(index) = Index::open(directory.clone()) {
            let (schema, fields) = Fields::schema();
            // taking the writer first makes sure that no other process works on what is cleared
            let writer = writer(&index)?;
            let fits = |stamp: Stamp| index.schema() == schema && stamp.fits(&vocabulary);
            if Stamp::of(&index).is_ok_and(fits) {
                let opened = Self::new(index, writer, (fields, Some(folder)), vocabulary.clone());
                if opened.is_ok() {
                    return opened;
                }
            }
        }
        std::fs::remove_dir_all(folder)?;
        std::fs::create_dir_all(folder)?;
        let directory = MmapDirectory::open(folder).map_err(tantivy::TantivyError::from)?;
        let (schema, fields) = Fields::schema();
        let index = Index::open_or_create(directory, schema)?;
        let writer = writer(&index)?;
        Self::new(index, writer, (fields, Some(folder)), vocabulary)
    }

    /// Returns an empty index that lives only in memory.
    ///
    /// # Errors
    /// The engine can't start.
    pub fn in_memory(vocabulary: Vocabulary) -> Result<Self, SearchError> {
        let (schema, fields) = Fields::schema();
        let index = Index::create_in_ram(schema);
        let writer = writer(&index)?;
        Self::new(index, writer, (fields, None), vocabulary)
    }

    fn new(
        index: Index,
        writer: IndexWriter<Handed>,
        (fields, folder): (Fields, Option<&Path>),
        vocabulary: Vocabulary,
    ) -> Result<Self, SearchError> {
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        let snapshot = Arc::new(Snapshot::new(reader.searcher(), (fields, folder), None)?);
        let position = Stamp::of(&index)?.position();
        Ok(Self {
            shared: Arc::new(Shared {
                fields,
                folder: folder.map(Path::to_path_buf),
                reader,
                writer: Mutex::new(writer),
                state: RwLock::new(State {
                    snapshot,
                    words: Arc::new(Words::new(vocabulary)),
                    position,
                }),
            }),
        })
    }

    /// Replaces everything; readers see the old until all is there. All documents are held in memory meanwhile.
    ///
    /// # Errors
    /// The engine can't write; the old stays.
    pub fn rebuild(
        &self,
        documents: impl IntoIterator<Item = Document>,
        position: Position,
    ) -> Result<(), SearchError> {
        let mut documents: Vec<Document> = documents.into_iter().collect();
        documents.sort_unstable_by(Document::beside);
        self.replace(self.state().words, documents.into_iter().map(Ok), position)
    }

    /// Replaces everything and the vocabulary with it, reading one document after the other; readers see the old until all is
    /// there. Questions are answered sooner where documents come side by side that differ only in their days, seats, cost and
    /// identifier, those first that begin first.
    ///
    /// # Errors
    /// The engine can't write, or a document is an error; the old stays.
    pub fn rebuild_with(
        &self,
        vocabulary: Vocabulary,
        documents: impl IntoIterator<Item = Result<Document, SearchError>>,
        position: Position,
    ) -> Result<(), SearchError> {
        self.replace(Arc::new(Words::new(vocabulary)), documents, position)
    }

    fn replace(
        &self,
        words: Arc<Words>,
        documents: impl IntoIterator<Item = Result<Document, SearchError>>,
        position: Position,
    ) -> Result<(), SearchError> {
        let mut writer = self.writer();
        // what is merged in the end need not be merged piece by piece before
        writer.set_merge_policy(Box::new(NoMergePolicy));
        let written = write(
            &mut writer,
            (self.shared.fields, &words),
            position,
            |writer, clerk| {
                writer.delete_all_documents()?;
                for document in documents {
                    writer.add_document(clerk.entry(document?))?;
                }
                Ok(())
            },
        )
        .and_then(|()| merge(&mut writer));
        writer.set_merge_policy(Box::<LogMergePolicy>::default());
        written?;
        self.show(words, position)
    }

    /// Applies steps of the change feed and remembers the position after them, both or neither.
    ///
    /// # Errors
    /// The engine can't write; nothing is applied.
    pub fn apply(&self, changes: &[Change], position: Position) -> Result<(), SearchError> {
        let (mut writer, words) = (self.writer(), self.state().words);
        let fields = self.shared.fields;
        write(&mut writer, (fields, &words), position, |writer, clerk| {
            for change in changes {
                let (kind, id) = match change {
                    Change::Put(document) => (document.kind, &document.id),
                    Change::Remove { kind, id } => (*kind, id),
                };
                let identity = identity(kind, id);
                writer.delete_term(Term::from_field_text(fields.identity, &identity));
                if let Change::Put(document) = change {
                    writer.add_document(clerk.entry((**document).clone()))?;
                }
            }
            Ok(())
        })?;
        self.show(words, position)
    }

    /// Returns where the index stands; `None` where it was never built.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        self.state().position
    }

    /// Returns how many documents can be found.
    #[must_use]
    pub fn document_count(&self) -> usize {
        self.state().snapshot.document_count()
    }

    /// Answers a question.
    ///
    /// # Errors
    /// The engine can't read its files.
    pub fn search(&self, query: &Query) -> Result<Found, SearchError> {
        let state = self.state();
        self.desk(&state).search(query)
    }

    /// Returns up to `limit` proposals for what somebody has typed so far: occupations, institutions and bases.
    ///
    /// # Errors
    /// The engine can't read its files.
    pub fn suggest(&self, text: &str, limit: usize) -> Result<Vec<Suggestion>, SearchError> {
        let state = self.state();
        self.desk(&state).suggest(text, limit)
    }

    #[cfg(test)]
    pub(crate) fn with_desk<T>(&self, look: impl FnOnce(Desk<'_>) -> T) -> T {
        look(self.desk(&self.state()))
    }

    fn desk<'s>(&'s self, state: &'s State) -> Desk<'s> {
        Desk {
            snapshot: &state.snapshot,
            fields: self.shared.fields,
            lexicon: &state.words.lexicon,
        }
    }

    fn state(&self) -> State {
        self.shared
            .state
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    fn writer(&self) -> MutexGuard<'_, IndexWriter<Handed>> {
        self.shared
            .writer
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Shows readers what was written, by whoever holds the writer.
    fn show(&self, words: Arc<Words>, position: Position) -> Result<(), SearchError> {
        self.shared.reader.reload()?;
        let last = self.state().snapshot;
        let snapshot = Arc::new(Snapshot::new(
            self.shared.reader.searcher(),
            (self.shared.fields, self.shared.folder.as_deref()),
            Some(&last),
        )?);
        *self
            .shared
            .state
            .write()
            .unwrap_or_else(PoisonError::into_inner) = State {
            snapshot,
            words,
            position: Some(position),
        };
        Ok(())
    }
}

/// Writes, and remembers the position with it in one step.
fn write(
    writer: &mut IndexWriter<Handed>,
    (fields, words): (Fields, &Words),
    position: Position,
    change: impl FnOnce(&IndexWriter<Handed>, &mut Clerk<'_>) -> Result<(), SearchError>,
) -> Result<(), SearchError> {
    let mut clerk = Clerk::new(fields, &words.vocabulary);
    let commit = |writer: &mut IndexWriter<Handed>| {
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(&Stamp::new(&words.vocabulary, position).to_string());
        commit.commit()
    };
    let written = change(writer, &mut clerk).and_then(|()| Ok(commit(writer)?));
    if let Err(error) = written {
        // whatever failed, the writer may have nobody left who writes
        writer.rollback()?;
        return Err(error);
    }
    Ok(())
}

/// Makes one segment of all: every question asks each of them.
fn merge(writer: &mut IndexWriter<Handed>) -> Result<(), SearchError> {
    let segments = writer.index().searchable_segment_ids()?;
    if segments.len() > 1 {
        writer.merge(&segments).wait()?;
    }
    Ok(())
}

fn writer(index: &Index) -> Result<IndexWriter<Handed>, SearchError> {
    index
        .writer_with_num_threads(1, ARENA_BYTES)
        .map_err(|error| match error {
            tantivy::TantivyError::LockFailure(..) => SearchError::InUse,
            other => SearchError::Engine(other),
        })
}
