//! On whose behalf a request acts: the person of a browser's session, or of a program's token.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::speaking::Speaking;
use crate::backend::unavailable;
use crate::db::session::SessionKind;
use crate::session;
use crate::state::State;

/// The person on whose behalf a request acts.
pub(super) struct Acting(pub(super) Uuid);

impl FromRequestParts<State> for Acting {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &State) -> Result<Self, Response> {
        let speaking = Speaking(parts.extensions.get().copied().unwrap_or_default());
        let person = match bearer_token(parts) {
            Some(token) => of_token(state, token).await,
            None => session::signed_in(state, &parts.headers)
                .await
                .map(|person| person.map(|person| Uuid::from_u128(person.0))),
        };
        match person {
            Ok(Some(person)) => Ok(Self(person)),
            Ok(None) => {
                let mut refused = speaking
                    .told(StatusCode::UNAUTHORIZED, "sign-in")
                    .into_response();
                refused
                    .headers_mut()
                    .insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
                Err(refused)
            }
            Err(fault) => Err(speaking.unavailable(&unavailable(fault)).into_response()),
        }
    }
}

fn bearer_token(parts: &Parts) -> Option<&str> {
    let value = parts.headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

// A token has 32 random bytes: a plain hash of it can't be guessed.
async fn of_token(state: &State, token: &str) -> crate::db::Result<Option<Uuid>> {
    let hash = Sha256::digest(token.as_bytes());
    let session = state.database.session(&hash, state.clock.now()).await?;
    Ok(session
        .filter(|session| session.kind == SessionKind::Token)
        .and_then(|session| session.person))
}
