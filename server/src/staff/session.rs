//! Who of the staff is signed in: a secret in a cookie of its own, which ends soon after it was last used.

use axum::http::HeaderMap;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::Cookie;
use chrono::TimeDelta;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::cookies::{cookie, name, removal};
use crate::db;
use crate::db::staff::{StaffSession, StoredStaff};
use crate::seal::new_token;
use crate::state::State;

const COOKIE: &str = "staff_session";
/// Whoever does nothing for so long has to sign in again.
pub const IDLE: TimeDelta = TimeDelta::minutes(30);
/// Whoever was signed in for so long has to sign in again, whatever they did.
pub const LONGEST: TimeDelta = TimeDelta::hours(10);
/// A session's end is moved on at most this often.
const MOVED_EVERY: TimeDelta = TimeDelta::minutes(1);

/// Returns whose session a request bears, and moves its end on.
///
/// # Errors
/// If the database does not answer.
pub(super) async fn of(state: &State, headers: &HeaderMap) -> db::Result<Option<StoredStaff>> {
    let Some(hash) = held(state, &CookieJar::from_headers(headers)) else {
        return Ok(None);
    };
    let now = state.clock.now();
    let Some((session, staff)) = state.database.staff_session(&hash, now).await? else {
        return Ok(None);
    };
    let end = (now + IDLE).min(session.created_at + LONGEST);
    if end > session.expires_at + MOVED_EVERY {
        let extended = state.database.write(move |transaction| {
            Box::pin(async move { transaction.extend_staff_session(&hash, end).await })
        });
        extended.await?;
    }
    Ok(Some(staff))
}

/// Begins a session in the place of the one that the browser held, and returns the cookie with its secret.
///
/// # Errors
/// If the database refuses.
pub(super) async fn begin(
    state: &State,
    jar: &CookieJar,
    staff: Uuid,
) -> db::Result<Cookie<'static>> {
    let secret = new_token();
    let now = state.clock.now();
    let session = StaffSession {
        token_hash: hash(&secret).to_vec(),
        staff,
        created_at: now,
        expires_at: now + IDLE,
    };
    let before = held(state, jar);
    let begun = state.database.write(move |transaction| {
        Box::pin(async move {
            if let Some(before) = before {
                transaction.end_staff_session(&before).await?;
            }
            transaction.add_staff_session(&session).await
        })
    });
    begun.await?;
    Ok(cookie(state, COOKIE, secret))
}

/// Ends the session that the browser holds and returns the cookie that takes its secret away.
///
/// # Errors
/// If the database refuses.
pub(super) async fn end(state: &State, jar: &CookieJar) -> db::Result<Cookie<'static>> {
    if let Some(held) = held(state, jar) {
        let ended = state.database.write(move |transaction| {
            Box::pin(async move { transaction.end_staff_session(&held).await })
        });
        ended.await?;
    }
    Ok(removal(state, COOKIE))
}

fn held(state: &State, jar: &CookieJar) -> Option<[u8; 32]> {
    jar.get(name(state, COOKIE).as_ref())
        .map(|cookie| hash(cookie.value()))
}

// The secret has 32 random bytes: a plain hash of it can't be guessed.
fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}
