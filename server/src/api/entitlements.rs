//! `POST /api/v1/entitlements`: the policy, for anybody; nothing is stored.

use app::language::Language;
use app::told::{Entitlements, Question};
use app::words;
use axum::Json;
use axum::extract::State as Reached;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use policy::{Course, Facts, HistoryEntry, Impossible, Person, calendar};
use serde::Deserialize;
use utoipa::ToSchema;

use super::Answered;
use super::body::Body;
use super::description::{DescribedCourse, DescribedEntry, DescribedPerson};
use super::speaking::Speaking;
use super::told::with_telling;
use crate::backend::published;
use crate::problem::{InputError, Problem};
use crate::state::State;

/// What is known of somebody, and the course they ask about. A key that is absent or `null` is unknown.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    /// The day asked about; today in Asia/Shanghai if not told.
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
    /// The course asked about.
    #[serde(default)]
    #[schema(value_type = Option<DescribedCourse>)]
    course: Option<Course>,
}

/// What the policy lets somebody take, with every rule that was asked.
#[utoipa::path(
    post, path = "/api/v1/entitlements", tag = "policy",
    request_body = Asked,
    responses(
        (status = 200, body = Entitlements),
        (status = 400, body = Problem, content_type = "application/problem+json", description = "The body is not JSON"),
        (status = 413, body = Problem, content_type = "application/problem+json"),
        (status = 415, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json", description = "Impossible or unreadable facts, each with its pointer"),
    )
)]
pub(super) async fn entitlements(
    Reached(state): Reached<State>,
    speaking: Speaking,
    Body(asked): Body<Asked>,
) -> Answered<Response> {
    let on = asked.on.unwrap_or_else(|| state.clock.today());
    let facts = Facts {
        person: asked.person.unwrap_or_default(),
        history: asked.history,
    };
    let mut impossible = facts.check(on).err().unwrap_or_default();
    impossible.extend(
        asked
            .course
            .as_ref()
            .and_then(|course| course.check().err())
            .unwrap_or_default(),
    );
    if !impossible.is_empty() {
        return Err(speaking.refused(faults(speaking.0, &impossible)));
    }
    let stock = state.shelf.stock();
    let published = published(&stock, asked.course.as_ref());
    let question = Question {
        facts: &facts,
        course: asked.course.as_ref(),
        published: &published,
        on,
    };
    let told = with_telling(speaking.0, &stock, |telling| {
        Entitlements::of(question, telling)
    });
    Ok((
        [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))],
        Json(told),
    )
        .into_response())
}

/// Returns impossible facts as faults of the input.
pub(super) fn faults(language: Language, impossible: &[Impossible]) -> Vec<InputError> {
    let fault = |impossible: &Impossible| InputError {
        pointer: impossible.pointer.clone(),
        detail: words::say(language, impossible.why.key(), None).into_owned(),
    };
    impossible.iter().map(fault).collect()
}
