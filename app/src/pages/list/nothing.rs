//! What an empty list offers instead: the same question with one filter fewer, and what that would find.

use leptos::prelude::*;

use super::addresses;
use crate::backend::{Answer, Find, Hit, Kind};
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

/// So many occupations are offered in place of nothing.
const OFFERED: usize = 3;
/// So many shorter questions are asked for them.
const MOST_ASKED: usize = 12;

/// The nearest subsidised occupations: what the words find without any filter, or parts of them, the longer first.
pub(super) async fn nearest(visit: &Visit, find: &Find) -> Answer<Vec<Hit>> {
    let mut near: Vec<Hit> = Vec::new();
    for text in parts(&find.text).into_iter().take(MOST_ASKED) {
        let asked = Find {
            // what sounds like a part of the words is not near to them any more
            literal: text != find.text && !text.is_ascii(),
            text,
            kinds: vec![Kind::Occupation],
            page: 1,
            per_page: 20,
            ..Find::default()
        };
        let found = visit.backend.find(&asked).await?;
        let subsidised = found.hits.into_iter().filter(|hit| hit.subsidy.is_some());
        for hit in subsidised {
            if near.len() < OFFERED && near.iter().all(|known| known.id != hit.id) {
                // its marks are those of another question
                near.push(Hit {
                    marked: Vec::new(),
                    reason_marked: Vec::new(),
                    reason: None,
                    ..hit
                });
            }
        }
        if near.len() == OFFERED {
            break;
        }
    }
    Ok(near)
}

/// The words, and ever shorter parts of them: pairs of characters and single ones from the end, where in Chinese the trade
/// stands; of letters ever shorter beginnings.
fn parts(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let whole = std::iter::once(text.trim().to_owned()).filter(|text| !text.is_empty());
    if chars.iter().all(char::is_ascii) {
        let beginnings = (2..chars.len())
            .rev()
            .map(|end| chars[..end].iter().collect());
        return whole.chain(beginnings).collect();
    }
    let pairs = chars.windows(2).rev().map(|pair| pair.iter().collect());
    let single = chars.iter().rev().map(char::to_string);
    whole.chain(pairs).chain(single).collect()
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
        "month" => fewer.months.clear(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_ever_shorter() {
        assert_eq!(
            parts("养蜂师"),
            ["养蜂师", "蜂师", "养蜂", "师", "蜂", "养"]
        );
        assert_eq!(parts("dianq"), ["dianq", "dian", "dia", "di"]);
        assert!(parts(" ").is_empty());
    }
}
