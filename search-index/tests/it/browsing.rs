//! Lists without words, and their pages.

use std::collections::BTreeSet;

use search_index::{Document, Kind, Query, SearchIndex, Vocabulary};

use crate::city::{ask, at, courses, index, occupations};

#[test]
fn no_words_mean_everything_that_passes_the_filters() {
    let found = index()
        .search(&Query {
            kinds: vec![Kind::Course],
            ..ask("  ")
        })
        .unwrap();
    assert_eq!(found.total, courses().len());
    assert_eq!(
        index().search(&ask("")).unwrap().total,
        index().document_count()
    );
}

#[test]
fn noise_finds_nothing() {
    assert_eq!(index().search(&ask("😀 ---")).unwrap().total, 0);
}

#[test]
fn a_lone_place_is_a_list_of_what_is_there() {
    let found = index().search(&ask("甘井子区")).unwrap();
    assert_eq!(found.understood.len(), 1);
    assert!(found.hits.iter().any(|hit| hit.kind == Kind::Institution));
}

#[test]
fn of_all_occupations_those_with_levels_come_first() {
    let found = index()
        .search(&Query {
            kinds: vec![Kind::Occupation],
            per_page: Query::MOST_PER_PAGE,
            ..ask("")
        })
        .unwrap();
    let trained: BTreeSet<String> = occupations()
        .into_iter()
        .filter(|occupation| !occupation.levels.is_empty())
        .map(|occupation| occupation.id)
        .collect();
    assert!(found.total > trained.len());
    let first: BTreeSet<String> = found
        .hits
        .into_iter()
        .take(trained.len())
        .map(|hit| hit.id)
        .collect();
    assert_eq!(first, trained);
}

#[test]
fn what_is_subsidised_comes_before_what_only_lacks_people() {
    let index = SearchIndex::in_memory(Vocabulary::default()).unwrap();
    let trade = |id: &str, is_subsidised, shortage: Option<&str>| Document {
        kind: Kind::Occupation,
        id: id.to_owned(),
        code: Some(id.to_owned()),
        name: format!("职业{id}"),
        levels: vec![5],
        is_subsidised,
        shortage: shortage.map(str::to_owned),
        ..Document::default()
    };
    let trades = [
        trade("1", false, Some("urgent")),
        trade("2", true, None),
        trade("3", true, Some("urgent")),
    ];
    index.rebuild(trades, at(1)).unwrap();
    let found = index.search(&ask("")).unwrap();
    let ids: Vec<_> = found.hits.iter().map(|hit| hit.id.as_str()).collect();
    assert_eq!(ids, ["3", "2", "1"]);
}

#[test]
fn pages_hold_every_hit_once() {
    let query = |page| Query {
        kinds: vec![Kind::Course],
        per_page: 7,
        page,
        ..ask("电工")
    };
    let total = index().search(&query(1)).unwrap().total;
    let mut seen = BTreeSet::new();
    let mut count = 0;
    for page in 1.. {
        let hits = index().search(&query(page)).unwrap().hits;
        if hits.is_empty() {
            break;
        }
        count += hits.len();
        seen.extend(hits.into_iter().map(|hit| hit.id));
    }
    assert_eq!((count, seen.len()), (total, total));
    assert!(
        index()
            .search(&Query {
                page: u32::MAX,
                per_page: u32::MAX,
                ..ask("")
            })
            .unwrap()
            .hits
            .is_empty()
    );
    assert_eq!(
        index()
            .search(&Query {
                page: 0,
                per_page: 0,
                ..ask("")
            })
            .unwrap()
            .hits
            .len(),
        1
    );
}
