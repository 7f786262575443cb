//! What an empty list offers instead: the same question with fewer conditions, and the nearest occupations, or some that are
//! in shortage where none is near.

use leptos::prelude::*;

use super::asked::SHORTAGE;
use super::fewer::{Asking, Way, Ways};
use crate::backend::{Answer, Find, Found, Hit, Kind, Sort};
use crate::components::button::{ButtonLink, Weight};
use crate::visit::Visit;

/// So many searches an empty list costs besides its own.
const MOST_ASKED: usize = 7;
/// So many of them are kept for the filters without the words, and for the nearest occupations.
const KEPT: usize = 2;

/// What an empty list offers.
pub(super) struct Instead {
    ways: Ways,
    without_words: Option<Way>,
    /// Subsidised occupations.
    pub(super) occupations: Offered,
}

/// The subsidised occupations that are offered in place of nothing.
pub(super) struct Offered {
    /// The key of what is said above them.
    pub(super) heading: &'static str,
    pub(super) hits: Vec<Hit>,
}

/// What could be asked instead of a question that found nothing.
pub(super) async fn instead(visit: &Visit, find: &Find, found: &Found) -> Answer<Instead> {
    let mut asking = Asking::anew(visit, find, found, MOST_ASKED - KEPT);
    let ways = asking.ways().await?;
    asking.allow(KEPT);
    let without_words = asking.without_words().await?;
    let words = asking.words();
    let mut texts = parts(&words);
    if ways.is_empty() {
        // the whole was asked already, without any filter
        texts.drain(..texts.len().min(1));
    } else {
        texts.truncate(1);
    }
    // of several searches one is left for what is wanted where nothing is near
    texts.truncate(asking.left().saturating_sub(1).max(1));
    let near = nearest(&mut asking, &words, texts).await?;
    let (heading, hits) = if near.is_empty() && !words.is_empty() {
        ("nothing-wanted", most_wanted(&mut asking).await?)
    } else {
        ("nothing-near", near)
    };
    Ok(Instead {
        ways,
        without_words,
        occupations: Offered { heading, hits },
    })
}

/// So many occupations are offered in place of nothing.
const OFFERED: usize = 3;

/// The nearest subsidised occupations: what the words find without any filter, or parts of them, the longer first.
async fn nearest(asking: &mut Asking<'_>, words: &str, texts: Vec<String>) -> Answer<Vec<Hit>> {
    let mut near: Vec<Hit> = Vec::new();
    for text in texts {
        let asked = Find {
            // what sounds like a part of the words is not near to them any more
            literal: text != words && !text.is_ascii(),
            text,
            ..occupations()
        };
        let Some(found) = asking.find(&asked).await? else {
            break;
        };
        for hit in subsidised(found) {
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

/// Subsidised occupations of the shortage list, those with the most openings per job seeker first.
async fn most_wanted(asking: &mut Asking<'_>) -> Answer<Vec<Hit>> {
    let wanted = Find {
        shortage: SHORTAGE.map(str::to_owned).to_vec(),
        sort: Sort::Market,
        ..occupations()
    };
    let found = asking.find(&wanted).await?;
    let hits = found.into_iter().flat_map(subsidised);
    Ok(hits.take(OFFERED).collect())
}

fn occupations() -> Find {
    Find {
        kinds: vec![Kind::Occupation],
        page: 1,
        per_page: 20,
        ..Find::default()
    }
}

fn subsidised(found: Found) -> impl Iterator<Item = Hit> {
    found.hits.into_iter().filter(|hit| hit.subsidy.is_some())
}

/// The words, and ever shorter parts of them: pairs of characters and single ones from the end, where in Chinese the trade
/// stands; of letters ever shorter beginnings, down to two thirds of them.
fn parts(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let whole = std::iter::once(text.trim().to_owned()).filter(|text| !text.is_empty());
    if chars.iter().all(char::is_ascii) {
        let beginnings = ((chars.len() * 2).div_ceil(3).max(2)..chars.len())
            .rev()
            .map(|end| chars[..end].iter().collect());
        return whole.chain(beginnings).collect();
    }
    let pairs = chars.windows(2).rev().map(|pair| pair.iter().collect());
    let single = chars.iter().rev().map(char::to_string);
    whole.chain(pairs).chain(single).collect()
}

/// The empty list: what to drop, the words last of all, or where else to begin.
pub(super) fn nothing(visit: &Visit, instead: &Instead) -> impl IntoView + use<> {
    let Instead {
        ways,
        without_words,
        ..
    } = instead;
    let said = if !ways.alone.is_empty() {
        "nothing-here"
    } else if ways.together.is_some() {
        "nothing-one-fewer"
    } else {
        "nothing-at-all"
    };
    let links: Vec<_> = ways
        .alone
        .iter()
        .chain(&ways.together)
        .chain(without_words)
        .map(|way| view! { <li><a href=way.href.clone()>{way.words.clone()}</a></li> })
        .collect();
    view! {
        <div class="panel flow">
            <p>{visit.say(said)}</p>
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
        assert_eq!(parts("dianqq"), ["dianqq", "dianq", "dian"]);
        assert!(parts(" ").is_empty());
    }
}
