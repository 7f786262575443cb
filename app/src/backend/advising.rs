//! Labour-market figures and the ranking built on them.

use policy::CourseAssessment;

use super::publishing::CourseCard;

/// Which series is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarketQuestion {
    /// Occupation code; `None` for the totals.
    pub occupation: Option<String>,
    /// District code; `None` for the city, or for the country's totals.
    pub district: Option<String>,
}

/// A series of published figures, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MarketSeries {
    /// The figures.
    pub figures: Vec<MarketFigure>,
}

/// One published figure.
#[derive(Clone, Debug, PartialEq)]
pub struct MarketFigure {
    /// `2026Q3`, or a year.
    pub period: String,
    /// Whom it covers: a name as published.
    pub area: String,
    /// Openings.
    pub demand: Option<u64>,
    /// Job seekers.
    pub supply: Option<u64>,
    /// Openings per job seeker as published, or demand / supply where nothing else was published.
    pub ratio: Option<f64>,
    /// Where it was published.
    pub source: String,
    /// Made up for the demo.
    pub is_sample: bool,
}

/// What somebody looks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Occupation codes or words.
    pub interests: Vec<String>,
    /// District code.
    pub district: Option<String>,
    /// At most so many; 1 to 100.
    pub limit: usize,
}

/// One ranked course.
#[derive(Clone, Debug, PartialEq)]
pub struct Recommendation {
    /// The course.
    pub course: CourseCard,
    /// The sum of the parts.
    pub score: f64,
    /// What the score is made of.
    pub parts: Vec<Part>,
    /// What the rules say of it for this person.
    pub assessment: CourseAssessment,
}

/// One part of a score.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Key of its name: `market`, `entitlement`, `district`, `interest`, `start`, `seats`.
    pub key: &'static str,
    /// What it adds.
    pub points: f64,
    /// The figure behind it (a ratio, days, seats), where there is one.
    pub figure: Option<f64>,
}
