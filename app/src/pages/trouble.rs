//! What stands in place of a page: nothing here, not so, too much, or a fault of ours.

use leptos::prelude::*;

use crate::components::search_box::SearchBox;
use crate::page::Page;
use crate::visit::Visit;

/// The statuses that have words of their own; others share those of 400 or 500.
const TOLD: [u16; 10] = [400, 403, 404, 405, 413, 414, 415, 429, 500, 503];

/// Ways on: path and key of its words.
const WAYS: [(&str, &str); 4] = [
    ("/", "trouble-home"),
    ("/find", "trouble-search"),
    ("/check", "door-check"),
    ("/help", "footer-help"),
];

/// Returns the page for an HTTP status of 400 or more: what happened, what to do, a search box and ways on.
///
/// `request_id` is what a person may quote to the help desk.
#[must_use]
pub fn page(visit: &Visit, status: u16, request_id: Option<&str>) -> Page {
    let told = told(status);
    let title = visit.say(&format!("trouble-{told}-title"));
    let heading = title.clone();
    let text = visit.say(&format!("trouble-{told}-text"));
    let quote = request_id
        .filter(|_| status >= 500)
        .map(|id| visit.say_with("trouble-quote", [("id", id.to_owned().into())]));
    let visit = visit.clone();
    Page::new(title, move || {
        let ways = WAYS
            .map(|(path, key)| view! { <li><a href=visit.address(path)>{visit.say(key)}</a></li> });
        view! {
            <p class="trouble" aria-hidden="true">{status}</p>
            <h1>{heading}</h1>
            <p class="text">{text}</p>
            {quote.map(|quote| view! { <p>{quote}</p> })}
            <SearchBox visit=&visit/>
            <ul class="links">{ways.into_iter().collect_view()}</ul>
        }
    })
    .with_status(status)
}

/// Returns which status's words fit.
fn told(status: u16) -> u16 {
    match status {
        _ if TOLD.contains(&status) => status,
        431 => 414,
        408 | 504 => 503,
        500.. => 500,
        _ => 400,
    }
}

/// Returns the title and the sentence for a status, for who can't show a page.
#[must_use]
pub fn words(language: crate::language::Language, status: u16) -> (String, String) {
    let told = told(status);
    let say =
        |part| crate::words::say(language, &format!("trouble-{told}-{part}"), None).into_owned();
    (say("title"), say("text"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_that_is_told_has_words_in_both_languages() {
        for status in TOLD {
            assert!(
                crate::words::is_known(&format!("trouble-{status}-title")),
                "{status}"
            );
            assert!(
                crate::words::is_known(&format!("trouble-{status}-text")),
                "{status}"
            );
        }
    }

    #[test]
    fn a_rare_status_borrows_the_words_of_a_near_one() {
        assert_eq!(
            [told(418), told(431), told(408), told(507)],
            [400, 414, 503, 500]
        );
    }
}
