//! What an empty list offers instead: the same question with one filter fewer, and what that would find.

use leptos::prelude::*;

use super::addresses;
use crate::backend::{Answer, Find};
use crate::components::button::{ButtonLink, Weight};
use crate::notation;
use crate::visit::Visit;

/// A filter that could go, and what the list would hold without it.
pub(super) struct Way {
    name: &'static str,
    total: u64,
}

/// Asks again without each filter in force; only ways that find something are kept. Where nothing but words was asked
/// for, leaving them out would say nothing.
pub(super) async fn ways(visit: &Visit, find: &Find) -> Answer<Vec<Way>> {
    let mut ways = Vec::new();
    if addresses::pairs(visit).iter().all(|(name, _)| *name == "q") {
        return Ok(ways);
    }
    for name in addresses::NAMES {
        if visit.query.one(name).is_none() {
            continue;
        }
        let Some(fewer) = without(find, name) else {
            continue;
        };
        let total = visit.backend.find(&fewer).await?.total;
        if total > 0 {
            ways.push(Way { name, total });
        }
    }
    Ok(ways)
}

/// The question without one filter; `None` for a name that is no filter.
fn without(find: &Find, name: &str) -> Option<Find> {
    let mut fewer = Find {
        page: 1,
        per_page: 1,
        ..find.clone()
    };
    match name {
        "q" => fewer.text.clear(),
        "kind" => fewer.kinds.clear(),
        "district" => fewer.districts.clear(),
        "level" => fewer.levels.clear(),
        "shortage" => fewer.shortage.clear(),
        "programme" => fewer.programmes.clear(),
        "mode" => fewer.modes.clear(),
        "occupation" => fewer.occupations.clear(),
        "place" => fewer.places.clear(),
        "from" => fewer.from = None,
        "to" => fewer.to = None,
        "open" => fewer.open = false,
        "literal" => fewer.literal = false,
        _ => return None,
    }
    Some(fewer)
}

/// The empty list: what to drop, or where else to begin.
pub(super) fn nothing(visit: &Visit, ways: &[Way]) -> impl IntoView + use<> {
    let links: Vec<_> = ways
        .iter()
        .map(|way| {
            let words = visit.say_with(
                "nothing-without",
                [
                    ("filter", visit.say(&format!("filter-{}", way.name)).into()),
                    ("total", notation::count(way.total).into()),
                ],
            );
            view! { <li><a href=addresses::with_only(visit, way.name, None)>{words}</a></li> }
        })
        .collect();
    view! {
        <div class="panel flow">
            <p>{visit.say(if links.is_empty() { "nothing-at-all" } else { "nothing-here" })}</p>
            <ul class="links">{links}</ul>
            <ButtonLink weight=Weight::Quiet href=visit.address("/find") text=visit.say("nothing-all")/>
        </div>
    }
}
