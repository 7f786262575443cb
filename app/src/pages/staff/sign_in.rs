//! `/staff/sign-in`: name and password.

use leptos::prelude::*;

use crate::components::error_summary::ErrorSummary;
use crate::components::field::{Field, Typed};
use crate::language::Language;
use crate::page::{Page, PageResult};
use crate::pages::sign_in::is_local;
use crate::query::Query;
use crate::sent::Sent;
use crate::visit::Visit;

const HOME: &str = "/staff";

/// Returns where to go after signing in: only ever a page of the staff.
#[must_use]
pub fn return_to(visit: &Visit) -> String {
    let is_staff_page = |address: &&str| {
        let (_, path) = Language::of_path(address);
        is_local(address) && (path == HOME || path.starts_with("/staff/"))
    };
    visit
        .query
        .one("return_to")
        .filter(is_staff_page)
        .map_or_else(|| visit.address(HOME), str::to_owned)
}

/// Asks for name and password.
///
/// # Errors
/// None of its own.
pub async fn page(visit: &Visit, sent: Sent, status: Option<u16>) -> PageResult {
    let status = status.unwrap_or(sent.status());
    let title = visit.say("staff-sign-in-title");
    let return_to = return_to(visit);
    let action = format!(
        "{}?{}",
        visit.address("/staff/sign-in"),
        Query::encode([("return_to", return_to.as_str())])
    );
    let visit = visit.clone();
    Ok(Page::new(title.clone(), move || {
        let say = |key: &str| visit.say(key).into_owned();
        view! {
            <div class="text flow">
                <h1>{title}</h1>
                <p>{say("staff-sign-in-text")}</p>
                <ErrorSummary visit=&visit problems=&sent.problems/>
                <form class="question" method="post" action=action novalidate="novalidate">
                    <Field name="name" label=say("staff-name") typed=Typed::Account value=sent.value("name") wrong=sent.wrong("name")/>
                    <Field name="password" label=say("staff-password") typed=Typed::Password/>
                    <button class="button" type="submit">{say("staff-sign-in-button")}</button>
                </form>
            </div>
        }
    })
    .with_status(status)
    .private())
}
