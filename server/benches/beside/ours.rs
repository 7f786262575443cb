//! The portal's own search.

use chrono::NaiveDate;
use search_index::{Document, Position, Query, SearchIndex, Vocabulary};

use crate::{Asked, PAGE, Told};

pub(crate) struct Ours {
    index: SearchIndex,
    today: NaiveDate,
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
        Self { index, today }
    }

    pub(crate) fn ask(&self, asked: &Asked) -> Told {
        let query = Query {
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
