//! Whether one can still get in, said as a tag.

use std::borrow::Cow;

use chrono::NaiveDate;
use leptos::prelude::*;

use super::tag::{Tag, Tone};
use crate::visit::Visit;

/// So many seats left are called few.
const FEW: u32 = 5;

/// Open, nearly full, full, or closed, with the seats that are left.
#[component]
pub fn SeatsTag<'a>(
    /// The page's visit.
    visit: &'a Visit,
    /// Seats left; `None` where it was not told.
    seats_left: Option<u32>,
    /// Last day to apply; `None` where it was not told.
    apply_until: Option<NaiveDate>,
) -> impl IntoView + use<> {
    let (tone, text) = seats(visit, seats_left, apply_until)?;
    Some(view! { <Tag tone text/> })
}

/// What the tag says, and how it is coloured; nothing where the seats were not told.
#[must_use]
pub fn seats(
    visit: &Visit,
    seats_left: Option<u32>,
    apply_until: Option<NaiveDate>,
) -> Option<(Tone, Cow<'static, str>)> {
    let is_over = apply_until.is_some_and(|until| until < visit.today);
    Some(match seats_left {
        _ if is_over => (Tone::Plain, visit.say("seats-closed")),
        Some(0) => (Tone::Care, visit.say("seats-none")),
        Some(seats @ 1..=FEW) => (
            Tone::Care,
            visit.say_with("seats-few", [("seats", seats.into())]),
        ),
        Some(seats) => (
            Tone::Good,
            visit.say_with("seats-left", [("seats", seats.into())]),
        ),
        None => return None,
    })
}
