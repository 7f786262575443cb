//! A fixed state of the index: the engine's segments, each with its table in memory.

use std::sync::Arc;

use tantivy::index::SegmentId;
use tantivy::query::{EnableScoring, Query};
use tantivy::schema::Value;
use tantivy::{DocId, DocSet, Searcher, SegmentReader, TERMINATED, TantivyDocument};

use crate::schema::Fields;
use crate::table::{Row, Table};
use crate::{Document, SearchError};

/// What readers see between two changes.
pub(crate) struct Snapshot {
    searcher: Searcher,
    tables: Vec<(SegmentId, Arc<Table>)>,
}

impl Snapshot {
    /// Returns the state of a searcher; tables of segments that the last state had too are taken over.
    pub(crate) fn new(
        searcher: Searcher,
        fields: Fields,
        last: Option<&Self>,
    ) -> Result<Self, SearchError> {
        let mut tables = Vec::with_capacity(searcher.segment_readers().len());
        for reader in searcher.segment_readers() {
            let id = reader.segment_id();
            let known = last.and_then(|last| last.tables.iter().find(|(known, _)| *known == id));
            let table = match known {
                Some((_, table)) => Arc::clone(table),
                None => Arc::new(Table::lay_out(stored(reader, fields)?)),
            };
            tables.push((id, table));
        }
        Ok(Self { searcher, tables })
    }

    /// Returns how many documents there are.
    pub(crate) fn document_count(&self) -> usize {
        usize::try_from(self.searcher.num_docs()).expect("documents are counted in 32 bits")
    }

    /// Returns the tables, by their place.
    pub(crate) fn tables(&self) -> impl Iterator<Item = (usize, &Table)> {
        self.tables
            .iter()
            .map(|(_, table)| table.as_ref())
            .enumerate()
    }

    /// Returns the table at its place.
    pub(crate) fn table(&self, place: usize) -> &Table {
        &self.tables[place].1
    }

    /// Returns the row at a place of a table.
    pub(crate) fn row(&self, table: usize, row: DocId) -> (&Table, &Row) {
        let table = &self.tables[table].1;
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
        let rows = &self.tables[table].1.rows;
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
        let entry = entry?;
        let json = entry
            .get_first(fields.document)
            .and_then(|value| value.as_bytes())
            .unwrap_or_default();
        documents.push(serde_json::from_slice(json).map_err(|_| SearchError::Unreadable)?);
    }
    Ok(documents)
}
