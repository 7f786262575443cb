//! `/help`: how to find, check and apply, and by which rules the city pays.

use leptos::prelude::*;
use policy::{Coded, Programme};

use crate::components::breadcrumb::Breadcrumb;
use crate::components::button::{ButtonLink, Weight};
use crate::components::phone::Phone;
use crate::page::{Page, PageResult};
use crate::visit::Visit;

/// Questions that people ask, by the ending of their keys.
const QUESTIONS: [&str; 8] = [
    "find", "check", "apply", "full", "cancel", "paid", "large", "privacy",
];

/// The city's and the country's hotline for work and social security.
const HOTLINE: &str = "12333";

/// Help.
///
/// # Errors
///
/// None; the signature is that of every page.
pub async fn page(visit: &Visit) -> PageResult {
    let title = visit.say("help-title");
    let description = visit.say("help-description");
    let (visit, heading) = (visit.clone(), title.clone());
    Ok(Page::new(title, move || {
        let visit = &visit;
        let questions: Vec<_> = QUESTIONS
            .into_iter()
            .map(|question| {
                view! {
                    <details>
                        <summary>{visit.say(&format!("help-{question}"))}</summary>
                        <p>{visit.say(&format!("help-{question}-text"))}</p>
                    </details>
                }
            })
            .collect();
        let programmes: Vec<_> = Programme::ALL
            .iter()
            .map(|programme| {
                let code = programme.code();
                view! { <div><dt>{visit.say(&format!("programme-{code}"))}</dt><dd>{visit.say(&format!("programme-{code}-about"))}</dd></div> }
            })
            .collect();
        view! {
            <Breadcrumb visit/>
            <div class="text flow">
                <h1>{heading}</h1>
                <div class="asked">{questions}</div>
                <section class="panel flow">
                    <h2>{visit.say("help-call")}</h2>
                    <p>{visit.say("help-call-text")}</p>
                    <p><Phone number=HOTLINE/></p>
                </section>
                <section class="flow" id="policy">
                    <h2>{visit.say("help-policy")}</h2>
                    <p>{visit.say("help-policy-text")}</p>
                    <dl class="summary">{programmes}</dl>
                    <p class="row">
                        <ButtonLink weight=Weight::Quiet href=visit.address("/check") text=visit.say("course-check")/>
                        <ButtonLink weight=Weight::Quiet href=visit.address("/readings") text=visit.say("readings-title")/>
                    </p>
                </section>
            </div>
        }
    })
    .described(description))
}
