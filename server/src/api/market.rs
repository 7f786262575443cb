//! `/api/v1/market` and `/api/v1/market/ranking`: supply and demand as published, and what is short.

use axum::extract::State as Reached;
use axum::response::Response;
use policy::Coded;
use serde::Serialize;
use utoipa::ToSchema;

use super::Answered;
use super::parameters::Parameters;
use super::speaking::Speaking;
use super::table::{Accepted, Cell, Table, listed};
use crate::backend::unavailable;
use crate::db::market::{CITY, MarketFigure};
use crate::market::shortage;
use crate::problem::Problem;
use crate::shelf::Stock;
use crate::state::State;

/// Figures as published.
#[derive(Serialize, ToSchema)]
pub(super) struct PublishedFigures {
    figures: Vec<PublishedFigure>,
}

/// One published figure.
#[derive(Serialize, ToSchema)]
pub(super) struct PublishedFigure {
    /// `2026-Q3` or `2026`.
    period: String,
    /// A district's code, `210200` for the city, or the area's own name.
    area: String,
    /// Occupation code; `null` for totals and groups.
    occupation: Option<String>,
    /// Name of the occupation or group.
    name: Option<String>,
    /// Openings.
    demand: Option<i64>,
    /// Job seekers.
    supply: Option<i64>,
    /// Openings per job seeker: as published, else demand / supply.
    ratio: Option<f64>,
    /// Where it was published.
    source: String,
    /// Made up for the demo.
    sample: bool,
}

/// What is short, the shortest first.
#[derive(Serialize, ToSchema)]
pub(super) struct ShortageRanking {
    /// The period; `null` where nothing was published.
    period: Option<String>,
    /// How the interval is made.
    method: &'static str,
    ranking: Vec<RankedOccupation>,
}

/// One place in the ranking.
#[derive(Serialize, ToSchema)]
pub(super) struct RankedOccupation {
    /// From 1.
    rank: usize,
    /// Occupation code.
    occupation: String,
    name: String,
    /// Openings.
    demand: Option<i64>,
    /// Job seekers.
    supply: Option<i64>,
    /// Openings per job seeker.
    ratio: f64,
    /// Its 95 % interval; `null` where counts were not published.
    interval: Option<RatioInterval>,
    /// `rising`, `steady`, `falling`, or `null` where there is nothing to compare with.
    trend: Option<&'static str>,
    /// Made up for the demo.
    sample: bool,
}

/// An interval for a ratio.
#[derive(Serialize, ToSchema)]
pub(super) struct RatioInterval {
    low: f64,
    high: f64,
}

/// Supply and demand as published: of an occupation, of an area's occupations, or of whole areas.
#[utoipa::path(
    get, path = "/api/v1/market", tag = "market",
    params(
        ("occupation" = Option<String>, Query, description = "Occupation code"),
        ("district" = Option<String>, Query, description = "District code; 210200 for the city"),
        ("period" = Option<String>, Query, description = "2026-Q3 or 2026"),
        ("format" = Option<String>, Query, description = "json or csv"),
    ),
    responses((status = 200, body = PublishedFigures), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn market(
    Reached(state): Reached<State>,
    speaking: Speaking,
    accepted: Accepted,
    mut parameters: Parameters,
) -> Answered<Response> {
    let form = accepted.form(&mut parameters);
    let stock = state.shelf.stock();
    let occupation = parameters
        .many_of(
            "occupation",
            "an occupation code such as 6-18-02-04",
            |code| {
                stock
                    .occupations
                    .contains_key(code)
                    .then(|| code.to_owned())
            },
        )
        .into_iter()
        .next();
    let is_area =
        |code: &str| code == CITY || stock.districts.iter().any(|district| district.code == code);
    let district = parameters
        .many_of(
            "district",
            "the code of a district, or 210200 for the city",
            |code| is_area(code).then(|| code.to_owned()),
        )
        .into_iter()
        .next();
    let period = asked_period(&mut parameters);
    parameters.finish()?;
    let database = &state.database;
    let figures = match (&occupation, &district) {
        (Some(occupation), Some(district)) => database.market_series(occupation, district).await,
        (Some(occupation), None) => database.market_series_everywhere(occupation).await,
        (None, Some(district)) => database.market_of_area(district).await,
        (None, None) => database.market_totals().await,
    };
    let figures = figures.map_err(|fault| speaking.unavailable(&unavailable(fault)))?;
    let asked = figures.into_iter().filter(|figure| {
        period
            .as_ref()
            .is_none_or(|period| figure.period == *period)
    });
    let published = PublishedFigures {
        figures: asked.map(|figure| published(figure, &stock)).collect(),
    };
    Ok(listed(form, &published, figures_table, speaking))
}

/// Occupations by how short they are: openings per job seeker with a 95 % interval and a trend.
#[utoipa::path(
    get, path = "/api/v1/market/ranking", tag = "market",
    params(
        ("period" = Option<String>, Query, description = "2026-Q3 or 2026; the latest if not told"),
        ("format" = Option<String>, Query, description = "json or csv"),
    ),
    responses((status = 200, body = ShortageRanking), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn ranking(
    Reached(state): Reached<State>,
    speaking: Speaking,
    accepted: Accepted,
    mut parameters: Parameters,
) -> Answered<Response> {
    let form = accepted.form(&mut parameters);
    let told = asked_period(&mut parameters);
    parameters.finish()?;
    let stock = state.shelf.stock();
    let latest = || {
        stock
            .market
            .values()
            .flatten()
            .map(|figure| figure.period.clone())
            .max()
    };
    let period = told.or_else(latest);
    let ranked = period
        .as_deref()
        .map(|period| shortage::ranking(stock.market.iter(), period))
        .unwrap_or_default();
    let ranking = ranked
        .into_iter()
        .enumerate()
        .map(|(place, ranked)| occupation(place + 1, ranked, &stock))
        .collect();
    let ranking = ShortageRanking {
        period,
        method: shortage::METHOD,
        ranking,
    };
    Ok(listed(form, &ranking, ranking_table, speaking))
}

fn asked_period(parameters: &mut Parameters) -> Option<String> {
    let is_period = |text: &str| {
        let (year, quarter) = text
            .split_once("-Q")
            .map_or((text, None), |(year, quarter)| (year, Some(quarter)));
        let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        is_year && quarter.is_none_or(|quarter| matches!(quarter, "1" | "2" | "3" | "4"))
    };
    parameters
        .many_of("period", "a quarter such as 2026-Q3, or a year", |text| {
            is_period(text).then(|| text.to_owned())
        })
        .into_iter()
        .next()
}

fn published(figure: MarketFigure, stock: &Stock) -> PublishedFigure {
    PublishedFigure {
        ratio: shortage::ratio(&figure).map(|ratio| ratio.ratio),
        name: figure
            .occupation
            .as_ref()
            .and_then(|code| stock.occupations.get(code))
            .cloned()
            .or(figure.group_name),
        period: figure.period,
        area: figure.area,
        occupation: figure.occupation,
        demand: figure.demand,
        supply: figure.supply,
        source: figure.source,
        sample: figure.is_sample,
    }
}

fn occupation(rank: usize, ranked: shortage::Ranked, stock: &Stock) -> RankedOccupation {
    RankedOccupation {
        rank,
        name: stock
            .occupations
            .get(&ranked.occupation)
            .cloned()
            .unwrap_or_default(),
        occupation: ranked.occupation,
        demand: ranked.figure.demand,
        supply: ranked.figure.supply,
        ratio: ranked.ratio.ratio,
        interval: ranked
            .ratio
            .interval
            .map(|(low, high)| RatioInterval { low, high }),
        trend: ranked.trend.map(Coded::code),
        sample: ranked.figure.is_sample,
    }
}

fn figures_table(published: &PublishedFigures) -> Table {
    let row = |figure: &PublishedFigure| {
        vec![
            Cell::plain(&figure.period),
            Cell::text(&figure.area),
            Cell::maybe(figure.occupation.as_ref()),
            figure.name.as_ref().map_or(Cell::Empty, Cell::text),
            Cell::maybe(figure.demand),
            Cell::maybe(figure.supply),
            Cell::maybe(figure.ratio),
            Cell::text(&figure.source),
            Cell::plain(figure.sample),
        ]
    };
    Table {
        name: "market",
        columns: &[
            "period",
            "area",
            "occupation",
            "name",
            "demand",
            "supply",
            "ratio",
            "source",
            "sample",
        ],
        rows: published.figures.iter().map(row).collect(),
    }
}

fn ranking_table(ranking: &ShortageRanking) -> Table {
    let row = |ranked: &RankedOccupation| {
        vec![
            Cell::plain(ranked.rank),
            Cell::plain(&ranked.occupation),
            Cell::text(&ranked.name),
            Cell::maybe(ranked.demand),
            Cell::maybe(ranked.supply),
            Cell::plain(ranked.ratio),
            Cell::maybe(ranked.interval.as_ref().map(|interval| interval.low)),
            Cell::maybe(ranked.interval.as_ref().map(|interval| interval.high)),
            Cell::maybe(ranked.trend),
            Cell::plain(ranked.sample),
        ]
    };
    Table {
        name: "ranking",
        columns: &[
            "rank",
            "occupation",
            "name",
            "demand",
            "supply",
            "ratio",
            "low",
            "high",
            "trend",
            "sample",
        ],
        rows: ranking.ranking.iter().map(row).collect(),
    }
}
