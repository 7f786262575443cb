//! The words with a meaning of their own: places, ways of teaching, and what people call an occupation.

use serde::{Deserialize, Serialize};

/// A filter that a word can stand for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "filter", content = "value", rename_all = "snake_case")]
pub enum Filter {
    /// A district code.
    District(String),
    /// A skill level.
    Level(u8),
    /// The code of a way of teaching.
    Mode(String),
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
    /// Words that stand for a filter; level words are known without being named.
    pub filters: Vec<(String, Filter)>,
    /// What people call occupations.
    pub synonyms: Vec<Synonym>,
}
