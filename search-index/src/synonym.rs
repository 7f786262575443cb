//! What people call occupations: the words that come with the program. An office adds its own to the vocabulary.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::vocabulary::Synonym;

const SHIPPED: &str = include_str!("../data/synonyms.tsv");
/// The source of what an occupation is called in English; there is one at most for each.
const ENGLISH_NAME: &str = "英文名称";

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

    /// Returns what an occupation is called in English, for readers who can't read its name; `None` where the words that come
    /// with the program don't say.
    #[must_use]
    pub fn english(code: &str) -> Option<&'static str> {
        static NAMES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
            let names = Synonym::shipped_from().filter(|(_, source, _)| *source == ENGLISH_NAME);
            names
                .map(|(synonym, ..)| (synonym.code, synonym.word))
                .collect()
        });
        NAMES.get(code).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    use crate::comparable;

    #[test]
    fn an_occupation_has_one_name_in_english_if_any() {
        assert_eq!(Synonym::english("6-18-02-04"), Some("welder"));
        let names = Synonym::shipped_from().filter(|(_, source, _)| *source == ENGLISH_NAME);
        let mut codes: Vec<String> = names.map(|(synonym, ..)| synonym.code).collect();
        codes.sort_unstable();
        assert!(codes.windows(2).all(|pair| pair[0] != pair[1]));
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
            .map(|synonym| (comparable(&synonym.word), &synonym.code))
            .collect();
        assert_eq!(distinct.len(), words.len());
    }
}
