//! Answers what lies ahead of somebody, by asking the rules about what is published.

use app::backend::{Ahead, Answer, SubsidisedOccupation};
use policy::{Facts, Goal, OccupationCode, Offer, Outlook, Plans};

use super::advising::published;
use super::card::course_card;
use super::{City, unavailable};
use crate::shelf::Stock;

pub(super) async fn ahead(city: &City, facts: &Facts, id: &str) -> Answer<Option<Ahead>> {
    let placed = city.database.course(id).await.map_err(unavailable)?;
    let Some(placed) = placed.filter(|placed| placed.course.is_published) else {
        return Ok(None);
    };
    let stock = city.shelf.stock();
    let today = city.clock.today();
    let course = placed.course.as_asked().map_err(unavailable)?;
    let published = published(&stock, Some(&course));
    let outlook = outlook(city, &stock);
    Ok(Some(Ahead {
        course: course_card(&placed, &stock, today),
        assessment: policy::assess_course(facts, &course, &published),
        way: policy::steps(facts, &course, &published, &outlook),
        what_if: policy::what_if(facts, &course, &published),
    }))
}

pub(super) fn plan(city: &City, facts: &Facts, goal: Goal, years: u32) -> Plans {
    let stock = city.shelf.stock();
    policy::plan(facts, goal, &outlook(city, &stock), years)
}

pub(super) fn subsidised_occupations(city: &City) -> Vec<SubsidisedOccupation> {
    let stock = city.shelf.stock();
    let edition = stock.catalogue.in_force(city.clock.today());
    let is_sample = edition.is_some_and(|edition| edition.edition.is_sample);
    let mut found: Vec<SubsidisedOccupation> = Vec::new();
    for Offer {
        occupation,
        level,
        entry,
    } in offers(city, &stock)
    {
        if entry.subsidised {
            match found.iter_mut().find(|known| known.code == occupation) {
                Some(known) => known.levels.push(level),
                None => found.push(SubsidisedOccupation {
                    code: occupation,
                    name: name(occupation, &stock),
                    levels: vec![level],
                    is_sample,
                }),
            }
        }
    }
    found.sort_by_key(|occupation| occupation.code);
    found
}

fn name(code: OccupationCode, stock: &Stock) -> String {
    let name = stock.occupations.get(code.as_str()).cloned();
    name.unwrap_or_else(|| code.to_string())
}

fn outlook<'a>(city: &City, stock: &'a Stock) -> Outlook<'a> {
    let readings = stock.register.readings();
    Outlook::new(readings, offers(city, stock), city.clock.today())
}

/// Returns every entry of the edition in force; what bears no proper code is nothing that the rules could name.
fn offers(city: &City, stock: &Stock) -> Vec<Offer> {
    let edition = stock.catalogue.in_force(city.clock.today());
    let entries = edition
        .iter()
        .flat_map(|edition| &edition.entries)
        .filter_map(|(code, entries)| Some((code.parse().ok()?, entries)));
    entries
        .flat_map(|(occupation, entries): (OccupationCode, _)| {
            entries.iter().map(move |entry| Offer {
                occupation,
                level: entry.level,
                entry: entry.as_listed(),
            })
        })
        .collect()
}
