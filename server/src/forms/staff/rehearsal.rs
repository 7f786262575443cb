//! `/staff/rehearsal`: begins a rehearsal from fields or from a table, and shows how far it has come.

mod fields;
mod table;

use std::num::NonZero;

use app::checker::typed::plain;
use app::components::error_summary::Problem;
use app::page::Fault;
use app::pages::staff::rehearsal::{self as pages, LastRun, PEOPLE};
use app::query::Query;
use app::sent::Sent;
use app::visit::Visit;
use axum::extract::{Multipart, State as Reached};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::super::{Filled, go_to};
use crate::answering::answer;
use crate::import;
use crate::register::Register;
use crate::rehearsal::{NoOutcome, Order, Proposal};
use crate::staff::{Editor, StaffMember};
use crate::state::State;
use crate::visitor::Visitor;

/// A table's faults that are told on the page.
const MOST_FAULTS: usize = 10;

/// `GET /staff/rehearsal`
pub async fn show(
    Visitor(visit): Visitor,
    staff: StaffMember<Editor>,
    Reached(state): Reached<State>,
) -> Response {
    shown(&visit, staff, &state, Sent::default(), None).await
}

/// `POST /staff/rehearsal`: from the fields.
pub async fn begin(
    Visitor(visit): Visitor,
    staff: StaffMember<Editor>,
    Reached(state): Reached<State>,
    Filled(form): Filled,
) -> Response {
    let register = state.shelf.stock().register.clone();
    let begun = order(&visit, &state, &form, "people", "seed").and_then(|order| {
        fields::proposed(&visit, &form, &register).map(|proposal| (order, proposal))
    });
    run(&visit, staff, &state, form, begun).await
}

/// `POST /staff/rehearsal/file`: from a table.
pub async fn begin_with_file(
    Visitor(visit): Visitor,
    staff: StaffMember<Editor>,
    Reached(state): Reached<State>,
    parts: Multipart,
) -> Response {
    let Ok(Uploaded { file, form }) = uploaded(parts).await else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let register = state.shelf.stock().register.clone();
    let begun = order(&visit, &state, &form, "file-people", "file-seed")
        .and_then(|order| read(&visit, &file, &register).map(|proposal| (order, proposal)));
    run(&visit, staff, &state, form, begun).await
}

/// `GET /staff/rehearsal/outcome.csv`
pub async fn download(
    Visitor(visit): Visitor,
    _: StaffMember<Editor>,
    Reached(state): Reached<State>,
) -> Response {
    let finished = state.rehearsals.last().and_then(|run| run.outcome);
    let Some(Ok(rehearsal)) = finished else {
        return answer(&visit, Err(Fault::NotFound));
    };
    match table::table(&visit, &rehearsal) {
        Ok(bytes) => (
            [
                (
                    header::CONTENT_TYPE,
                    HeaderValue::from_static("text/csv; charset=utf-8"),
                ),
                (
                    header::CONTENT_DISPOSITION,
                    HeaderValue::from_static("attachment; filename=\"rehearsal.csv\""),
                ),
            ],
            bytes,
        )
            .into_response(),
        Err(fault) => {
            tracing::error!(%fault, "a rehearsal was not written as a table");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

async fn run(
    visit: &Visit,
    staff: StaffMember<Editor>,
    state: &State,
    form: Query,
    begun: Result<(Order, Proposal), Vec<Problem>>,
) -> Response {
    let (problems, status) = match begun {
        Ok((order, proposal)) => {
            match state.rehearsals.begin(state.shelf.stock(), proposal, order) {
                Ok(()) => return go_to(&visit.address("/staff/rehearsal")),
                Err(_) => (
                    vec![Problem::new("since", visit.say("rehearse-busy"))],
                    Some(StatusCode::CONFLICT.as_u16()),
                ),
            }
        }
        Err(problems) => (problems, None),
    };
    let sent = Sent {
        typed: form,
        problems,
    };
    shown(visit, staff, state, sent, status).await
}

async fn shown(
    visit: &Visit,
    staff: StaffMember<Editor>,
    state: &State,
    sent: Sent,
    status: Option<u16>,
) -> Response {
    let last = match state.rehearsals.last() {
        None => LastRun::None,
        Some(run) => match run.outcome {
            None => LastRun::UnderWay {
                done: run.progress.done(),
                people: run.order.people,
                changes: run.changes,
            },
            Some(Ok(rehearsal)) => LastRun::Finished(rehearsal),
            Some(Err(NoOutcome::Barren)) => LastRun::Failed("rehearse-barren"),
            Some(Err(NoOutcome::BrokenOff)) => LastRun::Failed("rehearse-broken-off"),
        },
    };
    answer(
        visit,
        pages::page(visit, staff.member, last, sent, status).await,
    )
}

/// Returns how many residents are drawn, and from which number.
fn order(
    visit: &Visit,
    state: &State,
    form: &Query,
    people: &str,
    seed: &str,
) -> Result<Order, Vec<Problem>> {
    let number = |name: &str| form.one(name).and_then(|text| plain(text).parse().ok());
    let wanted = number(people).filter(|wanted| PEOPLE.contains(wanted));
    let Some(wanted) = wanted else {
        return Err(vec![Problem::new(
            people,
            visit.say("rehearse-people-wrong"),
        )]);
    };
    let Some(from) = number(seed) else {
        return Err(vec![Problem::new(seed, visit.say("rehearse-number-wrong"))]);
    };
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    Ok(Order {
        people: wanted,
        seed: from,
        on: state.clock.today(),
        // whoever visits the portal meanwhile needs a core, too
        threads: NonZero::new(cores - 1).unwrap_or(NonZero::<usize>::MIN),
    })
}

fn read(visit: &Visit, file: &[u8], register: &Register) -> Result<Proposal, Vec<Problem>> {
    if file.is_empty() {
        return Err(vec![Problem::new(
            "file",
            visit.say("rehearse-file-missing"),
        )]);
    }
    import::proposal(file, register, visit.today).map_err(|errors| {
        errors
            .named
            .iter()
            .take(MOST_FAULTS)
            .map(|error| Problem::new("file", import::told_in(visit.language, error)))
            .collect()
    })
}

/// What a form with a file brought.
struct Uploaded {
    file: Vec<u8>,
    form: Query,
}

async fn uploaded(
    mut parts: Multipart,
) -> Result<Uploaded, axum::extract::multipart::MultipartError> {
    let mut file = Vec::new();
    let mut fields: Vec<(String, String)> = Vec::new();
    while let Some(part) = parts.next_field().await? {
        let name = part.name().unwrap_or_default().to_owned();
        if name == "file" {
            file = part.bytes().await?.to_vec();
        } else {
            fields.push((name, part.text().await?));
        }
    }
    let pairs = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    Ok(Uploaded {
        file,
        form: Query::parse(&Query::encode(pairs)),
    })
}
