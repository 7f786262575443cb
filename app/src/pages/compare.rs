//! `/compare`: up to three courses side by side.

use leptos::prelude::*;
use policy::{Coded, Verdict};

use crate::backend::{CourseDetail, MarketQuestion};
use crate::components::breadcrumb::Breadcrumb;
use crate::components::button::{ButtonLink, Weight};
use crate::components::course_stub::place_name;
use crate::components::district_names::DistrictNames;
use crate::components::error_summary::{ErrorSummary, Problem};
use crate::components::published::lang_of;
use crate::components::seats::SeatsTag;
use crate::components::tag::SampleTag;
use crate::notation;
use crate::page::{Fault, Page, PageResult};
use crate::pages::market::families;
use crate::query::Query;
use crate::visit::Visit;

/// As many courses fit beside each other on a phone.
pub const MOST: usize = 3;
/// So many are asked for: those that find no room wait in the address until another is taken out.
const MOST_ASKED: usize = 12;

/// A course in the comparison.
struct Column {
    course: CourseDetail,
    /// Openings per job seeker, as last published, with the period.
    ratio: Option<String>,
    /// What the rules say of it for the signed-in person.
    verdict: Option<Verdict>,
}

/// The courses that the address names; status 422 where it names one that does not exist, or too many, with the others shown.
///
/// # Errors
///
/// [`Fault::Unavailable`] where a course can't be had.
pub async fn page(visit: &Visit) -> PageResult {
    let mut ids: Vec<&str> = Vec::new();
    for id in visit.query.all("course") {
        if !ids.contains(&id) && ids.len() < MOST_ASKED {
            ids.push(id);
        }
    }
    let districts = DistrictNames::of(visit, &visit.backend.districts().await?);
    let mut problems = Vec::new();
    let mut columns = Vec::new();
    let mut waiting = Vec::new();
    for id in ids {
        if columns.len() == MOST {
            waiting.push(id.to_owned());
            continue;
        }
        match visit.backend.course(id).await? {
            Some(course) => columns.push(column(visit, course).await?),
            None => {
                let typed: String = id.chars().take(20).collect();
                let words = visit.say_with("compare-unknown", [("typed", typed.into())]);
                problems.push(Problem::new("compared", words));
            }
        }
    }
    if !waiting.is_empty() {
        let words = visit.say_with("compare-too-many", [("most", MOST.into())]);
        problems.push(Problem::new("compared", words));
    }
    let status = if problems.is_empty() { 200 } else { 422 };
    let title = visit.say("compare-title");
    let is_for_one = visit.person.is_some();
    let visit = visit.clone();
    let page = Page::new(title.clone(), move || {
        let visit = &visit;
        let courses = ("/find?kind=course".to_owned(), visit.say("nav-courses").into_owned());
        let add = (columns.len() < MOST).then(|| {
            let ids = columns.iter().map(|column| ("compare", column.course.card.id.as_str()));
            let kept = Query::encode([("kind", "course"), ("open", "true")].into_iter().chain(ids));
            let words = visit.say(if columns.is_empty() { "compare-first" } else { "compare-add" });
            view! { <p><ButtonLink weight=Weight::Quiet href=format!("{}?{kept}", visit.address("/find")) text=words/></p> }
        });
        view! {
            <Breadcrumb visit steps=vec![courses]/>
            <h1>{title}</h1>
            <ErrorSummary visit problems=&problems/>
            <p class="hint">{visit.say_with("compare-text", [("most", MOST.into())])}</p>
            {(!columns.is_empty()).then(|| table(visit, &columns, &waiting, &districts))}
            {add}
        }
    })
    .with_status(status);
    Ok(if is_for_one { page.private() } else { page })
}

async fn column(visit: &Visit, course: CourseDetail) -> Result<Column, Fault> {
    let ratio = match &course.card.occupation {
        None => None,
        Some(code) => {
            let question = MarketQuestion {
                occupation: Some(code.clone()),
                district: None,
            };
            let series = visit.backend.market(&question).await?;
            newest_ratio(visit, &series.figures)
        }
    };
    let verdict = match visit.person {
        None => None,
        Some(person) => {
            let facts = visit.backend.facts_of(person).await?;
            match visit.backend.course_facts(&course.card.id).await? {
                None => None,
                Some(asked) => visit
                    .backend
                    .what_may_i_still_take(&facts, Some(&asked))
                    .await?
                    .course
                    .map(|assessment| assessment.verdict),
            }
        }
    };
    Ok(Column {
        course,
        ratio,
        verdict,
    })
}

fn newest_ratio(visit: &Visit, figures: &[crate::backend::MarketFigure]) -> Option<String> {
    let newest = families::longest(figures).last().copied().cloned()?;
    let ratio = notation::figure(newest.ratio?);
    let period = notation::period(visit, &newest.period);
    let sample = newest
        .is_sample
        .then(|| format!(" · {}", visit.say("sample-data")));
    Some(format!("{ratio} · {period}{}", sample.unwrap_or_default()))
}

/// What is told of each course, in the order in which people choose.
fn rows(
    visit: &Visit,
    columns: &[Column],
    districts: &DistrictNames,
) -> Vec<(&'static str, Vec<Option<String>>)> {
    let all = |told: &dyn Fn(&Column) -> Option<String>| columns.iter().map(told).collect();
    let day = |day| Some(notation::near_day(visit, day));
    vec![
        (
            "compare-verdict",
            all(&|one| {
                Some(
                    visit
                        .say(&format!("verdict-{}", one.verdict?.code()))
                        .into_owned(),
                )
            }),
        ),
        (
            "money-own",
            all(&|one| one.course.own_cost.map(notation::money)),
        ),
        (
            "stub-once-certified",
            all(&|one| one.course.card.subsidy.map(notation::money)),
        ),
        ("fact-start", all(&|one| day(one.course.card.start))),
        ("fact-end", all(&|one| day(one.course.card.end))),
        (
            "fact-apply-until",
            all(&|one| day(one.course.card.apply_until)),
        ),
        (
            "fact-seats",
            all(&|one| {
                let (left, seats) = (one.course.card.seats_left, one.course.card.seats);
                let words = visit.say_with(
                    "fact-seats-of",
                    [("left", left.into()), ("seats", seats.into())],
                );
                Some(words.into_owned())
            }),
        ),
        (
            "filter-mode",
            all(&|one| {
                let modes = one
                    .course
                    .modes
                    .iter()
                    .map(|mode| visit.say(&format!("mode-{mode}")));
                let modes: Vec<_> = modes.collect();
                (!modes.is_empty()).then(|| modes.join(&visit.say("list-comma")))
            }),
        ),
        ("course-timetable", all(&|one| one.course.timetable.clone())),
        (
            "course-hours",
            all(&|one| {
                let hours = one.course.class_hours?;
                Some(
                    visit
                        .say_with("hours", [("hours", hours.into())])
                        .into_owned(),
                )
            }),
        ),
        (
            "fact-district",
            all(&|one| Some(districts.name(&one.course.card.district).to_owned())),
        ),
        (
            "fact-place",
            all(&|one| Some(place_name(&one.course.card.place).to_owned())),
        ),
        (
            "filter-level",
            all(&|one| {
                one.course
                    .card
                    .level
                    .map(|level| notation::level(visit, level).into_owned())
            }),
        ),
        (
            "filter-programme",
            all(&|one| {
                Some(
                    visit
                        .say(&format!("programme-{}", one.course.card.programme.code()))
                        .into_owned(),
                )
            }),
        ),
        (
            "filter-shortage",
            all(&|one| {
                let key = match one.course.entry.as_ref()?.shortage.as_deref() {
                    Some(tier) => format!("shortage-{tier}"),
                    None => "compare-not-short".to_owned(),
                };
                Some(visit.say(&key).into_owned())
            }),
        ),
        ("market-ratio", all(&|one| one.ratio.clone())),
    ]
}

/// One column a course, one row a fact; a fact that is the same for all is said to be, and stands back. The names stand in
/// a row of their own, which stays in sight. What waits comes in when a course is taken out.
fn table(
    visit: &Visit,
    columns: &[Column],
    waiting: &[String],
    districts: &DistrictNames,
) -> impl IntoView + use<> {
    let names: Vec<_> = columns
        .iter()
        .map(|column| {
            let card = &column.course.card;
            let way = visit.address(&format!("/courses/{}", card.id));
            view! { <th role="columnheader" scope="col"><a href=way lang=lang_of(&card.title)>{card.title.clone()}</a></th> }
        })
        .collect();
    let heads: Vec<_> = columns
        .iter()
        .map(|column| {
            let card = &column.course.card;
            let others = columns
                .iter()
                .map(|other| other.course.card.id.as_str())
                .chain(waiting.iter().map(String::as_str))
                .filter(|id| *id != card.id)
                .map(|id| ("course", id));
            let without = format!("{}?{}", visit.address("/compare"), Query::encode(others));
            let label = visit.say_with("compare-remove", [("title", card.title.clone().into())]);
            view! {
                <td role="cell">
                    <span class="tags">
                        <SeatsTag visit seats_left=Some(card.seats_left) apply_until=Some(card.apply_until)/>
                        <SampleTag visit is_sample=card.is_sample/>
                    </span>
                    <a class="target" href=without aria-label=label>{visit.say("compare-remove-short")}</a>
                </td>
            }
        })
        .collect();
    let lines: Vec<_> = rows(visit, columns, districts)
        .into_iter()
        .filter(|(_, told)| told.iter().any(Option::is_some))
        .map(|(key, told)| {
            let is_same = told.len() > 1 && told.iter().all(|one| *one == told[0]);
            let same = is_same.then(|| view! { " "<small>{visit.say("compare-same")}</small> });
            let cells: Vec<_> = told
                .into_iter()
                .map(|one| one.unwrap_or_else(|| visit.say("not-published").into_owned()))
                .map(|text| view! { <td role="cell" lang=lang_of(&text)>{text.clone()}</td> })
                .collect();
            view! { <tr role="row" class=is_same.then_some("same")><th role="rowheader" scope="row">{visit.say(key)}{same}</th>{cells}</tr> }
        })
        .collect();
    let ways: Vec<_> = columns
        .iter()
        .map(|column| {
            let card = &column.course.card;
            let way = if card.is_open {
                let label = visit.say_with("compare-apply", [("title", card.title.clone().into())]);
                view! { <a class="button" href=visit.address(&format!("/courses/{}/apply", card.id)) aria-label=label>{visit.say("course-apply")}</a> }.into_any()
            } else {
                view! { <a href=visit.address(&format!("/courses/{}", card.id))>{visit.say("compare-shut")}</a> }.into_any()
            };
            view! { <td role="cell">{way}</td> }
        })
        .collect();
    view! {
        <table class=format!("compare of-{}", columns.len()) id="compared" role="table">
            <thead role="rowgroup">
                <tr role="row" class="names"><td role="cell"></td>{names}</tr>
                <tr role="row"><td role="cell"></td>{heads}</tr>
            </thead>
            <tbody role="rowgroup">{lines}<tr role="row"><th role="rowheader" scope="row">{visit.say("course-take")}</th>{ways}</tr></tbody>
        </table>
    }
}
