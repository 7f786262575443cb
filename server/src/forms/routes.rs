//! Where the forms and their pages answer.

use axum::routing::{get, post};

use super::{ahead, apply, check, details, preferences, sign_in, staff, waiting};
use crate::site::Route;

pub(crate) fn routes() -> Vec<Route> {
    let mut routes = checker();
    routes.extend(journey());
    routes.extend(offices());
    routes
}

fn checker() -> Vec<Route> {
    let page = || get(check::show).post(check::take);
    vec![
        Route::at("/check", page()),
        Route::at("/ahead", get(ahead::show_ahead)),
        Route::at("/plan", get(ahead::show_plan)),
        Route::at("/check/clear", post(check::take)),
        Route::at("/check/district", post(check::take)),
        Route::at("/check/keep", post(check::take)),
        Route::at("/check/kit/{digest}", get(check::give)),
        Route::at("/check/trainings/add", page()),
        Route::at("/check/trainings/remove", post(check::take)),
        Route::at("/check/{question}", page()),
    ]
}

fn offices() -> Vec<Route> {
    vec![
        Route::at("/staff", get(staff::show)),
        Route::at(
            "/staff/sign-in",
            get(staff::show_sign_in).post(staff::send_sign_in),
        ),
        Route::at("/staff/sign-out", post(staff::leave)),
        Route::at(
            "/staff/words",
            get(staff::words::show).post(staff::words::edit),
        ),
        Route::at(
            "/staff/rehearsal",
            get(staff::rehearsal::show).post(staff::rehearsal::begin),
        ),
        Route::at(
            "/staff/rehearsal/file",
            post(staff::rehearsal::begin_with_file),
        ),
        Route::at(
            "/staff/rehearsal/outcome.csv",
            get(staff::rehearsal::download),
        ),
    ]
}

fn journey() -> Vec<Route> {
    vec![
        Route::at("/preferences", post(preferences::keep)),
        Route::at("/sign-in", get(sign_in::show).post(sign_in::send)),
        Route::at("/sign-out", post(sign_in::sign_out)),
        Route::at("/outbox", get(sign_in::show_outbox)),
        Route::at("/me/details", get(details::show).post(details::tell)),
        Route::at("/courses/{id}/apply", get(apply::show).post(apply::apply)),
        Route::at("/me/applications", get(apply::show_list)),
        Route::at("/me/applications/{reference}", get(apply::show_receipt)),
        Route::at(
            "/me/applications/{reference}/cancel",
            get(apply::show_cancel).post(apply::cancel),
        ),
        Route::at(
            "/me/waiting/{id}/leave",
            get(waiting::show_leave).post(waiting::leave),
        ),
    ]
}
