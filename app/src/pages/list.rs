//! `/find`: occupations, courses, institutions and bases, found by words and filters.

mod addresses;
mod asked;
mod beyond;
mod chips;
mod fewer;
mod filters;
mod in_force;
mod meant;
mod nearest;
mod neighbours;
mod no_course;
mod nothing;
mod unsubsidised;

use leptos::prelude::*;

use self::asked::{Asked, PER_PAGE};
use self::filters::Drawn;
use self::in_force::in_force;
use crate::backend::{Answer, Find, Found, Hit, Kind};
use crate::components::button::Button;
use crate::components::district_names::DistrictNames;
use crate::components::error_summary::{ErrorSummary, Problem};
use crate::components::hit_card::HitCards;
use crate::components::pagination::Pagination;
use crate::components::search_box::SearchBox;
use crate::notation;
use crate::page::{Page, PageResult};
use crate::pages::compare;
use crate::shell::called;
use crate::visit::Visit;

/// The address of the list without what a form left blank, what is said twice and what nobody sees; `None` where there is neither.
#[must_use]
pub fn tidy(visit: &Visit) -> Option<String> {
    addresses::tidy(visit)
}

/// The list; status 422 where the address asks for something that does not exist, with what was
/// typed kept and the rest of the question answered; status 404 for a page beyond the last one, with all that was asked.
///
/// # Errors
///
/// [`crate::page::Fault::Unavailable`] where the index cannot answer.
pub async fn page(visit: &Visit) -> PageResult {
    let published = visit.backend.districts().await?;
    let districts = DistrictNames::of(visit, &published);
    let Asked { find, mut problems } = asked::read(visit, &districts);
    let named = named(visit, &find, &mut problems).await?;
    let mut found = visit.backend.search(&find).await?;
    if !problems.is_empty() {
        // a question that is wrong in part is not answered in part: only its filters are offered
        found = Found {
            facets: found.facets,
            ..Found::default()
        };
    }
    let pages = u32::try_from(found.total.div_ceil(u64::from(PER_PAGE))).unwrap_or(u32::MAX);
    let is_wrong = !problems.is_empty();
    let is_beyond = find.page > pages.max(1) && !is_wrong;
    let instead = if found.total == 0 && !is_wrong {
        Some(nothing::instead(visit, &find, &found).await?)
    } else {
        None
    };
    let literally = meant::literally(visit, &find, &found).await?;
    let no_course = no_course::no_course(visit, &find, &found).await?;
    let unsubsidised = unsubsidised::offered(visit, &find, &found).await?;
    let in_force = in_force(&find, &found);
    let counted = filters::counted(visit, &in_force, &found).await?;
    let title = title(visit, &find);
    let status = match (is_wrong, is_beyond) {
        (true, _) => 422,
        (false, true) => 404,
        (false, false) => 200,
    };
    let compared = asked::compared(visit);
    let description = visit.say("list-description");
    let is_found = found.total > 1 || (found.total == 1 && !in_force.districts.is_empty());
    let has_orders = !is_wrong && is_found;
    let mut script = String::new();
    if has_orders {
        script.push_str(&nearest::script(visit, &published));
    }
    if can_compare(&found.hits, &compared) {
        script.push_str(&ticks(visit));
    }
    let (visit, heading) = (visit.clone(), title.clone());
    Ok(Page::new(title, move || {
        let visit = &visit;
        let kept = addresses::pairs(visit)
            .into_iter()
            // other words are looked for afresh
            .filter(|(name, _)| !matches!(*name, "q" | "literal"))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        let drawn = Drawn { visit, find: &in_force, facets: counted.as_ref().unwrap_or(&found.facets), districts: &districts, named: &named, problems: &problems };
        let total = visit.say_with("found-total", [("total", notation::count(found.total).into())]);
        // somebody's own words need no large letters
        let of_words = (!find.text.is_empty()).then_some("words");
        let offered = instead.as_ref().and_then(|instead| instead.occupations.as_ref());
        view! {
            <h1 class=of_words>{heading}</h1>
            <ErrorSummary visit problems=&problems/>
            <SearchBox visit value=find.text.clone() kept/>
            {meant::meant(visit, &find, &found, literally)}
            {(!is_wrong).then(|| chips::kinds(visit, &in_force, (&find.text, &found))).flatten()}
            <div class="found">
                {filters::filters(drawn)}
                {(!is_wrong).then(|| view! { <div class="row spread"><h2 class="count">{total}</h2>{has_orders.then(|| chips::orders(visit, &in_force, &districts))}</div> })}
                <div class="stack">
                    {(!is_wrong).then(|| chips::chosen(visit, &districts, &named, (&find.text, &found)))}
                    {has_orders.then(nearest::told)}
                    {(!is_wrong).then(|| chips::estimated(visit, &in_force, &districts))}
                    {instead.as_ref().map(|instead| nothing::nothing(visit, instead))}
                    {offered.map(|offered| neighbours::told(visit, offered, &districts))}
                    {no_course.as_ref().map(no_course::told)}
                    {(is_beyond && pages > 0).then(|| beyond::beyond(visit, find.page, pages))}
                    <HitCards visit hits=&found.hits districts=&districts compared=&compared[..]/>
                    {unsubsidised.as_ref().map(|offered| unsubsidised::told(visit, offered, &districts))}
                    {compare_bar(visit, &found.hits, &compared)}
                    {(!is_beyond).then(|| view! { <Pagination visit page=find.page pages address=|number| addresses::page(visit, number)/> })}
                </div>
            </div>
        }
    })
    .described(description)
    .with_status(status)
    .with_script(script)
    .with_islands())
}

/// Leads from what was ticked here and on other pages to the comparison; nothing where no course is listed.
fn compare_bar(visit: &Visit, hits: &[Hit], compared: &[String]) -> Option<impl IntoView + use<>> {
    if !can_compare(hits, compared) {
        return None;
    }
    let elsewhere: Vec<_> = compared
        .iter()
        .filter(|id| hits.iter().all(|hit| hit.id != **id))
        .map(|id| view! { <input type="hidden" name="course" value=id.clone()/> })
        .collect();
    let class = if elsewhere.is_empty() {
        "compare-bar"
    } else {
        "compare-bar begun"
    };
    Some(view! {
        <form id="compare" class=class action=visit.address("/compare")>
            {elsewhere}
            <Button text=visit.say_with("compare-go", [("most", compare::MOST.into())])/>
        </form>
    })
}

fn can_compare(hits: &[Hit], compared: &[String]) -> bool {
    !compared.is_empty() || hits.iter().any(|hit| hit.kind == Kind::Course)
}

/// The script that counts what is ticked: HTML and CSS can neither say a number nor hold further boxes back.
fn ticks(visit: &Visit) -> String {
    let words = visit.say_with(
        "compare-ticked",
        [("count", "#".into()), ("most", compare::MOST.into())],
    );
    called(
        include_str!("list/ticks.js"),
        &[&compare::MOST.to_string(), &words],
    )
}

fn title(visit: &Visit, find: &Find) -> String {
    match (&find.kinds[..], find.text.as_str()) {
        (_, text) if !text.is_empty() => {
            visit.say_with("list-title-text", [("text", text.to_owned().into())])
        }
        ([Kind::Course], _) => visit.say("list-title-course"),
        ([Kind::Occupation], _) => visit.say("list-title-occupation"),
        ([Kind::Institution], _) => visit.say("list-title-institution"),
        ([Kind::Base], _) => visit.say("list-title-base"),
        _ => visit.say("list-title"),
    }
    .into_owned()
}

/// The names of occupations and places that the address filters by; a problem for each that does not exist.
async fn named(
    visit: &Visit,
    find: &Find,
    problems: &mut Vec<Problem>,
) -> Answer<Vec<(String, String)>> {
    let mut named = Vec::new();
    for code in &find.occupations {
        match visit.backend.occupation(code).await? {
            Some(occupation) => named.push((code.clone(), occupation.name)),
            None => problems.push(Problem::new(
                "q",
                visit.say_with("asked-occupation", [("typed", code.clone().into())]),
            )),
        }
    }
    for id in &find.places {
        let institution = visit
            .backend
            .institution(id)
            .await?
            .map(|institution| institution.name);
        let name = match institution {
            Some(name) => Some(name),
            None => visit.backend.base(id).await?.map(|base| base.name),
        };
        match name {
            Some(name) => named.push((id.clone(), name)),
            None => problems.push(Problem::new(
                "q",
                visit.say_with("asked-place", [("typed", id.clone().into())]),
            )),
        }
    }
    Ok(named)
}
