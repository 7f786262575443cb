//! Says that there is no such course where the words name a place or a time and nothing but occupations, which tell neither,
//! is listed.

use leptos::prelude::*;

use super::fewer::{Asking, Way};
use crate::backend::{Answer, Find, Found, Kind};
use crate::visit::Visit;

/// So many searches it costs.
const MOST_ASKED: usize = 5;

/// The conditions without which there are courses; `None` where nothing has to be said.
pub(super) async fn ways(visit: &Visit, find: &Find, found: &Found) -> Answer<Option<Vec<Way>>> {
    let counts = &found.facets.kind;
    let are_occupations = counts
        .iter()
        .all(|known| known.value == Kind::Occupation.code());
    let is_asked = find.kinds.is_empty() && !found.understood.is_empty();
    if !is_asked || found.total == 0 || !are_occupations {
        return Ok(None);
    }
    let mut asking = Asking::anew(visit, find, found, MOST_ASKED).only(Kind::Course);
    let ways = asking.ways().await?;
    Ok(Some(ways.alone.into_iter().chain(ways.together).collect()))
}

/// The line above the occupations.
pub(super) fn told(visit: &Visit, ways: &[Way]) -> impl IntoView + use<> {
    let links: Vec<_> = ways
        .iter()
        .map(|way| view! { " "<a class="target" href=way.href.clone()>{way.words.clone()}</a> })
        .collect();
    view! { <p>{visit.say("no-course")}{links}</p> }
}
