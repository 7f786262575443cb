//! One line in the log for each request: its number, the route it took, the status and the time; never what was typed.

use std::time::Instant;

use app::language::Language;
use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use uuid::Uuid;

use super::language;

const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The number under which a request stands in the log; people may quote it.
#[derive(Clone, Copy, Debug)]
pub struct RequestId(Uuid);

impl RequestId {
    /// Returns the number as it is written.
    #[must_use]
    pub fn written(self) -> String {
        self.0.simple().to_string()
    }
}

/// The route's template, such as `/courses/{id}`: an address itself may hold what somebody typed.
#[derive(Clone)]
struct Template(MatchedPath);

/// Numbers a request, and logs it once it was answered.
pub(super) async fn request(mut request: Request, next: Next) -> Response {
    let id = RequestId(Uuid::new_v4());
    request.extensions_mut().insert(id);
    let method = request.method().clone();
    let language = language::of(&request);
    let start = Instant::now();
    let mut response = next.run(request).await;
    let route = response
        .extensions()
        .get::<Template>()
        .map_or("-", |template| template.0.as_str());
    tracing::info!(
        id = %id.0.simple(),
        %method,
        route,
        language = if language == Language::English { "en" } else { "zh" },
        status = response.status().as_u16(),
        micros = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX),
        "request"
    );
    if let Ok(value) = HeaderValue::from_str(&id.written()) {
        response.headers_mut().insert(X_REQUEST_ID, value);
    }
    response
}

/// Carries the route's template out to where the line is written.
pub(super) async fn remember_route(request: Request, next: Next) -> Response {
    let template = request
        .extensions()
        .get::<MatchedPath>()
        .cloned()
        .map(Template);
    let mut response = next.run(request).await;
    if let Some(template) = template {
        response.extensions_mut().insert(template);
    }
    response
}
