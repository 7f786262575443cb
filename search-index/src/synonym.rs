//! What people call occupations: the words that come with the program. An office adds its own to the vocabulary.

use crate::vocabulary::Synonym;

const SHIPPED: &str = include_str!("../data/synonyms.tsv");

impl Synonym {
    /// Returns the words that come with the program, from `data/synonyms.tsv`: word, occupation code, name, source.
    pub fn shipped() -> impl Iterator<Item = Self> {
        SHIPPED
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
            .skip(1)
            .filter_map(|line| {
                let mut cells = line.split('\t');
                Some(Self {
                    word: cells.next()?.to_owned(),
                    code: cells.next()?.to_owned(),
                })
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_line_has_four_cells_and_stands_once() {
        let lines = SHIPPED
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty());
        for line in lines {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 4, "{line}");
            assert!(cells.iter().all(|cell| !cell.is_empty()), "{line}");
        }
        let words: Vec<Synonym> = Synonym::shipped().collect();
        let distinct: BTreeSet<_> = words
            .iter()
            .map(|synonym| (&synonym.word, &synonym.code))
            .collect();
        assert_eq!(distinct.len(), words.len());
    }
}
