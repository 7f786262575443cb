//! `/`: the first page.

mod coast;

use leptos::prelude::*;

use crate::backend::{Counts, FacetValue, Find, Found, Kind, MarketFigure, MarketQuestion, Sort};
use crate::components::button::{ButtonLink, Weight};
use crate::components::district_names::DistrictNames;
use crate::components::door::{Door, Drawing};
use crate::components::hit_card::HitCards;
use crate::components::search_box::SearchBox;
use crate::components::tag::SampleTag;
use crate::notation;
use crate::page::{Page, PageResult};
use crate::pages::market::families;
use crate::visit::Visit;

/// Courses, and occupations, shown before "all of them".
const SHOWN: u32 = 4;

/// The first page: search, the three doors, what is open, what is wanted, the city in figures.
///
/// # Errors
///
/// [`crate::page::Fault::Unavailable`] where the figures cannot be had.
pub async fn page(visit: &Visit) -> PageResult {
    let backend = &visit.backend;
    let counts = backend.counts().await?;
    let districts = DistrictNames::of(visit, &backend.districts().await?);
    let courses = Find {
        kinds: vec![Kind::Course],
        open: true,
        sort: Sort::Start,
        page: 1,
        per_page: SHOWN,
        ..Find::default()
    };
    let courses = backend.find(&courses).await?;
    let wanted = Find {
        kinds: vec![Kind::Occupation],
        shortage: vec!["very".to_owned()],
        sort: Sort::Market,
        page: 1,
        per_page: SHOWN,
        ..Find::default()
    };
    let wanted = backend.find(&wanted).await?;
    let market = backend.market(&MarketQuestion::default()).await?;
    let newest = families::longest(&market.figures).pop().cloned();
    let title = visit.say("home-title");
    let description = visit.say("home-text");
    let (visit, heading) = (visit.clone(), title.clone());
    Ok(Page::new(title, move || {
        let visit = &visit;
        view! {
            <div class="hero">
                <div class="flow">
                    <h1>{heading}</h1>
                    <p class="text">{visit.say("home-text")}</p>
                    <SearchBox visit/>
                </div>
                {coast::coast()}
            </div>
            <div class="doors">
                <Door href=visit.address("/find?kind=course&open=true") drawing=Drawing::Ticket title=visit.say("door-find") text=visit.say_with("door-find-text", [("count", notation::count(courses.total).into())])/>
                <Door href=visit.address("/check") drawing=Drawing::Scales title=visit.say("door-check") text=visit.say("door-check-text")/>
                <Door href=visit.address("/me/applications") drawing=Drawing::Line title=visit.say("door-mine") text=visit.say("door-mine-text")/>
            </div>
            {open_courses(visit, &courses, &districts)}
            {wanted_occupations(visit, &wanted, &districts)}
            {by_district(visit, &districts, &courses.facets.district)}
            {in_figures(visit, counts, newest.as_ref())}
        }
    })
    .described(description)
    .with_islands())
}

fn open_courses(visit: &Visit, found: &Found, districts: &DistrictNames) -> impl IntoView + use<> {
    let all = visit.say_with(
        "home-all-courses",
        [("total", notation::count(found.total).into())],
    );
    view! {
        <section class="flow">
            <h2>{visit.say("home-courses")}</h2>
            <HitCards visit hits=&found.hits districts class="stubs two"/>
            <ButtonLink weight=Weight::Quiet href=visit.address("/find?kind=course&open=true&sort=start") text=all/>
        </section>
    }
}

fn wanted_occupations(
    visit: &Visit,
    found: &Found,
    districts: &DistrictNames,
) -> Option<impl IntoView + use<>> {
    (!found.hits.is_empty()).then(|| {
        view! {
            <section class="flow">
                <h2>{visit.say("home-wanted")}</h2>
                <HitCards visit hits=&found.hits districts class="stubs two"/>
                <ButtonLink weight=Weight::Quiet href=visit.address("/find?kind=occupation&shortage=very&shortage=high&shortage=general&sort=market") text=visit.say("home-all-wanted")/>
            </section>
        }
    })
}

/// The districts, each with how many open courses it has.
fn by_district(
    visit: &Visit,
    districts: &DistrictNames,
    counts: &[FacetValue],
) -> impl IntoView + use<> {
    let links: Vec<_> = districts
        .iter()
        .map(|(code, name)| {
            let count = counts
                .iter()
                .find(|known| known.value == code)
                .map_or(0, |known| known.count);
            let href = visit.address(&format!("/find?kind=course&open=true&district={code}"));
            let words =
                view! { {name.to_owned()}<small class="muted">{notation::count(count)}</small> };
            // where nothing is open there is nowhere to lead
            if count == 0 {
                view! { <li class="muted">{words}</li> }.into_any()
            } else {
                view! { <li><a href=href>{words}</a></li> }.into_any()
            }
        })
        .collect();
    view! {
        <section class="flow">
            <h2>{visit.say("home-districts")}</h2>
            <ul class="links links-grid">{links}</ul>
        </section>
    }
}

fn in_figures(
    visit: &Visit,
    counts: Counts,
    newest: Option<&MarketFigure>,
) -> impl IntoView + use<> {
    let figures: Vec<_> = [
        ("count-occupations", counts.occupations),
        ("count-subsidised", counts.subsidised_occupations),
        ("count-institutions", counts.institutions),
        ("count-courses", counts.open_courses),
        ("count-slots", counts.open_slots),
        ("count-bases", counts.bases),
    ]
    .into_iter()
    .map(|(key, count)| view! { <div><dt>{visit.say(key)}</dt><dd>{notation::count(count.into())}</dd></div> })
    .collect();
    let market = newest.map(|figure| {
        let words = visit.say_with("home-market", [
            ("area", figure.area.clone().into()),
            ("period", notation::period(visit, &figure.period).into()),
            ("ratio", figure.ratio.map(notation::figure).unwrap_or_default().into()),
        ]);
        view! { <p>{words}" "<SampleTag visit is_sample=figure.is_sample/>" "<a class="target" href=visit.address("/market")>{visit.say("home-market-more")}</a></p> }
    });
    view! {
        <section class="flow">
            <h2>{visit.say("home-figures")}</h2>
            <dl class="figures">{figures}</dl>
            <p class="hint">{visit.say(if visit.is_demo { "home-figures-demo" } else { "home-figures-source" })}</p>
            {market}
        </section>
    }
}
