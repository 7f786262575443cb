//! What lists show of a course or a catalogue entry, from what is stored.

use app::backend::{CatalogueEntry, CourseCard, Place};
use chrono::NaiveDate;
use policy::{Fen, Level, Programme};

use crate::db;
use crate::db::course::{Course, PlacedCourse};
use crate::shelf::{Round, Stock, promised};

/// Returns the card of a course; whether it is open is said for the day.
pub(super) fn course_card(placed: &PlacedCourse, stock: &Stock, today: NaiveDate) -> CourseCard {
    let whose = (placed.place_name.as_str(), placed.district.as_str());
    card(&placed.course, whose, stock, today)
}

/// Returns the card of a course on the shelf.
pub(super) fn round_card(round: &Round, stock: &Stock, today: NaiveDate) -> CourseCard {
    let whose = (round.place_name(), round.district());
    card(&round.course(), whose, stock, today)
}

fn card(
    course: &Course,
    (place_name, district): (&str, &str),
    stock: &Stock,
    today: NaiveDate,
) -> CourseCard {
    let seats_left = count(course.seats_left());
    let skill = course.occupation.as_deref().zip(course.level);
    CourseCard {
        id: course.id.clone(),
        programme: course.programme,
        title: course.title.clone(),
        occupation: course.occupation.clone(),
        level: course.level,
        place: place(course, place_name),
        district: district.to_owned(),
        start: course.starts_on,
        end: course.ends_on,
        apply_until: course.apply_until,
        seats: count(course.seats),
        seats_left,
        is_open: course.takes_applications(today) && seats_left > 0,
        subsidy: subsidy(skill, (course.programme, course.starts_on), stock),
        is_sample: course.is_sample,
    }
}

/// Returns what the catalogue of its first day promises for a course.
pub(super) fn subsidy(
    skill: Option<(&str, Level)>,
    (programme, starts_on): (Programme, NaiveDate),
    stock: &Stock,
) -> Option<Fen> {
    let (occupation, level) = skill?;
    let entry = stock
        .catalogue
        .in_force(starts_on)?
        .entry(occupation, level)?;
    promised(entry, programme, stock.register.readings(), starts_on)
}

fn place(course: &Course, name: &str) -> Place {
    let name = name.to_owned();
    match (&course.institution, &course.base) {
        (Some(id), _) => Place::Institution {
            id: id.clone(),
            name,
        },
        (None, base) => Place::Base {
            id: base.clone().unwrap_or_default(),
            name,
        },
    }
}

/// Returns what an edition says of a level.
pub(super) fn catalogue_entry(entry: &db::catalogue::CatalogueEntry) -> CatalogueEntry {
    CatalogueEntry {
        level: entry.level,
        hours: entry.hours.map(count),
        training: entry.training,
        appraisal: entry.appraisal,
        is_subsidised: entry.is_subsidised,
        shortage: entry.shortage_tier.clone(),
        top_up_percent: entry.as_listed().top_up(),
    }
}

/// Returns a stored number of things; the schema keeps it from being negative.
pub(super) fn count(stored: i32) -> u32 {
    u32::try_from(stored).unwrap_or(0)
}
