//! Institutions of all tables together: a city has hundreds, and each answer counts them.

use std::collections::BTreeSet;

use crate::table::Table;

/// The institutions' identifiers, which each table numbers in its own way, numbered once in their order.
#[derive(Debug, Default)]
pub(crate) struct Institutions {
    ids: Vec<Box<str>>,
    /// The numbers here, by the place of the table and the number there.
    numbers: Vec<Vec<u32>>,
}

impl Institutions {
    /// Numbers the institutions of these tables.
    pub(crate) fn of<'t>(tables: impl Iterator<Item = &'t Table> + Clone) -> Self {
        let ids: BTreeSet<&str> = tables
            .clone()
            .flat_map(|table| table.institutions.names())
            .collect();
        let ids: Vec<Box<str>> = ids.into_iter().map(Box::from).collect();
        let number = |id: &str| {
            let place = ids.binary_search_by(|known| known.as_ref().cmp(id));
            u32::try_from(place.expect("it is one of them")).expect("institutions are few")
        };
        Self {
            numbers: tables
                .map(|table| table.institutions.names().map(number).collect())
                .collect(),
            ids,
        }
    }

    /// Returns how many there are.
    pub(crate) const fn len(&self) -> usize {
        self.ids.len()
    }

    /// Returns the identifier with a number.
    pub(crate) fn id(&self, number: usize) -> &str {
        &self.ids[number]
    }

    /// Returns the numbers of those of the table at a place, in the order of that table.
    pub(crate) fn of_table(&self, place: usize) -> &[u32] {
        &self.numbers[place]
    }
}
