//! When a course meets, each week from its first to its last day.

use sqlx::FromRow;

use super::{Database, Result, Transaction};

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

const CLEAR_MEETINGS: &str = "delete from course_meeting where course = $1";

const ADD_MEETING: &str = "insert into course_meeting (course, weekday, starts_minute, ends_minute)
values ($1, $2, $3, $4)";

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
    /// Replaces a course's weekly meetings; the meetings' own `course` is not looked at.
    ///
    /// # Errors
    /// If the database refuses, for one because two meetings begin at the same time.
    pub async fn put_meetings(&mut self, course: &str, meetings: &[Meeting]) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(CLEAR_MEETINGS)
                .bind(course)
                .execute(&mut *connection)
                .await?;
            for meeting in meetings {
                sqlx::query(ADD_MEETING)
                    .bind(course)
                    .bind(meeting.weekday)
                    .bind(meeting.starts_minute)
                    .bind(meeting.ends_minute)
                    .execute(&mut *connection)
                    .await?;
            }
        });
        Ok(())
    }
}
