//! The form of a rehearsal: every figure of the register as it holds, to be changed, or a table with the changes.

use leptos::prelude::*;
use policy::{Chosen, Coded, ReadingId};

use super::TIERS;
use crate::backend::RegisteredReading;
use crate::components::button::Button;
use crate::components::field::{Field, Typed};
use crate::components::select::{Select, Selectable};
use crate::notation;
use crate::reading_words::{topic, ways};
use crate::sent::Sent;
use crate::visit::Visit;

/// How many residents may be rehearsed with on a page.
pub const PEOPLE: [u64; 3] = [10_000, 100_000, 1_000_000];
const SEED: &str = "2011";

/// Returns the name of the field for a reading.
#[must_use]
pub fn reading_field(reading: ReadingId) -> String {
    format!("reading-{}", reading.code())
}

/// Returns the name of the field for a tier's top-up.
#[must_use]
pub fn top_up_field(tier: &str) -> String {
    format!("top_up-{tier}")
}

/// Both ways of saying what to change.
pub(super) fn forms(
    visit: &Visit,
    heading: &str,
    readings: &[RegisteredReading],
    sent: &Sent,
) -> impl IntoView + use<> {
    let say = |key: &str| visit.say(key).into_owned();
    let action = visit.address("/staff/rehearsal");
    let (stated, chosen): (Vec<_>, Vec<_>) =
        readings.iter().partition(|reading| reading.id.is_stated());
    let has_wrong_figure = stated
        .iter()
        .any(|reading| sent.wrong(&reading_field(reading.id)).is_some());
    let figures = |readings: Vec<&RegisteredReading>| {
        let figures = readings
            .into_iter()
            .map(|reading| figure(visit, reading, sent));
        figures.collect::<Vec<_>>()
    };
    let top_ups: Vec<_> = TIERS
        .into_iter()
        .map(|tier| top_up(visit, tier, sent))
        .collect();
    let tomorrow = visit.today.succ_opt().unwrap_or(visit.today).to_string();
    view! {
        <section class="flow">
            <h2>{say(heading)}</h2>
            <p>{say("rehearse-form-text")}</p>
            <form class="flow" method="post" action=action.clone() novalidate="novalidate">
                <div class="grid">
                    <Field name="since" label=say("rehearse-since") typed=Typed::Day value=typed(sent, "since", &tomorrow) wrong=sent.wrong("since")/>
                    {figures(chosen)}
                    {top_ups}
                </div>
                <details open=has_wrong_figure>
                    <summary>{say("readings-stated-heading")}</summary>
                    <div class="grid">{figures(stated)}</div>
                </details>
                {sample(visit, sent, "people", "seed")}
                <Button text=say("rehearse-begin")/>
            </form>
            <details>
                <summary>{say("rehearse-file")}</summary>
                <form class="flow" method="post" action=format!("{action}/file") enctype="multipart/form-data" novalidate="novalidate">
                    <p>{say("rehearse-file-text")}</p>
                    <div class="field">
                        <label for="file">{say("rehearse-file-label")}</label>
                        {sent.wrong("file").map(|wrong| view! { <p class="wrong">{wrong}</p> })}
                        <input class="input" id="file" name="file" type="file" accept=".csv,text/csv"/>
                    </div>
                    {sample(visit, sent, "file-people", "file-seed")}
                    <Button text=say("rehearse-file-begin")/>
                </form>
            </details>
        </section>
    }
}

/// The field or fields for a reading's figure; nothing for a reading that is told in words alone.
fn figure(visit: &Visit, reading: &RegisteredReading, sent: &Sent) -> Option<AnyView> {
    let chosen = reading.choices[reading.in_force(visit.today)].chosen;
    let topic = topic(visit.language, reading.id);
    let name = reading_field(reading.id);
    let number = |name: String, label: String, holds: u32| {
        let value = typed(sent, &name, &holds.to_string());
        let wrong = sent.wrong(&name);
        view! { <Field name label typed=Typed::Number value wrong/> }
    };
    Some(match chosen {
        Chosen::Number(holds) => number(name, topic, holds).into_any(),
        Chosen::Ages { male, female } => {
            let of = |key: &str| {
                visit
                    .say_with(key, [("topic", topic.clone().into())])
                    .into_owned()
            };
            view! {
                {number(format!("{name}-male"), of("rehearse-male"), male)}
                {number(format!("{name}-female"), of("rehearse-female"), female)}
            }
            .into_any()
        }
        Chosen::Applies(applies) => {
            let holds = typed(sent, &name, if applies { "true" } else { "false" });
            let ways = ways(visit.language, reading.id, chosen);
            let options = ["true", "false"]
                .into_iter()
                .zip(ways)
                .map(|(value, label)| Selectable {
                    value: value.to_owned(),
                    label,
                    is_chosen: holds == value,
                })
                .collect();
            view! { <Select name label=topic options/> }.into_any()
        }
        Chosen::InWords => return None,
    })
}

fn top_up(visit: &Visit, tier: &str, sent: &Sent) -> impl IntoView + use<> {
    let name = top_up_field(tier);
    let tier = visit.say(&format!("shortage-{tier}"));
    let label = visit.say_with("rehearse-top-up", [("tier", tier.into())]);
    let (value, wrong) = (sent.value(&name), sent.wrong(&name));
    view! { <Field name label=label.into_owned() typed=Typed::Number value hint=visit.say("rehearse-top-up-hint") wrong/> }
}

/// How many residents are drawn, and from which number.
fn sample(visit: &Visit, sent: &Sent, people: &str, seed: &str) -> impl IntoView + use<> {
    let chosen = typed(sent, people, &PEOPLE[1].to_string());
    let options = PEOPLE
        .into_iter()
        .map(|number| Selectable {
            value: number.to_string(),
            label: notation::count(number),
            is_chosen: chosen == number.to_string(),
        })
        .collect();
    let (value, wrong) = (typed(sent, seed, SEED), sent.wrong(seed));
    view! {
        <details>
            <summary>{visit.say("rehearse-more")}</summary>
            <div class="grid">
                <Select name=people.to_owned() label=visit.say("rehearse-people") options/>
                <Field name=seed.to_owned() label=visit.say("rehearse-seed") typed=Typed::Number value hint=visit.say("rehearse-seed-hint") wrong/>
            </div>
        </details>
    }
}

/// Returns what was typed under the name, or what stands there at first.
fn typed(sent: &Sent, name: &str, at_first: &str) -> String {
    sent.typed.one(name).unwrap_or(at_first).to_owned()
}
