//! The document around every page: head, official-site line, header, footer.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::nonce::{provide_nonce, use_nonce};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use memchr::memmem;

use crate::components::footer::Footer;
use crate::components::header::Header;
use crate::components::published::tell_language;
use crate::page::{Page, Rendered};
use crate::visit::Visit;

/// Renders a page inside the document.
#[must_use]
pub fn render(visit: &Visit, page: Page) -> Rendered {
    let shared = Arc::new(SsrSharedContext::new_islands());
    let owner = Owner::new_root(Some(shared));
    let (status, is_private) = (page.status, page.is_private);
    let has_script = page.has_islands || !page.script.is_empty();
    let (html, nonce) = owner.with(|| {
        provide_nonce();
        tell_language(visit.language);
        let nonce = use_nonce()
            .filter(|_| has_script)
            .map(|nonce| nonce.to_string());
        (document(visit, page).to_html(), nonce)
    });
    owner.unset_with_forced_cleanup();
    Rendered {
        status,
        html: finished(&html),
        nonce,
        is_private,
    }
}

fn document(visit: &Visit, page: Page) -> impl IntoView + use<> {
    let language = visit.language;
    let title = format!("{} · {}", page.title, visit.say("portal-name"));
    let assets = format!("/assets/{}", visit.assets);
    let description = (!page.description.is_empty())
        .then(|| view! { <meta name="description" content=page.description.clone()/> });
    let module =
        |script| view! { <script type="module" nonce=use_nonce() inner_html=script></script> };
    let wake = page.has_islands.then(|| {
        let package = format!("{assets}/pkg");
        module(called(include_str!("islands/wake.js"), &[&package]))
    });
    let script = (!page.script.is_empty()).then(|| module(page.script));
    view! {
        <html lang=language.tag() data-type-size=visit.preferences.type_size.code() data-theme=visit.preferences.theme.code()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="theme-color" content="#083f46"/>
                <title>{title}</title>
                {description}
                <link rel="stylesheet" href=format!("{assets}/portal.css")/>
            </head>
            <body>
                <Header visit/>
                <main id="main" tabindex="-1"><div class="wrap flow">{(page.body)()}</div></main>
                <Footer visit/>
                {wake}
                {script}
            </body>
        </html>
    }
}

/// Returns a script that calls a function with these texts; another may follow it.
pub(crate) fn called(function: &str, texts: &[&str]) -> String {
    let texts: Vec<_> = texts.iter().map(|text| format!("{text:?}")).collect();
    format!("{}({});", function.trim_end(), texts.join(","))
}

/// The document with its type told. The marks between nodes by which an island finds its own are of use nowhere else, and
/// as they are written (`<!>`) no validator likes them.
fn finished(html: &str) -> String {
    const OPENING: &str = "<leptos-island";
    const CLOSING: &str = "</leptos-island>";
    let mut finished = String::with_capacity(html.len() + 100);
    finished.push_str("<!DOCTYPE html>");
    let mut rest = html;
    while let Some(start) = memmem::find(rest.as_bytes(), OPENING.as_bytes()) {
        let (before, island_and_after) = rest.split_at(start);
        let end = memmem::find(island_and_after.as_bytes(), CLOSING.as_bytes())
            .unwrap_or(island_and_after.len());
        let (island, after) = island_and_after.split_at(end);
        push_with_marks(&mut finished, before, "");
        push_with_marks(&mut finished, island, "<!---->");
        rest = after;
    }
    push_with_marks(&mut finished, rest, "");
    finished
}

/// Adds a piece of HTML with its marks written as `mark`.
fn push_with_marks(html: &mut String, piece: &str, mark: &str) {
    const MARK: &str = "<!>";
    let mut done = 0;
    for at in memmem::find_iter(piece.as_bytes(), MARK) {
        html.push_str(&piece[done..at]);
        html.push_str(mark);
        done = at + MARK.len();
    }
    html.push_str(&piece[done..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_only_where_an_island_needs_them() {
        let html = "<p>a<!>b</p><leptos-island>c<!>d</leptos-island><p>e<!>f</p>";
        assert_eq!(
            finished(html),
            "<!DOCTYPE html><p>ab</p><leptos-island>c<!---->d</leptos-island><p>ef</p>"
        );
    }
}
