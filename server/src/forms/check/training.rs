//! One earlier training: told on a page of its own, taken out of the list again.

use app::backend::{Find, Kind};
use app::components::error_summary::Problem;
use app::page::Fault;
use app::pages::check::answers::{MOST_TRAININGS, Said};
use app::pages::check::{self, trainings};
use app::query::Query;
use app::sent::Sent;
use app::visit::Visit;
use axum::extract::State as Reached;
use axum::response::Response;
use axum_extra::extract::CookieJar;
use chrono::NaiveDate;
use policy::{
    Coded, Facts, HistoryEntry, Level, OccupationCode, Programme, State as TrainingState,
};

use super::{keep, kept};
use crate::answering::answer;
use crate::forms::{Filled, typed};
use crate::state::State;
use crate::visitor::Visitor;

/// `GET /check/trainings/add`
pub async fn show_add(Visitor(visit): Visitor) -> Response {
    answer(&visit, trainings::page(&visit, Sent::default()).await)
}

/// `POST /check/trainings/add`
pub async fn add(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    jar: CookieJar,
    Filled(form): Filled,
) -> Response {
    let mut answers = kept(&state, &jar);
    let mut told = answers.trainings.told().cloned().unwrap_or_default();
    let problems = match read(&visit, &form).await {
        Err(fault) => return answer(&visit, Err(fault)),
        Ok(Ok(_)) if told.len() >= MOST_TRAININGS => {
            vec![Problem::new(
                "programme",
                visit.say_with("check-trainings-many", [("most", MOST_TRAININGS.into())]),
            )]
        }
        Ok(Ok(entry)) => {
            told.push(entry);
            answers.trainings = Said::Told(told);
            return keep(&state, jar, &answers, &check::address(&visit, "/trainings"));
        }
        Ok(Err(problems)) => problems,
    };
    answer(
        &visit,
        trainings::page(
            &visit,
            Sent {
                typed: form,
                problems,
            },
        )
        .await,
    )
}

/// `POST /check/trainings/remove`
pub async fn remove(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    jar: CookieJar,
    Filled(form): Filled,
) -> Response {
    let mut answers = kept(&state, &jar);
    let place = form
        .one("place")
        .and_then(|place| place.parse::<usize>().ok());
    if let Said::Told(told) = &mut answers.trainings
        && let Some(place) = place.filter(|place| *place < told.len())
    {
        told.remove(place);
        if told.is_empty() {
            answers.trainings = Said::Nothing;
        }
    }
    keep(&state, jar, &answers, &check::address(&visit, "/trainings"))
}

async fn read(visit: &Visit, form: &Query) -> Result<Result<HistoryEntry, Vec<Problem>>, Fault> {
    let mut problems = Vec::new();
    let mut wrong = |name: &str, key: &str| problems.push(Problem::new(name, visit.say(key)));
    let programme = form.one("programme").and_then(Programme::from_code);
    if programme.is_none() {
        wrong("programme", "check-value-unknown");
    }
    let names_occupation = programme.is_none_or(Programme::names_occupation);
    let level = form
        .one("level")
        .and_then(|number| number.parse().ok())
        .and_then(|number| Level::new(number).ok());
    if names_occupation && level.is_none() {
        wrong("level", "check-level-missing");
    }
    let year = match typed::year(visit, form, "year") {
        Ok(Some(year)) => Some(year),
        Ok(None) => {
            wrong("year", "check-year-impossible");
            None
        }
        Err(problem) => {
            problems.push(problem);
            None
        }
    };
    let month = typed::number(form, "month").filter(|month| (1..=12).contains(month));
    let state = form.one("state").and_then(TrainingState::from_code);
    for (is_missing, name, key) in [
        (month.is_none(), "month", "check-month-impossible"),
        (state.is_none(), "state", "check-value-unknown"),
    ] {
        if is_missing {
            problems.push(Problem::new(name, visit.say(key)));
        }
    }
    let occupation = if names_occupation {
        match occupation(visit, form.one("occupation")).await? {
            Ok(code) => Some(code),
            Err(problem) => {
                problems.push(problem);
                None
            }
        }
    } else {
        None
    };
    let start = year
        .zip(month)
        .and_then(|(year, month)| NaiveDate::from_ymd_opt(year, month, 1));
    let entry = programme
        .zip(start)
        .zip(state)
        .map(|((programme, start), state)| HistoryEntry {
            programme,
            occupation,
            level: level.filter(|_| names_occupation),
            start,
            state,
        });
    Ok(match entry.filter(|_| problems.is_empty()) {
        Some(entry) => possible(visit, entry),
        None => Err(problems),
    })
}

fn possible(visit: &Visit, entry: HistoryEntry) -> Result<HistoryEntry, Vec<Problem>> {
    let facts = Facts {
        history: Some(vec![entry]),
        ..Facts::default()
    };
    facts.check(visit.today).map(|()| entry).map_err(|found| {
        found
            .iter()
            .map(|impossible| Problem::new("state", visit.say(impossible.why.key())))
            .collect()
    })
}

/// Finds the occupation that was meant: by its code, its name or another name of it.
async fn occupation(
    visit: &Visit,
    text: Option<&str>,
) -> Result<Result<OccupationCode, Problem>, Fault> {
    let wrong = |text: String| Problem::new("occupation", text);
    let Some(text) = text.filter(|text| text.chars().count() <= 60) else {
        return Ok(Err(wrong(
            visit.say("check-occupation-missing").into_owned(),
        )));
    };
    if let Some(code) = text
        .parse::<OccupationCode>()
        .ok()
        .filter(|_| text.contains('-'))
        && visit.backend.occupation(code.as_str()).await?.is_some()
    {
        return Ok(Ok(code));
    }
    let find = Find {
        text: text.to_owned(),
        kinds: vec![Kind::Occupation],
        page: 1,
        per_page: 3,
        ..Find::default()
    };
    let hits = visit.backend.find(&find).await?.hits;
    let exact = hits
        .iter()
        .find(|hit| hit.name == text)
        .and_then(|hit| hit.id.parse().ok());
    Ok(exact.ok_or_else(|| {
        let names: Vec<_> = hits.iter().map(|hit| hit.name.as_str()).collect();
        wrong(if names.is_empty() {
            visit.say("check-occupation-unknown").into_owned()
        } else {
            visit
                .say_with(
                    "check-occupation-near",
                    [("names", names.join("、").into())],
                )
                .into_owned()
        })
    }))
}
