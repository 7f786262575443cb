//! Whether the process lives (`/healthz`) and whether it can answer (`/readyz`), for whoever watches it.

use axum::Extension;
use axum::extract::State as Reached;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::site::AsItIs;
use crate::state::State;

/// The process lives.
pub async fn live() -> &'static str {
    "ok\n"
}

/// The database answers and the index was built.
pub async fn ready(Reached(state): Reached<State>) -> Response {
    let pending = match state.database.pending_migrations().await {
        Ok(pending) => pending,
        Err(fault) => {
            tracing::error!(cause = %fault, "not ready");
            return unready("the database does not answer\n");
        }
    };
    if !pending.is_empty() {
        return unready("migrations are pending\n");
    }
    if state.index.position().is_none() {
        return unready("the search index was not built\n");
    }
    "ready\n".into_response()
}

fn unready(why: &'static str) -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, Extension(AsItIs), why).into_response()
}
