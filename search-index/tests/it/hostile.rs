//! Whatever is typed, the answer is an answer.

use proptest::prelude::*;
use search_index::{Query, Sort};

use crate::city::{ask, index};

/// Returns everything that a person or a program may send.
fn anything() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z]{0,80}",
        "[\u{4e00}-\u{9fff}a-z0-9 ]{0,80}",
        "(电工|焊|甘井子|中级|技师|zh|sh|6-18|培训|[\\x00-\\x1f]|😀|[ \"*:()^~+-]){0,20}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_question_breaks_the_index(
        text in anything(),
        literal: bool,
        open: bool,
        page in 0..5_u32,
        per_page in 0..200_u32,
        levels in prop::collection::vec(any::<u8>(), 0..3),
        nearest in prop::collection::vec(anything(), 0..3),
    ) {
        let query = Query { literal, open, page, per_page, levels, nearest, sort: Sort::Distance, ..ask(&text) };
        let found = index().search(&query).unwrap();
        prop_assert!(found.hits.len() <= 100);
        for hit in &found.hits {
            let mut end = 0;
            for range in &hit.marked {
                prop_assert!(range.start >= end && range.start < range.end);
                prop_assert!(hit.name.get(range.clone()).is_some());
                end = range.end;
            }
        }
        index().suggest(&text, 8).unwrap();
    }
}

#[test]
fn megabytes_are_answered() {
    for text in [
        "焊".repeat(3 << 20),
        "a".repeat(10 << 20),
        " ".repeat(10 << 20),
        "\u{0}".repeat(10 << 20),
        "zhuang ".repeat(1 << 20),
        format!("6-31-01-03 {}", "焊".repeat(3 << 20)),
        "甘井子".repeat(1 << 20),
    ] {
        let found = index().search(&ask(&text)).unwrap();
        let rests = found.understood.iter().map(|one| one.rest.len());
        assert!(
            rests.max().unwrap_or_default() < 1_000,
            "what nobody read is not told"
        );
        index().suggest(&text, 8).unwrap();
    }
}
