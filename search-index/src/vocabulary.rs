//! The words with a meaning of their own: places, ways of teaching, and what people call an occupation.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::Kind;

/// A filter that a word can stand for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "filter", content = "value", rename_all = "snake_case")]
pub enum Filter {
    /// A kind of thing.
    Kind(Kind),
    /// A district code.
    District(String),
    /// A skill level.
    Level(u8),
    /// The code of a way of teaching.
    Mode(String),
    /// A month in which courses start, such as `2026-12`.
    Month(String),
}

/// What people call an occupation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Synonym {
    /// The word.
    pub word: String,
    /// The code of the occupation that is meant.
    pub code: String,
}

/// The words that an index knows besides its documents. A change of it calls for a rebuild.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// Words that stand for a filter. Level words, and districts without their 区, 县 or 市, are known without being named.
    pub filters: Vec<(String, Filter)>,
    /// Words that stand for a filter only where they stand by themselves beside others: 网络 电工, but not 网络工程.
    pub apart: Vec<(String, Filter)>,
    /// District codes, each with that of another district that it is a part of: who names the whole means the part too.
    pub parts: Vec<(String, String)>,
    /// Words that add nothing here, such as the city's name; alone, they ask for everything.
    pub fillers: Vec<String>,
    /// What people call occupations.
    pub synonyms: Vec<Synonym>,
}

impl Vocabulary {
    /// Returns a number that differs, in all likelihood, between two vocabularies and is the same everywhere (FNV-1a).
    pub(crate) fn fingerprint(&self) -> u64 {
        let text = format!("{self:?}");
        text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
    }

    /// Returns what people call each occupation, by its code.
    pub(crate) fn words(&self) -> HashMap<&str, Vec<&str>> {
        let mut words: HashMap<&str, Vec<&str>> = HashMap::new();
        for synonym in &self.synonyms {
            words.entry(&synonym.code).or_default().push(&synonym.word);
        }
        words
    }
}
