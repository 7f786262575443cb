//! Seats: taken and given back one at a time, never more than there are.

use super::course::Course;
use super::{Error, Result, Transaction};

/// Locks the course's row until the transaction ends: every enrolment of this course queues here.
const LOCK: &str = "update course
set seats_taken = seats_taken
where id = $1
returning id, programme, occupation, level, institution, base, title, mode, starts_on, ends_on, apply_until,
    class_hours, semesters, internship, seats, seats_taken, own_cost_fen, is_published, source, sample";

const TAKE_SEAT: &str = "update course
set seats_taken = seats_taken + 1
where id = $1
and seats_taken < seats
returning seats_taken";

const GIVE_SEAT_BACK: &str = "update course
set seats_taken = seats_taken - 1
where id = $1
and seats_taken > 0
returning seats_taken";

impl Transaction {
    /// Returns the course and keeps everybody else from changing it until this transaction ends.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn lock_course(&mut self, id: &str) -> Result<Option<Course>> {
        in_transaction!(self, |connection| Ok(sqlx::query_as(LOCK)
            .bind(id)
            .fetch_optional(connection)
            .await?))
    }

    /// Takes a seat and returns how many are taken now; nothing where none is left.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn take_seat(&mut self, course: &str) -> Result<Option<i32>> {
        in_transaction!(self, |connection| Ok(sqlx::query_scalar(TAKE_SEAT)
            .bind(course)
            .fetch_optional(connection)
            .await?))
    }

    /// Gives a seat back and returns how many are taken now.
    ///
    /// # Errors
    /// If the database does not answer, or no seat was taken.
    pub async fn give_seat_back(&mut self, course: &str) -> Result<i32> {
        let taken: Option<i32> =
            in_transaction!(self, |connection| sqlx::query_scalar(GIVE_SEAT_BACK)
                .bind(course)
                .fetch_optional(connection)
                .await?);
        taken.ok_or_else(|| Error::Damaged(format!("seats of course {course}")))
    }
}
