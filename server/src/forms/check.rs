//! `/check`: reads an answer, keeps it in the visitor's own cookie, and leads to the next question that matters.

mod answers;
mod kit;
mod occupation;

use app::checker::answers::Answers;
use app::checker::{Place, Taken};
use app::page::Fault;
use app::pages::check::{self, Gathered, Shown};
use app::query::Query;
use app::sent::Sent;
use app::visit::Visit;
use axum::extract::State as Reached;
use axum::response::Response;
use axum_extra::extract::CookieJar;

pub(super) use self::answers::kept;
use self::answers::{forget, keep};
pub use self::kit::{Kits, give};
use super::Filled;
use crate::answering::answer;
use crate::state::State;
use crate::visitor::Visitor;

/// Where a phone hands over the answers that somebody wants a plan for.
const KEEP: &str = "/keep";

/// `GET /check` and every page below.
pub async fn show(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    jar: CookieJar,
) -> Response {
    let Some(place) = Place::at(behind_check(&visit)) else {
        return answer(&visit, Err(Fault::NotFound));
    };
    let answers = kept(&state, &visit, &jar);
    let shown = Shown {
        place,
        answers: &answers,
        sent: Sent::default(),
    };
    match Gathered::about(&visit, &answers).await {
        Ok(gathered) => page(&state, &visit, &gathered, shown),
        Err(fault) => answer(&visit, Err(fault)),
    }
}

/// `POST /check` and every address below.
pub async fn take(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    jar: CookieJar,
    Filled(form): Filled,
) -> Response {
    // a phone that can't go on hands over what it was told
    let answers = form.one("answers").map_or_else(
        || kept(&state, &visit, &jar),
        |written| Answers::from_written(&Query::parse(written), &visit.language, visit.today),
    );
    if behind_check(&visit) == KEEP {
        return keep(&state, jar, &answers, &visit.address("/plan"));
    }
    let sought = match occupation::sought(&visit, &form).await {
        Ok(sought) => sought,
        Err(fault) => return answer(&visit, Err(fault)),
    };
    let gathered = match Gathered::about(&visit, &answers).await {
        Ok(gathered) => gathered,
        Err(fault) => return answer(&visit, Err(fault)),
    };
    let taken = gathered.at_desk(&visit, |desk| {
        let taken = desk.take(behind_check(&visit), form, answers.clone(), sought.as_ref())?;
        Some(match taken {
            Taken::Onward(answers, place) => Ok((answers, desk.address(place))),
            Taken::Again(place, sent) => Err((place, sent)),
        })
    });
    match taken {
        None => answer(&visit, Err(Fault::NotFound)),
        Some(Ok((answers, address))) if answers.is_empty() => forget(&state, jar, &address),
        Some(Ok((answers, address))) => keep(&state, jar, &answers, &address),
        Some(Err((place, sent))) => {
            let shown = Shown {
                place,
                answers: &answers,
                sent,
            };
            page(&state, &visit, &gathered, shown)
        }
    }
}

fn page(state: &State, visit: &Visit, gathered: &Gathered, shown: Shown<'_>) -> Response {
    // about a course only the server knows enough
    let kit = match visit.query.one("course") {
        None => kit::path(state, visit.language).map(|path| visit.address(&path)),
        Some(_) => None,
    };
    answer(visit, check::page(visit, gathered, shown, kit.as_deref()))
}

/// Returns the part of the address that says which page of the checker it is.
fn behind_check(visit: &Visit) -> &str {
    visit.path.strip_prefix("/check").unwrap_or_default()
}
