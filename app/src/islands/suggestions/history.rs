//! What was searched for before, kept on the device alone: the portal is never told. What may be somebody's number is not kept.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Storage;

use super::{FORGET, HISTORY, Offer};

/// Under which name the device keeps it: one search a line, the last one first.
const NAME: &str = "searched";
/// So many searches are kept.
const MOST: usize = 5;
/// So many digits in a row may be somebody's phone or number; the longest part of an occupation's code has two.
const DIGITS: usize = 6;
/// So many where dashes stand between them.
const DASHED_DIGITS: usize = 8;

/// Returns what was searched for before, and what clears it; nothing where the device keeps nothing.
pub(super) fn searched(forget: &str) -> Vec<Offer> {
    let offer = |text: &str, kind: &str| Offer {
        text: text.to_owned(),
        called: String::new(),
        kind: kind.to_owned(),
        open: 0,
    };
    let mut offers: Vec<Offer> = lines().iter().map(|text| offer(text, HISTORY)).collect();
    if !offers.is_empty() {
        offers.push(offer(forget, FORGET));
    }
    offers
}

/// Has the device remember what the field's form is sent with.
pub(super) fn remember(field: &web_sys::HtmlInputElement) {
    let Some(form) = field.form() else {
        return;
    };
    let field = field.clone();
    let keep = Closure::<dyn Fn()>::new(move || {
        let text = field.value();
        let text = text.trim();
        if let (Some(storage), false) = (storage(), text.is_empty() || may_name_somebody(text)) {
            let mut lines = lines();
            lines.retain(|line| line != text);
            lines.insert(0, text.to_owned());
            lines.truncate(MOST);
            // a device that is full or keeps nothing does without
            let _ = storage.set_item(NAME, &lines.join("\n"));
        }
    });
    if form
        .add_event_listener_with_callback("submit", keep.as_ref().unchecked_ref())
        .is_ok()
    {
        // the form stays as long as the page
        keep.forget();
    }
}

/// Has the device forget what was searched for.
pub(super) fn forget_all() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(NAME);
    }
}

fn lines() -> Vec<String> {
    let kept = storage().and_then(|storage| storage.get_item(NAME).ok().flatten());
    kept.iter()
        .flat_map(|kept| kept.lines())
        .filter(|line| !may_name_somebody(line))
        .map(str::to_owned)
        .collect()
}

/// Says whether many digits stand in a row, as written in one or in groups with blanks or dashes between them; whole
/// occupation codes are left out.
fn may_name_somebody(text: &str) -> bool {
    let (mut row, mut dashed) = (0, 0);
    for word in text.split(' ') {
        if is_code(word.as_bytes()) {
            continue;
        }
        for character in word.chars() {
            (row, dashed) = match character {
                '0'..='9' | '０'..='９' => (row + 1, dashed + 1),
                '\u{3000}' => (row, dashed),
                '-' | '.' | '－' | '‐'..='—' => (0, dashed),
                _ => (0, 0),
            };
            if row == DIGITS || dashed == DASHED_DIGITS {
                return true;
            }
        }
    }
    false
}

/// Says whether a word is written as a whole occupation code is, such as `6-31-01-03`.
const fn is_code(word: &[u8]) -> bool {
    matches!(word, [_, b'-', _, _, b'-', _, _, b'-', _, _])
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
