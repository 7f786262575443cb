//! A course as a ticket: when, where, how many seats, and what the city pays.

use leptos::prelude::*;
use policy::{Fen, Level};

use super::district_names::DistrictNames;
use super::published::lang_of;
use super::seats::SeatsTag;
use super::stub::{Facts, Stub, TearOff};
use super::tag::{SampleTag, Tag, Tone};
use crate::backend::{CourseCard, Place};
use crate::notation;
use crate::visit::Visit;

/// A course as a ticket.
#[component]
pub fn CourseStub<'a>(
    /// The page's visit.
    visit: &'a Visit,
    /// The course.
    card: &'a CourseCard,
    /// What the districts are called.
    districts: &'a DistrictNames,
    /// Whether this is the page of its own place, which then need not be repeated.
    #[prop(optional)]
    is_at_home: bool,
    /// What else stands on the ticket.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView + use<> {
    let mut facts = vec![("fact-start", notation::near_day(visit, card.start))];
    if is_at_home {
        facts.push(("fact-end", notation::near_day(visit, card.end)));
    } else {
        facts.push(("fact-district", districts.name(&card.district).to_owned()));
        facts.push(("fact-place", place_name(&card.place).to_owned()));
    }
    let facts = facts
        .into_iter()
        .map(|(key, value)| (visit.say(key).into_owned(), value))
        .collect();
    let body = view! {
        <h3><a href=visit.address(&format!("/courses/{}", card.id)) lang=lang_of(&card.title)>{card.title.clone()}</a></h3>
        <p class="tags">
            <LevelTag visit level=card.level/>
            <SeatsTag visit seats_left=Some(card.seats_left) apply_until=Some(card.apply_until)/>
            <SampleTag visit is_sample=card.is_sample/>
        </p>
        <Facts facts/>
        {children.map(|children| children())}
    };
    view! { <Stub tear_off=tear_off(visit, card.subsidy)>{body}</Stub> }
}

/// The tear-off of a course: the amount, or where to see why there is none here.
#[must_use]
pub fn tear_off(visit: &Visit, amount: Option<Fen>) -> TearOff {
    let note = if amount.is_some() {
        "stub-once-certified"
    } else {
        "stub-see-inside"
    };
    TearOff {
        amount: amount.map(notation::money),
        note: visit.say(note).into_owned(),
        serial: String::new(),
    }
}

/// The name of the place where a course is held.
#[must_use]
pub fn place_name(place: &Place) -> &str {
    match place {
        Place::Institution { name, .. } | Place::Base { name, .. } => name,
    }
}

/// The level as a tag; nothing where the course has none.
#[component]
pub fn LevelTag<'a>(
    /// The page's visit.
    visit: &'a Visit,
    /// The level.
    level: Option<Level>,
) -> impl IntoView + use<> {
    level.map(|level| view! { <Tag tone=Tone::Sea text=notation::level(visit, level)/> })
}
