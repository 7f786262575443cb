//! Subsidised occupations near to what was searched for: what the words mean, the same minor group, similar names; those that
//! are wanted most where none is near.

use std::ops::Range;

use leptos::prelude::*;

use super::asked::SHORTAGE;
use super::fewer::Asking;
use crate::backend::{Answer, Find, Found, Hit, Kind, Reason, Sort};
use crate::components::district_names::DistrictNames;
use crate::components::hit_card::HitCards;
use crate::visit::Visit;

/// So many occupations are offered.
const OFFERED: usize = 3;

/// Subsidised occupations that are offered.
pub(super) struct Offered {
    /// The key of what is said above them.
    heading: &'static str,
    hits: Vec<Hit>,
}

/// What is offered, under its heading; nothing where that is none.
pub(super) fn told(
    visit: &Visit,
    offered: &Offered,
    districts: &DistrictNames,
) -> Option<impl IntoView + use<>> {
    (!offered.hits.is_empty()).then(|| {
        view! { <h2>{visit.say(offered.heading)}</h2> <HitCards visit hits=&offered.hits districts=districts/> }
    })
}

/// The occupations that the words find without any filter, the best first; none where enough was asked.
pub(super) async fn found_by(asking: &mut Asking<'_>, words: &str) -> Answer<Vec<Hit>> {
    let asked = Find {
        text: words.to_owned(),
        ..occupations()
    };
    let found = asking.find(&asked).await?;
    Ok(found.map(|found| found.hits).unwrap_or_default())
}

/// What is near to the words, which find these hits.
pub(super) async fn near(asking: &mut Asking<'_>, words: &str, found: &[Hit]) -> Answer<Offered> {
    let meant: Vec<Hit> = found.iter().filter(|hit| is_meant(hit)).cloned().collect();
    if let Some(best) = meant.first().filter(|best| best.subsidy.is_none()) {
        let kindred = asking.visit.backend.kindred(&best.id).await?;
        if !kindred.is_empty() {
            return Ok(offered("nothing-group", kindred));
        }
    }
    let meant: Vec<Hit> = subsidised(meant.into_iter()).collect();
    if !meant.is_empty() {
        return Ok(offered("nothing-meant", meant));
    }
    let similar = similar(asking, words, found).await?;
    if !similar.is_empty() {
        return Ok(offered("nothing-near", similar));
    }
    Ok(offered("nothing-wanted", most_wanted(asking).await?))
}

/// The first few, without the marks of the question that found them.
fn offered(heading: &'static str, hits: Vec<Hit>) -> Offered {
    let bare = |hit| Hit {
        marked: Vec::new(),
        reason_marked: Vec::new(),
        reason: None,
        ..hit
    };
    Offered {
        heading,
        hits: hits.into_iter().take(OFFERED).map(bare).collect(),
    }
}

/// Subsidised occupations of which the names share neighbouring characters, or a long beginning of letters, with the words.
/// One search is left over.
async fn similar(asking: &mut Asking<'_>, words: &str, found: &[Hit]) -> Answer<Vec<Hit>> {
    let mut similar: Vec<Hit> =
        subsidised(found.iter().filter(|hit| is_marked(hit)).cloned()).collect();
    for text in parts(words) {
        if similar.len() >= OFFERED || asking.left() <= 1 {
            break;
        }
        // letters may stand for the sound of any name of it
        let is_near = |hit: &Hit| is_marked(hit) || (text.is_ascii() && is_meant(hit));
        let asked = Find {
            // what sounds like a part of the words is not near to them any more
            literal: !text.is_ascii(),
            text: text.clone(),
            ..occupations()
        };
        let found = asking.find(&asked).await?;
        let hits = found.into_iter().flat_map(|found| found.hits);
        for hit in subsidised(hits.filter(is_near)) {
            if similar.iter().all(|known| known.id != hit.id) {
                similar.push(hit);
            }
        }
    }
    Ok(similar)
}

/// Subsidised occupations of the shortage list, those with the most openings per job seeker first.
async fn most_wanted(asking: &mut Asking<'_>) -> Answer<Vec<Hit>> {
    let wanted = Find {
        shortage: SHORTAGE.map(str::to_owned).to_vec(),
        sort: Sort::Market,
        ..occupations()
    };
    let found = asking.find(&wanted).await?;
    let hits = found.into_iter().flat_map(|found: Found| found.hits);
    Ok(subsidised(hits).collect())
}

fn occupations() -> Find {
    Find {
        kinds: vec![Kind::Occupation],
        page: 1,
        per_page: 20,
        ..Find::default()
    }
}

fn subsidised(hits: impl Iterator<Item = Hit>) -> impl Iterator<Item = Hit> {
    hits.filter(|hit| hit.subsidy.is_some())
}

/// Whether the words as a whole found an occupation.
fn is_meant(hit: &Hit) -> bool {
    hit.kind == Kind::Occupation && hit.reason != Some(Reason::Relaxed)
}

/// Whether neighbouring characters of the name are those of the words.
fn is_marked(hit: &Hit) -> bool {
    let marked = |range: &Range<usize>| hit.name.get(range.clone()).unwrap_or_default();
    let mut marked = hit.marked.iter().map(marked);
    marked.any(|characters| characters.chars().count() > 1)
}

/// Parts of the words: pairs of neighbouring characters from the end, where in Chinese the trade stands; of letters ever
/// shorter beginnings, down to two thirds of them.
fn parts(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    if chars.iter().all(char::is_ascii) {
        let shortest = (chars.len() * 2).div_ceil(3).max(2);
        let beginnings = (shortest..chars.len()).rev();
        return beginnings
            .map(|end| chars[..end].iter().collect())
            .collect();
    }
    let pairs = chars.windows(2).rev();
    pairs.map(|pair| pair.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_pairs_and_long_beginnings() {
        assert_eq!(parts("养蜂师"), ["蜂师", "养蜂"]);
        assert_eq!(parts("dianqq"), ["dianq", "dian"]);
        assert!(parts("蜂").is_empty() && parts(" ").is_empty());
    }
}
