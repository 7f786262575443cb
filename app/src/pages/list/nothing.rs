//! What an empty list offers instead: the same question with fewer conditions, and the nearest occupations, or some that are
//! in shortage where none is near.

use leptos::prelude::*;

use super::fewer::{Asking, Way, Ways};
use super::meant;
use super::neighbours::{self, Offered};
use crate::backend::{Answer, Find, Found};
use crate::components::button::{ButtonLink, Weight};
use crate::visit::Visit;

/// So many searches an empty list costs besides its own.
const MOST_ASKED: usize = 7;
/// So many of them are kept for the filters without the words, and for the nearest occupations.
const KEPT: usize = 2;

/// What an empty list offers.
pub(super) struct Instead {
    ways: Ways,
    without_words: Option<Way>,
    /// Subsidised occupations near to the words, if there are any words.
    pub(super) occupations: Option<Offered>,
}

/// What could be asked instead of a question that found nothing.
pub(super) async fn instead(visit: &Visit, find: &Find, found: &Found) -> Answer<Instead> {
    let asked_literally = usize::from(meant::is_guessed(find, found));
    let mut asking = Asking::anew(visit, find, found, MOST_ASKED - KEPT - asked_literally);
    let ways = asking.ways().await?;
    asking.allow(KEPT);
    let without_words = asking.without_words().await?;
    let words = asking.words();
    let occupations = if words.is_empty() {
        None
    } else {
        // the whole was asked already, without any filter, where no way leads on
        let found = if ways.is_empty() {
            Vec::new()
        } else {
            neighbours::found_by(&mut asking, &words).await?
        };
        Some(neighbours::near(&mut asking, &words, &found).await?)
    };
    Ok(Instead {
        ways,
        without_words,
        occupations,
    })
}

/// The empty list: what to drop, the words last of all, or where else to begin.
pub(super) fn nothing(visit: &Visit, instead: &Instead) -> impl IntoView + use<> {
    let Instead {
        ways,
        without_words,
        ..
    } = instead;
    let said = if !ways.alone.is_empty() {
        "nothing-here"
    } else if ways.together.is_some() {
        "nothing-one-fewer"
    } else {
        "nothing-at-all"
    };
    let links: Vec<_> = ways
        .alone
        .iter()
        .chain(&ways.together)
        .chain(without_words)
        .map(|way| view! { <li><a href=way.href.clone()>{way.words.clone()}</a></li> })
        .collect();
    view! {
        <div class="panel flow">
            <p>{visit.say(said)}</p>
            <ul class="links">{links}</ul>
            <p class="row">
                <ButtonLink weight=Weight::Quiet href=visit.address("/find") text=visit.say("nothing-all")/>
                <ButtonLink weight=Weight::Quiet href=visit.address("/check") text=visit.say("check-title")/>
            </p>
        </div>
    }
}
