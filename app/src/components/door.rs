//! A door: the way into one of the portal's halls.

use leptos::prelude::*;

/// What is drawn beside a door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// A ticket: a course to be found.
    Ticket,
    /// A pair of scales: what one may claim.
    Scales,
    /// A tram line: where one's application stands.
    Line,
}

impl Drawing {
    const fn path(self) -> &'static str {
        match self {
            Self::Ticket => "M4 10h32v7a3 3 0 0 0 0 6v7H4v-7a3 3 0 0 0 0-6zM26 11v4m0 4v2m0 4v4",
            Self::Scales => "M20 6v28M12 34h16M8 12h24M8 12l-5 12h10zM32 12l-5 12h10z",
            Self::Line => "M4 20h6m8 0h6m8 0h4M14 16a4 4 0 1 0 .1 0zM28 16a4 4 0 1 0 .1 0z",
        }
    }
}

/// A door: `<Door href=… drawing=Drawing::Ticket title=… text=…/>`.
#[component]
pub fn Door(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// What is drawn beside it.
    drawing: Drawing,
    /// Its name.
    #[prop(into)]
    title: String,
    /// What is behind it.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <a class="door" href=href>
            <svg viewBox="0 0 40 40" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linejoin="round" aria-hidden="true">
                <path d=drawing.path()/>
            </svg>
            <strong>{title}</strong>
            <small>{text}</small>
        </a>
    }
}
