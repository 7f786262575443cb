//! The public JSON API under `/api/v1`: what other programs may rely on. One file a noun.

mod acting;
mod body;
mod catalogue;
mod description;
mod enrolments;
mod entitlements;
mod exact;
mod market;
mod parameters;
mod places;
mod readings;
mod recommendations;
mod search;
mod speaking;
mod table;
mod told;
mod waiting;

use axum::routing::{delete, get, post};

use crate::problem::Problem;
use crate::site::{Load, Route};

pub use self::description::description;

/// What an endpoint answers: a body, or a problem.
type Answered<T> = Result<T, Box<Problem>>;

/// Returns every route of the API.
pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::at("/api/v1/openapi.json", get(description::serve)),
        Route::at("/api/v1/search", get(search::search)),
        Route::at("/api/v1/suggest", get(search::suggest)),
        Route::at("/api/v1/catalogue", get(catalogue::catalogue)),
        Route::at("/api/v1/institutions/{id}", get(places::institution)),
        Route::at("/api/v1/courses/{id}", get(places::course)),
        Route::at("/api/v1/bases/{id}", get(places::base)),
        Route::at("/api/v1/readings", get(readings::readings)),
        Route::at("/api/v1/entitlements", post(entitlements::entitlements))
            .counted_as(Load::Question),
        Route::at(
            "/api/v1/enrolments",
            get(enrolments::mine).post(enrolments::enrol),
        ),
        Route::at("/api/v1/enrolments/{id}", delete(enrolments::cancel)),
        Route::at("/api/v1/waiting", get(waiting::mine)),
        Route::at("/api/v1/waiting/{id}", delete(waiting::leave)),
        Route::at("/api/v1/me/entitlements", get(enrolments::my_entitlements)),
        Route::at("/api/v1/market", get(market::market)),
        Route::at("/api/v1/market/ranking", get(market::ranking)),
        Route::at(
            "/api/v1/recommendations",
            post(recommendations::recommendations),
        )
        .counted_as(Load::Question),
    ]
}
