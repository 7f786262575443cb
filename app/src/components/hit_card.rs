//! Things found, as a list shows them: a ticket where money is in it, a plain card where not.
//!
//! A list holds many of them, so they are written in HTML at once: as views they took longer than the rest of their page.

use std::ops::Range;

use leptos::prelude::*;
use maud::{Markup, html};

use super::course_stub::tear_off;
use super::district_names::DistrictNames;
use super::seats::seats;
use super::stub::TearOff;
use super::tag::{Tag, Tone};
use super::text::Text;
use crate::backend::{Hit, Kind, Reason};
use crate::checker::markup::tag;
use crate::language::Language;
use crate::notation::{self, lang_of};
use crate::visit::Visit;

/// A list of things found.
#[component]
pub fn HitCards<'a>(
    /// The page's visit.
    visit: &'a Visit,
    /// What was found.
    hits: &'a [Hit],
    /// What the districts are called.
    districts: &'a DistrictNames,
    /// The class of the list.
    #[prop(default = "stubs")]
    class: &'static str,
    /// The courses that are ticked to be compared, where courses can be ticked.
    #[prop(optional)]
    compared: Option<&'a [String]>,
) -> impl IntoView + use<> {
    let cards = html! { @for hit in hits { li { (card(visit, hit, districts, compared)) } } };
    view! { <ul class=class inner_html=cards.into_string()></ul> }
}

fn card(
    visit: &Visit,
    hit: &Hit,
    districts: &DistrictNames,
    compared: Option<&[String]>,
) -> Markup {
    let facts = facts(visit, hit, districts);
    let lang = lang_of(visit.language, &hit.name);
    let english = english(visit.language, hit.english);
    // what stands beside the name explains it as well
    let is_plain =
        |reason: &&Reason| matches!(reason, Reason::Synonym(word) if english == Some(word));
    let reason = hit.reason.as_ref().filter(|reason| !is_plain(reason));
    let tear_off = match hit.kind {
        Kind::Course => Some(tear_off(visit, hit.subsidy)),
        Kind::Occupation => Some(most(visit, hit)),
        Kind::Institution | Kind::Base => None,
    };
    let body = html! {
        h3 {
            a href=(Text(&visit.address(&path(hit)))) {
                span lang=[lang] { (marked(&hit.name, &hit.marked)) }
                @if let Some(english) = english { " " small { (Text(english)) } }
            }
        }
        p class="tags" { (tags(visit, hit)) (tick(visit, hit, compared)) }
        @if !facts.is_empty() { (figures(visit.language, &facts)) }
        @if let Some(reason) = reason { p class="hint" { (why(visit, hit.kind, reason, &hit.reason_marked)) } }
    };
    stub(tear_off.as_ref(), &body)
}

/// What an occupation is called in English, for readers of that language.
pub(crate) fn english(language: Language, word: Option<&'static str>) -> Option<&'static str> {
    word.filter(|_| language == Language::English)
}

/// A box to tick a course by, to be compared with others.
fn tick(visit: &Visit, hit: &Hit, compared: Option<&[String]>) -> Markup {
    let compared = compared.filter(|_| hit.kind == Kind::Course);
    html! {
        @if let Some(compared) = compared {
            label class="compare-tick" {
                input type="checkbox" form="compare" name="course" value=(Text(&hit.id)) checked[compared.contains(&hit.id)]
                    aria-label=(Text(&visit.say_with("compare-tick-name", [("title", hit.name.as_str().into())])));
                (Text(&visit.say("compare-tick")))
            }
        }
    }
}

/// What the component of the same name makes; without a tear-off a plain card.
fn stub(tear_off: Option<&TearOff>, body: &Markup) -> Markup {
    html! {
        article class="stub" {
            div class="stub-body" { (body) }
            @if let Some(TearOff { amount, note, serial }) = tear_off {
                div class="stub-off" {
                    @match amount {
                        Some(amount) => { span class="stub-amount" { (Text(amount)) } small { (Text(note)) } }
                        None => { span class="stub-amount none" { (Text(note)) } }
                    }
                    @if !serial.is_empty() { small class="stub-serial" { "No. " (Text(serial)) } }
                }
            }
        }
    }
}

/// What the component `Facts` makes.
fn figures(language: Language, facts: &[(String, String)]) -> Markup {
    html! {
        dl class="facts" {
            @for (label, value) in facts {
                div { dt { (Text(label)) } dd lang=[lang_of(language, value)] { (Text(value)) } }
            }
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

fn tags(visit: &Visit, hit: &Hit) -> Markup {
    let level = hit.levels.first().filter(|_| hit.kind == Kind::Course);
    let seats = seats(visit, hit.seats_left, hit.apply_until);
    html! {
        (tag(Tone::Plain.class(), Text(&visit.say(&format!("kind-{}", hit.kind)))))
        @if let Some(level) = level { (tag(Tone::Sea.class(), Text(&notation::level(visit, *level)))) }
        @if let Some(tier) = &hit.shortage { (tag(Tone::Care.class(), Text(&visit.say(&format!("shortage-{tier}"))))) }
        @if let Some((tone, text)) = seats { (tag(tone.class(), Text(&text))) }
        @if hit.is_sample { (tag(Tone::Sample.class(), Text(&visit.say("sample-data")))) }
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
    if let (Some(cost), Some("cost")) = (hit.own_cost, visit.query.one("sort")) {
        fact("fact-own-cost", notation::money(cost));
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

/// Why it is there, with what matched marked in the name that says it.
fn why(visit: &Visit, kind: Kind, reason: &Reason, ranges: &[Range<usize>]) -> Markup {
    let (key, name) = match reason {
        Reason::Alias(name) => ("reason-alias", Some(name)),
        Reason::Synonym(name) => ("reason-synonym", Some(name)),
        Reason::Sound(None) => ("reason-sound", None),
        Reason::Sound(name) => ("reason-sound-of", name.as_ref()),
        Reason::Spelling(None) => ("reason-spelling", None),
        Reason::Spelling(name) => ("reason-spelling-of", name.as_ref()),
        Reason::About(text) => (about(kind), Some(text)),
        Reason::Relaxed => ("reason-relaxed", None),
    };
    let Some(name) = name else {
        return marked(&visit.say(key), &[]);
    };
    let text = visit.say_with(key, [("name", name.as_str().into())]);
    let Some((before, after)) = text.rsplit_once(name.as_str()) else {
        return marked(&text, &[]);
    };
    html! {
        (Text(before))
        @match lang_of(visit.language, name) {
            Some(lang) => { span lang=(lang) { (marked(name, ranges)) } }
            None => { (marked(name, ranges)) }
        }
        (Text(after))
    }
}

/// The key of what is said of something around it.
const fn about(kind: Kind) -> &'static str {
    match kind {
        Kind::Occupation => "reason-group",
        Kind::Institution => "reason-taught",
        Kind::Base | Kind::Course => "reason-about",
    }
}

/// The text with its matched parts marked; ranges that do not fit it are left out.
fn marked(text: &str, ranges: &[Range<usize>]) -> Markup {
    let mut done = 0;
    html! {
        @for range in ranges {
            @if let (Some(before), Some(matched)) = (text.get(done..range.start), text.get(range.clone())) {
                (Text(before))
                mark { (Text(matched)) }
                @let () = done = range.end;
            }
        }
        (Text(text.get(done..).unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use super::*;
    use crate::components::published::tell_language;
    use crate::components::stub::{Facts, Stub};

    /// Says whether both are the same to a browser, on a page in this language.
    fn assert_same(language: Language, one: &Markup, other: impl FnOnce() -> AnyView) {
        let read = |html: &str| Html::parse_fragment(&html.replace("<!>", "")).html();
        let other = Owner::new().with(|| {
            tell_language(language);
            other().to_html()
        });
        assert_eq!(read(&one.0), read(&other));
    }

    #[test]
    fn tickets_are_those_of_the_other_pages() {
        for (amount, serial) in [(Some("¥1,000"), ""), (None, "6-31-01-03")] {
            let tear_off = TearOff {
                amount: amount.map(str::to_owned),
                note: "取证后 <一次>".to_owned(),
                serial: serial.to_owned(),
            };
            assert_same(
                Language::Chinese,
                &stub(Some(&tear_off), &html! { h3 { "电工" } }),
                || view! { <Stub tear_off=tear_off.clone()><h3>"电工"</h3></Stub> }.into_any(),
            );
        }
    }

    #[test]
    fn figures_are_those_of_the_other_pages() {
        let facts = vec![
            ("Place".to_owned(), "甘井子 \"区\"".to_owned()),
            ("Start".to_owned(), "2 Oct".to_owned()),
        ];
        for language in Language::ALL {
            assert_same(language, &figures(language, &facts), || {
                view! { <Facts facts=facts.clone()/> }.into_any()
            });
        }
    }

    #[test]
    fn what_matched_is_marked_and_ranges_that_do_not_fit_are_left_out() {
        assert_eq!(
            marked("<电工>初级", &[1..7, 2..3, 8..14]).0,
            "&lt;<mark>电工</mark>&gt;<mark>初级</mark>"
        );
        assert_eq!(marked("电工", &[]).0, "电工");
    }
}
