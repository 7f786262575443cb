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
    /// Where each shelf ends, by the number of its traits.
    ends: Vec<usize>,
}

/// The rows of one sort.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shelf<'s> {
    /// In the order in which open rows are listed.
    rows: &'s [DocId],
    last_open: &'s [i32],
}

impl Shelves {
    /// Puts the rows of a table that are alive onto shelves.
    pub(crate) fn new(table: &Table, is_alive: impl Fn(DocId) -> bool) -> Self {
        let rows: Vec<DocId> = alive(table.listed(), &is_alive);
        let mut ends = vec![0; table.traits.len()];
        for (place, &row) in rows.iter().enumerate() {
            ends[table.rows[row as usize].traits as usize] = place + 1;
        }
        // a shelf from which everything was deleted ends where the one before it does
        for number in 1..ends.len() {
            ends[number] = ends[number].max(ends[number - 1]);
        }
        Self {
            rows,
            last_open: alive(table.closing(), &is_alive)
                .into_iter()
                .map(|row| table.rows[row as usize].last_open())
                .collect(),
            ends,
        }
    }

    /// Returns the shelf for the traits with this number.
    pub(crate) fn shelf(&self, traits: usize) -> Shelf<'_> {
        let range: Range<usize> = match traits {
            0 => 0..self.ends[0],
            _ => self.ends[traits - 1]..self.ends[traits],
        };
        Shelf {
            rows: &self.rows[range.clone()],
            last_open: &self.last_open[range],
        }
    }
}

impl Shelf<'_> {
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
            .partition_point(|number| row(number).has_begun(today));
        show_some(&self.rows[begun..], false, open);
        show_some(self.rows, true, most - open);
    }
}

fn alive(rows: &[DocId], is_alive: impl Fn(DocId) -> bool) -> Vec<DocId> {
    rows.iter().copied().filter(|row| is_alive(*row)).collect()
}
