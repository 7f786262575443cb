//! What happens when somebody enrols, cancels or leaves a line: the transaction, then word to whoever got a seat by it,
//! and to the index.

use crate::db::Result;
use crate::enrolment::{self, Cancelled, Outcome, Promotion, Request, Withdrawal};
use crate::notifier::SeatGiven;
use crate::seal::Purpose;
use crate::sign_in::Phone;
use crate::state::State;

/// Enrols a person, once everybody who waited for the course's free seats has been asked.
///
/// # Errors
/// If the database does not answer.
pub async fn enrol(state: &State, request: Request) -> Result<Outcome> {
    let has_line = state
        .database
        .line_has_seats(&request.course, request.now.date());
    if has_line.await? {
        serve_line(state, &request.course).await?;
    }
    let outcome = enrolment::enrol(&state.database, state.city.eligibility(), request).await?;
    state.wake.now();
    Ok(outcome)
}

/// Cancels a person's enrolment; the seat goes to the first in line.
///
/// # Errors
/// If the database does not answer.
pub async fn cancel(state: &State, withdrawal: Withdrawal) -> Result<Cancelled> {
    let cancelled =
        enrolment::cancel(&state.database, state.city.eligibility(), withdrawal).await?;
    state.wake.now();
    if let Cancelled::Now(Some(promotion)) = &cancelled {
        tell(state, promotion).await;
    }
    Ok(cancelled)
}

/// Gives every free seat to who waits for it, wherever an import or a change of facts made that possible, and returns
/// how many were given.
///
/// # Errors
/// If the database does not answer.
pub async fn serve_lines(state: &State) -> Result<usize> {
    let mut given = 0;
    for course in state.database.lines_with_seats(state.clock.today()).await? {
        given += serve_line(state, &course).await?;
    }
    Ok(given)
}

async fn serve_line(state: &State, course: &str) -> Result<usize> {
    let mut given = 0;
    while let Some(promotion) = enrolment::serve_line(
        &state.database,
        state.city.eligibility(),
        course.to_owned(),
        state.clock.now(),
    )
    .await?
    {
        tell(state, &promotion).await;
        given += 1;
    }
    Ok(given)
}

/// Tells somebody of their seat. They have it whether or not the message arrives, and see it among their applications.
async fn tell(state: &State, promotion: &Promotion) {
    let reference = &promotion.receipt.reference;
    match sent(state, promotion).await {
        Ok(()) => tracing::info!(reference, "a seat went to the first in line"),
        Err(fault) => {
            tracing::error!(reference, %fault, "somebody was not told that they have a seat");
        }
    }
}

type Fault = Box<dyn std::error::Error + Send + Sync>;

async fn sent(state: &State, promotion: &Promotion) -> std::result::Result<(), Fault> {
    let stored = state.database.person(promotion.person).await?;
    let sealed = stored.ok_or("there is no such person")?.phone_sealed;
    let phone: Phone = state.keys.open_text(Purpose::Phone, &sealed)?.parse()?;
    let given = SeatGiven {
        course: promotion.title.clone(),
        reference: promotion.receipt.reference.clone(),
        starts_on: promotion.starts_on,
    };
    let now = state.clock.now();
    Ok(state.notifier.tell_seat(&phone, &given, now).await?)
}
