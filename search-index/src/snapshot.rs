//! A fixed state of the index: the engine's segments, each with its table in memory.

use std::sync::Arc;

use tantivy::index::SegmentId;
use tantivy::query::{EnableScoring, Query};
use tantivy::{DocId, DocSet, Searcher, SegmentReader, TERMINATED, TantivyDocument};

use crate::kept::Kept;
use crate::schema::{Fields, read};
use crate::shelves::Shelves;
use crate::table::{Row, Table};
use crate::{Document, SearchError};

/// What readers see between two changes.
pub(crate) struct Snapshot {
    searcher: Searcher,
    segments: Vec<Segment>,
    /// What was answered from this state.
    pub(crate) kept: Kept,
}

/// A segment of the engine's, as it lies in memory.
struct Segment {
    id: SegmentId,
    table: Arc<Table>,
    shelves: Arc<Shelves>,
    deleted: u32,
}

impl Snapshot {
    /// Returns the state of a searcher; tables of segments that the last state had too are taken over.
    pub(crate) fn new(
        searcher: Searcher,
        fields: Fields,
        last: Option<&Self>,
    ) -> Result<Self, SearchError> {
        let segments = searcher.segment_readers().iter().map(|reader| {
            let id = reader.segment_id();
            let known = last.and_then(|last| last.segments.iter().find(|known| known.id == id));
            let table = match known {
                Some(known) => Arc::clone(&known.table),
                None => Arc::new(Table::lay_out(stored(reader, fields)?)),
            };
            let deleted = reader.num_deleted_docs();
            let shelves = match known {
                Some(known) if known.deleted == deleted => Arc::clone(&known.shelves),
                _ => Arc::new(Shelves::new(&table, |row| !reader.is_deleted(row))),
            };
            Ok(Segment {
                id,
                table,
                shelves,
                deleted,
            })
        });
        let segments = segments.collect::<Result<_, SearchError>>()?;
        Ok(Self {
            searcher,
            segments,
            kept: Kept::default(),
        })
    }

    /// Returns how many documents there are.
    pub(crate) fn document_count(&self) -> usize {
        usize::try_from(self.searcher.num_docs()).expect("documents are counted in 32 bits")
    }

    /// Returns the tables, by their place.
    pub(crate) fn tables(&self) -> impl Iterator<Item = (usize, &Table)> {
        self.segments
            .iter()
            .map(|segment| segment.table.as_ref())
            .enumerate()
    }

    /// Returns the table at its place.
    pub(crate) fn table(&self, place: usize) -> &Table {
        &self.segments[place].table
    }

    /// Returns the shelves of the table at its place.
    pub(crate) fn shelves(&self, place: usize) -> &Shelves {
        &self.segments[place].shelves
    }

    /// Returns the row at a place of a table.
    pub(crate) fn row(&self, table: usize, row: DocId) -> (&Table, &Row) {
        let table = &self.segments[table].table;
        (table, &table.rows[row as usize])
    }

    /// Shows the rows of a table that are candidates, all of them without a question, until `look` says that it has seen
    /// enough.
    pub(crate) fn candidates(
        &self,
        question: Option<&dyn Query>,
        table: usize,
        mut look: impl FnMut(DocId, &Row) -> Seen,
    ) -> Result<(), SearchError> {
        let reader = self
            .searcher
            .segment_reader(u32::try_from(table).expect("segments are few"));
        let rows = &self.segments[table].table.rows;
        let Some(question) = question else {
            for (document, row) in (0..).zip(rows) {
                if !reader.is_deleted(document) && look(document, row) == Seen::Enough {
                    break;
                }
            }
            return Ok(());
        };
        let weight = question.weight(EnableScoring::disabled_from_searcher(&self.searcher))?;
        let mut candidates = weight.scorer(reader, 1.0)?;
        let mut document = candidates.doc();
        while document != TERMINATED {
            if !reader.is_deleted(document)
                && look(document, &rows[document as usize]) == Seen::Enough
            {
                break;
            }
            document = candidates.advance();
        }
        Ok(())
    }
}

/// Says whether to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seen {
    /// Show the next.
    More,
    /// Stop here.
    Enough,
}

fn stored(reader: &SegmentReader, fields: Fields) -> Result<Vec<Document>, SearchError> {
    let store = reader
        .get_store_reader(1)
        .map_err(tantivy::TantivyError::from)?;
    let mut documents = Vec::with_capacity(reader.max_doc() as usize);
    for entry in store.iter::<TantivyDocument>(None) {
        documents.push(read(fields, &entry?)?);
    }
    Ok(documents)
}
