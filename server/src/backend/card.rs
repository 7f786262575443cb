//! What lists show of a course or a catalogue entry, from what is stored.

use app::backend::{CatalogueEntry, CourseCard, Place};
use chrono::NaiveDate;
use policy::Fen;

use crate::db;
use crate::db::course::{Course, PlacedCourse};
use crate::shelf::{Stock, promised};

/// Returns the card of a course; whether it is open is said for the day.
pub(super) fn course_card(placed: &PlacedCourse, stock: &Stock, today: NaiveDate) -> CourseCard {
    let course = &placed.course;
    let seats_left = count(course.seats_left());
    CourseCard {
        id: course.id.clone(),
        programme: course.programme,
        title: course.title.clone(),
        occupation: course.occupation.clone(),
        level: course.level,
        place: place(placed),
        district: placed.district.clone(),
        start: course.starts_on,
        end: course.ends_on,
        apply_until: course.apply_until,
        seats: count(course.seats),
        seats_left,
        is_open: course.takes_applications(today) && seats_left > 0,
        subsidy: subsidy(course, stock),
        is_sample: course.is_sample,
    }
}

/// Returns what the catalogue of its first day promises for a course.
pub(super) fn subsidy(course: &Course, stock: &Stock) -> Option<Fen> {
    let (occupation, level) = course.occupation.as_deref().zip(course.level)?;
    let entry = stock
        .catalogue
        .in_force(course.starts_on)?
        .entry(occupation, level)?;
    let readings = stock.register.readings();
    promised(entry, course.programme, readings, course.starts_on)
}

fn place(placed: &PlacedCourse) -> Place {
    let name = placed.place_name.clone();
    match (&placed.course.institution, &placed.course.base) {
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
