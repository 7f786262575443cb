//! `/courses/{id}`: one course or practice slot, whole.

mod shut;

use leptos::prelude::*;
use policy::{Coded, CourseAssessment, Facts as PersonFacts, Money, Verdict};

pub use self::shut::how_many;
use self::shut::shut;
use crate::backend::{CourseDetail, Place, Session, Waiting};
use crate::components::breadcrumb::Breadcrumb;
use crate::components::button::{ButtonLink, Weight};
use crate::components::course_stub::{LevelTag, place_name};
use crate::components::district_names::DistrictNames;
use crate::components::hit_card::ShortageTag;
use crate::components::phone::Phone;
use crate::components::published::lang_of;
use crate::components::seats::SeatsTag;
use crate::components::stub::{Facts, Stub, TearOff};
use crate::components::summary_list::{Row, SummaryList};
use crate::components::tag::{SampleTag, Tag};
use crate::notation;
use crate::page::{Fault, Page, PageResult};
use crate::query::Query;
use crate::visit::Visit;

/// One course: what it is, when and where, what it costs and what the city pays, how to take it.
///
/// # Errors
///
/// [`Fault::NotFound`] where there is no such course; [`Fault::Unavailable`] where it cannot be had.
pub async fn page(visit: &Visit, id: &str) -> PageResult {
    let course = visit.backend.course(id).await?.ok_or(Fault::NotFound)?;
    let districts = DistrictNames::of(visit, &visit.backend.districts().await?);
    let assessment = assessment(visit, id).await?;
    let waiting = waiting(visit, &course).await?;
    let is_for_one = visit.person.is_some();
    let description = description(visit, &course, &districts);
    let title = course.card.title.clone();
    let visit = visit.clone();
    let page = Page::new(title, move || {
        let visit = &visit;
        let card = &course.card;
        let money = assessment.as_ref().map(|assessment| &assessment.money);
        let courses = ("/find?kind=course".to_owned(), visit.say("nav-courses").into_owned());
        let occupation = card
            .occupation
            .as_ref()
            .zip(course.occupation_name.clone())
            .map(|(code, name)| (format!("/occupations/{code}"), name));
        let steps = std::iter::once(courses).chain(occupation).collect::<Vec<_>>();
        view! {
            <Breadcrumb visit steps/>
            <h1 lang=lang_of(&card.title)>{card.title.clone()}</h1>
            {tags(visit, &course)}
            <div class="beside">
                {ticket(visit, &course, &districts, money)}
                <aside class="flow" aria-label=visit.say("course-take")>
                    {ways_in(visit, &course, assessment.as_ref().map(|assessment| assessment.verdict), waiting.as_ref())}
                </aside>
                <div class="flow">
                    {schedule(visit, &course)}
                    {place(visit, &course, &districts)}
                    {costs(visit, &course, money)}
                </div>
            </div>
        }
    })
    .described(description);
    Ok(if is_for_one { page.private() } else { page })
}

/// What the rules say of the course, for the signed-in person or for somebody of whom nothing is known.
async fn assessment(visit: &Visit, id: &str) -> Result<Option<CourseAssessment>, Fault> {
    let Some(course) = visit.backend.course_facts(id).await? else {
        return Ok(None);
    };
    let facts = match visit.person {
        Some(person) => visit.backend.facts_of(person).await?,
        None => PersonFacts::default(),
    };
    Ok(visit
        .backend
        .what_may_i_still_take(&facts, Some(&course))
        .await?
        .course)
}

/// The signed-in person's place in the line before the course, if they wait there.
async fn waiting(visit: &Visit, course: &CourseDetail) -> Result<Option<Waiting>, Fault> {
    let Some(person) = visit.person.filter(|_| !course.card.is_open) else {
        return Ok(None);
    };
    let places = visit.backend.my_waiting(person).await?;
    Ok(places
        .into_iter()
        .find(|waiting| waiting.course.id == course.card.id))
}

fn description(visit: &Visit, course: &CourseDetail, districts: &DistrictNames) -> String {
    visit
        .say_with(
            "course-description",
            [
                ("title", course.card.title.clone().into()),
                (
                    "district",
                    districts.name(&course.card.district).to_owned().into(),
                ),
                (
                    "start",
                    notation::day(visit.language, course.card.start).into(),
                ),
            ],
        )
        .into_owned()
}

fn tags(visit: &Visit, course: &CourseDetail) -> impl IntoView + use<> {
    let card = &course.card;
    let shortage = course
        .entry
        .as_ref()
        .and_then(|entry| entry.shortage.as_deref());
    view! {
        <p class="tags">
            <Tag text=visit.say(&format!("programme-{}", card.programme))/>
            <LevelTag visit level=card.level/>
            {shortage.map(|tier| view! { <ShortageTag visit tier/> })}
            <SeatsTag visit seats_left=Some(card.seats_left) apply_until=Some(card.apply_until)/>
            <SampleTag visit is_sample=card.is_sample/>
        </p>
    }
}

/// The course as a ticket: the days on it, the money on the tear-off.
fn ticket(
    visit: &Visit,
    course: &CourseDetail,
    districts: &DistrictNames,
    money: Option<&Money>,
) -> impl IntoView + use<> {
    let card = &course.card;
    let amount = money.and_then(|money| money.practice.or(money.training));
    let note = if amount.is_some() {
        "stub-once-certified"
    } else {
        "stub-not-published"
    };
    let tear_off = TearOff {
        amount: amount.map(notation::money),
        note: visit.say(note).into_owned(),
        serial: card.id.clone(),
    };
    let facts = [
        ("fact-start", notation::day(visit.language, card.start)),
        ("fact-end", notation::day(visit.language, card.end)),
        (
            "fact-apply-until",
            notation::day(visit.language, card.apply_until),
        ),
        (
            "fact-seats",
            visit
                .say_with(
                    "fact-seats-of",
                    [
                        ("left", card.seats_left.into()),
                        ("seats", card.seats.into()),
                    ],
                )
                .into_owned(),
        ),
        ("fact-district", districts.name(&card.district).to_owned()),
        ("fact-place", place_name(&card.place).to_owned()),
    ];
    let facts = facts
        .into_iter()
        .map(|(key, value)| (visit.say(key).into_owned(), value))
        .collect();
    view! { <Stub tear_off><Facts facts/></Stub> }
}

fn schedule(visit: &Visit, course: &CourseDetail) -> impl IntoView + use<> {
    let modes: Vec<_> = course
        .modes
        .iter()
        .map(|mode| visit.say(&format!("mode-{mode}")))
        .collect();
    let mut rows = Vec::new();
    if let Some(timetable) = &course.timetable {
        rows.push(Row::new(visit.say("course-timetable"), timetable.clone()));
    }
    if !modes.is_empty() {
        rows.push(Row::new(
            visit.say("course-modes"),
            modes.join(&visit.say("list-comma")),
        ));
    }
    if let Some(hours) = course.class_hours {
        rows.push(Row::new(
            visit.say("course-hours"),
            visit.say_with("hours", [("hours", hours.into())]),
        ));
    }
    let sessions = sessions(visit, &course.sessions);
    view! {
        <section class="flow">
            <h2>{visit.say("course-when")}</h2>
            <SummaryList rows/>
            {sessions}
        </section>
    }
}

fn sessions(visit: &Visit, sessions: &[Session]) -> Option<impl IntoView + use<>> {
    let lines: Vec<_> = sessions
        .iter()
        .map(|session| view! { <tr><th scope="row">{notation::weekday(visit, session.day)}</th><td>{format!("{}–{}", session.from, session.to)}</td></tr> })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <details>
                <summary>{visit.say_with("course-sessions", [("count", lines.len().into())])}</summary>
                <table>
                    <thead><tr><th scope="col">{visit.say("session-day")}</th><th scope="col">{visit.say("session-time")}</th></tr></thead>
                    <tbody>{lines}</tbody>
                </table>
            </details>
        }
    })
}

fn place(visit: &Visit, course: &CourseDetail, districts: &DistrictNames) -> impl IntoView + use<> {
    let (path, name) = match &course.card.place {
        Place::Institution { id, name } => (format!("/institutions/{id}"), name),
        Place::Base { id, name } => (format!("/bases/{id}"), name),
    };
    let mut rows = vec![
        Row::new(
            visit.say("fact-place"),
            view! { <a class="target" href=visit.address(&path) lang=lang_of(name)>{name.clone()}</a> },
        ),
        Row::new(
            visit.say("fact-district"),
            districts.name(&course.card.district).to_owned(),
        ),
    ];
    if let Some(address) = &course.address {
        rows.push(Row::new(
            visit.say("fact-address"),
            view! { <span lang=lang_of(address)>{address.clone()}</span> },
        ));
    }
    if let Some(phone) = &course.phone {
        rows.push(Row::new(
            visit.say("fact-phone"),
            view! { <Phone number=phone.clone()/> },
        ));
    }
    view! { <section class="flow"><h2>{visit.say("course-where")}</h2><SummaryList rows/></section> }
}

/// What the person pays first, what the city pays afterwards, and what of it is not published.
fn costs(visit: &Visit, course: &CourseDetail, money: Option<&Money>) -> impl IntoView + use<> {
    let own = match course.own_cost {
        Some(cost) => notation::money(cost),
        None => visit.say("money-own-unknown").into_owned(),
    };
    let mut rows = vec![Row::new(visit.say("money-own"), own)];
    let figures = money.map_or([None; 3], |money| {
        [money.training, money.practice, money.appraisal]
    });
    for (key, amount) in ["subsidy-training", "subsidy-practice", "subsidy-appraisal"]
        .into_iter()
        .zip(figures)
    {
        if let Some(amount) = amount {
            rows.push(Row::new(
                visit.say(key),
                view! { <span class="money">{notation::money(amount)}</span> },
            ));
        }
    }
    let paid_to = money
        .and_then(|money| money.paid_to)
        .map(|payee| visit.say(&format!("paid-to-{}", payee.code())));
    let notes: Vec<_> = money
        .into_iter()
        .flat_map(|money| &money.notes)
        .map(|note| view! { <li>{visit.say(&format!("note-{}", note.code()))}</li> })
        .collect();
    view! {
        <section class="flow">
            <h2>{visit.say("course-money")}</h2>
            <SummaryList rows/>
            <p>{visit.say("money-once-certified")}{paid_to}</p>
            {(!notes.is_empty()).then(|| view! { <ul>{notes}</ul> })}
        </section>
    }
}

/// Apply, or why not; and the way to find out whether one may.
fn ways_in(
    visit: &Visit,
    course: &CourseDetail,
    verdict: Option<Verdict>,
    waiting: Option<&Waiting>,
) -> impl IntoView + use<> {
    let card = &course.card;
    let verdict = visit.person.and(verdict);
    let apply = if card.is_open {
        view! {
            <ButtonLink href=visit.address(&format!("/courses/{}/apply", card.id)) text=visit.say("course-apply")/>
            <p class="hint">{visit.say_with("course-apply-hint", [("day", notation::near_day(visit, card.apply_until).into())])}</p>
        }
        .into_any()
    } else {
        shut(visit, course, verdict, waiting).into_any()
    };
    let others = card.occupation.as_ref().map(|occupation| {
        let pairs = [
            ("kind", "course"),
            ("occupation", occupation),
            ("open", "true"),
            ("compare", &card.id),
        ];
        let href = format!("{}?{}", visit.address("/find"), Query::encode(pairs));
        view! { <ButtonLink weight=Weight::Quiet href text=visit.say("course-compare")/> }
    });
    let verdict = verdict.map(|verdict| view! { <p>{visit.say("course-verdict")}<strong>{visit.say(&format!("verdict-{}", verdict.code()))}</strong></p> });
    view! {
        {apply}
        {others}
        <div class="panel flow">
            <h2>{visit.say("course-may-i")}</h2>
            {verdict}
            <p>{visit.say("course-may-i-text")}</p>
            <ButtonLink weight=Weight::Quiet href=visit.address(&format!("/check?course={}", card.id)) text=visit.say("course-check")/>
            <ButtonLink weight=Weight::Quiet href=visit.address(&format!("/ahead?course={}", card.id)) text=visit.say("course-ahead")/>
        </div>
    }
}
