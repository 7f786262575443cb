//! `/market`: how many openings there are for each job seeker, as a chart and as the table it is drawn from.

mod chart;
pub mod families;

use leptos::prelude::*;
use policy::OccupationCode;

use crate::backend::{MarketFigure, MarketQuestion, MarketSeries, Occupation};
use crate::components::breadcrumb::Breadcrumb;
use crate::components::button::{ButtonLink, Weight};
use crate::components::district_names::DistrictNames;
use crate::components::error_summary::{ErrorSummary, Problem};
use crate::components::published::lang_of;
use crate::components::select::{Select, Selectable};
use crate::components::tag::SampleTag;
use crate::notation;
use crate::page::{Fault, Page, PageResult};
use crate::visit::Visit;

/// The figures for an occupation and a district, or the totals; 422 where the address names one that does not exist.
///
/// # Errors
///
/// [`Fault::Unavailable`] where the figures cannot be had.
pub async fn page(visit: &Visit) -> PageResult {
    let districts = DistrictNames::of(visit, &visit.backend.districts().await?);
    let mut problems = Vec::new();
    let occupation = occupation(visit, &mut problems).await?;
    let district = district(visit, &districts, &mut problems);
    let series = if problems.is_empty() {
        let question = MarketQuestion {
            occupation: occupation
                .as_ref()
                .map(|occupation| occupation.code.clone()),
            district: district.clone(),
        };
        visit.backend.market(&question).await?
    } else {
        MarketSeries::default()
    };
    let title = match &occupation {
        Some(occupation) => visit.say_with(
            "market-title-of",
            [("name", occupation.name.clone().into())],
        ),
        None => visit.say("market-title"),
    };
    let description = match &occupation {
        Some(occupation) => visit.say_with(
            "market-description-of",
            [("name", occupation.name.clone().into())],
        ),
        None => visit.say("market-description"),
    };
    let status = if problems.is_empty() { 200 } else { 422 };
    let (visit, heading) = (visit.clone(), title.clone());
    Ok(Page::new(title, move || {
        let visit = &visit;
        let is_wrong = !problems.is_empty();
        view! {
            <Breadcrumb visit/>
            <h1>{heading}</h1>
            <ErrorSummary visit problems=&problems/>
            <p class="text">{visit.say("market-text")}</p>
            {chooser(visit, &districts, occupation.as_ref(), district.as_deref())}
            {(!is_wrong).then(|| figures(visit, &series))}
        }
    })
    .described(description)
    .with_status(status))
}

async fn occupation(
    visit: &Visit,
    problems: &mut Vec<Problem>,
) -> Result<Option<Occupation>, Fault> {
    let Some(code) = visit.query.one("occupation") else {
        return Ok(None);
    };
    let known = match code.parse::<OccupationCode>() {
        Ok(code) => visit.backend.occupation(code.as_str()).await?,
        Err(_) => None,
    };
    if known.is_none() {
        let typed: String = code.chars().take(20).collect();
        problems.push(Problem::new(
            "district",
            visit.say_with("asked-occupation", [("typed", typed.into())]),
        ));
    }
    Ok(known)
}

fn district(
    visit: &Visit,
    districts: &DistrictNames,
    problems: &mut Vec<Problem>,
) -> Option<String> {
    let code = visit.query.one("district")?;
    if districts.known(code).is_none() {
        let typed: String = code.chars().take(20).collect();
        problems.push(Problem::new(
            "district",
            visit.say_with("asked-district", [("typed", typed.into())]),
        ));
        return None;
    }
    Some(code.to_owned())
}

/// Which figures: the district is chosen here, the occupation is searched for.
fn chooser(
    visit: &Visit,
    districts: &DistrictNames,
    occupation: Option<&Occupation>,
    district: Option<&str>,
) -> impl IntoView + use<> {
    let kept = occupation.map(|occupation| view! { <input type="hidden" name="occupation" value=occupation.code.clone()/> });
    let whole_city = Selectable {
        value: String::new(),
        label: visit.say("market-everywhere").into_owned(),
        is_chosen: district.is_none(),
    };
    let options = std::iter::once(whole_city)
        .chain(districts.iter().map(|(code, name)| Selectable {
            value: code.to_owned(),
            label: name.to_owned(),
            is_chosen: district == Some(code),
        }))
        .collect();
    let another = visit.say(if occupation.is_some() {
        "market-another"
    } else {
        "market-one"
    });
    let totals = occupation.map(|_| view! { <ButtonLink weight=Weight::Quiet href=visit.address("/market") text=visit.say("market-totals")/> });
    view! {
        <form class="chooser" action=visit.address("/market")>
            {kept}
            <Select name="district" label=visit.say("filter-district") options/>
            <button class="button" type="submit">{visit.say("market-show")}</button>
        </form>
        <p class="row"><ButtonLink weight=Weight::Quiet href=visit.address("/find?kind=occupation") text=another/>{totals}</p>
    }
}

fn figures(visit: &Visit, series: &MarketSeries) -> AnyView {
    if series.figures.is_empty() {
        return view! { <p class="panel">{visit.say("market-none")}</p> }.into_any();
    }
    let lines: Vec<_> = families::in_order(&series.figures)
        .into_iter()
        .map(|figure| line(visit, figure))
        .collect();
    view! {
        {chart::chart(visit, &families::longest(&series.figures))}
        <div class="table" tabindex="0" role="region" aria-label=visit.say("market-table")>
            <table>
                <caption>{visit.say("market-table")}</caption>
                <thead><tr>
                    <th scope="col">{visit.say("market-period")}</th>
                    <th scope="col">{visit.say("market-area")}</th>
                    <th scope="col" class="number">{visit.say("market-demand")}</th>
                    <th scope="col" class="number">{visit.say("market-supply")}</th>
                    <th scope="col" class="number">{visit.say("market-ratio")}</th>
                    <th scope="col">{visit.say("market-source")}</th>
                </tr></thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn line(visit: &Visit, figure: &MarketFigure) -> impl IntoView + use<> {
    let unpublished = || visit.say("not-published").into_owned();
    let people = |number: Option<u64>| number.map_or_else(unpublished, notation::count);
    let source = if figure.source.starts_with("http") {
        let host = figure
            .source
            .split('/')
            .nth(2)
            .unwrap_or(&figure.source)
            .to_owned();
        view! { <a class="target" href=figure.source.clone() rel="external nofollow">{host}</a> }
            .into_any()
    } else {
        figure.source.clone().into_any()
    };
    view! {
        <tr>
            <th scope="row">{notation::period(visit, &figure.period)}</th>
            <td lang=lang_of(&figure.area)>{figure.area.clone()}</td>
            <td class="number">{people(figure.demand)}</td>
            <td class="number">{people(figure.supply)}</td>
            <td class="number">{figure.ratio.map_or_else(unpublished, notation::figure)}</td>
            <td>{if figure.is_sample { view! { <SampleTag visit is_sample=true/> }.into_any() } else { source }}</td>
        </tr>
    }
}
