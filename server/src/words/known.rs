//! Words that are known of trades: a search that begins with one is about a trade, though a surname may begin it too.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use search_index::{Synonym, comparable};

/// Two characters that begin so many names of occupations are a word.
const SEVERAL: usize = 3;

/// Says whether a text is the name of an occupation, a word that comes with the program, or a word with which several names
/// of occupations begin.
#[must_use]
pub fn is_known(text: &str, occupations: &HashMap<String, String>) -> bool {
    static SHIPPED: LazyLock<HashSet<String>> = LazyLock::new(|| {
        Synonym::shipped()
            .map(|one| comparable(&one.word))
            .collect()
    });
    let begun = || occupations.values().filter(|name| name.starts_with(text));
    let is_pair = text.chars().count() == 2;
    SHIPPED.contains(text)
        || begun().any(|name| name == text)
        || (is_pair && begun().nth(SEVERAL - 1).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_words_and_common_beginnings_are_known() {
        let names = [
            "石油勘探工",
            "石油开采工",
            "石油产品精制工",
            "高原水产养殖工",
        ];
        let occupations = names.map(|name| (name.to_owned(), name.to_owned())).into();
        for text in ["石油开采工", "石油", "车床", "高压电工"] {
            assert!(is_known(text, &occupations), "{text}");
        }
        for text in ["高原", "石油开", "王小明", "石小明"] {
            assert!(!is_known(text, &occupations), "{text}");
        }
    }
}
