//! Counts for the filters: each leaves its own filter out, so that a second value can still be chosen.

use crate::Kind;
use crate::found::{Count, Facets};
use crate::shelves::Shelf;
use crate::sieve::{Facet, Failed};
use crate::table::{Row, Series, Table, Traits, Values as Names};

/// Counts over one table: how many rows of each sort were seen. What that makes for each value is reckoned once, at the end;
/// only institutions and months, of which rows of one sort have many, are counted as they are seen.
#[derive(Debug)]
pub(crate) struct Tally<'t> {
    table: &'t Table,
    /// Whether only what still takes applications is asked for.
    only_open: bool,
    /// By the number of the traits.
    seen: Vec<Seen>,
    /// The traits that were seen at all.
    traits: Vec<u32>,
    institutions: Vec<u32>,
    months: Vec<u32>,
}

/// How many rows share their traits.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    open: u32,
    closed: u32,
    /// The filters that such rows fail, once that was judged.
    failed: Option<Failed>,
}

impl<'t> Tally<'t> {
    /// Returns a tally without any counts.
    pub(crate) fn new(table: &'t Table, only_open: bool) -> Self {
        Self {
            table,
            only_open,
            seen: vec![Seen::default(); table.traits.len()],
            traits: Vec::new(),
            institutions: vec![0; table.institutions.len()],
            months: vec![0; table.months.len()],
        }
    }

    /// Returns the filters that rows with these traits fail; `None` where none was seen yet.
    pub(crate) fn known(&self, traits: u32) -> Option<Failed> {
        self.seen[traits as usize].failed
    }

    /// Keeps which filters rows with these traits fail.
    pub(crate) fn judge(&mut self, traits: u32, failed: Failed) {
        self.traits.push(traits);
        self.seen[traits as usize].failed = Some(failed);
    }

    /// Returns what counts the rows of a series, given the filters that all of them fail.
    pub(crate) fn series(&mut self, series: &Series, failed: Failed) -> Counting<'_> {
        let institution = series.institution.map(|number| number as usize);
        Counting {
            only_open: self.only_open,
            passes: failed.none(),
            open: 0,
            closed: 0,
            month: (None, 0),
            seen: (!failed.has(Facet::Institution))
                .then_some(&mut self.seen[series.traits as usize]),
            institution: institution
                .filter(|_| failed.but(Facet::Institution))
                .map(|number| &mut self.institutions[number]),
            months: failed.but(Facet::Month).then_some(&mut self.months[..]),
        }
    }

    /// Counts a shelf, whose rows fail these filters and of which so many are open.
    pub(crate) fn count_shelf(
        &mut self,
        (traits, shelf): (u32, Shelf<'_>),
        failed: Failed,
        open: usize,
    ) {
        if shelf.len() == 0 {
            return;
        }
        let [open_rows, closed] = [open, shelf.len() - open]
            .map(|count| u32::try_from(count).expect("a segment's rows are counted in 32 bits"));
        self.traits.push(traits);
        self.seen[traits as usize] = Seen {
            open: open_rows,
            closed,
            failed: Some(failed),
        };
        if failed != Failed::default() {
            return;
        }
        if !self.only_open {
            let counts = shelf.counts();
            for &(institution, count) in &counts.institutions {
                self.institutions[institution as usize] += count;
            }
            for &(month, count) in &counts.months {
                self.months[month as usize] += count;
            }
            return;
        }
        for spot in shelf.last_closing(open) {
            if let Some(count) = self.institutions.get_mut(spot.institution as usize) {
                *count += 1;
            }
            if let Some(count) = self.months.get_mut(spot.month as usize) {
                *count += 1;
            }
        }
    }
}

/// Counts the rows of one series; [`finish`](Self::finish) tells the tally.
#[derive(Debug)]
pub(crate) struct Counting<'c> {
    only_open: bool,
    passes: bool,
    open: u32,
    closed: u32,
    /// The month of the last row, and how many rows in turn start in it.
    month: (Option<u32>, u32),
    // where the rows count, if they do
    seen: Option<&'c mut Seen>,
    institution: Option<&'c mut u32>,
    months: Option<&'c mut [u32]>,
}

impl Counting<'_> {
    /// Counts a row; says whether it passes every filter.
    pub(crate) fn count(&mut self, row: &Row, fails_month: bool, is_closed: bool) -> bool {
        let is_shut = self.only_open && is_closed;
        if !is_shut {
            if self.month.0 != row.month {
                self.turn_to(row.month);
            }
            self.month.1 += 1;
        }
        if fails_month {
            return false;
        }
        if is_closed {
            self.closed += 1;
        } else {
            self.open += 1;
        }
        self.passes && !is_shut
    }

    /// Counts all rows of the series at once, of which so many are open and closed and start in these months.
    pub(crate) fn count_all(mut self, (open, closed): (usize, usize), months: &[(u32, u32)]) {
        (self.open, self.closed) = (open as u32, closed as u32);
        if let Some(counts) = &mut self.months {
            for &(month, count) in months {
                counts[month as usize] += count;
            }
        }
        self.finish();
    }

    /// Adds what was counted to the tally.
    pub(crate) fn finish(mut self) {
        self.turn_to(None);
        if let Some(seen) = self.seen {
            seen.open += self.open;
            seen.closed += self.closed;
        }
        if let Some(institution) = self.institution {
            *institution += self.open + if self.only_open { 0 } else { self.closed };
        }
    }

    fn turn_to(&mut self, month: Option<u32>) {
        let (last, count) = std::mem::replace(&mut self.month, (month, 0));
        if let (Some(months), Some(last)) = (&mut self.months, last) {
            months[last as usize] += count;
        }
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
        let Some(failed) = seen.failed else {
            return;
        };
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
    month: Sum<'t>,
    institution: Sum<'t>,
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
        self.month.add(table.months.names(), &tally.months);
        self.institution
            .add(table.institutions.names(), &tally.institutions);
        self.open += values.open as usize;
    }

    /// Returns the counts, the largest first; of institutions the first few, and the wanted ones.
    pub(crate) fn into_facets(self, wanted: &[String]) -> Facets {
        Facets {
            kind: self.kind.into_counts(),
            district: self.district.into_counts(),
            level: self.level.into_counts(),
            shortage: self.shortage.into_counts(),
            programme: self.programme.into_counts(),
            mode: self.mode.into_counts(),
            month: self.month.into_counts(),
            institution: self
                .institution
                .into_first(Facets::MOST_INSTITUTIONS, wanted),
            open: self.open,
        }
    }
}

/// The values of one filter with their counts.
#[derive(Debug, Default)]
struct Sum<'t> {
    counts: Vec<(&'t str, usize)>,
    /// How many tables were added; each has a value once.
    tables: usize,
}

impl<'t> Sum<'t> {
    fn add(&mut self, values: impl Iterator<Item = &'t str>, counts: &[u32]) {
        let counted = values.zip(counts).filter(|(_, count)| **count > 0);
        self.counts
            .extend(counted.map(|(value, &count)| (value, count as usize)));
        self.tables += 1;
    }

    fn into_counts(self) -> Vec<Count> {
        self.into_first(usize::MAX, &[])
    }

    /// Returns the first few counts, and the wanted ones.
    fn into_first(self, most: usize, wanted: &[String]) -> Vec<Count> {
        let mut counts = self.counts;
        if self.tables > 1 {
            counts.sort_unstable_by_key(|(value, _)| *value);
            counts.dedup_by(|next, kept| {
                let is_same = next.0 == kept.0;
                kept.1 += if is_same { next.1 } else { 0 };
                is_same
            });
        }
        let order = |one: &(&str, usize), other: &(&str, usize)| {
            other.1.cmp(&one.1).then_with(|| one.0.cmp(other.0))
        };
        if most < counts.len() {
            counts.select_nth_unstable_by(most, order);
            let behind = counts.split_off(most);
            let is_wanted = |value: &str| wanted.iter().any(|one| one == value);
            counts.extend(behind.into_iter().filter(|(value, _)| is_wanted(value)));
        }
        counts.sort_unstable_by(order);
        counts
            .into_iter()
            .map(|(value, count)| Count {
                value: value.to_owned(),
                count,
            })
            .collect()
    }
}
