//! The portal's fields and tickets in HTML that a phone can make as well.
//!
//! The components of the other pages are of no use there: what renders them is larger than the whole checker. A test
//! holds each of these against the component of the same name.

use maud::{Markup, Render, html};

use crate::notation::lang_of;
use crate::sent::Problem;
use crate::speech::Speech;

/// One answer to choose.
#[derive(Clone, Debug, Default)]
pub(super) struct Choice {
    /// What is sent.
    pub(super) value: String,
    /// What is read.
    pub(super) label: String,
    /// What helps to decide; empty for none.
    pub(super) hint: String,
    /// Whether it was chosen before.
    pub(super) is_chosen: bool,
}

/// What every field has: its name, what is asked, how to answer, what is wrong.
#[derive(Clone, Debug, Default)]
pub(super) struct Asking {
    /// Name in the form; also the id where the error summary leads.
    pub(super) name: String,
    /// What is asked.
    pub(super) label: String,
    /// How to answer; empty for none.
    pub(super) hint: String,
    /// What is wrong with the answer.
    pub(super) wrong: Option<String>,
    /// Whether the question is the page's one heading.
    pub(super) is_heading: bool,
}

impl Asking {
    fn class(&self) -> &'static str {
        if self.wrong.is_some() {
            "field is-wrong"
        } else {
            "field"
        }
    }

    fn label(&self) -> Markup {
        html! { @if self.is_heading { h1 { (self.label) } } @else { (self.label) } }
    }

    fn beside(&self) -> Markup {
        html! {
            @if !self.hint.is_empty() { p class="hint" id={ (self.name) "-hint" } { (self.hint) } }
            @if let Some(wrong) = &self.wrong { p class="wrong" id={ (self.name) "-wrong" } { (wrong) } }
        }
    }

    fn described_by(&self) -> Option<String> {
        let name = &self.name;
        match (self.hint.is_empty(), &self.wrong) {
            (true, None) => None,
            (false, None) => Some(format!("{name}-hint")),
            (true, Some(_)) => Some(format!("{name}-wrong")),
            (false, Some(_)) => Some(format!("{name}-hint {name}-wrong")),
        }
    }
}

/// A question with answers to choose from; `many` may be chosen together.
pub(super) fn choices(asking: &Asking, choices: &[Choice], many: bool) -> Markup {
    let id = |place: usize| match place {
        0 => asking.name.clone(),
        place => format!("{}-{place}", asking.name),
    };
    let kind = if many { "checkbox" } else { "radio" };
    html! {
        fieldset class=(asking.class()) aria-describedby=[asking.described_by()] {
            legend { (asking.label()) }
            (asking.beside())
            div class="choices" {
                @for (place, choice) in choices.iter().enumerate() {
                    @let id = id(place);
                    @let note = (!choice.hint.is_empty()).then(|| format!("{id}-note"));
                    label class="choice" {
                        input type=(kind) id=(id) name=(asking.name) value=(choice.value) checked[choice.is_chosen] aria-describedby=[&note];
                        span { (choice.label) }
                        @if let Some(note) = note { span class="hint" id=(note) { (choice.hint) } }
                    }
                }
            }
        }
    }
}

/// A day that somebody knows by heart: year, month and day, each typed.
pub(super) fn day_field(
    speech: &dyn Speech,
    asking: &Asking,
    value: [String; 3],
    is_birthday: bool,
) -> Markup {
    let name = &asking.name;
    html! {
        fieldset class=(asking.class()) aria-describedby=[asking.described_by()] {
            legend { (asking.label()) }
            (asking.beside())
            div class="dates" {
                @for (part, value) in ["year", "month", "day"].into_iter().zip(value) {
                    @let known_as = is_birthday.then(|| format!("bday-{part}"));
                    @let id = if part == "year" { name.clone() } else { format!("{name}-{part}") };
                    label {
                        (speech.say_of("day-field-", part))
                        input class="input" id=(id) name={ (name) "-" (part) } inputmode="numeric" autocomplete=[known_as]
                            value=(value) aria-invalid=[asking.wrong.as_ref().map(|_| "true")];
                    }
                }
            }
        }
    }
}

/// A field for one line; `is_number` brings up the phone's digits.
pub(super) fn field(asking: &Asking, value: &str, is_number: bool) -> Markup {
    html! {
        div class=(asking.class()) {
            label for=(asking.name) { (asking.label()) }
            (asking.beside())
            input class="input" id=(asking.name) name=(asking.name) type="text" inputmode=[is_number.then_some("numeric")]
                size=[is_number.then_some("8")] value=(value) aria-describedby=[asking.described_by()]
                aria-invalid=[asking.wrong.as_ref().map(|_| "true")];
        }
    }
}

/// A list to choose one line from.
pub(super) fn select(speech: &dyn Speech, name: &str, label: &str, options: &[Choice]) -> Markup {
    html! {
        div class="field" {
            label for=(name) { (label) }
            select class="input" id=(name) name=(name) {
                @for option in options {
                    option value=(option.value) selected[option.is_chosen] lang=[lang_of(speech.language(), &option.label)] { (option.label) }
                }
            }
        }
    }
}

/// What is wrong, each a link to its field; nothing where nothing is.
pub(super) fn error_summary(speech: &dyn Speech, problems: &[Problem]) -> Markup {
    html! {
        @if !problems.is_empty() {
            div class="error-summary" role="alert" tabindex="-1" autofocus="autofocus" {
                h2 { (speech.say("problems-title")) }
                ul class="links" {
                    @for problem in problems { li { a href={ "#" (problem.field) } { (problem.text) } } }
                }
            }
        }
    }
}

/// The frame of a page that asks one question.
pub(super) struct Frame<'a> {
    /// Where the way back leads.
    pub(super) back: Option<String>,
    /// Where the form is sent.
    pub(super) action: String,
    /// A line above the question; empty for none.
    pub(super) caption: String,
    /// What was wrong with the answer.
    pub(super) problems: &'a [Problem],
    /// The words on the button.
    pub(super) button: String,
}

impl Frame<'_> {
    /// Puts the frame around fields.
    pub(super) fn around(&self, speech: &dyn Speech, fields: &Markup) -> Markup {
        html! {
            @if let Some(back) = &self.back { a class="back" href=(back) { (speech.say("back")) } }
            form class="question" method="post" action=(self.action) novalidate="novalidate" {
                (error_summary(speech, self.problems))
                @if !self.caption.is_empty() { p class="caption" { (self.caption) } }
                (fields)
                button class="button" type="submit" { (self.button) }
            }
        }
    }
}

/// A ticket: what it is on the left, on the tear-off an amount with what it is, or one word in its place.
pub(super) fn stub(amount: Option<&str>, note: &str, body: &Markup) -> Markup {
    html! {
        article class="stub" {
            div class="stub-body" { (body) }
            div class="stub-off" {
                @match amount {
                    Some(amount) => { span class="stub-amount" { (amount) } small { (note) } }
                    None => { span class="stub-amount none" { (note) } }
                }
            }
        }
    }
}

/// Small labels over their values.
pub(super) fn facts(speech: &dyn Speech, facts: &[(String, String)]) -> Markup {
    html! {
        dl class="facts" {
            @for (label, value) in facts { div { dt { (label) } dd lang=[lang_of(speech.language(), value)] { (value) } } }
        }
    }
}

/// One short thing about what stands beside it.
pub(crate) fn tag(class: &str, text: impl Render) -> Markup {
    html! { span class=(class) { (text) } }
}

/// Answers in a list: what was asked, what was answered, where to change it, and what the link says.
pub(super) fn summary_list(speech: &dyn Speech, rows: &[[String; 4]]) -> Markup {
    html! {
        dl class="summary" {
            @for [term, answer, href, label] in rows {
                div { dt { (term) } dd lang=[lang_of(speech.language(), answer)] { (answer) } dd { a class="change" href=(href) { (label) } } }
            }
        }
    }
}

#[cfg(feature = "ssr")]
#[cfg(test)]
mod tests;
