//! A fixed state of the index: the engine's segments, each with its table in memory.

use std::num::NonZeroUsize;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use tantivy::directory::MmapDirectory;
use tantivy::fastfield::AliveBitSet;
use tantivy::index::SegmentId;
use tantivy::query::EnableScoring;
use tantivy::{DocId, DocSet, Index, Searcher, SegmentReader, TERMINATED, TantivyDocument, Term};

use crate::candidates::for_identity;
use crate::common::Common;
use crate::found::{Found, Suggestion};
use crate::kept::Kept;
use crate::schema::{Fields, read};
use crate::shelves::Shelves;
use crate::table::{Layout, Row, Series, Table};
use crate::{Kind, Query, SearchError};

/// Lists without words, and answers to words, that are kept: some ten kilobytes each.
const LISTS: NonZeroUsize = NonZeroUsize::new(64).expect("64 is not zero");
const ANSWERS: NonZeroUsize = NonZeroUsize::new(96).expect("96 is not zero");
/// Beginnings of words whose proposals are kept, about two kilobytes each.
const PROPOSALS: NonZeroUsize = NonZeroUsize::new(256).expect("256 is not zero");
/// What share of a pair's worth that stands in one name only a pair has that stands in none: something else was meant.
const UNKNOWN: f32 = 0.4;

/// What readers see between two changes.
pub(crate) struct Snapshot {
    searcher: Searcher,
    segments: Vec<Segment>,
    /// Lists without words, as they were answered from this state.
    pub(crate) lists: Kept<Query, Found>,
    /// What words found in this state.
    pub(crate) answers: Kept<Query, Found>,
    /// Proposals for what was typed and how many were wanted, as they were made from this state.
    pub(crate) proposals: Kept<(String, usize), Vec<Suggestion>>,
}

/// A segment of the engine's, as it lies in memory.
struct Segment {
    id: SegmentId,
    table: Arc<Table>,
    shelves: Arc<Shelves>,
    /// By series, whether something was deleted from it; empty where nothing was from any.
    gaps: Arc<Vec<bool>>,
    common: Arc<Common>,
    deleted: u32,
}

impl Snapshot {
    /// Returns the state of a searcher of the index in a folder, or in memory; tables of segments that the last state had too
    /// are taken over.
    pub(crate) fn new(
        searcher: Searcher,
        (fields, folder): (Fields, Option<&Path>),
        last: Option<&Self>,
    ) -> Result<Self, SearchError> {
        let segments = searcher.segment_readers().iter().map(|reader| {
            let id = reader.segment_id();
            let known = last.and_then(|last| last.segments.iter().find(|known| known.id == id));
            let table = match known {
                Some(known) => Arc::clone(&known.table),
                None => Arc::new(lay_out(reader, fields, folder)?),
            };
            let deleted = reader.num_deleted_docs();
            let lives = |row| !reader.is_deleted(row);
            let (shelves, gaps) = match known {
                Some(known) if known.deleted == deleted => {
                    (Arc::clone(&known.shelves), Arc::clone(&known.gaps))
                }
                _ => (
                    Arc::new(Shelves::new(&table, lives)),
                    Arc::new(gaps(&table, reader)),
                ),
            };
            let living = |series: &Series| series.rows().filter(|row| lives(*row)).count();
            let common = match known {
                // a segment only loses documents: as many are the same, and most changes are to courses
                Some(known) if known.common.things() == Common::count(&table, living) => {
                    Arc::clone(&known.common)
                }
                _ => Arc::new(Common::new(&table, living)),
            };
            Ok(Segment {
                id,
                table,
                shelves,
                gaps,
                common,
                deleted,
            })
        });
        let segments = segments.collect::<Result<_, SearchError>>()?;
        Ok(Self {
            searcher,
            segments,
            lists: Kept::new(LISTS),
            answers: Kept::new(ANSWERS),
            proposals: Kept::new(PROPOSALS),
        })
    }

    /// Returns how many documents there are.
    pub(crate) fn document_count(&self) -> usize {
        usize::try_from(self.searcher.num_docs()).expect("documents are counted in 32 bits")
    }

    /// Returns in how many documents a term stands, those included that were deleted lately; 0 where that can't be read.
    pub(crate) fn frequency(&self, term: &Term) -> u64 {
        self.searcher.doc_freq(term).unwrap_or_default()
    }

    /// Returns what a pair of neighbours says of a thing that has it in its names, larger where fewer have it; something in
    /// between for a pair that none has.
    pub(crate) fn worth(&self, pair: [char; 2]) -> f32 {
        let each = self.segments.iter();
        let things: u32 = each.map(|segment| segment.common.things()).sum();
        match self.having(pair) {
            0 => UNKNOWN * worth(1.0 + things as f32),
            with => worth(things as f32 / with as f32),
        }
    }

    /// Returns how many occupations, institutions and bases have a pair of neighbours in their names.
    pub(crate) fn having(&self, pair: [char; 2]) -> u32 {
        let each = self.segments.iter();
        each.map(|segment| segment.common.of(pair)).sum()
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

    /// Returns where the document of a kind with an identifier stands; `None` where there is none.
    pub(crate) fn find(
        &self,
        fields: Fields,
        asked: (Kind, &str),
    ) -> Result<Option<(&Table, DocId)>, SearchError> {
        let question = for_identity(fields, asked);
        for (place, table) in self.tables() {
            let mut found = None;
            self.candidates(Some(question.as_ref()), place, |_, living| {
                let is_asked = |number: &DocId| table.identity(*number).1 == asked.1;
                found = living.rows().map(|(number, _)| number).find(is_asked);
                Seen::Enough
            })?;
            if let Some(number) = found {
                return Ok(Some((table, number)));
            }
        }
        Ok(None)
    }

    /// Shows the series of a table that are candidates, all of them without a question, until `look` says that it has seen
    /// enough. A question finds all of a series or nothing, as what it looks for is the same in all of its documents.
    pub(crate) fn candidates(
        &self,
        question: Option<&dyn tantivy::query::Query>,
        table: usize,
        mut look: impl FnMut(&Series, Living<'_>) -> Seen,
    ) -> Result<(), SearchError> {
        let reader = self
            .searcher
            .segment_reader(u32::try_from(table).expect("segments are few"));
        let segment = &self.segments[table];
        let table: &Table = &segment.table;
        let mut show = |number: u32| {
            let series = &table.series[number as usize];
            let has_gaps = segment.gaps.get(number as usize).is_some_and(|gap| *gap);
            let alive = reader.alive_bitset().filter(|_| has_gaps);
            let living = Living::new(series.rows(), table, alive);
            living.is_empty() || look(series, living) == Seen::More
        };
        let Some(question) = question else {
            (0..table.series.len() as u32).all(show);
            return Ok(());
        };
        let weight = question.weight(EnableScoring::disabled_from_searcher(&self.searcher))?;
        let mut candidates = weight.scorer(reader, 1.0)?;
        let mut document = candidates.doc();
        while document != TERMINATED {
            let number = table.rows[document as usize].series;
            if !show(number) {
                break;
            }
            let next = table.series[number as usize].rows().end;
            document = if next == document + 1 {
                candidates.advance()
            } else {
                candidates.seek(next)
            };
        }
        Ok(())
    }
}

/// Returns what it says to be one of so many, above 0. Machines differ in the last digits of a logarithm, so these are left out.
fn worth(one_of: f32) -> f32 {
    const DIGITS: f32 = 256.0;
    ((1.0 + one_of).ln() * DIGITS).round() / DIGITS
}

/// Returns for each series of a segment whether something was deleted from it; nothing where nothing was from any.
fn gaps(table: &Table, reader: &SegmentReader) -> Vec<bool> {
    let Some(alive) = reader.alive_bitset() else {
        return Vec::new();
    };
    let has_gap = |series: &Series| !series.rows().all(|row| alive.is_alive(row));
    table.series.iter().map(has_gap).collect()
}

/// The rows of a series that were not deleted, in the order of their first days.
#[derive(Clone, Copy)]
pub(crate) struct Living<'s> {
    first: DocId,
    rows: &'s [Row],
    /// `None` where nothing of the series was deleted.
    alive: Option<&'s AliveBitSet>,
}

impl<'s> Living<'s> {
    fn new(range: Range<DocId>, table: &'s Table, alive: Option<&'s AliveBitSet>) -> Self {
        Self {
            first: range.start,
            rows: &table.rows[range.start as usize..range.end as usize],
            alive,
        }
    }

    /// Returns the rows, each with its number.
    pub(crate) fn rows(self) -> impl Iterator<Item = (DocId, &'s Row)> {
        (self.first..)
            .zip(self.rows)
            .filter(move |(number, _)| self.alive.is_none_or(|alive| alive.is_alive(*number)))
    }

    /// Says whether nothing of the series was deleted.
    pub(crate) const fn is_whole(self) -> bool {
        self.alive.is_none()
    }

    /// Returns how many there are.
    pub(crate) fn len(self) -> usize {
        match self.alive {
            None => self.rows.len(),
            Some(_) => self.rows().count(),
        }
    }

    /// Says whether all were deleted.
    pub(crate) fn is_empty(self) -> bool {
        self.rows().next().is_none()
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

/// Lays out the documents of a segment one by one: together they would take many times the memory of the table. They are read
/// through an index in the same folder that is let go of afterwards, so that the files stay in memory no longer than that.
fn lay_out(
    reader: &SegmentReader,
    fields: Fields,
    folder: Option<&Path>,
) -> Result<Table, SearchError> {
    let apart = folder.map(|folder| apart(reader.segment_id(), folder));
    let apart = apart.transpose()?.flatten();
    let store = apart
        .as_ref()
        .unwrap_or(reader)
        .get_store_reader(1)
        .map_err(tantivy::TantivyError::from)?;
    let mut layout = Layout::with_room(reader.max_doc() as usize);
    for entry in store.iter::<TantivyDocument>(None) {
        layout.push(read(fields, &entry?)?);
    }
    Ok(layout.finish())
}

/// Returns another reader of a segment; nothing where the folder's index does not know it any more.
fn apart(id: SegmentId, folder: &Path) -> tantivy::Result<Option<SegmentReader>> {
    let index = Index::open(MmapDirectory::open(folder)?)?;
    let segments = index.searchable_segments()?;
    let segment = segments.iter().find(|segment| segment.id() == id);
    segment.map(SegmentReader::open).transpose()
}
