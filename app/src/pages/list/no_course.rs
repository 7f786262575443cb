//! Says that no course takes applications where a place, a time or a level is asked for: none that is listed, or none of the
//! occupation that stands first.

use leptos::prelude::*;

use super::fewer::{Asking, Way};
use super::in_force::in_force;
use crate::backend::{Answer, Find, Found, Hit, Kind, Sort};
use crate::components::hit_card::english;
use crate::visit::Visit;

/// So many searches it costs.
const MOST_ASKED: usize = 5;

/// No course takes applications.
pub(super) struct NoCourse {
    said: String,
    /// The conditions without which there are open ones.
    ways: Vec<Way>,
}

/// What has to be said; `None` where it is nothing.
pub(super) async fn no_course(
    visit: &Visit,
    find: &Find,
    found: &Found,
) -> Answer<Option<NoCourse>> {
    let Some(first) = found.hits.first().filter(|_| is_narrowed(find, found)) else {
        return Ok(None);
    };
    let asking = Asking::anew(visit, find, found, MOST_ASKED);
    let (said, mut asking) = match first.kind {
        Kind::Institution | Kind::Base => return Ok(None),
        _ if found.facets.open == 0 => {
            let key = if found.facets.holds(Kind::Course) {
                "no-course-open"
            } else {
                "no-course"
            };
            (visit.say(key).into_owned(), asking.of_open_courses(None))
        }
        // of a list that was not asked for by words, or stands in another order, the first is any
        Kind::Occupation if is_asked_for(find, &asking) => {
            let mut asking = asking.of_open_courses(Some(first.id.clone()));
            if asking.is_any().await? {
                return Ok(None);
            }
            (none_of(visit, first), asking)
        }
        _ => return Ok(None),
    };
    let ways = asking.ways().await?;
    let ways = ways.alone.into_iter().chain(ways.together).collect();
    Ok(Some(NoCourse { said, ways }))
}

fn is_asked_for(find: &Find, asking: &Asking<'_>) -> bool {
    find.page == 1 && find.sort == Sort::Relevance && !asking.words().is_empty()
}

/// Whether courses are asked for, and of them those at a place, at a time or of a level.
fn is_narrowed(find: &Find, found: &Found) -> bool {
    let find = in_force(find, found);
    let is_narrowed = !(find.districts.is_empty()
        && find.places.is_empty()
        && find.levels.is_empty()
        && find.modes.is_empty()
        && find.months.is_empty())
        || find.from.is_some()
        || find.to.is_some();
    is_narrowed && (find.kinds.is_empty() || find.kinds == [Kind::Course])
}

fn none_of(visit: &Visit, occupation: &Hit) -> String {
    let english = english(visit.language, occupation.english);
    let name = english.map_or_else(|| occupation.name.clone(), str::to_owned);
    visit
        .say_with("no-course-of", [("occupation", name.into())])
        .into_owned()
}

/// The line above the list.
pub(super) fn told(no_course: &NoCourse) -> impl IntoView + use<> {
    let NoCourse { said, ways } = no_course;
    let links: Vec<_> = ways
        .iter()
        .map(|way| view! { " "<a class="target" href=way.href.clone()>{way.words.clone()}</a> })
        .collect();
    view! { <p class="small">{said.clone()}{links}</p> }
}
