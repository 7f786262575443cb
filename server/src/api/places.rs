//! `/api/v1/institutions/{id}`, `/api/v1/courses/{id}`, `/api/v1/bases/{id}`: one, whole.

use app::backend::{CourseCard, Designation, DesignationSubject, Place};
use axum::extract::{Path, State as Reached};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use policy::{Coded, Level};
use serde::Serialize;
use utoipa::ToSchema;

use super::Answered;
use super::parameters::Parameters;
use super::speaking::Speaking;
use super::table::public;
use crate::problem::Problem;
use crate::state::State;

/// A training institution.
#[derive(Serialize, ToSchema)]
pub(super) struct PublishedInstitution {
    id: String,
    name: String,
    /// District code.
    district: String,
    address: Option<String>,
    phone: Option<String>,
    /// Current ones first.
    designations: Vec<PublishedDesignation>,
    /// Courses that are not over, earliest first.
    courses: Vec<PublishedCourse>,
    /// Made up for the demo.
    sample: bool,
}

/// A period in which an institution may train something with subsidy.
#[derive(Serialize, ToSchema)]
pub(super) struct PublishedDesignation {
    /// `skills`, `entrepreneurship` or `entrepreneurship_simulation`.
    kind: &'static str,
    /// Occupation code, for skills.
    occupation: Option<String>,
    /// Its name.
    name: Option<String>,
    /// Its level.
    #[schema(value_type = Option<u8>)]
    level: Option<Level>,
    from: NaiveDate,
    /// Last day; open where `null`.
    to: Option<NaiveDate>,
}

impl From<Designation> for PublishedDesignation {
    fn from(designation: Designation) -> Self {
        let (from, to) = (designation.from, designation.to);
        match designation.subject {
            DesignationSubject::Skill {
                occupation,
                name,
                level,
            } => Self {
                kind: "skills",
                occupation: Some(occupation),
                name: Some(name),
                level: Some(level),
                from,
                to,
            },
            DesignationSubject::Programme(programme) => Self {
                kind: programme.code(),
                occupation: None,
                name: None,
                level: None,
                from,
                to,
            },
        }
    }
}

/// A training base.
#[derive(Serialize, ToSchema)]
pub(super) struct PublishedBase {
    id: String,
    name: String,
    /// `public`, `university_demo`, `district` or `industry`.
    kind: &'static str,
    /// District code.
    district: String,
    address: Option<String>,
    phone: Option<String>,
    /// Practice slots that are not over, earliest first.
    slots: Vec<PublishedCourse>,
    /// Made up for the demo.
    sample: bool,
}

/// A course or practice slot.
#[derive(Clone, Serialize, ToSchema)]
pub(super) struct PublishedCourse {
    id: String,
    /// Programme code.
    programme: &'static str,
    title: String,
    /// Occupation code; `null` for entrepreneurship.
    occupation: Option<String>,
    #[schema(value_type = Option<u8>)]
    level: Option<Level>,
    /// Id of the institution that holds it.
    institution: Option<String>,
    /// Id of the base that holds it.
    base: Option<String>,
    /// Name of the institution or base.
    place: String,
    /// District code.
    district: String,
    start: NaiveDate,
    end: NaiveDate,
    apply_until: NaiveDate,
    seats: u32,
    seats_left: u32,
    /// Whether somebody could apply today.
    open: bool,
    /// Made up for the demo.
    sample: bool,
}

/// A course, whole.
#[derive(Serialize, ToSchema)]
pub(super) struct WholeCourse {
    #[serde(flatten)]
    course: PublishedCourse,
    /// Name of the occupation.
    occupation_name: Option<String>,
    address: Option<String>,
    phone: Option<String>,
    /// `daytime`, `evening`, `weekend` or `online`.
    modes: Vec<String>,
    class_hours: Option<u32>,
    /// What the person pays first, in fen.
    own_cost: Option<i64>,
    /// What the catalogue says of it on its first day.
    entry: Option<CourseEntry>,
    /// How many wait in line for a seat.
    waiting: u32,
    /// Dated meetings.
    sessions: Vec<PublishedSession>,
}

/// What the catalogue says of a course's occupation and level.
#[derive(Serialize, ToSchema)]
pub(super) struct CourseEntry {
    hours: Option<u32>,
    /// Training standard in fen.
    training: Option<i64>,
    /// Appraisal standard in fen.
    appraisal: Option<i64>,
    subsidised: bool,
    shortage: Option<String>,
    top_up_percent: Option<u32>,
}

/// One meeting.
#[derive(Serialize, ToSchema)]
pub(super) struct PublishedSession {
    day: NaiveDate,
    /// Such as `8:30`.
    from: String,
    to: String,
}

impl PublishedCourse {
    /// Returns id and title.
    pub(super) fn named(&self) -> (&str, &str) {
        (&self.id, &self.title)
    }
}

impl From<CourseCard> for PublishedCourse {
    fn from(card: CourseCard) -> Self {
        let (institution, base, place) = match card.place {
            Place::Institution { id, name } => (Some(id), None, name),
            Place::Base { id, name } => (None, Some(id), name),
        };
        Self {
            id: card.id,
            programme: card.programme.code(),
            title: card.title,
            occupation: card.occupation,
            level: card.level,
            institution,
            base,
            place,
            district: card.district,
            start: card.start,
            end: card.end,
            apply_until: card.apply_until,
            seats: card.seats,
            seats_left: card.seats_left,
            open: card.is_open,
            sample: card.is_sample,
        }
    }
}

/// A training institution with its designations and courses.
#[utoipa::path(
    get, path = "/api/v1/institutions/{id}", tag = "published",
    params(("id" = String, Path)),
    responses((status = 200, body = PublishedInstitution), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn institution(
    Reached(state): Reached<State>,
    speaking: Speaking,
    Path(id): Path<String>,
    parameters: Parameters,
) -> Answered<Response> {
    parameters.finish()?;
    let found = state
        .backend
        .institution(&id)
        .await
        .map_err(|fault| speaking.unavailable(&fault))?;
    let institution = found.ok_or_else(|| speaking.problem(StatusCode::NOT_FOUND))?;
    Ok(public(&PublishedInstitution {
        id: institution.id,
        name: institution.name,
        district: institution.district,
        address: institution.address,
        phone: institution.phone,
        designations: institution
            .designations
            .into_iter()
            .map(PublishedDesignation::from)
            .collect(),
        courses: institution
            .courses
            .into_iter()
            .map(PublishedCourse::from)
            .collect(),
        sample: institution.is_sample,
    }))
}

/// A training base with its practice slots.
#[utoipa::path(
    get, path = "/api/v1/bases/{id}", tag = "published",
    params(("id" = String, Path)),
    responses((status = 200, body = PublishedBase), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn base(
    Reached(state): Reached<State>,
    speaking: Speaking,
    Path(id): Path<String>,
    parameters: Parameters,
) -> Answered<Response> {
    parameters.finish()?;
    let found = state
        .backend
        .base(&id)
        .await
        .map_err(|fault| speaking.unavailable(&fault))?;
    let base = found.ok_or_else(|| speaking.problem(StatusCode::NOT_FOUND))?;
    Ok(public(&PublishedBase {
        id: base.id,
        name: base.name,
        kind: base.kind.code(),
        district: base.district,
        address: base.address,
        phone: base.phone,
        slots: base.slots.into_iter().map(PublishedCourse::from).collect(),
        sample: base.is_sample,
    }))
}

/// A course or practice slot with its seats and meetings.
#[utoipa::path(
    get, path = "/api/v1/courses/{id}", tag = "published",
    params(("id" = String, Path)),
    responses((status = 200, body = WholeCourse), (status = 404, body = Problem, content_type = "application/problem+json"))
)]
pub(super) async fn course(
    Reached(state): Reached<State>,
    speaking: Speaking,
    Path(id): Path<String>,
    parameters: Parameters,
) -> Answered<Response> {
    parameters.finish()?;
    let found = state
        .backend
        .course(&id)
        .await
        .map_err(|fault| speaking.unavailable(&fault))?;
    let detail = found.ok_or_else(|| speaking.problem(StatusCode::NOT_FOUND))?;
    let entry = |entry: app::backend::CatalogueEntry| CourseEntry {
        hours: entry.hours,
        training: entry.training.map(|fen| fen.0),
        appraisal: entry.appraisal.map(|fen| fen.0),
        subsidised: entry.is_subsidised,
        shortage: entry.shortage,
        top_up_percent: entry.top_up_percent,
    };
    Ok(public(&WholeCourse {
        course: detail.card.into(),
        occupation_name: detail.occupation_name,
        address: detail.address,
        phone: detail.phone,
        modes: detail.modes,
        class_hours: detail.class_hours,
        own_cost: detail.own_cost.map(|fen| fen.0),
        entry: detail.entry.map(entry),
        waiting: detail.waiting,
        sessions: detail
            .sessions
            .into_iter()
            .map(|session| PublishedSession {
                day: session.day,
                from: session.from,
                to: session.to,
            })
            .collect(),
    }))
}
