//! What the city publishes is in Chinese; on a page in another language it is marked so, that it is read aloud rightly.

use leptos::prelude::*;

use crate::language::Language;
use crate::notation;

/// Tells what is rendered from now on which language the page is in.
pub fn tell_language(language: Language) {
    provide_context(language);
}

/// The `lang` of a published text; nothing where the page's own language says it already.
#[must_use]
pub fn lang_of(text: &str) -> Option<&'static str> {
    notation::lang_of(use_context::<Language>()?, text)
}
