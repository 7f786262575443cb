//! Ranks occupations by how short they are: openings per job seeker, with an interval and a trend.
//!
//! A published ratio from ten job seekers says less than the same ratio from a thousand. Openings and job seekers
//! are taken as two independent Poisson counts. Given their sum, the openings are then binomial with share
//! `ratio / (1 + ratio)`, so that Wilson's score interval for that share (E. B. Wilson, JASA 22, 1927), carried back
//! by `share / (1 - share)`, is an interval for the ratio. Where only a ratio was published there is no interval.

use policy::Coded;

use crate::db::market::MarketFigure;

/// How the interval is made, for whoever reads the figures.
pub const METHOD: &str =
    "95 % Wilson score interval for openings / (openings + job seekers), as odds";

/// Normal quantile for an interval that holds in 95 of 100 cases.
const QUANTILE: f64 = 1.959_963_985;
/// How many earlier periods the latest one is compared with.
const EARLIER: usize = 4;
/// A prior worth so many job seekers keeps ratios of a few from running away.
const PRIOR_SEEKERS: f64 = 20.0;

/// Openings per job seeker, with what can be said of its certainty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ratio {
    /// Openings per job seeker, as published or from the counts.
    pub ratio: f64,
    /// The 95 % interval; nothing where counts were not published.
    pub interval: Option<(f64, f64)>,
}

/// Where an occupation is going.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// More openings per job seeker than in the four periods before, beyond chance.
    Rising,
    /// No difference beyond chance.
    Steady,
    /// Fewer.
    Falling,
}

impl Coded for Trend {
    const ALL: &'static [Self] = &[Self::Rising, Self::Steady, Self::Falling];

    fn code(self) -> &'static str {
        match self {
            Self::Rising => "rising",
            Self::Steady => "steady",
            Self::Falling => "falling",
        }
    }
}

/// One place in the ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Occupation code.
    pub occupation: String,
    /// The figure of the period.
    pub figure: MarketFigure,
    /// Openings per job seeker.
    pub ratio: Ratio,
    /// Where it is going; nothing without earlier counts.
    pub trend: Option<Trend>,
}

/// Returns the ratio of a figure; nothing where neither ratio nor both counts were published, or nobody looked for work.
#[must_use]
pub fn ratio(figure: &MarketFigure) -> Option<Ratio> {
    let counted = figure
        .demand
        .zip(figure.supply)
        .filter(|(_, supply)| *supply > 0);
    let published = figure
        .ratio_thousandths
        .map(|thousandths| thousandths as f64 / 1_000.0);
    let computed = counted.map(|(demand, supply)| demand as f64 / supply as f64);
    Some(Ratio {
        ratio: published.or(computed)?,
        interval: counted.map(|(demand, supply)| interval(demand as f64, supply as f64)),
    })
}

/// Returns Wilson's interval for `demand / supply`; the upper end is infinite only without job seekers.
fn interval(demand: f64, supply: f64) -> (f64, f64) {
    let total = demand + supply;
    let share = demand / total;
    let square = QUANTILE * QUANTILE;
    let middle = share + square / (2.0 * total);
    let spread = QUANTILE * (share * (1.0 - share) / total + square / (4.0 * total * total)).sqrt();
    let scale = 1.0 + square / total;
    let odds = |share: f64| share / (1.0 - share);
    (
        odds(((middle - spread) / scale).max(0.0)),
        odds((middle + spread) / scale),
    )
}

/// Returns how the last figure of a series compares with the four before it, all of their counts taken together.
#[must_use]
pub fn trend(series: &[MarketFigure]) -> Option<Trend> {
    let (last, earlier) = series.split_last()?;
    let (low, high) = ratio(last)?.interval?;
    let counted: Vec<(i64, i64)> = earlier
        .iter()
        .rev()
        .filter_map(|figure| figure.demand.zip(figure.supply))
        .take(EARLIER)
        .collect();
    let supply: i64 = counted.iter().map(|(_, supply)| supply).sum();
    let demand: i64 = counted.iter().map(|(demand, _)| demand).sum();
    if supply == 0 {
        return None;
    }
    let before = demand as f64 / supply as f64;
    Some(match () {
        () if low > before => Trend::Rising,
        () if high < before => Trend::Falling,
        () => Trend::Steady,
    })
}

/// Ranks occupations for a period, the shortest first: by the lower end of the interval, so that a few openings for
/// one job seeker do not lead; ratios without counts follow by their own size.
///
/// Each series is one occupation's, oldest first; figures after the period are not looked at.
#[must_use]
pub fn ranking<'a>(
    series: impl Iterator<Item = (&'a String, &'a Vec<MarketFigure>)>,
    period: &str,
) -> Vec<Ranked> {
    let mut ranked: Vec<Ranked> = series
        .filter_map(|(occupation, figures)| {
            let place = figures.iter().rposition(|figure| figure.period == period)?;
            let ratio = ratio(&figures[place])?;
            Some(Ranked {
                occupation: occupation.clone(),
                figure: figures[place].clone(),
                ratio,
                trend: trend(&figures[..=place]),
            })
        })
        .collect();
    let certain = |ranked: &Ranked| {
        ranked
            .ratio
            .interval
            .map_or(f64::NEG_INFINITY, |(low, _)| low)
    };
    ranked.sort_by(|a, b| {
        certain(b)
            .total_cmp(&certain(a))
            .then(b.ratio.ratio.total_cmp(&a.ratio.ratio))
            .then_with(|| a.occupation.cmp(&b.occupation))
    });
    ranked
}

/// Returns the ratio drawn towards `usual` as if twenty more job seekers had met the usual number of openings.
#[must_use]
pub fn shrunk(figure: &MarketFigure, usual: f64) -> Option<f64> {
    match figure.demand.zip(figure.supply) {
        Some((demand, supply)) => {
            Some((demand as f64 + PRIOR_SEEKERS * usual) / (supply as f64 + PRIOR_SEEKERS))
        }
        None => ratio(figure).map(|ratio| ratio.ratio),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(period: &str, demand: i64, supply: i64) -> MarketFigure {
        MarketFigure {
            period: period.to_owned(),
            area: "210200".to_owned(),
            occupation: Some("6-18-02-04".to_owned()),
            group_name: None,
            demand: Some(demand),
            supply: Some(supply),
            ratio_thousandths: None,
            published_rank: None,
            source: "示例数据".to_owned(),
            note: None,
            is_sample: true,
        }
    }

    #[test]
    fn the_interval_holds_the_ratio_and_narrows_with_the_counts() {
        let few = ratio(&figure("2026-Q3", 6, 3)).unwrap();
        let many = ratio(&figure("2026-Q3", 6_000, 3_000)).unwrap();
        for Ratio { ratio, interval } in [few, many] {
            let (low, high) = interval.unwrap();
            assert!(low < ratio && ratio < high);
        }
        let width = |ratio: Ratio| ratio.interval.map(|(low, high)| high - low).unwrap();
        assert!(width(many) < width(few) / 10.0);
    }

    #[test]
    fn the_interval_is_wilson_s() {
        // 10 of 20: the score interval for the share is 0.29930 to 0.70070
        let (low, high) = interval(10.0, 10.0);
        assert!((low - 0.29930 / 0.70070).abs() < 1e-4, "{low}");
        assert!((high - 0.70070 / 0.29930).abs() < 1e-3, "{high}");
    }

    #[test]
    fn one_job_seeker_with_three_openings_does_not_lead() {
        let small = vec![figure("2026-Q3", 3, 1)];
        let large = vec![figure("2026-Q3", 400, 200)];
        let (a, b) = ("a".to_owned(), "b".to_owned());
        let ranked = ranking([(&a, &small), (&b, &large)].into_iter(), "2026-Q3");
        assert_eq!(
            ranked
                .iter()
                .map(|ranked| ranked.occupation.as_str())
                .collect::<Vec<_>>(),
            ["b", "a"]
        );
    }

    #[test]
    fn a_trend_is_told_only_beyond_chance() {
        let quarters = |last: (i64, i64)| {
            let mut series: Vec<_> = ["2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2"]
                .map(|period| figure(period, 100, 100))
                .into();
            series.push(figure("2026-Q3", last.0, last.1));
            series
        };
        assert_eq!(trend(&quarters((200, 100))), Some(Trend::Rising));
        assert_eq!(trend(&quarters((105, 100))), Some(Trend::Steady));
        assert_eq!(trend(&quarters((50, 100))), Some(Trend::Falling));
        assert_eq!(trend(&quarters((5, 100))[4..]), None);
    }
}
