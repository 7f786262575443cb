//! `/accessibility`: what the portal does so that everybody can use it, and where to say that it does not.

use leptos::prelude::*;

use crate::components::breadcrumb::Breadcrumb;
use crate::components::switches::AllSwitches;
use crate::page::{Page, PageResult};
use crate::visit::Visit;

/// The statement's points, by the ending of their keys.
const POINTS: [&str; 6] = ["type", "script", "keys", "reader", "colour", "words"];

/// The statement.
///
/// # Errors
///
/// None; the signature is that of every page.
pub async fn page(visit: &Visit) -> PageResult {
    let title = visit.say("accessibility-title");
    let description = visit.say("accessibility-description");
    let (visit, heading) = (visit.clone(), title.clone());
    Ok(Page::new(title, move || {
        let visit = &visit;
        let points: Vec<_> = POINTS
            .into_iter()
            .map(|point| view! { <li>{visit.say(&format!("accessibility-{point}"))}</li> })
            .collect();
        view! {
            <Breadcrumb visit/>
            <div class="text flow">
                <h1>{heading}</h1>
                <p>{visit.say("accessibility-text")}</p>
                <AllSwitches visit/>
                <h2>{visit.say("accessibility-does")}</h2>
                <ul>{points}</ul>
                <h2>{visit.say("accessibility-not")}</h2>
                <p>{visit.say("accessibility-not-text")}</p>
                <h2>{visit.say("accessibility-tell")}</h2>
                <p>{visit.say("accessibility-tell-text")}</p>
            </div>
        }
    })
    .described(description))
}
