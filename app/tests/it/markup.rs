//! What every page owes every visitor, in both languages.

use std::collections::BTreeSet;

use crate::reading::{Read, read};

const PAGES: [&str; 14] = [
    "/",
    "/find",
    "/find?kind=course&district=210202&level=5&open=true&q=电工",
    "/find?q=没有",
    "/find?level=9&district=1&from=2026-02-31",
    "/occupations/6-31-01-03",
    "/courses/C-1",
    "/institutions/I-1",
    "/bases/B-1",
    "/market?occupation=6-31-01-03",
    "/recommended?interest=电工",
    "/readings",
    "/help",
    "/accessibility",
];

fn every_page(check: impl Fn(&str, Read)) {
    for address in PAGES {
        check(address, read(address));
        let english = format!("/en{address}");
        check(&english, read(&english));
    }
}

#[test]
fn every_page_has_one_heading_and_a_title() {
    every_page(|address, page| {
        assert_eq!(page.texts("h1").len(), 1, "{address}");
        assert_eq!(page.texts("head > title").len(), 1, "{address}");
    });
}

#[test]
fn no_word_is_missing() {
    every_page(|address, page| {
        let text = page.text();
        // a key without words stands in brackets, a variable without a value in braces
        assert!(!text.contains(['[', '{']), "{address}: {text}");
    });
}

#[test]
fn ids_stand_once_and_labels_lead_to_them() {
    every_page(|address, page| {
        let ids = page.attributes("[id]", "id");
        let known: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), known.len(), "{address}: {ids:?}");
        for (selector, name) in [
            ("label[for]", "for"),
            ("[aria-controls]", "aria-controls"),
            ("[aria-labelledby]", "aria-labelledby"),
        ] {
            for value in page.attributes(selector, name) {
                assert!(
                    value
                        .split(' ')
                        .all(|id| ids.iter().any(|known| known == id)),
                    "{address}: {name}={value}"
                );
            }
        }
    });
}

#[test]
fn nothing_is_styled_or_scripted_inline() {
    every_page(|address, page| {
        assert!(page.attributes("[style]", "style").is_empty(), "{address}");
        assert!(
            page.attributes("script:not([nonce])", "type").is_empty(),
            "{address}"
        );
    });
}

#[test]
fn english_links_stay_english() {
    for address in PAGES {
        let page = read(&format!("/en{address}"));
        for href in page.attributes("a[href^='/']:not([hreflang], [href^='/api/'])", "href") {
            assert!(
                href == "/en" || href.starts_with("/en/"),
                "{address} leads to {href}"
            );
        }
    }
}

#[test]
fn links_and_buttons_have_names() {
    every_page(|address, page| {
        assert!(
            page.texts("a:not([aria-label]), button:not([aria-label]), summary")
                .iter()
                .all(|name| !name.is_empty()),
            "{address}"
        );
    });
}
