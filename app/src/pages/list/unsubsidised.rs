//! Says that no occupation of a list is subsidised, and offers some near them that are, where there is nothing else to go on with.

use leptos::prelude::*;

use super::fewer::Asking;
use super::neighbours::{self, Offered};
use crate::backend::{Answer, Find, Found, Hit, Kind};
use crate::components::district_names::DistrictNames;
use crate::visit::Visit;

/// So many searches it costs.
const MOST_ASKED: usize = 3;

/// What is offered below a list that holds occupations, none of them subsidised, and no course; `None` below any other.
pub(super) async fn offered(visit: &Visit, find: &Find, found: &Found) -> Answer<Option<Offered>> {
    if find.page > 1 || !is_dead_end(found) {
        return Ok(None);
    }
    let mut asking = Asking::anew(visit, find, found, MOST_ASKED);
    let words = asking.words();
    if words.is_empty() {
        return Ok(None);
    }
    let near = neighbours::near(&mut asking, &words, &found.hits).await?;
    Ok(Some(near))
}

fn is_dead_end(found: &Found) -> bool {
    let is_occupation = |hit: &Hit| hit.kind == Kind::Occupation;
    let are_all_shown = usize::try_from(found.total).is_ok_and(|total| total == found.hits.len());
    are_all_shown
        && found.hits.iter().any(is_occupation)
        && !found.facets.holds(Kind::Course)
        && found.hits.iter().all(|hit| hit.levels.is_empty())
}

/// The line below the list, and what is offered.
pub(super) fn told(
    visit: &Visit,
    offered: &Offered,
    districts: &DistrictNames,
) -> impl IntoView + use<> {
    view! { <p>{visit.say("none-subsidised")}</p> {neighbours::told(visit, offered, districts)} }
}
