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

/// Gives what asks for completions of a text and shows them; a blank text asks for none. An answer counts only until
/// something else is asked, and a question that fails has none: no list stands under words that it was not made for.
pub(super) fn asks(show: impl Fn(Vec<Offer>) + Copy + 'static) -> impl Fn(String) + Copy {
    let newest = StoredValue::new(0_u32);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let under_way = StoredValue::new_local(None::<AbortController>);
    move |text: String| {
        let number = newest.get_value() + 1;
        newest.set_value(number);
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
                let offers = answer.await.unwrap_or_default();
                if newest.get_value() == number {
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
    let list = JsFuture::from(response.json()?).await?;
    if !Array::is_array(&list) {
        return Err(list);
    }
    let mut offers: Vec<Offer> = Array::from(&list)
        .iter()
        .filter_map(|offer| {
            let open = Reflect::get(&offer, &"open".into()).ok()?.as_f64();
            Some(Offer {
                text: word(&offer, "text")?,
                called: word(&offer, "called").unwrap_or_default(),
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
