//! Lets a change through only where it comes from a page of the portal, or bears no session at all.
//!
//! Browsers name the page that sends a form in `Origin`. A request that changes something and does not
//! name one of our own pages is refused, also where it names none. Programs that call the API with a
//! bearer token, or without any session, act under nobody's cookie and need no origin.

use axum::extract::{Request, State as Reached};
use axum::http::{HeaderMap, HeaderName, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::state::State;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

pub(super) async fn check(
    Reached(state): Reached<State>,
    request: Request,
    next: Next,
) -> Response {
    if changes_nothing(request.method())
        || acts_under_no_cookie(&request)
        || is_from_own_page(&state, request.headers())
    {
        return next.run(request).await;
    }
    StatusCode::FORBIDDEN.into_response()
}

/// Says whether a request only asks, by what HTTP says of its method.
pub(super) fn changes_nothing(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}

fn acts_under_no_cookie(request: &Request) -> bool {
    let headers = request.headers();
    request.uri().path().starts_with("/api/")
        && (!headers.contains_key(header::COOKIE) || has_bearer_token(headers))
}

fn has_bearer_token(headers: &HeaderMap) -> bool {
    text(headers, &header::AUTHORIZATION).is_some_and(|value| {
        value
            .get(..7)
            .is_some_and(|scheme| scheme.eq_ignore_ascii_case("bearer "))
    })
}

fn is_from_own_page(state: &State, headers: &HeaderMap) -> bool {
    let own_origin = text(headers, &header::ORIGIN)
        .is_some_and(|origin| state.origin.is_own(origin, text(headers, &header::HOST)));
    let told_otherwise = text(headers, &SEC_FETCH_SITE).is_some_and(|site| site != "same-origin");
    own_origin && !told_otherwise
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
