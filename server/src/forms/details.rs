//! `/me/details`: real name and resident ID, and what a course's programme asks of a person.

use app::backend::PersonId;
use app::checker::typed::{plain, year};
use app::components::error_summary::Problem;
use app::page::Fault;
use app::pages::apply::Applying;
use app::pages::details::{self, NONE, NOT_SURE, OTHER, Wanted};
use app::query::Query;
use app::sent::Sent;
use app::visit::Visit;
use axum::extract::State as Reached;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use chrono::NaiveDate;
use policy::{
    Coded, District, FactSet, Group, Groups, InvalidResidentId, LeftSchool, Level, OccupationCode,
    ResidentId, Stage,
};

use super::{Filled, go_to, unavailable};
use crate::answering::answer;
use crate::attempts::Attempt;
use crate::db::person::Identified;
use crate::person::{self, RealName};
use crate::session;
use crate::state::State;
use crate::visitor::Visitor;

/// For which course the page is shown, and what it asks for.
struct Purpose {
    person: PersonId,
    applying: Option<Applying>,
    occupation: Option<OccupationCode>,
    wanted: Wanted,
}

async fn purpose(visit: &Visit) -> Result<Purpose, Fault> {
    let person = visit.person.ok_or(Fault::SignInNeeded)?;
    let applying = match visit.query.one("course") {
        Some(id) => Some(Applying::of(visit, id).await?),
        None => None,
    };
    let mut wanted = match &applying {
        Some(applying) => applying.wanted(),
        None => Wanted::of(&visit.backend.profile(person).await?, None, FactSet::NONE),
    };
    if visit.query.one("again").is_some() && applying.is_some() {
        wanted.groups = true;
    }
    let occupation = applying
        .as_ref()
        .and_then(|applying| applying.course.card.occupation.as_deref()?.parse().ok());
    Ok(Purpose {
        person,
        applying,
        occupation,
        wanted,
    })
}

/// `GET /me/details`
pub async fn show(Visitor(visit): Visitor) -> Response {
    match purpose(&visit).await {
        Ok(purpose) => page(&visit, &purpose, Sent::default()).await,
        Err(fault) => answer(&visit, Err(fault)),
    }
}

async fn page(visit: &Visit, purpose: &Purpose, sent: Sent) -> Response {
    let course = purpose.applying.as_ref().map(|applying| &applying.course);
    answer(
        visit,
        details::page(visit, course, purpose.wanted, sent).await,
    )
}

/// `POST /me/details`
pub async fn tell(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    jar: CookieJar,
    Filled(form): Filled,
) -> Response {
    let purpose = match purpose(&visit).await {
        Ok(purpose) => purpose,
        Err(fault) => return answer(&visit, Err(fault)),
    };
    let (identity, answers) = match read(&visit, &purpose, &form).await {
        Ok(Ok(read)) => read,
        Ok(Err(problems)) => {
            return page(
                &visit,
                &purpose,
                Sent {
                    typed: form,
                    problems,
                },
            )
            .await;
        }
        Err(fault) => return answer(&visit, Err(fault)),
    };
    let onward = match &purpose.applying {
        Some(applying) => format!(
            "{}?told=yes",
            visit.address(&format!("/courses/{}/apply", applying.course.card.id))
        ),
        None => app::pages::sign_in::return_to(&visit),
    };
    let now = state.clock.now();
    let conflict = |key: &str| Sent {
        typed: form.clone(),
        problems: vec![Problem::new("resident_id", visit.say(key))],
    };
    // whoever tries one number after another would learn which of them the portal knows
    if identity.is_some()
        && let Err(too_often) = state.attempts.count(Attempt::Identity(purpose.person), now)
    {
        let page = page(&visit, &purpose, conflict("details-too-many")).await;
        let retry_after = [(header::RETRY_AFTER, too_often.retry_after())];
        return (StatusCode::TOO_MANY_REQUESTS, retry_after, page).into_response();
    }
    let renews = identity.is_some();
    let sealed = identity.map(|(name, id)| person::sealed(&state.keys, &name, &id));
    match person::tell(
        &state.database,
        &state.keys,
        purpose.person,
        sealed,
        answers.kept(purpose.occupation),
        now,
    )
    .await
    {
        Ok(Identified::TakenByAnother) => {
            page(&visit, &purpose, conflict("details-conflict")).await
        }
        Ok(Identified::Stored) if renews => {
            match session::renew(&state, session::held(&state, &jar), purpose.person).await {
                Ok(renewed) => (jar.add(renewed), go_to(&onward)).into_response(),
                Err(fault) => answer(&visit, Err(unavailable(fault))),
            }
        }
        Ok(_) => go_to(&onward),
        Err(fault) => answer(&visit, Err(unavailable(fault))),
    }
}

/// What was answered about the course's programme; `None` where it was not asked, or not sure.
struct Answers {
    groups: Option<Groups>,
    residence: Option<District>,
    university: Option<District>,
    school: Option<LeftSchool>,
    certificate: Option<Certificate>,
}

enum Certificate {
    None,
    OtherOnly,
    Level(Level),
}

impl Answers {
    fn kept(
        self,
        occupation: Option<OccupationCode>,
    ) -> impl FnOnce(&mut person::Told) + Send + 'static {
        move |told| {
            told.groups = self.groups.or(told.groups);
            told.residence = self.residence.or(told.residence);
            told.university_district = self.university.or(told.university_district);
            told.left_school = self.school.or(told.left_school);
            match (self.certificate, occupation) {
                (Some(Certificate::None), _) => told.certificates = Some(Vec::new()),
                (Some(Certificate::OtherOnly), Some(occupation)) => {
                    told.certificates_in.insert(occupation, None);
                }
                (Some(Certificate::Level(level)), Some(occupation)) => {
                    told.certificates_in.insert(occupation, Some(level));
                }
                _ => {}
            }
        }
    }
}

type Identity = Option<(RealName, ResidentId)>;

async fn read(
    visit: &Visit,
    purpose: &Purpose,
    form: &Query,
) -> Result<Result<(Identity, Answers), Vec<Problem>>, Fault> {
    let wanted = purpose.wanted;
    let known = visit.backend.districts().await?;
    // a district that the list does not offer is as good as none
    let district = |name: &str| {
        form.one(name)
            .filter(|code| known.iter().any(|district| district.code == **code))
            .and_then(|code| code.parse().ok())
    };
    let mut problems = Vec::new();
    let name = asked(wanted.identity, &mut problems, || name(visit, form));
    let id = asked(wanted.identity, &mut problems, || resident_id(visit, form));
    let answers = Answers {
        groups: asked(wanted.groups, &mut problems, || groups(visit, form)),
        residence: district("residence"),
        university: district("university"),
        school: asked(wanted.school, &mut problems, || school(visit, form)).flatten(),
        certificate: asked(wanted.certificate, &mut problems, || {
            certificate(visit, form)
        })
        .flatten(),
    };
    Ok(if problems.is_empty() {
        Ok((name.zip(id), answers))
    } else {
        Err(problems)
    })
}

/// Returns the answer to a question that was asked, and notes what is wrong with it.
fn asked<T>(
    is_asked: bool,
    problems: &mut Vec<Problem>,
    read: impl FnOnce() -> Result<T, Problem>,
) -> Option<T> {
    if !is_asked {
        return None;
    }
    read().map_err(|problem| problems.push(problem)).ok()
}

fn name(visit: &Visit, form: &Query) -> Result<RealName, Problem> {
    let typed = form.one("name").unwrap_or_default();
    typed
        .parse()
        .map_err(|_| Problem::new("name", visit.say("details-name-wrong")))
}

fn resident_id(visit: &Visit, form: &Query) -> Result<ResidentId, Problem> {
    let wrong = |key| Problem::new("resident_id", visit.say(key));
    let typed = form
        .one("resident_id")
        .map(plain)
        .ok_or_else(|| wrong("details-id-missing"))?;
    let id: ResidentId = typed
        .parse()
        .map_err(|invalid: InvalidResidentId| wrong(invalid.key()))?;
    if id.birth() > visit.today {
        Err(wrong("resident-id-birth"))
    } else {
        Ok(id)
    }
}

fn groups(visit: &Visit, form: &Query) -> Result<Groups, Problem> {
    let wrong = |key| Problem::new("groups", visit.say(key));
    let codes: Vec<_> = form.all("groups").collect();
    let claimed: Vec<_> = codes
        .iter()
        .filter_map(|code| Group::from_code(code))
        .collect();
    match (codes.contains(&NONE), claimed.is_empty()) {
        (true, true) => Ok(Groups::NONE),
        (true, false) => Err(wrong("check-groups-clash")),
        (false, false) => Ok(Groups::of(&claimed)),
        (false, true) => Err(wrong("details-choose")),
    }
}

fn school(visit: &Visit, form: &Query) -> Result<Option<LeftSchool>, Problem> {
    let wrong = |key| Problem::new("school", visit.say(key));
    let stage = match form.one("school") {
        None => return Err(wrong("check-choose")),
        Some(NOT_SURE) => return Ok(None),
        Some(code) => Stage::from_code(code).ok_or_else(|| wrong("check-value-unknown"))?,
    };
    let year = if stage == Stage::None {
        None
    } else {
        year(form, "school-year", visit.today)
            .map_err(|key| Problem::new("school-year", visit.say(key)))?
    };
    // schools end in summer; only the year decides
    let on = year
        .and_then(|year| NaiveDate::from_ymd_opt(year, 7, 1))
        .map(|day| day.min(visit.today));
    Ok(Some(LeftSchool {
        stage: Some(stage),
        on,
    }))
}

fn certificate(visit: &Visit, form: &Query) -> Result<Option<Certificate>, Problem> {
    let wrong = |key| Problem::new("certificate", visit.say(key));
    match form.one("certificate") {
        None => Err(wrong("check-choose")),
        Some(NOT_SURE) => Ok(None),
        Some(NONE) => Ok(Some(Certificate::None)),
        Some(OTHER) => Ok(Some(Certificate::OtherOnly)),
        Some(number) => {
            let level = number
                .parse()
                .ok()
                .and_then(|number| Level::new(number).ok());
            level
                .map(|level| Some(Certificate::Level(level)))
                .ok_or_else(|| wrong("check-value-unknown"))
        }
    }
}
