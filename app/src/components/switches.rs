//! The reader's switches: language, type size, colours.

use leptos::prelude::*;

use crate::language::Language;
use crate::preferences::{Theme, TypeSize};
use crate::query::Query;
use crate::visit::Visit;

/// A longer query than any page of the portal writes, in bytes.
const LONGEST_QUERY: usize = 2_000;

/// The switches in one line: the other language, and the sizes and colours that are one tap away.
#[component]
pub fn QuickSwitches<'a>(
    /// The page's visit.
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let other = Language::ALL
        .into_iter()
        .find(|language| *language != visit.language)
        .unwrap_or_default();
    let sizes: Vec<_> = TypeSize::ALL
        .into_iter()
        .filter(|size| *size != visit.preferences.type_size)
        .map(|size| view! { <button name="type_size" value=size.code()>{visit.say(&format!("size-{}", size.code()))}</button> })
        .collect();
    let theme = if visit.preferences.theme == Theme::Dark {
        Theme::Light
    } else {
        Theme::Dark
    };
    view! {
        <div class="switches">
            <a href=address_in(visit, other) lang=other.tag() hreflang=other.tag()>{other.own_name()}</a>
            <form method="post" action=visit.address("/preferences")>
                <ReturnTo visit/>
                {sizes}
                <button name="theme" value=theme.code()>{visit.say(&format!("theme-{}", theme.code()))}</button>
            </form>
        </div>
    }
}

/// Every size and every theme, the present ones pressed.
#[component]
pub fn AllSwitches<'a>(
    /// The page's visit.
    visit: &'a Visit,
) -> impl IntoView + use<> {
    let sizes: Vec<_> = TypeSize::ALL
        .into_iter()
        .map(|size| {
            switch(
                visit,
                "type_size",
                "size",
                size.code(),
                size == visit.preferences.type_size,
            )
        })
        .collect();
    let themes: Vec<_> = Theme::ALL
        .into_iter()
        .map(|theme| {
            switch(
                visit,
                "theme",
                "theme",
                theme.code(),
                theme == visit.preferences.theme,
            )
        })
        .collect();
    view! {
        <form class="flow" method="post" action=visit.address("/preferences")>
            <ReturnTo visit/>
            <div class="preferences" role="group" aria-label=visit.say("switch-size")>{sizes}</div>
            <div class="preferences" role="group" aria-label=visit.say("switch-theme")>{themes}</div>
        </form>
    }
}

fn switch(
    visit: &Visit,
    name: &'static str,
    words: &str,
    code: &'static str,
    is_pressed: bool,
) -> impl IntoView + use<> {
    let pressed = if is_pressed { "true" } else { "false" };
    view! { <button name=name value=code aria-pressed=pressed><span>{visit.say(&format!("{words}-{code}"))}</span></button> }
}

/// Where the form's handler leads back to.
#[component]
fn ReturnTo<'a>(visit: &'a Visit) -> impl IntoView + use<> {
    view! { <input type="hidden" name="return_to" value=address_in(visit, visit.language)/> }
}

/// The visit's own address in a language, with its query.
fn address_in(visit: &Visit, language: Language) -> String {
    let query = Query::encode(visit.query.pairs());
    let address = language.address(&visit.path);
    // what no page could have meant is not carried on
    if query.is_empty() || query.len() > LONGEST_QUERY {
        address
    } else {
        format!("{address}?{query}")
    }
}
