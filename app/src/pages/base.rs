//! `/bases/{id}`: one training base and its practice slots.

use leptos::prelude::*;
use policy::{Chosen, Coded, ReadingId};

use crate::backend::{Answer, Base};
use crate::components::breadcrumb::Breadcrumb;
use crate::components::course_stub::CourseStub;
use crate::components::district_names::DistrictNames;
use crate::components::panel::Panel;
use crate::components::phone::Phone;
use crate::components::published::lang_of;
use crate::components::summary_list::{Row, SummaryList};
use crate::components::tag::{SampleTag, Tag};
use crate::page::{Fault, Page, PageResult};
use crate::visit::Visit;

/// Slots shown before "all of them".
const SLOTS_SHOWN: usize = 20;

/// One base.
///
/// # Errors
///
/// [`Fault::NotFound`] where there is none with this id; [`Fault::Unavailable`] where it cannot be had.
pub async fn page(visit: &Visit, id: &str) -> PageResult {
    let base = visit.backend.base(id).await?.ok_or(Fault::NotFound)?;
    let districts = DistrictNames::of(visit, &visit.backend.districts().await?);
    let share = if pays_students(&base) {
        practice_percent(visit).await?
    } else {
        None
    };
    let title = base.name.clone();
    let description = visit.say_with(
        "base-description",
        [
            ("name", title.clone().into()),
            ("district", districts.name(&base.district).to_owned().into()),
        ],
    );
    let visit = visit.clone();
    Ok(Page::new(title, move || {
        let visit = &visit;
        let steps = vec![(
            "/find?kind=base".to_owned(),
            visit.say("list-title-base").into_owned(),
        )];
        let paid = match share {
            Some(percent) => visit.say_with("base-pays", [("percent", percent.into())]),
            None => visit.say("base-pays-not"),
        };
        let paid = view! { <p>{paid}</p> };
        view! {
            <Breadcrumb visit steps/>
            <h1 lang=lang_of(&base.name)>{base.name.clone()}</h1>
            <p class="tags">
                <Tag text=visit.say(&format!("base-{}", base.kind.code()))/>
                <SampleTag visit is_sample=base.is_sample/>
            </p>
            <div class="text flow">
                <Panel>{paid}</Panel>
                {contact(visit, &base, &districts)}
            </div>
            {slots(visit, &base, &districts)}
        }
    })
    .described(description))
}

/// What practice brings a student, in percent of the training standard.
async fn practice_percent(visit: &Visit) -> Answer<Option<u32>> {
    let readings = visit.backend.readings().await?;
    let reading = readings
        .iter()
        .find(|reading| reading.id == ReadingId::PracticePercent);
    Ok(reading.and_then(
        |reading| match reading.choices[reading.in_force(visit.today)].chosen {
            Chosen::Number(percent) => Some(percent),
            _ => None,
        },
    ))
}

/// Whether practice here counts for the students' subsidy (二（二）2 ¶2).
fn pays_students(base: &Base) -> bool {
    matches!(
        base.kind,
        policy::BaseKind::Public | policy::BaseKind::UniversityDemo
    )
}

fn contact(visit: &Visit, base: &Base, districts: &DistrictNames) -> impl IntoView + use<> {
    let mut rows = vec![Row::new(
        visit.say("fact-district"),
        districts.name(&base.district).to_owned(),
    )];
    if let Some(address) = &base.address {
        rows.push(Row::new(
            visit.say("fact-address"),
            view! { <span lang=lang_of(address)>{address.clone()}</span> },
        ));
    }
    if let Some(phone) = &base.phone {
        rows.push(Row::new(
            visit.say("fact-phone"),
            view! { <Phone number=phone.clone()/> },
        ));
    }
    view! { <SummaryList rows/> }
}

fn slots(visit: &Visit, base: &Base, districts: &DistrictNames) -> impl IntoView + use<> {
    let cards: Vec<_> = base
        .slots
        .iter()
        .take(SLOTS_SHOWN)
        .map(|card| view! { <li><CourseStub visit card districts is_at_home=true/></li> })
        .collect();
    let none = cards
        .is_empty()
        .then(|| view! { <p>{visit.say("base-no-slots")}</p> });
    let all = (base.slots.len() > SLOTS_SHOWN).then(|| {
        let words = visit.say_with("base-all-slots", [("total", base.slots.len().into())]);
        view! { <a class="target" href=visit.address(&format!("/find?kind=course&place={}", base.id))>{words}</a> }
    });
    view! {
        <section class="flow">
            <h2>{visit.say("base-slots")}</h2>
            {none}
            <ul class="stubs two">{cards}</ul>
            {all}
        </section>
    }
}
