//! Places in the line before a full course, as rows; who joins, leaves and is next is decided in [`crate::enrolment`].

use chrono::NaiveDate;
use policy::Coded;
use sqlx::FromRow;
use uuid::Uuid;

use super::stored::{Code, read_from_code};
use super::{Database, Result, Transaction};
use crate::clock::Moment;

/// What has become of a place in line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitingState {
    /// The person waits.
    Waiting,
    /// The person left the line.
    Left,
    /// The person got a seat.
    Seated,
}

impl Coded for WaitingState {
    const ALL: &'static [Self] = &[Self::Waiting, Self::Left, Self::Seated];

    fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Left => "left",
            Self::Seated => "seated",
        }
    }
}

read_from_code!(WaitingState);

/// One person's place in the line before one course.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Waiting {
    /// Id.
    pub id: Uuid,
    /// Who waits.
    pub person: Uuid,
    /// The course's id.
    pub course: String,
    /// When they joined.
    pub since: Moment,
    /// Where the ledger records that; it orders the line.
    pub position: i64,
    /// What has become of it.
    #[sqlx(try_from = "Code<WaitingState>")]
    pub state: WaitingState,
}

/// Where somebody stands in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromRow)]
pub struct Standing {
    /// From 1.
    pub place: i64,
    /// How many wait, this person among them.
    pub waiting: i64,
}

/// A place in line, with where it stands.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct InLine {
    /// The place.
    #[sqlx(flatten)]
    pub waiting: Waiting,
    /// Where it stands.
    #[sqlx(flatten)]
    pub standing: Standing,
}

const OF_PERSON: &str = "select w.id, w.person, w.course, w.since, w.position, w.state,
    (select count(*) from waiting o where o.course = w.course and o.state = 'waiting' and o.position <= w.position)
        as place,
    (select count(*) from waiting o where o.course = w.course and o.state = 'waiting') as waiting
from waiting w
join course c on c.id = w.course
where w.person = $1
and w.state = 'waiting'
and c.is_published
and c.starts_on > $2
order by w.position";

const COUNT: &str = "select count(*)
from waiting
where course = $1
and state = 'waiting'";

/// Lines before courses that have a seat for them. Whoever joined in time may still be seated after the last day to
/// apply, until the course starts.
const WITH_SEATS: &str = "select distinct w.course
from waiting w
join course c on c.id = w.course
where w.state = 'waiting'
and c.is_published
and c.seats_taken < c.seats
and c.starts_on > $1
order by w.course";

const HAS_SEATS: &str = "select count(*)
from course c
where c.id = $1
and c.is_published
and c.seats_taken < c.seats
and c.starts_on > $2
and exists (select 1 from waiting w where w.course = c.id and w.state = 'waiting')";

const WAITING: &str = "select id, person, course, since, position, state
from waiting
where id = $1
and person = $2";

const OF_PERSON_IN_COURSE: &str = "select id, person, course, since, position, state
from waiting
where person = $1
and course = $2
and state = 'waiting'";

const NEXT: &str = "select id, person, course, since, position, state
from waiting
where course = $1
and state = 'waiting'
and position > $2
order by position
limit 1";

const STANDING: &str = "select count(*) filter (where position <= $2) as place, count(*) as waiting
from waiting
where course = $1
and state = 'waiting'";

const ADD: &str = "insert into waiting (id, person, course, since, position, state)
values ($1, $2, $3, $4, $5, $6)";

const END: &str = "update waiting
set state = $3,
    ended_at = $4
where person = $1
and course = $2
and state = 'waiting'";

impl Database {
    /// Returns where a person waits on the day, the longest first; courses that have started are left out.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn waiting_of(&self, person: Uuid, on: NaiveDate) -> Result<Vec<InLine>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(OF_PERSON)
            .bind(person)
            .bind(on)
            .fetch_all(pool)
            .await?))
    }

    /// Returns how many wait for a seat in a course.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn waiting_for(&self, course: &str) -> Result<i64> {
        with_pool!(self, |pool| Ok(sqlx::query_scalar(COUNT)
            .bind(course)
            .fetch_one(pool)
            .await?))
    }

    /// Returns the courses, by id, that have not started and have both a free seat and somebody who waits for one.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn lines_with_seats(&self, on: NaiveDate) -> Result<Vec<String>> {
        with_pool!(self, |pool| Ok(sqlx::query_scalar(WITH_SEATS)
            .bind(on)
            .fetch_all(pool)
            .await?))
    }

    /// Returns whether a course is one of [`Database::lines_with_seats`].
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn line_has_seats(&self, course: &str, on: NaiveDate) -> Result<bool> {
        let found: i64 = with_pool!(self, |pool| sqlx::query_scalar(HAS_SEATS)
            .bind(course)
            .bind(on)
            .fetch_one(pool)
            .await?);
        Ok(found > 0)
    }
}

impl Transaction {
    /// Returns one of a person's own places in line, whatever has become of it.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn waiting(&mut self, person: Uuid, id: Uuid) -> Result<Option<Waiting>> {
        in_transaction!(self, |connection| Ok(sqlx::query_as(WAITING)
            .bind(id)
            .bind(person)
            .fetch_optional(connection)
            .await?))
    }

    /// Returns a person's place in the line before a course, if they wait.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn waiting_in_course(
        &mut self,
        person: Uuid,
        course: &str,
    ) -> Result<Option<Waiting>> {
        in_transaction!(self, |connection| Ok(sqlx::query_as(OF_PERSON_IN_COURSE)
            .bind(person)
            .bind(course)
            .fetch_optional(connection)
            .await?))
    }

    /// Returns who stands next in the line before a course, behind a position of the ledger; 0 for the first of all.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn next_waiting(&mut self, course: &str, behind: i64) -> Result<Option<Waiting>> {
        in_transaction!(self, |connection| Ok(sqlx::query_as(NEXT)
            .bind(course)
            .bind(behind)
            .fetch_optional(connection)
            .await?))
    }

    /// Returns where a place in line stands.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn standing(&mut self, waiting: &Waiting) -> Result<Standing> {
        in_transaction!(self, |connection| Ok(sqlx::query_as(STANDING)
            .bind(&waiting.course)
            .bind(waiting.position)
            .fetch_one(connection)
            .await?))
    }

    /// Adds a place in line. The schema refuses a second one of the same person in the course.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn add_waiting(&mut self, waiting: &Waiting) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(ADD)
                .bind(waiting.id)
                .bind(waiting.person)
                .bind(&waiting.course)
                .bind(waiting.since)
                .bind(waiting.position)
                .bind(waiting.state.code())
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Ends a person's waiting for a course, and returns whether this call did.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn end_waiting(
        &mut self,
        (person, course): (Uuid, &str),
        state: WaitingState,
        now: Moment,
    ) -> Result<bool> {
        let ended = in_transaction!(self, |connection| sqlx::query(END)
            .bind(person)
            .bind(course)
            .bind(state.code())
            .bind(now)
            .execute(connection)
            .await?
            .rows_affected());
        Ok(ended == 1)
    }
}
