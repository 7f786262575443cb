//! When a course meets, each week from its first to its last day.

use std::collections::BTreeSet;

use sqlx::FromRow;
use sqlx::query_builder::QueryBuilder;

use super::{Database, ROWS_AT_ONCE, Result, Transaction};

/// A weekly meeting of a course.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Meeting {
    /// The course's id.
    pub course: String,
    /// 1 (Monday) to 7 (Sunday).
    pub weekday: i32,
    /// Minutes from midnight to its beginning.
    pub starts_minute: i32,
    /// Minutes from midnight to its end.
    pub ends_minute: i32,
}

const MEETINGS: &str = "select course, weekday, starts_minute, ends_minute
from course_meeting
where course = $1
order by weekday, starts_minute";

const CLEAR: &str = "delete from course_meeting where course in (";

const ADD: &str = "insert into course_meeting (course, weekday, starts_minute, ends_minute) ";

impl Database {
    /// Returns a course's weekly meetings, from Monday on.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn meetings_of(&self, course: &str) -> Result<Vec<Meeting>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(MEETINGS)
            .bind(course)
            .fetch_all(pool)
            .await?))
    }
}

impl Transaction {
    /// Replaces the weekly meetings of every course that one of these belongs to.
    ///
    /// # Errors
    /// If the database refuses, for one because a course is unknown or two of its meetings begin at the same time.
    pub async fn put_meetings(&mut self, meetings: &[Meeting]) -> Result<()> {
        let courses: BTreeSet<&str> = meetings.iter().map(|one| one.course.as_str()).collect();
        let courses: Vec<&str> = courses.into_iter().collect();
        in_transaction!(self, |connection| {
            for courses in courses.chunks(ROWS_AT_ONCE) {
                let mut query = QueryBuilder::new(CLEAR);
                let mut ids = query.separated(", ");
                for course in courses {
                    ids.push_bind(*course);
                }
                query.push(")");
                query.build().execute(&mut *connection).await?;
            }
            for meetings in meetings.chunks(ROWS_AT_ONCE) {
                let mut query = QueryBuilder::new(ADD);
                query.push_values(meetings, |mut row, meeting| {
                    row.push_bind(&meeting.course)
                        .push_bind(meeting.weekday)
                        .push_bind(meeting.starts_minute)
                        .push_bind(meeting.ends_minute);
                });
                query.build().execute(&mut *connection).await?;
            }
        });
        Ok(())
    }
}
