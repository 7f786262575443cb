//! The order of the hits, the same on every machine and after every restart.

use std::cmp::Ordering;

use tantivy::DocId;

use crate::snapshot::{Seen, Snapshot};
use crate::table::{Row, Series, Table, Traits};
use crate::{Kind, Query, Sort};

/// What the score of a course is worth that nobody can join any more.
const CLOSED: f32 = 0.5;

/// A hit on its way to a page.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ranked {
    pub(crate) table: usize,
    pub(crate) row: DocId,
    pub(crate) score: f32,
    /// All that its place depends on but code and identifier; smaller comes first.
    place: u128,
}

/// The first hits of an order, of however many there are.
pub(crate) struct Ranking<'s> {
    snapshot: &'s Snapshot,
    query: &'s Query,
    /// How near each table's districts are, by their number; empty where the order does not ask.
    nearness: Vec<Vec<f32>>,
    first: usize,
    end: usize,
    hits: Vec<Ranked>,
    /// Nothing behind this place can come onto the page.
    last_place: u128,
    total: usize,
}

impl<'s> Ranking<'s> {
    /// Hits beyond the page that are collected before the worst are thrown away.
    const SLACK: usize = 32;

    /// Returns the ranking from which the asked page is cut.
    pub(crate) fn new(snapshot: &'s Snapshot, query: &'s Query) -> Self {
        let per_page = query.per_page.clamp(1, Query::MOST_PER_PAGE) as usize;
        let first = (query.page.max(1) as usize - 1).saturating_mul(per_page);
        Self {
            snapshot,
            query,
            nearness: match query.sort {
                Sort::Distance => snapshot
                    .tables()
                    .map(|(_, table)| nearness(table, &query.nearest))
                    .collect(),
                _ => Vec::new(),
            },
            first,
            end: first.saturating_add(per_page),
            hits: Vec::new(),
            last_place: u128::MAX,
            total: 0,
        }
    }

    /// Returns how many hits there are, on all pages.
    pub(crate) const fn total(&self) -> usize {
        self.total
    }

    /// Returns how many hits of the order can come onto the page or stand before it.
    pub(crate) const fn end(&self) -> usize {
        self.end
    }

    /// Counts hits, whether or not they come onto the page.
    pub(crate) const fn count(&mut self, hits: usize) {
        self.total += hits;
    }

    /// Puts a hit into its place, given the table and number of its row. It has seen enough where nothing of the same series
    /// that is as open and begins no sooner can come onto the page.
    pub(crate) fn put(
        &mut self,
        (table, number): (usize, DocId),
        (series, row): (&Series, &Row),
        score: f32,
        is_closed: bool,
    ) -> Seen {
        let offer = if score > 0.0 {
            0
        } else {
            self.offer(table, series)
        };
        let key = self.key((table, number), (series, row));
        let place = place((series.kind, row.start), score, is_closed, key, offer);
        if place > self.last_place {
            return match self.query.sort {
                Sort::Market | Sort::Cost => Seen::More,
                Sort::Relevance | Sort::Start | Sort::Distance => Seen::Enough,
            };
        }
        self.hits.push(Ranked {
            table,
            row: number,
            score,
            place,
        });
        if self.hits.len() >= self.end.saturating_add(Self::SLACK) {
            self.keep_the_first();
            self.last_place = self
                .hits
                .iter()
                .map(|hit| hit.place)
                .max()
                .unwrap_or(u128::MAX);
        }
        Seen::More
    }

    /// Returns what a row is sorted by, smaller first; nothing in the order of relevance.
    fn key(&self, (table, number): (usize, DocId), (series, row): (&Series, &Row)) -> Option<f32> {
        Some(match self.query.sort {
            Sort::Relevance => return None,
            Sort::Start => row.start.map_or(f32::INFINITY, |start| start as f32),
            Sort::Market => self.snapshot.table(table).by_market(number),
            Sort::Cost => self.snapshot.table(table).by_cost(number),
            Sort::Distance => {
                let nearness = &self.nearness[table];
                let table_of_row = self.snapshot.table(table);
                table_of_row
                    .list(table_of_row.traits_of(series).districts)
                    .iter()
                    .map(|number| nearness[*number as usize])
                    .fold(f32::INFINITY, f32::min)
            }
        })
    }

    /// Returns where an occupation stands among others: first what is subsidised, of that what lacks people, then what lacks
    /// people or has levels to train for.
    fn offer(&self, table: usize, series: &Series) -> u32 {
        if series.kind != Kind::Occupation {
            return 0;
        }
        match self.snapshot.table(table).traits_of(series) {
            Traits {
                is_subsidised: true,
                shortage: Some(_),
                ..
            } => 0,
            Traits {
                is_subsidised: true,
                ..
            } => 1,
            Traits {
                shortage: Some(_), ..
            }
            | Traits { levels: 1.., .. } => 2,
            _ => 3,
        }
    }

    /// Returns the asked page, in order.
    pub(crate) fn page(mut self) -> Vec<Ranked> {
        self.keep_the_first();
        let Self {
            snapshot,
            mut hits,
            first,
            ..
        } = self;
        hits.sort_unstable_by(|one, other| compare(one, other, snapshot));
        hits.drain(..first.min(hits.len()));
        hits
    }

    fn keep_the_first(&mut self) {
        if self.end < self.hits.len() {
            let snapshot = self.snapshot;
            self.hits
                .select_nth_unstable_by(self.end, |one, other| compare(one, other, snapshot));
            self.hits.truncate(self.end);
        }
    }
}

fn compare(one: &Ranked, other: &Ranked, snapshot: &Snapshot) -> Ordering {
    one.place.cmp(&other.place).then_with(|| {
        let identity = |ranked: &Ranked| snapshot.table(ranked.table).identity(ranked.row);
        identity(one).cmp(&identity(other))
    })
}

/// Returns what a hit's place depends on, the most important first: whether nobody can join any more, what is sorted by,
/// the score, the kind, the start, and in a list without words what an occupation offers.
///
/// Among answers to words in the order of relevance, what nobody can join any more loses only a part of its score: it comes
/// behind what answers as well, not behind what hardly answers.
fn place(
    (kind, start): (Kind, Option<i32>),
    score: f32,
    is_closed: bool,
    key: Option<f32>,
    offer: u32,
) -> u128 {
    let start = start.map_or(u32::MAX, |start| ascending(start as f32));
    let (sinks, score) = match (is_closed, key) {
        (true, None) if score > 0.0 => (false, score * CLOSED),
        (sinks, _) => (sinks, score),
    };
    let parts = [
        (1, u32::from(sinks)),
        (32, ascending(key.unwrap_or_default())),
        (32, !ascending(score)),
        (2, kind as u32),
        (32, start),
        (2, offer),
    ];
    parts
        .into_iter()
        .fold(0, |place, (bits, part)| place << bits | u128::from(part))
}

/// Returns a number that is larger for the larger argument.
const fn ascending(value: f32) -> u32 {
    const SIGN: u32 = 1 << 31;
    let bits = value.to_bits();
    if bits & SIGN == 0 { bits | SIGN } else { !bits }
}

/// Returns how near each district of a table is, by its number.
fn nearness(table: &Table, nearest: &[String]) -> Vec<f32> {
    let mut nearness = vec![f32::INFINITY; table.districts.len()];
    for (place, district) in nearest.iter().enumerate() {
        if let Some(number) = table.districts.find(district) {
            nearness[number as usize] = place as f32;
        }
    }
    nearness
}
