//! Suggestions while somebody types: HTML and CSS cannot ask the index at each character.

use leptos::prelude::*;

/// A search field that offers completions.
#[island]
pub fn Suggestions() -> impl IntoView {
    let text = RwSignal::new(String::new());
    view! { <input type="search" name="q" on:input=move |event| text.set(event_target_value(&event)) data-typed=move || text.get()/> }
}
