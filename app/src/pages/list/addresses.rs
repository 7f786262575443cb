//! Addresses of the list that differ from this one by a filter, an order or a page.

use std::borrow::Cow;

use crate::backend::Sort;
use crate::query::Query;
use crate::typed::visible;
use crate::visit::Visit;

/// The names that an address of the list may hold before those of its filters and after them, in the order in which they
/// are written.
const BEFORE: [&str; 2] = ["q", "kind"];
const AFTER: [&str; 3] = ["near", "sort", "compare"];

/// The names of the filters that stand as chips above the list.
pub(super) const FILTERS: [&str; 12] = [
    "district",
    "level",
    "shortage",
    "programme",
    "mode",
    "occupation",
    "place",
    "month",
    "from",
    "to",
    "open",
    "literal",
];

/// The pairs of this address that mean something, blanks and the page left out.
pub(super) fn pairs(visit: &Visit) -> Vec<(&'static str, &str)> {
    let names = BEFORE.into_iter().chain(FILTERS).chain(AFTER);
    names
        .flat_map(|name| visit.query.all(name).map(move |value| (name, value)))
        .collect()
}

/// The address with these pairs.
pub(super) fn of(visit: &Visit, pairs: &[(&str, &str)]) -> String {
    let path = visit.address("/find");
    if pairs.is_empty() {
        path
    } else {
        format!("{path}?{}", Query::encode(pairs.iter().copied()))
    }
}

/// The address without one value of a filter.
pub(super) fn without(visit: &Visit, name: &str, value: &str) -> String {
    let mut pairs = pairs(visit);
    pairs.retain(|pair| *pair != (name, value));
    of(visit, &pairs)
}

/// The address without a whole filter, or with one value in its place.
pub(super) fn with_only(visit: &Visit, name: &'static str, value: Option<&str>) -> String {
    let mut pairs = pairs(visit);
    pairs.retain(|(known, _)| *known != name);
    pairs.extend(value.map(|value| (name, value)));
    of(visit, &pairs)
}

/// The address with other words, without whole filters and with these pairs besides.
pub(super) fn changed(
    visit: &Visit,
    text: &str,
    without: &[&str],
    with: &[(&'static str, String)],
) -> String {
    let words = Some(("q", text)).filter(|(_, text)| !text.is_empty());
    let kept = pairs(visit)
        .into_iter()
        .filter(|(name, _)| *name != "q" && !without.contains(name));
    let with = with.iter().map(|(name, value)| (*name, value.as_str()));
    let pairs: Vec<_> = words.into_iter().chain(kept).chain(with).collect();
    of(visit, &pairs)
}

/// The address with another order, for distance with the district from which it is measured. An order changes no filter.
pub(super) fn sorted(visit: &Visit, sort: Sort, near: Option<&str>) -> String {
    let mut pairs = pairs(visit);
    pairs.retain(|(name, _)| *name != "sort" && (*name != "near" || near.is_none()));
    pairs.extend(near.map(|near| ("near", near)));
    if sort != Sort::default() {
        pairs.push(("sort", sort.code()));
    }
    of(visit, &pairs)
}

/// The same address without what was left blank or said twice, and its words without characters that nobody sees; `None`
/// where there is nothing of that.
pub(super) fn tidy(visit: &Visit) -> Option<String> {
    let asked: Vec<_> = visit.query.pairs().collect();
    let seen: Vec<_> = asked
        .iter()
        .map(|(name, value)| match *name {
            "q" => (*name, visible(value)),
            _ => (*name, Cow::Borrowed(*value)),
        })
        .collect();
    let mut told: Vec<(&str, &str)> = Vec::new();
    for (name, value) in &seen {
        let pair = (*name, value.as_ref());
        if !value.trim().is_empty() && !told.contains(&pair) {
            told.push(pair);
        }
    }
    (told != asked).then(|| of(visit, &told))
}

/// The address of another page; the first one has no number.
pub(super) fn page(visit: &Visit, page: u32) -> String {
    let number = page.to_string();
    let mut pairs = pairs(visit);
    if page > 1 {
        pairs.push(("page", &number));
    }
    of(visit, &pairs)
}
