//! The timetable of courses: on which weekdays and at what time they meet.

use chrono::{NaiveTime, Timelike};

use super::known::Known;
use super::record::Record;
use super::row::Row;
use super::row_error::{Noun, Problem, RowErrors};
use super::table::{Column, required};
use crate::db::meeting::Meeting;

impl Record for Meeting {
    const COLUMNS: &'static [Column] = &[
        required("course"),
        required("weekday"),
        required("starts_at"),
        required("ends_at"),
    ];
    const KEY_COLUMN: &'static str = "course";
    type Key = (String, i32, i32);

    fn read(row: &mut Row<'_>, known: &Known) -> Option<Self> {
        let course = known_course(row, known);
        let weekday = row.number("weekday", 1..=7);
        let (starts_at, ends_at) = (row.time("starts_at"), row.time("ends_at"));
        let (starts_minute, ends_minute) = (minute(starts_at?), minute(ends_at?));
        if ends_minute <= starts_minute {
            row.refuse("ends_at", Problem::EndsBeforeStart("starts_at"));
            return None;
        }
        Some(Self {
            course: course?,
            weekday: weekday?,
            starts_minute,
            ends_minute,
        })
    }

    fn key(&self) -> Self::Key {
        (self.course.clone(), self.weekday, self.starts_minute)
    }

    fn compare(records: &[(u64, Self)], _: &Known, errors: &mut RowErrors) {
        let mut ordered: Vec<&(u64, Self)> = records.iter().collect();
        ordered
            .sort_by_key(|(_, meeting)| (&meeting.course, meeting.weekday, meeting.starts_minute));
        for pair in ordered.windows(2) {
            let ((first_line, earlier), (line, later)) = (pair[0], pair[1]);
            let is_same_day = earlier.course == later.course && earlier.weekday == later.weekday;
            if is_same_day && later.starts_minute < earlier.ends_minute {
                errors.add(
                    *line,
                    "starts_at",
                    Problem::Overlaps {
                        first_line: *first_line,
                    },
                );
            }
        }
    }
}

fn known_course(row: &mut Row<'_>, known: &Known) -> Option<String> {
    let id = row.own_code("course")?;
    if known.courses.contains_key(&id) {
        return Some(id);
    }
    row.refuse("course", Problem::UnknownReference(Noun::Course));
    None
}

fn minute(time: NaiveTime) -> i32 {
    i32::try_from(time.num_seconds_from_midnight() / 60).expect("a day has 1440 minutes")
}
