//! The filters beside the list: each value with the number of hits that it would leave.

use leptos::prelude::*;
use maud::html;

use super::addresses;
use super::asked::SHORTAGE;
use crate::backend::{Answer, FacetValue, Facets, Find, Found};
use crate::components::district_names::DistrictNames;
use crate::components::error_summary::Problem;
use crate::components::field::{Field, Typed};
use crate::components::text::Text;
use crate::notation;
use crate::visit::Visit;

/// What the filters are drawn from.
#[derive(Clone, Copy)]
pub(super) struct Drawn<'a> {
    pub(super) visit: &'a Visit,
    /// The question with the filters that were read out of its words: they are boxes like all others.
    pub(super) find: &'a Find,
    pub(super) facets: &'a Facets,
    pub(super) districts: &'a DistrictNames,
    /// Names of the occupations and places that the address filters by.
    pub(super) named: &'a [(String, String)],
    pub(super) problems: &'a [Problem],
}

/// What the boxes count where filters were read out of the words: beside words an occupation passes these, but not what is
/// ticked, and what the form sends is all ticked. `None` where the list's own counts say it.
pub(super) async fn counted(
    visit: &Visit,
    in_force: &Find,
    found: &Found,
) -> Answer<Option<Facets>> {
    if found.understood.is_empty() || in_force.text.is_empty() {
        return Ok(None);
    }
    let ticked = Find {
        page: 1,
        per_page: 1,
        ..in_force.clone()
    };
    Ok(Some(visit.backend.find(&ticked).await?.facets))
}

/// The filters, folded away on a phone.
pub(super) fn filters(drawn: Drawn<'_>) -> impl IntoView + use<> {
    let Drawn {
        visit,
        find,
        facets,
        ..
    } = drawn;
    // what other forms and links choose is kept
    let kept = addresses::pairs(visit).into_iter().filter(|(name, _)| {
        matches!(
            *name,
            "occupation" | "literal" | "near" | "sort" | "compare"
        )
    });
    let words = Some(("q", find.text.as_str())).filter(|(_, text)| !text.is_empty());
    let kinds = find.kinds.iter().map(|kind| ("kind", kind.code()));
    let kept: Vec<_> = words
        .into_iter()
        .chain(kinds)
        .chain(kept)
        .map(|(name, value)| view! { <input type="hidden" name=name value=value.to_owned()/> })
        .collect();
    let count = chosen_count(find);
    let title = if count == 0 {
        visit.say("filters")
    } else {
        visit.say_with("filters-count", [("count", count.into())])
    };
    let levels: Vec<_> = find.levels.iter().map(ToString::to_string).collect();
    view! {
        <details class="filters" open=!drawn.problems.is_empty()>
            <summary>{title}</summary>
            <form class="filters-body" action=visit.address("/find")>
                {kept}
                <label>
                    <input type="checkbox" name="open" value="true" checked=find.open/>
                    {visit.say("filter-open")}
                    <small>{notation::count(facets.open)}</small>
                </label>
                {boxes(drawn, "district", &facets.district, &find.districts, &|code| drawn.districts.name(code).to_owned())}
                {boxes(drawn, "level", &facets.level, &levels, &|level| visit.say(&format!("level-{level}")).into_owned())}
                {boxes(drawn, "shortage", &in_order(&facets.shortage), &find.shortage, &|tier| visit.say(&format!("shortage-{tier}")).into_owned())}
                {boxes(drawn, "programme", &facets.programme, &find.programmes, &|code| visit.say(&format!("programme-{code}")).into_owned())}
                {boxes(drawn, "mode", &facets.mode, &find.modes, &|code| visit.say(&format!("mode-{code}")).into_owned())}
                {boxes(drawn, "month", &months_ahead(drawn), &find.months, &|month| notation::month(visit.language, month))}
                {days(drawn)}
                {places(drawn)}
                <button class="button wide" type="submit">{visit.say("filters-apply")}</button>
            </form>
        </details>
    }
}

fn chosen_count(find: &Find) -> usize {
    find.districts.len()
        + find.levels.len()
        + find.shortage.len()
        + find.programmes.len()
        + find.modes.len()
        + find.months.len()
        + find.places.len()
        + usize::from(find.from.is_some())
        + usize::from(find.to.is_some())
        + usize::from(find.open)
}

/// A list that is no longer than this stands in sight as a whole; of a longer one the first few.
const MOST_IN_SIGHT: usize = 20;
const FIRST: usize = 8;

/// One filter: a folded group of checkboxes; values that are chosen but find nothing stay in sight.
fn boxes(
    drawn: Drawn<'_>,
    name: &'static str,
    counted: &[FacetValue],
    chosen: &[String],
    words: &dyn Fn(&str) -> String,
) -> Option<AnyView> {
    let uncounted = chosen
        .iter()
        .filter(|value| counted.iter().all(|known| known.value != **value));
    let mut values: Vec<_> = counted
        .iter()
        .map(|known| (known.value.clone(), known.count))
        .chain(uncounted.map(|value| (value.clone(), 0)))
        .collect();
    if values.is_empty() {
        return None;
    }
    let wrong = Problem::beside(drawn.problems, name);
    let is_open = !chosen.is_empty() || wrong.is_some();
    let sight = in_sight(&mut values, chosen);
    let (first, more) = values.split_at(sight);
    let line = |place: usize, value: &str, count: u64| {
        let (label, is_chosen) = (words(value), chosen.iter().any(|one| one == value));
        // the error summary leads to the first box
        let id = (place == 0).then_some(name);
        html! {
            label {
                input type="checkbox" id=[id] name=(name) value=(value) checked[is_chosen];
                (Text(&label))
                small { (notation::count(count)) }
            }
        }
    };
    let has_others = name == "place" && drawn.facets.has_more_places;
    let content = html! {
        summary { (drawn.visit.say(&format!("filter-{name}"))) }
        @if let Some(wrong) = wrong { p class="wrong" { (wrong) } }
        @for (place, (value, count)) in (0..).zip(first) { (line(place, value, *count)) }
        @if !more.is_empty() {
            details {
                summary { (drawn.visit.say_with("filter-more", [("count", more.len().into())])) }
                @for (value, count) in more { (line(1, value, *count)) }
            }
        }
        @if has_others { p class="hint" { (drawn.visit.say("filter-place-others")) } }
    };
    Some(view! { <details open=is_open inner_html=content.into_string()></details> }.into_any())
}

/// Puts the chosen first and returns how many stand in sight; a short list does as a whole.
fn in_sight(values: &mut [(String, u64)], chosen: &[String]) -> usize {
    if values.len() <= MOST_IN_SIGHT {
        return values.len();
    }
    values.sort_by_key(|(value, _)| !chosen.contains(value));
    FIRST.max(chosen.len()).min(values.len())
}

/// Institutions and bases, those with the most hits.
fn places(drawn: Drawn<'_>) -> Option<AnyView> {
    let Drawn {
        find,
        facets,
        named,
        ..
    } = drawn;
    let counted: Vec<_> = facets
        .place
        .iter()
        .map(|place| FacetValue {
            value: place.id.clone(),
            count: place.count,
        })
        .collect();
    let name = |id: &str| {
        let counted = facets.place.iter().find(|place| place.id == id);
        let named = || named.iter().find(|(known, _)| known == id);
        match counted {
            Some(place) => place.name.clone(),
            None => named().map_or_else(|| id.to_owned(), |(_, name)| name.clone()),
        }
    };
    boxes(drawn, "place", &counted, &find.places, &name)
}

/// Months in the order in which they come, from this one on; of those before it what was chosen.
fn months_ahead(drawn: Drawn<'_>) -> Vec<FacetValue> {
    let this_month = drawn.visit.today.format("%Y-%m").to_string();
    let mut months = drawn.facets.month.clone();
    months.retain(|month| month.value >= this_month || drawn.find.months.contains(&month.value));
    months.sort_by(|one, other| one.value.cmp(&other.value));
    months
}

/// The first and the last day on which a course may start.
fn days(drawn: Drawn<'_>) -> impl IntoView + use<> {
    let Drawn {
        visit,
        find,
        problems,
        ..
    } = drawn;
    let is_open = find.from.is_some()
        || find.to.is_some()
        || problems
            .iter()
            .any(|problem| matches!(problem.field.as_str(), "from" | "to"));
    let field = |name: &'static str| {
        let wrong = Problem::beside(problems, name);
        // a day that does not exist vanishes from a date field: it is shown as it was typed
        let typed = if wrong.is_some() {
            Typed::Text
        } else {
            Typed::Day
        };
        let value = visit.query.one(name).unwrap_or_default().to_owned();
        view! { <Field name=name label=visit.say(&format!("filter-{name}")) typed value wrong/> }
    };
    view! {
        <details open=is_open>
            <summary>{visit.say("filter-days")}</summary>
            {field("from")}
            {field("to")}
        </details>
    }
}

/// The shortage tiers, the scarcest first, however the index counted them.
fn in_order(counted: &[FacetValue]) -> Vec<FacetValue> {
    SHORTAGE
        .into_iter()
        .filter_map(|tier| counted.iter().find(|known| known.value == tier).cloned())
        .collect()
}
