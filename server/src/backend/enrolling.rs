//! What a signed-in person has told the portal and applied for.

use std::collections::HashMap;

use app::backend::{Answer, Application, PersonId, Profile, Waiting};
use policy::{Facts, OccupationCode, State};
use uuid::Uuid;

use super::card::course_card;
use super::{City, unavailable};
use crate::db::course::PlacedCourse;
use crate::db::enrolment::Enrolment;
use crate::db::waiting::InLine;
use crate::db::{Error, Result};
use crate::person;

pub(super) async fn profile(city: &City, person: PersonId) -> Answer<Profile> {
    let profile = person::profile(&city.database, &city.keys, person).await;
    profile.map_err(unavailable)
}

pub(super) async fn facts_of(
    city: &City,
    person: PersonId,
    about: Option<OccupationCode>,
) -> Answer<Facts> {
    let facts = person::facts(&city.database, &city.keys, person, about).await;
    facts.map_err(unavailable)
}

pub(super) async fn my_applications(city: &City, person: PersonId) -> Answer<Vec<Application>> {
    let enrolments = city
        .database
        .enrolments_of(Uuid::from_u128(person.0))
        .await
        .map_err(unavailable)?;
    applications(city, enrolments).await.map_err(unavailable)
}

pub(super) async fn my_application(
    city: &City,
    person: PersonId,
    reference: &str,
) -> Answer<Option<Application>> {
    let found = city
        .database
        .enrolment_by_reference(Uuid::from_u128(person.0), reference)
        .await
        .map_err(unavailable)?;
    let applications = applications(city, found.into_iter().collect())
        .await
        .map_err(unavailable)?;
    Ok(applications.into_iter().next())
}

pub(super) async fn my_waiting(city: &City, person: PersonId) -> Answer<Vec<Waiting>> {
    waiting(city, Uuid::from_u128(person.0))
        .await
        .map_err(unavailable)
}

async fn waiting(city: &City, person: Uuid) -> Result<Vec<Waiting>> {
    let today = city.clock.today();
    let stock = city.shelf.stock();
    let places = city.database.waiting_of(person, today).await?;
    let courses = courses(city, places.iter().map(|place| &place.waiting.course)).await?;
    let number = |stored: i64| u32::try_from(stored).unwrap_or(u32::MAX);
    places
        .into_iter()
        .map(|InLine { waiting, standing }| {
            let placed = courses
                .get(&waiting.course)
                .ok_or_else(|| Error::Damaged(format!("course of waiting {}", waiting.id)))?;
            Ok(Waiting {
                id: waiting.id.to_string(),
                since: waiting.since.in_shanghai(),
                place: number(standing.place),
                waiting: number(standing.waiting),
                course: course_card(placed, &stock, today),
            })
        })
        .collect()
}

/// Returns the courses with these ids, by id.
async fn courses(
    city: &City,
    ids: impl Iterator<Item = &String>,
) -> Result<HashMap<String, PlacedCourse>> {
    let ids: Vec<String> = ids.cloned().collect();
    let found = city.database.courses_by_ids(&ids).await?;
    let by_id = found
        .into_iter()
        .map(|placed| (placed.course.id.clone(), placed));
    Ok(by_id.collect())
}

async fn applications(city: &City, enrolments: Vec<Enrolment>) -> Result<Vec<Application>> {
    let courses = courses(city, enrolments.iter().map(|enrolment| &enrolment.course)).await?;
    let mut applications = Vec::with_capacity(enrolments.len());
    for enrolment in &enrolments {
        let placed = courses
            .get(&enrolment.course)
            .ok_or_else(|| Error::Damaged(format!("course of enrolment {}", enrolment.id)))?;
        applications.push(application(city, enrolment, placed).await?);
    }
    Ok(applications)
}

async fn application(
    city: &City,
    enrolment: &Enrolment,
    placed: &PlacedCourse,
) -> Result<Application> {
    let today = city.clock.today();
    let entries = city.database.ledger_of(enrolment.id).await?;
    let last = entries
        .last()
        .ok_or_else(|| Error::Damaged(format!("ledger of enrolment {}", enrolment.id)))?;
    Ok(Application {
        reference: enrolment.reference.clone(),
        state: enrolment.state,
        made_at: enrolment.created_at.in_shanghai(),
        cancelled_at: enrolment
            .cancelled_at
            .filter(|_| enrolment.state == State::Cancelled)
            .map(crate::clock::Moment::in_shanghai),
        course: course_card(placed, &city.shelf.stock(), today),
        can_cancel: enrolment.can_be_cancelled(today),
        ledger: (
            u64::try_from(last.content.position).unwrap_or_default(),
            last.hash.to_string(),
        ),
    })
}
