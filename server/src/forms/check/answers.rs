//! The checker's answers in a sealed cookie: they stay on the visitor's device, and only the portal can read them.

use app::checker::answers::Answers;
use app::query::Query;
use app::visit::Visit;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::cookies::{cookie, name, removal};
use crate::forms::go_to;
use crate::seal::Purpose;
use crate::state::State;

const COOKIE: &str = "check";

/// Returns the answers that the browser keeps; none where it keeps none that these keys open.
pub(in crate::forms) fn kept(state: &State, visit: &Visit, jar: &CookieJar) -> Answers {
    let open = || {
        let sealed = URL_SAFE_NO_PAD
            .decode(jar.get(name(state, COOKIE).as_ref())?.value())
            .ok()?;
        let written = state
            .keys
            .open_text(Purpose::CheckerAnswers, &sealed)
            .ok()?;
        Some(Answers::from_written(
            &Query::parse(&written),
            &visit.language,
            visit.today,
        ))
    };
    open().unwrap_or_default()
}

/// Lets the browser keep the answers until it is closed, and sends it on.
pub(super) fn keep(state: &State, jar: CookieJar, answers: &Answers, address: &str) -> Response {
    let written = Query::of(answers.written()).encoded();
    let sealed = state.keys.seal(Purpose::CheckerAnswers, written.as_bytes());
    let sealed = URL_SAFE_NO_PAD.encode(sealed);
    (jar.add(cookie(state, COOKIE, sealed)), go_to(address)).into_response()
}

/// Lets the browser throw the answers away, and sends it on.
pub(super) fn forget(state: &State, jar: CookieJar, address: &str) -> Response {
    (jar.add(removal(state, COOKIE)), go_to(address)).into_response()
}
