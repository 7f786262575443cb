//! What lists show of a course or a catalogue entry, from what is stored.

use app::backend::{CatalogueEntry, CourseCard, Place};
use chrono::NaiveDate;

use crate::db;
use crate::db::course::PlacedCourse;

/// Returns the card of a course; whether it is open is said for the day.
pub(super) fn course_card(placed: &PlacedCourse, today: NaiveDate) -> CourseCard {
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
        is_sample: course.is_sample,
    }
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
