//! The order of the hits, the same on every machine and after every restart.

use std::cmp::Ordering;

use chrono::Datelike;
use tantivy::DocId;

use crate::snapshot::Snapshot;
use crate::table::Row;
use crate::{Query, Sort};

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
    first: usize,
    end: usize,
    hits: Vec<Ranked>,
    /// Nothing behind this place can come onto the page.
    last_place: u128,
    total: usize,
}

impl<'s> Ranking<'s> {
    /// Hits beyond the page that are collected before the worst are thrown away.
    const SLACK: usize = 1_000;

    /// Returns the ranking from which the asked page is cut.
    pub(crate) fn new(snapshot: &'s Snapshot, query: &'s Query) -> Self {
        let per_page = query.per_page.clamp(1, Query::MOST_PER_PAGE) as usize;
        let first = (query.page.max(1) as usize - 1).saturating_mul(per_page);
        Self {
            snapshot,
            query,
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

    /// Adds a hit, given the table and number of its row.
    pub(crate) fn add(
        &mut self,
        (table, number): (usize, DocId),
        row: &Row,
        score: f32,
        is_closed: bool,
    ) {
        self.total += 1;
        let place = place(row, score, is_closed, self.query);
        if place > self.last_place {
            return;
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
        let (one, other) = (
            snapshot.row(one.table, one.row).1,
            snapshot.row(other.table, other.row).1,
        );
        (&one.code, &one.id).cmp(&(&other.code, &other.id))
    })
}

/// Returns what a hit's place depends on, the most important first: whether nobody can join any more, what is sorted by,
/// the score, the kind, the start.
fn place(row: &Row, score: f32, is_closed: bool, query: &Query) -> u128 {
    let start = row
        .start
        .map_or(u32::MAX, |start| ascending(start.num_days_from_ce() as f32));
    let parts = [
        (1, u32::from(is_closed)),
        (32, ascending(key(row, query))),
        (32, !ascending(score)),
        (2, row.kind as u32),
        (32, start),
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

#[expect(
    clippy::cast_possible_truncation,
    reason = "an order of distances and ratios needs no more digits"
)]
fn key(row: &Row, query: &Query) -> f32 {
    match query.sort {
        Sort::Relevance => 0.0,
        Sort::Start => row
            .start
            .map_or(f32::INFINITY, |start| start.num_days_from_ce() as f32),
        Sort::Market => row
            .market_ratio
            .map_or(f32::INFINITY, |ratio| -ratio as f32),
        Sort::Distance => query
            .near
            .zip(row.location)
            .map_or(f32::INFINITY, |(from, to)| kilometres(from, to) as f32),
    }
}

const EARTH_RADIUS_KM: f64 = 6371.0;

/// Returns the distance over the ground between two points in degrees of latitude and longitude.
fn kilometres(from: (f64, f64), to: (f64, f64)) -> f64 {
    let (from_latitude, to_latitude) = (from.0.to_radians(), to.0.to_radians());
    let half = |angle: f64| (angle / 2.0).sin().powi(2);
    let chord = half(to_latitude - from_latitude)
        + from_latitude.cos() * to_latitude.cos() * half((to.1 - from.1).to_radians());
    2.0 * EARTH_RADIUS_KM * chord.clamp(0.0, 1.0).sqrt().asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_is_that_of_the_map() {
        let zhongshan = (38.9186, 121.6449);
        let lushunkou = (38.8512, 121.2620);
        assert!((kilometres(zhongshan, lushunkou) - 34.0).abs() < 1.0);
        assert!(kilometres(zhongshan, zhongshan) < 1e-9);
    }
}
