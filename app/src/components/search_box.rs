//! The search box: a plain GET form to the list.

use leptos::prelude::*;

use crate::backend::Kind;
use crate::islands::suggestions::Suggestions;
use crate::visit::Visit;

/// The search box; with suggestions on pages that call `with_islands`.
#[component]
pub fn SearchBox<'a>(
    /// The page's visit.
    visit: &'a Visit,
    /// What was searched for.
    #[prop(optional, into)]
    value: String,
    /// Filters to keep, as name and value.
    #[prop(optional)]
    kept: Vec<(String, String)>,
) -> impl IntoView + use<> {
    let label = visit.say("search-label");
    let kept: Vec<_> = kept
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect();
    let kinds = Kind::ALL
        .into_iter()
        .map(|kind| {
            (
                kind.code().to_owned(),
                visit.say(&format!("kind-{kind}")).into_owned(),
            )
        })
        .chain([(
            "history".to_owned(),
            visit.say("search-history").into_owned(),
        )])
        .collect();
    view! {
        <form class="search" role="search" action=visit.address("/find")>
            <label class="unseen" for="q">{label}</label>
            <Suggestions
                value=value
                placeholder=visit.say("search-placeholder").into_owned()
                offers=visit.say("search-offers").into_owned()
                kinds=kinds
                open=visit.say_with("search-open", [("count", "#".into())]).into_owned()
                counted=visit.say_with("search-counted", [("count", "#".into())]).into_owned()
                forget=visit.say("search-forget").into_owned()
            />
            {kept}
            <button class="button" type="submit">{visit.say("search-button")}</button>
        </form>
    }
}
