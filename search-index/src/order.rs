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
    is_closed: bool,
    /// Smaller comes first.
    key: f64,
}

impl Ranked {
    /// Returns a hit with what its place depends on.
    pub(crate) fn new(
        place: (usize, DocId),
        row: &Row,
        score: f32,
        is_closed: bool,
        query: &Query,
    ) -> Self {
        let (table, number) = place;
        Self {
            table,
            row: number,
            score,
            is_closed,
            key: key(row, query),
        }
    }
}

/// Returns the asked page, in order.
pub(crate) fn page(mut hits: Vec<Ranked>, snapshot: &Snapshot, query: &Query) -> Vec<Ranked> {
    let per_page = query.per_page.clamp(1, Query::MOST_PER_PAGE) as usize;
    let first = (query.page.max(1) as usize - 1).saturating_mul(per_page);
    if first >= hits.len() {
        return Vec::new();
    }
    let end = (first + per_page).min(hits.len());
    let order = |one: &Ranked, other: &Ranked| compare(one, other, snapshot);
    if end < hits.len() {
        hits.select_nth_unstable_by(end, order);
        hits.truncate(end);
    }
    if first > 0 {
        hits.select_nth_unstable_by(first, order);
        hits.drain(..first);
    }
    hits.sort_unstable_by(order);
    hits
}

/// What nobody can join any more comes last, whatever the order.
fn compare(one: &Ranked, other: &Ranked, snapshot: &Snapshot) -> Ordering {
    one.is_closed
        .cmp(&other.is_closed)
        .then(one.key.total_cmp(&other.key))
        .then(other.score.total_cmp(&one.score))
        .then_with(|| {
            let (one, other) = (
                snapshot.row(one.table, one.row).1,
                snapshot.row(other.table, other.row).1,
            );
            (one.kind, one.start.is_none(), one.start, &one.code, &one.id).cmp(&(
                other.kind,
                other.start.is_none(),
                other.start,
                &other.code,
                &other.id,
            ))
        })
}

fn key(row: &Row, query: &Query) -> f64 {
    match query.sort {
        Sort::Relevance => 0.0,
        Sort::Start => row
            .start
            .map_or(f64::INFINITY, |start| f64::from(start.num_days_from_ce())),
        Sort::Market => row.market_ratio.map_or(f64::INFINITY, |ratio| -ratio),
        Sort::Distance => query
            .near
            .zip(row.location)
            .map_or(f64::INFINITY, |(from, to)| kilometres(from, to)),
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
