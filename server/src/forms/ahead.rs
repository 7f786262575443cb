//! `/ahead` and `/plan`: what lies ahead of whoever asks, by the facts that they told: the checker's answers, or their own.

use app::checker::answers::Answers;
use app::page::Fault;
use app::pages;
use app::visit::Visit;
use axum::extract::State as Reached;
use axum::response::Response;
use axum_extra::extract::CookieJar;
use policy::{Facts, OccupationCode};

use super::check::kept;
use crate::answering::answer;
use crate::state::State;
use crate::visitor::Visitor;

/// `GET /ahead?course=`: what is left after a course, and how to get into it.
pub async fn show_ahead(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    jar: CookieJar,
) -> Response {
    let occupation = match asked(&visit).await {
        Ok(occupation) => occupation,
        Err(fault) => return answer(&visit, Err(fault)),
    };
    match told(&visit, &kept(&state, &visit, &jar), occupation).await {
        Ok(facts) => answer(&visit, pages::ahead::page(&visit, &facts).await),
        Err(fault) => answer(&visit, Err(fault.into())),
    }
}

/// `GET /plan`: which training in which year.
pub async fn show_plan(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    jar: CookieJar,
) -> Response {
    let occupation = visit
        .query
        .one("occupation")
        .and_then(|code| code.parse().ok());
    match told(&visit, &kept(&state, &visit, &jar), occupation).await {
        Ok(facts) => answer(&visit, pages::plan::page(&visit, &facts).await),
        Err(fault) => answer(&visit, Err(fault.into())),
    }
}

/// Returns the occupation of the course that the address names.
async fn asked(visit: &Visit) -> Result<Option<OccupationCode>, Fault> {
    let Some(id) = visit.query.one("course") else {
        return Ok(None);
    };
    let course = visit.backend.course_facts(id).await?;
    Ok(course.ok_or(Fault::NotFound)?.occupation)
}

/// Returns what the person told the checker; who told it nothing and is signed in, what they told the portal.
async fn told(
    visit: &Visit,
    answers: &Answers,
    occupation: Option<OccupationCode>,
) -> app::backend::Answer<Facts> {
    match visit.person {
        Some(person) if answers.is_empty() => visit.backend.facts_for(person, occupation).await,
        _ => Ok(answers.facts(occupation)),
    }
}
