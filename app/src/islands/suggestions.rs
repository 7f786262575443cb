//! Suggestions while somebody types: HTML and CSS cannot ask the index at each character.

#[cfg(feature = "hydrate")]
mod asking;
#[cfg(feature = "hydrate")]
mod history;
#[cfg(feature = "hydrate")]
mod sight;

use leptos::ev::{CompositionEvent, Event, InputEvent, KeyboardEvent};
use leptos::html::Input;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

/// Something to search for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Offer {
    text: String,
    /// The name by which it was found, where that is another than its own; else empty.
    called: String,
    /// The code of its kind, [`HISTORY`] for what was searched for before, or [`FORGET`] for what clears that.
    kind: String,
    /// How many of its courses take applications.
    open: u32,
}

/// The section of what was searched for before on this device.
#[cfg(feature = "hydrate")]
const HISTORY: &str = "history";
/// Clears what was searched for before.
const FORGET: &str = "forget";
/// The number of every key that an input method takes for itself. Safari tells by it alone that Enter ended a composition.
const TAKEN_KEY: u32 = 229;

/// The language in which a name is read aloud.
fn lang_of(name: &str) -> &'static str {
    if name.is_ascii() { "en" } else { "zh-CN" }
}

/// The id of the offer at a place of the list.
fn id_of(place: usize) -> String {
    format!("offer-{place}")
}

/// A search field that offers completions: a combobox whose list follows the typing.
///
/// Without the island it is the same field of the same form. What is chosen is put into the field
/// and the form is sent, as if it had been typed. An empty field offers what was searched for before, which stays on the
/// device.
#[island]
pub fn Suggestions(
    /// What was searched for.
    value: String,
    /// An example of what to type.
    placeholder: String,
    /// The name of the list of offers.
    offers: String,
    /// Code and name of each section.
    kinds: Vec<(String, String)>,
    /// How many courses are open, `#` in place of the number.
    open: String,
    /// How many offers there are, told to who cannot see them; `#` in place of the number.
    counted: String,
    /// What clears the history.
    forget: String,
) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let offered = RwSignal::new(Vec::<Offer>::new());
    let chosen = RwSignal::new(None::<usize>);
    let is_composing = StoredValue::new(false);
    let forget = StoredValue::new(forget);

    let show = move |offers: Vec<Offer>| {
        chosen.set(None);
        offered.set(offers);
    };
    let ask = asks(show);
    let close = move || {
        show(Vec::new());
        // what is still on its way opens no list
        ask(String::new());
    };
    let typed = move || {
        if let Some(field) = field.get_untracked()
            && !is_composing.get_value()
            && field.matches(":focus").unwrap_or_default()
        {
            // what was chosen belongs to other words
            chosen.set(None);
            let text = field.value();
            if text.trim().is_empty() {
                show(searched(&forget.get_value()));
            }
            ask(text);
        }
    };
    let take = move |offer: &Offer| {
        close();
        if offer.kind == FORGET {
            forget_all();
        } else if let Some(field) = field.get_untracked() {
            field.set_value(&offer.text);
            send(&field);
        }
    };
    // what was typed before the island woke is a question too
    let asked_before = value.clone();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            remember(&field);
            if field.value() != asked_before || field.value().is_empty() {
                typed();
            }
        }
    });

    let step = move |count: usize, step: usize| {
        let place = match chosen.get_untracked() {
            Some(place) => (place + step) % count,
            None if step == 1 => 0,
            None => count - 1,
        };
        chosen.set(Some(place));
        bring_into_sight(place);
    };
    let on_key = move |event: KeyboardEvent| {
        // Enter and the arrows belong to the input method while it composes
        if event.is_composing() || event.key_code() == TAKEN_KEY {
            return;
        }
        let count = offered.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" if count == 0 => typed(),
            "ArrowDown" => step(count, 1),
            "ArrowUp" => step(count, count - 1),
            // it clears no field, as a browser would: what was typed is not lost
            "Escape" => close(),
            // the caret moves among the words that were typed: they are meant
            "Home" | "End" | "ArrowLeft" | "ArrowRight" => return chosen.set(None),
            "Enter" => match chosen
                .get_untracked()
                .and_then(|place| offered.with_untracked(|all| all.get(place).cloned()))
            {
                Some(offer) => take(&offer),
                None => return close(),
            },
            _ => return,
        }
        event.prevent_default();
    };
    let on_input = move |event: Event| {
        if event.unchecked_ref::<InputEvent>().is_composing() {
            is_composing.set_value(true);
        }
        typed();
    };
    let composes = move |_: CompositionEvent| {
        is_composing.set_value(true);
        close();
    };
    let composed = move |_: CompositionEvent| {
        is_composing.set_value(false);
        typed();
    };
    let line = move |place: usize, offer: Offer| {
        let note = (offer.open > 0)
            .then(|| view! { <small>{open.replace('#', &offer.open.to_string())}</small> });
        let text = offer.text.clone();
        let called = offer.called.clone();
        let (lang, called_lang) = (lang_of(&text), lang_of(&called));
        view! {
            <div
                id=id_of(place)
                role="option"
                aria-selected=move || if chosen.get() == Some(place) { "true" } else { "false" }
                on:pointerdown=move |event| event.prevent_default()
                on:click=move |_| take(&offer)
            >
                <span lang=lang>{text}" "<small lang=called_lang>{called}</small></span>
                {note}
            </div>
        }
    };
    let list = move || {
        let offers = offered.get();
        let mut place = 0;
        offers
            .chunk_by(|one, other| one.kind == other.kind)
            .map(|section| {
                let kind = kinds.iter().find(|(code, _)| *code == section[0].kind);
                let name = kind.map(|(_, name)| name.clone());
                let lines: Vec<_> = section
                    .iter()
                    .map(|offer| {
                        place += 1;
                        line.clone()(place - 1, offer.clone())
                    })
                    .collect();
                let heading = name
                    .clone()
                    .map(|name| view! { <small aria-hidden="true">{name}</small> });
                view! { <div role="group" aria-label=name>{heading}{lines}</div> }
            })
            .collect_view()
    };
    let told = move || {
        let count = offered.with(|all| all.iter().filter(|offer| offer.kind != FORGET).count());
        (count > 0).then(|| counted.replace('#', &count.to_string()))
    };
    view! {
        <span class="search-field">
            <input
                node_ref=field
                id="q"
                type="search"
                name="q"
                value=value
                placeholder=placeholder
                autocomplete="off"
                maxlength="100"
                role="combobox"
                aria-autocomplete="list"
                aria-controls="offers"
                aria-expanded=move || if offered.with(Vec::is_empty) { "false" } else { "true" }
                aria-activedescendant=move || chosen.get().map(id_of)
                on:input=on_input
                on:focus=move |_| typed()
                on:compositionstart=composes
                on:compositionend=composed
                on:keydown=on_key
                on:blur=move |_| close()
            />
            <div id="offers" class="offers" role="listbox" aria-label=offers hidden=move || offered.with(Vec::is_empty)>
                {list}
            </div>
            <span class="unseen" role="status">{told}</span>
        </span>
    }
}

/// Gives what asks the portal for completions and hands them on; on the server nobody types.
#[cfg(not(feature = "hydrate"))]
fn asks(_show: impl Fn(Vec<Offer>) + Copy + 'static) -> impl Fn(String) + Copy {
    |_| ()
}

#[cfg(feature = "hydrate")]
use asking::{asks, send};
#[cfg(feature = "hydrate")]
use history::{forget_all, remember, searched};
#[cfg(feature = "hydrate")]
use sight::bring_into_sight;

/// Sends the field's form; on the server nobody presses a key.
#[cfg(not(feature = "hydrate"))]
fn send(_field: &leptos::web_sys::HtmlInputElement) {}

/// Returns what was searched for before on this device; on the server nothing is known of it.
#[cfg(not(feature = "hydrate"))]
fn searched(_forget: &str) -> Vec<Offer> {
    Vec::new()
}

/// Scrolls to an offer; on the server there is nothing to see.
#[cfg(not(feature = "hydrate"))]
fn bring_into_sight(_place: usize) {}

/// Has the device remember what the field's form is sent with.
#[cfg(not(feature = "hydrate"))]
fn remember(_field: &leptos::web_sys::HtmlInputElement) {}

/// Has the device forget what was searched for.
#[cfg(not(feature = "hydrate"))]
fn forget_all() {}
