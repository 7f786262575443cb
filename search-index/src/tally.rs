//! Counts for the filters: each leaves its own filter out, so that a second value can still be chosen.

use std::collections::BTreeMap;

use crate::Kind;
use crate::found::{Count, Facets};
use crate::sieve::{Facet, Failed};
use crate::table::{Row, Table, Values};

/// Counts over one table, by the number of the value.
#[derive(Debug)]
pub(crate) struct Tally<'t> {
    table: &'t Table,
    kinds: [u32; Kind::ALL.len()],
    levels: [u32; 8],
    districts: Vec<u32>,
    shortage: Vec<u32>,
    programmes: Vec<u32>,
    modes: Vec<u32>,
    open: usize,
}

impl<'t> Tally<'t> {
    /// Returns a tally without any counts.
    pub(crate) fn new(table: &'t Table) -> Self {
        Self {
            table,
            kinds: [0; Kind::ALL.len()],
            levels: [0; 8],
            districts: vec![0; table.districts.names().len()],
            shortage: vec![0; table.shortage.names().len()],
            programmes: vec![0; table.programmes.names().len()],
            modes: vec![0; table.modes.names().len()],
            open: 0,
        }
    }

    /// Counts a row under every filter that alone would not let it pass.
    pub(crate) fn count(&mut self, row: &Row, failed: Failed, is_closed: bool) {
        if failed.but(Facet::Kind) {
            self.kinds[row.kind as usize] += 1;
        }
        if failed.but(Facet::Level) {
            for (level, count) in self.levels.iter_mut().enumerate() {
                *count += u32::from(row.levels >> level & 1);
            }
        }
        let lists = [
            (Facet::District, &mut self.districts, row.districts),
            (Facet::Programme, &mut self.programmes, row.programmes),
            (Facet::Mode, &mut self.modes, row.modes),
        ];
        for (facet, counts, values) in lists {
            if failed.but(facet) {
                for &number in self.table.list(values) {
                    counts[number as usize] += 1;
                }
            }
        }
        if let Some(tier) = row.shortage
            && failed.but(Facet::Shortage)
        {
            self.shortage[tier as usize] += 1;
        }
        if row.kind == Kind::Course && !is_closed && failed.but(Facet::Open) {
            self.open += 1;
        }
    }
}

/// Counts over all tables, by value.
#[derive(Debug, Default)]
pub(crate) struct Sums {
    kind: Sum,
    district: Sum,
    level: Sum,
    shortage: Sum,
    programme: Sum,
    mode: Sum,
    open: usize,
}

impl Sums {
    /// Adds the counts of one table.
    pub(crate) fn add(&mut self, tally: &Tally<'_>) {
        for (kind, count) in Kind::ALL.into_iter().zip(tally.kinds) {
            self.kind.add(kind.code(), count);
        }
        for (level, count) in tally.levels.into_iter().enumerate() {
            self.level.add(&level.to_string(), count);
        }
        self.district
            .add_all(&tally.table.districts, &tally.districts);
        self.shortage
            .add_all(&tally.table.shortage, &tally.shortage);
        self.programme
            .add_all(&tally.table.programmes, &tally.programmes);
        self.mode.add_all(&tally.table.modes, &tally.modes);
        self.open += tally.open;
    }
    /// Returns the counts, the largest first.
    pub(crate) fn into_facets(self) -> Facets {
        Facets {
            kind: self.kind.into_counts(),
            district: self.district.into_counts(),
            level: self.level.into_counts(),
            shortage: self.shortage.into_counts(),
            programme: self.programme.into_counts(),
            mode: self.mode.into_counts(),
            open: self.open,
        }
    }
}

#[derive(Debug, Default)]
struct Sum(BTreeMap<Box<str>, usize>);

impl Sum {
    fn add(&mut self, value: &str, count: u32) {
        if count > 0 {
            *self.0.entry(value.into()).or_default() += count as usize;
        }
    }

    fn add_all(&mut self, values: &Values, counts: &[u32]) {
        for (name, count) in values.names().iter().zip(counts) {
            self.add(name, *count);
        }
    }

    fn into_counts(self) -> Vec<Count> {
        let mut counts: Vec<Count> = self
            .0
            .into_iter()
            .map(|(value, count)| Count {
                value: value.into(),
                count,
            })
            .collect();
        counts.sort_by_key(|count| std::cmp::Reverse(count.count));
        counts
    }
}
