//! Every route of the site in one list, so that what is served can be counted, described and tested.

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};

use super::pages;
use crate::state::State;
use crate::{api, assets, forms, health};

/// One address and what answers there.
pub struct Route {
    /// The path with its variables, such as `/courses/{id}`, without language.
    pub path: &'static str,
    answers: MethodRouter<State>,
}

impl Route {
    /// Returns the route to what answers at a path.
    #[must_use]
    pub fn at(path: &'static str, answers: MethodRouter<State>) -> Self {
        Self { path, answers }
    }
}

/// Returns every route, in the order in which a visitor meets them.
#[must_use]
pub fn list() -> Vec<Route> {
    let mut routes = pages::routes();
    routes.extend(forms::routes());
    routes.extend(api::routes());
    routes.extend([
        Route::at("/assets/{digest}/{*file}", get(assets::serve)),
        Route::at("/favicon.ico", get(assets::favicon)),
        Route::at("/robots.txt", get(robots)),
        Route::at("/healthz", get(health::live)),
        Route::at("/readyz", get(health::ready)),
    ]);
    routes
}

pub(super) fn router() -> Router<State> {
    list().into_iter().fold(Router::new(), |router, route| {
        router.route(route.path, route.answers)
    })
}

async fn robots() -> Response {
    const RULES: &str =
        "User-agent: *\nDisallow: /api/\nDisallow: /me/\nDisallow: /check\nDisallow: /sign-in\n";
    (
        [(
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=86400"),
        )],
        RULES,
    )
        .into_response()
}
