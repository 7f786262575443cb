//! `/api/v1/search` and `/api/v1/suggest`: what can be found.

use std::str::FromStr;
use std::time::Instant;

use app::backend::{FacetValue, Facets, Find, Hit, Kind, Near, Reason, Sort};
use app::notation;
use app::typed::visible;
use axum::Json;
use axum::extract::State as Reached;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use policy::{Coded, Level, Programme};
use serde::Serialize;
use utoipa::ToSchema;

use super::Answered;
use super::parameters::Parameters;
use super::speaking::Speaking;
use super::table::{Accepted, Cell, Table, listed};
use crate::db::course::Mode;
use crate::problem::Problem;
use crate::state::State;

/// The most characters that are searched for.
const MOST_TYPED: usize = 200;
/// The most hits a page, as many as the index gives.
const MOST_PER_PAGE: u32 = 100;
/// The last page that can be asked for.
const LAST_PAGE: u32 = 10_000;
/// What `near` may be.
const NEAR: &str =
    "the six-digit code of a district of the city, or latitude,longitude such as 38.9,121.6";
/// Proposals while somebody types.
const PROPOSALS: usize = 8;

/// A page of hits.
#[derive(Serialize, ToSchema)]
pub(super) struct FoundPage {
    /// Hits on all pages.
    total: u64,
    /// Microseconds that the search took.
    took_us: u64,
    /// This page's hits.
    hits: Vec<FoundHit>,
    /// Counts for each filter, each leaving out its own.
    facets: FoundFacets,
    /// Another spelling that finds something.
    did_you_mean: Option<String>,
}

/// One thing found.
#[derive(Serialize, ToSchema)]
pub(super) struct FoundHit {
    /// `occupation`, `course`, `institution` or `base`.
    kind: &'static str,
    /// Its id; an occupation's is its code.
    id: String,
    /// The occupation code, on occupations and courses.
    code: Option<String>,
    /// Its name.
    name: String,
    /// The name as HTML, what matched inside `<mark>`.
    highlight: String,
    /// Why it was found where its name does not show it; else `null`, as where its code, its place or its district does.
    why: Option<FoundWhy>,
    /// What its occupation is called in English, on occupations and courses.
    english: Option<&'static str>,
    /// The score; greater is better, comparable within one answer only.
    score: f32,
    /// District codes.
    districts: Vec<String>,
    /// Kilometres from `near`, over the ground, to the centre of the nearest of them; `null` without `near`.
    distance_km: Option<f64>,
    /// Levels: a course's one, an occupation's subsidised ones.
    #[schema(value_type = Vec<u8>)]
    levels: Vec<Level>,
    /// Tier in the shortage list.
    shortage: Option<String>,
    /// Name of the institution or base, on courses.
    place: Option<String>,
    /// First day, on courses.
    start: Option<NaiveDate>,
    /// Last day to apply, on courses.
    apply_until: Option<NaiveDate>,
    /// Seats left, on courses; may lag by a moment.
    seats_left: Option<u32>,
    /// Programme, on courses.
    programme: Option<String>,
    /// The training or practice subsidy that the catalogue promises, in fen.
    subsidy: Option<i64>,
    /// What a person pays first, on courses, in fen.
    own_cost: Option<i64>,
    /// Made up for the demo.
    sample: bool,
}

/// Why something was found.
#[derive(Serialize, ToSchema)]
pub(super) struct FoundWhy {
    /// `alias`, `synonym`, `sound` (pinyin and initials too), `spelling`, `about` (an occupation's minor group, what an
    /// institution is designated to teach, a base's university), or `some_words` where not all of them were found.
    by: &'static str,
    /// The other name that matched, or the words around it.
    text: Option<String>,
}

/// Counts of each filter's values.
#[derive(Serialize, ToSchema)]
pub(super) struct FoundFacets {
    kind: Vec<FoundValue>,
    district: Vec<FoundValue>,
    level: Vec<FoundValue>,
    shortage: Vec<FoundValue>,
    programme: Vec<FoundValue>,
    mode: Vec<FoundValue>,
    /// Months in which courses start.
    month: Vec<FoundValue>,
    /// Institutions and bases: the thirty with the most hits, and those asked for.
    institution: Vec<FoundValue>,
    /// How many of the hits still take applications.
    open: u64,
}

/// A filter's value and how many hits it would leave.
#[derive(Serialize, ToSchema)]
pub(super) struct FoundValue {
    value: String,
    count: u64,
}

/// A proposal.
#[derive(Serialize, ToSchema)]
pub(super) struct Proposal {
    text: String,
    /// The name by which it was found, where that is another than its own.
    called: Option<String>,
    kind: &'static str,
    id: String,
    /// How many of its courses and practice slots take applications; `null` where words of the text are filters.
    open: Option<u64>,
}

/// Finds occupations, courses, institutions and bases by words and filters.
#[utoipa::path(
    get, path = "/api/v1/search", tag = "published",
    params(
        ("q" = Option<String>, Query, description = "Words, in characters, pinyin or English; places, levels, months and ways of teaching among them are filters. Or whole occupation codes, or what is printed on a course"),
        ("kind" = Option<Vec<String>>, Query, description = "occupation, institution, course, base; may be repeated, as may every filter"),
        ("district" = Option<Vec<String>>, Query, description = "District codes"),
        ("level" = Option<Vec<u8>>, Query, description = "5 to 1"),
        ("shortage" = Option<Vec<String>>, Query, description = "Tiers of the shortage list"),
        ("programme" = Option<Vec<String>>, Query, description = "Programme codes"),
        ("occupation" = Option<Vec<String>>, Query, description = "Occupation codes"),
        ("institution" = Option<Vec<String>>, Query, description = "Ids of institutions or bases"),
        ("month" = Option<Vec<String>>, Query, description = "Months in which courses start, such as 2026-12"),
        ("from" = Option<NaiveDate>, Query, description = "Starts on this day or later"),
        ("to" = Option<NaiveDate>, Query, description = "Starts on this day or earlier"),
        ("open" = Option<bool>, Query, description = "Only courses, and of them those that still take applications"),
        ("mode" = Option<Vec<String>>, Query, description = "When courses meet: daytime, evening, weekend, online"),
        ("literal" = Option<bool>, Query, description = "Only what bears the words as they stand: nothing read out of them, nothing guessed by sound or spelling"),
        ("sort" = Option<String>, Query, description = "relevance, start, market, cost (the least that a person pays first), distance (then near, too)"),
        ("near" = Option<String>, Query, description = "From where distance is told: a district code, or latitude,longitude such as 38.9,121.6, which is kept nowhere. Distance is that of the district's centre"),
        ("page" = Option<u32>, Query, description = "From 1"),
        ("per_page" = Option<u32>, Query, description = "1 to 100, 20 if not told"),
        ("format" = Option<String>, Query, description = "json or csv"),
    ),
    responses((status = 200, body = FoundPage), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn search(
    Reached(state): Reached<State>,
    speaking: Speaking,
    accepted: Accepted,
    mut parameters: Parameters,
) -> Answered<Response> {
    let form = accepted.form(&mut parameters);
    let find = asked(&state, &mut parameters);
    parameters.finish()?;
    let start = Instant::now();
    let found = state
        .backend
        .search(&find)
        .await
        .map_err(|fault| speaking.unavailable(&fault))?;
    let took_us = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX);
    let page = FoundPage {
        total: found.total,
        took_us,
        hits: found.hits.into_iter().map(hit).collect(),
        facets: facets(found.facets),
        did_you_mean: found.did_you_mean,
    };
    Ok(listed(form, &page, table, speaking))
}

/// Proposes up to eight names while somebody types.
#[utoipa::path(
    get, path = "/api/v1/suggest", tag = "published",
    params(("q" = Option<String>, Query, description = "What was typed so far")),
    responses((status = 200, body = Vec<Proposal>), (status = 422, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn suggest(
    Reached(state): Reached<State>,
    speaking: Speaking,
    mut parameters: Parameters,
) -> Answered<Response> {
    let typed = parameters.text("q", MOST_TYPED).unwrap_or_default();
    parameters.finish()?;
    let proposals = state
        .backend
        .suggest(&visible(&typed), PROPOSALS)
        .await
        .map_err(|fault| speaking.unavailable(&fault))?;
    let proposals: Vec<_> = proposals
        .into_iter()
        .map(|proposal| Proposal {
            text: proposal.text,
            called: proposal.called,
            kind: proposal.kind.code(),
            id: proposal.id,
            open: proposal.open,
        })
        .collect();
    Ok(Json(proposals).into_response())
}

fn asked(state: &State, parameters: &mut Parameters) -> Find {
    let stock = state.shelf.stock();
    let district = |code: &str| {
        stock
            .districts
            .iter()
            .find(|district| district.code == code)
            .map(|district| district.code.clone())
    };
    let tier = |tier: &str| stock.catalogue.has_tier(tier).then(|| tier.to_owned());
    let occupation = |code: &str| {
        stock
            .occupations
            .contains_key(code)
            .then(|| code.to_owned())
    };
    let place = |id: &str| {
        (stock.institutions.contains_key(id) || stock.bases.contains_key(id)).then(|| id.to_owned())
    };
    let programme = |code: &str| {
        Programme::from_str(code)
            .ok()
            .map(|programme| programme.code().to_owned())
    };
    let near = |text: &str| match text.split_once(',') {
        Some((latitude, longitude)) => position(latitude, longitude),
        None => stock
            .districts
            .iter()
            .find(|district| district.code == text && district.centre().is_some())
            .map(|district| Near::District(district.code.clone())),
    };
    let number = |most: u32| {
        move |text: &str| {
            text.parse()
                .ok()
                .filter(|number| (1..=most).contains(number))
        }
    };
    let near = parameters.many_of("near", NEAR, near).into_iter().next();
    let sort = parameters
        .one::<Sort>("sort", "relevance, start, market, cost or distance")
        .unwrap_or_default();
    if sort == Sort::Distance && near.is_none() && !parameters.has("near") {
        parameters.fault("near", format!("{NEAR}, to sort by distance"));
    }
    let (from, to) = (parameters.day("from"), parameters.day("to"));
    if from.zip(to).is_some_and(|(from, to)| from > to) {
        parameters.fault("to", "a day that is not before `from`".to_owned());
    }
    Find {
        text: parameters.text("q", MOST_TYPED).unwrap_or_default(),
        kinds: parameters.many::<Kind>("kind", "occupation, institution, course or base"),
        districts: parameters.many_of(
            "district",
            "the six-digit code of a district of the city, such as 210211",
            district,
        ),
        levels: parameters
            .many::<Level>("level", "a level from 5 (primary) to 1 (senior technician)"),
        shortage: parameters.many_of("shortage", "a tier of the shortage list", tier),
        programmes: parameters.many_of(
            "programme",
            "one of the eight programmes, such as employment_skills",
            programme,
        ),
        occupations: parameters.many_of(
            "occupation",
            "an occupation code such as 6-18-02-04",
            occupation,
        ),
        places: parameters.many_of("institution", "the id of an institution or base", place),
        modes: parameters.many_of("mode", "daytime, evening, weekend or online", |code| {
            Mode::from_code(code).map(|mode| mode.code().to_owned())
        }),
        months: parameters.many_of("month", "a month such as 2026-12", |text| {
            notation::is_month(text).then(|| text.to_owned())
        }),
        from,
        to,
        open: parameters
            .one::<bool>("open", "true or false")
            .unwrap_or(false),
        literal: parameters
            .one::<bool>("literal", "true or false")
            .unwrap_or(false),
        sort,
        near,
        page: parameters
            .many_of("page", "a page from 1 to 10000", number(LAST_PAGE))
            .first()
            .copied()
            .unwrap_or(1),
        per_page: parameters
            .many_of("per_page", "a number from 1 to 100", number(MOST_PER_PAGE))
            .first()
            .copied()
            .unwrap_or(20),
    }
}

/// Returns a place on the ground; nothing where the degrees can't be read.
fn position(latitude: &str, longitude: &str) -> Option<Near> {
    let degrees = |text: &str, most: f64| {
        let degrees: f64 = text.trim().parse().ok()?;
        (-most..=most).contains(&degrees).then_some(degrees)
    };
    Some(Near::Position {
        latitude: degrees(latitude, 90.0)?,
        longitude: degrees(longitude, 180.0)?,
    })
}

fn hit(hit: Hit) -> FoundHit {
    FoundHit {
        kind: hit.kind.code(),
        highlight: highlight(&hit),
        why: hit.reason.map(why),
        english: hit.english,
        id: hit.id,
        code: hit.code,
        name: hit.name,
        score: hit.score,
        districts: hit.districts,
        distance_km: hit
            .kilometres
            .map(|kilometres| (kilometres * 10.0).round() / 10.0),
        levels: hit.levels,
        shortage: hit.shortage,
        place: hit.place,
        start: hit.start,
        apply_until: hit.apply_until,
        seats_left: hit.seats_left,
        programme: hit.programme,
        subsidy: hit.subsidy.map(|subsidy| subsidy.0),
        own_cost: hit.own_cost.map(|cost| cost.0),
        sample: hit.is_sample,
    }
}

fn why(reason: Reason) -> FoundWhy {
    let (by, text) = match reason {
        Reason::Alias(name) => ("alias", Some(name)),
        Reason::Synonym(word) => ("synonym", Some(word)),
        Reason::Sound(name) => ("sound", name),
        Reason::Spelling(name) => ("spelling", name),
        Reason::About(text) => ("about", Some(text)),
        Reason::Relaxed => ("some_words", None),
    };
    FoundWhy { by, text }
}

/// Returns the name as HTML, what matched inside `<mark>`.
fn highlight(hit: &Hit) -> String {
    let escaped = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('"', "&quot;")
    };
    let mut html = String::with_capacity(hit.name.len() + 16);
    let mut done = 0;
    for range in &hit.marked {
        let (Some(before), Some(marked)) =
            (hit.name.get(done..range.start), hit.name.get(range.clone()))
        else {
            break;
        };
        html.push_str(&escaped(before));
        html.push_str(&format!("<mark>{}</mark>", escaped(marked)));
        done = range.end;
    }
    html.push_str(&escaped(hit.name.get(done..).unwrap_or_default()));
    html
}

fn facets(facets: Facets) -> FoundFacets {
    fn values(values: Vec<FacetValue>) -> Vec<FoundValue> {
        values
            .into_iter()
            .map(|value| FoundValue {
                value: value.value,
                count: value.count,
            })
            .collect()
    }
    FoundFacets {
        kind: values(facets.kind),
        district: values(facets.district),
        level: values(facets.level),
        shortage: values(facets.shortage),
        programme: values(facets.programme),
        mode: values(facets.mode),
        month: values(facets.month),
        institution: facets
            .place
            .into_iter()
            .map(|place| FoundValue {
                value: place.id,
                count: place.count,
            })
            .collect(),
        open: facets.open,
    }
}

fn table(page: &FoundPage) -> Table {
    let row = |hit: &FoundHit| {
        vec![
            Cell::plain(hit.kind),
            Cell::text(&hit.id),
            Cell::maybe(hit.code.as_ref()),
            Cell::text(&hit.name),
            Cell::plain(hit.districts.join(" ")),
            Cell::plain(
                hit.levels
                    .iter()
                    .map(Level::to_string)
                    .collect::<Vec<_>>()
                    .join(" "),
            ),
            Cell::maybe(hit.shortage.as_ref()),
            hit.place.as_ref().map_or(Cell::Empty, Cell::text),
            Cell::maybe(hit.start),
            Cell::maybe(hit.apply_until),
            Cell::maybe(hit.seats_left),
            Cell::maybe(hit.programme.as_ref()),
            Cell::maybe(hit.subsidy),
            Cell::plain(hit.sample),
            Cell::maybe(hit.distance_km),
            Cell::maybe(hit.own_cost),
        ]
    };
    Table {
        name: "search",
        columns: &[
            "kind",
            "id",
            "code",
            "name",
            "districts",
            "levels",
            "shortage",
            "place",
            "start",
            "apply_until",
            "seats_left",
            "programme",
            "subsidy_fen",
            "sample",
            "distance_km",
            "own_cost_fen",
        ],
        rows: page.hits.iter().map(row).collect(),
    }
}
