//! The coast of the city as a sea chart draws it: an ornament, told to nobody who cannot see it.

use std::sync::LazyLock;

use leptos::prelude::*;

/// The districts' outlines, one after another; the file names its source.
static LAND: LazyLock<String> = LazyLock::new(|| {
    let lines = include_str!("coast.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| line.split_once('\t'))
        .map(|(_, outline)| outline)
        .collect()
});

/// What lies beyond the city's northern border: no water, so no depth lines.
const INLAND: &str = "M84 88L153 37L200 62L236 70L240 48L290 20L366 58L381 93L400 96V0H60z";

/// Lines of equal depth: how far off the coast each one lies, drawn from the outermost in, with the
/// water between them painted over.
const DEPTHS: [(&str, &str); 6] = [
    ("depth", "28"),
    ("water", "26"),
    ("depth", "18"),
    ("water", "16"),
    ("depth", "9"),
    ("water", "7"),
];

/// The drawing.
pub(super) fn coast() -> impl IntoView {
    let depths: Vec<_> = DEPTHS
        .into_iter()
        .map(|(class, width)| view! { <use href="#land" class=class stroke-width=width/> })
        .collect();
    view! {
        <svg class="coast" viewBox="0 0 400 317" aria-hidden="true">
            <defs><path id="land" d=LAND.as_str()/></defs>
            {depths}
            <path class="inland" d=INLAND/>
            <use href="#land" class="land"/>
        </svg>
    }
}
