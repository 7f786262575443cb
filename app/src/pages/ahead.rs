//! `/ahead?course=`: how to get into a course, and what is left after it, with the certificate and without.

use leptos::prelude::*;
use policy::{
    Assessment, Certificate, Coded, Fact, FactSet, Facts, OccupationCode, Programme, Step, Verdict,
    Way,
};

use super::check::{Names, names_of, verdict_tag};
use crate::backend::Ahead;
use crate::components::breadcrumb::Breadcrumb;
use crate::components::published::lang_of;
use crate::components::tram_line::{Station, Stop, TramLine};
use crate::notation;
use crate::page::{Fault, Page, PageResult};
use crate::policy_words::{Telling, fact_key};
use crate::visit::Visit;

/// What lies ahead of somebody with these facts who asks about the course that the address names.
///
/// # Errors
/// [`Fault::NotFound`] where the address names no course.
pub async fn page(visit: &Visit, facts: &Facts) -> PageResult {
    let id = visit.query.one("course").ok_or(Fault::NotFound)?;
    let ahead = visit
        .backend
        .ahead(facts, id)
        .await?
        .ok_or(Fault::NotFound)?;
    let names = names_of(visit, named(&ahead)).await?;
    let is_told = !facts.told(None).is_empty();
    let title = visit.say("ahead-title");
    let visit = visit.clone();
    Ok(Page::new(title.clone(), move || {
        let by_code = |code: OccupationCode| names.get(&code).cloned();
        let telling = Telling::new(&visit.language, &by_code);
        let course = &ahead.course;
        let href = visit.address(&format!("/courses/{}", course.id));
        let check = visit.address(&format!("/check?course={}", course.id));
        let untold = (!is_told).then(|| {
            view! { <p class="panel">{visit.say("ahead-untold")}" "<a class="target" href=check.clone()>{visit.say("ahead-tell")}</a></p> }
        });
        let way = way(&visit, &telling, &ahead);
        let left = left(&visit, &names, &ahead);
        view! {
            <Breadcrumb visit=&visit steps=vec![(format!("/courses/{}", course.id), course.title.clone())]/>
            <h1>{title}</h1>
            <p><a class="target" href=href lang=lang_of(&course.title)>{course.title.clone()}</a>" "{verdict_tag(&visit, ahead.assessment.verdict)}</p>
            {untold}
            {way}
            {left}
            <p class="hint">{visit.say("ahead-assuming")}</p>
            <p><a class="target" href=visit.address(&format!("/check/result?course={}", course.id))>{visit.say("ahead-reasons")}</a></p>
            <p><a class="button quiet" href=visit.address("/plan")>{visit.say("ahead-plan")}</a></p>
        }
    })
    .private())
}

fn named(ahead: &Ahead) -> Vec<OccupationCode> {
    let left = [&ahead.what_if.certified, &ahead.what_if.failed].into_iter();
    let upgrades = left.flat_map(|left| left.upgrades.iter().flatten());
    let steps = match &ahead.way {
        Way::Steps(steps) => steps.as_slice(),
        Way::Closed(_) => &[],
    };
    let trained = steps.iter().filter_map(|step| match step {
        Step::Train { skill, .. } => skill.map(|skill| skill.occupation),
        Step::Certify { certificate } => Some(certificate.occupation),
        _ => None,
    });
    let own = ahead.course.occupation.iter();
    upgrades
        .map(|upgrade| upgrade.occupation)
        .chain(trained)
        .chain(own.filter_map(|code| code.parse().ok()))
        .collect()
}

/// The steps to the course, as stations; nothing where it is open already.
fn way(visit: &Visit, telling: &Telling<'_>, ahead: &Ahead) -> Option<AnyView> {
    let heading = view! { <h2>{visit.say("way-title")}</h2> };
    match &ahead.way {
        Way::Steps(steps) if steps.is_empty() => None,
        Way::Steps(steps) => {
            let stations = steps
                .iter()
                .enumerate()
                .map(|(place, step)| {
                    station(visit, telling, ahead, step).marked((place + 1).to_string())
                })
                .chain([Station::new(Stop::Ahead, visit.say("way-arrived"), ())])
                .collect();
            Some(view! { {heading}<TramLine stations/> }.into_any())
        }
        Way::Closed(rule) => {
            let programme = ahead.assessment.programme;
            let found = ahead
                .assessment
                .findings
                .iter()
                .find(|finding| finding.rule == *rule);
            let why = found.map_or_else(
                || telling.rule(*rule),
                |finding| telling.finding(programme, finding),
            );
            let text = visit.say_with("way-closed", [("why", why.into())]);
            Some(view! { {heading}<p class="panel">{text}</p> }.into_any())
        }
    }
}

fn station(visit: &Visit, telling: &Telling<'_>, ahead: &Ahead, step: &Step) -> Station {
    let day = |day| notation::day(visit.language, day);
    let (name, body) = match step {
        Step::Tell { facts } => (
            visit.say("step-tell").into_owned(),
            untold(visit, telling, ahead, *facts),
        ),
        Step::Belong { group } => {
            let name = visit.say(&format!("group-{}", group.code()));
            (
                visit
                    .say_with("step-belong", [("group", name.into())])
                    .into_owned(),
                visit
                    .say(&format!("step-belong-{}", group.code()))
                    .into_any(),
            )
        }
        Step::StartFrom { day: from } => (
            visit
                .say_with("step-start", [("day", day(*from).into())])
                .into_owned(),
            others(visit, ahead, Some(*from)),
        ),
        Step::PutRight { facts } => {
            let wrong: Vec<_> = facts
                .iter()
                .map(|fact| view! { <li>{visit.say(&format!("right-{}", fact_key(fact)))}</li> })
                .collect();
            (
                visit.say("step-right").into_owned(),
                view! { <ul>{wrong}</ul> }.into_any(),
            )
        }
        Step::Train {
            programme,
            skill,
            from,
        } => {
            let what = trained(visit, telling, *programme, *skill);
            (
                visit
                    .say_with("step-train", [("what", what.into())])
                    .into_owned(),
                visit
                    .say_with("step-train-from", [("day", day(*from).into())])
                    .into_any(),
            )
        }
        Step::Certify { certificate } => {
            let what = skill(telling, *certificate);
            (
                visit
                    .say_with("step-certify", [("what", what.into())])
                    .into_owned(),
                visit.say("step-certify-how").into_any(),
            )
        }
        Step::Choose { another } => (
            visit
                .say(&format!("step-choose-{}", another.code()))
                .into_owned(),
            others(visit, ahead, None),
        ),
    };
    Station::new(Stop::Ahead, name, body)
}

fn untold(visit: &Visit, telling: &Telling<'_>, ahead: &Ahead, facts: FactSet) -> AnyView {
    let published = facts.iter().all(|fact| fact == Fact::Edition);
    let lines: Vec<_> = facts
        .iter()
        .map(|fact| view! { <li>{telling.fact(fact)}</li> })
        .collect();
    let check = visit.address(&format!("/check?course={}", ahead.course.id));
    let link = (!published)
        .then(|| view! { <p><a class="target" href=check>{visit.say("ahead-tell")}</a></p> });
    view! { <ul>{lines}</ul>{link} }.into_any()
}

/// A link to the other courses of the kind.
fn others(visit: &Visit, ahead: &Ahead, from: Option<chrono::NaiveDate>) -> AnyView {
    let mut address = format!(
        "/find?kind=course&programme={}",
        ahead.course.programme.code()
    );
    if let Some(occupation) = &ahead.course.occupation {
        address.push_str(&format!("&occupation={occupation}"));
    }
    if let Some(level) = ahead.course.level {
        address.push_str(&format!("&level={}", level.number()));
    }
    if let Some(day) = from {
        address.push_str(&format!("&from={day}"));
    }
    view! { <a class="target" href=visit.address(&address)>{visit.say("ahead-others")}</a> }
        .into_any()
}

fn trained(
    visit: &Visit,
    telling: &Telling<'_>,
    programme: Programme,
    taken: Option<Certificate>,
) -> String {
    let programme = visit.say(&format!("programme-{}", programme.code()));
    match taken {
        Some(certificate) => format!("{programme} · {}", skill(telling, certificate)),
        None => programme.into_owned(),
    }
}

/// An occupation at a level in words.
pub(super) fn skill(telling: &Telling<'_>, certificate: Certificate) -> String {
    format!(
        "{} {}",
        telling.occupation(certificate.occupation),
        telling.level(certificate.level)
    )
}

/// What is left afterwards, side by side; nothing as long as earlier trainings are unknown.
fn left(visit: &Visit, names: &Names, ahead: &Ahead) -> Option<impl IntoView + use<>> {
    let (certified, failed) = (&ahead.what_if.certified, &ahead.what_if.failed);
    certified.lifetime_left?;
    let lines: Vec<_> = ["lifetime", "primary", "year", "upgrades", "next"]
        .into_iter()
        .map(|what| {
            let [with, without] = [certified, failed].map(|left| cell(visit, names, what, left));
            view! { <tr><th scope="row">{visit.say(&format!("after-{what}"))}</th><td>{with}</td><td>{without}</td></tr> }
        })
        .collect();
    let day = notation::day(visit.language, ahead.what_if.on);
    Some(view! {
        <h2>{visit.say("after-title")}</h2>
        <p>{visit.say_with("after-day", [("day", day.into())])}</p>
        <div class="table" tabindex="0" role="region" aria-label=visit.say("after-title")>
            <table>
                <thead><tr><td></td><th scope="col">{visit.say("after-certified")}</th><th scope="col">{visit.say("after-failed")}</th></tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    })
}

fn cell(visit: &Visit, names: &Names, what: &str, left: &Assessment) -> String {
    let times = |count: Option<u32>| {
        let count = count.unwrap_or_default();
        visit
            .say_with("check-left-times", [("count", count.into())])
            .into_owned()
    };
    match what {
        "lifetime" => times(left.lifetime_left),
        "primary" => times(left.primary_left),
        "year" => {
            let used = left.year_used.unwrap_or_default();
            let year = chrono::Datelike::year(&left.on).to_string();
            visit
                .say_with(
                    if used {
                        "after-year-used"
                    } else {
                        "after-year-free"
                    },
                    [("year", year.into())],
                )
                .into_owned()
        }
        "upgrades" => {
            let by_code = |code: OccupationCode| names.get(&code).cloned();
            let telling = Telling::new(&visit.language, &by_code);
            let upgrades: Vec<_> = left
                .upgrades
                .iter()
                .flatten()
                .map(|upgrade| {
                    skill(
                        &telling,
                        Certificate {
                            occupation: upgrade.occupation,
                            level: upgrade.level,
                        },
                    )
                })
                .collect();
            if upgrades.is_empty() {
                visit.say("after-none").into_owned()
            } else {
                upgrades.join(&visit.say("list-comma"))
            }
        }
        _ => {
            let next = left.programme(Programme::EmploymentSkills);
            match (next.verdict, next.opens_on) {
                (Verdict::Open, _) => visit.say("after-at-once").into_owned(),
                (Verdict::Unknown, _) => visit.say("verdict-unknown").into_owned(),
                (_, Some(day)) => notation::day(visit.language, day),
                (_, None) => visit.say("after-never").into_owned(),
            }
        }
    }
}
