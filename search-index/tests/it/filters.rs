//! Filters and their counts.

use std::collections::BTreeSet;

use chrono::Days;
use search_index::{Count, Document, Facets, Kind, Query, SearchIndex, Sort, Vocabulary};

use crate::city::{DISTRICTS, ask, at, courses, index, today};

fn counted(counts: &[Count], value: &str) -> usize {
    counts
        .iter()
        .find(|count| count.value == value)
        .map_or(0, |count| count.count)
}

/// Every filter with every number of choices, counted the slow way.
#[test]
fn a_facet_counts_what_choosing_it_would_find() {
    let narrowed = Query {
        districts: vec!["210211".into(), "210204".into()],
        levels: vec![4],
        kinds: vec![Kind::Course],
        ..ask("电工")
    };
    let Facets {
        kind,
        district,
        level,
        shortage,
        ..
    } = index().search(&narrowed).unwrap().facets;
    let total = |query: &Query| index().search(query).unwrap().total;
    for code in ["210202", "210211", "210281"] {
        let chosen = Query {
            districts: vec![code.into()],
            ..narrowed.clone()
        };
        assert_eq!(counted(&district, code), total(&chosen), "district {code}");
    }
    for wanted in 1..=5_u8 {
        let chosen = Query {
            levels: vec![wanted],
            ..narrowed.clone()
        };
        assert_eq!(
            counted(&level, &wanted.to_string()),
            total(&chosen),
            "level {wanted}"
        );
    }
    for wanted in Kind::ALL {
        let chosen = Query {
            kinds: vec![wanted],
            ..narrowed.clone()
        };
        assert_eq!(
            counted(&kind, wanted.code()),
            total(&chosen),
            "kind {wanted}"
        );
    }
    let chosen = Query {
        shortage: vec!["urgent".into()],
        ..narrowed.clone()
    };
    assert_eq!(counted(&shortage, "urgent"), total(&chosen));
}

#[test]
fn open_hides_what_nobody_can_join_and_counts_the_rest() {
    let everything = Query {
        kinds: vec![Kind::Course],
        per_page: 100,
        ..ask("电工")
    };
    let all = index().search(&everything).unwrap();
    let open = index()
        .search(&Query {
            open: true,
            ..everything
        })
        .unwrap();
    assert!(open.total < all.total);
    assert_eq!(all.facets.open, open.total);
    assert_eq!(open.facets.open, open.total);
    let whatever = Query {
        open: true,
        ..ask("电工")
    };
    let only_courses = index().search(&whatever).unwrap().total;
    assert_eq!(only_courses, open.total, "nobody applies for an occupation");
    let full: BTreeSet<String> = courses()
        .into_iter()
        .filter(|course| course.seats_left == Some(0))
        .map(|course| course.id)
        .collect();
    let last_open = all
        .hits
        .iter()
        .rposition(|hit| !full.contains(&hit.id))
        .unwrap();
    let first_full = all
        .hits
        .iter()
        .position(|hit| full.contains(&hit.id))
        .unwrap();
    assert!(
        last_open < first_full,
        "what is full sinks below all that is open"
    );
}

#[test]
fn dates_leave_out_what_has_no_start() {
    let from = today().checked_add_days(Days::new(3)).unwrap();
    let found = index()
        .search(&Query {
            from: Some(from),
            to: Some(from),
            ..ask("")
        })
        .unwrap();
    assert!(found.total > 0);
    assert!(found.hits.iter().all(|hit| hit.kind == Kind::Course));
}

#[test]
fn institutions_and_ways_of_teaching_are_filters_too() {
    let query = Query {
        institutions: vec!["demo-02".into()],
        modes: vec!["evening".into()],
        per_page: 100,
        ..ask("")
    };
    let found = index().search(&query).unwrap();
    let by_id: Vec<Document> = courses();
    assert!(found.total > 0);
    for hit in found.hits {
        let course = by_id.iter().find(|course| course.id == hit.id).unwrap();
        assert_eq!(course.institution.as_deref(), Some("demo-02"));
        assert_eq!(course.modes, ["evening"]);
    }
}

#[test]
fn months_and_institutions_count_what_choosing_them_would_find() {
    let narrowed = Query {
        months: vec!["2026-12".into()],
        institutions: vec!["demo-02".into(), "demo-03".into()],
        open: true,
        ..ask("工")
    };
    for question in [
        narrowed.clone(),
        Query {
            text: String::new(),
            ..narrowed
        },
    ] {
        let facets = index().search(&question).unwrap().facets;
        let total = |query: &Query| index().search(query).unwrap().total;

        for counted in &facets.month {
            let months = vec![counted.value.clone()];
            assert_eq!(
                counted.count,
                total(&Query {
                    months,
                    ..question.clone()
                }),
                "{counted:?}"
            );
        }
        for counted in &facets.institution {
            let institutions = vec![counted.value.clone()];
            assert_eq!(
                counted.count,
                total(&Query {
                    institutions,
                    ..question.clone()
                }),
                "{counted:?}"
            );
        }
    }
}

#[test]
fn of_many_institutions_the_first_are_counted_and_the_chosen() {
    let index = SearchIndex::in_memory(Vocabulary::default()).unwrap();
    let course = |number: usize| Document {
        kind: Kind::Course,
        id: format!("course-{number}"),
        name: "电工".into(),
        // the lower the number, the more courses
        institution: Some(format!("school-{:02}", (number as f64).sqrt() as usize)),
        ..Document::default()
    };
    index.rebuild((0..1_600).map(course), at(1)).unwrap();
    let asked = Query {
        institutions: vec!["school-00".into()],
        ..ask("")
    };
    let counts = index.search(&asked).unwrap().facets.institution;
    assert_eq!(counts.len(), Facets::MOST_INSTITUTIONS + 1);
    assert_eq!(counts[0].value, "school-39");
    assert!(counts.iter().any(|count| count.value == "school-00"));
}

#[test]
fn an_unknown_value_finds_nothing() {
    for query in [
        Query {
            districts: vec!["999999".into()],
            ..ask("电工")
        },
        Query {
            levels: vec![9],
            ..ask("电工")
        },
        Query {
            levels: vec![200],
            ..ask("电工")
        },
        Query {
            institutions: vec![String::new()],
            ..ask("电工")
        },
    ] {
        let found = index().search(&query).unwrap();
        assert!(found.hits.is_empty(), "{query:?}");
    }
}

#[test]
fn orders_sort_open_courses_by_what_they_say() {
    // the last district of the list is nearest, and the first is not named at all
    let nearest: Vec<String> = DISTRICTS[1..]
        .iter()
        .rev()
        .map(|(code, _)| (*code).to_owned())
        .collect();
    let sorted = |sort: Sort| {
        let query = Query {
            sort,
            kinds: vec![Kind::Course],
            open: true,
            nearest: nearest.clone(),
            per_page: 100,
            ..ask("电工")
        };
        let by_id = courses();
        let hits = index().search(&query).unwrap().hits;
        hits.into_iter()
            .map(|hit| {
                by_id
                    .iter()
                    .find(|course| course.id == hit.id)
                    .unwrap()
                    .clone()
            })
            .collect::<Vec<Document>>()
    };
    assert!(sorted(Sort::Start).is_sorted_by_key(|course| course.start));
    assert!(sorted(Sort::Market).is_sorted_by(|one, other| one.market_ratio >= other.market_ratio));
    let place = |course: &Document| {
        nearest
            .iter()
            .position(|district| course.districts.contains(district))
            .unwrap_or(usize::MAX)
    };
    let by_cost = sorted(Sort::Cost);
    assert!(by_cost.is_sorted_by_key(|course| course.own_cost.unwrap_or(u64::MAX)));
    assert!(by_cost[0].own_cost.is_some());
    let by_distance: Vec<_> = sorted(Sort::Distance).iter().map(place).collect();
    assert!(by_distance.is_sorted(), "{by_distance:?}");
    assert!(by_distance.contains(&0) && by_distance.contains(&usize::MAX));
}

#[test]
fn an_occupation_keeps_to_itself_and_its_courses() {
    let all = courses();
    let code = all[0].code.clone().unwrap();
    let of_one = Query {
        occupations: vec![code.clone()],
        kinds: vec![Kind::Course],
        ..ask("")
    };
    let found = index().search(&of_one).unwrap();
    let is_of_it = |told: &Option<String>| told.as_deref() == Some(code.as_str());
    let wanted = all.iter().filter(|course| is_of_it(&course.code)).count();
    assert_eq!(found.total, wanted);
    assert!(found.hits.iter().all(|hit| is_of_it(&hit.code)));
}
