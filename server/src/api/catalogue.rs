//! `/api/v1/catalogue`: the edition in force on a day.

use axum::extract::State as Reached;
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use policy::Level;
use serde::Serialize;
use utoipa::ToSchema;

use super::Answered;
use super::parameters::Parameters;
use super::speaking::Speaking;
use super::table::{Accepted, Cell, Table, listed};
use crate::problem::Problem;
use crate::shelf::Stock;
use crate::state::State;

/// An edition of the catalogue.
#[derive(Serialize, ToSchema)]
pub(super) struct PublishedEdition {
    /// The edition's id.
    edition: String,
    /// Its name.
    name: String,
    /// First day in force.
    from: NaiveDate,
    /// Last day in force; open where `null`.
    to: Option<NaiveDate>,
    /// Made up for the demo.
    sample: bool,
    /// By occupation, then from level 5 to 1.
    entries: Vec<PublishedEntry>,
}

/// What an edition says of one occupation at one level.
#[derive(Serialize, ToSchema)]
pub(super) struct PublishedEntry {
    /// Occupation code.
    pub(super) occupation: String,
    /// Its name.
    pub(super) name: String,
    /// The level.
    #[schema(value_type = u8)]
    pub(super) level: Level,
    /// Class hours.
    pub(super) hours: Option<i32>,
    /// Training standard in fen; `null` where not published.
    pub(super) training: Option<i64>,
    /// Appraisal standard in fen; `null` where not published.
    pub(super) appraisal: Option<i64>,
    /// Stands in the subsidised list.
    pub(super) subsidised: bool,
    /// Tier in the shortage list.
    pub(super) shortage: Option<String>,
    /// Top-up on the training standard in percent; `null` where the tier has no published one.
    pub(super) top_up_percent: Option<u32>,
}

/// The edition of the subsidised occupation catalogue that is in force.
#[utoipa::path(
    get, path = "/api/v1/catalogue", tag = "published",
    params(
        ("on" = Option<NaiveDate>, Query, description = "The day; today in Asia/Shanghai if not told"),
        ("format" = Option<String>, Query, description = "json or csv"),
    ),
    responses(
        (status = 200, body = PublishedEdition),
        (status = 404, body = Problem, content_type = "application/problem+json", description = "No edition is in force on that day"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn catalogue(
    Reached(state): Reached<State>,
    speaking: Speaking,
    accepted: Accepted,
    mut parameters: Parameters,
) -> Answered<Response> {
    let form = accepted.form(&mut parameters);
    let on = parameters.day("on").unwrap_or_else(|| state.clock.today());
    parameters.finish()?;
    let edition = in_force(&state.shelf.stock(), on)
        .ok_or_else(|| speaking.problem(StatusCode::NOT_FOUND))?;
    Ok(listed(form, &edition, table, speaking))
}

fn in_force(stock: &Stock, on: NaiveDate) -> Option<PublishedEdition> {
    let edition = stock.catalogue.in_force(on)?;
    let mut entries: Vec<_> = edition
        .entries
        .values()
        .flatten()
        .map(|entry| published(entry, stock))
        .collect();
    entries.sort_by(|a, b| a.occupation.cmp(&b.occupation).then(b.level.cmp(&a.level)));
    Some(PublishedEdition {
        edition: edition.edition.id.clone(),
        name: edition.edition.name.clone(),
        from: edition.edition.from_on,
        to: edition.edition.to_on,
        sample: edition.edition.is_sample,
        entries,
    })
}

/// Returns an entry as it is published, with the occupation's name.
pub(super) fn published(
    entry: &crate::db::catalogue::CatalogueEntry,
    stock: &Stock,
) -> PublishedEntry {
    PublishedEntry {
        occupation: entry.occupation.clone(),
        name: stock
            .occupations
            .get(&entry.occupation)
            .cloned()
            .unwrap_or_default(),
        level: entry.level,
        hours: entry.hours,
        training: entry.training.map(|fen| fen.0),
        appraisal: entry.appraisal.map(|fen| fen.0),
        subsidised: entry.is_subsidised,
        shortage: entry.shortage_tier.clone(),
        top_up_percent: entry.as_listed().top_up(),
    }
}

fn table(edition: &PublishedEdition) -> Table {
    let row = |entry: &PublishedEntry| {
        vec![
            Cell::plain(&entry.occupation),
            Cell::text(&entry.name),
            Cell::plain(entry.level),
            Cell::maybe(entry.hours),
            Cell::maybe(entry.training),
            Cell::maybe(entry.appraisal),
            Cell::plain(entry.subsidised),
            Cell::maybe(entry.shortage.as_ref()),
            Cell::maybe(entry.top_up_percent),
        ]
    };
    Table {
        name: "catalogue",
        columns: &[
            "occupation",
            "name",
            "level",
            "hours",
            "training_fen",
            "appraisal_fen",
            "subsidised",
            "shortage",
            "top_up_percent",
        ],
        rows: edition.entries.iter().map(row).collect(),
    }
}
