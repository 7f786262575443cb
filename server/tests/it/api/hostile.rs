//! Requests that nobody in good faith sends: each is refused at the very field, none is guessed at, and nothing breaks.

use serde_json::{Value, json};

use super::with;
use crate::city::{Answer, DISTRICT, ELECTRICIAN, TestCity};

const ADDRESS: &str = "/api/v1/entitlements";

/// A request that leaves no key out.
pub(super) fn whole() -> Value {
    json!({
        "on": "2026-11-23",
        "person": {
            "birth": "1990-02-28", "sex": "male", "residence": DISTRICT, "university_district": DISTRICT,
            "groups": ["registered_unemployed", "new_recruit"],
            "left_school": {"stage": "junior_high", "on": "2005-07-01"},
            "certificates": [{"occupation": ELECTRICIAN, "level": 5}],
            "entrepreneur_certificate": true, "business_plan_passed": true,
            "employment": {
                "enterprise_in_city": true, "hr_or_dispatch": false, "industry_conforms": true,
                "contract_signed": "2026-07-31", "contract_months": 12, "contract_open_ended": false,
                "filed": true, "insured": true,
                "fund_drawn": true, "fund_front_line_percent": 60, "fund_disclosed": true
            }
        },
        "history": [
            {"programme": "employment_skills", "occupation": ELECTRICIAN, "level": 5, "start": "2025-03-01", "state": "paid"},
            {"programme": "veterans", "start": "2020-03-01", "state": "failed"}
        ],
        "course": {
            "programme": "employment_skills", "occupation": ELECTRICIAN, "level": 4, "start": "2026-12-01", "end": "2027-01-20",
            "institution": "school", "base": "base", "semesters": 1, "class_hours": 200,
            "internship": {"none": null, "from": "2026-12-10", "to": "2027-01-09", "agreement": true, "insurance": true}
        }
    })
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Date,
    Flag,
    Count,
    Percent,
    Level,
    Choice,
    Occupation,
    District,
    Text,
    List,
    Object,
}

/// Every key of a request, and what it holds.
const FIELDS: &[(&str, Kind)] = &[
    ("/on", Kind::Date),
    ("/person", Kind::Object),
    ("/person/birth", Kind::Date),
    ("/person/sex", Kind::Choice),
    ("/person/residence", Kind::District),
    ("/person/university_district", Kind::District),
    ("/person/groups", Kind::List),
    ("/person/groups/1", Kind::Choice),
    ("/person/left_school", Kind::Object),
    ("/person/left_school/stage", Kind::Choice),
    ("/person/left_school/on", Kind::Date),
    ("/person/certificates", Kind::List),
    ("/person/certificates/0", Kind::Object),
    ("/person/certificates/0/occupation", Kind::Occupation),
    ("/person/certificates/0/level", Kind::Level),
    ("/person/entrepreneur_certificate", Kind::Flag),
    ("/person/business_plan_passed", Kind::Flag),
    ("/person/employment", Kind::Object),
    ("/person/employment/enterprise_in_city", Kind::Flag),
    ("/person/employment/hr_or_dispatch", Kind::Flag),
    ("/person/employment/industry_conforms", Kind::Flag),
    ("/person/employment/contract_signed", Kind::Date),
    ("/person/employment/contract_months", Kind::Count),
    ("/person/employment/contract_open_ended", Kind::Flag),
    ("/person/employment/filed", Kind::Flag),
    ("/person/employment/insured", Kind::Flag),
    ("/person/employment/fund_drawn", Kind::Flag),
    ("/person/employment/fund_front_line_percent", Kind::Percent),
    ("/person/employment/fund_disclosed", Kind::Flag),
    ("/history", Kind::List),
    ("/history/1", Kind::Object),
    ("/history/0/programme", Kind::Choice),
    ("/history/0/occupation", Kind::Occupation),
    ("/history/0/level", Kind::Level),
    ("/history/1/start", Kind::Date),
    ("/history/1/state", Kind::Choice),
    ("/course", Kind::Object),
    ("/course/programme", Kind::Choice),
    ("/course/occupation", Kind::Occupation),
    ("/course/level", Kind::Level),
    ("/course/start", Kind::Date),
    ("/course/end", Kind::Date),
    ("/course/institution", Kind::Text),
    ("/course/base", Kind::Text),
    ("/course/semesters", Kind::Count),
    ("/course/class_hours", Kind::Count),
    ("/course/internship", Kind::Object),
    ("/course/internship/none", Kind::Flag),
    ("/course/internship/from", Kind::Date),
    ("/course/internship/to", Kind::Date),
    ("/course/internship/agreement", Kind::Flag),
    ("/course/internship/insurance", Kind::Flag),
];

/// Keys that must be told, so that `null` is a fault.
const REQUIRED: &[&str] = &[
    "/person/groups/1",
    "/person/certificates/0",
    "/person/certificates/0/occupation",
    "/person/certificates/0/level",
    "/history/1",
    "/history/0/programme",
    "/history/0/occupation",
    "/history/0/level",
    "/history/1/start",
    "/history/1/state",
    "/course/programme",
    "/course/occupation",
    "/course/level",
    "/course/start",
];

/// Values of every kind of wrongness.
pub(super) fn oddities() -> Vec<Value> {
    let deep = (0..100).fold(json!(null), |inner, _| json!([inner]));
    vec![
        json!(true),
        json!(0),
        json!(9),
        json!(-1),
        json!(5.0),
        json!(1.5),
        json!(1e300),
        json!(4_294_967_296_u64),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(""),
        json!("5"),
        json!("true"),
        json!("null"),
        json!("电工 <b>'; drop table course --"),
        json!("a\u{0}b"),
        json!("x".repeat(50_000)),
        json!("2026-02-30"),
        json!("2026-2-3"),
        json!("0000-01-01"),
        json!("+2026-01-01"),
        json!("2026-11-23T00:00:00Z"),
        json!("12026-01-01"),
        json!([]),
        json!([[]]),
        json!({}),
        json!({"none": 1}),
        json!({"student": null}),
        deep,
    ]
}

fn fits(kind: Kind, pointer: &str, told: &Value) -> bool {
    match kind {
        Kind::Flag => told.is_boolean(),
        Kind::Count => told
            .as_u64()
            .is_some_and(|number| u32::try_from(number).is_ok()),
        Kind::Percent => told.as_u64().is_some_and(|number| number <= 100),
        Kind::Level | Kind::Choice | Kind::District | Kind::Date => false,
        Kind::Occupation => told.as_str().is_some_and(|text| {
            text == "5"
                || text == "true"
                || text == "null"
                || text == "2026-02-30"
                || text == "2026-2-3"
                || text == "0000-01-01"
                || text == "12026-01-01"
        }),
        Kind::Text => told.is_string(),
        Kind::List => told.as_array().is_some_and(Vec::is_empty),
        // an object of which every key may be left out
        Kind::Object => {
            let required = ["/person/certificates/0", "/history/1", "/course"];
            told.as_object().is_some_and(serde_json::Map::is_empty) && !required.contains(&pointer)
        }
    }
}

fn assert_refused(answer: &Answer, pointer: &str, told: &str) {
    assert_eq!(
        answer.status,
        422,
        "{pointer} {told:.200}: {}",
        answer.text()
    );
    for fault in answer.pointers() {
        assert!(
            fault.starts_with(pointer),
            "{pointer} {told:.200}: {}",
            answer.text()
        );
    }
}

#[tokio::test]
async fn every_field_refuses_what_is_not_of_its_kind_and_takes_what_is() {
    let city = TestCity::open().await;
    let answer = city.post(ADDRESS, &whole()).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    for (pointer, kind) in FIELDS {
        for odd in oddities() {
            if *pointer == "/course/internship/none" && odd == true {
                // that contradicts the rest of the internship, a fault of another place
                continue;
            }
            let answer = city
                .post(ADDRESS, &with(whole(), pointer, odd.clone()))
                .await;
            if fits(*kind, pointer, &odd) {
                assert_eq!(answer.status, 200, "{pointer} {odd}: {}", answer.text());
            } else {
                assert_refused(&answer, pointer, &odd.to_string());
            }
        }
    }
}

#[tokio::test]
async fn null_is_unknown_where_a_key_may_be_left_out_and_a_fault_elsewhere() {
    let city = TestCity::open().await;
    for (pointer, _) in FIELDS {
        let answer = city
            .post(ADDRESS, &with(whole(), pointer, Value::Null))
            .await;
        if REQUIRED.contains(pointer) {
            assert_refused(&answer, pointer, "null");
        } else {
            assert_eq!(answer.status, 200, "{pointer}: {}", answer.text());
        }
    }
}

#[tokio::test]
async fn a_key_that_is_unknown_or_told_twice_is_named_at_every_depth() {
    let city = TestCity::open().await;
    for (pointer, _) in FIELDS
        .iter()
        .filter(|(pointer, _)| !pointer.ends_with(['0', '1']))
    {
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let typo = format!("{parent}/{key}~1s");
        let (_, written) = typo.rsplit_once('/').unwrap();
        let mut body = whole();
        body.pointer_mut(parent).unwrap()[written.replace("~1", "/")] = json!(1);
        assert_eq!(city.post(ADDRESS, &body).await.pointers(), [typo]);
        let value = whole().pointer(pointer).cloned();
        let twice = with(whole(), &format!("{parent}/again"), value.unwrap()).to_string();
        let twice = twice.replace(r#""again""#, &format!("\"{key}\""));
        let refused = city.post_text(ADDRESS, twice).await;
        assert_eq!(refused.status, 422, "{pointer}: {}", refused.text());
        assert_eq!(refused.pointers(), [*pointer]);
    }
}

#[tokio::test]
async fn an_object_is_not_taken_for_a_list_of_its_values() {
    let city = TestCity::open().await;
    for (pointer, value) in [
        (
            "/person",
            json!([
                "1990-02-28",
                "male",
                null,
                null,
                [],
                null,
                [],
                true,
                true,
                null
            ]),
        ),
        ("/person/left_school", json!(["none", null])),
        ("/person/certificates/0", json!([ELECTRICIAN, 5])),
        (
            "/history/1",
            json!(["veterans", null, null, "2020-03-01", "paid"]),
        ),
        (
            "/course",
            json!([
                "veterans",
                null,
                null,
                "2026-12-01",
                null,
                null,
                null,
                null,
                null,
                null
            ]),
        ),
        ("/course/internship", json!([true, null, null, null, null])),
    ] {
        let answer = city
            .post(ADDRESS, &with(whole(), pointer, value.clone()))
            .await;
        assert_refused(&answer, pointer, &value.to_string());
    }
    let all = json!(["2026-11-23", {}, [], null]);
    assert_refused(&city.post(ADDRESS, &all).await, "", "a list of everything");
}

#[tokio::test]
async fn contradictions_are_refused_at_the_fact_that_can_t_be() {
    let city = TestCity::open().await;
    let entry = &whole()["history"][0];
    let entries = |number: usize| json!(vec![entry.clone(); number]);
    let certificates =
        |number: usize| json!(vec![json!({"occupation": ELECTRICIAN, "level": 5}); number]);
    for (pointer, value, fault) in [
        ("/person/birth", json!("2026-11-24"), "/person/birth"),
        (
            "/person/employment/contract_signed",
            json!("2026-11-24"),
            "/person/employment/contract_signed",
        ),
        ("/history/0/start", json!("2026-11-24"), "/history/0/start"),
        ("/history", entries(501), "/history"),
        ("/history", entries(10_000), "/history"),
        (
            "/person/certificates",
            certificates(501),
            "/person/certificates",
        ),
        ("/course/end", json!("2026-11-30"), "/course/end"),
        (
            "/course/internship/to",
            json!("2026-12-09"),
            "/course/internship/to",
        ),
        ("/course/internship/none", json!(true), "/course/internship"),
    ] {
        let answer = city.post(ADDRESS, &with(whole(), pointer, value)).await;
        assert_eq!(answer.status, 422, "{pointer}: {}", answer.text());
        assert_eq!(answer.pointers(), [fault]);
    }
    for (pointer, value) in [
        ("/history", entries(500)),
        ("/person/certificates", certificates(500)),
        ("/person/birth", json!("2026-11-23")),
        ("/course/end", json!("2026-12-01")),
    ] {
        let answer = city.post(ADDRESS, &with(whole(), pointer, value)).await;
        assert_eq!(answer.status, 200, "{pointer}: {}", answer.text());
    }
}

#[tokio::test]
async fn what_is_no_json_is_a_bad_request_and_a_boundless_number_a_fault() {
    let city = TestCity::open().await;
    let around = |value: &str| format!(r#"{{"course":{{"class_hours":{value}}}}}"#).into_bytes();
    let mut unreadable: Vec<Vec<u8>> = [
        "NaN",
        "-Infinity",
        "0x10",
        "01",
        "+1",
        "1.",
        "'a'",
        "tru",
        "1,}",
        "/**/1",
    ]
    .map(around)
    .to_vec();
    unreadable.push(b" \n\t".to_vec());
    unreadable.push(b"\xff\xfe{\x00}\x00".to_vec());
    unreadable.push(b"{\"person\":{\"sex\":\"\xc3\x28\"}}".to_vec());
    unreadable.push(b"{\"per\xffson\":{}}".to_vec());
    unreadable.push(br#"{"person":{"sex":"\ud800"}}"#.to_vec());
    unreadable.push(br#"{"person":{}}{"person":{}}"#.to_vec());
    for body in unreadable {
        let answer = city.post_text(ADDRESS, body.clone()).await;
        assert_eq!(
            answer.status,
            400,
            "{}: {}",
            String::from_utf8_lossy(&body),
            answer.text()
        );
    }
    for huge in ["1e999", "-1e999"] {
        let answer = city.post_text(ADDRESS, around(huge)).await;
        assert_eq!(answer.status, 422, "{huge}: {}", answer.text());
        assert_eq!(answer.pointers(), ["/course/class_hours"], "{huge}");
    }
}

#[tokio::test]
async fn the_ends_of_the_calendar_are_answered_in_dates_that_can_be_read_again() {
    let city = TestCity::open().await;
    for on in [
        "0001-01-01",
        "2028-02-29",
        "9989-12-31",
        "9990-01-02",
        "9999-12-31",
    ] {
        let birth = format!("{:04}-{}", on[..4].parse::<i32>().unwrap() - 15, &on[5..]);
        let mut body = json!({"on": on, "person": {"groups": ["student"]}, "history": []});
        if !birth.starts_with('-') {
            body["person"]["birth"] = json!(birth.replace("-02-29", "-02-28"));
        }
        let answer = city.post(ADDRESS, &body).await;
        assert_eq!(answer.status, 200, "{on}: {}", answer.text());
        for programme in answer.json()["programmes"].as_array().unwrap() {
            let opens = programme["opens_on"].as_str();
            assert!(opens.is_none_or(|day| day.len() == 10), "{on}: {opens:?}");
        }
    }
}
