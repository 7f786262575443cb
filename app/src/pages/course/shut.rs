//! The way into a course that takes nobody just now: the line before it where it is full, and other courses.

use leptos::prelude::*;
use policy::Verdict;

use crate::backend::{CourseDetail, Waiting};
use crate::components::button::ButtonLink;
use crate::components::panel::{Matter, Panel};
use crate::pages::waiting::standing;
use crate::visit::Visit;

/// Why nobody gets in, and what somebody can do about it; `verdict` is what the rules say of who is signed in.
pub(super) fn shut(
    visit: &Visit,
    course: &CourseDetail,
    verdict: Option<Verdict>,
    waiting: Option<&Waiting>,
) -> impl IntoView + use<> {
    let card = &course.card;
    let body = match waiting {
        Some(waiting) => {
            let mine = visit.address("/me/applications");
            view! {
                <p>{visit.say("course-full")}</p>
                <p><strong>{standing(visit, waiting)}</strong></p>
                <p><a class="target" href=mine>{visit.say("waiting-mine")}</a></p>
            }
            .into_any()
        }
        None if !card.has_line(visit.today) => {
            view! { <p>{visit.say("course-closed")}</p> }.into_any()
        }
        None => {
            let may_wait = !matches!(verdict, Some(Verdict::Closed | Verdict::Elsewhere));
            let apply = visit.address(&format!("/courses/{}/apply", card.id));
            let join = may_wait.then(|| {
                view! {
                    <ButtonLink href=apply text=visit.say("waiting-join")/>
                    <p class="hint">{visit.say("waiting-hint")}</p>
                }
            });
            view! {
                <p>{visit.say("course-full")}</p>
                <p>{how_many(visit, course.waiting)}</p>
                {join}
            }
            .into_any()
        }
    };
    let occupation = card.occupation.as_ref();
    let filter = occupation.map_or_else(String::new, |code| format!("&occupation={code}"));
    let others = visit.address(&format!("/find?kind=course&open=true{filter}"));
    let others = view! { <p><a class="target" href=others>{visit.say("course-others")}</a></p> };
    view! { <Panel matter=Matter::Care>{body}{others}</Panel> }
}

/// How many wait in line.
#[must_use]
pub fn how_many(visit: &Visit, waiting: u32) -> String {
    visit
        .say_with("waiting-count", [("waiting", waiting.into())])
        .into_owned()
}
