//! `/outbox`: the demo's messages, in place of text messages; it exists in the demo city alone.

use leptos::prelude::*;

use crate::page::{Page, PageResult};
use crate::visit::Visit;

/// A message that the demo did not send to anybody.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// The telephone, masked.
    pub to: String,
    /// The one-time code.
    pub code: String,
    /// The time of day, `12:00:00`.
    pub at: String,
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
pub async fn page(visit: &Visit, messages: Vec<Message>) -> PageResult {
    let title = visit.say("outbox-title");
    let visit = visit.clone();
    Ok(Page::new(title.clone(), move || {
        let lines: Vec<_> = messages
            .into_iter()
            .map(|message| {
                let text = visit.say_with("outbox-message", [("phone", message.to.into())]).into_owned();
                view! { <li class="panel"><p>{text}<strong class="reference">{message.code}</strong></p><p class="hint">{message.at}</p></li> }
            })
            .collect();
        let none = lines.is_empty().then(|| view! { <p>{visit.say("outbox-none")}</p> });
        view! { <h1>{title}</h1><p>{visit.say("outbox-text")}</p>{none}<ol class="bare">{lines}</ol> }
    })
    .private())
}
