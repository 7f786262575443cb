//! What the city has published: districts, occupations, institutions, bases, courses.

use app::backend::{
    Answer, Base, Counts, CourseCard, CourseDetail, Designation, DesignationSubject, District,
    Institution, Occupation, Office, Session,
};
use chrono::{Datelike, NaiveDate};
use policy::Programme;
use search_index::Synonym;

use super::card::{catalogue_entry, count, course_card, round_card};
use super::{City, unavailable};
use crate::db::course::PlacedCourse;
use crate::db::institution::DesignationKind;
use crate::db::meeting::Meeting;
use crate::shelf::Stock;

pub(super) fn districts(city: &City) -> Vec<District> {
    let stock = city.shelf.stock();
    let office = |district: &crate::db::place::District| {
        district.office_name.clone().map(|name| Office {
            name,
            address: district.office_address.clone(),
            phone: district.office_phone.clone(),
        })
    };
    stock
        .districts
        .iter()
        .map(|district| District {
            code: district.code.clone(),
            name: district.name.clone(),
            office: office(district),
            centre: district.centre(),
        })
        .collect()
}

pub(super) async fn occupation(city: &City, code: &str) -> Answer<Option<Occupation>> {
    let Some(stored) = city.database.occupation(code).await.map_err(unavailable)? else {
        return Ok(None);
    };
    let levels = city.database.levels_of(code).await.map_err(unavailable)?;
    let stock = city.shelf.stock();
    let edition = stock.catalogue.in_force(city.clock.today());
    Ok(Some(Occupation {
        entries: edition
            .map(|edition| {
                edition
                    .entries_of(code)
                    .iter()
                    .map(catalogue_entry)
                    .collect()
            })
            .unwrap_or_default(),
        edition: edition.map(|edition| (edition.edition.name.clone(), edition.edition.is_sample)),
        english: Synonym::english(code),
        code: stored.code,
        classification: stored.classification,
        name: stored.name,
        aliases: stored
            .aliases
            .split('|')
            .filter(|alias| !alias.is_empty())
            .map(str::to_owned)
            .collect(),
        groups: [
            Some(stored.major_group_name),
            stored.middle_group_name,
            stored.minor_group_name,
        ]
        .into_iter()
        .flatten()
        .collect(),
        levels,
    }))
}

pub(super) async fn institution(city: &City, id: &str) -> Answer<Option<Institution>> {
    let Some(stored) = city.database.institution(id).await.map_err(unavailable)? else {
        return Ok(None);
    };
    let today = city.clock.today();
    let stock = city.shelf.stock();
    let designations = city
        .database
        .designations_of(id)
        .await
        .map_err(unavailable)?;
    let mut designations: Vec<_> = designations
        .iter()
        .filter_map(|designation| designated(designation, &stock))
        .collect();
    designations.sort_by_key(|designation| !is_current(designation, today));
    let courses = city
        .database
        .courses_of_institution(id, today)
        .await
        .map_err(unavailable)?;
    Ok(Some(Institution {
        id: stored.id,
        name: stored.name,
        district: stored.district,
        address: stored.address,
        phone: stored.phone,
        designations,
        courses: cards(&courses, &stock, today),
        is_sample: stored.is_sample,
    }))
}

/// As pages and API show it; `None` where the row names a skill but not which, which the schema forbids.
fn designated(stored: &crate::db::institution::Designation, stock: &Stock) -> Option<Designation> {
    let subject = match stored.kind {
        DesignationKind::Entrepreneurship => {
            DesignationSubject::Programme(Programme::Entrepreneurship)
        }
        DesignationKind::Simulation => {
            DesignationSubject::Programme(Programme::EntrepreneurshipSimulation)
        }
        DesignationKind::Skills => {
            let occupation = stored.occupation.clone()?;
            let name = stock
                .occupations
                .get(&occupation)
                .unwrap_or(&occupation)
                .clone();
            DesignationSubject::Skill {
                name,
                occupation,
                level: stored.level?,
            }
        }
    };
    Some(Designation {
        subject,
        from: stored.from_on,
        to: stored.to_on,
    })
}

fn is_current(designation: &Designation, today: NaiveDate) -> bool {
    designation.from <= today && designation.to.is_none_or(|last| last >= today)
}

pub(super) async fn base(city: &City, id: &str) -> Answer<Option<Base>> {
    let Some(stored) = city.database.base(id).await.map_err(unavailable)? else {
        return Ok(None);
    };
    let today = city.clock.today();
    let stock = city.shelf.stock();
    let slots = city
        .database
        .slots_of_base(id, today)
        .await
        .map_err(unavailable)?;
    Ok(Some(Base {
        id: stored.id,
        name: stored.name,
        kind: stored.kind,
        district: stored.district,
        address: stored.address,
        phone: stored.phone,
        slots: cards(&slots, &stock, today),
        is_sample: stored.is_sample,
    }))
}

pub(super) async fn course(city: &City, id: &str) -> Answer<Option<CourseDetail>> {
    let found = city.database.course(id).await.map_err(unavailable)?;
    let Some(placed) = found.filter(|placed| placed.course.is_published) else {
        return Ok(None);
    };
    let meetings = city.database.meetings_of(id).await.map_err(unavailable)?;
    let waiting = city.database.waiting_for(id).await.map_err(unavailable)?;
    let stock = city.shelf.stock();
    let course = &placed.course;
    let entry = course
        .occupation
        .as_deref()
        .zip(course.level)
        .and_then(|(occupation, level)| {
            stock
                .catalogue
                .in_force(course.starts_on)
                .and_then(|edition| edition.entry(occupation, level))
                .map(catalogue_entry)
        });
    Ok(Some(CourseDetail {
        card: course_card(&placed, &stock, city.clock.today()),
        occupation_name: placed.occupation_name.clone(),
        address: placed.address.clone(),
        phone: placed.phone.clone(),
        modes: vec![policy::Coded::code(course.mode).to_owned()],
        timetable: None,
        class_hours: course.class_hours.map(count),
        own_cost: Some(course.own_cost),
        entry,
        waiting: u32::try_from(waiting).unwrap_or(u32::MAX),
        sessions: sessions(course.starts_on, course.ends_on, &meetings),
    }))
}

/// Returns the dated meetings of a course that meets at the same times each week.
fn sessions(first: NaiveDate, last: NaiveDate, meetings: &[Meeting]) -> Vec<Session> {
    let clock_time = |minute: i32| format!("{}:{:02}", minute / 60, minute % 60);
    first
        .iter_days()
        .take_while(|day| *day <= last)
        .flat_map(|day| {
            let on_this_weekday = move |meeting: &&Meeting| {
                i64::from(meeting.weekday) == i64::from(day.weekday().number_from_monday())
            };
            let session = move |meeting: &Meeting| Session {
                day,
                from: clock_time(meeting.starts_minute),
                to: clock_time(meeting.ends_minute),
            };
            meetings.iter().filter(on_this_weekday).map(session)
        })
        .collect()
}

pub(super) fn courses(city: &City, ids: &[String]) -> Vec<CourseCard> {
    let stock = city.shelf.stock();
    let today = city.clock.today();
    ids.iter()
        .filter_map(|id| stock.courses.get(id))
        .map(|round| round_card(round, &stock, today))
        .collect()
}

pub(super) fn counts(city: &City) -> Counts {
    let stock = city.shelf.stock();
    let today = city.clock.today();
    let subsidised = |entries: &&Vec<crate::db::catalogue::CatalogueEntry>| {
        entries.iter().any(|entry| entry.is_subsidised)
    };
    let is_designated = |designation: &policy::Designation| {
        designation.from <= today && designation.to.is_none_or(|last| last >= today)
    };
    let open = stock.courses.open(today);
    Counts {
        occupations: number(stock.occupations.len()),
        subsidised_occupations: number(stock.catalogue.in_force(today).map_or(0, |edition| {
            edition.entries.values().filter(subsidised).count()
        })),
        institutions: number(
            stock
                .institutions
                .values()
                .filter(|host| host.designations.iter().any(is_designated))
                .count(),
        ),
        open_courses: number(open.courses),
        open_slots: number(open.slots),
        bases: number(stock.bases.len()),
    }
}

/// Returns the cards of a host's courses: those first for which somebody can still apply.
fn cards(courses: &[PlacedCourse], stock: &Stock, today: NaiveDate) -> Vec<CourseCard> {
    let mut cards: Vec<_> = courses
        .iter()
        .map(|placed| course_card(placed, stock, today))
        .collect();
    cards.sort_by_key(|card| !card.is_open);
    cards
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weekly_meeting_becomes_its_days() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let evenings = [1, 3].map(|weekday| Meeting {
            course: "c".to_owned(),
            weekday,
            starts_minute: 18 * 60 + 30,
            ends_minute: 21 * 60,
        });
        let sessions = sessions(day(23), day(30), &evenings);
        let days: Vec<_> = sessions.iter().map(|session| session.day).collect();
        assert_eq!(days, [day(23), day(25), day(30)]);
        assert_eq!(
            (sessions[0].from.as_str(), sessions[0].to.as_str()),
            ("18:30", "21:00")
        );
    }
}
