//! Measures the list from where somebody is and tells nobody where that is: the device itself finds the nearest district.

use leptos::prelude::*;

use super::addresses;
use crate::backend::{District, Sort};
use crate::shell::called;
use crate::visit::Visit;

/// The button; the script shows it where the device can tell its place.
pub(super) fn button(visit: &Visit) -> impl IntoView + use<> {
    view! { <li><button type="button" class="chip plain" id="nearest" hidden>{visit.say("nearest")}</button></li> }
}

/// Where the script tells how it goes.
pub(super) fn told() -> impl IntoView {
    view! { <p class="hint" id="nearest-told" role="status" hidden></p> }
}

/// The script behind the button; empty where nothing can be measured from.
pub(super) fn script(visit: &Visit, districts: &[District]) -> String {
    let centre = |district: &District| {
        let (latitude, longitude) = district.centre?;
        Some(format!("{},{latitude:.3},{longitude:.3}", district.code))
    };
    let centres: Vec<String> = districts.iter().filter_map(centre).collect();
    if centres.is_empty() {
        return String::new();
    }
    let list = addresses::sorted(visit, Sort::Distance, Some(""));
    let words = ["nearest-seeking", "nearest-refused", "nearest-afar"].map(|key| visit.say(key));
    let [seeking, refused, afar] = &words;
    called(
        include_str!("nearest.js"),
        &[&list, &centres.join(" "), seeking, refused, afar],
    )
}
