//! What a person sees: pages rendered on the server, and the few islands that run in the browser.
//!
//! A page is an async function from a [`visit::Visit`] (who asks, in which language, with which
//! [`backend::Backend`]) to a [`page::Page`] or a [`page::Fault`]. Everything is fetched before
//! anything is rendered, so a page has its status, its text and its errors at once, and the same
//! function serves GET and a form that comes back with mistakes. Only [`islands`] is compiled to
//! wasm; this crate knows no SQL and no index.

// A page's view is one type, nested as deeply as its HTML: the usual limit is too small for the layout of the largest.
#![recursion_limit = "256"]

#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod islands;

#[cfg(feature = "checker")]
pub mod checker;
#[cfg(feature = "checker")]
pub mod language;
#[cfg(feature = "checker")]
pub mod notation;
#[cfg(feature = "checker")]
pub mod phone;
#[cfg(feature = "checker")]
pub mod policy_words;
#[cfg(feature = "checker")]
pub mod query;
#[cfg(feature = "checker")]
pub mod sent;
#[cfg(feature = "checker")]
pub mod speech;
#[cfg(feature = "checker")]
pub mod told;

#[cfg(feature = "ssr")]
pub mod backend;
#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod page;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod preferences;
#[cfg(feature = "ssr")]
pub mod reading_words;
#[cfg(feature = "ssr")]
pub mod rehearsal_words;
#[cfg(feature = "ssr")]
pub mod shell;
#[cfg(feature = "ssr")]
pub mod typed;
#[cfg(feature = "ssr")]
pub mod visit;
#[cfg(feature = "ssr")]
pub mod words;

/// Brings the islands on a page to life; called once by the page's script.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
