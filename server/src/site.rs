//! The site: every route in one list, and what each request passes on its way there and back.

mod dressing;
mod language;
mod limits;
mod load;
mod log;
mod pages;
mod provenance;
mod routes;
mod seclusion;

use std::time::Duration;

use axum::Router;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{from_fn, from_fn_with_state, map_response};
use axum::response::{IntoResponse, Response};
use tower::util::MapRequestLayer;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::timeout::TimeoutLayer;

pub use self::dressing::AsItIs;
pub use self::limits::{MOST_BODY_BYTES, MOST_QUERY_BYTES};
pub(crate) use self::load::Load;
pub use self::log::RequestId;
pub use self::routes::{Route, list};

use crate::answering;
use crate::state::State;

/// How long a request may take; a page takes milliseconds.
const MOST_TIME: Duration = Duration::from_secs(15);

/// Returns the whole site, ready to be served.
///
/// Outermost first: a request is numbered and logged, gets its headers, is dressed as a page where it
/// failed barely, and is checked before anything reads it.
pub fn site(state: State) -> Router {
    let headers = answering::everywhere(state.origin.is_secure());
    let routed = routes::router(&state)
        .layer(from_fn(log::remember_route))
        .with_state(state.clone());
    // the language stands before the path: it has to be gone before a route is looked for
    Router::new()
        .fallback_service(tower::Layer::layer(
            &MapRequestLayer::new(language::strip::<axum::body::Body>),
            routed,
        ))
        .layer(from_fn(limits::read_whole_body))
        .layer(from_fn_with_state(state.clone(), provenance::check))
        .layer(from_fn(limits::check_address))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            MOST_TIME,
        ))
        .layer(CatchPanicLayer::custom(after_panic))
        .layer(from_fn_with_state(state, dressing::dress))
        .layer(from_fn(seclusion::seclude))
        .layer(compression())
        .layer(map_response(move |response| {
            with_headers(response, headers.clone())
        }))
        .layer(from_fn(log::request))
}

fn compression() -> CompressionLayer<impl Predicate> {
    // what is embedded was compressed before, at leisure
    CompressionLayer::new()
        .br(true)
        .gzip(true)
        .quality(CompressionLevel::Fastest)
        .compress_when(
            DefaultPredicate::new().and(NotForContentType::const_new("application/wasm")),
        )
}

async fn with_headers(
    mut response: Response,
    headers: Vec<(axum::http::HeaderName, HeaderValue)>,
) -> Response {
    for (name, value) in headers {
        response.headers_mut().entry(name).or_insert(value);
    }
    response
}

fn after_panic(_: Box<dyn std::any::Any + Send + 'static>) -> Response {
    // the panic's own text may hold personal data: its place is in the log of the panic hook
    tracing::error!("a request panicked");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}
