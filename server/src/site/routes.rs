//! Every route of the site in one list, so that what is served can be counted, described and tested.

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};

use super::load::{Limits, Load};
use super::pages;
use crate::state::State;
use crate::{api, assets, forms, health};

/// One address and what answers there.
pub struct Route {
    /// The path with its variables, such as `/courses/{id}`, without language.
    pub path: &'static str,
    load: Load,
    answers: MethodRouter<State>,
}

impl Route {
    /// Returns the route to what answers at a path.
    #[must_use]
    pub fn at(path: &'static str, answers: MethodRouter<State>) -> Self {
        Self {
            path,
            load: Load::Work,
            answers,
        }
    }

    /// Returns the same route, counted as something else than work that may change something.
    pub(crate) fn counted_as(self, load: Load) -> Self {
        Self { load, ..self }
    }
}

/// Returns every route, in the order in which a visitor meets them.
#[must_use]
pub fn list() -> Vec<Route> {
    let mut routes = pages::routes();
    routes.extend(forms::routes());
    routes.extend(api::routes());
    let at_hand = [
        Route::at("/assets/{digest}/{*file}", get(assets::serve)),
        Route::at("/favicon.ico", get(assets::favicon)),
        Route::at("/robots.txt", get(robots)),
        Route::at("/healthz", get(health::live)),
        Route::at("/readyz", get(health::ready)),
    ];
    routes.extend(at_hand.map(|route| route.counted_as(Load::Nothing)));
    routes
}

pub(super) fn router(state: &State) -> Router<State> {
    let limits = Limits::of(state.clone());
    list().into_iter().fold(Router::new(), |router, route| {
        router.route(route.path, limits.hold(route.load, route.answers))
    })
}

async fn robots() -> Response {
    const RULES: &str = "User-agent: *\nDisallow: /api/\nDisallow: /me/\nDisallow: /check\nDisallow: /sign-in\nDisallow: /staff\n";
    (
        [(
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=86400"),
        )],
        RULES,
    )
        .into_response()
}
