//! What went wrong with a form, on top of the page, in the same words as beside each field.

use leptos::prelude::*;

pub use crate::sent::Problem;
use crate::visit::Visit;

/// The list of problems, each a link to its field; nothing where there are none.
///
/// It takes the focus when the page arrives, so that a screen reader begins with it. Answer such a
/// page with status 422 and give each field the same words: `wrong=Problem::beside(&problems, "phone")`.
#[component]
pub fn ErrorSummary<'a>(
    /// The page's visit.
    visit: &'a Visit,
    /// What is wrong.
    problems: &'a [Problem],
) -> impl IntoView + use<> {
    let links: Vec<_> = problems
        .iter()
        .map(|problem| view! { <li><a href=format!("#{}", problem.field)>{problem.text.clone()}</a></li> })
        .collect();
    (!links.is_empty()).then(|| {
        view! {
            <div class="error-summary" role="alert" tabindex="-1" autofocus="autofocus">
                <h2>{visit.say("problems-title")}</h2>
                <ul class="links">{links}</ul>
            </div>
        }
    })
}
