//! Something set apart from the text: a note, a warning, a decision, the head of a receipt.

use leptos::prelude::*;

/// What a panel is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Matter {
    /// Good to know.
    #[default]
    Note,
    /// Take care.
    Care,
    /// It went well.
    Good,
    /// A refusal.
    Refusal,
}

impl Matter {
    const fn class(self) -> &'static str {
        match self {
            Self::Note => "panel flow",
            Self::Care => "panel flow warn",
            Self::Good => "panel flow ok",
            Self::Refusal => "panel flow seal",
        }
    }
}

/// A panel: `<Panel matter=Matter::Care><p>{visit.say("course-full")}</p></Panel>`.
#[component]
pub fn Panel(
    /// What it is for.
    #[prop(optional)]
    matter: Matter,
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! { <div class=matter.class()>{children()}</div> }
}

/// The head of a receipt: what was done, and the number to quote.
///
/// ```ignore
/// <Receipt title=visit.say("receipt-title") label=visit.say("receipt-number") reference=application.reference/>
/// ```
#[component]
pub fn Receipt(
    /// What was done; the page's `<h1>`.
    #[prop(into)]
    title: String,
    /// What the number is.
    #[prop(into)]
    label: String,
    /// The number.
    #[prop(into)]
    reference: String,
) -> impl IntoView {
    view! {
        <div class="receipt">
            <h1>{title}</h1>
            <p>{label}<strong class="reference">{reference}</strong></p>
        </div>
    }
}
