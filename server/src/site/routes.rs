//! Every route of the site in one list, so that what is served can be counted, described and tested.

use app::pages;
use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};

use crate::answering::answer;
use crate::state::State;
use crate::visitor::Visitor;
use crate::{assets, health};

/// One address and what answers there.
pub struct Route {
    /// The path with its variables, such as `/courses/{id}`, without language.
    pub path: &'static str,
    answers: MethodRouter<State>,
}

fn at(path: &'static str, answers: MethodRouter<State>) -> Route {
    Route { path, answers }
}

/// Returns every route, in the order in which a visitor meets them.
#[must_use]
pub fn list() -> Vec<Route> {
    let mut routes = public_pages();
    routes.extend([
        at("/assets/{digest}/{*file}", get(assets::serve)),
        at("/favicon.ico", get(assets::favicon)),
        at("/robots.txt", get(robots)),
        at("/healthz", get(health::live)),
        at("/readyz", get(health::ready)),
    ]);
    routes
}

fn public_pages() -> Vec<Route> {
    vec![at("/", get(home))]
}

pub(super) fn router() -> Router<State> {
    list().into_iter().fold(Router::new(), |router, route| {
        router.route(route.path, route.answers)
    })
}

async fn home(Visitor(visit): Visitor) -> Response {
    answer(&visit, pages::home::page(&visit).await)
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
