//! How common neighbouring characters are among the names of what there is: 操作 of 冲压操作工 stands in many, 冲压 in few and
//! says more.

use std::collections::{HashMap, HashSet};

use crate::Kind;
use crate::table::{Series, Table};

/// In how many occupations, institutions and bases two neighbours stand, by their names, but for letters of a keyboard; courses
/// only repeat those.
#[derive(Debug, Default)]
pub(crate) struct Common {
    pairs: HashMap<[char; 2], u32>,
    things: u32,
}

impl Common {
    /// Counts in what lives of a table, given how many rows of a series do: how they lie must not matter.
    pub(crate) fn new(table: &Table, living: impl Fn(&Series) -> usize) -> Self {
        let mut common = Self::default();
        for series in &table.series {
            if series.kind == Kind::Course {
                continue;
            }
            let living = living(series) as u32;
            common.things += living;
            let kin = table.kin_of(series);
            let names = kin
                .aliases
                .iter()
                .chain(&kin.synonyms)
                .chain([&series.name]);
            let pairs: HashSet<[char; 2]> = names
                .flat_map(|name| table.phrase(*name).chars.windows(2))
                // letters stand together in any word, and may be pinyin where they are typed
                .filter(|pair| !pair.iter().all(char::is_ascii_alphabetic))
                .map(|pair| [pair[0], pair[1]])
                .collect();
            for pair in pairs {
                *common.pairs.entry(pair).or_default() += living;
            }
        }
        common.pairs.retain(|_, things| *things > 0);
        common.pairs.shrink_to_fit();
        common
    }

    /// Returns in how many things two neighbours stand.
    pub(crate) fn of(&self, pair: [char; 2]) -> u32 {
        self.pairs.get(&pair).copied().unwrap_or_default()
    }

    /// Returns how many things of a table would be counted.
    pub(crate) fn count(table: &Table, living: impl Fn(&Series) -> usize) -> u32 {
        let things = table.series.iter();
        let things = things.filter(|series| series.kind != Kind::Course);
        things.map(living).sum::<usize>() as u32
    }

    /// Returns how many things were counted.
    pub(crate) const fn things(&self) -> u32 {
        self.things
    }
}
