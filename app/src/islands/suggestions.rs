//! Suggestions while somebody types: HTML and CSS cannot ask the index at each character.

#[cfg(feature = "hydrate")]
mod asking;

use leptos::ev::{CompositionEvent, KeyboardEvent};
use leptos::html::Input;
use leptos::prelude::*;

/// Something to search for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Offer {
    text: String,
    /// The code of its kind.
    kind: String,
}

/// A search field that offers completions: a combobox whose list follows the typing.
///
/// Without the island it is the same field of the same form. What is chosen is put into the field
/// and the form is sent, as if it had been typed.
#[island]
pub fn Suggestions(
    /// What was searched for.
    value: String,
    /// An example of what to type.
    placeholder: String,
    /// The name of the list of offers.
    offers: String,
    /// Code and name of each kind.
    kinds: Vec<(String, String)>,
) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let offered = RwSignal::new(Vec::<Offer>::new());
    let chosen = RwSignal::new(None::<usize>);
    let is_composing = StoredValue::new(false);

    let show = move |offers: Vec<Offer>| {
        chosen.set(None);
        offered.set(offers);
    };
    let ask = asks(show);
    let typed = move || {
        if let Some(field) = field.get_untracked()
            && !is_composing.get_value()
        {
            ask(field.value());
        }
    };
    let take = move |offer: &Offer| {
        show(Vec::new());
        if let Some(field) = field.get_untracked() {
            field.set_value(&offer.text);
            send(&field);
        }
    };
    // what was typed before the island woke is a question too
    let asked_before = value.clone();
    Effect::new(move |_| {
        if field
            .get()
            .is_some_and(|field| field.value() != asked_before)
        {
            typed();
        }
    });

    let on_key = move |event: KeyboardEvent| {
        let count = offered.with_untracked(Vec::len);
        // Enter and the arrows belong to the input method while it composes
        if event.is_composing() || count == 0 {
            return;
        }
        match event.key().as_str() {
            "ArrowDown" => {
                chosen.update(|place| *place = Some(place.map_or(0, |place| (place + 1) % count)))
            }
            "ArrowUp" => chosen.update(|place| {
                *place = Some(place.map_or(count - 1, |place| (place + count - 1) % count))
            }),
            "Escape" => show(Vec::new()),
            "Enter" => match chosen
                .get_untracked()
                .and_then(|place| offered.with_untracked(|all| all.get(place).cloned()))
            {
                Some(offer) => take(&offer),
                None => return,
            },
            _ => return,
        }
        event.prevent_default();
    };
    let composed = move |_: CompositionEvent| {
        is_composing.set_value(false);
        typed();
    };
    let list = move || {
        let line = |(place, offer): (usize, Offer)| {
            let kind = kinds
                .iter()
                .find(|(code, _)| *code == offer.kind)
                .map(|(_, name)| name.clone());
            let text = offer.text.clone();
            view! {
                <li
                    id=format!("offer-{place}")
                    role="option"
                    aria-selected=move || if chosen.get() == Some(place) { "true" } else { "false" }
                    on:pointerdown=move |event| event.prevent_default()
                    on:click=move |_| take(&offer)
                >
                    {text}
                    <small>{kind}</small>
                </li>
            }
        };
        offered
            .get()
            .into_iter()
            .enumerate()
            .map(line)
            .collect_view()
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
                aria-activedescendant=move || chosen.get().map(|place| format!("offer-{place}"))
                on:input=move |_| typed()
                on:compositionstart=move |_| is_composing.set_value(true)
                on:compositionend=composed
                on:keydown=on_key
                on:blur=move |_| show(Vec::new())
            />
            <ul id="offers" class="offers" role="listbox" aria-label=offers hidden=move || offered.with(Vec::is_empty)>
                {list}
            </ul>
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

/// Sends the field's form; on the server nobody presses a key.
#[cfg(not(feature = "hydrate"))]
fn send(_field: &leptos::web_sys::HtmlInputElement) {}
