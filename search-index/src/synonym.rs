//! What people call occupations: the words that come with the program. An office adds its own to the vocabulary.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::vocabulary::Synonym;

const SHIPPED: &str = include_str!("../data/synonyms.tsv");
/// The source of words in English.
const ENGLISH: &str = "英文";

impl Synonym {
    /// Returns the words that come with the program.
    pub fn shipped() -> impl Iterator<Item = Self> {
        Self::shipped_from().map(|(synonym, ..)| synonym)
    }

    /// Returns the words that come with the program, each with its source and the day on which it was added, from
    /// `data/synonyms.tsv`: word, occupation code, name, source, day.
    pub fn shipped_from() -> impl Iterator<Item = (Self, &'static str, NaiveDate)> {
        SHIPPED
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty())
            .skip(1)
            .filter_map(|line| {
                let mut cells = line.split('\t');
                let synonym = Self {
                    word: cells.next()?.to_owned(),
                    code: cells.next()?.to_owned(),
                };
                let (source, day) = (cells.nth(1)?, cells.next()?);
                Some((synonym, source, day.parse().ok()?))
            })
    }

    /// Returns what an occupation is called in English, for readers who can't read its name: of the words that come with the
    /// program the first; `None` where it has none.
    #[must_use]
    pub fn english(code: &str) -> Option<&'static str> {
        static WORDS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
            let mut words = HashMap::new();
            for (synonym, source, _) in Synonym::shipped_from() {
                if source == ENGLISH {
                    words.entry(synonym.code).or_insert(synonym.word);
                }
            }
            words
        });
        WORDS.get(code).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_first_english_word_of_an_occupation_is_its_name() {
        assert_eq!(Synonym::english("6-18-02-04"), Some("welder"));
        assert_eq!(Synonym::english("1-01-00-01"), None);
    }

    #[test]
    fn every_line_has_five_cells_and_stands_once() {
        let lines = || {
            SHIPPED
                .lines()
                .filter(|line| !line.starts_with('#') && !line.is_empty())
        };
        for line in lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 5, "{line}");
            assert!(cells.iter().all(|cell| !cell.is_empty()), "{line}");
        }
        let words: Vec<Synonym> = Synonym::shipped().collect();
        assert_eq!(
            words.len(),
            lines().count() - 1,
            "the first names the cells"
        );
        let distinct: BTreeSet<_> = words
            .iter()
            .map(|synonym| (&synonym.word, &synonym.code))
            .collect();
        assert_eq!(distinct.len(), words.len());
    }
}
