//! The portal's own search. It keeps answers that many ask for; each question here is one that it was never asked.

use std::cell::Cell;

use chrono::NaiveDate;
use search_index::{Document, Position, Query, SearchIndex, Vocabulary};

use crate::{Asked, PAGE, Told};

pub(crate) struct Ours {
    index: SearchIndex,
    today: NaiveDate,
    /// How many questions were asked.
    asked: Cell<u64>,
}

impl Ours {
    pub(crate) fn of(vocabulary: Vocabulary, documents: &[Document], today: NaiveDate) -> Self {
        // the documents hold the synonyms already
        let vocabulary = Vocabulary {
            synonyms: Vec::new(),
            ..vocabulary
        };
        let index = SearchIndex::in_memory(vocabulary).expect("memory is there");
        let position = Position {
            feed: 0,
            day: today,
        };
        index
            .rebuild(documents.iter().cloned(), position)
            .expect("memory is there");
        Self {
            index,
            today,
            asked: Cell::new(0),
        }
    }

    pub(crate) fn ask(&self, asked: &Asked) -> Told {
        self.asked.set(self.asked.get() + 1);
        let query = Query {
            // what is near matters to no list in this order, but makes it another question
            nearest: vec![self.asked.get().to_string()],
            text: asked.text.clone(),
            kinds: asked.kind.into_iter().collect(),
            districts: asked.district.iter().cloned().collect(),
            levels: asked.level.into_iter().collect(),
            per_page: PAGE as u32,
            ..Query::on(self.today)
        };
        let found = self.index.search(&query).expect("the index is readable");
        Told {
            total: found.total as i64,
            counted: found.facets.kind.len()
                + found.facets.district.len()
                + found.facets.level.len(),
            ids: found.hits.into_iter().map(|hit| hit.id).collect(),
        }
    }
}
