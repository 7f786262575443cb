//! Scripts and styles, embedded so that one file can be copied to a server.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};
use sha2::{Digest, Sha256};

/// What the bundler wrote; empty where it has not run yet.
#[derive(RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../target/site"]
#[allow_missing = true]
struct Site;

/// The address holds the content's digest, so that what it names never changes.
pub(crate) const FOR_EVER: HeaderValue =
    HeaderValue::from_static("public, max-age=31536000, immutable");
/// An address of another release: what it named may be gone.
pub(crate) const BRIEFLY: HeaderValue = HeaderValue::from_static("no-cache");

static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut digest = Sha256::new();
    for name in Site::iter() {
        digest.update(name.as_bytes());
        if let Some(file) = Site::get(&name) {
            digest.update(file.metadata.sha256_hash());
        }
    }
    digest
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
});

/// Returns the digest of all embedded files, the part of their address that changes with them.
#[must_use]
pub fn version() -> &'static str {
    &VERSION
}

/// Says whether a file is embedded.
#[must_use]
pub fn has(name: &str) -> bool {
    Site::get(name).is_some()
}

/// Returns how many files are embedded; 0 says that the bundler has not run.
#[must_use]
pub fn count() -> usize {
    Site::iter().count()
}

/// Serves `/assets/{digest}/{file}`, compressed beforehand where the browser can read it.
pub async fn serve(Path((digest, name)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let Some((file, encoding)) = best_encoding(&name, &headers) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let caching = if digest == version() {
        FOR_EVER
    } else {
        BRIEFLY
    };
    let mut response = (
        [
            (header::CONTENT_TYPE, media_type(&name)),
            (header::CACHE_CONTROL, caching),
            (header::VARY, HeaderValue::from_static("accept-encoding")),
        ],
        file.data,
    )
        .into_response();
    if let Some(encoding) = encoding {
        response
            .headers_mut()
            .insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// Serves the icon under the name that browsers ask for unbidden.
pub async fn favicon() -> Response {
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("image/svg+xml"),
        ),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=86400"),
        ),
    ];
    (headers, include_str!("assets/favicon.svg")).into_response()
}

fn best_encoding(name: &str, headers: &HeaderMap) -> Option<(EmbeddedFile, Option<&'static str>)> {
    for (encoding, ending) in [("br", "br"), ("gzip", "gz")] {
        if accepts(headers, encoding)
            && let Some(file) = Site::get(&format!("{name}.{ending}"))
        {
            return Some((file, Some(encoding)));
        }
    }
    Site::get(name).map(|file| (file, None))
}

/// Says whether the browser can read what is compressed in this way.
pub(crate) fn accepts(headers: &HeaderMap, encoding: &str) -> bool {
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    accepted.split(',').any(|range| {
        range
            .split(';')
            .next()
            .is_some_and(|told| told.trim() == encoding)
    })
}

fn media_type(name: &str) -> HeaderValue {
    HeaderValue::from_static(match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    })
}
