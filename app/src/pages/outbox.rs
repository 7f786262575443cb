//! `/outbox`: the demo's messages, in place of text messages; it exists in the demo city alone.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::notation;
use crate::page::{Page, PageResult};
use crate::visit::Visit;

/// A message that the demo did not send to anybody.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// The telephone, masked.
    pub to: String,
    /// What it says.
    pub content: Content,
    /// The time of day, `12:00:00`.
    pub at: String,
}

/// What a message says.
#[derive(Clone, PartialEq, Eq)]
pub enum Content {
    /// The one-time code.
    Code(String),
    /// A seat came free and went to who waited for it.
    Seat {
        /// The course's title.
        course: String,
        /// The number to quote.
        reference: String,
        /// The course's first day.
        start: NaiveDate,
    },
}

/// The demo's account for the pages of the staff.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// Its name.
    pub name: String,
    /// Its password.
    pub password: String,
}

// A code opens somebody's account: it is never printed by accident.
impl std::fmt::Debug for Message {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Message({}, ***)", self.to)
    }
}

/// The messages, newest first.
///
/// # Errors
/// None of its own.
pub async fn page(visit: &Visit, messages: Vec<Message>, account: Option<Account>) -> PageResult {
    let title = visit.say("outbox-title");
    let visit = visit.clone();
    Ok(Page::new(title.clone(), move || {
        let lines: Vec<_> = messages
            .into_iter()
            .map(|message| {
                let text = said(&visit, message.to, message.content);
                view! { <li class="panel">{text}<p class="hint">{message.at}</p></li> }
            })
            .collect();
        let none = lines.is_empty().then(|| view! { <p>{visit.say("outbox-none")}</p> });
        let account = account.map(|account| {
            let sign_in = visit.address("/staff/sign-in");
            view! {
                <p class="panel">{visit.say("staff-demo")}" "<b>{account.name}</b>" / "<b>{account.password}</b>" "<a class="target" href=sign_in>{visit.say("staff-sign-in-title")}</a></p>
            }
        });
        view! { <h1>{title}</h1><p>{visit.say("outbox-text")}</p>{none}<ol class="bare">{lines}</ol>{account} }
    })
    .private())
}

fn said(visit: &Visit, to: String, content: Content) -> AnyView {
    match content {
        Content::Code(code) => {
            let text = visit.say_with("outbox-message", [("phone", to.into())]);
            view! { <p>{text}<strong class="reference">{code}</strong></p> }.into_any()
        }
        Content::Seat {
            course,
            reference,
            start,
        } => {
            let text = visit.say_with(
                "outbox-seat",
                [
                    ("phone", to.into()),
                    ("course", course.into()),
                    ("reference", reference.into()),
                    ("day", notation::day(visit.language, start).into()),
                ],
            );
            view! { <p>{text}</p> }.into_any()
        }
    }
}
