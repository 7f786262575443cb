//! Supply and demand as published; nothing is computed here.

use sqlx::FromRow;

use super::occupation::CLASSIFICATION;
use super::{Database, Result, Transaction};

/// The city's own code, where a figure is for all of it.
pub const CITY: &str = "210200";

/// One published figure: of an occupation, of a group of them, or of the whole area.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct MarketFigure {
    /// `2026-Q3` or `2026`.
    pub period: String,
    /// A district's code, [`CITY`], or the area's own name.
    pub area: String,
    /// Occupation code of the present classification.
    pub occupation: Option<String>,
    /// Published name of a group, or of an occupation that the classification does not know.
    pub group_name: Option<String>,
    /// Openings.
    pub demand: Option<i64>,
    /// Job seekers.
    pub supply: Option<i64>,
    /// The published openings per job seeker, in thousandths.
    pub ratio_thousandths: Option<i64>,
    /// The place in a published ranking.
    pub published_rank: Option<i32>,
    /// Where it was published.
    pub source: String,
    /// What is uncertain about it.
    pub note: Option<String>,
    /// Whether it was made up.
    #[sqlx(rename = "sample")]
    pub is_sample: bool,
}

const OF_OCCUPATION: &str =
    "select period, area, occupation, group_name, demand, supply, ratio_thousandths,
    published_rank, source, note, sample
from market_figure
where occupation = $1
and area = $2
order by period, source";

const OF_OCCUPATION_EVERYWHERE: &str =
    "select period, area, occupation, group_name, demand, supply,
    ratio_thousandths, published_rank, source, note, sample
from market_figure
where occupation = $1
order by area, period, source";

const TOTALS: &str =
    "select period, area, occupation, group_name, demand, supply, ratio_thousandths,
    published_rank, source, note, sample
from market_figure
where occupation is null
and group_name is null
order by area, period, source";

const OF_AREA: &str =
    "select period, area, occupation, group_name, demand, supply, ratio_thousandths,
    published_rank, source, note, sample
from market_figure
where area = $1
and occupation is not null
order by occupation, period, source";

const OF_GROUPS: &str =
    "select period, area, occupation, group_name, demand, supply, ratio_thousandths,
    published_rank, source, note, sample
from market_figure
where group_name is not null
order by area, period, group_name, source";

const PUT: &str = "insert into market_figure (period, area, classification, occupation, group_name, demand, supply,
    ratio_thousandths, published_rank, source, note, sample)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
on conflict (period, area, coalesce(occupation, ''), coalesce(group_name, ''), source) do update set
    demand = excluded.demand,
    supply = excluded.supply,
    ratio_thousandths = excluded.ratio_thousandths,
    published_rank = excluded.published_rank,
    note = excluded.note,
    sample = excluded.sample";

impl Database {
    /// Returns an occupation's figures in one area, oldest first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn market_series(&self, occupation: &str, area: &str) -> Result<Vec<MarketFigure>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(OF_OCCUPATION)
            .bind(occupation)
            .bind(area)
            .fetch_all(pool)
            .await?))
    }

    /// Returns an occupation's figures in every area, by area, each oldest first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn market_series_everywhere(&self, occupation: &str) -> Result<Vec<MarketFigure>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(OF_OCCUPATION_EVERYWHERE)
            .bind(occupation)
            .fetch_all(pool)
            .await?))
    }

    /// Returns the figures of whole areas, by area, each oldest first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn market_totals(&self) -> Result<Vec<MarketFigure>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(TOTALS)
            .fetch_all(pool)
            .await?))
    }

    /// Returns the figures of groups of occupations, by area, each oldest first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn market_groups(&self) -> Result<Vec<MarketFigure>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(OF_GROUPS)
            .fetch_all(pool)
            .await?))
    }

    /// Returns the figures of every occupation in one area, by occupation, each oldest first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn market_of_area(&self, area: &str) -> Result<Vec<MarketFigure>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(OF_AREA)
            .bind(area)
            .fetch_all(pool)
            .await?))
    }
}

impl Transaction {
    /// Adds a figure or replaces the one of the same source for the same period, area and occupation or group.
    ///
    /// # Errors
    /// If the database refuses, for one because the occupation is unknown.
    pub async fn put_market_figure(&mut self, figure: &MarketFigure) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(PUT)
                .bind(&figure.period)
                .bind(&figure.area)
                .bind(CLASSIFICATION)
                .bind(&figure.occupation)
                .bind(&figure.group_name)
                .bind(figure.demand)
                .bind(figure.supply)
                .bind(figure.ratio_thousandths)
                .bind(figure.published_rank)
                .bind(&figure.source)
                .bind(&figure.note)
                .bind(figure.is_sample)
                .execute(connection)
                .await?;
        });
        Ok(())
    }
}
