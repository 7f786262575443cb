//! The office's edits of what people call occupations: only ever added, so that each can be seen and taken back.

use policy::Coded;
use sqlx::FromRow;

use super::stored::{Code, read_from_code};
use super::{Database, Result, Transaction};
use crate::clock::Moment;

/// What an edit does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// The word now means the occupation.
    Add,
    /// The word means it no more.
    Remove,
}

impl Action {
    /// Returns what takes this action back.
    #[must_use]
    pub const fn inverse(self) -> Self {
        match self {
            Self::Add => Self::Remove,
            Self::Remove => Self::Add,
        }
    }
}

impl Coded for Action {
    const ALL: &'static [Self] = &[Self::Add, Self::Remove];

    fn code(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Remove => "remove",
        }
    }
}

read_from_code!(Action);

/// One edit.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct SynonymEdit {
    /// 1, 2, 3 … without a gap.
    pub number: i64,
    /// What it does.
    #[sqlx(try_from = "Code<Action>")]
    pub action: Action,
    /// What people say.
    pub word: String,
    /// The code of the occupation that is meant.
    pub occupation: String,
    /// Where the word is from.
    pub source: String,
    /// The account of who entered it.
    pub editor: String,
    /// The edit that it takes back.
    pub undoes: Option<i64>,
    /// When it was entered.
    pub entered_at: Moment,
}

const EDITS: &str = "select number, action, word, occupation, source, editor, undoes, entered_at
from synonym_edit
order by number";

const ADD: &str = "insert into synonym_edit (number, action, word, occupation, source, editor, undoes, entered_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)";

impl Database {
    /// Returns every edit, in the order in which they were entered.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn synonym_edits(&self) -> Result<Vec<SynonymEdit>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(EDITS)
            .fetch_all(pool)
            .await?))
    }
}

impl Transaction {
    /// Returns every edit, as this transaction sees it.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn synonym_edits(&mut self) -> Result<Vec<SynonymEdit>> {
        in_transaction!(self, |connection| Ok(sqlx::query_as(EDITS)
            .fetch_all(connection)
            .await?))
    }

    /// Adds an edit.
    ///
    /// # Errors
    /// If the database refuses, for one because its number does not follow the last.
    pub async fn add_synonym_edit(&mut self, edit: &SynonymEdit) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(ADD)
                .bind(edit.number)
                .bind(edit.action.code())
                .bind(&edit.word)
                .bind(&edit.occupation)
                .bind(&edit.source)
                .bind(&edit.editor)
                .bind(edit.undoes)
                .bind(edit.entered_at)
                .execute(connection)
                .await?;
        });
        Ok(())
    }
}
