//! Documents that differ only in their days stand side by side after a rebuild and are judged at once; what came one by one
//! stands anywhere. Both must answer alike.

use std::collections::BTreeMap;

use chrono::Days;
use proptest::prelude::*;
use search_index::{Change, Document, Kind, Query, SearchIndex, Sort, Vocabulary};

use crate::city::{at, today};
use crate::shelves::{documents, questions};

const SORTS: [Sort; 5] = [
    Sort::Relevance,
    Sort::Start,
    Sort::Market,
    Sort::Cost,
    Sort::Distance,
];
/// Words that are found as they stand, by sound, in pairs here and there, and within what was typed.
const TEXTS: [&str; 6] = [
    "",
    "电工",
    "diangong 2",
    "电公",
    "工电工课",
    "想学电工课程2的",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_answer_does_not_depend_on_the_order_in_which_documents_came(
        mut came in documents(),
        again in documents(),
        questions in prop::collection::vec((questions(), 0..SORTS.len(), 0..TEXTS.len(), prop::option::of(0..8_u64), prop::option::of(0..8_u64)), 1..12),
    ) {
        came.extend(again);
        let one_by_one = SearchIndex::in_memory(Vocabulary::default()).unwrap();
        let mut left = BTreeMap::new();
        for (feed, some) in (1..).zip(came.chunks(8)) {
            let changes = some.iter().map(|document| Change::Put(Box::new(document.clone())));
            one_by_one.apply(&changes.collect::<Vec<_>>(), at(feed)).unwrap();
            left.extend(some.iter().map(|document| ((document.kind, document.id.clone()), document.clone())));
        }
        let rebuilt = SearchIndex::in_memory(Vocabulary::default()).unwrap();
        let rebuild = |left: &BTreeMap<(Kind, String), Document>| rebuilt.rebuild(left.values().cloned(), at(1)).unwrap();
        rebuild(&left);
        for (question, sort, text, from, to) in questions {
            let day = |offset: u64| today() - Days::new(4) + Days::new(offset);
            let asked = Query {
                text: TEXTS[text].to_owned(),
                sort: SORTS[sort],
                nearest: vec!["210211".to_owned()],
                from: from.map(day),
                to: to.map(day),
                ..question
            };
            prop_assert_eq!(one_by_one.search(&asked).unwrap(), rebuilt.search(&asked).unwrap(), "{:?}", asked);
        }
        // what is removed afterwards leaves gaps in a series
        let removed: Vec<_> = left.keys().step_by(3).cloned().collect();
        for (index, feed) in [(&one_by_one, 1_000), (&rebuilt, 2)] {
            let changes = removed.iter().map(|(kind, id)| Change::Remove { kind: *kind, id: id.clone() });
            index.apply(&changes.collect::<Vec<_>>(), at(feed)).unwrap();
        }
        let asked = Query { text: "电工".to_owned(), ..Query::on(today()) };
        let with_gaps = rebuilt.search(&asked).unwrap();
        prop_assert_eq!(one_by_one.search(&asked).unwrap(), with_gaps.clone());
        left.retain(|key, _| !removed.contains(key));
        rebuild(&left);
        prop_assert_eq!(rebuilt.search(&asked).unwrap(), with_gaps);
    }
}

/// A series long enough that most of its documents are passed over: what is cut from it page by page is the whole list.
#[test]
fn no_place_of_a_long_series_is_passed_over() {
    let index = SearchIndex::in_memory(Vocabulary::default()).unwrap();
    let courses = (0..96_u32).map(|number| Document {
        kind: Kind::Course,
        id: format!("{:02}", number * 37 % 96),
        name: "电工".to_owned(),
        start: Some(today() + Days::new(u64::from(number))),
        // what is full comes first, and sinks behind what is open
        seats_left: Some(if number < 60 { 0 } else { number % 3 }),
        market_ratio: Some(f64::from(number * 61 % 97)),
        own_cost: Some(u64::from(number * 29 % 89)),
        ..Document::default()
    });
    index.rebuild(courses, at(1)).unwrap();
    for sort in SORTS {
        let page = |page, per_page| {
            let asked = Query {
                text: "电工".to_owned(),
                sort,
                page,
                per_page,
                ..Query::on(today())
            };
            let hits = index.search(&asked).unwrap().hits;
            hits.into_iter().map(|hit| hit.id).collect::<Vec<_>>()
        };
        let cut: Vec<_> = (1..=32).flat_map(|number| page(number, 3)).collect();
        assert_eq!(cut, page(1, 100), "{sort:?}");
    }
}

/// What stands side by side after a rebuild says no more of how common its words are than what stands apart.
#[test]
fn how_much_a_pair_says_does_not_depend_on_how_documents_lie() {
    let schools: Vec<Document> = (0..3)
        .map(|number| Document {
            kind: Kind::Institution,
            id: number.to_string(),
            name: if number < 2 {
                "电工学校"
            } else {
                "钳工学校"
            }
            .to_owned(),
            ..Document::default()
        })
        .collect();
    let rebuilt = SearchIndex::in_memory(Vocabulary::default()).unwrap();
    rebuilt.rebuild(schools.clone(), at(1)).unwrap();
    let one_by_one = SearchIndex::in_memory(Vocabulary::default()).unwrap();
    for (feed, school) in (1..).zip(schools) {
        let put = Change::Put(Box::new(school));
        one_by_one.apply(&[put], at(feed)).unwrap();
    }
    let asked = Query {
        text: "海边电工哪里好".to_owned(),
        ..Query::on(today())
    };
    let found = rebuilt.search(&asked).unwrap();
    assert_eq!(found.total, 2);
    assert_eq!(one_by_one.search(&asked).unwrap(), found);
}
