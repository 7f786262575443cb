//! When a course meets in a week, and on which day its hours are through.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::sheet::Sheet;

const HEADER: [&str; 4] = ["course", "weekday", "starts_at", "ends_at"];

/// How a course meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Daytime,
    Evening,
    Weekend,
    Online,
}

impl Mode {
    pub(super) const ALL: [Self; 4] = [Self::Daytime, Self::Evening, Self::Weekend, Self::Online];

    /// Returns the word that the files use.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Daytime => "daytime",
            Self::Evening => "evening",
            Self::Weekend => "weekend",
            Self::Online => "online",
        }
    }

    /// Returns the word for a title.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Daytime => "日班",
            Self::Evening => "晚班",
            Self::Weekend => "周末班",
            Self::Online => "线上班",
        }
    }

    /// Returns the meetings of a week: weekday (1 is Monday), beginning and end (hours of the day), ordered.
    fn meetings(self) -> &'static [(u8, u8, u8)] {
        match self {
            Self::Daytime => &[(1, 8, 12), (2, 8, 12), (3, 8, 12), (4, 8, 12), (5, 8, 12)],
            Self::Evening => &[(1, 18, 21), (2, 18, 21), (3, 18, 21), (4, 18, 21)],
            Self::Weekend => &[(6, 9, 12), (6, 13, 16), (7, 9, 12), (7, 13, 16)],
            Self::Online => &[(2, 19, 21), (4, 19, 21), (6, 9, 12), (6, 14, 17)],
        }
    }

    /// Returns the first day on which the course meets, in the week that begins on `monday`.
    pub(super) fn first_day(self, monday: NaiveDate) -> NaiveDate {
        monday + Days::new(u64::from(self.meetings()[0].0) - 1)
    }

    /// Returns the day of the meeting in which `hours` are through, counted from the first day on.
    pub(super) fn last_day(self, first_day: NaiveDate, hours: u32) -> NaiveDate {
        let mut left = i64::from(hours);
        let mut day = first_day;
        loop {
            left -= self.hours_on(day.weekday());
            if left <= 0 {
                return day;
            }
            day = day + Days::new(1);
        }
    }

    fn hours_on(self, weekday: Weekday) -> i64 {
        let number = weekday.number_from_monday();
        self.meetings()
            .iter()
            .filter(|meeting| u32::from(meeting.0) == number)
            .map(|(_, from, to)| i64::from(to - from))
            .sum()
    }
}

/// A course or slot as it is announced: its row, and how it meets.
pub(super) struct Announced {
    pub(super) id: String,
    pub(super) mode: Mode,
    pub(super) cells: Vec<String>,
}

/// The timetable file growing course by course.
pub(super) struct Timetable(Sheet);

impl Timetable {
    /// Returns a timetable without courses.
    pub(super) fn new() -> Self {
        Self(Sheet::with_header(&HEADER))
    }

    /// Adds the meetings of a course.
    pub(super) fn add(&mut self, course: &Announced) {
        for (weekday, from, to) in course.mode.meetings() {
            self.0.write(&[
                course.id.clone(),
                weekday.to_string(),
                format!("{from:02}:00"),
                format!("{to:02}:00"),
            ]);
        }
    }

    /// Returns the whole file.
    pub(super) fn finish(self) -> Vec<u8> {
        self.0.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_course_ends_on_the_day_its_hours_are_through() {
        let monday = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        assert_eq!(Mode::Daytime.last_day(monday, 20), monday + Days::new(4));
        assert_eq!(Mode::Daytime.last_day(monday, 21), monday + Days::new(7));
        let saturday = Mode::Weekend.first_day(monday);
        assert_eq!(
            (saturday.weekday(), Mode::Weekend.last_day(saturday, 12)),
            (Weekday::Sat, saturday + Days::new(1))
        );
    }
}
