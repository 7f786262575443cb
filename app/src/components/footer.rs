//! The foot of every page: help, background, and how one likes to read.

use leptos::prelude::*;

use super::switches::AllSwitches;
use crate::visit::Visit;

/// The pages that the footer leads to.
const WAYS: [(&str, &str); 5] = [
    ("/help", "footer-help"),
    ("/accessibility", "footer-accessibility"),
    ("/market", "footer-market"),
    ("/help#policy", "footer-policy"),
    ("/readings", "footer-readings"),
];

/// The foot of every page.
#[component]
pub fn Footer<'a>(
    /// The page's visit.
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let ways: Vec<_> = WAYS
        .into_iter()
        .map(|(path, key)| view! { <li><a href=visit.address(path)>{visit.say(key)}</a></li> })
        .collect();
    view! {
        <footer class="footer">
            <div class="wrap columns">
                <section><h2>{visit.say("footer-title")}</h2><ul class="links">{ways}</ul></section>
                <section class="flow"><h2>{visit.say("footer-reading")}</h2><AllSwitches visit/></section>
            </div>
        </footer>
    }
}
