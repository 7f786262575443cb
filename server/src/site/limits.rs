//! How much one request may bring; what is more gets an answer that its sender can still read.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;

/// The most bytes in a request's body; forms and questions need a hundredth of it.
pub const MOST_BODY_BYTES: usize = 2 * 1024 * 1024;
/// The most bytes after `?`.
pub const MOST_QUERY_BYTES: usize = 8 * 1024;
/// A sender who is cut off in the middle never reads why, so an oversized body is read this far and thrown away.
const MOST_DISCARDED_BYTES: usize = 64 * MOST_BODY_BYTES;

/// Refuses an address that no page of ours could have made.
pub(super) async fn check_address(request: Request, next: Next) -> Response {
    if request
        .uri()
        .query()
        .is_some_and(|query| query.len() > MOST_QUERY_BYTES)
    {
        return StatusCode::URI_TOO_LONG.into_response();
    }
    next.run(request).await
}

/// Reads the body before anybody works with it: bodies are small here, and one that stalls or never ends holds nothing up.
pub(super) async fn read_whole_body(request: Request, next: Next) -> Response {
    if axum::body::HttpBody::is_end_stream(request.body()) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let told = parts
        .headers
        .get(header::CONTENT_LENGTH)
        .and_then(|value| value.to_str().ok())
        .and_then(|text| text.parse().ok());
    if told.is_some_and(|length: usize| length > MOST_BODY_BYTES) {
        discard(body).await;
        return too_large();
    }
    let mut rest = body;
    let mut read = Vec::new();
    while let Some(frame) = rest.frame().await {
        let Ok(frame) = frame else {
            return StatusCode::BAD_REQUEST.into_response();
        };
        let Ok(data) = frame.into_data() else {
            continue;
        };
        if read.len() + data.len() > MOST_BODY_BYTES {
            discard(rest).await;
            return too_large();
        }
        read.extend_from_slice(&data);
    }
    next.run(Request::from_parts(parts, Body::from(read))).await
}

async fn discard(mut body: Body) {
    let mut discarded = 0;
    while let Some(Ok(frame)) = body.frame().await {
        discarded += frame.data_ref().map_or(0, |data| data.len());
        if discarded > MOST_DISCARDED_BYTES {
            return;
        }
    }
}

fn too_large() -> Response {
    (
        StatusCode::PAYLOAD_TOO_LARGE,
        [(header::CONNECTION, HeaderValue::from_static("close"))],
    )
        .into_response()
}
