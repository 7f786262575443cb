//! What a rehearsal found: who gains, who loses, what it costs, and a few examples.

use std::sync::Arc;

use leptos::prelude::*;
use policy::{Coded, OccupationCode};

use super::changed;
use crate::backend::{Effect, Rehearsal};
use crate::components::bars::{BarChart, Bars};
use crate::components::button::{ButtonLink, Weight};
use crate::notation;
use crate::page::Fault;
use crate::pages::check::{Names, names_of};
use crate::policy_words::Telling;
use crate::rehearsal_words::{difference, example, people, words};
use crate::visit::Visit;

/// A rehearsal with the names that its examples need.
pub(super) struct Told {
    rehearsal: Arc<Rehearsal>,
    occupations: Names,
}

/// A table of effects: its heading, what its lines are, and the lines.
struct Part {
    heading: &'static str,
    column: &'static str,
    lines: Vec<(String, Effect)>,
}

impl Told {
    pub(super) async fn of(visit: &Visit, rehearsal: &Arc<Rehearsal>) -> Result<Self, Fault> {
        let codes = rehearsal
            .examples
            .iter()
            .flat_map(|example| {
                let trained = example.facts.history.iter().flatten();
                let certified = example.facts.person.certificates.iter().flatten();
                trained
                    .filter_map(|entry| entry.occupation)
                    .chain(certified.map(|certificate| certificate.occupation))
                    .chain(example.course.occupation)
            })
            .collect();
        Ok(Self {
            rehearsal: rehearsal.clone(),
            occupations: names_of(visit, codes).await?,
        })
    }

    pub(super) fn view(&self, visit: &Visit) -> impl IntoView + use<> {
        let rehearsal = &self.rehearsal;
        let language = visit.language;
        let by_name = |code: OccupationCode| self.occupations.get(&code).cloned();
        let telling = Telling::new(&language, &by_name);
        let programmes = Part {
            heading: "rehearsal-programmes",
            column: "rehearsal-programme",
            lines: rehearsal
                .programmes
                .iter()
                .map(|(programme, effect)| (telling.programme(*programme), *effect))
                .collect(),
        };
        let districts = Part {
            heading: "rehearsal-districts",
            column: "rehearsal-district",
            lines: rehearsal
                .districts
                .iter()
                .map(|(_, name, effect)| (name.clone(), *effect))
                .collect(),
        };
        let groups = Part {
            heading: "rehearsal-groups",
            column: "rehearsal-group",
            lines: rehearsal
                .groups
                .iter()
                .map(|(group, effect)| {
                    let name = visit.say(&format!("group-{}", group.code()));
                    (name.into_owned(), *effect)
                })
                .collect(),
        };
        let band = |from: u32, to: u32| {
            let band = [("from", from.into()), ("to", to.into())];
            words(language, "rehearsal-age-band", band)
        };
        let ages = Part {
            heading: "rehearsal-ages",
            column: "rehearsal-age",
            lines: rehearsal
                .ages
                .iter()
                .map(|(from, to, effect)| (band(*from, *to), *effect))
                .collect(),
        };
        let csv = visit.address("/staff/rehearsal/outcome.csv");
        view! {
            <section class="flow">
                <h2>{visit.say("rehearse-outcome")}</h2>
                {changed(visit, &rehearsal.changes)}
                <p>{people(language, rehearsal)}</p>
                {figures(visit, &rehearsal.all)}
                <p><b>{visit.say("rehearsal-cost")}</b>{visit.say("colon")}{cost(visit, &rehearsal.all)}</p>
                <p class="hint">{visit.say("rehearsal-gain-text")}<br/>{visit.say("rehearsal-lose-text")}</p>
                <p><ButtonLink weight=Weight::Quiet href=csv text=visit.say("rehearse-csv")/></p>
            </section>
            {part(visit, "programmes", &rehearsal.all, programmes, true)}
            {part(visit, "districts", &rehearsal.all, districts, true)}
            {part(visit, "groups", &rehearsal.all, groups, false)}
            {part(visit, "ages", &rehearsal.all, ages, false)}
            {open(visit, &telling, rehearsal)}
            {examples(visit, &telling, rehearsal)}
        }
    }
}

fn figures(visit: &Visit, all: &Effect) -> impl IntoView + use<> {
    let same = all.people - all.gain - all.lose;
    let figures: Vec<_> = [
        ("rehearsal-gain", notation::count(all.gain)),
        ("rehearsal-lose", notation::count(all.lose)),
        ("rehearsal-same", notation::count(same)),
    ]
    .into_iter()
    .map(|(key, figure)| view! { <div><dt>{visit.say(key)}</dt><dd>{figure}</dd></div> })
    .collect();
    let nobody =
        (all.gain + all.lose == 0).then(|| view! { <p>{visit.say("rehearsal-nobody")}</p> });
    view! { <dl class="figures">{figures}</dl>{nobody} }
}

fn cost(visit: &Visit, all: &Effect) -> String {
    words(
        visit.language,
        "rehearsal-cost-line",
        [
            ("before", notation::money(all.before).into()),
            ("after", notation::money(all.after).into()),
            ("difference", difference(all.difference()).into()),
        ],
    )
}

fn part(
    visit: &Visit,
    id: &'static str,
    all: &Effect,
    part: Part,
    has_chart: bool,
) -> impl IntoView + use<> {
    let heading = visit.say(part.heading).into_owned();
    let title = visit.say_with("rehearsal-chart-title", [("what", heading.clone().into())]);
    let description = visit.say_with(
        "rehearsal-chart-text",
        [
            ("before", notation::money(all.before).into()),
            ("after", notation::money(all.after).into()),
        ],
    );
    let bars = part
        .lines
        .iter()
        .filter(|(_, effect)| effect.before.0 + effect.after.0 > 0)
        .map(|(name, effect)| Bars {
            name: name.clone(),
            before: effect.before,
            after: effect.after,
        })
        .collect();
    let chart = has_chart.then(|| view! { <BarChart visit id title=title.into_owned() description=description.into_owned() lines=bars/> });
    let lines: Vec<_> = part
        .lines
        .iter()
        .map(|(name, effect)| line(name.clone(), effect).into_any())
        .collect();
    let sum = line(visit.say("rehearsal-all").into_owned(), all);
    view! {
        <section class="flow">
            <h2>{heading.clone()}</h2>
            {chart}
            <div class="table" tabindex="0" role="region" aria-label=heading>
                <table>
                    <caption class="unseen">{visit.say(part.heading)}</caption>
                    <thead><tr>
                        <th scope="col">{visit.say(part.column)}</th>
                        <th scope="col" class="number">{visit.say("rehearsal-head")}</th>
                        <th scope="col" class="number">{visit.say("rehearsal-gain")}</th>
                        <th scope="col" class="number">{visit.say("rehearsal-lose")}</th>
                        <th scope="col" class="number">{visit.say("rehearsal-before")}</th>
                        <th scope="col" class="number">{visit.say("rehearsal-after")}</th>
                        <th scope="col" class="number">{visit.say("rehearsal-difference")}</th>
                    </tr></thead>
                    <tbody>{lines}</tbody>
                    <tfoot>{sum}</tfoot>
                </table>
            </div>
        </section>
    }
}

fn line(name: String, effect: &Effect) -> impl IntoView + use<> {
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td class="number">{notation::count(effect.people)}</td>
            <td class="number">{notation::count(effect.gain)}</td>
            <td class="number">{notation::count(effect.lose)}</td>
            <td class="number">{notation::money(effect.before)}</td>
            <td class="number">{notation::money(effect.after)}</td>
            <td class="number">{difference(effect.difference())}</td>
        </tr>
    }
}

fn open(visit: &Visit, telling: &Telling<'_>, rehearsal: &Rehearsal) -> impl IntoView + use<> {
    let lines: Vec<_> = rehearsal
        .open
        .iter()
        .map(|(programme, before, after)| {
            view! {
                <tr>
                    <th scope="row">{telling.programme(*programme)}</th>
                    <td class="number">{notation::count(*before)}</td>
                    <td class="number">{notation::count(*after)}</td>
                </tr>
            }
        })
        .collect();
    let day = notation::day(visit.language, rehearsal.open_on);
    view! {
        <section class="flow">
            <h2>{visit.say("rehearsal-open")}</h2>
            <p>{words(visit.language, "rehearsal-open-text", [("day", day.into())])}</p>
            <div class="table" tabindex="0" role="region" aria-label=visit.say("rehearsal-open")>
                <table>
                    <caption class="unseen">{visit.say("rehearsal-open")}</caption>
                    <thead><tr>
                        <th scope="col">{visit.say("rehearsal-programme")}</th>
                        <th scope="col" class="number">{visit.say("rehearsal-before")}</th>
                        <th scope="col" class="number">{visit.say("rehearsal-after")}</th>
                    </tr></thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
        </section>
    }
}

fn examples(visit: &Visit, telling: &Telling<'_>, rehearsal: &Rehearsal) -> impl IntoView + use<> {
    let district = |code: &str| {
        let found = rehearsal.districts.iter().find(|(known, ..)| known == code);
        found.map(|(_, name, _)| name.clone())
    };
    let told = |gains: bool| -> Vec<_> {
        rehearsal
            .examples
            .iter()
            .filter(|one| one.gains == gains)
            .map(|one| {
                let lines: Vec<_> = example(telling, &district, rehearsal, one)
                    .into_iter()
                    .map(|line| view! { <p>{line}</p> })
                    .collect();
                view! { <li class="panel flow">{lines}</li> }
            })
            .collect()
    };
    let list = |gains, key| {
        let told = told(gains);
        (!told.is_empty()).then(|| view! { <h3>{visit.say(key)}</h3><ul class="bare">{told}</ul> })
    };
    let lists = (
        list(true, "rehearsal-example-gains"),
        list(false, "rehearsal-example-loses"),
    );
    (!rehearsal.examples.is_empty())
        .then(|| view! { <section class="flow"><h2>{visit.say("rehearsal-examples")}</h2>{lists}</section> })
}
