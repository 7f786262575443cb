//! The document around every page: head, official-site line, header, footer.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::nonce::{provide_nonce, use_nonce};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;

use crate::components::footer::Footer;
use crate::components::header::Header;
use crate::language::Language;
use crate::page::{Page, Rendered};
use crate::visit::Visit;

/// Renders a page inside the document.
#[must_use]
pub fn render(visit: &Visit, page: Page) -> Rendered {
    let shared = Arc::new(SsrSharedContext::new_islands());
    let owner = Owner::new_root(Some(shared));
    let (status, is_private, has_islands) = (page.status, page.is_private, page.has_islands);
    let (html, nonce) = owner.with(|| {
        provide_nonce();
        let nonce = use_nonce()
            .filter(|_| has_islands)
            .map(|nonce| nonce.to_string());
        (document(visit, page).to_html(), nonce)
    });
    owner.unset_with_forced_cleanup();
    Rendered {
        status,
        html: format!("<!DOCTYPE html>{html}"),
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
    // one address for both languages, so that a search engine offers the fitting one
    let alternates: Vec<_> = (page.status == 200 && !page.is_private)
        .then_some(Language::ALL)
        .into_iter()
        .flatten()
        .map(|language| view! { <link rel="alternate" hreflang=language.tag() href=language.address(&visit.path)/> })
        .collect();
    let wake = page.has_islands.then(|| {
        let script = format!(
            "{}({:?})",
            include_str!("islands/wake.js").trim_end(),
            format!("{assets}/pkg")
        );
        view! { <script type="module" nonce=use_nonce() inner_html=script></script> }
    });
    view! {
        <html lang=language.tag() data-type-size=visit.preferences.type_size.code() data-theme=visit.preferences.theme.code()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="theme-color" content="#083f46"/>
                <title>{title}</title>
                {description}
                <link rel="stylesheet" href=format!("{assets}/portal.css")/>
                {alternates}
            </head>
            <body>
                <Header visit/>
                <main id="main" tabindex="-1"><div class="wrap flow">{(page.body)()}</div></main>
                <Footer visit/>
                {wake}
            </body>
        </html>
    }
}
