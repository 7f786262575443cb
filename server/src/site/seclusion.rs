//! Keeps what belongs to the staff out of every cache and search engine, whatever it answers.

use app::language::Language;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

const X_ROBOTS_TAG: HeaderName = HeaderName::from_static("x-robots-tag");

pub(super) async fn seclude(request: Request, next: Next) -> Response {
    let (_, path) = Language::of_path(request.uri().path());
    let is_staff_page = path == "/staff" || path.starts_with("/staff/");
    let mut response = next.run(request).await;
    if is_staff_page {
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(X_ROBOTS_TAG, HeaderValue::from_static("noindex, nofollow"));
    }
    response
}
