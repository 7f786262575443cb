//! `/readings`: where the policy can be read in more than one way, what the portal chose, why, and since when; and the
//! figures that the document states.

use chrono::NaiveDate;
use leptos::prelude::*;
use policy::Coded;

use crate::backend::{ReadingChoice, RegisteredReading};
use crate::components::breadcrumb::Breadcrumb;
use crate::components::tag::{Tag, Tone};
use crate::notation;
use crate::page::{Page, PageResult};
use crate::reading_words::{chosen_way, other_ways, topic, value, why};
use crate::visit::Visit;

/// The register as it stands on the visit's day.
///
/// # Errors
/// [`Fault::Unavailable`](crate::page::Fault::Unavailable) where the register cannot be had.
pub async fn page(visit: &Visit) -> PageResult {
    let readings = visit.backend.readings().await?;
    let title = visit.say("readings-title");
    let description = visit.say("readings-description");
    let (visit, heading) = (visit.clone(), title.clone());
    Ok(Page::new(title, move || {
        let visit = &visit;
        let (stated, chosen): (Vec<_>, Vec<_>) = readings.iter().partition(|reading| reading.id.is_stated());
        let counts = [("count", chosen.len().into()), ("stated", stated.len().into())];
        let text = visit.say_with("readings-text", counts);
        let entries = |readings: &[&RegisteredReading]| readings.iter().map(|reading| entry(visit, reading)).collect::<Vec<_>>();
        view! {
            <Breadcrumb visit/>
            <div class="text flow">
                <h1>{heading}</h1>
                <p>{text}</p>
                {coming(visit, &readings)}
                {contents(visit, &readings)}
                <h2>{visit.say("readings-chosen-heading")}</h2>
                {entries(&chosen)}
                <h2>{visit.say("readings-stated-heading")}</h2>
                {entries(&stated)}
                <p>{visit.say("readings-data")}" "<a class="target" href="/api/v1/readings?format=csv">{visit.say("readings-csv")}</a>" "<a class="target" href="/api/v1/readings">{visit.say("readings-json")}</a></p>
            </div>
        }
    })
    .described(description))
}

/// What will change, before everything else: whoever plans a course has to know it.
fn coming(visit: &Visit, readings: &[RegisteredReading]) -> impl IntoView + use<> {
    let mut changes: Vec<_> = readings
        .iter()
        .flat_map(|reading| {
            let now = reading.in_force(visit.today);
            reading.choices[now + 1..]
                .iter()
                .map(move |choice| (choice.since, reading, choice))
        })
        .collect();
    changes.sort_by_key(|(since, ..)| *since);
    let lines: Vec<_> = changes
        .into_iter()
        .map(|(since, reading, choice)| {
            let line = visit.say_with(
                "readings-coming-line",
                [
                    ("day", notation::day(visit.language, since).into()),
                    ("topic", topic(visit.language, reading.id).into()),
                    ("value", value(visit.language, reading.id, choice.chosen).into()),
                ],
            );
            view! { <li><a class="target" href=format!("#{}", reading.id.code())>{line.into_owned()}</a></li> }
        })
        .collect();
    let told = if lines.is_empty() {
        view! { <p>{visit.say("readings-coming-none")}</p> }.into_any()
    } else {
        view! { <ul class="bare">{lines}</ul> }.into_any()
    };
    view! { <section class="panel flow"><h2>{visit.say("readings-coming")}</h2>{told}</section> }
}

fn contents(visit: &Visit, readings: &[RegisteredReading]) -> impl IntoView + use<> {
    let links: Vec<_> = readings
        .iter()
        .map(|reading| view! { <li><a href=format!("#{}", reading.id.code())>{topic(visit.language, reading.id)}</a></li> })
        .collect();
    view! {
        <nav aria-label=visit.say("readings-list")>
            <details><summary>{visit.say("readings-list")}</summary><ul class="links">{links}</ul></details>
        </nav>
    }
}

fn entry(visit: &Visit, reading: &RegisteredReading) -> impl IntoView + use<> {
    let place = reading.in_force(visit.today);
    let (before, later) = (&reading.choices[..place], &reading.choices[place + 1..]);
    let now = &reading.choices[place];
    let others: Vec<_> = other_ways(visit.language, reading.id, now.chosen)
        .into_iter()
        .map(|way| view! { <li>{way}</li> })
        .collect();
    let other = (!others.is_empty()).then(
        || view! { <div><dt>{visit.say("readings-other")}</dt><dd><ul>{others}</ul></dd></div> },
    );
    // what the document states needs no other reason
    let is_plain = reading.id.is_stated() && now.why.is_none();
    let heading = if is_plain {
        "readings-stated"
    } else {
        "readings-chosen"
    };
    let why = (!is_plain).then(
        || view! { <div><dt>{visit.say("readings-why")}</dt><dd>{reason(visit, reading, now)}</dd></div> },
    );
    let since = notation::day(visit.language, now.since);
    let clause = visit.say_with("clause-cited", [("clause", reading.clause.as_str().into())]);
    view! {
        <section class="reading flow" id=reading.id.code()>
            <h3>{topic(visit.language, reading.id)}</h3>
            <p class="tags"><Tag tone=Tone::Sea text=clause/><Tag text=visit.say_with("readings-since", [("day", since.into())])/></p>
            <dl>
                <div class="chosen"><dt>{visit.say(heading)}</dt><dd>{chosen_way(visit.language, reading.id, now.chosen)}</dd></div>
                {other}
                {why}
                {list(visit, "readings-later", reading, later, None)}
                {list(visit, "readings-before", reading, before, Some(now.since))}
            </dl>
        </section>
    }
}

/// Why a choice was made: in the portal's words, or in those of the office that made it.
fn reason(visit: &Visit, reading: &RegisteredReading, choice: &ReadingChoice) -> AnyView {
    let source = choice
        .source
        .clone()
        .map(|source| view! { " "<small>{visit.say_with("readings-source", [("source", source.into())])}</small> });
    match &choice.why {
        Some(words) => view! { <span lang="zh-Hans">{words.clone()}</span>{source} }.into_any(),
        None => why(visit.language, reading.id).into_any(),
    }
}

/// Other choices of the reading; `until` is the first day of what followed the last of them.
fn list(
    visit: &Visit,
    heading: &str,
    reading: &RegisteredReading,
    choices: &[ReadingChoice],
    until: Option<NaiveDate>,
) -> Option<AnyView> {
    let ends = choices
        .iter()
        .skip(1)
        .map(|next| Some(next.since))
        .chain([until]);
    let lines: Vec<_> = choices
        .iter()
        .zip(ends)
        .map(|(choice, end)| {
            let day = |day| notation::day(visit.language, day);
            let from = day(choice.since);
            let span = match end.and_then(|end| end.pred_opt()) {
                Some(last) => visit.say_with(
                    "readings-until",
                    [("from", from.into()), ("to", day(last).into())],
                ),
                None => visit.say_with("readings-since", [("day", from.into())]),
            };
            let value = value(visit.language, reading.id, choice.chosen);
            let reason = choice
                .why
                .is_some()
                .then(|| view! { <p>{reason(visit, reading, choice)}</p> });
            view! { <li><b>{value}</b>" "{span.into_owned()}{reason}</li> }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! { <div><dt>{visit.say(heading)}</dt><dd><ul>{lines}</ul></dd></div> }.into_any()
    })
}
