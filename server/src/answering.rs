//! Turns what a page function returns into an HTTP response: status, content policy, caching.

use app::backend::Unavailable;
use app::page::{Fault, Page, PageResult, Rendered};
use app::pages::trouble;
use app::query::Query;
use app::visit::Visit;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};

/// Where somebody signs in; `return_to` says where they go afterwards.
const SIGN_IN: &str = "/sign-in";

/// Returns the response to a page's request.
#[must_use]
pub fn answer(visit: &Visit, result: PageResult) -> Response {
    match result {
        Ok(page) => sent(page.render(visit)),
        Err(Fault::NotFound) => trouble_page(visit, StatusCode::NOT_FOUND, None),
        Err(Fault::SignInNeeded) => to_sign_in(visit),
        Err(Fault::Unavailable(fault)) => {
            log(&fault);
            // the dressing of bare errors knows the request's id, which belongs on the page
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Returns the page that says what is wrong, with its status.
#[must_use]
pub fn trouble_page(visit: &Visit, status: StatusCode, request_id: Option<&str>) -> Response {
    let page: Page = trouble::page(visit, status.as_u16(), request_id);
    sent(page.render(visit))
}

/// Notes once, where it is handled, that a part of the portal could not answer.
pub fn log(fault: &Unavailable) {
    tracing::error!(what = fault.what, cause = %fault.cause, "could not answer");
}

fn to_sign_in(visit: &Visit) -> Response {
    // the path alone: a query may hold what somebody typed
    let return_to = Query::encode([("return_to", visit.address(&visit.path).as_str())]);
    Redirect::to(&format!("{}?{return_to}", visit.address(SIGN_IN))).into_response()
}

fn sent(rendered: Rendered) -> Response {
    let status = StatusCode::from_u16(rendered.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = [
        (
            header::CONTENT_SECURITY_POLICY,
            content_policy(rendered.nonce.as_deref()),
        ),
        (header::CACHE_CONTROL, caching(&rendered, status)),
        (header::VARY, HeaderValue::from_static("cookie")),
    ];
    (status, headers, Html(rendered.html)).into_response()
}

/// A page without islands allows no script at all.
fn content_policy(nonce: Option<&str>) -> HeaderValue {
    const REST: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
                        form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    let policy = match nonce {
        None => return HeaderValue::from_static(REST),
        Some(nonce) => format!("{REST}; script-src 'nonce-{nonce}' 'wasm-unsafe-eval'"),
    };
    HeaderValue::from_str(&policy).expect("a nonce is base64")
}

/// Only what is the same for everybody, for its status and for the moment may be kept by others.
fn caching(rendered: &Rendered, status: StatusCode) -> HeaderValue {
    HeaderValue::from_static(match rendered {
        Rendered {
            is_private: true, ..
        } => "no-store",
        // a nonce that a shared cache repeats is no secret
        Rendered { nonce: Some(_), .. } => "private, no-cache",
        _ if status == StatusCode::OK => "public, max-age=60",
        _ => "no-cache",
    })
}

/// Headers that hold for every response, page or not.
#[must_use]
pub fn everywhere(is_secure: bool) -> Vec<(HeaderName, HeaderValue)> {
    let mut headers = vec![
        (
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ),
        (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
        // with "no-referrer" browsers send "Origin: null" from the portal's own forms
        (
            header::REFERRER_POLICY,
            HeaderValue::from_static("same-origin"),
        ),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'; base-uri 'none'"),
        ),
        (
            HeaderName::from_static("permissions-policy"),
            HeaderValue::from_static("camera=(), geolocation=(self), microphone=(), payment=()"),
        ),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            HeaderValue::from_static("same-origin"),
        ),
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("same-origin"),
        ),
    ];
    if is_secure {
        headers.push((
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static("max-age=31536000; includeSubDomains"),
        ));
    }
    headers
}
