//! `/staff`: what a member of staff may do.

use leptos::prelude::*;

use crate::backend::{Member, Role};
use crate::components::staff_bar::StaffBar;
use crate::page::{Page, PageResult};
use crate::visit::Visit;

/// Where each role works: path, its words, and what it is for.
const WAYS: [(&str, &str, &str); 3] = [
    ("/staff/words", "words-title", "staff-home-words-text"),
    (
        "/staff/rehearsal",
        "rehearsal-title",
        "staff-home-rehearsal-text",
    ),
    ("/readings", "readings-title", "staff-home-readings-text"),
];

/// The desk of a member of staff.
///
/// # Errors
/// None of its own.
pub async fn page(visit: &Visit, member: Member) -> PageResult {
    let title = visit.say("staff-home");
    let visit = visit.clone();
    Ok(Page::new(title.clone(), move || {
        let visit = &visit;
        let ways: Vec<_> = WAYS
            .into_iter()
            .filter(|_| member.role == Role::Editor)
            .map(|(path, key, text)| {
                view! { <li><a class="target" href=visit.address(path)>{visit.say(key)}</a><p class="hint">{visit.say(text)}</p></li> }
            })
            .collect();
        let text = visit.say(if ways.is_empty() { "staff-home-nothing" } else { "staff-home-text" });
        view! {
            <StaffBar visit member=&member/>
            <h1>{title}</h1>
            <p>{text}</p>
            <ul class="bare">{ways}</ul>
        }
    })
    .private())
}
