//! `/api/v1/enrolments` and `/api/v1/me/entitlements`: acting as somebody.

use app::backend::{Application, PersonId};
use app::told::{Entitlements, Question};
use axum::Json;
use axum::extract::{Path, State as Reached};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use policy::Coded;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

use super::Answered;
use super::acting::Acting;
use super::body::Body;
use super::parameters::Parameters;
use super::places::PublishedCourse;
use super::speaking::Speaking;
use super::table::{Accepted, Cell, Table, listed};
use super::told::with_telling;
use crate::backend::{published, unavailable};
use crate::counter;
use crate::enrolment::{Cancelled, Outcome, Receipt, Request, Withdrawal};
use crate::problem::{InputError, Problem};
use crate::state::State;

const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
const MOST_KEY_BYTES: usize = 200;

/// The course or the slot to be enrolled in.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Wish {
    /// Id of a course.
    #[serde(default)]
    course: Option<String>,
    /// Id of a practice slot.
    #[serde(default)]
    slot: Option<String>,
}

/// The proof of an enrolment.
#[derive(Serialize, ToSchema)]
pub(super) struct Enrolled {
    /// Id, for cancelling.
    id: String,
    /// The number to quote.
    reference: String,
    /// The course's or slot's id.
    course: String,
    /// RFC 3339, to the millisecond.
    enrolled_at: String,
    /// Where the ledger records it.
    ledger_position: i64,
    /// The hash of that record, in hexadecimal.
    ledger_hash: String,
}

/// A person's enrolments.
#[derive(Serialize, ToSchema)]
pub(super) struct MyEnrolments {
    /// Newest first.
    enrolments: Vec<MyEnrolment>,
}

/// One of them.
#[derive(Serialize, ToSchema)]
pub(super) struct MyEnrolment {
    /// Id, for cancelling.
    id: String,
    /// The number to quote.
    reference: String,
    /// `reserved`, `completed`, `certified`, `paid`, `failed` or `cancelled`.
    state: &'static str,
    /// RFC 3339.
    enrolled_at: String,
    /// RFC 3339; `null` unless it was cancelled.
    cancelled_at: Option<String>,
    can_cancel: bool,
    course: PublishedCourse,
    ledger_position: u64,
    ledger_hash: String,
}

/// Enrols the person, if the policy lets them and a seat is free; where the course is full, puts them in line. The same
/// key never enrols twice.
#[utoipa::path(
    post, path = "/api/v1/enrolments", tag = "acting",
    request_body = Wish,
    params(("Idempotency-Key" = String, Header, description = "Chosen by the sender, at most 200 visible ASCII characters")),
    responses(
        (status = 201, body = Enrolled),
        (status = 400, body = Problem, content_type = "application/problem+json", description = "The key is missing"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "Full (then with the place in line), closed, not eligible, or enrolled already"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn enrol(
    Reached(state): Reached<State>,
    speaking: Speaking,
    Acting(person): Acting,
    headers: HeaderMap,
    Body(wish): Body<Wish>,
) -> Answered<Response> {
    let key = key(&headers).ok_or_else(|| speaking.told(StatusCode::BAD_REQUEST, "key-missing"))?;
    let course = match (wish.course, wish.slot) {
        (Some(course), None) | (None, Some(course)) => course,
        _ => {
            return Err(speaking.refused(vec![InputError {
                pointer: String::new(),
                detail: "expected either course or slot".to_owned(),
            }]));
        }
    };
    let request = Request {
        person,
        course,
        waits: true,
        key,
        now: state.clock.now(),
    };
    let outcome = counter::enrol(&state, request).await;
    let receipt = enrolled(
        speaking,
        outcome.map_err(|fault| speaking.unavailable(&unavailable(fault)))?,
    )?;
    let address = HeaderValue::from_str(&format!("/api/v1/enrolments/{}", receipt.enrolment))
        .expect("an id is ASCII");
    let told = Enrolled {
        id: receipt.enrolment.to_string(),
        reference: receipt.reference,
        course: receipt.course,
        enrolled_at: receipt.enrolled_at.to_rfc3339(),
        ledger_position: receipt.ledger_position,
        ledger_hash: receipt.ledger_hash,
    };
    Ok((
        StatusCode::CREATED,
        [(header::LOCATION, address)],
        NOT_KEPT,
        Json(told),
    )
        .into_response())
}

/// What is about one person is kept by nobody.
pub(super) const NOT_KEPT: [(HeaderName, HeaderValue); 1] =
    [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];

fn key(headers: &HeaderMap) -> Option<String> {
    let key = headers.get(IDEMPOTENCY_KEY)?.to_str().ok()?.trim();
    (1..=MOST_KEY_BYTES)
        .contains(&key.len())
        .then(|| key.to_owned())
}

fn enrolled(speaking: Speaking, outcome: Outcome) -> Answered<Receipt> {
    let conflict = |why: &str| speaking.told(StatusCode::CONFLICT, why);
    Err(match outcome {
        Outcome::Enrolled(receipt) => return Ok(receipt),
        Outcome::AlreadyEnrolled { reference } => {
            conflict("already-enrolled").about(Value::String(reference))
        }
        Outcome::InLine(place) => conflict("full").in_line(place),
        Outcome::Full { .. } => conflict("full"),
        Outcome::Closed { apply_until } => conflict("closed").about(apply_until.to_string().into()),
        Outcome::NotEligible { assessment, .. } => conflict("not-eligible").about(assessment),
        Outcome::NoSuchCourse => speaking.problem(StatusCode::NOT_FOUND),
        Outcome::KeyUsedForAnother => speaking.told(StatusCode::UNPROCESSABLE_ENTITY, "key-used"),
    })
}

/// The person's enrolments.
#[utoipa::path(
    get, path = "/api/v1/enrolments", tag = "acting",
    params(("format" = Option<String>, Query, description = "json or csv")),
    responses((status = 200, body = MyEnrolments), (status = 401, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn mine(
    Reached(state): Reached<State>,
    speaking: Speaking,
    Acting(person): Acting,
    accepted: Accepted,
    mut parameters: Parameters,
) -> Answered<Response> {
    let form = accepted.form(&mut parameters);
    parameters.finish()?;
    let applications = state
        .backend
        .my_applications(PersonId(person.as_u128()))
        .await
        .map_err(|fault| speaking.unavailable(&fault))?;
    let stored = state
        .database
        .enrolments_of(person)
        .await
        .map_err(|fault| speaking.unavailable(&unavailable(fault)))?;
    let id = |reference: &str| {
        stored
            .iter()
            .find(|enrolment| enrolment.reference == reference)
            .map(|enrolment| enrolment.id.to_string())
    };
    let enrolments = applications
        .into_iter()
        .filter_map(|application| Some(told(id(&application.reference)?, application)))
        .collect();
    let mut response = listed(form, &MyEnrolments { enrolments }, table, speaking);
    response.headers_mut().extend(NOT_KEPT);
    Ok(response)
}

fn told(id: String, application: Application) -> MyEnrolment {
    MyEnrolment {
        id,
        reference: application.reference,
        state: application.state.code(),
        enrolled_at: application.made_at.to_rfc3339(),
        cancelled_at: application.cancelled_at.map(|moment| moment.to_rfc3339()),
        can_cancel: application.can_cancel,
        course: application.course.into(),
        ledger_position: application.ledger.0,
        ledger_hash: application.ledger.1,
    }
}

/// Cancels an enrolment; the seat goes to the first in line, else back to everybody. Cancelling again changes nothing.
#[utoipa::path(
    delete, path = "/api/v1/enrolments/{id}", tag = "acting",
    params(("id" = String, Path)),
    responses(
        (status = 204, description = "Cancelled, by this request or before"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "The course has started"),
    )
)]
pub(super) async fn cancel(
    Reached(state): Reached<State>,
    speaking: Speaking,
    Acting(person): Acting,
    Path(id): Path<String>,
) -> Answered<Response> {
    let id = Uuid::parse_str(&id).map_err(|_| speaking.problem(StatusCode::NOT_FOUND))?;
    let withdrawal = Withdrawal {
        person,
        id,
        now: state.clock.now(),
    };
    let cancelled = counter::cancel(&state, withdrawal).await;
    match cancelled.map_err(|fault| speaking.unavailable(&unavailable(fault)))? {
        Cancelled::Now(_) | Cancelled::Already => Ok(StatusCode::NO_CONTENT.into_response()),
        Cancelled::TooLate => Err(speaking.told(StatusCode::CONFLICT, "too-late")),
        Cancelled::NoSuchEnrolment => Err(speaking.problem(StatusCode::NOT_FOUND)),
    }
}

/// What the policy lets the person take, from their own record.
#[utoipa::path(
    get, path = "/api/v1/me/entitlements", tag = "acting",
    params(("on" = Option<chrono::NaiveDate>, Query, description = "The day; today in Asia/Shanghai if not told")),
    responses(
        (status = 200, body = Entitlements),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn my_entitlements(
    Reached(state): Reached<State>,
    speaking: Speaking,
    Acting(person): Acting,
    mut parameters: Parameters,
) -> Answered<Response> {
    let on = parameters.day("on").unwrap_or_else(|| state.clock.today());
    parameters.finish()?;
    let facts = state
        .backend
        .facts_of(PersonId(person.as_u128()))
        .await
        .map_err(|fault| speaking.unavailable(&fault))?;
    let stock = state.shelf.stock();
    let question = Question {
        facts: &facts,
        course: None,
        published: &published(&stock, None),
        on,
    };
    let told = with_telling(speaking.0, &stock, |telling| {
        Entitlements::of(question, telling)
    });
    Ok((NOT_KEPT, Json(told)).into_response())
}

fn table(mine: &MyEnrolments) -> Table {
    let row = |enrolment: &MyEnrolment| {
        let (course, title) = enrolment.course.named();
        vec![
            Cell::plain(&enrolment.id),
            Cell::plain(&enrolment.reference),
            Cell::plain(enrolment.state),
            Cell::plain(&enrolment.enrolled_at),
            Cell::maybe(enrolment.cancelled_at.as_ref()),
            Cell::text(course),
            Cell::text(title),
        ]
    };
    Table {
        name: "enrolments",
        columns: &[
            "id",
            "reference",
            "state",
            "enrolled_at",
            "cancelled_at",
            "course",
            "title",
        ],
        rows: mine.enrolments.iter().map(row).collect(),
    }
}
