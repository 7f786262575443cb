//! A point to which a transaction may go back: what it did since is undone, and the rows it locked since are free again.

use super::{Result, Transaction};

const SET: &str = "savepoint here";
const GO_BACK: &str = "rollback to savepoint here";

impl Transaction {
    /// Sets the point; an earlier one is no longer reached.
    ///
    /// # Errors
    /// If the database does not answer.
    pub async fn set_savepoint(&mut self) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(SET).execute(connection).await?;
        });
        Ok(())
    }

    /// Undoes everything since the point.
    ///
    /// # Errors
    /// If the database does not answer, or no point was set.
    pub async fn go_back_to_savepoint(&mut self) -> Result<()> {
        in_transaction!(self, |connection| {
            sqlx::query(GO_BACK).execute(connection).await?;
        });
        Ok(())
    }
}
