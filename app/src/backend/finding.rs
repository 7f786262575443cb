//! Words for asking the index and for what it answers.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use chrono::NaiveDate;
use policy::{Fen, Level};

/// What can be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// 职业
    Occupation,
    /// 机构
    Institution,
    /// 课程 (practice slots among them)
    Course,
    /// 实训基地
    Base,
}

impl Kind {
    /// All kinds in the order in which the portal lists them.
    pub const ALL: [Self; 4] = [
        Self::Occupation,
        Self::Course,
        Self::Institution,
        Self::Base,
    ];

    /// The value in addresses and in the API.
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

/// A value that is not one of the few that an address may carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown value")]
pub struct UnknownValue;

impl FromStr for Kind {
    type Err = UnknownValue;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.code() == code)
            .ok_or(UnknownValue)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Best match first.
    #[default]
    Relevance,
    /// Earliest start first.
    Start,
    /// Occupation with the most openings per job seeker first.
    Market,
    /// The nearest to [`Find::near`] first.
    Distance,
    /// The least own cost first.
    Cost,
}

impl Sort {
    /// All orders, the default first.
    pub const ALL: [Self; 5] = [
        Self::Relevance,
        Self::Start,
        Self::Market,
        Self::Cost,
        Self::Distance,
    ];

    /// The value in addresses and in the API.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Start => "start",
            Self::Market => "market",
            Self::Distance => "distance",
            Self::Cost => "cost",
        }
    }
}

impl FromStr for Sort {
    type Err = UnknownValue;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|sort| sort.code() == code)
            .ok_or(UnknownValue)
    }
}

/// From where distances are measured.
#[derive(Clone, PartialEq)]
pub enum Near {
    /// From the centre of the district with this code.
    District(String),
    /// From a position. It serves one answer and is kept nowhere.
    Position {
        /// Degrees.
        latitude: f64,
        /// Degrees.
        longitude: f64,
    },
}

// Where somebody is is personal data: it is never printed by accident.
impl fmt::Debug for Near {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::District(code) => write!(formatter, "District({code})"),
            Self::Position { .. } => formatter.write_str("Position(***)"),
        }
    }
}

/// One question to the index: words and filters (any of each), already checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Find {
    /// What was typed.
    pub text: String,
    /// Kinds wanted; empty for all.
    pub kinds: Vec<Kind>,
    /// District codes.
    pub districts: Vec<String>,
    /// Skill levels.
    pub levels: Vec<Level>,
    /// Shortage tiers.
    pub shortage: Vec<String>,
    /// Programme codes.
    pub programmes: Vec<String>,
    /// When courses meet: codes such as `evening`.
    pub modes: Vec<String>,
    /// Months in which courses start, such as `2026-12`.
    pub months: Vec<String>,
    /// Institution or base ids.
    pub places: Vec<String>,
    /// Occupation codes.
    pub occupations: Vec<String>,
    /// Starting on this day or later.
    pub from: Option<NaiveDate>,
    /// Starting on this day or earlier.
    pub to: Option<NaiveDate>,
    /// Only courses, and of them those that still take applications.
    pub open: bool,
    /// Only what bears the words as they were typed: nothing read out of them, nothing guessed by sound or spelling.
    pub literal: bool,
    /// The order.
    pub sort: Sort,
    /// From where distances are told, and [`Sort::Distance`] sorts.
    pub near: Option<Near>,
    /// First page is 1.
    pub page: u32,
    /// Hits a page, 1 to 100.
    pub per_page: u32,
}

/// A page of hits with the counts beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Hits on all pages.
    pub total: u64,
    /// This page's hits.
    pub hits: Vec<Hit>,
    /// Counts for each filter value, each leaving out its own filter.
    pub facets: Facets,
    /// Another spelling that finds something.
    pub did_you_mean: Option<String>,
    /// Filters that were read out of the text.
    pub understood: Vec<Understood>,
    /// Whether nothing of the text was searched besides.
    pub is_read_whole: bool,
}

/// A filter that was read out of the text, and the text without the words that it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// The filter.
    pub filter: UnderstoodFilter,
    /// What was typed besides.
    pub rest: String,
}

/// What words of a text can stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnderstoodFilter {
    /// A kind of thing.
    Kind(Kind),
    /// A district, by its code.
    District(String),
    /// A skill level.
    Level(Level),
    /// When a course meets, by its code.
    Mode(String),
    /// A month in which courses start, such as `2026-12`.
    Month(String),
}

/// Counts of the values of each filter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By [`Kind::code`].
    pub kind: Vec<FacetValue>,
    /// By district code.
    pub district: Vec<FacetValue>,
    /// By level, "5" to "1".
    pub level: Vec<FacetValue>,
    /// By shortage tier.
    pub shortage: Vec<FacetValue>,
    /// By programme code.
    pub programme: Vec<FacetValue>,
    /// By the code of when a course meets.
    pub mode: Vec<FacetValue>,
    /// By the month in which courses start, such as `2026-12`.
    pub month: Vec<FacetValue>,
    /// By the id of the institution or base: those with the most, and those asked for.
    pub place: Vec<PlaceCount>,
    /// Whether there may be places besides those counted.
    pub has_more_places: bool,
    /// How many of the hits still take applications.
    pub open: u64,
}

impl Facets {
    /// Says whether hits of a kind are counted.
    #[must_use]
    pub fn holds(&self, kind: Kind) -> bool {
        self.kind.iter().any(|known| known.value == kind.code())
    }
}

/// One value of a filter and how many hits it would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// The code.
    pub value: String,
    /// Hits with it.
    pub count: u64,
}

/// An institution or base and how many hits it would leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceCount {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Hits with it.
    pub count: u64,
}

/// One thing found, with what a card in a list shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// Its id; for an occupation its code.
    pub id: String,
    /// Occupation code, on occupations and courses.
    pub code: Option<String>,
    /// Its name.
    pub name: String,
    /// What its occupation is called in English, on occupations and courses.
    pub english: Option<&'static str>,
    /// Byte ranges of `name` that matched.
    pub marked: Vec<Range<usize>>,
    /// Byte ranges that matched in the text that the reason gives.
    pub reason_marked: Vec<Range<usize>>,
    /// Why it was found where the name does not show it.
    pub reason: Option<Reason>,
    /// The score; greater is better.
    pub score: f32,
    /// District codes.
    pub districts: Vec<String>,
    /// Kilometres to the centre of the nearest of its districts, where distance was asked for and is known.
    pub kilometres: Option<f64>,
    /// Levels: a course's one, an occupation's subsidised ones.
    pub levels: Vec<Level>,
    /// Shortage tier of the occupation.
    pub shortage: Option<String>,
    /// The institution's or base's name, on courses.
    pub place: Option<String>,
    /// First day, on courses.
    pub start: Option<NaiveDate>,
    /// Last day to apply, on courses.
    pub apply_until: Option<NaiveDate>,
    /// Seats left, on courses.
    pub seats_left: Option<u32>,
    /// The most that the city pays for it once certified (training, or practice).
    pub subsidy: Option<Fen>,
    /// What a person pays first, on courses.
    pub own_cost: Option<Fen>,
    /// Programme code, on courses.
    pub programme: Option<String>,
    /// Whether it was made up for the demo.
    pub is_sample: bool,
}

/// Why a hit is there when its name alone does not show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Another name of it.
    Alias(String),
    /// A word that means it.
    Synonym(String),
    /// It sounds so (拼音匹配), or another name of it does, which is given.
    Sound(Option<String>),
    /// One character was put right, in its name or in another one, which is given.
    Spelling(Option<String>),
    /// Something around it that its card does not show: an occupation's minor group, what an institution is designated to
    /// teach, a base's university.
    About(String),
    /// Only part of the words match.
    Relaxed,
}

/// Something to offer while somebody types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What to show and to search for.
    pub text: String,
    /// The name by which it was found, where that is another than its own.
    pub called: Option<String>,
    /// What it is.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// How many of its courses and slots take applications; `None` where words of the text are filters.
    pub open: Option<u64>,
}
