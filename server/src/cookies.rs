//! How the portal sets cookies: for this site alone, out of the reach of scripts, and over HTTPS bound to the host.

use std::borrow::Cow;

use axum_extra::extract::cookie::{Cookie, SameSite};

use crate::state::State;

/// Returns the name under which a cookie is known: over HTTPS with a prefix that keeps other hosts from setting it.
#[must_use]
pub fn name(state: &State, name: &'static str) -> Cow<'static, str> {
    if state.origin.is_secure() {
        format!("__Host-{name}").into()
    } else {
        name.into()
    }
}

/// Returns a cookie that lasts until the browser is closed.
#[must_use]
pub fn cookie(state: &State, cookie_name: &'static str, value: String) -> Cookie<'static> {
    Cookie::build((name(state, cookie_name), value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(state.origin.is_secure())
        .build()
}

/// Returns a cookie under its plain name, for what is neither secret nor a right.
#[must_use]
pub fn plain(state: &State, name: &'static str, value: &'static str) -> Cookie<'static> {
    Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(state.origin.is_secure())
        .build()
}

/// Returns the cookie that takes an earlier one away.
#[must_use]
pub fn removal(state: &State, name: &'static str) -> Cookie<'static> {
    let mut cookie = cookie(state, name, String::new());
    cookie.make_removal();
    cookie
}
