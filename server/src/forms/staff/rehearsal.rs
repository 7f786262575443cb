//! `/staff/rehearsal`: begins a rehearsal from fields or from a table, and shows how far it has come.

use std::num::NonZero;

use app::backend::{Effect, Rehearsal};
use app::components::error_summary::Problem;
use app::page::Fault;
use app::pages::staff::rehearsal::{
    self as pages, PEOPLE, Standing, TIERS, reading_field, top_up_field,
};
use app::policy_words::Telling;
use app::query::Query;
use app::rehearsal_words::words;
use app::sent::Sent;
use app::visit::Visit;
use axum::extract::{Multipart, State as Reached};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use policy::{Chosen, Coded, Fen, READINGS, ReadingId};

use super::super::typed::plain;
use super::super::{Filled, go_to};
use crate::answering::answer;
use crate::import::{self, RowError};
use crate::register::{Choice, Register};
use crate::rehearsal::{NoOutcome, Order, Proposal};
use crate::staff::{Editor, StaffMember};
use crate::state::State;
use crate::visitor::Visitor;

/// A table's faults that are told on the page.
const MOST_FAULTS: usize = 10;
/// What stands in the column of reasons where nobody gave one.
const REASON: &str = "rehearsal";

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
    let begun = order(&visit, &state, &form, "people", "seed")
        .and_then(|order| proposed(&visit, &form, &register).map(|proposal| (order, proposal)));
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
    match table(&visit, &rehearsal) {
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
    let standing = match state.rehearsals.last() {
        None => Standing::None,
        Some(run) => match run.outcome {
            None => Standing::UnderWay {
                done: run.progress.done(),
                people: run.order.people,
                changes: run.changes,
            },
            Some(Ok(rehearsal)) => Standing::Finished(rehearsal),
            Some(Err(NoOutcome::Barren)) => Standing::Failed("rehearse-barren"),
            Some(Err(NoOutcome::BrokenOff)) => Standing::Failed("rehearse-broken-off"),
        },
    };
    answer(
        visit,
        pages::page(visit, staff.member, standing, sent, status).await,
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

/// Returns what the fields change against what holds; each row is one field.
fn proposed(visit: &Visit, form: &Query, register: &Register) -> Result<Proposal, Vec<Problem>> {
    let since = form.one("since").map(plain_day).unwrap_or_default();
    let holding = |reading: ReadingId| {
        let on = since.parse().unwrap_or(visit.today);
        let in_force = register
            .readings()
            .register(on)
            .find(|one| one.id == reading);
        in_force.map(|one| one.chosen)
    };
    let mut rows: Vec<(String, [String; 4])> = Vec::new();
    let mut row = |field: String, reading: &str, chosen: String| {
        let cells = [reading.to_owned(), chosen, since.clone(), REASON.to_owned()];
        rows.push((field, cells));
    };
    for reading in &READINGS {
        let Some((field, chosen)) = typed(form, reading.id, reading.chosen) else {
            continue;
        };
        let is_unchanged = chosen
            .parse::<Choice>()
            .is_ok_and(|choice| Some(choice.0) == holding(reading.id));
        if !is_unchanged {
            row(field, reading.id.code(), chosen);
        }
    }
    for tier in TIERS {
        let field = top_up_field(tier);
        if let Some(percent) = form.one(&field).map(plain) {
            row(field.clone(), &format!("top_up_{tier}"), percent);
        }
    }
    if rows.is_empty() {
        return Err(vec![Problem::new("since", visit.say("rehearse-nothing"))]);
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    let written = std::iter::once(["reading", "chosen", "since", "why"].map(str::to_owned))
        .chain(rows.iter().map(|(_, cells)| cells.clone()))
        .try_for_each(|cells| writer.write_record(cells))
        .map_err(|fault| fault.to_string())
        .and_then(|()| writer.into_inner().map_err(|fault| fault.to_string()))
        .expect("a table is written into memory");
    import::proposal(&written, register, visit.today).map_err(|errors| {
        let problem = |error: &RowError| {
            let place = usize::try_from(error.line).unwrap_or_default();
            let field = match (error.column.as_str(), place.checked_sub(2)) {
                ("since", _) | (_, None) => "since".to_owned(),
                (_, Some(place)) => rows
                    .get(place)
                    .map_or_else(|| "since".to_owned(), |(field, _)| field.clone()),
            };
            Problem::new(field, import::told_of_field(visit.language, error))
        };
        let mut problems: Vec<Problem> = errors.named.iter().map(problem).collect();
        // a wrong day is wrong in every row
        problems.dedup();
        problems
    })
}

/// Returns what was typed for a reading as the register writes it, and in which field.
fn typed(form: &Query, reading: ReadingId, like: Chosen) -> Option<(String, String)> {
    let field = reading_field(reading);
    match like {
        Chosen::Number(_) | Chosen::Applies(_) => {
            let chosen = plain(form.one(&field)?);
            Some((field, chosen))
        }
        Chosen::Ages { .. } => {
            let [male, female] = ["male", "female"].map(|sex| format!("{field}-{sex}"));
            let of = |name: &str| form.one(name).map(plain);
            let chosen = format!("{}|{}", of(&male)?, of(&female)?);
            Some((male, chosen))
        }
        Chosen::InWords => None,
    }
}

/// Returns a day as it was typed, with ASCII digits.
fn plain_day(text: &str) -> String {
    text.split('-').map(plain).collect::<Vec<_>>().join("-")
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

/// Returns the outcome as a table, a line for each part of the population.
fn table(visit: &Visit, rehearsal: &Rehearsal) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    // without a byte-order mark spreadsheets read Chinese as something else
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record([
        "part",
        "code",
        "name",
        "people",
        "gain",
        "lose",
        "before_fen",
        "after_fen",
    ])?;
    let telling = Telling::by_code(visit.language);
    let mut line = |part: &str, code: &str, name: &str, effect: &Effect| {
        let Effect {
            people,
            gain,
            lose,
            before: Fen(before),
            after: Fen(after),
        } = *effect;
        writer.write_record([
            part,
            code,
            name,
            &people.to_string(),
            &gain.to_string(),
            &lose.to_string(),
            &before.to_string(),
            &after.to_string(),
        ])
    };
    line("all", "", &visit.say("rehearsal-all"), &rehearsal.all)?;
    for (programme, effect) in &rehearsal.programmes {
        line(
            "programme",
            programme.code(),
            &telling.programme(*programme),
            effect,
        )?;
    }
    for (code, name, effect) in &rehearsal.districts {
        line("district", code, name, effect)?;
    }
    for (group, effect) in &rehearsal.groups {
        let name = visit.say(&format!("group-{}", group.code()));
        line("group", group.code(), &name, effect)?;
    }
    for (from, to, effect) in &rehearsal.ages {
        let band = [("from", (*from).into()), ("to", (*to).into())];
        let name = words(visit.language, "rehearsal-age-band", band);
        line("age", &format!("{from}-{to}"), &name, effect)?;
    }
    Ok(writer.into_inner()?)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn a_day_is_read_as_it_is_typed() {
        assert_eq!(plain_day("２０２７-０１-０１"), "2027-01-01");
        assert_eq!(
            plain_day("2027-01-01").parse(),
            Ok(NaiveDate::from_ymd_opt(2027, 1, 1).unwrap())
        );
    }
}
