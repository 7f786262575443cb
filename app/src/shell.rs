//! The document around every page: head, official-site line, header, footer.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::config::LeptosOptions;
use leptos::hydration::HydrationScripts;
use leptos::nonce::{provide_nonce, use_nonce};
use leptos::prelude::*;
use leptos::reactive::owner::Owner;

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

fn document(visit: &Visit, page: Page) -> impl IntoView {
    let language = visit.language;
    let title = format!("{} · {}", page.title, visit.say("portal-name"));
    let stylesheet = format!("/assets/{}/portal.css", visit.assets);
    let scripts = page.has_islands.then(|| {
        let options = LeptosOptions::builder()
            .output_name("app")
            .site_pkg_dir("pkg")
            .build();
        view! { <HydrationScripts options islands=true root=format!("/assets/{}", visit.assets)/> }
    });
    let description = (!page.description.is_empty())
        .then(|| view! { <meta name="description" content=page.description.clone()/> });
    view! {
        <html lang=language.tag() data-type-size=visit.preferences.type_size.code() data-theme=visit.preferences.theme.code()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{title}</title>
                {description}
                <link rel="stylesheet" href=stylesheet/>
                {scripts}
            </head>
            <body>
                <main id="main">{(page.body)()}</main>
            </body>
        </html>
    }
}
