//! `/staff/rehearsal`: what a changed register would mean, tried on synthetic residents.

mod form;
mod outcome;

use std::sync::Arc;

use leptos::prelude::*;

use crate::backend::{Change, Member, RegisteredReading, Rehearsal};
use crate::components::button::ButtonLink;
use crate::components::error_summary::ErrorSummary;
use crate::components::staff_bar::StaffBar;
use crate::notation;
use crate::page::{Page, PageResult};
use crate::rehearsal_words::change;
use crate::sent::Sent;
use crate::visit::Visit;

pub use self::form::{PEOPLE, reading_field, top_up_field};

/// The tiers of the shortage list, from the lowest.
pub const TIERS: [&str; 3] = ["general", "high", "very"];

/// How far the last rehearsal has come.
#[derive(Clone, Debug, Default)]
pub enum LastRun {
    /// There was none yet.
    #[default]
    None,
    /// It is going on.
    UnderWay {
        /// Residents that are decided.
        done: u64,
        /// Residents in all.
        people: u64,
        /// What is changed.
        changes: Vec<Change>,
    },
    /// It is over.
    Finished(Arc<Rehearsal>),
    /// It came to nothing; the key of the words that say why.
    Failed(&'static str),
}

/// The page: how far the last rehearsal has come, and the form for the next.
///
/// # Errors
/// [`Fault::Unavailable`](crate::page::Fault::Unavailable) where the register can't be had.
pub async fn page(
    visit: &Visit,
    member: Member,
    last: LastRun,
    sent: Sent,
    status: Option<u16>,
) -> PageResult {
    let readings = visit.backend.readings().await?;
    let outcome = match &last {
        LastRun::Finished(rehearsal) => Some(outcome::Told::of(visit, rehearsal).await?),
        _ => None,
    };
    let status = status.unwrap_or(sent.status());
    let title = visit.say("rehearsal-title");
    let visit = visit.clone();
    Ok(Page::new(title.clone(), move || {
        let visit = &visit;
        view! {
            <StaffBar visit member=&member/>
            <h1>{title}</h1>
            <p class="panel">{visit.say("rehearsal-synthetic")}</p>
            <ErrorSummary visit problems=&sent.problems/>
            {body(visit, &last, outcome.as_ref(), &readings, &sent)}
        }
    })
    .with_status(status)
    .private())
}

fn body(
    visit: &Visit,
    last: &LastRun,
    outcome: Option<&outcome::Told>,
    readings: &[RegisteredReading],
    sent: &Sent,
) -> AnyView {
    match last {
        LastRun::UnderWay {
            done,
            people,
            changes,
        } => under_way(visit, *done, *people, changes).into_any(),
        LastRun::None => form::forms(visit, "rehearse-form", readings, sent).into_any(),
        LastRun::Failed(key) => view! {
            <p class="panel warn">{visit.say(key)}</p>
            {form::forms(visit, "rehearse-again", readings, sent)}
        }
        .into_any(),
        LastRun::Finished(_) => view! {
            {outcome.map(|told| told.view(visit))}
            {form::forms(visit, "rehearse-again", readings, sent)}
        }
        .into_any(),
    }
}

fn under_way(visit: &Visit, done: u64, people: u64, changes: &[Change]) -> impl IntoView + use<> {
    let told = visit.say_with(
        "rehearsal-under-way",
        [
            ("done", notation::count(done).into()),
            ("people", notation::count(people).into()),
        ],
    );
    view! {
        <section class="flow" aria-live="polite">
            <h2>{visit.say("rehearse-running")}</h2>
            {changed(visit, changes)}
            <progress class="progress" max=people.to_string() value=done.to_string() aria-label=told.clone()></progress>
            <p>{told}</p>
            <p><ButtonLink href=visit.address("/staff/rehearsal") text=visit.say("rehearse-refresh")/></p>
        </section>
    }
}

fn changed(visit: &Visit, changes: &[Change]) -> impl IntoView + use<> {
    let lines: Vec<_> = changes
        .iter()
        .map(|one| view! { <li>{change(visit.language, one)}</li> })
        .collect();
    view! { <ul>{lines}</ul> }
}
