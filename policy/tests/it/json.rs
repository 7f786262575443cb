//! The JSON forms of facts and courses: exact, forgiving about gaps, strict about typos.

use policy::{Coded, Course, Facts, Groups, Internship, Programme, Stage};
use serde_json::{Value, from_value, json};

#[test]
fn a_full_request_is_read() {
    let facts: Facts = from_value(json!({
        "person": {
            "birth": "1990-02-28", "sex": "male",
            "residence": "210211", "university_district": "210204",
            "groups": ["registered_unemployed"],
            "left_school": {"stage": "junior_high", "on": "2005-07-01"},
            "certificates": [{"occupation": "6-18-02-04", "level": 5}],
            "entrepreneur_certificate": true, "business_plan_passed": true,
            "employment": {
                "enterprise_in_city": true, "hr_or_dispatch": false, "industry_conforms": true,
                "contract_signed": "2026-07-31", "contract_months": 12, "contract_open_ended": false,
                "filed": true, "insured": true,
                "fund_drawn": true, "fund_front_line_percent": 60, "fund_disclosed": true
            }
        },
        "history": [{"programme": "employment_skills", "occupation": "6-18-02-04", "level": 5,
                     "start": "2025-03-01", "state": "paid"}]
    }))
    .unwrap();
    assert_eq!(
        facts.person.left_school.unwrap().stage,
        Some(Stage::JuniorHigh)
    );
    assert_eq!(
        facts.history.unwrap()[0].programme,
        Programme::EmploymentSkills
    );
    let course: Course = from_value(json!({
        "programme": "employment_skills", "occupation": "6-18-02-04", "level": 4,
        "start": "2026-12-01", "end": "2027-01-20", "institution": "i1", "base": null, "semesters": 1, "class_hours": 200,
        "internship": {"from": "2026-12-10", "to": "2027-01-09", "agreement": true, "insurance": true}
    }))
    .unwrap();
    assert!(matches!(
        course.internship,
        Some(Internship::Held {
            agreement: Some(true),
            ..
        })
    ));
}

#[test]
fn absent_and_null_are_both_unknown() {
    for text in [
        "{}",
        r#"{"person": null, "history": null}"#,
        r#"{"person": {"birth": null, "groups": null, "employment": null}}"#,
    ] {
        assert!(
            serde_json::from_str::<Facts>(text).unwrap() == Facts::default(),
            "{text}"
        );
    }
}

#[test]
fn none_is_said_explicitly() {
    let facts: Facts = from_value(json!({
        "person": {"groups": [], "certificates": [], "left_school": {"stage": "none"}}, "history": []
    }))
    .unwrap();
    assert_eq!(facts.person.groups, Some(Groups::NONE));
    assert_eq!(facts.person.certificates, Some(Vec::new()));
    assert_eq!(facts.person.left_school.unwrap().stage, Some(Stage::None));
    assert_eq!(facts.history, Some(Vec::new()));
    let internship: Internship = from_value(json!({"none": true})).unwrap();
    assert_eq!(internship, Internship::None);
}

fn refusal(facts: Value) -> String {
    from_value::<Facts>(facts).unwrap_err().to_string()
}

#[test]
fn what_is_wrong_is_named_with_its_remedy() {
    for (facts, words) in [
        (
            json!({"person": {"birth": "1990-02-31"}}),
            "write YYYY-MM-DD",
        ),
        (json!({"person": {"residence": "2102"}}), "six-digit"),
        (
            json!({"person": {"certificates": [{"occupation": "6-18", "level": 9}]}}),
            "from 5 (primary) to 1",
        ),
        (
            json!({"person": {"certificates": [{"occupation": "<b>", "level": 5}]}}),
            "letters, digits and hyphens",
        ),
        (
            json!({"person": {"employment": {"fund_front_line_percent": 101}}}),
            "from 0 to 100",
        ),
        (
            json!({"person": {"groups": ["students"]}}),
            "unknown variant",
        ),
        (json!({"person": {"groups": "student"}}), "a list of groups"),
        (json!({"person": {"birth": 1990}}), "written as YYYY-MM-DD"),
        (
            json!({"person": {"birth": [1990]}}),
            "written as YYYY-MM-DD",
        ),
        (
            json!({"person": {"residence": 210_211}}),
            "a six-digit division code",
        ),
        (
            json!({"history": [{"programme": "veterans", "start": 2020, "state": "paid"}]}),
            "a date written as YYYY-MM-DD",
        ),
        (json!({"person": {"sexx": "male"}}), "unknown field"),
        (json!({"persons": {}}), "unknown field"),
        (
            json!({"history": [{"programme": "veterans", "state": "paid"}]}),
            "missing field `start`",
        ),
        (
            json!({"person": {"left_school": {"stage": "none", "year": 2020}}}),
            "unknown field",
        ),
    ] {
        let told = refusal(facts.clone());
        assert!(told.contains(words), "{facts}: {told}");
    }
}

#[test]
fn an_internship_that_is_none_has_no_parts() {
    for part in [
        json!({"none": true, "from": "2026-12-10"}),
        json!({"none": true, "to": "2026-12-10"}),
        json!({"none": true, "agreement": false}),
        json!({"none": true, "insurance": true}),
    ] {
        let refusal = from_value::<Internship>(part.clone()).unwrap_err();
        assert!(refusal.to_string().contains("none"), "{part}: {refusal}");
    }
    let none = from_value::<Internship>(json!({"none": true, "from": null}));
    assert_eq!(none.unwrap(), Internship::None);
}

#[test]
fn a_group_that_is_named_twice_is_claimed_once() {
    let twice: Facts =
        from_value(json!({"person": {"groups": ["student", "veteran", "student"]}})).unwrap();
    let groups = [policy::Group::Veteran, policy::Group::Student];
    assert_eq!(twice.person.groups, Some(Groups::of(&groups)));
    let collected: Groups = groups.into_iter().chain(groups).collect();
    assert_eq!(collected, Groups::of(&groups));
    assert_eq!(
        serde_json::to_value(collected).unwrap(),
        json!(["veteran", "student"])
    );
}

#[test]
fn what_was_read_is_written_as_it_was() {
    fn as_before<T: serde::Serialize + serde::de::DeserializeOwned>(written: Value) {
        let read: T = from_value(written.clone()).unwrap();
        assert_eq!(serde_json::to_value(read).unwrap(), written);
    }
    as_before::<policy::Percent>(json!(60));
    as_before::<policy::Level>(json!(4));
    as_before::<policy::District>(json!("210211"));
    as_before::<policy::OccupationCode>(json!("6-18-02-04"));
    as_before::<policy::Certificate>(json!({"occupation": "6-18", "level": 1}));
    as_before::<policy::LeftSchool>(json!({"stage": "senior_high", "on": "2020-07-01"}));
    as_before::<policy::HistoryEntry>(json!({
        "programme": "student_practice", "occupation": "6-18", "level": 5, "start": "2025-03-01", "state": "certified"
    }));
    as_before::<policy::Readings>(
        json!([{"reading": "once_in_lifetime", "chosen": {"number": 2}, "since": "2030-01-01"}]),
    );
}

#[test]
fn facts_about_a_person_are_never_printed() {
    let facts: Facts =
        from_value(json!({"person": {"birth": "1990-02-28"}, "history": []})).unwrap();
    assert_eq!(format!("{facts:?}"), "Facts(***)");
    assert_eq!(format!("{:?}", facts.person), "Person(***)");
}

#[test]
fn a_wrong_birth_date_is_not_repeated() {
    assert!(!refusal(json!({"person": {"birth": "1990-02-31"}})).contains("1990"));
}

#[test]
fn codes_and_json_are_the_same_words() {
    fn agree<T: Coded + serde::Serialize>() {
        for value in T::ALL {
            assert_eq!(serde_json::to_value(value).unwrap(), json!(value.code()));
            assert_eq!(
                T::from_code(value.code()).map(Coded::code),
                Some(value.code())
            );
        }
        assert!(T::from_code("").is_none());
    }
    agree::<Programme>();
    agree::<policy::Group>();
    agree::<policy::State>();
    agree::<policy::Sex>();
    agree::<Stage>();
    agree::<policy::Outcome>();
    agree::<policy::Verdict>();
    agree::<policy::RuleId>();
    agree::<policy::Payee>();
    agree::<policy::Note>();
    agree::<policy::BaseKind>();
    agree::<policy::ReadingId>();
}
