//! Keeps the chosen offer in sight: the list may be longer than the screen, and the caret never enters it.

use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

use super::id_of;

/// Scrolls as little as need be for the offer at this place to be seen.
pub(super) fn bring_into_sight(place: usize) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(offer) = document.and_then(|document| document.get_element_by_id(&id_of(place))) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        offer.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
