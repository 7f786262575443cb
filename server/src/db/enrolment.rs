//! Enrolments as rows; what makes and ends one is decided in [`crate::enrolment`].

use chrono::NaiveDate;
use policy::{Coded, Level, Programme, State};
use sqlx::FromRow;
use uuid::Uuid;

use super::stored::{Code, MaybeLevel, level_number};
use super::{Database, Result, Transaction};
use crate::clock::Moment;

/// One person's enrolment in one course.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Enrolment {
    /// Id.
    pub id: Uuid,
    /// The number that people quote.
    pub reference: String,
    /// Whose it is.
    pub person: Uuid,
    /// The course's id.
    pub course: String,
    /// The course's programme on the day of the decision.
    #[sqlx(try_from = "Code<Programme>")]
    pub programme: Programme,
    /// The course's occupation on the day of the decision.
    pub occupation: Option<String>,
    /// The course's level on the day of the decision.
    #[sqlx(try_from = "MaybeLevel")]
    pub level: Option<Level>,
    /// The course's first day.
    pub starts_on: NaiveDate,
    /// The course's last day.
    pub ends_on: NaiveDate,
    /// How far it has come.
    #[sqlx(try_from = "Code<State>")]
    pub state: State,
    /// When it was made.
    pub created_at: Moment,
    /// When it was cancelled, if it was.
    pub cancelled_at: Option<Moment>,
    /// The policy that decided.
    pub policy: String,
    /// That decision, as JSON.
    pub assessment: String,
}

impl Enrolment {
    /// Returns whether the person may still give the seat back: until the day before the course starts.
    #[must_use]
    pub fn can_be_cancelled(&self, on: NaiveDate) -> bool {
        self.state == State::Reserved && on < self.starts_on
    }
}

const OF_PERSON: &str =
    "select id, reference, person, course, programme, occupation, level, starts_on, ends_on, state,
    created_at, cancelled_at, policy, assessment
from enrolment
where person = $1
order by created_at desc, id desc";

const ENROLMENT: &str =
    "select id, reference, person, course, programme, occupation, level, starts_on, ends_on, state,
    created_at, cancelled_at, policy, assessment
from enrolment
where id = $1
and person = $2";

const BY_REFERENCE: &str =
    "select id, reference, person, course, programme, occupation, level, starts_on, ends_on,
    state, created_at, cancelled_at, policy, assessment
from enrolment
where reference = $1
and person = $2";

const ACTIVE: &str =
    "select id, reference, person, course, programme, occupation, level, starts_on, ends_on, state,
    created_at, cancelled_at, policy, assessment
from enrolment
where person = $1
and course = $2
and state <> 'cancelled'";

const ADD: &str =
    "insert into enrolment (id, reference, person, course, programme, occupation, level, starts_on,
    ends_on, state, created_at, policy, assessment)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";

const CANCEL: &str = "update enrolment
set state = 'cancelled',
    cancelled_at = $3
where id = $1
and person = $2
and state = 'reserved'
and starts_on > $4";

impl Database {
    /// Returns a person's enrolments, newest first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn enrolments_of(&self, person: Uuid) -> Result<Vec<Enrolment>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(OF_PERSON)
            .bind(person)
            .fetch_all(pool)
            .await?))
    }

    /// Returns one of a person's own enrolments.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn enrolment(&self, person: Uuid, id: Uuid) -> Result<Option<Enrolment>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(ENROLMENT)
            .bind(id)
            .bind(person)
            .fetch_optional(pool)
            .await?))
    }

    /// Returns one of a person's own enrolments by the number that people quote.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn enrolment_by_reference(
        &self,
        person: Uuid,
        reference: &str,
    ) -> Result<Option<Enrolment>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(BY_REFERENCE)
            .bind(reference)
            .bind(person)
            .fetch_optional(pool)
            .await?))
    }
}

impl Transaction {
    /// Returns one of a person's own enrolments, as this transaction sees it.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn enrolment(&mut self, person: Uuid, id: Uuid) -> Result<Option<Enrolment>> {
        in_transaction!(self, |connection| Ok(sqlx::query_as(ENROLMENT)
            .bind(id)
            .bind(person)
            .fetch_optional(connection)
            .await?))
    }

    /// Returns a person's enrolment in a course unless it was cancelled.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn active_enrolment(
        &mut self,
        person: Uuid,
        course: &str,
    ) -> Result<Option<Enrolment>> {
        in_transaction!(self, |connection| Ok(sqlx::query_as(ACTIVE)
            .bind(person)
            .bind(course)
            .fetch_optional(connection)
            .await?))
    }

    /// Adds an enrolment. The schema refuses a second one of the same person in the course.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn add_enrolment(&mut self, enrolment: &Enrolment) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(ADD)
                .bind(enrolment.id)
                .bind(&enrolment.reference)
                .bind(enrolment.person)
                .bind(&enrolment.course)
                .bind(enrolment.programme.code())
                .bind(&enrolment.occupation)
                .bind(enrolment.level.map(level_number))
                .bind(enrolment.starts_on)
                .bind(enrolment.ends_on)
                .bind(enrolment.state.code())
                .bind(enrolment.created_at)
                .bind(&enrolment.policy)
                .bind(&enrolment.assessment)
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Cancels a person's reserved enrolment whose course has not started, and returns whether this call did.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn cancel_enrolment(&mut self, person: Uuid, id: Uuid, now: Moment) -> Result<bool> {
        let cancelled = in_transaction!(self, |connection| sqlx::query(CANCEL)
            .bind(id)
            .bind(person)
            .bind(now)
            .bind(now.date())
            .execute(connection)
            .await?
            .rows_affected());
        Ok(cancelled == 1)
    }
}
