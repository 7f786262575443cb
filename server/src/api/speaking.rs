//! The language in which the API answers, and the problems that it tells in it.

use std::convert::Infallible;

use app::backend::Unavailable;
use app::language::Language;
use app::words;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};

use crate::answering;
use crate::problem::{InputError, Problem};

/// The language that the caller asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Speaking(pub(super) Language);

impl<S: Sync> FromRequestParts<S> for Speaking {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(
            parts
                .extensions
                .get::<Language>()
                .copied()
                .unwrap_or_default(),
        ))
    }
}

impl Speaking {
    /// Returns the problem that a status stands for.
    pub(super) fn problem(self, status: StatusCode) -> Box<Problem> {
        Box::new(Problem::of(self.0, status))
    }

    /// Returns a problem with the sentence `api-{why}`; `why` is its type, too.
    pub(super) fn told(self, status: StatusCode, why: &str) -> Box<Problem> {
        let detail = words::say(self.0, &format!("api-{why}"), None).into_owned();
        let kind = format!("urn:training-portal:{why}").into();
        Box::new(Problem {
            kind,
            ..Problem::of(self.0, status).because(detail)
        })
    }

    /// Returns the problem of an input that can be read but not meant.
    pub(super) fn refused(self, errors: Vec<InputError>) -> Box<Problem> {
        Box::new(Problem::of(self.0, StatusCode::UNPROCESSABLE_ENTITY).at(errors))
    }

    /// Returns the problem of a part of the portal that could not answer, noting it in the log.
    pub(super) fn unavailable(self, fault: &Unavailable) -> Box<Problem> {
        answering::log(fault);
        self.problem(StatusCode::INTERNAL_SERVER_ERROR)
    }
}

impl IntoResponse for Box<Problem> {
    fn into_response(self) -> Response {
        (*self).into_response()
    }
}
