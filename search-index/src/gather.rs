//! Gathering for one question: judge the candidates, sift those that answer, count, and cut the page.

use tantivy::query::Query as Question;

use crate::explain::Explanation;
use crate::found::Found;
use crate::order::Ranking;
use crate::sieve::Sieve;
use crate::snapshot::{Seen, Snapshot};
use crate::table::{Series, Table};
use crate::tally::Sums;
use crate::understand::Meaning;
use crate::{Query, SearchError, Sort};

/// What was gathered for a question.
pub(crate) struct Gathered<'g> {
    /// How many documents answer, whether or not they pass the filters.
    pub(crate) matched: usize,
    /// The best score among them.
    pub(crate) best: f32,
    snapshot: &'g Snapshot,
    ranking: Ranking<'g>,
    sums: Sums<'g>,
    /// Institutions that are asked for.
    wanted: &'g [String],
}

/// Gathers what answers, given who judges the series of a table.
pub(crate) fn gather<'g, J: FnMut(&Series) -> Option<f32>>(
    snapshot: &'g Snapshot,
    (query, meaning): (&'g Query, &Meaning),
    question: &dyn Question,
    judge_of: impl Fn(&'g Table) -> J,
) -> Result<Gathered<'g>, SearchError> {
    let mut gathered = Gathered::new(snapshot, query);
    for (number, table) in snapshot.tables() {
        let mut sieve = Sieve::new(table, query, meaning);
        gathered.add_series(Some(question), number, &mut sieve, judge_of(table))?;
        gathered.sums.add(&sieve.into_tally());
    }
    Ok(gathered)
}

/// Gathers everything that passes the filters, shelf by shelf where the question allows it.
pub(crate) fn gather_all<'g>(
    snapshot: &'g Snapshot,
    (query, meaning): (&'g Query, &Meaning),
) -> Result<Gathered<'g>, SearchError> {
    let is_by_start = matches!(query.sort, Sort::Relevance | Sort::Start);
    let mut gathered = Gathered::new(snapshot, query);
    for (number, table) in snapshot.tables() {
        let mut sieve = Sieve::new(table, query, meaning);
        if is_by_start && sieve.is_coarse() {
            gathered.add_shelves((number, table), &mut sieve);
        } else {
            gathered.add_series(None, number, &mut sieve, |_| Some(0.0))?;
        }
        gathered.sums.add(&sieve.into_tally());
    }
    Ok(gathered)
}

impl<'g> Gathered<'g> {
    fn new(snapshot: &'g Snapshot, query: &'g Query) -> Self {
        Self {
            matched: 0,
            best: 0.0,
            snapshot,
            ranking: Ranking::new(snapshot, query),
            sums: Sums::default(),
            wanted: &query.institutions,
        }
    }

    fn add_series(
        &mut self,
        question: Option<&dyn Question>,
        table: usize,
        sieve: &mut Sieve<'g>,
        mut judge: impl FnMut(&Series) -> Option<f32>,
    ) -> Result<(), SearchError> {
        self.snapshot.candidates(question, table, |series, living| {
            if let Some(score) = judge(series) {
                self.matched += living.len();
                self.best = self.best.max(score);
                let passing = sieve.weigh(series, living, |number, row, is_closed| {
                    self.ranking
                        .put((table, number), (series, row), score, is_closed)
                });
                self.ranking.count(passing);
            }
            Seen::More
        })
    }

    fn add_shelves(&mut self, (number, table): (usize, &Table), sieve: &mut Sieve<'g>) {
        let shelves = self.snapshot.shelves(number);
        for traits in 0..table.traits.len() {
            let shelf = shelves.shelf(traits);
            let passing = sieve.weigh_shelf(traits as u32, shelf);
            self.matched += shelf.len();
            self.ranking.count(passing);
            let most = passing.min(self.ranking.end());
            shelf.first(table, (sieve.today(), most), |document, row, is_closed| {
                let series = table.series_of(row);
                self.ranking
                    .put((number, document), (series, row), 0.0, is_closed);
            });
        }
    }

    /// Returns the answer, with what is told about each hit of the page.
    pub(crate) fn into_found(
        self,
        mut explain: impl FnMut(&'g Table, &'g Series) -> Explanation,
    ) -> Found {
        let total = self.ranking.total();
        let hits = self.ranking.page().into_iter().map(|ranked| {
            let table = self.snapshot.table(ranked.table);
            let series = table.series_of(&table.rows[ranked.row as usize]);
            table.hit(ranked.row, ranked.score, explain(table, series))
        });
        Found {
            total,
            hits: hits.collect(),
            facets: self.sums.into_facets(self.wanted),
            ..Found::default()
        }
    }
}
