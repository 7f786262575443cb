//! `/staff`, `/staff/sign-in`, `/staff/sign-out`; what the offices do is in files of its own.

pub mod rehearsal;
pub mod words;

use app::components::error_summary::Problem;
use app::pages::staff::{home, sign_in as pages};
use app::query::Query;
use app::sent::Sent;
use app::visit::Visit;
use axum::extract::State as Reached;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;

use super::{Filled, go_to, unavailable};
use crate::answering::answer;
use crate::peer::Peer;
use crate::staff::{Anyone, Password, Refusal, StaffMember, sign_in, sign_out};
use crate::state::State;
use crate::visitor::Visitor;

/// `GET /staff`
pub async fn show(Visitor(visit): Visitor, staff: StaffMember<Anyone>) -> Response {
    answer(&visit, home::page(&visit, staff.member).await)
}

/// `GET /staff/sign-in`
pub async fn show_sign_in(Visitor(visit): Visitor) -> Response {
    answer(&visit, pages::page(&visit, Sent::default(), None).await)
}

/// `POST /staff/sign-in`
pub async fn send_sign_in(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    Peer(address): Peer,
    jar: CookieJar,
    Filled(form): Filled,
) -> Response {
    let (Some(name), Some(password)) = (form.one("name"), form.one("password")) else {
        return refused(&visit, &form, "staff-sign-in-missing", None).await;
    };
    let password = Password::typed(password);
    match sign_in(&state, address, &jar, name, password).await {
        Ok(Ok(cookie)) => (jar.add(cookie), go_to(&pages::return_to(&visit))).into_response(),
        Ok(Err(Refusal::Wrong)) => refused(&visit, &form, "staff-sign-in-wrong", None).await,
        Ok(Err(Refusal::TooOften)) => {
            refused(&visit, &form, "staff-sign-in-too-often", Some(429)).await
        }
        Err(fault) => answer(&visit, Err(unavailable(fault))),
    }
}

/// The name comes back, the password never does.
async fn refused(visit: &Visit, form: &Query, key: &str, status: Option<u16>) -> Response {
    let name = form.one("name").unwrap_or_default();
    let sent = Sent {
        typed: Query::parse(&Query::encode([("name", name)])),
        problems: vec![Problem::new("name", visit.say(key))],
    };
    answer(visit, pages::page(visit, sent, status).await)
}

/// `POST /staff/sign-out`
pub async fn leave(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    jar: CookieJar,
) -> Response {
    match sign_out(&state, &jar).await {
        Ok(gone) => (jar.add(gone), go_to(&visit.address("/staff/sign-in"))).into_response(),
        Err(fault) => answer(&visit, Err(unavailable(fault))),
    }
}
