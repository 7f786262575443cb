//! One thing found, as a list shows it: a ticket where money is in it, a plain card where not.

use std::ops::Range;

use leptos::prelude::*;

use super::course_stub::{LevelTag, tear_off};
use super::district_names::DistrictNames;
use super::published::lang_of;
use super::seats::SeatsTag;
use super::stub::{Facts, Stub, TearOff};
use super::tag::{SampleTag, Tag, Tone};
use crate::backend::{Hit, Kind, Reason};
use crate::notation;
use crate::visit::Visit;

/// One thing found.
#[component]
pub fn HitCard<'a>(
    /// The page's visit.
    visit: &'a Visit,
    /// What was found.
    hit: &'a Hit,
    /// What the districts are called.
    districts: &'a DistrictNames,
) -> impl IntoView + use<> {
    let facts = facts(visit, hit, districts);
    let body = view! {
        <h3><a href=visit.address(&path(hit))><span lang=lang_of(&hit.name)>{marked(&hit.name, &hit.marked)}</span></a></h3>
        <p class="tags">{tags(visit, hit)}</p>
        {(!facts.is_empty()).then(|| view! { <Facts facts/> })}
        {hit.reason.as_ref().map(|reason| view! { <p class="hint">{why(visit, reason)}</p> })}
    };
    match hit.kind {
        Kind::Course => {
            view! { <Stub tear_off=tear_off(visit, hit.subsidy)>{body}</Stub> }.into_any()
        }
        Kind::Occupation => view! { <Stub tear_off=most(visit, hit)>{body}</Stub> }.into_any(),
        Kind::Institution | Kind::Base => {
            view! { <article class="stub"><div class="stub-body">{body}</div></article> }.into_any()
        }
    }
}

/// The path of what was found.
fn path(hit: &Hit) -> String {
    let room = match hit.kind {
        Kind::Occupation => "occupations",
        Kind::Course => "courses",
        Kind::Institution => "institutions",
        Kind::Base => "bases",
    };
    format!("/{room}/{}", hit.id)
}

fn most(visit: &Visit, hit: &Hit) -> TearOff {
    let note = if hit.subsidy.is_some() {
        "stub-up-to"
    } else {
        "stub-not-subsidised"
    };
    TearOff {
        amount: hit.subsidy.map(notation::money),
        note: visit.say(note).into_owned(),
        serial: hit.code.clone().unwrap_or_default(),
    }
}

fn tags(visit: &Visit, hit: &Hit) -> impl IntoView + use<> {
    let level = if hit.kind == Kind::Course {
        hit.levels.first().copied()
    } else {
        None
    };
    let shortage = hit
        .shortage
        .as_ref()
        .map(|tier| view! { <ShortageTag visit tier/> });
    view! {
        <Tag text=visit.say(&format!("kind-{}", hit.kind))/>
        <LevelTag visit level/>
        {shortage}
        <SeatsTag visit seats_left=hit.seats_left apply_until=hit.apply_until/>
        <SampleTag visit is_sample=hit.is_sample/>
    }
}

/// 紧缺: the tier of an occupation in the shortage list.
#[component]
pub fn ShortageTag<'a>(
    /// The page's visit.
    visit: &'a Visit,
    /// The tier's code.
    tier: &'a str,
) -> impl IntoView + use<> {
    view! { <Tag tone=Tone::Care text=visit.say(&format!("shortage-{tier}"))/> }
}

fn facts(visit: &Visit, hit: &Hit, districts: &DistrictNames) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    let mut fact = |key: &str, value: String| facts.push((visit.say(key).into_owned(), value));
    if let Some(start) = hit.start {
        fact("fact-start", notation::near_day(visit, start));
    }
    if hit.kind != Kind::Occupation && !hit.districts.is_empty() {
        let names: Vec<_> = hit
            .districts
            .iter()
            .map(|code| districts.name(code))
            .collect();
        let names = names.join(&visit.say("list-comma"));
        fact("fact-district", format!("{names}{}", how_far(visit, hit)));
    }
    if let Some(place) = &hit.place {
        fact("fact-place", place.clone());
    }
    if hit.kind == Kind::Occupation && !hit.levels.is_empty() {
        let levels: Vec<_> = hit
            .levels
            .iter()
            .map(|level| visit.say(&format!("level-short-{level}")))
            .collect();
        fact("fact-levels", levels.join(&visit.say("list-comma")));
    }
    facts
}

/// How far away it is, to be said behind its district; nothing within the district from which it is measured.
fn how_far(visit: &Visit, hit: &Hit) -> String {
    let whole = hit.kilometres.map(|kilometres| format!("{kilometres:.0}"));
    match whole {
        Some(km) if km != "0" => {
            let about = visit.say_with("distance-about", [("km", km.into())]);
            format!(" · {about}")
        }
        _ => String::new(),
    }
}

fn why(visit: &Visit, reason: &Reason) -> String {
    match reason {
        Reason::Alias(name) => visit.say_with("reason-alias", [("name", name.as_str().into())]),
        Reason::Synonym(name) => visit.say_with("reason-synonym", [("name", name.as_str().into())]),
        Reason::Sound => visit.say("reason-sound"),
        Reason::Spelling => visit.say("reason-spelling"),
        Reason::Relaxed => visit.say("reason-relaxed"),
    }
    .into_owned()
}

/// The text with its matched parts marked; ranges that do not fit it are left out.
fn marked(text: &str, ranges: &[Range<usize>]) -> Vec<AnyView> {
    let mut parts = Vec::new();
    let mut done = 0;
    for range in ranges {
        let (Some(before), Some(matched)) = (text.get(done..range.start), text.get(range.clone()))
        else {
            continue;
        };
        if !before.is_empty() {
            parts.push(before.to_owned().into_any());
        }
        parts.push(view! { <mark>{matched.to_owned()}</mark> }.into_any());
        done = range.end;
    }
    parts.push(text.get(done..).unwrap_or_default().to_owned().into_any());
    parts
}
