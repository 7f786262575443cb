//! Counts for the filters: each leaves its own filter out, so that a second value can still be chosen.

use std::collections::BTreeMap;

use crate::Kind;
use crate::found::{Count, Facets};
use crate::sieve::{Facet, Failed};
use crate::table::{Table, Traits, Values as Names};

/// Counts over one table: how many rows of each sort were seen. What that makes for each value is reckoned once, at the end.
#[derive(Debug)]
pub(crate) struct Tally<'t> {
    table: &'t Table,
    /// Whether only what still takes applications is asked for.
    only_open: bool,
    /// By the number of the traits.
    seen: Vec<Seen>,
    /// The traits that were seen at all.
    traits: Vec<u32>,
}

/// How many rows share their traits.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    open: u32,
    closed: u32,
    failed: Failed,
}

/// Whether a row's traits were seen before, with the filters that they fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counted {
    First,
    Again(Failed),
}

impl<'t> Tally<'t> {
    /// Returns a tally without any counts.
    pub(crate) fn new(table: &'t Table, only_open: bool) -> Self {
        Self {
            table,
            only_open,
            seen: vec![Seen::default(); table.traits.len()],
            traits: Vec::new(),
        }
    }

    /// Counts a row.
    pub(crate) fn count(&mut self, traits: u32, is_closed: bool) -> Counted {
        let seen = &mut self.seen[traits as usize];
        let is_first = seen.open + seen.closed == 0;
        if is_closed {
            seen.closed += 1;
        } else {
            seen.open += 1;
        }
        if is_first {
            self.traits.push(traits);
            Counted::First
        } else {
            Counted::Again(seen.failed)
        }
    }

    /// Counts all rows with the same traits, which fail these filters: so many open and so many closed ones.
    pub(crate) fn count_shelf(&mut self, traits: u32, failed: Failed, counts: (usize, usize)) {
        let [open, closed] = <[usize; 2]>::from(counts)
            .map(|count| u32::try_from(count).expect("a segment's rows are counted in 32 bits"));
        if open + closed > 0 {
            self.traits.push(traits);
            self.seen[traits as usize] = Seen {
                open,
                closed,
                failed,
            };
        }
    }

    /// Keeps which filters rows with these traits fail.
    pub(crate) fn judge(&mut self, traits: u32, failed: Failed) {
        self.seen[traits as usize].failed = failed;
    }
}

/// Counts of one table, by the number of the value.
struct Values {
    kinds: [u32; Kind::ALL.len()],
    levels: [u32; 8],
    districts: Vec<u32>,
    shortage: Vec<u32>,
    programmes: Vec<u32>,
    modes: Vec<u32>,
    open: u32,
}

impl Values {
    fn of(tally: &Tally<'_>) -> Self {
        let table = tally.table;
        let none = |names: &Names| vec![0; names.len()];
        let mut values = Self {
            kinds: [0; Kind::ALL.len()],
            levels: [0; 8],
            districts: none(&table.districts),
            shortage: none(&table.shortage),
            programmes: none(&table.programmes),
            modes: none(&table.modes),
            open: 0,
        };
        for &number in &tally.traits {
            values.add(
                table,
                &table.traits[number as usize],
                tally.seen[number as usize],
                tally.only_open,
            );
        }
        values
    }

    /// Adds rows with the same traits to every filter that alone would not let them pass.
    fn add(&mut self, table: &Table, traits: &Traits, seen: Seen, only_open: bool) {
        let failed = seen.failed;
        // under the filter for what is open, what is closed counts nowhere: it fails that filter besides any other
        let count = if only_open {
            seen.open
        } else {
            seen.open + seen.closed
        };
        if failed.but(Facet::Kind) {
            self.kinds[traits.kind as usize] += count;
        }
        if failed.but(Facet::Level) {
            let mut levels = traits.levels;
            while levels != 0 {
                self.levels[levels.trailing_zeros() as usize] += count;
                levels &= levels - 1;
            }
        }
        let lists = [
            (Facet::District, &mut self.districts, traits.districts),
            (Facet::Programme, &mut self.programmes, traits.programmes),
            (Facet::Mode, &mut self.modes, traits.modes),
        ];
        for (facet, sums, values) in lists {
            if failed.but(facet) {
                for &number in table.list(values) {
                    sums[number as usize] += count;
                }
            }
        }
        if let Some(tier) = traits.shortage
            && failed.but(Facet::Shortage)
        {
            self.shortage[tier as usize] += count;
        }
        if traits.kind == Kind::Course && failed.but(Facet::Open) {
            self.open += seen.open;
        }
    }
}

/// Counts over all tables, by value.
#[derive(Debug, Default)]
pub(crate) struct Sums<'t> {
    kind: Sum<'t>,
    district: Sum<'t>,
    level: Sum<'t>,
    shortage: Sum<'t>,
    programme: Sum<'t>,
    mode: Sum<'t>,
    open: usize,
}

impl<'t> Sums<'t> {
    /// Adds the counts of one table.
    pub(crate) fn add(&mut self, tally: &Tally<'t>) {
        const LEVELS: [&str; 8] = ["0", "1", "2", "3", "4", "5", "6", "7"];
        let (table, values) = (tally.table, Values::of(tally));
        let kinds = Kind::ALL.map(|kind| -> &str { kind.code() });
        self.kind.add(kinds.into_iter(), &values.kinds);
        self.level.add(LEVELS.into_iter(), &values.levels);
        self.district
            .add(table.districts.names(), &values.districts);
        self.shortage.add(table.shortage.names(), &values.shortage);
        self.programme
            .add(table.programmes.names(), &values.programmes);
        self.mode.add(table.modes.names(), &values.modes);
        self.open += values.open as usize;
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
struct Sum<'t>(BTreeMap<&'t str, usize>);

impl<'t> Sum<'t> {
    fn add(&mut self, values: impl Iterator<Item = &'t str>, counts: &[u32]) {
        for (value, &count) in values.zip(counts) {
            if count > 0 {
                *self.0.entry(value).or_default() += count as usize;
            }
        }
    }

    fn into_counts(self) -> Vec<Count> {
        let mut counts: Vec<Count> = self
            .0
            .into_iter()
            .map(|(value, count)| Count {
                value: value.to_owned(),
                count,
            })
            .collect();
        counts.sort_by_key(|count| std::cmp::Reverse(count.count));
        counts
    }
}
