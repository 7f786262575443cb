//! A button that sends a form, and a link that looks like one because a journey starts there.

use leptos::prelude::*;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// The page's one main way on.
    #[default]
    Main,
    /// Another way.
    Quiet,
    /// Takes something back or away.
    Grave,
}

impl Weight {
    const fn class(self) -> &'static str {
        match self {
            Self::Main => "button",
            Self::Quiet => "button quiet",
            Self::Grave => "button grave",
        }
    }
}

/// Sends the form that it stands in: `<Button text=visit.say("check-continue")/>`.
#[component]
pub fn Button(
    /// The words: a verb.
    #[prop(into)]
    text: String,
    /// How much it asks for attention.
    #[prop(optional)]
    weight: Weight,
    /// Name under which its value is sent, where a form has two buttons.
    #[prop(optional, into)]
    name: Option<String>,
    /// The value that is sent.
    #[prop(optional, into)]
    value: Option<String>,
) -> impl IntoView {
    view! { <button type="submit" class=weight.class() name=name value=value>{text}</button> }
}

/// Leads somewhere: `<ButtonLink href=visit.address("/check") text=visit.say("door-check")/>`.
#[component]
pub fn ButtonLink(
    /// Where to.
    #[prop(into)]
    href: String,
    /// The words.
    #[prop(into)]
    text: String,
    /// How much it asks for attention.
    #[prop(optional)]
    weight: Weight,
) -> impl IntoView {
    view! { <a class=weight.class() href=href>{text}</a> }
}
