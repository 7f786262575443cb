//! A field: label, hint, what is wrong, then one place to type.

use leptos::prelude::*;

/// What is typed, so that a phone shows the fitting keys and a browser offers what it knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Typed {
    /// Words.
    #[default]
    Text,
    /// A mobile number.
    Phone,
    /// A one-time code.
    Code,
    /// A resident ID, whose last place may be X.
    ResidentId,
    /// The person's own name.
    Name,
    /// A small number.
    Number,
    /// One day, `YYYY-MM-DD`.
    Day,
    /// The name of an account.
    Account,
    /// A password.
    Password,
}

impl Typed {
    const fn kind(self) -> &'static str {
        match self {
            Self::Phone => "tel",
            Self::Day => "date",
            Self::Password => "password",
            _ => "text",
        }
    }

    const fn keys(self) -> Option<&'static str> {
        match self {
            Self::Code | Self::Number => Some("numeric"),
            _ => None,
        }
    }

    const fn known_as(self) -> Option<&'static str> {
        match self {
            Self::Phone => Some("tel-national"),
            Self::Code => Some("one-time-code"),
            Self::Name => Some("name"),
            Self::ResidentId => Some("off"),
            Self::Account => Some("username"),
            Self::Password => Some("current-password"),
            _ => None,
        }
    }

    const fn size(self) -> Option<&'static str> {
        match self {
            Self::Code | Self::Number => Some("8"),
            Self::Phone => Some("14"),
            Self::ResidentId => Some("20"),
            _ => None,
        }
    }
}

/// A field for one line.
///
/// ```ignore
/// <Field name="phone" label=visit.say("sign-in-phone") typed=Typed::Phone value=said.phone
///        hint=visit.say("sign-in-phone-hint") wrong=Problem::beside(&problems, "phone")/>
/// ```
#[component]
pub fn Field(
    /// Name in the form, and the field's id.
    #[prop(into)]
    name: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// What is typed.
    #[prop(optional)]
    typed: Typed,
    /// What was typed before.
    #[prop(optional, into)]
    value: String,
    /// How to answer; empty for none.
    #[prop(optional, into)]
    hint: String,
    /// What is wrong with what was typed.
    #[prop(optional_no_strip)]
    wrong: Option<String>,
    /// Whether the label is the page's one heading (a question page with one field).
    #[prop(optional)]
    is_heading: bool,
) -> impl IntoView {
    let described = described_by(&name, &hint, wrong.as_deref());
    let is_wrong = wrong.is_some();
    let label = if is_heading {
        view! { <h1>{label}</h1> }.into_any()
    } else {
        label.into_any()
    };
    view! {
        <div class=if is_wrong { "field is-wrong" } else { "field" }>
            <label for=name.clone()>{label}</label>
            <Beside name=name.clone() hint wrong/>
            <input
                class="input"
                id=name.clone()
                name=name
                type=typed.kind()
                inputmode=typed.keys()
                autocomplete=typed.known_as()
                size=typed.size()
                value=value
                aria-describedby=described
                aria-invalid=is_wrong.then_some("true")
            />
        </div>
    }
}

/// Hint and error of a field, with the ids that [`described_by`] names.
#[component]
pub(super) fn Beside(name: String, hint: String, wrong: Option<String>) -> impl IntoView {
    view! {
        {(!hint.is_empty()).then(|| view! { <p class="hint" id=format!("{name}-hint")>{hint}</p> })}
        {wrong.map(|wrong| view! { <p class="wrong" id=format!("{name}-wrong")>{wrong}</p> })}
    }
}

/// The ids of hint and error for `aria-describedby`; `None` where there is neither.
pub(super) fn described_by(name: &str, hint: &str, wrong: Option<&str>) -> Option<String> {
    match (hint.is_empty(), wrong) {
        (true, None) => None,
        (false, None) => Some(format!("{name}-hint")),
        (true, Some(_)) => Some(format!("{name}-wrong")),
        (false, Some(_)) => Some(format!("{name}-hint {name}-wrong")),
    }
}
