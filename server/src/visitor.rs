//! Turns a request into the visit that a page sees: language, preferences, person, day.

use app::language::Language;
use app::preferences::Preferences;
use app::query::Query;
use app::visit::Visit;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;

use crate::session;
use crate::state::State;

/// The cookie that keeps the type size.
pub const TYPE_SIZE_COOKIE: &str = "type_size";
/// The cookie that keeps the theme.
pub const THEME_COOKIE: &str = "theme";

/// A request as a page sees it.
pub struct Visitor(pub Visit);

impl FromRequestParts<State> for Visitor {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Response> {
        let visit = anonymous(parts, state);
        match session::signed_in(state, &parts.headers).await {
            Ok(person) => Ok(Self(Visit { person, ..visit })),
            Err(fault) => {
                tracing::error!(%fault, "could not ask who is signed in");
                Err(StatusCode::INTERNAL_SERVER_ERROR.into_response())
            }
        }
    }
}

/// Returns the visit of somebody who is not signed in, or of whom it does not matter.
#[must_use]
pub fn anonymous(parts: &Parts, state: &State) -> Visit {
    Visit {
        backend: state.backend.clone(),
        language: language(parts),
        preferences: preferences(&CookieJar::from_headers(&parts.headers)),
        path: parts.uri.path().to_owned(),
        query: Query::parse(parts.uri.query().unwrap_or_default()),
        person: None,
        today: state.clock.today(),
        is_demo: state.is_demo,
        assets: state.assets.clone(),
    }
}

/// Returns the language that the address named before it was stripped; see [`crate::site`].
#[must_use]
pub fn language(parts: &Parts) -> Language {
    parts
        .extensions
        .get::<Language>()
        .copied()
        .unwrap_or_default()
}

fn preferences(cookies: &CookieJar) -> Preferences {
    // a value that no switch offers is as good as none
    fn of<T: std::str::FromStr + Default>(cookies: &CookieJar, name: &str) -> T {
        cookies
            .get(name)
            .and_then(|cookie| cookie.value().parse().ok())
            .unwrap_or_default()
    }
    Preferences {
        type_size: of(cookies, TYPE_SIZE_COOKIE),
        theme: of(cookies, THEME_COOKIE),
    }
}
