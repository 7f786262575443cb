//! `/me/applications`: where somebody waits in line, what they have applied for, newest first, and what the portal keeps
//! about them.

use leptos::prelude::*;

use super::receipt::application::stub;
use super::waiting;
use crate::backend::Waiting;
use crate::components::button::{Button, Weight};
use crate::components::summary_list::{Row, SummaryList};
use crate::page::{Fault, Page, PageResult};
use crate::visit::Visit;

/// The list.
///
/// # Errors
/// [`Fault::SignInNeeded`] where nobody is signed in.
pub async fn page(visit: &Visit) -> PageResult {
    let person = visit.person.ok_or(Fault::SignInNeeded)?;
    let applications = visit.backend.my_applications(person).await?;
    let places = visit.backend.my_waiting(person).await?;
    let profile = visit.backend.profile(person).await?;
    let title = visit.say("applications-title");
    let visit = visit.clone();
    Ok(Page::new(title.clone(), move || {
        let say = |key: &str| visit.say(key).into_owned();
        let tickets: Vec<_> = applications
            .iter()
            .map(|application| {
                let href = visit.address(&format!("/me/applications/{}", application.reference));
                view! { <li>{stub(&visit, application)}<p><a class="target" href=href>{visit.say_with("applications-open", [("reference", application.reference.clone().into())])}</a></p></li> }
            })
            .collect();
        let none = (tickets.is_empty() && places.is_empty()).then(|| {
            view! { <p>{say("applications-none")}</p><p><a class="button" href=visit.address("/find?kind=course&open=true")>{say("applications-find")}</a></p> }
        });
        let made = (!tickets.is_empty() && !places.is_empty())
            .then(|| view! { <h2>{say("applications-made")}</h2> });
        let mut rows = vec![Row::new(say("apply-phone"), profile.masked_phone)];
        match profile.masked_name.zip(profile.masked_resident_id) {
            Some((name, id)) => rows.extend([Row::new(say("apply-name"), name), Row::new(say("apply-id"), id)]),
            None => rows.push(Row::new(say("apply-name"), say("applications-no-name")).changed_at(visit.address("/me/details"), say("applications-give-name"))),
        }
        let sign_out = visit.address("/sign-out");
        view! {
            <h1>{title}</h1>
            {none}
            {in_line(&visit, &places)}
            {made}
            <ul class="bare">{tickets}</ul>
            <h2>{say("applications-you")}</h2>
            <SummaryList rows/>
            <form method="post" action=sign_out><Button text=say("sign-out") weight=Weight::Quiet/></form>
        }
    })
    .private())
}

/// The lines in which somebody waits, each with the way out; nothing where there are none.
fn in_line(visit: &Visit, places: &[Waiting]) -> Option<impl IntoView + use<>> {
    let tickets: Vec<_> = places
        .iter()
        .map(|place| {
            let title = place.course.title.clone();
            let label = visit.say_with("waiting-leave-of", [("title", title.into())]);
            view! { <li>{waiting::ticket(visit, place)}<p><a class="target" href=waiting::leave_address(visit, place) aria-label=label>{visit.say("waiting-leave")}</a></p></li> }
        })
        .collect();
    (!tickets.is_empty()).then(|| {
        view! {
            <h2>{visit.say("waiting-title")}</h2>
            <p>{visit.say("waiting-next")}</p>
            <ul class="bare">{tickets}</ul>
        }
    })
}
