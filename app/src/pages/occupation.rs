//! `/occupations/{code}`: one occupation: its names, its levels and what the city pays for each, who trains it, how much it is wanted.

use leptos::prelude::*;
use policy::Level;

use crate::backend::{
    CatalogueEntry, Find, Found, Kind, MarketQuestion, MarketSeries, Occupation, Sort,
};
use crate::components::breadcrumb::Breadcrumb;
use crate::components::button::{ButtonLink, Weight};
use crate::components::district_names::DistrictNames;
use crate::components::hit_card::{HitCards, ShortageTag, english};
use crate::components::published::lang_of;
use crate::components::summary_list::{Row, SummaryList};
use crate::components::tag::{SampleTag, Tag};
use crate::components::tram_line::{Station, Stop, TramLine};
use crate::notation;
use crate::page::{Fault, Page, PageResult};
use crate::pages::market::families;
use crate::visit::Visit;

/// Courses shown before "all of them".
const COURSES_SHOWN: u32 = 4;

/// One occupation.
///
/// # Errors
///
/// [`Fault::NotFound`] where there is no such code; [`Fault::Unavailable`] where it cannot be had.
pub async fn page(visit: &Visit, code: &str) -> PageResult {
    let occupation = visit
        .backend
        .occupation(code)
        .await?
        .ok_or(Fault::NotFound)?;
    let districts = DistrictNames::of(visit, &visit.backend.districts().await?);
    let find = Find {
        kinds: vec![Kind::Course],
        occupations: vec![occupation.code.clone()],
        open: true,
        sort: Sort::Start,
        page: 1,
        per_page: COURSES_SHOWN,
        ..Find::default()
    };
    let courses = visit.backend.find(&find).await?;
    let question = MarketQuestion {
        occupation: Some(occupation.code.clone()),
        district: None,
    };
    let market = visit.backend.market(&question).await?;
    let description = visit.say_with(
        "occupation-description",
        [
            ("name", occupation.name.clone().into()),
            ("code", occupation.code.clone().into()),
        ],
    );
    let english = english(visit.language, occupation.english);
    let title = match english {
        Some(word) => format!("{} · {word}", occupation.name),
        None => occupation.name.clone(),
    };
    let visit = visit.clone();
    Ok(Page::new(title, move || {
        let visit = &visit;
        let steps = vec![(
            "/find?kind=occupation".to_owned(),
            visit.say("nav-occupations").into_owned(),
        )];
        let english = english.map(|word| view! { " "<small>{word}</small> });
        view! {
            <Breadcrumb visit steps/>
            <h1><span lang=lang_of(&occupation.name)>{occupation.name.clone()}</span>{english}</h1>
            {tags(visit, &occupation)}
            <div class="beside">
                <div class="flow">
                    {levels(visit, &occupation)}
                    {open_courses(visit, &occupation.code, &courses, &districts)}
                </div>
                <div class="flow">
                    {wanted(visit, &occupation.code, &market)}
                    {names(visit, &occupation)}
                </div>
            </div>
        }
    })
    .described(description))
}

fn tags(visit: &Visit, occupation: &Occupation) -> impl IntoView + use<> {
    let tier = occupation
        .entries
        .iter()
        .find_map(|entry| entry.shortage.as_deref());
    let is_sample = occupation
        .edition
        .as_ref()
        .is_some_and(|(_, is_sample)| *is_sample)
        && !occupation.entries.is_empty();
    view! {
        <p class="tags">
            <Tag text=visit.say("kind-occupation")/>
            {tier.map(|tier| view! { <ShortageTag visit tier/> })}
            <SampleTag visit is_sample/>
        </p>
    }
}

/// The five levels as a line: what is paid at each, where nothing is paid, and where there is no such level.
fn levels(visit: &Visit, occupation: &Occupation) -> impl IntoView + use<> {
    let stations: Vec<_> = Level::ALL
        .into_iter()
        .map(|level| station(visit, occupation, level))
        .collect();
    let body = if occupation.levels.is_empty() && occupation.entries.is_empty() {
        view! { <p>{visit.say("occupation-no-levels")}</p> }.into_any()
    } else {
        view! { <TramLine stations/> }.into_any()
    };
    let edition = occupation
        .edition
        .as_ref()
        .filter(|_| !occupation.entries.is_empty())
        .map(|(name, _)| visit.say_with("occupation-edition", [("edition", name.clone().into())]));
    view! {
        <section class="flow">
            <h2>{visit.say("occupation-levels")}</h2>
            {edition.map(|edition| view! { <p class="hint">{edition}</p> })}
            {body}
        </section>
    }
}

fn station(visit: &Visit, occupation: &Occupation, level: Level) -> Station {
    let entry = occupation.entries.iter().find(|entry| entry.level == level);
    let exists = entry.is_some() || occupation.levels.contains(&level);
    let (stop, body) = match entry.filter(|entry| entry.is_subsidised) {
        Some(entry) => (Stop::Done, paid(visit, &occupation.code, entry).into_any()),
        None if exists => (
            Stop::Ahead,
            view! { <p class="muted">{visit.say("level-not-subsidised")}</p> }.into_any(),
        ),
        None => (
            Stop::Absent,
            view! { <p class="muted">{visit.say("level-absent")}</p> }.into_any(),
        ),
    };
    Station::new(stop, notation::level(visit, level), body).marked(level.to_string())
}

/// What is paid at a level, figure by figure, and the way to its courses.
fn paid(visit: &Visit, code: &str, entry: &CatalogueEntry) -> impl IntoView + use<> {
    let training = entry
        .training_with_top_up()
        .map_or_else(|| visit.say("not-published").into_owned(), notation::money);
    let appraisal = entry
        .appraisal
        .map_or_else(|| visit.say("not-published").into_owned(), notation::money);
    let top_up = entry
        .top_up_percent
        .filter(|percent| *percent > 0)
        .map(|percent| visit.say_with("money-top-up", [("percent", percent.into())]));
    let hours = entry
        .hours
        .map(|hours| visit.say_with("hours", [("hours", hours.into())]));
    let courses = visit.address(&format!(
        "/find?kind=course&occupation={code}&level={}",
        entry.level
    ));
    view! {
        <p>
            {visit.say("subsidy-training")}" "<strong class="money">{training}</strong>{top_up}
            <br/>
            {visit.say("subsidy-appraisal")}" "<strong class="money">{appraisal}</strong>
        </p>
        <p class="row"><span class="muted">{hours}</span><a class="target" href=courses>{visit.say("level-courses")}</a></p>
    }
}

fn open_courses(
    visit: &Visit,
    code: &str,
    found: &Found,
    districts: &DistrictNames,
) -> impl IntoView + use<> {
    let all = visit.address(&format!("/find?kind=course&occupation={code}"));
    let rest = if found.total == 0 {
        view! { <p>{visit.say("occupation-no-courses")}</p> }.into_any()
    } else {
        let words = visit.say_with(
            "occupation-all-courses",
            [("total", notation::count(found.total).into())],
        );
        view! { <ButtonLink weight=Weight::Quiet href=all text=words/> }.into_any()
    };
    view! {
        <section class="flow">
            <h2>{visit.say("occupation-courses")}</h2>
            <HitCards visit hits=&found.hits districts/>
            {rest}
        </section>
    }
}

/// The newest figure of supply and demand, and the way to all of them.
fn wanted(visit: &Visit, code: &str, market: &MarketSeries) -> impl IntoView + use<> {
    let newest = families::longest(&market.figures).last().map(|figure| {
        let ratio = figure.ratio.map(notation::figure);
        view! {
            <dl class="figures"><div><dt>{visit.say_with("market-newest", [("period", notation::period(visit, &figure.period).into())])}</dt><dd>{ratio}</dd></div></dl>
            <p class="tags"><SampleTag visit is_sample=figure.is_sample/></p>
            <p class="hint">{visit.say("market-ratio-hint")}</p>
        }
    });
    let none = newest
        .is_none()
        .then(|| view! { <p>{visit.say("market-none")}</p> });
    view! {
        <section class="panel flow">
            <h2>{visit.say("occupation-market")}</h2>
            {newest}
            {none}
            <a class="target" href=visit.address(&format!("/market?occupation={code}"))>{visit.say("market-all")}</a>
        </section>
    }
}

fn names(visit: &Visit, occupation: &Occupation) -> impl IntoView + use<> {
    let mut rows = vec![Row::new(
        visit.say("occupation-code"),
        format!("{}（{}）", occupation.code, occupation.classification),
    )];
    if !occupation.aliases.is_empty() {
        rows.push(Row::new(
            visit.say("occupation-aliases"),
            published(occupation.aliases.join(&visit.say("list-comma"))),
        ));
    }
    if !occupation.groups.is_empty() {
        rows.push(Row::new(
            visit.say("occupation-groups"),
            published(occupation.groups.join(" › ")),
        ));
    }
    view! { <section class="flow"><h2>{visit.say("occupation-names")}</h2><SummaryList rows/></section> }
}

fn published(text: String) -> impl IntoView {
    let lang = lang_of(&text);
    view! { <span lang=lang>{text}</span> }
}
