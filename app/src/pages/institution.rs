//! `/institutions/{id}`: one training institution: where it is, what it may train, what it offers.

use leptos::prelude::*;

use crate::backend::{Designation, DesignationSubject, Institution};
use crate::components::breadcrumb::Breadcrumb;
use crate::components::course_stub::CourseStub;
use crate::components::district_names::DistrictNames;
use crate::components::phone::Phone;
use crate::components::published::lang_of;
use crate::components::summary_list::{Row, SummaryList};
use crate::components::tag::{SampleTag, Tag, Tone};
use crate::notation;
use crate::page::{Fault, Page, PageResult};
use crate::visit::Visit;

/// Courses shown before "all of them".
const COURSES_SHOWN: usize = 10;

/// One institution.
///
/// # Errors
///
/// [`Fault::NotFound`] where there is none with this id; [`Fault::Unavailable`] where it cannot be had.
pub async fn page(visit: &Visit, id: &str) -> PageResult {
    let institution = visit
        .backend
        .institution(id)
        .await?
        .ok_or(Fault::NotFound)?;
    let districts = DistrictNames::of(visit, &visit.backend.districts().await?);
    let title = institution.name.clone();
    let description = visit.say_with(
        "institution-description",
        [
            ("name", title.clone().into()),
            (
                "district",
                districts.name(&institution.district).to_owned().into(),
            ),
        ],
    );
    let visit = visit.clone();
    Ok(Page::new(title, move || {
        let visit = &visit;
        let steps = vec![(
            "/find?kind=institution".to_owned(),
            visit.say("list-title-institution").into_owned(),
        )];
        view! {
            <Breadcrumb visit steps/>
            <h1 lang=lang_of(&institution.name)>{institution.name.clone()}</h1>
            <p class="tags">
                <Tag text=visit.say("kind-institution")/>
                <SampleTag visit is_sample=institution.is_sample/>
            </p>
            {contact(visit, &institution, &districts)}
            {courses(visit, &institution, &districts)}
            {designations(visit, &institution.designations)}
        }
    })
    .described(description))
}

fn contact(
    visit: &Visit,
    institution: &Institution,
    districts: &DistrictNames,
) -> impl IntoView + use<> {
    let mut rows = vec![Row::new(
        visit.say("fact-district"),
        districts.name(&institution.district).to_owned(),
    )];
    if let Some(address) = &institution.address {
        rows.push(Row::new(
            visit.say("fact-address"),
            view! { <span lang=lang_of(address)>{address.clone()}</span> },
        ));
    }
    if let Some(phone) = &institution.phone {
        rows.push(Row::new(
            visit.say("fact-phone"),
            view! { <Phone number=phone.clone()/> },
        ));
    }
    view! { <div class="text"><SummaryList rows/></div> }
}

fn courses(
    visit: &Visit,
    institution: &Institution,
    districts: &DistrictNames,
) -> impl IntoView + use<> {
    let cards: Vec<_> = institution
        .courses
        .iter()
        .take(COURSES_SHOWN)
        .map(|card| view! { <li><CourseStub visit card districts is_at_home=true/></li> })
        .collect();
    let none = cards
        .is_empty()
        .then(|| view! { <p>{visit.say("institution-no-courses")}</p> });
    let all = (institution.courses.len() > COURSES_SHOWN).then(|| {
        let words = visit.say_with("institution-all-courses", [("total", institution.courses.len().into())]);
        view! { <a class="target" href=visit.address(&format!("/find?kind=course&place={}", institution.id))>{words}</a> }
    });
    view! {
        <section class="flow">
            <h2>{visit.say("institution-courses")}</h2>
            {none}
            <ul class="stubs two">{cards}</ul>
            {all}
        </section>
    }
}

/// What it may train: one line for each subject and period, with all levels of it.
fn designations(visit: &Visit, designations: &[Designation]) -> impl IntoView + use<> {
    let mut groups: Vec<Vec<&Designation>> = Vec::new();
    for designation in designations {
        let is_alike = |group: &&mut Vec<&Designation>| {
            group.first().is_some_and(|first| {
                first.subject.is_alike(&designation.subject)
                    && (first.from, first.to) == (designation.from, designation.to)
            })
        };
        match groups.iter_mut().find(is_alike) {
            Some(group) => group.push(designation),
            None => groups.push(vec![designation]),
        }
    }
    let lines: Vec<_> = groups
        .iter()
        .filter_map(|group| line(visit, group))
        .collect();
    view! {
        <section class="flow">
            <h2>{visit.say("institution-designations")}</h2>
            <p class="hint">{visit.say("institution-designations-hint")}</p>
            <div class="table" tabindex="0" role="region" aria-label=visit.say("institution-designations")>
                <table>
                    <thead><tr>
                        <th scope="col">{visit.say("kind-occupation")}</th>
                        <th scope="col">{visit.say("filter-level")}</th>
                        <th scope="col">{visit.say("designation-period")}</th>
                    </tr></thead>
                    <tbody>{lines}</tbody>
                </table>
            </div>
        </section>
    }
}

/// One line; `None` for no designation at all.
fn line(visit: &Visit, group: &[&Designation]) -> Option<impl IntoView + use<>> {
    let designation = group.first()?;
    let levels: Vec<_> = group
        .iter()
        .filter_map(|one| one.subject.level())
        .map(|level| visit.say(&format!("level-short-{level}")))
        .collect();
    let until = designation.to.map_or_else(
        || visit.say("designation-open").into_owned(),
        |to| notation::day(visit.language, to),
    );
    let period = visit.say_with(
        "day-span",
        [
            (
                "from",
                notation::day(visit.language, designation.from).into(),
            ),
            ("to", until.into()),
        ],
    );
    let (tone, state) = if designation.to.is_some_and(|to| to < visit.today) {
        (Tone::Plain, "designation-over")
    } else if designation.from > visit.today {
        (Tone::Plain, "designation-ahead")
    } else {
        (Tone::Good, "designation-in-force")
    };
    let subject = match &designation.subject {
        DesignationSubject::Skill {
            occupation, name, ..
        } => {
            let href = visit.address(&format!("/occupations/{occupation}"));
            view! { <a class="target" href=href lang=lang_of(name)>{name.clone()}</a> }.into_any()
        }
        DesignationSubject::Programme(programme) => visit
            .say(&format!("programme-{}", programme.code()))
            .into_any(),
    };
    Some(view! {
        <tr>
            <th scope="row">{subject}</th>
            <td>{levels.join(&visit.say("list-comma"))}</td>
            <td>{period}" "<Tag tone text=visit.say(state)/></td>
        </tr>
    })
}
