//! The way back, one tap a step.

use leptos::prelude::*;

use super::published::lang_of;
use crate::visit::Visit;

/// The steps above this page, each with its path and name; the first page is always there.
///
/// ```ignore
/// <Breadcrumb visit steps=vec![("/find?kind=course".into(), visit.say("nav-courses").into())]/>
/// ```
#[component]
pub fn Breadcrumb<'a>(
    /// The page's visit.
    visit: &'a Visit,
    /// Path (without language) and name.
    #[prop(optional)]
    steps: Vec<(String, String)>,
) -> impl IntoView + use<> {
    let steps: Vec<_> = steps
        .into_iter()
        .map(|(path, name)| {
            let lang = lang_of(&name);
            view! { <li><a href=visit.address(&path) lang=lang>{name}</a></li> }
        })
        .collect();
    view! {
        <nav class="breadcrumb" aria-label=visit.say("breadcrumb")>
            <ol><li><a href=visit.address("/")>{visit.say("nav-home")}</a></li>{steps}</ol>
        </nav>
    }
}
