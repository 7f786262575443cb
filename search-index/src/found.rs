//! What the index answers: hits with their reason, counts for every filter, and what was understood.

use std::ops::Range;

use serde::Serialize;

use crate::{Kind, vocabulary::Filter};

/// The answer to a [`Query`](crate::Query).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Found {
    /// How many documents match, over all pages.
    pub total: usize,
    /// The asked page of them.
    pub hits: Vec<Hit>,
    /// Counts for the filters.
    pub facets: Facets,
    /// What was probably meant, where the words as typed were not found.
    pub did_you_mean: Option<String>,
    /// Filters that were read out of the text.
    pub understood: Vec<Understood>,
    /// Whether nothing of the text was searched besides: all that passes the filters was found.
    pub is_read_whole: bool,
}

/// One document found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hit {
    /// Its kind.
    pub kind: Kind,
    /// Its identifier within the kind.
    pub id: String,
    /// The occupation code, on occupations and courses.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
    /// Byte ranges of `name` that matched, ascending and apart.
    pub marked: Vec<Range<usize>>,
    /// Why it was found, where the name does not show it.
    pub why: Option<Why>,
    /// Byte ranges of the text of that reason that matched, ascending and apart.
    pub why_marked: Vec<Range<usize>>,
    /// How well it matches; only comparable within one answer.
    pub score: f32,
}

/// Why something was found although its name does not hold the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "by", content = "text", rename_all = "snake_case")]
pub enum Why {
    /// By another name.
    Alias(String),
    /// By what people call it.
    Synonym(String),
    /// By something around it, such as a course's institution.
    About(String),
    /// By its occupation code, the beginning of it, or its own identifier.
    Code(String),
    /// By pinyin; the text is what matched.
    Pinyin(String),
    /// By the initials of the pinyin; the text is what matched.
    Initials(String),
    /// By words that sound alike; the text is what matched.
    Sound(String),
    /// By a spelling one slip away; the text is what matched.
    Spelling(String),
    /// By some of the words only.
    Relaxed,
}

impl Why {
    /// Returns the name by which it was found; `None` where it was no name.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Alias(name)
            | Self::Synonym(name)
            | Self::Pinyin(name)
            | Self::Initials(name)
            | Self::Sound(name)
            | Self::Spelling(name) => Some(name),
            Self::About(_) | Self::Code(_) | Self::Relaxed => None,
        }
    }
}

/// Counts a filter's values. Each list leaves out its own filter, so that choosing a second value stays possible.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Facets {
    /// Kinds, by their code.
    pub kind: Vec<Count>,
    /// District codes.
    pub district: Vec<Count>,
    /// Skill levels.
    pub level: Vec<Count>,
    /// Tiers of the shortage list.
    pub shortage: Vec<Count>,
    /// Programme codes.
    pub programme: Vec<Count>,
    /// Codes of the ways of teaching.
    pub mode: Vec<Count>,
    /// Months in which courses start, such as `2026-12`.
    pub month: Vec<Count>,
    /// Identifiers of institutions: the [`Facets::MOST_INSTITUTIONS`] with the most, and those asked for.
    pub institution: Vec<Count>,
    /// Courses that still take applications.
    pub open: usize,
}

impl Facets {
    /// So many institutions are counted; a city has hundreds.
    pub const MOST_INSTITUTIONS: usize = 30;
}

/// How many documents bear a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Count {
    /// The value.
    pub value: String,
    /// How many documents, at least 1.
    pub count: usize,
}

/// A filter that was read out of the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Understood {
    /// The words, as they are searched.
    pub text: String,
    /// What they were taken for.
    pub filter: Filter,
    /// What was typed, without them: the question of somebody who did not mean that.
    pub rest: String,
}

/// A proposal while somebody types.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Suggestion {
    /// The name of what is proposed, behind the words that were read as filters.
    pub text: String,
    /// So many bytes at the beginning of `text` are words that were read as filters, and a blank.
    pub kept_bytes: usize,
    /// Its kind.
    pub kind: Kind,
    /// Its identifier within the kind.
    pub id: String,
    /// Byte ranges of `text` that matched, ascending and apart.
    pub marked: Vec<Range<usize>>,
    /// Why it is proposed, where the name does not show it.
    pub why: Option<Why>,
}
