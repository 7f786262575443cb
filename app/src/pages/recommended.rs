//! `/recommended`: courses ranked for somebody, each with the parts that its place is made of.

use leptos::prelude::*;
use policy::{Coded, Facts};

use crate::backend::{CourseCard, Part, Recommendation, Wishes};
use crate::components::breadcrumb::Breadcrumb;
use crate::components::course_stub::CourseStub;
use crate::components::district_names::DistrictNames;
use crate::components::error_summary::{ErrorSummary, Problem};
use crate::components::field::Field;
use crate::components::panel::Panel;
use crate::components::select::{Select, Selectable};
use crate::notation;
use crate::page::{Page, PageResult};
use crate::visit::Visit;

/// Courses on the page.
const SHOWN: usize = 12;

/// The most characters of one interest.
const LONGEST: usize = 40;

/// The ranked courses; with a signed-in person's facts where there is one. 422 for a district that does not exist.
///
/// # Errors
///
/// [`crate::page::Fault::Unavailable`] where the ranking cannot be had.
pub async fn page(visit: &Visit) -> PageResult {
    let districts = DistrictNames::of(visit, &visit.backend.districts().await?);
    let (wishes, problems) = read(visit, &districts);
    let facts = match visit.person {
        Some(person) => visit.backend.facts_of(person).await?,
        None => Facts::default(),
    };
    let ranked = if problems.is_empty() {
        visit.backend.recommended(&facts, &wishes).await?
    } else {
        Vec::new()
    };
    let (status, is_for_one) = (
        if problems.is_empty() { 200 } else { 422 },
        visit.person.is_some(),
    );
    let title = visit.say("recommended-title");
    let description = visit.say("recommended-description");
    let (visit, heading) = (visit.clone(), title.clone());
    let page = Page::new(title, move || {
        let visit = &visit;
        let places: Vec<_> = ranked.iter().enumerate().map(|(place, course)| place_of(visit, place + 1, course, &districts)).collect();
        let none = (ranked.is_empty() && problems.is_empty()).then(|| view! { <p class="panel">{visit.say("recommended-none")}</p> });
        let known = view! { <p>{visit.say(if is_for_one { "recommended-known" } else { "recommended-unknown" })}</p> };
        view! {
            <Breadcrumb visit/>
            <h1>{heading}</h1>
            <ErrorSummary visit problems=&problems/>
            <p class="text">{visit.say("recommended-text")}</p>
            {form(visit, &districts, &wishes, &problems)}
            <Panel>{known}</Panel>
            {none}
            <h2 class="unseen">{visit.say("kind-course")}</h2>
            <ol class="stubs ranked">{places}</ol>
        }
    })
    .described(description)
    .with_status(status);
    Ok(if is_for_one { page.private() } else { page })
}

fn read(visit: &Visit, districts: &DistrictNames) -> (Wishes, Vec<Problem>) {
    let mut problems = Vec::new();
    let interests: Vec<_> = visit
        .query
        .all("interest")
        .flat_map(|text| text.split(['、', '，', ',', ';', '；', ' ']))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    if interests.iter().any(|word| word.chars().count() > LONGEST) || interests.len() > 10 {
        problems.push(Problem::new(
            "interest",
            visit.say("recommended-interest-wrong"),
        ));
    }
    let district = visit.query.one("district").map(str::to_owned);
    if let Some(code) = district
        .as_deref()
        .filter(|code| districts.known(code).is_none())
    {
        let typed: String = code.chars().take(20).collect();
        problems.push(Problem::new(
            "district",
            visit.say_with("asked-district", [("typed", typed.into())]),
        ));
    }
    (
        Wishes {
            interests,
            district,
            limit: SHOWN,
        },
        problems,
    )
}

fn form(
    visit: &Visit,
    districts: &DistrictNames,
    wishes: &Wishes,
    problems: &[Problem],
) -> impl IntoView + use<> {
    let chosen = wishes.district.as_deref();
    let anywhere = Selectable {
        value: String::new(),
        label: visit.say("recommended-anywhere").into_owned(),
        is_chosen: chosen.is_none(),
    };
    let options = std::iter::once(anywhere)
        .chain(districts.iter().map(|(code, name)| Selectable {
            value: code.to_owned(),
            label: name.to_owned(),
            is_chosen: chosen == Some(code),
        }))
        .collect();
    view! {
        <form class="chooser" action=visit.address("/recommended")>
            <Field
                name="interest"
                label=visit.say("recommended-interest")
                hint=visit.say("recommended-interest-hint")
                value=wishes.interests.join(&visit.say("list-comma"))
                wrong=Problem::beside(problems, "interest")
            />
            <Select name="district" label=visit.say("filter-district") options/>
            <button class="button" type="submit">{visit.say("recommended-show")}</button>
        </form>
    }
}

fn place_of(
    visit: &Visit,
    place: usize,
    ranked: &Recommendation,
    districts: &DistrictNames,
) -> impl IntoView + use<> {
    let money = &ranked.assessment.money;
    // the rules know more than the catalogue: whether the place may train it, for one
    let card = CourseCard {
        subsidy: money.practice.or(money.training),
        ..ranked.course.clone()
    };
    let title = visit.say_with("recommended-why", [("place", place.into())]);
    let reasons = parts(visit, ranked);
    let verdict = visit.say(&format!("verdict-{}", ranked.assessment.verdict.code()));
    view! {
        <li>
            <CourseStub visit card=&card districts>
                <details><summary>{title}</summary>{reasons}<p class="hint">{verdict}</p></details>
            </CourseStub>
        </li>
    }
}

/// The parts of the score, each as a bar as long as its share, and their sum.
fn parts(visit: &Visit, ranked: &Recommendation) -> impl IntoView + use<> {
    let most = ranked
        .parts
        .iter()
        .map(|part| part.points.abs())
        .fold(1.0_f64, f64::max);
    let lines: Vec<_> = ranked
        .parts
        .iter()
        .map(|part| line(visit, part, most))
        .collect();
    view! {
        <ul class="parts">
            {lines}
            <li class="sum"><span>{visit.say("part-sum")}</span><b>{notation::figure(ranked.score)}</b></li>
        </ul>
    }
}

fn line(visit: &Visit, part: &Part, most: f64) -> impl IntoView + use<> {
    let words = match part.figure {
        Some(figure) => visit.say_with(
            &format!("part-{}-figure", part.key),
            [("figure", notation::figure(figure).into())],
        ),
        None => visit.say(&format!("part-{}", part.key)),
    };
    let width = format!("{:.0}", 100.0 * part.points.max(0.0) / most);
    view! {
        <li>
            <span>{words}</span>
            <b>{format!("{:+.1}", part.points)}</b>
            <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width=width height="6" fill="currentColor"/></svg>
        </li>
    }
}
