//! `POST /api/v1/recommendations`: courses ranked for somebody, each with the parts of its score; nothing is stored.

use app::backend::{Recommendation, Wishes};
use app::policy_words::Telling;
use app::told::AskedCourse;
use axum::extract::State as Reached;
use axum::response::Response;
use chrono::NaiveDate;
use policy::{District, Facts, HistoryEntry, Person, calendar};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Answered;
use super::body::Body;
use super::description::{DescribedEntry, DescribedPerson};
use super::entitlements::faults;
use super::parameters::Parameters;
use super::places::PublishedCourse;
use super::speaking::Speaking;
use super::table::{Accepted, Cell, Table, listed};
use super::told::with_telling;
use crate::problem::{InputError, Problem};
use crate::state::State;

/// Courses in an answer if nothing else is told, and at most.
const LIMIT: usize = 20;
const MOST: usize = 100;
/// Interests that are looked at, and characters of each.
const MOST_INTERESTS: usize = 20;
const MOST_TYPED: usize = 100;

/// What is known of somebody and what they look for. A key that is absent or `null` is unknown.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Looking {
    /// The day on which the facts are told; today in Asia/Shanghai if not told.
    #[serde(default, deserialize_with = "calendar::perhaps")]
    on: Option<NaiveDate>,
    /// The person.
    #[serde(default)]
    #[schema(value_type = Option<DescribedPerson>)]
    person: Option<Person>,
    /// Every earlier and reserved training; `[]` says that there is none.
    #[serde(default)]
    #[schema(value_type = Option<Vec<DescribedEntry>>)]
    history: Option<Vec<HistoryEntry>>,
    /// Occupation codes, or words for what somebody would like to do.
    #[serde(default)]
    interests: Option<Vec<String>>,
    /// The code of the district that suits; else that of residence.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    location: Option<District>,
    /// 1 to 100; 20 if not told.
    #[serde(default)]
    limit: Option<usize>,
}

/// Ranked courses.
#[derive(Serialize, ToSchema)]
pub(super) struct Recommendations {
    /// The day.
    on: NaiveDate,
    recommendations: Vec<RecommendedCourse>,
}

/// A course in its place.
#[derive(Serialize, ToSchema)]
pub(super) struct RecommendedCourse {
    /// From 1.
    rank: usize,
    /// The sum of the parts, exactly.
    score: f64,
    /// What the score is made of.
    parts: Vec<ScorePart>,
    course: PublishedCourse,
    /// What the rules say of it for this person.
    entitlement: AskedCourse,
}

/// One part of a score.
#[derive(Serialize, ToSchema)]
pub(super) struct ScorePart {
    /// `entitlement`, `market`, `district`, `interest`, `start` or `seats`.
    part: &'static str,
    /// What it adds, a number of quarters.
    points: f64,
    /// The figure behind it (a ratio, days, seats), where there is one.
    figure: Option<f64>,
}

/// Open courses ranked for somebody; the parts of each score add up to it.
#[utoipa::path(
    post, path = "/api/v1/recommendations", tag = "policy",
    request_body = Looking,
    params(("format" = Option<String>, Query, description = "json or csv")),
    responses(
        (status = 200, body = Recommendations),
        (status = 400, body = Problem, content_type = "application/problem+json"),
        (status = 415, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn recommendations(
    Reached(state): Reached<State>,
    speaking: Speaking,
    accepted: Accepted,
    mut parameters: Parameters,
    Body(looking): Body<Looking>,
) -> Answered<Response> {
    let form = accepted.form(&mut parameters);
    parameters.finish()?;
    let on = looking.on.unwrap_or_else(|| state.clock.today());
    let facts = Facts {
        person: looking.person.unwrap_or_default(),
        history: looking.history,
    };
    let mut found = facts
        .check(on)
        .err()
        .map(|impossible| faults(speaking.0, &impossible))
        .unwrap_or_default();
    let interests = looking.interests.unwrap_or_default();
    let limit = looking.limit.unwrap_or(LIMIT);
    found.extend(checked(&interests, limit));
    if !found.is_empty() {
        return Err(speaking.refused(found));
    }
    let wishes = Wishes {
        interests,
        district: looking.location.map(|district| district.to_string()),
        limit,
    };
    let ranked = state
        .backend
        .recommended(&facts, &wishes)
        .await
        .map_err(|fault| speaking.unavailable(&fault))?;
    let stock = state.shelf.stock();
    let recommendations = with_telling(speaking.0, &stock, |telling| {
        ranked
            .into_iter()
            .enumerate()
            .map(|(place, ranked)| recommended(place + 1, ranked, telling))
            .collect()
    });
    Ok(listed(
        form,
        &Recommendations {
            on,
            recommendations,
        },
        table,
        speaking,
    ))
}

fn checked(interests: &[String], limit: usize) -> Vec<InputError> {
    let mut faults = Vec::new();
    let mut fault = |pointer: String, detail: String| faults.push(InputError { pointer, detail });
    if interests.len() > MOST_INTERESTS {
        fault(
            "/interests".to_owned(),
            format!("expected at most {MOST_INTERESTS} interests"),
        );
    }
    for (place, interest) in interests.iter().enumerate().take(MOST_INTERESTS) {
        if interest.chars().count() > MOST_TYPED {
            fault(
                format!("/interests/{place}"),
                format!("expected at most {MOST_TYPED} characters"),
            );
        }
    }
    if !(1..=MOST).contains(&limit) {
        fault(
            "/limit".to_owned(),
            format!("expected a number from 1 to {MOST}"),
        );
    }
    faults
}

fn recommended(rank: usize, ranked: Recommendation, telling: &Telling<'_>) -> RecommendedCourse {
    RecommendedCourse {
        rank,
        score: ranked.score,
        parts: ranked
            .parts
            .into_iter()
            .map(|part| ScorePart {
                part: part.key,
                points: part.points,
                figure: part.figure,
            })
            .collect(),
        entitlement: AskedCourse::of(&ranked.assessment, telling),
        course: ranked.course.into(),
    }
}

fn table(recommendations: &Recommendations) -> Table {
    let points = |ranked: &RecommendedCourse, key: &str| {
        Cell::maybe(
            ranked
                .parts
                .iter()
                .find(|part| part.part == key)
                .map(|part| part.points),
        )
    };
    let row = |ranked: &RecommendedCourse| {
        let (id, title) = ranked.course.named();
        let parts = [
            "entitlement",
            "market",
            "district",
            "interest",
            "start",
            "seats",
        ]
        .map(|key| points(ranked, key));
        let mut row = vec![
            Cell::plain(ranked.rank),
            Cell::text(id),
            Cell::text(title),
            Cell::plain(ranked.entitlement.verdict()),
            Cell::plain(ranked.score),
        ];
        row.extend(parts);
        row
    };
    Table {
        name: "recommendations",
        columns: &[
            "rank",
            "course",
            "title",
            "verdict",
            "score",
            "entitlement",
            "market",
            "district",
            "interest",
            "start",
            "seats",
        ],
        rows: recommendations.recommendations.iter().map(row).collect(),
    }
}
