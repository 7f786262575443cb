//! Deletes what has had its time: sessions and codes that are over, and old idempotency keys.

use chrono::TimeDelta;

use super::{Database, Result};
use crate::clock::Moment;

/// Codes are counted against their telephone for a while after they end.
const KEEP_CODES: TimeDelta = TimeDelta::days(1);
/// A request that comes again later than this is a new one; one person still has one enrolment in a course.
const KEEP_KEYS: TimeDelta = TimeDelta::days(30);

/// What was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tidied {
    /// Sessions and tokens.
    pub sessions: u64,
    /// Sessions of staff.
    pub staff_sessions: u64,
    /// One-time codes.
    pub login_codes: u64,
    /// Idempotency keys.
    pub keys: u64,
}

impl Database {
    /// Deletes what has had its time. To be called now and then; calling it seldom costs room alone.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn tidy(&self, now: Moment) -> Result<Tidied> {
        self.write(move |transaction| {
            Box::pin(async move {
                Ok(Tidied {
                    sessions: transaction.sweep_sessions(now).await?,
                    staff_sessions: transaction.sweep_staff_sessions(now).await?,
                    login_codes: transaction.sweep_login_codes(now - KEEP_CODES).await?,
                    keys: transaction.sweep_keys(now - KEEP_KEYS).await?,
                })
            })
        })
        .await
    }
}
