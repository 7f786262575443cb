//! Gives a bare refusal, whoever made it, the form its reader expects: a page, or problem details under `/api`.

use axum::extract::{Request, State as Reached};
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::{RequestId, language};
use crate::answering;
use crate::problem::Problem;
use crate::state::State;
use crate::visitor;

/// Marks a response that is an error and stays as it is.
#[derive(Clone, Copy, Debug)]
pub struct AsItIs;

pub(super) async fn dress(
    Reached(state): Reached<State>,
    request: Request,
    next: Next,
) -> Response {
    let language = language::of(&request);
    let is_api = request.uri().path().starts_with("/api/");
    let (parts, body) = request.into_parts();
    let mut kept = parts.clone();
    kept.extensions.insert(language);
    let bare = next.run(Request::from_parts(parts, body)).await;
    if !is_bare_refusal(&bare) {
        return bare;
    }
    let status = bare.status();
    let dressed = if is_api {
        Problem::of(language, status).into_response()
    } else {
        let id = kept.extensions.get::<RequestId>().map(|id| id.written());
        answering::trouble_page(&visitor::anonymous(&kept, &state), status, id.as_deref())
    };
    with_what_was_said(dressed, bare)
}

fn is_bare_refusal(response: &Response) -> bool {
    let status = response.status();
    let is_refusal = status.is_client_error() || status.is_server_error();
    is_refusal && response.extensions().get::<AsItIs>().is_none() && !has_form(response.headers())
}

fn has_form(headers: &HeaderMap) -> bool {
    let media_type = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    media_type.starts_with("text/html") || media_type.starts_with("application/")
}

/// Keeps what else the refusal said, such as which methods are allowed.
fn with_what_was_said(mut dressed: Response, bare: Response) -> Response {
    for name in [header::ALLOW, header::RETRY_AFTER, header::CONNECTION] {
        if let Some(value) = bare.headers().get(&name) {
            dressed.headers_mut().insert(name, value.clone());
        }
    }
    dressed.extensions_mut().extend(bare.extensions().clone());
    dressed
}
