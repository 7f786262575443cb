//! Ranks courses for somebody by six parts that anybody can check: their points add up to the score exactly.
//!
//! Points come in quarters, which binary fractions hold without error, so that the sum on a screen, in JSON and here
//! is the same. What each part is worth at most is written beside it; nothing else moves a course up or down.

use std::cmp::Reverse;
use std::collections::HashMap;

use app::backend::Part;
use chrono::NaiveDate;
use policy::Verdict;

use crate::db::market::MarketFigure;
use crate::shelf::Round;

use super::shortage;

/// What the rules let somebody claim.
const MOST_FOR_ENTITLEMENT: f64 = 40.0;
/// How short the occupation is: full points at three openings per job seeker, half at one.
const MOST_FOR_MARKET: f64 = 30.0;
/// Full points for an occupation that was asked for, fewer for one nearby.
const MOST_FOR_INTEREST: f64 = 25.0;
/// Held in the district that was asked for.
const MOST_FOR_DISTRICT: f64 = 15.0;
/// Full points for a start today, none after 90 days.
const MOST_FOR_START: f64 = 10.0;
const START_DAYS: f64 = 90.0;
/// Full points from ten free seats on.
const MOST_FOR_SEATS: f64 = 5.0;
const ENOUGH_SEATS: f64 = 10.0;

/// What somebody looks for, resolved to codes.
#[derive(Clone, Debug, Default)]
pub struct Looked {
    /// The day.
    pub today: NaiveDate,
    /// How well each occupation meets the interests, 0 to 1.
    pub interests: HashMap<String, f64>,
    /// District code.
    pub district: Option<String>,
}

/// The city's latest figures, as the ranking needs them.
#[derive(Clone, Debug, Default)]
pub struct Market {
    /// Openings per job seeker of the whole city.
    usual: f64,
    /// Shrunk ratios by occupation.
    ratios: HashMap<String, f64>,
}

impl Market {
    /// Reads each occupation's latest figure.
    #[must_use]
    pub fn of(series: &HashMap<String, Vec<MarketFigure>>) -> Self {
        let latest = || {
            series.iter().filter_map(|(occupation, figures)| {
                figures.last().map(|figure| (occupation, figure))
            })
        };
        let (demand, supply) = latest()
            .filter_map(|(_, figure)| figure.demand.zip(figure.supply))
            .fold(
                (0, 0),
                |(demands, supplies): (i64, i64), (demand, supply)| {
                    (demands + demand, supplies + supply)
                },
            );
        let usual = if supply > 0 {
            demand as f64 / supply as f64
        } else {
            1.0
        };
        let ratios = latest()
            .filter_map(|(occupation, figure)| {
                Some((occupation.clone(), shortage::shrunk(figure, usual)?))
            })
            .collect();
        Self { usual, ratios }
    }

    /// Returns openings per job seeker: the occupation's own, else the city's.
    #[must_use]
    pub fn ratio(&self, occupation: Option<&str>) -> f64 {
        occupation
            .and_then(|code| self.ratios.get(code))
            .copied()
            .unwrap_or(self.usual)
    }
}

/// Returns the parts that need no rule, in the order in which they are told.
#[must_use]
pub fn parts(round: &Round, looked: &Looked, market: &Market) -> Vec<Part> {
    let ratio = market.ratio(round.occupation());
    let interest = round
        .occupation()
        .and_then(|code| looked.interests.get(code))
        .copied()
        .unwrap_or(0.0);
    let is_near = looked.district.as_deref() == Some(round.district());
    let days = (round.starts_on() - looked.today).num_days() as f64;
    let seats = f64::from(round.seats_left());
    vec![
        part(
            "market",
            MOST_FOR_MARKET * ((1.0 + ratio).log2() / 2.0),
            MOST_FOR_MARKET,
            Some((ratio * 100.0).round() / 100.0),
        ),
        part(
            "district",
            if is_near { MOST_FOR_DISTRICT } else { 0.0 },
            MOST_FOR_DISTRICT,
            None,
        ),
        part(
            "interest",
            MOST_FOR_INTEREST * interest,
            MOST_FOR_INTEREST,
            None,
        ),
        part(
            "start",
            MOST_FOR_START * (1.0 - days / START_DAYS),
            MOST_FOR_START,
            Some(days),
        ),
        part(
            "seats",
            MOST_FOR_SEATS * (seats / ENOUGH_SEATS),
            MOST_FOR_SEATS,
            Some(seats),
        ),
    ]
}

/// Returns the part that the rules give; what is closed to somebody gets nothing and stands last by it.
#[must_use]
pub fn entitlement(verdict: Verdict) -> Part {
    let share = match verdict {
        Verdict::Open => 1.0,
        Verdict::Unknown => 0.5,
        Verdict::Elsewhere => 0.25,
        Verdict::Closed => 0.0,
    };
    part(
        "entitlement",
        MOST_FOR_ENTITLEMENT * share,
        MOST_FOR_ENTITLEMENT,
        None,
    )
}

/// Returns the sum of the parts: exact, because each is a number of quarters.
#[must_use]
pub fn score(parts: &[Part]) -> f64 {
    parts.iter().map(|part| part.points).sum()
}

/// Returns what sorts the best course first; equal scores by start, then by id, so that the order never wavers.
#[must_use]
pub fn order(score: f64, round: &Round) -> (Reverse<i64>, NaiveDate, &str) {
    (Reverse((score * 4.0) as i64), round.starts_on(), round.id())
}

fn part(key: &'static str, points: f64, most: f64, figure: Option<f64>) -> Part {
    Part {
        key,
        points: in_quarters(points.clamp(0.0, most)),
        figure,
    }
}

fn in_quarters(points: f64) -> f64 {
    (points * 4.0).round() / 4.0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn quarters_add_up_without_an_error(points in proptest::collection::vec(0.0..40.0f64, 6)) {
            let parts: Vec<_> = points.iter().map(|points| part("market", *points, 40.0, None)).collect();
            let quarters: i64 = parts.iter().map(|part| (part.points * 4.0) as i64).sum();
            prop_assert!((score(&parts) * 4.0).to_bits() == (quarters as f64).to_bits());
        }
    }

    #[test]
    fn an_occupation_without_figures_counts_as_usual() {
        assert_eq!(
            Market {
                usual: 1.3,
                ratios: HashMap::new()
            }
            .ratio(Some("6-18-02-04")),
            1.3
        );
    }

    #[test]
    fn what_is_open_is_worth_more_than_what_is_unknown() {
        let points = [
            Verdict::Open,
            Verdict::Unknown,
            Verdict::Elsewhere,
            Verdict::Closed,
        ]
        .map(|verdict| entitlement(verdict).points);
        assert_eq!(points, [40.0, 20.0, 10.0, 0.0]);
    }
}
