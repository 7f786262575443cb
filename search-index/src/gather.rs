//! Gathering for one question: judge the candidates, sift those that answer, count, and cut the page.

use std::ops::Range;

use tantivy::query::Query as Question;

use crate::found::{Found, Hit, Why};
use crate::order::Ranking;
use crate::sieve::Sieve;
use crate::snapshot::{Seen, Snapshot};
use crate::table::{Row, Table};
use crate::tally::Sums;
use crate::understand::Meaning;
use crate::{Query, SearchError};

/// What was gathered for a question.
pub(crate) struct Gathered<'g> {
    /// How many documents answer, whether or not they pass the filters.
    pub(crate) matched: usize,
    /// The best score among them.
    pub(crate) best: f32,
    ranking: Ranking<'g>,
    sums: Sums<'g>,
}

/// Gathers what answers, given who judges the rows of a table; without a question every row is judged.
pub(crate) fn gather<'g, J: FnMut(&Row) -> Option<f32>>(
    snapshot: &'g Snapshot,
    (query, meaning): (&'g Query, &Meaning),
    question: Option<&dyn Question>,
    judge_of: impl Fn(&'g Table) -> J,
) -> Result<Gathered<'g>, SearchError> {
    let mut gathered = Gathered {
        matched: 0,
        best: 0.0,
        ranking: Ranking::new(snapshot, query),
        sums: Sums::default(),
    };
    for (number, table) in snapshot.tables() {
        let mut judge = judge_of(table);
        let mut sieve = Sieve::new(table, query, meaning);
        snapshot.candidates(question, number, |document, row| {
            if let Some(score) = judge(row) {
                gathered.matched += 1;
                gathered.best = gathered.best.max(score);
                let verdict = sieve.weigh(row);
                if verdict.passes {
                    gathered
                        .ranking
                        .add((number, document), row, score, verdict.is_closed);
                }
            }
            Seen::More
        })?;
        gathered.sums.add(&sieve.into_tally());
    }
    Ok(gathered)
}

impl Gathered<'_> {
    /// Returns the answer, with what is told about each hit of the page.
    pub(crate) fn into_found(
        self,
        snapshot: &Snapshot,
        mut explain: impl FnMut(&Table, &Row) -> (Vec<Range<usize>>, Option<Why>),
    ) -> Found {
        let total = self.ranking.total();
        let hits = self.ranking.page().into_iter().map(|ranked| {
            let (table, row) = snapshot.row(ranked.table, ranked.row);
            let (marked, why) = explain(table, row);
            Hit {
                kind: row.kind,
                id: row.id.to_string(),
                code: row.code.as_deref().map(str::to_owned),
                name: table.phrase(row.name).text.to_string(),
                marked,
                why,
                score: ranked.score,
            }
        });
        Found {
            total,
            hits: hits.collect(),
            facets: self.sums.into_facets(),
            ..Found::default()
        }
    }
}
