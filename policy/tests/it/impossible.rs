//! Facts that can't be are refused, each with a pointer to its place.

use policy::{Course, Facts, Impossibility, MOST_ENTRIES, assess};
use serde_json::{Value, from_value, json};

use crate::people::today;

fn found(facts: Value) -> Vec<(String, Impossibility)> {
    let facts: Facts = from_value(facts).unwrap();
    let impossible = facts.check(today()).err().unwrap_or_default();
    impossible
        .into_iter()
        .map(|one| (one.pointer, one.why))
        .collect()
}

fn at(pointer: &str, why: Impossibility) -> Vec<(String, Impossibility)> {
    vec![(pointer.to_owned(), why)]
}

#[test]
fn a_birth_or_a_contract_after_the_day_is_refused() {
    assert_eq!(found(json!({"person": {"birth": "2026-11-23"}})), []);
    assert_eq!(
        found(json!({"person": {"birth": "2026-11-24"}})),
        at("/person/birth", Impossibility::BirthLater)
    );
    let signed = |day: &str| json!({"person": {"employment": {"contract_signed": day}}});
    assert_eq!(found(signed("2026-11-23")), []);
    let pointer = "/person/employment/contract_signed";
    assert_eq!(
        found(signed("2026-11-24")),
        at(pointer, Impossibility::ContractLater)
    );
}

#[test]
fn a_later_training_can_only_be_reserved_or_cancelled() {
    for (state, possible) in [
        ("reserved", true),
        ("cancelled", true),
        ("completed", false),
        ("certified", false),
        ("paid", false),
        ("failed", false),
    ] {
        let entry = |start: &str| {
            json!({"history": [
                {"programme": "veterans", "start": "2020-01-01", "state": "paid"},
                {"programme": "veterans", "start": start, "state": state}
            ]})
        };
        assert_eq!(found(entry("2026-11-23")), []);
        let expected = if possible {
            Vec::new()
        } else {
            at("/history/1/start", Impossibility::EntryLater)
        };
        assert_eq!(found(entry("2026-11-24")), expected, "{state}");
    }
}

#[test]
fn occupation_and_level_are_required_where_the_programme_has_them() {
    let missing = json!({"history": [{"programme": "student_skills", "start": "2020-01-01", "state": "paid"}]});
    assert_eq!(
        found(missing),
        [
            (
                "/history/0/occupation".to_owned(),
                Impossibility::OccupationMissing
            ),
            ("/history/0/level".to_owned(), Impossibility::LevelMissing)
        ]
    );
    for programme in [
        "veterans",
        "entrepreneurship",
        "entrepreneurship_simulation",
    ] {
        let entry =
            json!({"history": [{"programme": programme, "start": "2020-01-01", "state": "paid"}]});
        assert_eq!(found(entry), [], "{programme}");
    }
}

#[test]
fn five_hundred_entries_are_the_most() {
    let entries = |number: usize| json!({"history": vec![json!({"programme": "veterans", "start": "2020-01-01", "state": "paid"}); number]});
    assert_eq!(found(entries(MOST_ENTRIES)), []);
    assert_eq!(
        found(entries(MOST_ENTRIES + 1)),
        at("/history", Impossibility::TooMany)
    );
}

#[test]
fn five_hundred_certificates_are_the_most() {
    let certificates = |number: usize| json!({"person": {"certificates": vec![json!({"occupation": "6-18", "level": 5}); number]}});
    assert_eq!(found(certificates(MOST_ENTRIES)), []);
    assert_eq!(
        found(certificates(MOST_ENTRIES + 1)),
        at("/person/certificates", Impossibility::TooMany)
    );
}

#[test]
fn every_impossibility_has_its_own_sentence() {
    let sentences = [
        (Impossibility::BirthLater, "impossible-birth-later"),
        (Impossibility::ContractLater, "impossible-contract-later"),
        (Impossibility::EntryLater, "impossible-entry-later"),
        (
            Impossibility::EndsBeforeStart,
            "impossible-ends-before-start",
        ),
        (Impossibility::TooMany, "impossible-too-many"),
        (
            Impossibility::OccupationMissing,
            "impossible-occupation-missing",
        ),
        (Impossibility::LevelMissing, "impossible-level-missing"),
    ];
    for (why, key) in sentences {
        assert_eq!(why.key(), key);
    }
}

#[test]
fn a_course_that_ends_before_it_starts_is_refused() {
    let course = |end: &str, internship: Value| -> Course {
        from_value(json!({
            "programme": "labour_preparation", "occupation": "6-18", "level": 5, "start": "2026-12-01", "end": end,
            "internship": internship
        }))
        .unwrap()
    };
    assert_eq!(course("2026-12-01", Value::Null).check(), Ok(()));
    let impossible = course(
        "2026-11-30",
        json!({"from": "2026-12-10", "to": "2026-12-09"}),
    )
    .check()
    .unwrap_err();
    let pointers: Vec<&str> = impossible.iter().map(|one| one.pointer.as_str()).collect();
    assert_eq!(pointers, ["/course/end", "/course/internship/to"]);
}

#[test]
fn unchecked_nonsense_is_answered_without_a_panic_and_never_open() {
    let facts: Facts = from_value(json!({
        "person": {"birth": "9999-12-31", "groups": ["rural_worker"], "certificates": [],
                   "employment": {"contract_signed": "9999-12-31"}},
        "history": [{"programme": "employment_skills", "start": "9999-12-31", "state": "paid"}]
    }))
    .unwrap();
    let course: Course =
        from_value(json!({"programme": "employment_skills", "start": "0001-01-01"})).unwrap();
    for on in [chrono::NaiveDate::MIN, today(), chrono::NaiveDate::MAX] {
        let answer = assess(&facts, Some(&course), &policy::Published::default(), on);
        assert_ne!(answer.course.unwrap().verdict, policy::Verdict::Open);
    }
}
