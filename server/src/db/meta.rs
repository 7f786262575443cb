//! Facts about this database itself, and which files were imported into it.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Database, Result, Transaction};
use crate::clock::Moment;

/// A finished import of one file.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct ImportRun {
    /// Id.
    pub id: Uuid,
    /// The kind of file, such as `courses`.
    pub kind: String,
    /// The file's name, without its folder.
    pub file_name: String,
    /// SHA-256 of the file's bytes.
    pub digest: Vec<u8>,
    /// How many rows were written.
    pub row_count: i64,
    /// When it was finished.
    pub finished_at: Moment,
}

const META: &str = "select value from meta where name = $1";

const PUT_META: &str = "insert into meta (name, value)
values ($1, $2)
on conflict (name) do update set value = excluded.value";

const ADD_META: &str = "insert into meta (name, value)
values ($1, $2)
on conflict (name) do nothing";

const IMPORT_RUNS: &str = "select id, kind, file_name, digest, row_count, finished_at
from import_run
order by finished_at, id";

const ADD_IMPORT_RUN: &str =
    "insert into import_run (id, kind, file_name, digest, row_count, finished_at)
values ($1, $2, $3, $4, $5, $6)";

impl Database {
    /// Returns the fact stored under this name, such as `mode`.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn meta(&self, name: &str) -> Result<Option<String>> {
        with_pool!(self, |pool| Ok(sqlx::query_scalar(META)
            .bind(name)
            .fetch_optional(pool)
            .await?))
    }

    /// Returns every finished import, oldest first.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn import_runs(&self) -> Result<Vec<ImportRun>> {
        with_pool!(self, |pool| Ok(sqlx::query_as(IMPORT_RUNS)
            .fetch_all(pool)
            .await?))
    }
}

impl Transaction {
    /// Stores a fact, replacing the one of this name.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn put_meta(&mut self, name: &str, value: &str) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(PUT_META)
                .bind(name)
                .bind(value)
                .execute(connection)
                .await?;
        });
        Ok(())
    }

    /// Stores a fact unless there is one of this name, and returns the one that stands now.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn meta_or_put(&mut self, name: &str, value: &str) -> Result<String> {
        in_transaction!(self, |connection| {
            sqlx::query(ADD_META)
                .bind(name)
                .bind(value)
                .execute(&mut *connection)
                .await?;
            Ok(sqlx::query_scalar(META)
                .bind(name)
                .fetch_one(connection)
                .await?)
        })
    }

    /// Records a finished import.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn add_import_run(&mut self, run: &ImportRun) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(ADD_IMPORT_RUN)
                .bind(run.id)
                .bind(&run.kind)
                .bind(&run.file_name)
                .bind(&run.digest)
                .bind(run.row_count)
                .bind(run.finished_at)
                .execute(connection)
                .await?;
        });
        Ok(())
    }
}
