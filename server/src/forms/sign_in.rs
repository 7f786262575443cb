//! `/sign-in`, `/sign-out` and the demo's `/outbox`.

use app::components::error_summary::Problem;
use app::page::Fault;
use app::pages::{outbox, sign_in as pages};
use app::query::Query;
use app::sent::Sent;
use app::visit::Visit;
use axum::extract::State as Reached;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::{Filled, go_to, unavailable};
use crate::answering::answer;
use crate::clock::Moment;
use crate::cookies::{cookie, name, removal};
use crate::peer::Peer;
use crate::seal::Purpose;
use crate::session;
use crate::sign_in::{self, CODE_LIFETIME, Code, NoCode, Phone};
use crate::state::State;
use crate::visitor::Visitor;
use app::checker::typed::plain;

/// The cookie that keeps, sealed, to which number a code was sent.
const COOKIE: &str = "sign_in";

/// `GET /sign-in`: asks for the number, or for the code that was sent to it.
pub async fn show(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    jar: CookieJar,
) -> Response {
    if visit.person.is_some() {
        return go_to(&pages::return_to(&visit));
    }
    match waiting(&state, &jar) {
        Some(phone) => answer(
            &visit,
            pages::code_page(&visit, &phone.masked(), Sent::default()).await,
        ),
        None => answer(&visit, pages::page(&visit, Sent::default(), None).await),
    }
}

/// `POST /sign-in`: sends a code, tries one, or begins again with another number.
pub async fn send(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    Peer(address): Peer,
    jar: CookieJar,
    Filled(form): Filled,
) -> Response {
    if form.one("again").is_some() {
        return (
            jar.add(removal(&state, COOKIE)),
            go_to(&pages::address(&visit)),
        )
            .into_response();
    }
    match waiting(&state, &jar) {
        Some(phone) if form.one("phone").is_none() => {
            try_code(&visit, &state, jar, &phone, &form).await
        }
        _ => {
            let Ok(phone) = form.one("phone").unwrap_or_default().parse::<Phone>() else {
                return refused(&visit, form, "sign-in-phone-wrong", None).await;
            };
            match sign_in::send_code(&state, &phone, address).await {
                Ok(()) => (
                    jar.add(wait_for(&state, &phone)),
                    go_to(&pages::address(&visit)),
                )
                    .into_response(),
                Err(NoCode::TooMany(too_often)) => {
                    let page = refused(&visit, form, "sign-in-too-many", Some(429)).await;
                    ([(header::RETRY_AFTER, too_often.retry_after())], page).into_response()
                }
                Err(NoCode::NotSent(fault)) => {
                    tracing::error!(%fault, "a code was not sent");
                    refused(&visit, form, "sign-in-not-sent", Some(503)).await
                }
                Err(NoCode::Database(fault)) => answer(&visit, Err(unavailable(fault))),
            }
        }
    }
}

async fn try_code(
    visit: &Visit,
    state: &State,
    jar: CookieJar,
    phone: &Phone,
    form: &Query,
) -> Response {
    // neither what was typed nor how it was wrong is told back: a wrong code and one tried too often look alike
    let again = async |key: &str| {
        let sent = Sent {
            typed: Query::default(),
            problems: vec![Problem::new("code", visit.say(key))],
        };
        answer(visit, pages::code_page(visit, &phone.masked(), sent).await)
    };
    let Some(code) = form.one("code").map(plain).as_deref().and_then(Code::read) else {
        return again("sign-in-code-missing").await;
    };
    match sign_in::sign_in(state, phone, &code, session::held(state, &jar)).await {
        Ok(Some(beginning)) => {
            let jar = jar.add(removal(state, COOKIE)).add(beginning.cookie(state));
            (jar, go_to(&pages::return_to(visit))).into_response()
        }
        Ok(None) => again("sign-in-code-wrong").await,
        Err(fault) => answer(visit, Err(unavailable(fault))),
    }
}

async fn refused(visit: &Visit, form: Query, key: &str, status: Option<u16>) -> Response {
    let problems = vec![Problem::new("phone", visit.say(key))];
    answer(
        visit,
        pages::page(
            visit,
            Sent {
                typed: form,
                problems,
            },
            status,
        )
        .await,
    )
}

/// `POST /sign-out`
pub async fn sign_out(
    Visitor(visit): Visitor,
    Reached(state): Reached<State>,
    jar: CookieJar,
) -> Response {
    match session::end(&state, session::held(&state, &jar)).await {
        Ok(gone) => (jar.add(gone), go_to(&visit.address("/"))).into_response(),
        Err(fault) => answer(&visit, Err(unavailable(fault))),
    }
}

/// `GET /outbox`, in the demo city alone.
pub async fn show_outbox(Visitor(visit): Visitor, Reached(state): Reached<State>) -> Response {
    match state.notifier.outbox().filter(|_| state.is_demo) {
        Some(messages) => {
            let account = state.demo_staff.as_ref().map(|account| outbox::Account {
                name: account.name.to_owned(),
                password: account.password.expose().to_owned(),
            });
            answer(&visit, outbox::page(&visit, messages, account).await)
        }
        None => answer(&visit, Err(Fault::NotFound)),
    }
}

/// Returns the number that waits for its code in this browser.
fn waiting(state: &State, jar: &CookieJar) -> Option<Phone> {
    let sealed = URL_SAFE_NO_PAD
        .decode(jar.get(name(state, COOKIE).as_ref())?.value())
        .ok()?;
    let text = state.keys.open_text(Purpose::SignIn, &sealed).ok()?;
    let (until, phone) = text.split_once(' ')?;
    let until = Moment::from_millis(until.parse().ok()?);
    phone.parse().ok().filter(|_| state.clock.now() < until)
}

fn wait_for(state: &State, phone: &Phone) -> axum_extra::extract::cookie::Cookie<'static> {
    let until = state.clock.now() + CODE_LIFETIME;
    let sealed = state.keys.seal(
        Purpose::SignIn,
        format!("{} {}", until.as_millis(), phone.expose()).as_bytes(),
    );
    cookie(state, COOKIE, URL_SAFE_NO_PAD.encode(sealed))
}
