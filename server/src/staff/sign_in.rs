//! Signing in by name and password: one answer for a wrong name, a wrong password and a closed account, after one time.

use std::net::IpAddr;

use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::Cookie;
use sha2::{Digest, Sha256};

use super::{AccountName, Password, session};
use crate::attempts::Attempt;
use crate::db;
use crate::state::State;

/// Why somebody is not signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Name and password belong to no open account.
    Wrong,
    /// It was tried too often, from this address or for this name.
    TooOften,
}

/// Signs in and returns the cookie of a new session, or says why not.
///
/// # Errors
/// If the database does not answer.
pub async fn sign_in(
    state: &State,
    address: IpAddr,
    jar: &CookieJar,
    name: &str,
    password: Password,
) -> db::Result<Result<Cookie<'static>, Refusal>> {
    let now = state.clock.now();
    let account = Sha256::digest(name.trim().to_lowercase()).into();
    let attempts = [
        Attempt::StaffAddress(address),
        Attempt::StaffAccount(account),
    ];
    let allowed = attempts
        .into_iter()
        .try_for_each(|attempt| state.attempts.count(attempt, now));
    if allowed.is_err() {
        return Ok(Err(Refusal::TooOften));
    }
    let staff = match name.parse::<AccountName>() {
        Ok(name) => state.database.staff_by_name(name.as_str()).await?,
        Err(_) => None,
    };
    let open = staff.filter(|staff| staff.disabled_at.is_none());
    let hash = open.as_ref().map(|staff| staff.password_hash.clone());
    let is_right = password.matches(hash).await;
    match open.filter(|_| is_right) {
        Some(staff) => {
            // whoever knows the password does not guess it: an editor may come and go
            for attempt in attempts {
                state.attempts.take_back(attempt);
            }
            session::begin(state, jar, staff.id).await.map(Ok)
        }
        None => Ok(Err(Refusal::Wrong)),
    }
}

/// Signs out and returns the cookie that takes the session's secret away.
///
/// # Errors
/// If the database does not answer.
pub async fn sign_out(state: &State, jar: &CookieJar) -> db::Result<Cookie<'static>> {
    session::end(state, jar).await
}
