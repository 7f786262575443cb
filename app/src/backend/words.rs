//! What people call occupations, as an editor sees it.

use chrono::NaiveDate;

/// A word and the occupation that it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// What people say.
    pub word: String,
    /// The occupation's code.
    pub code: String,
    /// The occupation's name.
    pub name: String,
}

/// A word in force, and where it is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownWord {
    /// The word.
    pub word: Word,
    /// Its source; empty where it isn't told.
    pub source: String,
    /// The day on which it was added.
    pub since: Option<NaiveDate>,
}

/// An edit that was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordEdit {
    /// 1, 2, 3 …
    pub number: i64,
    /// Whether it adds the word; otherwise it takes it away.
    pub adds: bool,
    /// The word and its occupation.
    pub word: Word,
    /// Where the word is from.
    pub source: String,
    /// Who entered it: an account's name.
    pub editor: String,
    /// The day on which it was entered.
    pub on: NaiveDate,
    /// The edit that it takes back.
    pub undoes: Option<i64>,
    /// Whether another edit has taken it back.
    pub is_undone: bool,
}

/// Words that people searched for and that found nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnansweredWords {
    /// The words.
    pub text: String,
    /// How often they were asked for.
    pub asked: u64,
    /// The last day on which they were.
    pub last_on: NaiveDate,
}

/// What an edit would change.
#[derive(Clone, Debug, PartialEq)]
pub struct WordPreview {
    /// Names of the occupations that the word finds now, the first few.
    pub now: Vec<String>,
    /// Names of those that it would find.
    pub then: Vec<String>,
    /// How many judged questions were asked.
    pub questions: usize,
    /// NDCG@10 over all of them, from 0 to 1, now and after the edit.
    pub quality: (f64, f64),
    /// The questions whose answers would change, with their NDCG@10 now and after the edit.
    pub moved: Vec<(String, f64, f64)>,
}
