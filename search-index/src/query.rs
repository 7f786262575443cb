//! What somebody asks: words, filters, an order and a page.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::Kind;

/// The order of the hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// The best answer first.
    #[default]
    Relevance,
    /// The earliest start first.
    Start,
    /// The most openings per job seeker first.
    Market,
    /// What is in the first of the `nearest` districts first; what is in none of them last.
    Distance,
    /// What costs a person least first; what tells no cost last.
    Cost,
}

/// A question to the index. Filters of one list mean "any of"; an empty list filters nothing.
///
/// `Query::on(today)` asks for everything; set what matters:
/// `Query { text: "电工".into(), ..Query::on(today) }`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Query {
    /// What was typed. Empty or blank: everything that passes the filters.
    pub text: String,
    /// Kinds.
    pub kinds: Vec<Kind>,
    /// District codes.
    pub districts: Vec<String>,
    /// Skill levels.
    pub levels: Vec<u8>,
    /// Tiers of the shortage list.
    pub shortage: Vec<String>,
    /// Programme codes.
    pub programmes: Vec<String>,
    /// Occupation codes, on occupations and courses.
    pub occupations: Vec<String>,
    /// Identifiers of institutions.
    pub institutions: Vec<String>,
    /// Codes of the ways of teaching.
    pub modes: Vec<String>,
    /// Months in which a course starts, such as `2026-12`.
    pub months: Vec<String>,
    /// Starts on this day or later; leaves out what has no start.
    pub from: Option<NaiveDate>,
    /// Starts on this day or earlier; leaves out what has no start.
    pub to: Option<NaiveDate>,
    /// Only courses that take applications: not those that have begun, are full or closed, and nothing else.
    pub open: bool,
    /// The day for which is asked.
    pub today: NaiveDate,
    /// The order.
    pub sort: Sort,
    /// District codes, the nearest first.
    pub nearest: Vec<String>,
    /// The page, from 1.
    pub page: u32,
    /// Hits a page, at most [`Query::MOST_PER_PAGE`].
    pub per_page: u32,
    /// Takes the words as they stand: no filters read out of them, no guesses by sound or spelling.
    pub literal: bool,
}

impl Query {
    /// The most hits that one page holds.
    pub const MOST_PER_PAGE: u32 = 100;

    /// Returns the question for everything, on a day.
    #[must_use]
    pub fn on(today: NaiveDate) -> Self {
        Self {
            text: String::new(),
            kinds: Vec::new(),
            districts: Vec::new(),
            levels: Vec::new(),
            shortage: Vec::new(),
            programmes: Vec::new(),
            occupations: Vec::new(),
            institutions: Vec::new(),
            modes: Vec::new(),
            months: Vec::new(),
            from: None,
            to: None,
            open: false,
            today,
            sort: Sort::Relevance,
            nearest: Vec::new(),
            page: 1,
            per_page: 20,
            literal: false,
        }
    }

    /// Says whether others may ask the same: a few words, a page of the usual size, not many filters.
    pub(crate) const fn is_common(&self) -> bool {
        const LONGEST: usize = 90;
        const LONGEST_PAGE: u32 = 20;
        const MOST_VALUES: usize = 12;
        self.text.len() <= LONGEST
            && self.per_page <= LONGEST_PAGE
            && self.kinds.len() + self.narrowing_values() <= MOST_VALUES
            && self.nearest.len() <= 2 * MOST_VALUES
    }

    /// Says whether anything but kinds narrows what the words find.
    pub(crate) const fn is_filtered(&self) -> bool {
        self.narrowing_values() > 0 || self.from.is_some() || self.to.is_some() || self.open
    }

    /// Returns how many values are chosen in the filters that are lists, but for kinds.
    const fn narrowing_values(&self) -> usize {
        // each field stands here, so that none is forgotten, neither here nor by those who ask
        let Self {
            text: _,
            kinds: _,
            districts,
            levels,
            shortage,
            programmes,
            occupations,
            institutions,
            modes,
            months,
            from: _,
            to: _,
            open: _,
            today: _,
            sort: _,
            nearest: _,
            page: _,
            per_page: _,
            literal: _,
        } = self;
        districts.len()
            + levels.len()
            + shortage.len()
            + programmes.len()
            + occupations.len()
            + institutions.len()
            + modes.len()
            + months.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_large_pages_and_many_filters_are_not_common() {
        let ask = |text: &str| Query {
            text: text.to_owned(),
            ..Query::on(NaiveDate::MIN)
        };
        assert!(ask("电工").is_common());
        assert!(!ask(&"电工".repeat(16)).is_common());
        let filtered = Query {
            districts: vec![String::new(); 13],
            ..ask("")
        };
        assert!(!filtered.is_common());
        let large = Query {
            per_page: Query::MOST_PER_PAGE,
            ..ask("")
        };
        assert!(!large.is_common());
    }
}
