//! What is chosen, in sight above the list: kinds and orders to switch between, filters to take off.

use leptos::prelude::*;

use super::in_force::{pair, without_words};
use super::{addresses, nearest};
use crate::backend::{Facets, Find, Found, Kind, Near, Sort, Understood, UnderstoodFilter};
use crate::components::district_names::DistrictNames;
use crate::notation;
use crate::visit::Visit;

/// All kinds, or one of them, chosen or read out of the words; nothing where there is nothing of any.
pub(super) fn kinds(
    visit: &Visit,
    in_force: &Find,
    (text, found): (&str, &Found),
) -> Option<impl IntoView + use<>> {
    let facets = &found.facets;
    if facets.kind.is_empty() {
        return None;
    }
    let chip = |kind: Option<Kind>| {
        let is_here = in_force.kinds.first().copied() == kind;
        let (name, count) = match kind {
            None => (
                visit.say("kind-all"),
                facets.kind.iter().map(|known| known.count).sum(),
            ),
            Some(kind) => {
                let count = facets
                    .kind
                    .iter()
                    .find(|known| known.value == kind.code())
                    .map_or(0, |known| known.count);
                (visit.say(&format!("kind-{kind}")), count)
            }
        };
        let href = of_kind(visit, kind, (text, found));
        view! { <li><a class="chip plain" href=href aria-current=is_here.then_some("true")>{name}" "{notation::count(count)}</a></li> }
    };
    let chips: Vec<_> = std::iter::once(None)
        .chain(Kind::ALL.map(Some))
        .map(chip)
        .collect();
    Some(view! { <nav aria-label=visit.say("kinds")><ul class="chips line">{chips}</ul></nav> })
}

/// The address of all kinds, or of one. Where words were taken for one, they are left out, and what else was read out of them is
/// chosen.
fn of_kind(visit: &Visit, kind: Option<Kind>, (text, found): (&str, &Found)) -> String {
    let mut chosen: Vec<_> = kind
        .map(|kind| ("kind", kind.to_string()))
        .into_iter()
        .collect();
    if !found.is_read_whole {
        return addresses::changed(visit, text, &["kind"], &chosen);
    }
    let read = found.understood.iter().map(|one| pair(&one.filter));
    chosen.extend(read.filter(|(name, _)| *name != "kind"));
    addresses::changed(visit, "", &["kind"], &chosen)
}

/// The orders of the list; by distance from where it is measured now, and from the first district that is chosen.
pub(super) fn orders(
    visit: &Visit,
    find: &Find,
    districts: &DistrictNames,
) -> impl IntoView + use<> {
    let near = near(find);
    let chosen = find.districts.first().map(String::as_str);
    let chip = |name: String, sort: Sort, from: Option<&str>| {
        let is_here = find.sort == sort && (sort != Sort::Distance || from == near);
        view! { <li><a class="chip plain" href=addresses::sorted(visit, sort, from) aria-current=is_here.then_some("true")>{name}</a></li> }
    };
    let by_distance = near
        .into_iter()
        .chain(chosen.filter(|code| near != Some(*code)))
        .map(|code| {
            let district = districts.name(code).to_owned();
            let name = visit.say_with("sort-distance", [("district", district.into())]);
            chip(name.into_owned(), Sort::Distance, Some(code))
        });
    let orders: Vec<_> = Sort::ALL
        .into_iter()
        .filter(|sort| *sort != Sort::Distance)
        .map(|sort| {
            let name = visit.say(&format!("sort-{}", sort.code()));
            chip(name.into_owned(), sort, None)
        })
        .chain(by_distance)
        .collect();
    view! { <nav aria-label=visit.say("sort")><ul class="chips line">{orders}{nearest::button(visit)}</ul></nav> }
}

/// Where the distances of a list come from; nothing where it tells none.
pub(super) fn estimated(
    visit: &Visit,
    find: &Find,
    districts: &DistrictNames,
) -> Option<impl IntoView + use<>> {
    let near = near(find).filter(|_| find.near.is_some())?;
    let district = districts.name(near).to_owned();
    let text = visit.say_with("distance-estimated", [("district", district.into())]);
    Some(view! { <p class="hint">{text}</p> })
}

/// The district from which distance is measured, or could be.
fn near(find: &Find) -> Option<&str> {
    match &find.near {
        Some(Near::District(code)) => Some(code),
        Some(Near::Position { .. }) => None,
        None => find.districts.first().map(String::as_str),
    }
}

/// The filters in force, read out of the words or chosen, each a link that takes it off, and one that takes off all where
/// there are several; nothing where there are none.
pub(super) fn chosen(
    visit: &Visit,
    districts: &DistrictNames,
    named: &[(String, String)],
    (text, found): (&str, &Found),
) -> impl IntoView + use<> {
    let understood = found.understood.iter().map(|one| {
        let words = understood_words(visit, districts, &one.filter);
        let rest = without_words(text, [one]);
        // one word may stand for several: what is lost with it stays, as if it had been chosen, where it finds anything
        let is_lost = |other: &&Understood| {
            other.filter != one.filter
                && without_words(text, [one, *other]) == rest
                && is_found(&found.facets, &other.filter)
        };
        let lost = found.understood.iter().filter(is_lost);
        let lost: Vec<_> = lost.map(|other| pair(&other.filter)).collect();
        let href = match one.filter {
            UnderstoodFilter::Kind(_) => of_kind(visit, None, (text, found)),
            _ => addresses::changed(visit, &one.rest, &[], &lost),
        };
        (words, href)
    });
    let chosen = addresses::pairs(visit)
        .into_iter()
        .filter_map(|(name, value)| {
            let words = words(visit, districts, named, name, value)?;
            Some((words, addresses::without(visit, name, value)))
        });
    let chips: Vec<_> = understood
        .chain(chosen)
        .map(|(words, href)| {
            let label = visit.say_with("filter-off", [("filter", words.clone().into())]);
            view! { <li><a class="chip" href=href aria-label=label>{words}</a></li> }
        })
        .collect();
    let clear = (chips.len() > 1 && found.total > 0).then(|| {
        let rest = if found.is_read_whole {
            String::new()
        } else {
            without_words(text, &found.understood)
        };
        let href = addresses::changed(visit, &rest, &addresses::FILTERS, &[]);
        view! { <li><a class="plain target small" href=href>{visit.say("filters-clear")}</a></li> }
    });
    (!chips.is_empty()).then(
        || view! { <ul class="chips chosen" aria-label=visit.say("filters-chosen")>{chips}{clear}</ul> },
    )
}

/// Whether a filter finds anything, as far as that is counted: only districts are meant several by one word.
fn is_found(facets: &Facets, filter: &UnderstoodFilter) -> bool {
    match filter {
        UnderstoodFilter::District(code) => {
            let mut districts = facets.district.iter();
            districts.any(|known| known.value == *code)
        }
        _ => true,
    }
}

fn understood_words(visit: &Visit, districts: &DistrictNames, filter: &UnderstoodFilter) -> String {
    match filter {
        UnderstoodFilter::Kind(kind) => visit.say(&format!("kind-{kind}")).into_owned(),
        UnderstoodFilter::District(code) => districts.name(code).to_owned(),
        UnderstoodFilter::Level(level) => visit.say(&format!("level-{level}")).into_owned(),
        UnderstoodFilter::Mode(code) => visit.say(&format!("mode-{code}")).into_owned(),
        UnderstoodFilter::Month(month) => starting_in(visit, month),
    }
}

/// How the filter for courses that start in a month is called.
fn starting_in(visit: &Visit, month: &str) -> String {
    let month = notation::month(visit.language, month);
    visit
        .say_with("filter-month-chip", [("month", month.into())])
        .into_owned()
}

/// How a filter is called; `None` for what is no filter.
pub(super) fn words(
    visit: &Visit,
    districts: &DistrictNames,
    named: &[(String, String)],
    name: &str,
    value: &str,
) -> Option<String> {
    let text = match name {
        "district" => districts.name(value).to_owned(),
        "level" => visit.say(&format!("level-{value}")).into_owned(),
        "shortage" => visit.say(&format!("shortage-{value}")).into_owned(),
        "programme" => visit.say(&format!("programme-{value}")).into_owned(),
        "mode" => visit.say(&format!("mode-{value}")).into_owned(),
        "occupation" | "place" => named.iter().find(|(code, _)| code == value)?.1.clone(),
        "month" => starting_in(visit, value),
        "from" => visit
            .say_with("filter-from-chip", [("day", value.to_owned().into())])
            .into_owned(),
        "to" => visit
            .say_with("filter-to-chip", [("day", value.to_owned().into())])
            .into_owned(),
        "open" if value == "true" => visit.say("filter-open").into_owned(),
        "literal" if value == "true" => visit.say("filter-literal").into_owned(),
        _ => return None,
    };
    Some(text)
}
