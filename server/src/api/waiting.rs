//! `/api/v1/waiting`: the lines in which somebody waits for a seat. One joins by asking to be enrolled.

use app::backend::{PersonId, Waiting};
use axum::extract::{Path, State as Reached};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::Answered;
use super::acting::Acting;
use super::enrolments::NOT_KEPT;
use super::parameters::Parameters;
use super::places::PublishedCourse;
use super::speaking::Speaking;
use super::table::{Accepted, Cell, Table, listed};
use crate::backend::unavailable;
use crate::enrolment::{self, Left, Withdrawal};
use crate::problem::Problem;
use crate::state::State;

/// A person's places in line.
#[derive(Serialize, ToSchema)]
pub(super) struct MyWaiting {
    /// The longest waiting first.
    waiting: Vec<MyPlace>,
}

/// One of them.
#[derive(Serialize, ToSchema)]
pub(super) struct MyPlace {
    /// Id, for leaving.
    id: String,
    /// RFC 3339.
    since: String,
    /// From 1.
    place: u32,
    /// How many wait in this line, this person among them.
    waiting: u32,
    course: PublishedCourse,
}

impl From<Waiting> for MyPlace {
    fn from(waiting: Waiting) -> Self {
        Self {
            id: waiting.id,
            since: waiting.since.to_rfc3339(),
            place: waiting.place,
            waiting: waiting.waiting,
            course: waiting.course.into(),
        }
    }
}

/// Where the person waits for a seat.
#[utoipa::path(
    get, path = "/api/v1/waiting", tag = "acting",
    params(("format" = Option<String>, Query, description = "json or csv")),
    responses((status = 200, body = MyWaiting), (status = 401, body = Problem, content_type = "application/problem+json"))
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
    let waiting = state
        .backend
        .my_waiting(PersonId(person.as_u128()))
        .await
        .map_err(|fault| speaking.unavailable(&fault))?;
    let waiting = waiting.into_iter().map(MyPlace::from).collect();
    let mut response = listed(form, &MyWaiting { waiting }, table, speaking);
    response.headers_mut().extend(NOT_KEPT);
    Ok(response)
}

/// Leaves a line; leaving again changes nothing.
#[utoipa::path(
    delete, path = "/api/v1/waiting/{id}", tag = "acting",
    params(("id" = String, Path)),
    responses(
        (status = 204, description = "Left, by this request or before"),
        (status = 401, body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, body = Problem, content_type = "application/problem+json", description = "A seat came free meanwhile: cancel the enrolment"),
    )
)]
pub(super) async fn leave(
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
    let left = enrolment::leave(&state.database, withdrawal).await;
    match left.map_err(|fault| speaking.unavailable(&unavailable(fault)))? {
        Left::Now | Left::Already => Ok(StatusCode::NO_CONTENT.into_response()),
        Left::Seated => Err(speaking.told(StatusCode::CONFLICT, "seated")),
        Left::NotInLine => Err(speaking.problem(StatusCode::NOT_FOUND)),
    }
}

fn table(mine: &MyWaiting) -> Table {
    let row = |place: &MyPlace| {
        let (course, title) = place.course.named();
        vec![
            Cell::plain(&place.id),
            Cell::plain(&place.since),
            Cell::plain(place.place),
            Cell::plain(place.waiting),
            Cell::text(course),
            Cell::text(title),
        ]
    };
    Table {
        name: "waiting",
        columns: &["id", "since", "place", "waiting", "course", "title"],
        rows: mine.waiting.iter().map(row).collect(),
    }
}
