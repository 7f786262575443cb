//! RFC 9457 problem details: how the JSON API says no.

use std::borrow::Cow;

use app::language::Language;
use app::pages::trouble;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::enrolment::Place;

/// The media type of a problem.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// A problem, ready to be sent.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Problem {
    /// What kind of problem; `about:blank` where the status says it all.
    #[serde(rename = "type")]
    pub kind: Cow<'static, str>,
    /// The kind in words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What is wrong this time and how to put it right.
    pub detail: String,
    /// Every fault of the input.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<InputError>,
    /// What the problem is about: a reference number, a day, the rules that were asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub about: Option<serde_json::Value>,
    /// Where the person stands in line, from 1, where a course is full.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting_place: Option<i64>,
    /// How many wait in that line, this person among them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting: Option<i64>,
    /// Id of the place in line, for leaving it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting_id: Option<String>,
}

/// One fault of the input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct InputError {
    /// JSON pointer (RFC 6901) into the body; for the address `?name`.
    pub pointer: String,
    /// What is wrong there and what would be right.
    pub detail: String,
}

impl Problem {
    /// Returns the problem that a status stands for, in the portal's words for it.
    #[must_use]
    pub fn of(language: Language, status: StatusCode) -> Self {
        let (title, detail) = trouble::words(language, status.as_u16());
        Self {
            kind: Cow::Borrowed("about:blank"),
            title,
            status: status.as_u16(),
            detail,
            errors: Vec::new(),
            about: None,
            waiting_place: None,
            waiting: None,
            waiting_id: None,
        }
    }

    /// Returns the same problem with another explanation.
    #[must_use]
    pub fn because(mut self, detail: impl Into<String>) -> Self {
        self.detail = detail.into();
        self
    }

    /// Returns the same problem with what it is about.
    #[must_use]
    pub fn about(mut self: Box<Self>, about: serde_json::Value) -> Box<Self> {
        self.about = Some(about);
        self
    }

    /// Returns the same problem with the place in line.
    #[must_use]
    pub fn in_line(mut self: Box<Self>, place: Place) -> Box<Self> {
        self.waiting_place = Some(place.place);
        self.waiting = Some(place.waiting);
        self.waiting_id = Some(place.id.to_string());
        self
    }

    /// Returns the same problem with the faults of the input.
    #[must_use]
    pub fn at(mut self, errors: Vec<InputError>) -> Self {
        self.errors = errors;
        self
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body =
            serde_json::to_vec(&self).expect("a problem holds nothing but texts and numbers");
        (
            status,
            [(header::CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE))],
            body,
        )
            .into_response()
    }
}
