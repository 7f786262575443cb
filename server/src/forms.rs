//! The forms: each is sent to its own page's address, checked once here, then written in one transaction.
//!
//! What is accepted answers with 303; what is not comes back on the same page with 422, what is wrong on top and
//! everything that was typed. One file a page, mirroring `app::pages`.

pub mod ahead;
pub mod apply;
pub mod check;
pub mod details;
pub mod preferences;
mod routes;
pub mod sign_in;
pub mod staff;
pub mod waiting;

use app::page::Fault;
use app::query::Query;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};

use crate::state::State;
use crate::{backend, db};

pub(crate) use self::routes::routes;

const FORM: &str = "application/x-www-form-urlencoded";

/// A form as it was filled in.
pub struct Filled(pub Query);

impl FromRequest<State> for Filled {
    type Rejection = Response;

    async fn from_request(request: Request, state: &State) -> Result<Self, Response> {
        let kind = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok());
        let is_form = kind.is_some_and(|kind| {
            kind.split(';')
                .next()
                .is_some_and(|kind| kind.trim().eq_ignore_ascii_case(FORM))
        });
        if !is_form {
            return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response());
        }
        let body = Bytes::from_request(request, state)
            .await
            .map_err(IntoResponse::into_response)?;
        let text =
            std::str::from_utf8(&body).map_err(|_| StatusCode::BAD_REQUEST.into_response())?;
        let filled = Query::parse(text);
        // no keyboard types it, and not every database takes it
        if filled
            .pairs()
            .any(|(name, value)| name.contains('\0') || value.contains('\0'))
        {
            return Err(StatusCode::BAD_REQUEST.into_response());
        }
        Ok(Self(filled))
    }
}

/// Returns why a page can't be had when the database does not answer.
fn unavailable(fault: db::Error) -> Fault {
    Fault::Unavailable(backend::unavailable(fault))
}

/// Sends the browser on to another page of the portal, by GET.
fn go_to(address: &str) -> Response {
    Redirect::to(address).into_response()
}
