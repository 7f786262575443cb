//! The pages of a list, each a link that stays the same.

use leptos::prelude::*;

use crate::visit::Visit;

/// The links to a list's pages: the first, the last, and those around this one; nothing for one page.
#[component]
pub fn Pagination<'a, F: Fn(u32) -> String>(
    /// The page's visit.
    visit: &'a Visit,
    /// This page, from 1.
    page: u32,
    /// How many there are.
    pages: u32,
    /// The address of a page.
    address: F,
) -> AnyView {
    if pages <= 1 {
        return ().into_any();
    }
    let step = |number: u32, key: &'static str| {
        view! { <li><a href=address(number) rel=key>{visit.say(&format!("pages-{key}"))}</a></li> }
    };
    let links: Vec<_> = shown(page, pages)
        .into_iter()
        .map(|number| match number {
            None => view! { <li class="gap" aria-hidden="true">"…"</li> }.into_any(),
            Some(number) if number == page => {
                view! { <li aria-current="page">{number}</li> }.into_any()
            }
            Some(number) => {
                let label = visit.say_with("pages-number", [("page", number.into())]);
                view! { <li><a href=address(number) aria-label=label>{number}</a></li> }.into_any()
            }
        })
        .collect();
    view! {
        <nav class="pagination" aria-label=visit.say("pages")>
            <ol>
                {(page > 1).then(|| step(page - 1, "prev"))}
                {links}
                {(page < pages).then(|| step(page + 1, "next"))}
            </ol>
        </nav>
    }
    .into_any()
}

/// The page numbers to show, with `None` for a gap.
fn shown(page: u32, pages: u32) -> Vec<Option<u32>> {
    let mut shown = Vec::new();
    let mut last = 0;
    for number in
        (1..=pages).filter(|number| *number == 1 || *number == pages || number.abs_diff(page) <= 1)
    {
        if number > last + 1 {
            shown.push(None);
        }
        shown.push(Some(number));
        last = number;
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_last_and_near_pages_are_shown() {
        let one = Some;
        assert_eq!(shown(1, 3), [one(1), one(2), one(3)]);
        assert_eq!(
            shown(5, 9),
            [one(1), None, one(4), one(5), one(6), None, one(9)]
        );
        assert_eq!(shown(9, 9), [one(1), None, one(8), one(9)]);
    }
}
