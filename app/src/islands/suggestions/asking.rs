//! Asks the portal for completions: after a pause in the typing, and only the newest question counts.

use std::time::Duration;

use js_sys::{Array, Reflect, encode_uri_component};
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{AbortController, RequestInit, Response};

use super::Offer;

/// How long somebody must pause before the portal is asked.
const PAUSE: Duration = Duration::from_millis(150);

/// Gives what asks for completions of a text and shows them; a blank text asks for none.
pub(super) fn asks(show: impl Fn(Vec<Offer>) + Copy + 'static) -> impl Fn(String) + Copy {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let under_way = StoredValue::new_local(None::<AbortController>);
    move |text: String| {
        if let Some(waiting) = waiting.get_value() {
            waiting.clear();
        }
        under_way.with_value(|under_way| under_way.iter().for_each(AbortController::abort));
        if text.trim().is_empty() {
            return;
        }
        let ask = move || {
            let controller = AbortController::new().ok();
            let answer = offers(text, controller.clone());
            under_way.set_value(controller);
            spawn_local(async move {
                // an aborted or failed question leaves the list as it is
                if let Ok(offers) = answer.await {
                    show(offers);
                }
            });
        };
        waiting.set_value(set_timeout_with_handle(ask, PAUSE).ok());
    }
}

/// Sends the form that the field stands in.
pub(super) fn send(field: &web_sys::HtmlInputElement) {
    if let Some(form) = field.form() {
        // a form that cannot be sent stays as it is, with the text in it
        let _ = form.request_submit();
    }
}

async fn offers(text: String, controller: Option<AbortController>) -> Result<Vec<Offer>, JsValue> {
    let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
    let request = RequestInit::new();
    request.set_signal(controller.map(|controller| controller.signal()).as_ref());
    let address = format!("/api/v1/suggest?q={}", encode_uri_component(text.trim()));
    let response: Response = JsFuture::from(window.fetch_with_str_and_init(&address, &request))
        .await?
        .dyn_into()?;
    let body = JsFuture::from(response.json()?).await?;
    let list = if Array::is_array(&body) {
        body
    } else {
        Reflect::get(&body, &"suggestions".into())?
    };
    let mut offers: Vec<Offer> = Array::from(&list)
        .iter()
        .filter_map(|offer| {
            let open = Reflect::get(&offer, &"open".into()).ok()?.as_f64();
            Some(Offer {
                text: word(&offer, "text")?,
                kind: word(&offer, "kind")?,
                open: open.unwrap_or_default() as u32,
            })
        })
        .collect();
    // one section a kind, in the order in which the kinds come
    let kinds: Vec<String> = offers.iter().map(|offer| offer.kind.clone()).collect();
    offers.sort_by_key(|offer| kinds.iter().position(|kind| *kind == offer.kind));
    Ok(offers)
}

fn word(offer: &JsValue, name: &str) -> Option<String> {
    Reflect::get(offer, &name.into()).ok()?.as_string()
}
