//! `/me/applications/{reference}`: the receipt of one application, and its cancellation.

use leptos::prelude::*;
use policy::State;

use crate::backend::Application;
use crate::components::button::{Button, Weight};
use crate::components::panel::{Matter, Panel, Receipt};
use crate::components::stub::{Facts, Stub, TearOff};
use crate::components::tag::SampleTag;
use crate::components::tram_line::{Station, Stop, TramLine};
use crate::notation;
use crate::page::{Fault, Page, PageResult};
use crate::pages::apply::place_name;
use crate::pages::check::office_line;
use crate::policy_words::Telling;
use crate::visit::Visit;

/// Says whether a text could be a reference number at all.
#[must_use]
pub fn is_reference(text: &str) -> bool {
    text.bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

async fn own(visit: &Visit, reference: &str) -> Result<Application, Fault> {
    let person = visit.person.ok_or(Fault::SignInNeeded)?;
    if !is_reference(reference) {
        return Err(Fault::NotFound);
    }
    visit
        .backend
        .my_application(person, reference)
        .await?
        .ok_or(Fault::NotFound)
}

/// The receipt.
///
/// # Errors
/// [`Fault::NotFound`] where the signed-in person has no such application.
pub async fn page(visit: &Visit, reference: &str) -> PageResult {
    let application = own(visit, reference).await?;
    let occupation = visit.backend.course(&application.course.id).await?;
    let phone = occupation.and_then(|course| course.phone);
    let office = office(visit, &application).await?;
    let title = visit.say(if application.state == State::Cancelled {
        "receipt-cancelled-title"
    } else {
        "receipt-title"
    });
    let visit = visit.clone();
    Ok(Page::new(title.clone(), move || {
        let next = (application.state != State::Cancelled).then(|| view! { <h2>{visit.say("receipt-next")}</h2>{line(&visit, &application)} });
        let given_back = (application.state == State::Cancelled).then(|| {
            let text = visit.say("receipt-cancelled-text");
            view! { <Panel matter=Matter::Good><p>{text}</p></Panel> }
        });
        let cancel = application.can_cancel.then(|| {
            let href = visit.address(&format!("/me/applications/{}/cancel", application.reference));
            let day = notation::day(visit.language, application.course.start);
            view! {
                <h2>{visit.say("receipt-undo")}</h2>
                <p>{visit.say_with("receipt-undo-text", [("day", day.into())])}</p>
                <p><a class="button grave" href=href>{visit.say("receipt-cancel")}</a></p>
            }
        });
        let call = phone.map(|phone| view! { <p>{visit.say_with("receipt-phone", [("phone", phone.into())])}</p> });
        view! {
            <Receipt title=title label=visit.say("receipt-number") reference=application.reference.clone()/>
            {given_back}
            {stub(&visit, &application)}
            {next}
            <p>{visit.say_with("check-office", [("office", office.into())])}</p>
            {call}
            {cancel}
            <p><a class="target" href=visit.address("/me/applications")>{visit.say("receipt-all")}</a></p>
        }
    })
    .private())
}

/// Returns who organises the training for this person.
async fn office(visit: &Visit, application: &Application) -> Result<String, Fault> {
    let person = visit.person.ok_or(Fault::SignInNeeded)?;
    let facts = visit.backend.facts_of(person).await?;
    let assessment = visit.backend.what_may_i_still_take(&facts, None).await?;
    let districts = visit.backend.districts().await?;
    let programme = application.course.programme;
    let office = assessment.programme(programme).office;
    let telling = Telling::by_code(&visit.language);
    Ok(office_line(visit, &telling, &districts, programme, office))
}

/// An application as a ticket, with its state on the tear-off.
pub fn stub(visit: &Visit, application: &Application) -> impl IntoView + use<> {
    let course = &application.course;
    let days = visit
        .say_with(
            "day-span",
            [
                ("from", notation::day(visit.language, course.start).into()),
                ("to", notation::day(visit.language, course.end).into()),
            ],
        )
        .into_owned();
    let made = notation::day(visit.language, application.made_at.date_naive());
    let facts = vec![
        (
            visit.say("apply-place").into_owned(),
            place_name(&course.place),
        ),
        (visit.say("apply-days").into_owned(), days),
        (visit.say("receipt-made").into_owned(), made),
    ];
    let state = visit
        .say(&format!("state-{}", policy::Coded::code(application.state)))
        .into_owned();
    let href = visit.address(&format!("/courses/{}", course.id));
    let body = view! { <h2><a href=href>{course.title.clone()}</a></h2><p><SampleTag visit is_sample=course.is_sample/></p><Facts facts/> };
    view! { <Stub tear_off=TearOff { amount: None, note: state, serial: application.reference.clone() }>{body}</Stub> }
}

/// What happens next, as a tram line.
fn line(visit: &Visit, application: &Application) -> impl IntoView + use<> {
    const STATIONS: [&str; 4] = ["reserved", "training", "certified", "paid"];
    let here = match application.state {
        State::Reserved => 0,
        State::Completed => 1,
        State::Certified | State::Failed => 2,
        State::Paid => 3,
        State::Cancelled => return ().into_any(),
    };
    let start = notation::day(visit.language, application.course.start);
    let stations = STATIONS
        .iter()
        .enumerate()
        .map(|(place, station)| {
            let stop = match place.cmp(&here) {
                std::cmp::Ordering::Less => Stop::Done,
                std::cmp::Ordering::Equal => Stop::Here,
                std::cmp::Ordering::Greater => Stop::Ahead,
            };
            let text = visit
                .say_with(
                    &format!("station-{station}-text"),
                    [("day", start.clone().into())],
                )
                .into_owned();
            Station::new(stop, visit.say(&format!("station-{station}")), text)
        })
        .collect();
    view! { <TramLine stations/> }.into_any()
}

/// Asks whether the application shall really be cancelled.
///
/// # Errors
/// [`Fault::NotFound`] where the signed-in person has no such application.
pub async fn cancel_page(visit: &Visit, reference: &str, too_late: bool) -> PageResult {
    let application = own(visit, reference).await?;
    let can_cancel = application.can_cancel && !too_late;
    let title = visit.say("cancel-title");
    let visit = visit.clone();
    let status = if can_cancel { 200 } else { 409 };
    Ok(Page::new(title.clone(), move || {
        let receipt = visit.address(&format!("/me/applications/{}", application.reference));
        let action = visit.address(&format!("/me/applications/{}/cancel", application.reference));
        let form = can_cancel.then(|| {
            view! {
                <p>{visit.say("cancel-text")}</p>
                <form method="post" action=action><Button text=visit.say("cancel-confirm") weight=Weight::Grave/></form>
            }
        });
        let refusal = (!can_cancel).then(|| {
            let text = visit.say("cancel-too-late");
            view! { <Panel matter=Matter::Refusal><p>{text}</p></Panel> }
        });
        view! {
            <h1>{title}</h1>
            {stub(&visit, &application)}
            {form}
            {refusal}
            <p><a class="target" href=receipt>{visit.say("cancel-keep")}</a></p>
        }
    })
    .with_status(status)
    .private())
}
