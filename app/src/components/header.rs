//! The head of every page: how to check the site, the reader's switches, the bar with the way around.

use leptos::prelude::*;

use super::switches::QuickSwitches;
use crate::visit::Visit;

/// The doors of the bar: path, key of its words, and the beginnings of paths behind it.
const WAYS: [(&str, &str, &[&str]); 5] = [
    (
        "/find?kind=course",
        "nav-courses",
        &[
            "/find",
            "/courses",
            "/occupations",
            "/institutions",
            "/bases",
        ],
    ),
    ("/check", "nav-check", &["/check"]),
    ("/recommended", "nav-recommended", &["/recommended"]),
    ("/market", "nav-market", &["/market"]),
    ("/me/applications", "nav-applications", &["/me", "/sign-in"]),
];

/// The head of every page.
#[component]
pub fn Header<'a>(
    /// The page's visit.
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let official = visit.say(if visit.is_demo {
        "official-demo"
    } else {
        "official-text"
    });
    let ways: Vec<_> = WAYS
        .into_iter()
        .map(|(path, key, behind)| {
            let is_here = behind.iter().any(|beginning| is_under(&visit.path, beginning));
            view! { <li><a href=visit.address(path) aria-current=is_here.then_some("true")>{visit.say(key)}</a></li> }
        })
        .collect();
    view! {
        <a class="skip" href="#main">{visit.say("skip")}</a>
        <section class="official" aria-label=visit.say("official-summary")>
            <div class="wrap">
                <details><summary>{visit.say("official-summary")}</summary><p class="text">{official}</p></details>
                <QuickSwitches visit/>
            </div>
        </section>
        <header class="bar">
            <div class="wrap">
                <a class="brand" href=visit.address("/")><Mark/>{visit.say("portal-name")}</a>
                <nav aria-label=visit.say("nav")><ul class="ways">{ways}</ul></nav>
            </div>
        </header>
    }
}

fn is_under(path: &str, beginning: &str) -> bool {
    path.strip_prefix(beginning)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The portal's mark: a ticket with a wave on it.
#[component]
fn Mark() -> impl IntoView {
    view! {
        <svg viewBox="0 0 36 36" fill="none" stroke="currentColor" stroke-width="2.5" aria-hidden="true">
            <path d="M3 7h30v7a4 4 0 0 0 0 8v7H3v-7a4 4 0 0 0 0-8z"/>
            <path d="M9 20c3-5 6-5 9 0s6 5 9 0" stroke="#7fd3d6"/>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_is_lit_only_for_whole_segments() {
        assert!(is_under("/courses/12", "/courses"));
        assert!(is_under("/find", "/find"));
        assert!(!is_under("/findings", "/find"));
    }
}
