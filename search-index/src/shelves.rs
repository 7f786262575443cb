//! A table's rows on shelves, one for each sort that the filters tell apart: a list without words looks at shelves instead of
//! rows, and takes from each what comes first.

use std::ops::Range;

use tantivy::DocId;

use crate::table::{Row, Table};

/// The rows of a table that were not deleted, by their [`Traits`](crate::table::Traits).
#[derive(Debug)]
pub(crate) struct Shelves {
    /// By traits, then in the order in which open rows of one sort are listed.
    rows: Vec<DocId>,
    /// The last days on which somebody can apply, by traits, then ascending.
    last_open: Vec<i32>,
    /// Where and in which month each row is, in the order of `last_open`.
    spots: Vec<Spot>,
    /// Where each shelf ends, by the number of its traits.
    ends: Vec<usize>,
    /// How many rows of each shelf are in which institution, and start in which month; by the number of its traits.
    counts: Vec<SpotCounts>,
}

/// The rows of one sort.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shelf<'s> {
    /// In the order in which open rows are listed.
    rows: &'s [DocId],
    last_open: &'s [i32],
    spots: &'s [Spot],
    counts: &'s SpotCounts,
}

/// Numbers of institutions and of months, each with how many rows of a shelf bear it.
#[derive(Debug)]
pub(crate) struct SpotCounts {
    pub(crate) institutions: Box<[(u32, u32)]>,
    pub(crate) months: Box<[(u32, u32)]>,
}

impl SpotCounts {
    fn of(spots: &[Spot]) -> Self {
        Self {
            institutions: counted(spots.iter().map(|spot| spot.institution)),
            months: counted(spots.iter().map(|spot| spot.month)),
        }
    }
}

fn counted(numbers: impl Iterator<Item = u32>) -> Box<[(u32, u32)]> {
    let mut numbers: Vec<u32> = numbers.filter(|number| *number != Spot::NONE).collect();
    numbers.sort_unstable();
    numbers
        .chunk_by(|one, other| one == other)
        .map(|same| (same[0], same.len() as u32))
        .collect()
}

/// The numbers of a row's institution and of the month in which it starts; one that no table has where there is none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot {
    pub(crate) institution: u32,
    pub(crate) month: u32,
}

impl Spot {
    const NONE: u32 = u32::MAX;

    fn of(table: &Table, row: &Row) -> Self {
        Self {
            institution: table.series_of(row).institution.unwrap_or(Self::NONE),
            month: row.month.unwrap_or(Self::NONE),
        }
    }
}

impl Shelves {
    /// Puts the rows of a table that are alive onto shelves.
    pub(crate) fn new(table: &Table, is_alive: impl Fn(DocId) -> bool) -> Self {
        let rows: Vec<DocId> = alive(table.listed(), &is_alive);
        let mut ends = vec![0; table.traits.len()];
        for (place, &row) in rows.iter().enumerate() {
            ends[table.series_of(&table.rows[row as usize]).traits as usize] = place + 1;
        }
        // a shelf from which everything was deleted ends where the one before it does
        for number in 1..ends.len() {
            ends[number] = ends[number].max(ends[number - 1]);
        }
        let (last_open, spots): (_, Vec<Spot>) = alive(table.closing(), &is_alive)
            .into_iter()
            .map(|row| &table.rows[row as usize])
            .map(|row| (row.last_open(), Spot::of(table, row)))
            .unzip();
        let counts = (0..ends.len())
            .map(|traits| SpotCounts::of(&spots[range(&ends, traits)]))
            .collect();
        Self {
            rows,
            last_open,
            spots,
            ends,
            counts,
        }
    }

    /// Returns the shelf for the traits with this number.
    pub(crate) fn shelf(&self, traits: usize) -> Shelf<'_> {
        let range = range(&self.ends, traits);
        Shelf {
            rows: &self.rows[range.clone()],
            last_open: &self.last_open[range.clone()],
            spots: &self.spots[range],
            counts: &self.counts[traits],
        }
    }
}

impl<'s> Shelf<'s> {
    /// Returns where all of the rows are, counted.
    pub(crate) const fn counts(self) -> &'s SpotCounts {
        self.counts
    }

    /// Returns where so many of the rows are that take applications the longest.
    pub(crate) fn last_closing(self, count: usize) -> &'s [Spot] {
        &self.spots[self.spots.len() - count..]
    }

    /// Returns how many rows there are.
    pub(crate) const fn len(self) -> usize {
        self.rows.len()
    }

    /// Returns how many of them take applications on the day, counted from the beginning of the era.
    pub(crate) fn open(self, today: i32) -> usize {
        self.len() - self.last_open.partition_point(|last| *last < today)
    }

    /// Shows up to `most` of the open rows in their order, and of the closed ones what is missing to `most`.
    pub(crate) fn first<'t>(
        self,
        table: &'t Table,
        (today, most): (i32, usize),
        mut show: impl FnMut(DocId, &'t Row, bool),
    ) {
        let row = |number: &DocId| &table.rows[*number as usize];
        let mut show_some = |rows: &[DocId], is_closed: bool, most: usize| {
            rows.iter()
                .map(|number| (*number, row(number)))
                .filter(|(_, row)| row.is_closed(today) == is_closed)
                .take(most)
                .for_each(|(number, row)| show(number, row, is_closed));
        };
        let open = self.open(today).min(most);
        let begun = self
            .rows
            .partition_point(|number| table.has_begun(row(number), today));
        show_some(&self.rows[begun..], false, open);
        show_some(self.rows, true, most - open);
    }
}

/// Returns where the rows with these traits are, given where each shelf ends.
fn range(ends: &[usize], traits: usize) -> Range<usize> {
    let start = traits.checked_sub(1).map_or(0, |before| ends[before]);
    start..ends[traits]
}

fn alive(rows: &[DocId], is_alive: impl Fn(DocId) -> bool) -> Vec<DocId> {
    rows.iter().copied().filter(|row| is_alive(*row)).collect()
}
