//! Which documents pass the filters, and how many would pass if one filter were dropped.

use chrono::Datelike;
use tantivy::DocId;

use crate::shelves::Shelf;
use crate::snapshot::{Living, Seen};
use crate::table::{Row, Series, Table, Traits, Values};
use crate::tally::Tally;
use crate::understand::Meaning;
use crate::{Kind, Query};

/// The filters with counts, by their place in a row's verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Facet {
    Kind,
    District,
    Level,
    Shortage,
    Programme,
    Mode,
    Open,
    Institution,
    Month,
}

/// Which filters a row fails, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Failed(u16);

impl Failed {
    pub(crate) const fn add(&mut self, facet: Facet, failed: bool) {
        self.0 |= (failed as u16) << facet as u8;
    }

    /// Says whether the row fails this filter.
    pub(crate) const fn has(self, facet: Facet) -> bool {
        self.0 >> facet as u8 & 1 == 1
    }

    /// Says whether the row passes every filter.
    pub(crate) const fn none(self) -> bool {
        self.0 == 0
    }

    /// Says whether the row passes every filter but, at most, one.
    pub(crate) const fn at_most_one(self) -> bool {
        self.0 & self.0.wrapping_sub(1) == 0
    }

    /// Says whether the row passes every filter but, at most, this one.
    pub(crate) const fn but(self, facet: Facet) -> bool {
        self.0 & !(1 << facet as u8) == 0
    }
}

/// One list of wanted values, looked up by their number in a table.
#[derive(Debug)]
struct Wanted {
    anything: bool,
    numbers: Vec<bool>,
}

impl Wanted {
    fn new(values: &Values, asked: &[String], read: &[String]) -> Self {
        if asked.is_empty() && read.is_empty() {
            return Self {
                anything: true,
                numbers: Vec::new(),
            };
        }
        let mut numbers = vec![false; values.len()];
        for name in asked.iter().chain(read) {
            if let Some(number) = values.find(name) {
                numbers[number as usize] = true;
            }
        }
        Self {
            anything: false,
            numbers,
        }
    }

    fn fails(&self, values: &[u32]) -> bool {
        !self.anything && !values.iter().any(|number| self.numbers[*number as usize])
    }
}

/// When something has to start; days are counted from the beginning of the era.
#[derive(Clone, Copy, Debug)]
struct Starts {
    from: Option<i32>,
    to: Option<i32>,
}

impl Starts {
    /// Says whether any start will do, or none.
    const fn is_any(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    fn include(self, start: Option<i32>) -> bool {
        self.from
            .is_none_or(|from| start.is_some_and(|start| start >= from))
            && self
                .to
                .is_none_or(|to| start.is_some_and(|start| start <= to))
    }
}

/// The filters of a question, ready for one table.
#[derive(Debug)]
pub(crate) struct Sieve<'t> {
    table: &'t Table,
    kinds: u8,
    districts: Wanted,
    /// Bit *n* for level *n*; `None` where every level will do.
    levels: Option<u8>,
    /// The filters read out of the text that an occupation passes which says nothing of their sort.
    read: Failed,
    shortage: Wanted,
    programmes: Wanted,
    modes: Wanted,
    occupations: Wanted,
    institutions: Wanted,
    months: Wanted,
    open: bool,
    starts: Starts,
    /// The day of the question, counted from the beginning of the era.
    today: i32,
    tally: Tally<'t>,
}

impl<'t> Sieve<'t> {
    /// Returns the sieve for a table; what the text was understood to mean counts only where nothing was chosen.
    pub(crate) fn new(table: &'t Table, query: &Query, meaning: &Meaning) -> Self {
        let level_bits = |levels: &[u8]| {
            levels
                .iter()
                .filter(|level| **level < 8)
                .fold(0, |bits, level| bits | 1 << level)
        };
        let mut read = Failed::default();
        if !meaning.runs.is_empty() {
            read.add(Facet::District, !meaning.districts.is_empty());
            read.add(Facet::Level, meaning.spares_levels);
            read.add(Facet::Mode, !meaning.modes.is_empty());
            read.add(Facet::Month, !meaning.months.is_empty());
        }
        let levels = [&query.levels[..], &meaning.levels].concat();
        Self {
            table,
            kinds: query
                .kinds
                .iter()
                .chain(&meaning.kinds)
                .fold(0, |bits, kind| bits | 1 << *kind as u8),
            districts: Wanted::new(&table.districts, &query.districts, &meaning.districts),
            levels: (!levels.is_empty()).then(|| level_bits(&levels)),
            read,
            shortage: Wanted::new(&table.shortage, &query.shortage, &[]),
            programmes: Wanted::new(&table.programmes, &query.programmes, &[]),
            modes: Wanted::new(&table.modes, &query.modes, &meaning.modes),
            occupations: Wanted::new(&table.codes, &query.occupations, &[]),
            institutions: Wanted::new(&table.institutions, &query.institutions, &[]),
            months: Wanted::new(&table.months, &query.months, &meaning.months),
            open: query.open,
            starts: Starts {
                from: query.from.map(|day| day.num_days_from_ce()),
                to: query.to.map(|day| day.num_days_from_ce()),
            },
            today: query.today.num_days_from_ce(),
            tally: Tally::new(table, query.open),
        }
    }

    /// Weighs a series whose words match, and counts its values; returns how many of its rows pass. Those are shown with
    /// whether nobody can apply for them any more: the open ones and the closed ones each until `show` has seen enough.
    pub(crate) fn weigh(
        &mut self,
        series: &Series,
        living: Living<'_>,
        show: impl FnMut(DocId, &Row, bool) -> Seen,
    ) -> usize {
        if self.occupations.fails(series.code.as_slice()) {
            return 0;
        }
        let mut failed = match self.tally.known(series.traits) {
            Some(failed) => failed,
            None => {
                let failed = self.failed(self.table.traits_of(series));
                self.tally.judge(series.traits, failed);
                failed
            }
        };
        failed.add(
            Facet::Institution,
            self.institutions.fails(series.institution.as_slice()),
        );
        if !failed.at_most_one() {
            return 0;
        }
        let (today, starts) = (self.today, self.starts);
        let spares_months = series.kind == Kind::Occupation && self.read.has(Facet::Month);
        let any_month = self.months.anything || spares_months;
        let is_counted = any_month && starts.is_any() && !self.open && living.is_whole();
        let mut counting = self.tally.series(series, failed);
        if is_counted {
            let closed = self.table.closed_of(series, today);
            let open = living.len() - closed;
            counting.count_all((open, closed), self.table.months_of(series));
            if !failed.none() {
                return 0;
            }
            let mut showing = Showing::of(open, closed, show);
            for (number, row) in living.rows() {
                if showing.is_over() {
                    break;
                }
                showing.show(number, row, row.is_closed(today));
            }
            return living.len();
        }
        let mut showing = Showing::of(usize::MAX, usize::MAX, show);
        let mut passing = 0;
        for (number, row) in living.rows() {
            if !starts.include(row.start) {
                continue;
            }
            let is_closed = row.is_closed(today);
            let fails_month = !any_month && self.months.fails(row.month.as_slice());
            if counting.count(row, fails_month, is_closed) {
                passing += 1;
                showing.show(number, row, is_closed);
            }
        }
        counting.finish();
        passing
    }

    /// Says whether nothing is asked that rows with the same traits may answer differently, besides whether they are open.
    pub(crate) fn is_coarse(&self) -> bool {
        self.starts.is_any()
            && self.institutions.anything
            && self.months.anything
            && self.occupations.anything
    }

    /// Weighs a whole shelf and counts its values; returns how many of its rows pass.
    pub(crate) fn weigh_shelf(&mut self, traits: u32, shelf: Shelf<'_>) -> usize {
        let (failed, open) = (
            self.failed(&self.table.traits[traits as usize]),
            shelf.open(self.today),
        );
        self.tally.count_shelf((traits, shelf), failed, open);
        match (failed == Failed::default(), self.open) {
            (false, _) => 0,
            (true, true) => open,
            (true, false) => shelf.len(),
        }
    }

    /// Returns the day of the question, counted from the beginning of the era.
    pub(crate) const fn today(&self) -> i32 {
        self.today
    }

    /// Returns this table's counts.
    pub(crate) fn into_tally(self) -> Tally<'t> {
        self.tally
    }

    /// Returns the filters that such rows fail, whether or not they still take applications.
    fn failed(&self, traits: &Traits) -> Failed {
        let list = |values| self.table.list(values);
        let mut failed = Failed::default();
        failed.add(
            Facet::Kind,
            self.kinds != 0 && self.kinds & (1 << traits.kind as u8) == 0,
        );
        failed.add(
            Facet::District,
            self.districts.fails(list(traits.districts)) && !self.spares(traits, Facet::District),
        );
        failed.add(
            Facet::Level,
            self.levels
                .is_some_and(|wanted| wanted & traits.levels == 0)
                && !self.spares(traits, Facet::Level),
        );
        failed.add(Facet::Open, self.open && traits.kind != Kind::Course);
        failed.add(
            Facet::Shortage,
            self.shortage.fails(traits.shortage.as_slice()),
        );
        failed.add(
            Facet::Programme,
            self.programmes.fails(list(traits.programmes)),
        );
        failed.add(
            Facet::Mode,
            self.modes.fails(list(traits.modes)) && !self.spares(traits, Facet::Mode),
        );
        failed
    }

    fn spares(&self, traits: &Traits, facet: Facet) -> bool {
        let says_nothing = match facet {
            Facet::District => traits.districts.is_empty(),
            Facet::Level => traits.levels == 0,
            _ => traits.modes.is_empty(),
        };
        traits.kind == Kind::Occupation && says_nothing && self.read.has(facet)
    }
}

/// Shows rows of a series, open ones and closed ones each until enough was seen.
struct Showing<S> {
    show: S,
    /// How many open and closed rows are still to be shown.
    left: [usize; 2],
}

impl<S: FnMut(DocId, &Row, bool) -> Seen> Showing<S> {
    const fn of(open: usize, closed: usize, show: S) -> Self {
        Self {
            show,
            left: [open, closed],
        }
    }

    fn show(&mut self, number: DocId, row: &Row, is_closed: bool) {
        let left = &mut self.left[usize::from(is_closed)];
        if *left > 0 {
            *left = match (self.show)(number, row, is_closed) {
                Seen::More => *left - 1,
                Seen::Enough => 0,
            };
        }
    }

    fn is_over(&self) -> bool {
        self.left == [0, 0]
    }
}
