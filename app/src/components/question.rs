//! The frame of a page that asks one question.

use leptos::prelude::*;

use super::error_summary::{ErrorSummary, Problem};
use crate::visit::Visit;

/// The way back, what is wrong, the question itself, and the button to go on.
///
/// The one `<h1>` comes from the field inside: give it `is_heading=true`. Hidden fields that carry
/// earlier answers stand among the children.
///
/// ```ignore
/// <QuestionPage visit back=visit.address("/check") action=visit.address("/check/birth") problems=&problems
///               caption=visit.say_with("check-step", [("step", 2.into()), ("of", 4.into())])>
///     <DayField visit name="birth" legend=visit.say("check-birth") is_heading=true/>
/// </QuestionPage>
/// ```
#[component]
pub fn QuestionPage<'a>(
    /// The page's visit.
    visit: &'a Visit,
    /// Where the way back leads; empty for none.
    #[prop(optional, into)]
    back: String,
    /// Where the form is sent.
    #[prop(into)]
    action: String,
    /// `post`, or `get` where the answers are not personal.
    #[prop(default = "post")]
    method: &'static str,
    /// A line above the question, such as how many are still to come.
    #[prop(optional, into)]
    caption: String,
    /// What was wrong with the answer.
    #[prop(default = &[])]
    problems: &'a [Problem],
    /// The words on the button; 继续 where empty.
    #[prop(optional, into)]
    button: String,
    /// The field, or fields that ask one thing together.
    children: Children,
) -> impl IntoView + use<> {
    let button = if button.is_empty() {
        visit.say("continue").into_owned()
    } else {
        button
    };
    view! {
        {(!back.is_empty()).then(|| view! { <a class="back" href=back>{visit.say("back")}</a> })}
        <form class="question" method=method action=action novalidate="novalidate">
            <ErrorSummary visit problems/>
            {(!caption.is_empty()).then(|| view! { <p class="caption">{caption}</p> })}
            {children()}
            <button class="button" type="submit">{button}</button>
        </form>
    }
}
