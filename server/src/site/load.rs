//! How much is taken in: what is more than the portal can carry is turned away at once, and told when to come back.

use std::convert::Infallible;

use axum::error_handling::HandleErrorLayer;
use axum::extract::{Request, State as Reached};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::MethodRouter;
use tower::limit::GlobalConcurrencyLimitLayer;
use tower::load_shed::LoadShedLayer;
use tower::{BoxError, ServiceBuilder};

use super::provenance::changes_nothing;
use crate::attempts::Attempt;
use crate::peer::Peer;
use crate::state::State;

/// Seconds after which the portal has done with what it had taken in.
const RETRY_AFTER: u64 = 5;

/// What a request to a route is counted as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Load {
    /// Work: only so much of it is under way at a time, and only so many changes come from one address.
    Work,
    /// Work that changes nothing, however it is sent.
    Question,
    /// Next to nothing: it is always answered.
    Nothing,
}

/// Holds every route to its load.
pub(super) struct Limits {
    state: State,
    under_way: GlobalConcurrencyLimitLayer,
}

impl Limits {
    pub(super) fn of(state: State) -> Self {
        Self {
            under_way: GlobalConcurrencyLimitLayer::new(state.at_once.get()),
            state,
        }
    }

    /// Returns what answers at a route, within its limits.
    pub(super) fn hold(&self, load: Load, answers: MethodRouter<State>) -> MethodRouter<State> {
        let at_work = ServiceBuilder::new()
            .layer(HandleErrorLayer::new(turn_away))
            .layer(LoadShedLayer::new())
            .layer(self.under_way.clone());
        match load {
            Load::Nothing => answers,
            Load::Question => answers.layer(at_work),
            Load::Work => answers
                .layer::<_, Infallible>(from_fn_with_state(self.state.clone(), count_changes))
                .layer(at_work),
        }
    }
}

async fn turn_away(_: BoxError) -> Response {
    let retry_after = [(header::RETRY_AFTER, HeaderValue::from(RETRY_AFTER))];
    (StatusCode::SERVICE_UNAVAILABLE, retry_after).into_response()
}

async fn count_changes(
    Reached(state): Reached<State>,
    Peer(address): Peer,
    request: Request,
    next: Next,
) -> Response {
    if changes_nothing(request.method()) {
        return next.run(request).await;
    }
    match state
        .attempts
        .count(Attempt::Change(address), state.clock.now())
    {
        Ok(()) => next.run(request).await,
        Err(too_often) => {
            let retry_after = [(header::RETRY_AFTER, too_often.retry_after())];
            (StatusCode::TOO_MANY_REQUESTS, retry_after).into_response()
        }
    }
}
