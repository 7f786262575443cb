//! Figures that may be compared: of one area, in the order of their periods.

use crate::backend::MarketFigure;

/// One area's figures with a ratio, oldest first.
///
/// Where figures of several areas come together, it is the area with most of them; national figures that
/// count another number of cities each time are one area (`全国101城市`, `全国97城市(含大连)`).
#[must_use]
pub fn longest(figures: &[MarketFigure]) -> Vec<&MarketFigure> {
    let with_ratio = figures.iter().filter(|figure| figure.ratio.is_some());
    // the first of several equally long ones, so that the choice does not depend on chance
    families(with_ratio)
        .into_iter()
        .rev()
        .max_by_key(Vec::len)
        .unwrap_or_default()
}

/// All figures area by area, each with its newest first: first the area with most of them.
#[must_use]
pub fn in_order(figures: &[MarketFigure]) -> Vec<&MarketFigure> {
    let mut families = families(figures);
    families.sort_by_key(|members| std::cmp::Reverse(members.len()));
    families
        .into_iter()
        .flat_map(|members| members.into_iter().rev())
        .collect()
}

/// The figures of each area, oldest first.
fn families<'a>(figures: impl IntoIterator<Item = &'a MarketFigure>) -> Vec<Vec<&'a MarketFigure>> {
    let mut families: Vec<(String, Vec<&MarketFigure>)> = Vec::new();
    for figure in figures {
        let name = family(&figure.area);
        match families.iter_mut().find(|(known, _)| *known == name) {
            Some((_, members)) => members.push(figure),
            None => families.push((name, vec![figure])),
        }
    }
    families
        .into_iter()
        .map(|(_, mut members)| {
            members.sort_by(|one, other| when(&one.period).total_cmp(&when(&other.period)));
            members
        })
        .collect()
}

/// The area's name without the number of cities that it counts this time.
fn family(area: &str) -> String {
    let before_brackets = area.split(['(', '（']).next().unwrap_or(area);
    before_brackets
        .chars()
        .filter(|character| !character.is_ascii_digit())
        .collect()
}

/// The middle of a period as a year with a fraction: `2026-Q3` (or `2026Q3`), `2013-H1`, `2010-02`, `2011`; 0 where it is none of these.
#[must_use]
pub fn when(period: &str) -> f64 {
    let (Some(year), rest) = (
        period.get(..4).and_then(|year| year.parse::<f64>().ok()),
        period.get(4..).unwrap_or_default(),
    ) else {
        return 0.0;
    };
    let part = rest.trim_start_matches('-');
    let (number, parts) = match part.chars().next() {
        Some('Q') => (&part[1..], 4.0),
        Some('H') => (&part[1..], 2.0),
        _ => (part, 12.0),
    };
    let fraction = number
        .parse::<f64>()
        .map_or(0.5, |number| (number - 0.5) / parts);
    year + fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(period: &str, area: &str) -> MarketFigure {
        MarketFigure {
            period: period.to_owned(),
            area: area.to_owned(),
            demand: None,
            supply: None,
            ratio: Some(1.0),
            source: String::new(),
            is_sample: false,
        }
    }

    #[test]
    fn only_one_area_is_compared_and_in_order_of_time() {
        let figures = [
            figure("2022-Q2", "沈阳市"),
            figure("2013-Q1", "全国101城市"),
            figure("2010-Q3", "全国109城市(含大连)"),
        ];
        let periods: Vec<_> = longest(&figures)
            .iter()
            .map(|figure| figure.period.as_str())
            .collect();
        assert_eq!(periods, ["2010-Q3", "2013-Q1"]);
    }

    #[test]
    fn figures_are_listed_area_by_area_from_the_newest() {
        let figures = [
            figure("2022-Q2", "沈阳市"),
            figure("2010-Q3", "全国109城市(含大连)"),
            figure("2013-Q1", "全国101城市"),
        ];
        let listed: Vec<_> = in_order(&figures)
            .iter()
            .map(|figure| figure.period.as_str())
            .collect();
        assert_eq!(listed, ["2013-Q1", "2010-Q3", "2022-Q2"]);
    }

    #[test]
    fn a_period_stands_for_its_middle() {
        assert_eq!(
            [
                when("2026-Q1"),
                when("2026Q1"),
                when("2013-H1"),
                when("2011"),
                when("soon")
            ],
            [2026.125, 2026.125, 2013.25, 2011.5, 0.0]
        );
    }
}
