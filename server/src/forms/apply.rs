//! `/courses/{id}/apply` and `/me/applications`: applying, and taking it back.

use app::backend::PersonId;
use app::page::Fault;
use app::pages::apply::{Applying, Refusal};
use app::pages::receipt::application;
use app::pages::{applications, apply as pages, details};
use app::visit::Visit;
use axum::extract::{Path, State as Reached};
use axum::response::Response;
use uuid::Uuid;

use super::{Filled, go_to, unavailable};
use crate::answering::answer;
use crate::counter;
use crate::enrolment::{Cancelled, Outcome, Request, Withdrawal};
use crate::seal::new_token;
use crate::state::State;
use crate::visitor::Visitor;

/// The longest key that a form may bring.
const MOST_KEY_CHARS: usize = 100;

/// `GET /courses/{id}/apply`: leads to what is missing, or shows everything for a last look.
pub async fn show(Visitor(visit): Visitor, Path(id): Path<String>) -> Response {
    match Applying::of(&visit, &id).await {
        Ok(applying) => match elsewhere(&visit, &applying) {
            Some(address) => go_to(&address),
            None => answer(
                &visit,
                pages::page(&visit, applying, new_token(), None).await,
            ),
        },
        Err(fault) => answer(&visit, Err(fault)),
    }
}

/// Returns where somebody has to go before they may apply: to their receipt, or to what they have not told yet.
fn elsewhere(visit: &Visit, applying: &Applying) -> Option<String> {
    if let Some(earlier) = &applying.earlier {
        return Some(receipt(visit, &earlier.reference));
    }
    let wanted = applying.wanted();
    // "not sure" was an answer too: whoever was just asked is shown what it means, not asked again
    let was_asked = visit.query.one("told").is_some() && !wanted.identity && !wanted.groups;
    (!wanted.is_nothing() && !was_asked)
        .then(|| details::address(visit, Some(&applying.course.card.id)))
}

/// `POST /courses/{id}/apply`
pub async fn apply(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    Path(id): Path<String>,
    Filled(form): Filled,
) -> Response {
    let Some(person) = visit.person else {
        return answer(&visit, Err(Fault::SignInNeeded));
    };
    let applying = match Applying::of(&visit, &id).await {
        Ok(applying) => applying,
        Err(fault) => return answer(&visit, Err(fault)),
    };
    // the same key stays in the page that comes back, so that a second try is the same try
    let key = form
        .one("key")
        .filter(|key| key.chars().count() <= MOST_KEY_CHARS)
        .map_or_else(new_token, str::to_owned);
    if applying.earlier.is_none() && applying.wanted().identity {
        return go_to(&details::address(&visit, Some(&id)));
    }
    let request = Request {
        person: Uuid::from_u128(person.0),
        course: id,
        waits: form.one(pages::WAITS).is_some(),
        key,
        now: state.clock.now(),
    };
    let refusal = match counter::enrol(&state, request).await {
        Ok(Outcome::Enrolled(made)) => return go_to(&receipt(&visit, &made.reference)),
        Ok(Outcome::InLine(_)) => return go_to(&visit.address("/me/applications")),
        Ok(Outcome::AlreadyEnrolled { reference }) => return go_to(&receipt(&visit, &reference)),
        Ok(Outcome::NoSuchCourse) => return answer(&visit, Err(Fault::NotFound)),
        Ok(Outcome::Full { .. }) => Refusal::Full,
        Ok(Outcome::Closed { .. }) => Refusal::Over,
        Ok(Outcome::NotEligible { .. }) => Refusal::NotEligible,
        Ok(Outcome::KeyUsedForAnother) => Refusal::Clash,
        Err(fault) => return answer(&visit, Err(unavailable(fault))),
    };
    answer(
        &visit,
        pages::page(&visit, applying, new_token(), Some(refusal)).await,
    )
}

fn receipt(visit: &Visit, reference: &str) -> String {
    visit.address(&format!("/me/applications/{reference}"))
}

/// `GET /me/applications`
pub async fn show_list(Visitor(visit): Visitor) -> Response {
    answer(&visit, applications::page(&visit).await)
}

/// `GET /me/applications/{reference}`
pub async fn show_receipt(Visitor(visit): Visitor, Path(reference): Path<String>) -> Response {
    answer(&visit, application::page(&visit, &reference).await)
}

/// `GET /me/applications/{reference}/cancel`
pub async fn show_cancel(Visitor(visit): Visitor, Path(reference): Path<String>) -> Response {
    answer(
        &visit,
        application::cancel_page(&visit, &reference, false).await,
    )
}

/// `POST /me/applications/{reference}/cancel`: gives the seat back; doing it twice is doing it once.
pub async fn cancel(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    Path(reference): Path<String>,
) -> Response {
    let Some(PersonId(person)) = visit.person else {
        return answer(&visit, Err(Fault::SignInNeeded));
    };
    if !application::is_reference(&reference) {
        return answer(&visit, Err(Fault::NotFound));
    }
    let person = Uuid::from_u128(person);
    let enrolled = match state
        .database
        .enrolment_by_reference(person, &reference)
        .await
    {
        Ok(Some(enrolled)) => enrolled,
        Ok(None) => return answer(&visit, Err(Fault::NotFound)),
        Err(fault) => return answer(&visit, Err(unavailable(fault))),
    };
    let withdrawal = Withdrawal {
        person,
        id: enrolled.id,
        now: state.clock.now(),
    };
    match counter::cancel(&state, withdrawal).await {
        Ok(Cancelled::Now(_) | Cancelled::Already) => go_to(&receipt(&visit, &reference)),
        Ok(Cancelled::TooLate) => answer(
            &visit,
            application::cancel_page(&visit, &reference, true).await,
        ),
        Ok(Cancelled::NoSuchEnrolment) => answer(&visit, Err(Fault::NotFound)),
        Err(fault) => answer(&visit, Err(unavailable(fault))),
    }
}
