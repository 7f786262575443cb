//! A ticket stub: what it is on the left, the amount on the tear-off.

use leptos::prelude::*;

use super::published::lang_of;

/// What stands on the tear-off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TearOff {
    /// The amount (`¥1,800`), or the decision, in vermilion; `None` where there is no money in it.
    pub amount: Option<String>,
    /// What the amount is, or what stands in its place ("本级别无补贴").
    pub note: String,
    /// The ticket's number, small, in the corner; empty for none.
    pub serial: String,
}

/// A ticket.
///
/// ```ignore
/// <Stub tear_off=TearOff { amount: Some(yuan(fen)), note: visit.say("stub-once-certified").into(), serial: course.id }>
///     <h2><a href=…>电工</a></h2>
///     <Facts facts=vec![(visit.say("course-start").into(), short_day(visit, start).into())]/>
/// </Stub>
/// ```
#[component]
pub fn Stub(
    /// What stands on the tear-off.
    tear_off: TearOff,
    /// The ticket's body.
    children: Children,
) -> impl IntoView {
    let amount = match tear_off.amount {
        Some(amount) => {
            view! { <span class="stub-amount">{amount}</span> <small>{tear_off.note}</small> }
                .into_any()
        }
        None => view! { <span class="stub-amount none">{tear_off.note}</span> }.into_any(),
    };
    let serial = (!tear_off.serial.is_empty())
        .then(|| view! { <small class="stub-serial">{format!("No. {}", tear_off.serial)}</small> });
    view! {
        <article class="stub">
            <div class="stub-body">{children()}</div>
            <div class="stub-off">{amount}{serial}</div>
        </article>
    }
}

/// Small labels over their values, side by side where there is room.
#[component]
pub fn Facts(
    /// Label and value.
    facts: Vec<(String, String)>,
) -> impl IntoView {
    let facts: Vec<_> = facts
        .into_iter()
        .map(|(label, value)| {
            let lang = lang_of(&value);
            view! { <div><dt>{label}</dt><dd lang=lang>{value}</dd></div> }
        })
        .collect();
    view! { <dl class="facts">{facts}</dl> }
}
