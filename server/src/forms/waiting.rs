//! `/me/waiting/{id}/leave`: giving up a place in line.

use app::page::Fault;
use app::pages::waiting;
use axum::extract::{Path, State as Reached};
use axum::response::Response;
use uuid::Uuid;

use super::{go_to, unavailable};
use crate::answering::answer;
use crate::enrolment::{self, Left, Withdrawal};
use crate::state::State;
use crate::visitor::Visitor;

/// `GET /me/waiting/{id}/leave`
pub async fn show_leave(Visitor(visit): Visitor, Path(id): Path<String>) -> Response {
    answer(&visit, waiting::leave_page(&visit, &id).await)
}

/// `POST /me/waiting/{id}/leave`: doing it twice is doing it once; who has got a seat meanwhile is shown it.
pub async fn leave(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    Path(id): Path<String>,
) -> Response {
    let Some(person) = visit.person else {
        return answer(&visit, Err(Fault::SignInNeeded));
    };
    let Ok(id) = Uuid::parse_str(&id) else {
        return answer(&visit, Err(Fault::NotFound));
    };
    let withdrawal = Withdrawal {
        person: Uuid::from_u128(person.0),
        id,
        now: state.clock.now(),
    };
    match enrolment::leave(&state.database, withdrawal).await {
        Ok(Left::Now | Left::Already | Left::Seated) => go_to(&visit.address("/me/applications")),
        Ok(Left::NotInLine) => answer(&visit, Err(Fault::NotFound)),
        Err(fault) => answer(&visit, Err(unavailable(fault))),
    }
}
