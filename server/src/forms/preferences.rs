//! `POST /preferences`: type size and colours, kept in two cookies; back to where the switch was.

use app::pages::sign_in::is_local;
use app::preferences::{Theme, TypeSize};
use app::visit::Visit;
use axum::extract::State as Reached;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::Cookie;

use super::{Filled, go_to};
use crate::state::State;
use crate::visitor::{THEME_COOKIE, TYPE_SIZE_COOKIE, Visitor};

/// `POST /preferences`; a value that no switch offers changes nothing.
pub async fn keep(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    jar: CookieJar,
    Filled(form): Filled,
) -> Response {
    let mut jar = jar;
    if let Some(size) = form
        .one("type_size")
        .and_then(|code| code.parse::<TypeSize>().ok())
    {
        jar = jar.add(lasting(&state, TYPE_SIZE_COOKIE, size.code()));
    }
    if let Some(theme) = form
        .one("theme")
        .and_then(|code| code.parse::<Theme>().ok())
    {
        jar = jar.add(lasting(&state, THEME_COOKIE, theme.code()));
    }
    (jar, go_to(&back(&visit, form.one("return_to")))).into_response()
}

fn back(visit: &Visit, asked: Option<&str>) -> String {
    asked
        .filter(|address| is_local(address))
        .map_or_else(|| visit.address("/"), str::to_owned)
}

/// How somebody likes to read is no secret, and it lasts.
fn lasting(state: &State, name: &'static str, code: &'static str) -> Cookie<'static> {
    let mut cookie = crate::cookies::plain(state, name, code);
    cookie.make_permanent();
    cookie
}
