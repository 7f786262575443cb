//! Persons: what they told, sealed; found only by a keyed hash, never by what they told.

use std::fmt;

use sqlx::FromRow;
use sqlx::query_builder::QueryBuilder;
use uuid::Uuid;

use super::{Database, ROWS_AT_ONCE, Result, Transaction};
use crate::clock::Moment;

/// A person. Names and numbers are bytes sealed outside the database.
#[derive(Clone, PartialEq, Eq, FromRow)]
pub struct Person {
    /// The portal's own id, which says nothing about the person.
    pub id: Uuid,
    /// Keyed hash of the telephone number.
    pub phone_hmac: Vec<u8>,
    /// The telephone number, sealed.
    pub phone_sealed: Vec<u8>,
    /// The name, sealed; `None` until it was given.
    pub name_sealed: Option<Vec<u8>>,
    /// Keyed hash of the resident ID; `None` until it was given.
    pub resident_id_hmac: Option<Vec<u8>>,
    /// The resident ID, sealed; `None` until it was given.
    pub resident_id_sealed: Option<Vec<u8>>,
    /// What else they told, sealed JSON: groups, residence, schooling; `None` until something was.
    pub facts_sealed: Option<Vec<u8>>,
    /// When they first signed in.
    pub created_at: Moment,
    /// When they last told something.
    pub updated_at: Moment,
}

// Personal data is never printed by accident.
impl fmt::Debug for Person {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Person({}, ***)", self.id)
    }
}

/// A person's real name and resident ID, sealed.
#[derive(Clone)]
pub struct SealedIdentity {
    /// The name, sealed.
    pub name_sealed: Vec<u8>,
    /// Keyed hash of the resident ID.
    pub resident_id_hmac: Vec<u8>,
    /// The resident ID, sealed.
    pub resident_id_sealed: Vec<u8>,
}

/// What came of telling one's real name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identified {
    /// It is stored.
    Stored,
    /// It had been given before and stays as it is.
    AlreadyGiven,
    /// The resident ID belongs to another person of the portal.
    TakenByAnother,
}

const PERSON: &str =
    "select id, phone_hmac, phone_sealed, name_sealed, resident_id_hmac, resident_id_sealed, facts_sealed,
    created_at, updated_at
from person
where id = $1";

const BY_PHONE: &str =
    "select id, phone_hmac, phone_sealed, name_sealed, resident_id_hmac, resident_id_sealed, facts_sealed,
    created_at, updated_at
from person
where phone_hmac = $1";

const ADD: &str = "insert into person (id, phone_hmac, phone_sealed, created_at, updated_at)
values ($1, $2, $3, $4, $4)
on conflict (phone_hmac) do nothing";

const PUT: &str = "insert into person (id, phone_hmac, phone_sealed, name_sealed, resident_id_hmac,
    resident_id_sealed, facts_sealed, created_at, updated_at) ";

const OR_REPLACE: &str = " on conflict (id) do update set
    phone_hmac = excluded.phone_hmac,
    phone_sealed = excluded.phone_sealed,
    name_sealed = excluded.name_sealed,
    resident_id_hmac = excluded.resident_id_hmac,
    resident_id_sealed = excluded.resident_id_sealed,
    facts_sealed = excluded.facts_sealed,
    updated_at = excluded.updated_at";

/// Locks the person's row until the transaction ends: every enrolment of this person queues here.
const LOCK: &str = "update person
set updated_at = updated_at
where id = $1
returning id, phone_hmac, phone_sealed, name_sealed, resident_id_hmac, resident_id_sealed, facts_sealed,
    created_at, updated_at";

const HOLDER_OF_RESIDENT_ID: &str = "select id from person where resident_id_hmac = $1";

const IDENTIFY: &str = "update person
set name_sealed = $2,
    resident_id_hmac = $3,
    resident_id_sealed = $4,
    updated_at = $5
where id = $1
and resident_id_hmac is null
and not exists (select 1 from person other where other.resident_id_hmac = $3)";

const TELL: &str = "update person
set facts_sealed = $2,
    updated_at = $3
where id = $1";

impl Database {
    /// Returns the person with this id.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn person(&self, id: Uuid) -> Result<Option<Person>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(PERSON)
            .bind(id)
            .fetch_optional(pool)
            .await?))
    }
}

impl Transaction {
    /// Returns the person with this telephone, adding them under `id` where nobody has it.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn person_by_phone_or_add(
        &mut self,
        id: Uuid,
        phone_hmac: &[u8],
        phone_sealed: &[u8],
        now: Moment,
    ) -> Result<Person> {
        in_transaction!(self, |connection| {
            sqlx::query(ADD)
                .bind(id)
                .bind(phone_hmac)
                .bind(phone_sealed)
                .bind(now)
                .execute(&mut *connection)
                .await?;
            Ok(sqlx::query_as(BY_PHONE)
                .bind(phone_hmac)
                .fetch_one(connection)
                .await?)
        })
    }

    /// Returns the person and keeps everybody else from changing them until this transaction ends.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn lock_person(&mut self, id: Uuid) -> Result<Option<Person>> {
        in_transaction!(self, |connection| Ok(sqlx::query_as(LOCK)
            .bind(id)
            .fetch_optional(connection)
            .await?))
    }

    /// Stores a person's real name and resident ID, once.
    ///
    /// # Errors
    /// If the database refuses; also where another person gives the same resident ID at the same moment.
    pub async fn identify(
        &mut self,
        id: Uuid,
        identity: &SealedIdentity,
        now: Moment,
    ) -> Result<Identified> {
        in_transaction!(self, |connection| {
            let written = sqlx::query(IDENTIFY)
                .bind(id)
                .bind(&identity.name_sealed)
                .bind(&identity.resident_id_hmac)
                .bind(&identity.resident_id_sealed)
                .bind(now)
                .execute(&mut *connection)
                .await?
                .rows_affected();
            if written == 1 {
                return Ok(Identified::Stored);
            }
            let holder: Option<Uuid> = sqlx::query_scalar(HOLDER_OF_RESIDENT_ID)
                .bind(&identity.resident_id_hmac)
                .fetch_optional(connection)
                .await?;
            Ok(match holder {
                Some(holder) if holder != id => Identified::TakenByAnother,
                _ => Identified::AlreadyGiven,
            })
        })
    }

    /// Replaces the facts that a person told, sealed.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn put_facts(&mut self, id: Uuid, facts_sealed: &[u8], now: Moment) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(TELL)
                .bind(id)
                .bind(facts_sealed)
                .bind(now)
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Adds persons, or replaces those with their ids; no id twice.
    ///
    /// # Errors
    /// If the database refuses, for one because somebody else has the telephone or resident ID.
    pub async fn put_persons(&mut self, persons: &[Person]) -> Result<()> {
        in_transaction!(self, |connection| {
            for persons in persons.chunks(ROWS_AT_ONCE) {
                let mut query = QueryBuilder::new(PUT);
                query.push_values(persons, |mut row, person| {
                    row.push_bind(person.id)
                        .push_bind(&person.phone_hmac)
                        .push_bind(&person.phone_sealed)
                        .push_bind(&person.name_sealed)
                        .push_bind(&person.resident_id_hmac)
                        .push_bind(&person.resident_id_sealed)
                        .push_bind(&person.facts_sealed)
                        .push_bind(person.created_at)
                        .push_bind(person.updated_at);
                });
                query.push(OR_REPLACE);
                query.build().execute(&mut *connection).await?;
            }
        });
        Ok(())
    }
}
