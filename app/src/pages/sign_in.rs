//! `/sign-in`: a mobile number, then the code that was sent to it.

use leptos::prelude::*;

use crate::components::field::{Field, Typed};
use crate::components::question::QuestionPage;
use crate::page::{Page, PageResult};
use crate::query::Query;
use crate::sent::Sent;
use crate::visit::Visit;

/// Where somebody goes who came from nowhere in particular.
const HOME_OF_THE_SIGNED_IN: &str = "/me/applications";

/// Returns where to go after signing in: only ever a path of the portal itself.
#[must_use]
pub fn return_to(visit: &Visit) -> String {
    let asked = visit
        .query
        .one("return_to")
        .filter(|address| is_local(address));
    asked.map_or_else(|| visit.address(HOME_OF_THE_SIGNED_IN), str::to_owned)
}

/// Says whether an address stays within the portal, however a browser reads it.
#[must_use]
pub fn is_local(address: &str) -> bool {
    let leads_away = address.starts_with("//")
        || address.contains('\\')
        || address.contains(|sign: char| sign.is_control() || !sign.is_ascii());
    address.starts_with('/') && !leads_away
}

/// Returns the address of the sign-in page, which remembers where to go afterwards.
#[must_use]
pub fn address(visit: &Visit) -> String {
    let return_to = return_to(visit);
    format!(
        "{}?{}",
        visit.address("/sign-in"),
        Query::encode([("return_to", return_to.as_str())])
    )
}

/// Asks for the mobile number.
///
/// # Errors
/// None of its own.
pub async fn page(visit: &Visit, sent: Sent, status: Option<u16>) -> PageResult {
    let status = status.unwrap_or(sent.status());
    let title = visit.say("sign-in-title");
    let visit = visit.clone();
    Ok(Page::new(title.clone(), move || {
        let say = |key: &str| visit.say(key).into_owned();
        let field = view! {
            <h1>{title}</h1>
            <Field name="phone" label=say("sign-in-phone") typed=Typed::Phone value=sent.value("phone") hint=say("sign-in-phone-hint") wrong=sent.wrong("phone")/>
        };
        view! {
            <QuestionPage visit=&visit action=address(&visit) problems=&sent.problems button=say("sign-in-send")>{field}</QuestionPage>
            <p class="hint">{say("sign-in-privacy")}</p>
        }
    })
    .with_status(status)
    .private())
}

/// Asks for the code; `phone` is the number it was sent to, masked.
///
/// # Errors
/// None of its own.
pub async fn code_page(visit: &Visit, phone: &str, sent: Sent) -> PageResult {
    let status = sent.status();
    let title = visit.say("sign-in-code-title");
    let (visit, phone) = (visit.clone(), phone.to_owned());
    Ok(Page::new(title.clone(), move || {
        let say = |key: &str| visit.say(key).into_owned();
        let sent_to = visit.say_with("sign-in-code-sent", [("phone", phone.into())]).into_owned();
        let field = view! {
            <h1>{title}</h1>
            <p>{sent_to}</p>
            <Field name="code" label=say("sign-in-code") typed=Typed::Code hint=say("sign-in-code-hint") wrong=sent.wrong("code")/>
        };
        // the demo has no text messages: its outbox opens beside this page, so that nothing typed is lost
        let outbox = visit.is_demo.then(|| view! { <p class="panel"><a class="target" href=visit.address("/outbox") target="_blank">{say("sign-in-outbox")}</a></p> });
        view! {
            {outbox}
            <QuestionPage visit=&visit action=address(&visit) problems=&sent.problems button=say("sign-in-button")>{field}</QuestionPage>
            <form method="post" action=address(&visit)>
                <button class="button quiet" type="submit" name="again" value="yes">{say("sign-in-again")}</button>
            </form>
        }
    })
    .with_status(status)
    .private())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_the_portal_are_returned_to() {
        assert!(is_local("/me/applications") && is_local("/en/courses/c-1/apply?x=1"));
        for away in [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/a\\b",
            "",
            "evil",
            "/\r\nSet-Cookie: a=b",
            "/\t/evil.example",
        ] {
            assert!(!is_local(away), "{away:?}");
        }
    }
}
