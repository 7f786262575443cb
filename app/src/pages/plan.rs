//! `/plan`: which subsidised training in which year, for the most money or for one skill, if today's policy continues.

use leptos::prelude::*;
use policy::{Certificate, Facts, Goal, Level, OccupationCode, Plan, PlannedTraining};

use super::ahead::skill;
use crate::backend::SubsidisedOccupation;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::error_summary::{ErrorSummary, Problem};
use crate::components::select::{Select, Selectable};
use crate::components::stub::{Facts as Figures, Stub, TearOff};
use crate::components::tag::SampleTag;
use crate::components::tram_line::{Station, Stop, TramLine};
use crate::notation;
use crate::page::{Page, PageResult};
use crate::policy_words::Telling;
use crate::visit::Visit;

const YEARS: u32 = 5;
const MOST_YEARS: u32 = 10;

/// What is wanted.
struct Wanted {
    occupation: Option<OccupationCode>,
    level: Level,
    years: u32,
}

impl Wanted {
    fn goal(&self) -> Goal {
        let level = self.level;
        self.occupation.map_or(Goal::MostSubsidised, |occupation| {
            Goal::Skill(Certificate { occupation, level })
        })
    }
}

/// The plan of somebody with these facts for the goal that the address names. 422 for a goal that can't be.
///
/// # Errors
/// [`crate::page::Fault::Unavailable`] where the catalogue can't be had.
pub async fn page(visit: &Visit, facts: &Facts) -> PageResult {
    let occupations = visit.backend.subsidised_occupations().await?;
    let (wanted, problems) = read(visit, &occupations);
    let plans = visit
        .backend
        .plan(facts, wanted.goal(), wanted.years)
        .await?;
    let status = if problems.is_empty() { 200 } else { 422 };
    let is_told = !facts.told(None).is_empty();
    let title = visit.say("plan-title");
    let visit = visit.clone();
    Ok(Page::new(title.clone(), move || {
        let by_code = |code: OccupationCode| occupations.iter().find(|known| known.code == code).map(|known| known.name.clone());
        let telling = Telling::new(&visit.language, &by_code);
        let is_sample = occupations.iter().any(|known| known.is_sample);
        let check = visit.address("/check");
        let told = if is_told { ("plan-told", "plan-change") } else { ("plan-untold", "ahead-tell") };
        let best = match (&plans.best, problems.is_empty()) {
            (_, false) => ().into_any(),
            (None, true) => view! { <p class="panel">{visit.say("plan-none")}</p> }.into_any(),
            (Some(plan), true) => shown(&visit, &telling, plan, is_sample).into_any(),
        };
        let second = plans.runner_up.as_ref().filter(|_| problems.is_empty()).map(|plan| {
            view! { <details><summary>{visit.say("plan-second")}</summary>{shown(&visit, &telling, plan, is_sample)}</details> }
        });
        view! {
            <Breadcrumb visit=&visit/>
            <h1>{title}</h1>
            <ErrorSummary visit=&visit problems=&problems/>
            <p class="text">{visit.say("plan-text")}</p>
            {form(&visit, &wanted, &occupations)}
            <p class="panel">{visit.say(told.0)}" "<a class="target" href=check>{visit.say(told.1)}</a></p>
            {best}
            {second}
            <p class="hint">{visit.say("plan-assuming")}</p>
            <p class="hint">{visit.say("plan-sample")}</p>
        }
    })
    .with_status(status)
    .private())
}

fn read(visit: &Visit, occupations: &[SubsidisedOccupation]) -> (Wanted, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut wrong = |name, key| problems.push(Problem::new(name, visit.say(key)));
    let occupation = visit.query.one("occupation").and_then(|code| {
        let known = occupations.iter().find(|known| known.code.as_str() == code);
        if known.is_none() {
            wrong("occupation", "plan-occupation-wrong");
        }
        known.map(|known| known.code)
    });
    let level = visit.query.one("level").map(str::parse::<Level>);
    if matches!(level, Some(Err(_))) {
        wrong("level", "plan-level-wrong");
    }
    let years = visit.query.one("years").map(|years| {
        years
            .parse()
            .ok()
            .filter(|years| (1..=MOST_YEARS).contains(years))
    });
    if years == Some(None) {
        wrong("years", "plan-years-wrong");
    }
    let wanted = Wanted {
        occupation,
        level: level.and_then(Result::ok).unwrap_or(Level::PRIMARY),
        years: years.flatten().unwrap_or(YEARS),
    };
    (wanted, problems)
}

fn form(
    visit: &Visit,
    wanted: &Wanted,
    occupations: &[SubsidisedOccupation],
) -> impl IntoView + use<> {
    let most = Selectable {
        value: String::new(),
        label: visit.say("plan-most").into_owned(),
        is_chosen: wanted.occupation.is_none(),
    };
    let goals = occupations.iter().map(|known| Selectable {
        value: known.code.to_string(),
        label: known.name.clone(),
        is_chosen: wanted.occupation == Some(known.code),
    });
    let levels = Level::ALL.into_iter().map(|level| Selectable {
        value: level.number().to_string(),
        label: notation::level(visit, level).into_owned(),
        is_chosen: wanted.level == level,
    });
    let years = (1..=MOST_YEARS).map(|years| Selectable {
        value: years.to_string(),
        label: visit
            .say_with("plan-years-count", [("count", years.into())])
            .into_owned(),
        is_chosen: wanted.years == years,
    });
    view! {
        <form class="chooser" action=visit.address("/plan")>
            <Select name="occupation" label=visit.say("plan-goal") options=std::iter::once(most).chain(goals).collect()/>
            <Select name="level" label=visit.say("plan-level") options=levels.collect()/>
            <Select name="years" label=visit.say("plan-years") options=years.collect()/>
            <button class="button" type="submit">{visit.say("plan-show")}</button>
        </form>
    }
}

/// A plan as a ticket: the sum on the tear-off, the trainings as stations.
fn shown(
    visit: &Visit,
    telling: &Telling<'_>,
    plan: &Plan,
    is_sample: bool,
) -> impl IntoView + use<> {
    let tear_off = TearOff {
        amount: Some(notation::money(plan.total)),
        note: visit.say("plan-total").into_owned(),
        serial: String::new(),
    };
    let stations: Vec<_> = plan
        .trainings
        .iter()
        .enumerate()
        .map(|(place, training)| {
            let name = skill(telling, training.skill);
            Station::new(Stop::Ahead, name, body(visit, training)).marked((place + 1).to_string())
        })
        .collect();
    let facts: Vec<_> = plan
        .conditional_on
        .iter()
        .map(|fact| view! { <li>{telling.fact(fact)}</li> })
        .collect();
    let conditional = (!facts.is_empty())
        .then(|| view! { <p>{visit.say("plan-conditional")}</p><ul>{facts}</ul> });
    let count = visit.say_with("plan-count", [("count", plan.trainings.len().into())]);
    let sample = view! { <p class="tags"><SampleTag visit is_sample/></p> };
    view! { <Stub tear_off><h2>{count}</h2>{sample}<TramLine stations/>{conditional}</Stub> }
}

fn body(visit: &Visit, training: &PlannedTraining) -> impl IntoView + use<> {
    let money = &training.money;
    let line = |key: &str, value: String| (visit.say(key).into_owned(), value);
    let amounts = [
        ("money-training", money.training),
        ("money-practice", money.practice),
        ("money-appraisal", money.appraisal),
    ];
    let amounts = amounts
        .into_iter()
        .filter_map(|(key, fen)| Some(line(key, notation::money(fen?))));
    let facts = std::iter::once(line(
        "plan-from",
        notation::day(visit.language, training.from),
    ))
    .chain(amounts)
    .collect();
    let programme = visit.say(&format!("programme-{}", training.programme.code()));
    let address = format!(
        "/find?kind=course&programme={}&occupation={}&level={}",
        training.programme.code(),
        training.skill.occupation,
        training.skill.level.number(),
    );
    view! {
        <p>{programme}</p>
        <Figures facts/>
        <p><a class="target" href=visit.address(&address)>{visit.say("plan-courses")}</a></p>
    }
}
