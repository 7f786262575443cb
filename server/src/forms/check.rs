//! `/check`: reads an answer, keeps it in the visitor's own cookie, and leads to the next question that matters.

mod answers;
mod training;

use app::components::error_summary::Problem;
use app::page::Fault;
use app::pages::check::answers::{Answers, Highest, Said};
use app::pages::check::fields::{NONE, NOT_SURE};
use app::pages::check::question::Question;
use app::pages::check::{self, Asked};
use app::query::Query;
use app::sent::Sent;
use app::visit::Visit;
use axum::extract::{Path, State as Reached};
use axum::response::Response;
use axum_extra::extract::CookieJar;
use chrono::NaiveDate;
use policy::{Coded, Group, Groups, LeftSchool, Level, OccupationCode, Sex, Stage};

pub use self::answers::{forget, keep, kept};
pub use self::training::{add, remove, show_add};
use super::{Filled, go_to, typed};
use crate::answering::answer;
use crate::state::State;
use crate::visitor::Visitor;

/// `GET /check`: the first question.
pub async fn show_first(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    jar: CookieJar,
) -> Response {
    show(&visit, Question::Groups, &kept(&state, &jar)).await
}

/// `POST /check`: the answer to the first question.
pub async fn answer_first(
    visitor: Visitor,
    reached: Reached<State>,
    jar: CookieJar,
    filled: Filled,
) -> Response {
    answered(visitor, reached, jar, Question::Groups, filled).await
}

/// `GET /check/{question}`
pub async fn show_one(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    jar: CookieJar,
    Path(code): Path<String>,
) -> Response {
    match Question::from_code(&code) {
        Some(question) => show(&visit, question, &kept(&state, &jar)).await,
        None => answer(&visit, Err(Fault::NotFound)),
    }
}

/// `POST /check/{question}`
pub async fn answer_one(
    visitor: Visitor,
    reached: Reached<State>,
    jar: CookieJar,
    Path(code): Path<String>,
    filled: Filled,
) -> Response {
    match Question::from_code(&code) {
        Some(question) => answered(visitor, reached, jar, question, filled).await,
        None => answer(&visitor.0, Err(Fault::NotFound)),
    }
}

/// `GET /check/result`
pub async fn show_result(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    jar: CookieJar,
) -> Response {
    answer(
        &visit,
        check::result::page(&visit, &kept(&state, &jar)).await,
    )
}

/// `POST /check/clear`: throws the answers away.
pub async fn clear(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    jar: CookieJar,
) -> Response {
    forget(&state, jar, &check::address(&visit, ""))
}

/// `POST /check/district`: where the person lives and studies, which names their office.
pub async fn tell_district(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    jar: CookieJar,
    Filled(form): Filled,
) -> Response {
    let known = match visit.backend.districts().await {
        Ok(known) => known,
        Err(fault) => return answer(&visit, Err(fault.into())),
    };
    // a district that the list does not offer is as good as none
    let told = |name| {
        form.one(name)
            .filter(|code| known.iter().any(|district| district.code == **code))
            .and_then(|code| code.parse().ok())
    };
    let mut answers = kept(&state, &jar);
    answers.residence = told("residence");
    answers.university = told("university");
    keep(&state, jar, &answers, &check::address(&visit, "/result"))
}

async fn show(visit: &Visit, question: Question, answers: &Answers) -> Response {
    answer(
        visit,
        check::page(visit, question, answers, Sent::default()).await,
    )
}

async fn answered(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    jar: CookieJar,
    question: Question,
    Filled(form): Filled,
) -> Response {
    let mut answers = kept(&state, &jar);
    let occupation = match Asked::of(&visit).await {
        Ok(asked) => asked.and_then(|asked| asked.occupation()),
        Err(fault) => return answer(&visit, Err(fault)),
    };
    if let Err(problem) = read(&visit, question, &form, occupation, &mut answers) {
        let sent = Sent {
            typed: form,
            problems: vec![problem],
        };
        return answer(&visit, check::page(&visit, question, &answers, sent).await);
    }
    if question == Question::Trainings && form.one("trainings") == Some("add") {
        return go_to(&check::address(&visit, "/trainings/add"));
    }
    match check::onward(&visit, &answers).await {
        Ok(address) => keep(&state, jar, &answers, &address),
        Err(fault) => answer(&visit, Err(fault)),
    }
}

/// Reads the answer to a question into `answers`, which stay as they are where it can't be read.
///
/// # Errors
/// What has to be put right.
pub fn read(
    visit: &Visit,
    question: Question,
    form: &Query,
    occupation: Option<OccupationCode>,
    answers: &mut Answers,
) -> Result<(), Problem> {
    match question {
        Question::Groups => answers.groups = groups(visit, form)?,
        Question::Birth => answers.birth = birth(visit, form)?,
        Question::Sex => answers.sex = chosen(visit, form, "sex", Sex::from_code)?,
        Question::School => answers.school = school(visit, form)?,
        Question::Trainings => match form.one("trainings") {
            // the list that was told so far stays
            Some("all" | "add") => {}
            Some(NONE) => answers.trainings = Said::Told(Vec::new()),
            _ => answers.trainings = chosen(visit, form, "trainings", |_| None)?,
        },
        Question::Certificate => {
            let occupation = occupation
                .ok_or_else(|| Problem::new("certificate", visit.say("check-value-unknown")))?;
            answers.certificate = chosen(visit, form, "certificate", |code| match code {
                NONE => Some(Highest {
                    occupation,
                    level: None,
                }),
                code => code
                    .parse()
                    .ok()
                    .and_then(|number| Level::new(number).ok())
                    .map(|level| Highest {
                        occupation,
                        level: Some(level),
                    }),
            })?;
        }
    }
    Ok(())
}

fn groups(visit: &Visit, form: &Query) -> Result<Said<Groups>, Problem> {
    let wrong = |key| Problem::new("groups", visit.say(key));
    let codes: Vec<_> = form.all("groups").collect();
    let claimed: Vec<_> = codes
        .iter()
        .filter_map(|code| Group::from_code(code))
        .collect();
    let says = |code| codes.contains(&code);
    if codes
        .iter()
        .any(|code| Group::from_code(code).is_none() && *code != NONE && *code != NOT_SURE)
    {
        return Err(wrong("check-value-unknown"));
    }
    match (claimed.is_empty(), says(NONE)) {
        (false, true) => Err(wrong("check-groups-clash")),
        (false, false) => Ok(Said::Told(Groups::of(&claimed))),
        (true, true) => Ok(Said::Told(Groups::NONE)),
        (true, false) if says(NOT_SURE) => Ok(Said::NotSure),
        (true, false) => Err(wrong("check-choose")),
    }
}

fn birth(visit: &Visit, form: &Query) -> Result<Said<NaiveDate>, Problem> {
    match typed::past_day(visit, form, "birth")? {
        Some(day) => Ok(Said::Told(day)),
        None if form.one("birth-unsure") == Some(NOT_SURE) => Ok(Said::NotSure),
        None => Err(Problem::new("birth", visit.say("check-birth-missing"))),
    }
}

fn school(visit: &Visit, form: &Query) -> Result<Said<LeftSchool>, Problem> {
    let stage = match chosen(visit, form, "school", Stage::from_code)? {
        Said::Told(stage) => stage,
        _ => return Ok(Said::NotSure),
    };
    let year = match stage {
        Stage::None => None,
        _ => typed::year(visit, form, "school-year")?,
    };
    // schools end in summer; only the year decides
    let on = year
        .and_then(|year| NaiveDate::from_ymd_opt(year, 7, 1))
        .map(|day| day.min(visit.today));
    Ok(Said::Told(LeftSchool {
        stage: Some(stage),
        on,
    }))
}

fn chosen<T>(
    visit: &Visit,
    form: &Query,
    name: &'static str,
    value: impl Fn(&str) -> Option<T>,
) -> Result<Said<T>, Problem> {
    match form.one(name) {
        None => Err(Problem::new(name, visit.say("check-choose"))),
        Some(NOT_SURE) => Ok(Said::NotSure),
        Some(code) => value(code)
            .map(Said::Told)
            .ok_or_else(|| Problem::new(name, visit.say("check-value-unknown"))),
    }
}
