//! A person's trainings: those enrolled in here and those brought along.

use chrono::NaiveDate;
use policy::{Coded, HistoryEntry, Level, Programme, State};
use sqlx::FromRow;
use sqlx::query_builder::QueryBuilder;
use uuid::Uuid;

use super::stored::{Code, MaybeLevel, level_number};
use super::{Database, Error, ROWS_AT_ONCE, Result, Transaction};

/// A training from before the portal, or taken elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierTraining {
    /// Id.
    pub id: Uuid,
    /// Whose it is.
    pub person: Uuid,
    /// The programme.
    pub programme: Programme,
    /// Occupation code, where the programme names one.
    pub occupation: Option<String>,
    /// The level, where the programme names one.
    pub level: Option<Level>,
    /// First day.
    pub starts_on: NaiveDate,
    /// How far it has come.
    pub state: State,
    /// Who says so.
    pub source: String,
}

#[derive(FromRow)]
struct Taken {
    #[sqlx(try_from = "Code<Programme>")]
    programme: Programme,
    occupation: Option<String>,
    #[sqlx(try_from = "MaybeLevel")]
    level: Option<Level>,
    starts_on: NaiveDate,
    #[sqlx(try_from = "Code<State>")]
    state: State,
}

impl Taken {
    fn entry(self) -> Result<HistoryEntry> {
        let occupation = self.occupation.as_deref().map(str::parse).transpose();
        Ok(HistoryEntry {
            programme: self.programme,
            occupation: occupation
                .map_err(|_| Error::Damaged("occupation of a history entry".to_owned()))?,
            level: self.level,
            start: self.starts_on,
            state: self.state,
        })
    }
}

const HISTORY: &str = "select programme, occupation, level, starts_on, state
from enrolment
where person = $1
union all
select programme, occupation, level, starts_on, state
from training_history
where person = $1
order by starts_on";

const PUT: &str = "insert into training_history (id, person, programme, occupation, level, starts_on, state, source) ";

const OR_REPLACE: &str = " on conflict (id) do update set
    programme = excluded.programme,
    occupation = excluded.occupation,
    level = excluded.level,
    starts_on = excluded.starts_on,
    state = excluded.state,
    source = excluded.source";

impl Database {
    /// Returns everything that a person has taken or reserved, earliest start first.
    ///
    /// # Errors
    /// If the database does not answer or holds a code that nobody knows.
    pub async fn history_of(&self, person: Uuid) -> Result<Vec<HistoryEntry>> {
        let taken: Vec<Taken> = with_pool!(self, |pool| sqlx::query_as(HISTORY)
            .bind(person)
            .fetch_all(pool)
            .await?);
        taken.into_iter().map(Taken::entry).collect()
    }
}

impl Transaction {
    /// Returns everything that a person has taken or reserved, as this transaction sees it.
    ///
    /// # Errors
    /// If the database does not answer or holds a code that nobody knows.
    pub async fn history_of(&mut self, person: Uuid) -> Result<Vec<HistoryEntry>> {
        let taken: Vec<Taken> = in_transaction!(self, |connection| sqlx::query_as(HISTORY)
            .bind(person)
            .fetch_all(connection)
            .await?);
        taken.into_iter().map(Taken::entry).collect()
    }

    /// Adds trainings from elsewhere, or replaces those with their ids; no id twice.
    ///
    /// # Errors
    /// If the database refuses, for one because a person is unknown.
    pub async fn put_earlier_trainings(&mut self, trainings: &[EarlierTraining]) -> Result<()> {
        in_transaction!(self, |connection| {
            for trainings in trainings.chunks(ROWS_AT_ONCE) {
                let mut query = QueryBuilder::new(PUT);
                query.push_values(trainings, |mut row, training| {
                    row.push_bind(training.id)
                        .push_bind(training.person)
                        .push_bind(training.programme.code())
                        .push_bind(&training.occupation)
                        .push_bind(training.level.map(level_number))
                        .push_bind(training.starts_on)
                        .push_bind(training.state.code())
                        .push_bind(&training.source);
                });
                query.push(OR_REPLACE);
                query.build().execute(&mut *connection).await?;
            }
        });
        Ok(())
    }
}
