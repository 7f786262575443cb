//! `/me/waiting/{id}/leave`: giving up a place in line; and how a place in line looks among the applications.

use leptos::prelude::*;

use super::apply::place_name;
use crate::backend::Waiting;
use crate::components::button::{Button, Weight};
use crate::components::stub::{Facts, Stub, TearOff};
use crate::components::tag::SampleTag;
use crate::notation;
use crate::page::{Fault, Page, PageResult};
use crate::visit::Visit;

/// Asks whether the place shall really be given up.
///
/// # Errors
/// [`Fault::NotFound`] where the signed-in person does not wait there (any more).
pub async fn leave_page(visit: &Visit, id: &str) -> PageResult {
    let person = visit.person.ok_or(Fault::SignInNeeded)?;
    let places = visit.backend.my_waiting(person).await?;
    let waiting = places
        .into_iter()
        .find(|waiting| waiting.id == id)
        .ok_or(Fault::NotFound)?;
    let title = visit.say("waiting-leave-title");
    let visit = visit.clone();
    Ok(Page::new(title.clone(), move || {
        view! {
            <h1>{title}</h1>
            {ticket(&visit, &waiting)}
            <p>{visit.say("waiting-leave-text")}</p>
            <form method="post" action=leave_address(&visit, &waiting)><Button text=visit.say("waiting-leave-confirm") weight=Weight::Grave/></form>
            <p><a class="target" href=visit.address("/me/applications")>{visit.say("waiting-leave-keep")}</a></p>
        }
    })
    .private())
}

/// Where somebody leaves the line.
#[must_use]
pub fn leave_address(visit: &Visit, waiting: &Waiting) -> String {
    visit.address(&format!("/me/waiting/{}/leave", waiting.id))
}

/// Where somebody stands, in words.
#[must_use]
pub fn standing(visit: &Visit, waiting: &Waiting) -> String {
    let numbers = [
        ("place", waiting.place.into()),
        ("waiting", waiting.waiting.into()),
    ];
    visit.say_with("waiting-standing", numbers).into_owned()
}

/// A place in line as a ticket, with the place on the tear-off.
pub fn ticket(visit: &Visit, waiting: &Waiting) -> impl IntoView + use<> {
    let course = &waiting.course;
    let days = visit.say_with(
        "day-span",
        [
            ("from", notation::day(visit.language, course.start).into()),
            ("to", notation::day(visit.language, course.end).into()),
        ],
    );
    let since = notation::day(visit.language, waiting.since.date_naive());
    let facts = [
        ("apply-place", place_name(&course.place)),
        ("apply-days", days.into_owned()),
        ("waiting-since", since),
    ];
    let facts = facts
        .into_iter()
        .map(|(key, value)| (visit.say(key).into_owned(), value))
        .collect();
    let href = visit.address(&format!("/courses/{}", course.id));
    let body = view! { <h2><a href=href>{course.title.clone()}</a></h2><p><SampleTag visit is_sample=course.is_sample/></p><Facts facts/> };
    let tear_off = TearOff {
        amount: None,
        note: standing(visit, waiting),
        serial: String::new(),
    };
    view! { <Stub tear_off>{body}</Stub> }
}
