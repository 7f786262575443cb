//! A day that somebody knows by heart (a birthday): year, month and day, each typed.

use leptos::prelude::*;

use super::field::{Beside, described_by};
use crate::visit::Visit;

/// Three small fields, sent as `NAME-year`, `NAME-month` and `NAME-day`; the first one's id is `NAME`.
///
/// ```ignore
/// <DayField visit name="birth" legend=visit.say("check-birth") is_heading=true
///           value=[said.year, said.month, said.day] wrong=Problem::beside(&problems, "birth")/>
/// ```
#[component]
pub fn DayField<'a>(
    /// The page's visit.
    visit: &'a Visit,
    /// Beginning of the three names.
    name: &'a str,
    /// What is asked.
    #[prop(into)]
    legend: String,
    /// Year, month and day as they were typed before.
    #[prop(optional)]
    value: [String; 3],
    /// How to answer; empty for none.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong with the day.
    #[prop(optional_no_strip)]
    wrong: Option<String>,
    /// Whether the question is the page's one heading.
    #[prop(optional)]
    is_heading: bool,
    /// Whether it asks for the person's own birthday, which a browser may know.
    #[prop(optional)]
    is_birthday: bool,
) -> impl IntoView + use<> {
    let described = described_by(name, &hint, wrong.as_deref());
    let is_wrong = wrong.is_some();
    let legend = if is_heading {
        view! { <h1>{legend}</h1> }.into_any()
    } else {
        legend.into_any()
    };
    let parts: Vec<_> = ["year", "month", "day"]
        .into_iter()
        .zip(value)
        .map(|(part, value)| {
            let known_as = is_birthday.then(|| format!("bday-{part}"));
            let id = if part == "year" {
                name.to_owned()
            } else {
                format!("{name}-{part}")
            };
            view! {
                <label>
                    {visit.say(&format!("day-field-{part}"))}
                    <input
                        class="input"
                        id=id
                        name=format!("{name}-{part}")
                        inputmode="numeric"
                        autocomplete=known_as
                        value=value
                        aria-invalid=is_wrong.then_some("true")
                    />
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class=if is_wrong { "field is-wrong" } else { "field" } aria-describedby=described>
            <legend>{legend}</legend>
            <Beside name=name.to_owned() hint wrong/>
            <div class="dates">{parts}</div>
        </fieldset>
    }
}
