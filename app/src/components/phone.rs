//! A telephone number: one tap to call where it can be called.

use leptos::prelude::*;

/// A telephone number; a plain text where it is no number that can be dialled (sample data).
#[component]
pub fn Phone(
    /// The number as published.
    #[prop(into)]
    number: String,
) -> impl IntoView {
    let digits: String = number
        .chars()
        .filter(|character| !matches!(character, ' ' | '-'))
        .collect();
    let can_be_dialled = digits.len() >= 5 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if can_be_dialled {
        view! { <a class="target" href=format!("tel:{digits}")>{number}</a> }.into_any()
    } else {
        number.into_any()
    }
}
