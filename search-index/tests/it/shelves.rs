//! Lists without words are put together from shelves; what they hold must be what a look at every single row finds.

use chrono::Days;
use proptest::prelude::*;
use search_index::{Change, Document, Kind, Query, SearchIndex, Sort, Vocabulary};

use crate::city::{ask, at, today};

/// Few values, so that many documents share their traits, whole shelves are emptied and places in the order are close.
pub(crate) fn documents() -> impl Strategy<Value = Vec<Document>> {
    let document = (
        (0..Kind::ALL.len(), 0..40_u32, prop::bool::ANY),
        prop::sample::subsequence(vec!["210202", "210211"], 0..=2),
        prop::sample::subsequence(vec![3_u8, 4], 0..=2),
        prop::option::of(prop::sample::select(vec!["very", "high"])),
        prop::option::of(0..8_u64),
        prop::option::of(0..8_u64),
        (
            prop::option::of(0..2_u32),
            prop::option::of(prop::sample::select(vec!["one", "two"])),
        ),
    )
        .prop_map(
            |(
                (kind, id, practice),
                districts,
                levels,
                shortage,
                start,
                until,
                (seats_left, institution),
            )| {
                let day = |offset: u64| today() - Days::new(4) + Days::new(offset);
                Document {
                    kind: Kind::ALL[kind],
                    id: id.to_string(),
                    code: (kind == 0).then(|| format!("6-0{id}")),
                    name: format!("电工 {}", id % 3),
                    districts: districts.into_iter().map(str::to_owned).collect(),
                    levels,
                    programmes: practice
                        .then(|| "student_practice".to_owned())
                        .into_iter()
                        .collect(),
                    shortage: shortage.map(str::to_owned),
                    start: start.map(day),
                    apply_until: until.map(day),
                    seats_left,
                    institution: institution.map(str::to_owned),
                    market_ratio: Some(f64::from(id % 5)),
                    own_cost: Some(u64::from(id % 4)),
                    ..Document::default()
                }
            },
        );
    prop::collection::vec(document, 0..60)
}

/// The months in which documents may start.
fn months() -> Vec<String> {
    [today() - Days::new(4), today() + Days::new(4)]
        .map(|day| day.format("%Y-%m").to_string())
        .to_vec()
}

pub(crate) fn questions() -> impl Strategy<Value = Query> {
    (
        prop::sample::subsequence(Kind::ALL.to_vec(), 0..=2),
        prop::sample::subsequence(vec!["210202", "210211", "000000"], 0..=2),
        prop::sample::subsequence(vec![3_u8, 4, 9], 0..=2),
        prop::sample::subsequence(vec!["very", "high"], 0..=1),
        prop::sample::subsequence(vec!["student_practice"], 0..=1),
        (
            prop::bool::ANY,
            prop::sample::subsequence(vec!["two", "three"], 0..=1),
            prop::sample::subsequence(months(), 0..=1),
        ),
        (0..5_u32, 1..12_u32),
    )
        .prop_map(
            |(
                kinds,
                districts,
                levels,
                shortage,
                programmes,
                (open, institutions, months),
                (page, per_page),
            )| {
                let owned = |values: Vec<&str>| values.into_iter().map(str::to_owned).collect();
                Query {
                    kinds,
                    districts: owned(districts),
                    levels,
                    shortage: owned(shortage),
                    programmes: owned(programmes),
                    open,
                    institutions: owned(institutions),
                    months,
                    page,
                    per_page,
                    ..ask("")
                }
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shelves_hold_what_a_look_at_every_row_finds(
        built in documents(),
        changed in documents(),
        removed in prop::collection::vec((0..Kind::ALL.len(), 0..40_u32), 0..40),
        questions in prop::collection::vec(questions(), 1..12),
    ) {
        let index = SearchIndex::in_memory(Vocabulary::default()).unwrap();
        let mut once = std::collections::BTreeMap::new();
        once.extend(built.into_iter().map(|document| ((document.kind, document.id.clone()), document)));
        index.rebuild(once.into_values(), at(1)).unwrap();
        let removed = removed.into_iter().map(|(kind, id)| Change::Remove { kind: Kind::ALL[kind], id: id.to_string() });
        let changes: Vec<_> = removed.chain(changed.into_iter().map(|document| Change::Put(Box::new(document)))).collect();
        for (feed, some) in (2..).zip(changes.chunks(20)) {
            index.apply(some, at(feed)).unwrap();
        }
        for question in questions {
            // with no district near, everything is equally far away, which is found out row by row
            let row_by_row = index.search(&Query { sort: Sort::Distance, ..question.clone() }).unwrap();
            for sort in [Sort::Relevance, Sort::Start] {
                let asked = Query { sort, ..question.clone() };
                let by_shelves = index.search(&asked).unwrap();
                prop_assert_eq!(&index.search(&asked).unwrap(), &by_shelves);
                let is_by_start = sort == Sort::Start && question.kinds.len() != 1;
                if is_by_start {
                    // another order among kinds, but the same counts
                    prop_assert_eq!(&by_shelves.facets, &row_by_row.facets);
                    prop_assert_eq!(by_shelves.total, row_by_row.total);
                } else {
                    prop_assert_eq!(&by_shelves, &row_by_row);
                }
            }
        }
    }
}
