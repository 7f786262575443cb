//! What can be found: one document for each occupation, institution, course and base.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The four kinds of thing a person looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An occupation of the national classification.
    Occupation,
    /// A training institution.
    Institution,
    /// A course, with a start and seats.
    Course,
    /// A practical training base.
    Base,
}

impl Kind {
    /// All kinds, in the order in which equal hits are shown.
    pub const ALL: [Self; 4] = [
        Self::Occupation,
        Self::Institution,
        Self::Course,
        Self::Base,
    ];

    /// Returns the name that addresses and the API use, such as `occupation`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Occupation => "occupation",
            Self::Institution => "institution",
            Self::Course => "course",
            Self::Base => "base",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(code: &str) -> Result<Self, UnknownKind> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or_else(|| UnknownKind(code.to_owned()))
    }
}

/// A kind that does not exist.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown kind {0:?}: use occupation, institution, course or base")]
pub struct UnknownKind(pub String);

/// One thing that can be found. Codes are opaque here: they are compared, counted and given back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Document {
    /// What it is; together with `id` its identity.
    pub kind: Kind,
    /// Its identifier within the kind.
    pub id: String,
    /// The occupation code, on occupations and courses.
    pub code: Option<String>,
    /// The name under which it is shown.
    pub name: String,
    /// Other names that mean just the same.
    pub aliases: Vec<String>,
    /// What people call it; the vocabulary's words for `code` are added by the index.
    pub synonyms: Vec<String>,
    /// Words around it (a course's institution, districts, groups), found at a lower weight.
    pub about: Vec<String>,
    /// District codes.
    pub districts: Vec<String>,
    /// Skill levels, 5 (entry) to 1 (highest).
    pub levels: Vec<u8>,
    /// Programme codes.
    pub programmes: Vec<String>,
    /// The tier in the shortage list.
    pub shortage: Option<String>,
    /// Whether a subsidy is paid for it now: it comes before what answers as well, or hardly better.
    pub is_subsidised: bool,
    /// First day.
    pub start: Option<NaiveDate>,
    /// Last day on which somebody can still apply.
    pub apply_until: Option<NaiveDate>,
    /// Seats that are still free; `None` where seats are not counted.
    pub seats_left: Option<u32>,
    /// Codes of the ways of teaching, such as evenings.
    pub modes: Vec<String>,
    /// The identifier of the institution; an institution bears its own.
    pub institution: Option<String>,
    /// Openings per job seeker.
    pub market_ratio: Option<f64>,
    /// What a person pays for it before any subsidy, in fen.
    pub own_cost: Option<u64>,
}

impl Default for Document {
    fn default() -> Self {
        Self {
            kind: Kind::Occupation,
            id: String::new(),
            code: None,
            name: String::new(),
            aliases: Vec::new(),
            synonyms: Vec::new(),
            about: Vec::new(),
            districts: Vec::new(),
            levels: Vec::new(),
            programmes: Vec::new(),
            shortage: None,
            is_subsidised: false,
            start: None,
            apply_until: None,
            seats_left: None,
            modes: Vec::new(),
            institution: None,
            market_ratio: None,
            own_cost: None,
        }
    }
}

impl Document {
    /// Returns the order in which documents are written: what is alike side by side, by its first day and identifier.
    pub(crate) fn beside(&self, other: &Self) -> Ordering {
        self.likeness(other)
            .then_with(|| (self.start, &self.id).cmp(&(other.start, &other.id)))
    }

    /// Says whether it is like another one and does not begin before it.
    pub(crate) fn continues(&self, other: &Self) -> bool {
        self.start >= other.start && self.likeness(other).is_eq()
    }

    /// Compares all that questions and filters ask of a document but its days, seats and cost.
    fn likeness(&self, other: &Self) -> Ordering {
        self.kind
            .cmp(&other.kind)
            .then_with(|| self.code.cmp(&other.code))
            .then_with(|| self.name.cmp(&other.name))
            .then_with(|| self.institution.cmp(&other.institution))
            .then_with(|| self.about.cmp(&other.about))
            .then_with(|| self.aliases.cmp(&other.aliases))
            .then_with(|| self.synonyms.cmp(&other.synonyms))
            .then_with(|| self.districts.cmp(&other.districts))
            .then_with(|| self.levels.cmp(&other.levels))
            .then_with(|| self.programmes.cmp(&other.programmes))
            .then_with(|| self.modes.cmp(&other.modes))
            .then_with(|| self.shortage.cmp(&other.shortage))
            .then_with(|| self.is_subsidised.cmp(&other.is_subsidised))
            .then_with(|| self.start.is_some().cmp(&other.start.is_some()))
    }
}

/// One step of the change feed.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// The document is new or has changed.
    Put(Box<Document>),
    /// The document is gone.
    Remove {
        /// Its kind.
        kind: Kind,
        /// Its identifier within the kind.
        id: String,
    },
}
