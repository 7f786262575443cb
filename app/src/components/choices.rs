//! A field that is answered by choosing: radios for one answer, checkboxes for several.

use leptos::prelude::*;

use super::field::{Beside, described_by};

/// One answer to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// What helps to decide; empty for none.
    pub hint: String,
    /// Whether it was chosen before.
    pub is_chosen: bool,
}

impl Choice {
    /// An answer that was not chosen before and needs no hint.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            label: label.into(),
            ..Self::default()
        }
    }

    /// The same with a hint.
    #[must_use]
    pub fn hinted(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// The same, chosen if it is.
    #[must_use]
    pub fn chosen(mut self, is_chosen: bool) -> Self {
        self.is_chosen = is_chosen;
        self
    }
}

/// A question with answers to choose from.
///
/// ```ignore
/// <Choices name="sex" legend=visit.say("check-sex") is_heading=true
///          choices=vec![Choice::new("female", visit.say("sex-female")), Choice::new("male", visit.say("sex-male")),
///                       Choice::new("unknown", visit.say("check-not-sure"))]
///          wrong=Problem::beside(&problems, "sex")/>
/// ```
#[component]
pub fn Choices(
    /// Name in the form; also the id of the first answer, where the error summary leads.
    #[prop(into)]
    name: String,
    /// What is asked.
    #[prop(into)]
    legend: String,
    /// The answers.
    choices: Vec<Choice>,
    /// Whether several may be chosen.
    #[prop(optional)]
    many: bool,
    /// How to answer; empty for none.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong with the answer.
    #[prop(optional_no_strip)]
    wrong: Option<String>,
    /// Whether the question is the page's one heading.
    #[prop(optional)]
    is_heading: bool,
) -> impl IntoView {
    let described = described_by(&name, &hint, wrong.as_deref());
    let class = if wrong.is_some() {
        "field is-wrong"
    } else {
        "field"
    };
    let legend = if is_heading {
        view! { <h1>{legend}</h1> }.into_any()
    } else {
        legend.into_any()
    };
    let kind = if many { "checkbox" } else { "radio" };
    let answers: Vec<_> = choices
        .into_iter()
        .enumerate()
        .map(|(place, choice)| {
            let id = if place == 0 { name.clone() } else { format!("{name}-{place}") };
            let hint_id = (!choice.hint.is_empty()).then(|| format!("{id}-note"));
            let hint = hint_id.clone().map(|id| view! { <span class="hint" id=id>{choice.hint}</span> });
            view! {
                <label class="choice">
                    <input type=kind id=id name=name.clone() value=choice.value checked=choice.is_chosen aria-describedby=hint_id/>
                    <span>{choice.label}</span>
                    {hint}
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class=class aria-describedby=described>
            <legend>{legend}</legend>
            <Beside name=name.clone() hint wrong/>
            <div class="choices">{answers}</div>
        </fieldset>
    }
}
