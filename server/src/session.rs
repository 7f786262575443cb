//! Who is signed in: a secret in the browser's cookie, of which the database knows only the hash.
//!
//! The secret is renewed at every change of rights: whoever planted or read an earlier one holds nothing.

use app::backend::PersonId;
use axum::http::HeaderMap;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::Cookie;
use chrono::TimeDelta;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::clock::Moment;
use crate::cookies::{cookie, name, removal};
use crate::db::session::{Session, SessionKind};
use crate::db::{self, Transaction};
use crate::seal::new_token;
use crate::state::State;

const COOKIE: &str = "session";
/// How long somebody stays signed in on one device.
const LIFETIME: TimeDelta = TimeDelta::hours(12);

/// The hash of the secret that a browser holds; the secret itself is never kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held([u8; 32]);

/// Returns the hash of the secret in a request's cookies; `None` where there is none.
#[must_use]
pub fn held(state: &State, jar: &CookieJar) -> Option<Held> {
    jar.get(name(state, COOKIE).as_ref())
        .map(|cookie| Held(hash(cookie.value())))
}

/// Returns who is signed in, by the session cookie of a request.
///
/// # Errors
/// If the database does not answer.
pub async fn signed_in(state: &State, headers: &HeaderMap) -> db::Result<Option<PersonId>> {
    let Some(Held(hash)) = held(state, &CookieJar::from_headers(headers)) else {
        return Ok(None);
    };
    let session = state.database.session(&hash, state.clock.now()).await?;
    let person = session
        .filter(|session| session.kind == SessionKind::Browser)
        .and_then(|session| session.person);
    Ok(person.map(|person| PersonId(person.as_u128())))
}

/// A session that is about to begin, with the secret that only its browser will hold.
pub struct Beginning {
    secret: String,
    session: Session,
}

impl Beginning {
    /// Returns a new session of a person, not yet stored.
    #[must_use]
    pub fn of(person: Uuid, now: Moment) -> Self {
        let secret = new_token();
        let session = Session {
            token_hash: hash(&secret).to_vec(),
            kind: SessionKind::Browser,
            person: Some(person),
            data: "{}".to_owned(),
            created_at: now,
            expires_at: now + LIFETIME,
        };
        Self { secret, session }
    }

    /// Stores the session in the place of the one that the browser held before, if any.
    ///
    /// # Errors
    /// If the database refuses.
    pub async fn store(
        &self,
        transaction: &mut Transaction,
        before: Option<Held>,
    ) -> db::Result<()> {
        match before {
            Some(Held(old)) => transaction.renew_session(&old, &self.session).await,
            None => transaction.add_session(&self.session).await,
        }
    }

    /// Returns the cookie that hands the secret to the browser.
    #[must_use]
    pub fn cookie(self, state: &State) -> Cookie<'static> {
        cookie(state, COOKIE, self.secret)
    }
}

/// Gives the browser a new secret for the same person, because their rights have changed.
///
/// # Errors
/// If the database refuses.
pub async fn renew(
    state: &State,
    before: Option<Held>,
    person: PersonId,
) -> db::Result<Cookie<'static>> {
    let beginning = Beginning::of(Uuid::from_u128(person.0), state.clock.now());
    state
        .database
        .write(move |transaction| {
            Box::pin(async move {
                beginning.store(transaction, before).await?;
                Ok(beginning)
            })
        })
        .await
        .map(|beginning| beginning.cookie(state))
}

/// Ends the session that the browser holds and returns the cookie that takes its secret away.
///
/// # Errors
/// If the database refuses.
pub async fn end(state: &State, before: Option<Held>) -> db::Result<Cookie<'static>> {
    if let Some(Held(old)) = before {
        state
            .database
            .write(move |transaction| Box::pin(async move { transaction.end_session(&old).await }))
            .await?;
    }
    Ok(removal(state, COOKIE))
}

// The secret has 32 random bytes: a plain hash of it can't be guessed.
fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}
