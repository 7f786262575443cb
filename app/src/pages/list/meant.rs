//! What somebody may have meant besides what was understood: another spelling, or the words just as they were typed.

use leptos::prelude::*;

use super::addresses;
use crate::backend::{Answer, Find, Found, Hit, Reason};
use crate::visit::Visit;

/// The address of what bears the words themselves; `None` where that is nothing, or all that the list holds. Costs one
/// search where something is guessed.
pub(super) async fn literally(visit: &Visit, find: &Find, found: &Found) -> Answer<Option<String>> {
    if !is_guessed(find, found) {
        return Ok(None);
    }
    let literal = Find {
        literal: true,
        page: 1,
        per_page: 1,
        ..find.clone()
    };
    let total = visit.backend.find(&literal).await?.total;
    let is_other = total > 0 && (total != found.total || !found.understood.is_empty());
    Ok(is_other.then(|| addresses::with_only(visit, "literal", Some("true"))))
}

/// Whether something on the page is there by more than the words as they were typed.
pub(super) fn is_guessed(find: &Find, found: &Found) -> bool {
    let guessed = |hit: &Hit| {
        matches!(
            hit.reason,
            Some(Reason::Synonym(_) | Reason::Sound(_) | Reason::Spelling(_) | Reason::Relaxed)
        )
    };
    !find.literal
        && !find.text.is_empty()
        && (found.hits.iter().any(guessed) || !found.understood.is_empty())
}

/// The line that offers both; nothing where there is neither.
pub(super) fn meant(
    visit: &Visit,
    find: &Find,
    found: &Found,
    literally: Option<String>,
) -> Option<impl IntoView + use<>> {
    let other = found.did_you_mean.clone().map(|text| {
        let href = addresses::with_only(visit, "q", Some(&text));
        view! { <span>{visit.say("did-you-mean")}" "<a class="target" href=href>{text}</a></span> }
    });
    let literally = literally.map(|href| {
        let words = visit.say_with("search-literally", [("text", find.text.clone().into())]);
        view! { <a class="target small" href=href>{words}</a> }
    });
    (other.is_some() || literally.is_some())
        .then(|| view! { <p class="meant">{other}{literally}</p> })
}
