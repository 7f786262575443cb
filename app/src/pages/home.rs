//! `/`: the first page.

use leptos::prelude::*;

use crate::components::search_box::SearchBox;
use crate::page::{Page, PageResult};
use crate::visit::Visit;

/// The first page: search, the doors, a few numbers.
///
/// # Errors
///
/// [`crate::page::Fault::Unavailable`] where the numbers cannot be had.
pub async fn page(visit: &Visit) -> PageResult {
    let counts = visit.backend.counts().await?;
    let title = visit.say("home-title");
    let heading = title.clone();
    let visit = visit.clone();
    Ok(Page::new(title, move || {
        view! {
            <h1>{heading}</h1>
            <SearchBox visit=&visit/>
            <p>{counts.open_courses}</p>
        }
    })
    .with_islands())
}
