//! A field that is answered from a longer list than radios can show.

use leptos::prelude::*;

/// One line of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selectable {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Whether it was chosen before.
    pub is_chosen: bool,
}

/// A list to choose one line from: `<Select name="district" label=visit.say("filter-district") options/>`.
#[component]
pub fn Select(
    /// Name in the form, and the field's id.
    #[prop(into)]
    name: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// The lines.
    options: Vec<Selectable>,
) -> impl IntoView {
    let options: Vec<_> = options
        .into_iter()
        .map(
            |line| view! { <option value=line.value selected=line.is_chosen>{line.label}</option> },
        )
        .collect();
    view! {
        <div class="field">
            <label for=name.clone()>{label}</label>
            <select class="input" id=name.clone() name=name>{options}</select>
        </div>
    }
}
