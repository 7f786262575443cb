//! What a page beyond the last one says: how many there are, and the way back.

use leptos::prelude::*;

use super::addresses;
use crate::visit::Visit;

/// The sentence and the link to the last page.
pub(super) fn beyond(visit: &Visit, page: u32, pages: u32) -> impl IntoView + use<> {
    let said = visit.say_with("beyond", [("page", page.into()), ("pages", pages.into())]);
    let last = visit.say_with("beyond-last", [("pages", pages.into())]);
    view! {
        <div class="panel flow">
            <p>{said}</p>
            <p><a class="target" href=addresses::page(visit, pages)>{last}</a></p>
        </div>
    }
}
