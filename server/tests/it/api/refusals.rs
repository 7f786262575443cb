//! What the API refuses: each fault with its pointer, each error as a problem detail.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};

use super::{unemployed, with};
use crate::city::{ELECTRICIAN, TestCity};

#[tokio::test]
async fn impossible_facts_are_refused_each_with_its_pointer() {
    let city = TestCity::open().await;
    let entry = json!({"programme": "employment_skills", "occupation": ELECTRICIAN, "level": 5, "start": "2026-12-01", "state": "paid"});
    let course = json!({"programme": "employment_skills", "occupation": ELECTRICIAN, "level": 5, "start": "2026-12-07", "end": "2026-12-01",
                        "internship": {"from": "2026-12-10", "to": "2026-12-09"}});
    let many: Vec<Value> = std::iter::repeat_n(
        with(json!({"a": entry.clone()}), "/a/start", json!("2025-01-01"))["a"].clone(),
        501,
    )
    .collect();
    let cases = [
        ("/person/birth", json!("2027-01-01"), vec!["/person/birth"]),
        (
            "/person/employment",
            json!({"contract_signed": "2026-11-24"}),
            vec!["/person/employment/contract_signed"],
        ),
        ("/history", json!([entry]), vec!["/history/0/start"]),
        ("/history", json!(many), vec!["/history"]),
        (
            "/history",
            json!([{"programme": "employment_skills", "start": "2025-01-01", "state": "paid"}]),
            vec!["/history/0/occupation", "/history/0/level"],
        ),
        (
            "/course",
            course,
            vec!["/course/end", "/course/internship/to"],
        ),
        (
            "/course",
            json!({"programme": "labour_preparation", "start": "2026-12-07"}),
            vec!["/course/occupation", "/course/level"],
        ),
    ];
    for (pointer, value, expected) in cases {
        let refused = city
            .post("/api/v1/entitlements", &with(unemployed(), pointer, value))
            .await;
        assert_eq!(
            refused.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{pointer}: {}",
            refused.text()
        );
        assert_eq!(
            refused.header(header::CONTENT_TYPE),
            "application/problem+json"
        );
        assert_eq!(refused.pointers(), expected);
    }
}

#[tokio::test]
async fn unreadable_facts_are_refused_where_they_stand() {
    let city = TestCity::open().await;
    let cases = [
        ("/person/brith", json!("1990-02-28"), "/person/brith"),
        ("/extra", json!(1), "/extra"),
        ("/person/birth", json!("2026-02-31"), "/person/birth"),
        ("/person/birth", json!("1990-2-28"), "/person/birth"),
        ("/person/birth", json!(19_900_228), "/person/birth"),
        ("/person/sex", json!("other"), "/person/sex"),
        ("/person/residence", json!("大连"), "/person/residence"),
        ("/person/groups", json!("student"), "/person/groups"),
        ("/person/groups", json!(["students"]), "/person/groups/0"),
        (
            "/person/certificates",
            json!([{"occupation": ELECTRICIAN, "level": 9}]),
            "/person/certificates/0/level",
        ),
        (
            "/person/certificates",
            json!([{"occupation": ELECTRICIAN}]),
            "/person/certificates/0",
        ),
        (
            "/person/employment",
            json!({"fund_front_line_percent": 101}),
            "/person/employment/fund_front_line_percent",
        ),
        (
            "/person/employment",
            json!({"contract_months": -1}),
            "/person/employment/contract_months",
        ),
        (
            "/history",
            json!([{"programme": "employment_skills", "occupation": ELECTRICIAN, "level": 0, "start": "2025-01-01", "state": "paid"}]),
            "/history/0/level",
        ),
        (
            "/history",
            json!([{"programme": "employment_skills", "occupation": ELECTRICIAN, "level": 5, "state": "paid"}]),
            "/history/0",
        ),
        (
            "/course",
            json!({"programme": "cooking", "start": "2026-12-07"}),
            "/course/programme",
        ),
        ("/course", json!([]), "/course"),
        ("/on", json!("tomorrow"), "/on"),
    ];
    for (pointer, value, expected) in cases {
        let refused = city
            .post(
                "/api/v1/entitlements",
                &with(unemployed(), pointer, value.clone()),
            )
            .await;
        assert_eq!(
            refused.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{pointer} {value}: {}",
            refused.text()
        );
        assert_eq!(refused.pointers(), [expected], "{value}");
        assert!(
            !refused.json()["errors"][0]["detail"]
                .as_str()
                .unwrap()
                .is_empty()
        );
    }
}

#[tokio::test]
async fn what_is_no_json_or_no_such_request_is_a_problem_detail() {
    let city = TestCity::open().await;
    for body in ["", "{", "[]x", "\u{FEFF}{}", "{\"person\":", "\0"] {
        let refused = city.post_text("/api/v1/entitlements", body).await;
        assert_eq!(
            refused.status,
            StatusCode::BAD_REQUEST,
            "{body:?}: {}",
            refused.text()
        );
        assert_eq!(refused.json()["status"], 400);
    }
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(
        city.post_text("/api/v1/entitlements", deep)
            .await
            .status
            .is_client_error()
    );
    let form = Request::post("/api/v1/entitlements")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("a=b"))
        .unwrap();
    assert_eq!(
        city.send(form).await.status,
        StatusCode::UNSUPPORTED_MEDIA_TYPE
    );
    let large = vec![b' '; 10 * 1024 * 1024];
    for (answer, status) in [
        (city.post_text("/api/v1/entitlements", large).await, 413),
        (city.get("/api/v1/entitlements").await, 405),
        (city.post("/api/v1/search", &json!({})).await, 405),
        (city.get("/api/v1/nothing").await, 404),
        (city.get("/api/nothing").await, 404),
        (city.get("/api/v1/courses/nothing").await, 404),
        (city.get("/api/v1/courses/hidden").await, 404),
        (city.get("/api/v1/courses/%ff").await, 400),
        (
            city.get(&format!("/api/v1/search?q={}", "a".repeat(9_000)))
                .await,
            414,
        ),
    ] {
        assert_eq!(answer.status.as_u16(), status, "{}", answer.text());
        assert_eq!(
            answer.header(header::CONTENT_TYPE),
            "application/problem+json"
        );
        let problem = answer.json();
        assert_eq!(problem["status"], status);
        for key in ["type", "title", "detail"] {
            assert!(!problem[key].as_str().unwrap().is_empty(), "{key}");
        }
    }
}

#[tokio::test]
async fn wrong_and_unknown_parameters_are_refused() {
    let city = TestCity::open().await;
    let cases = [
        ("/api/v1/search?kind=school", "?kind"),
        ("/api/v1/search?kind=course&kind=school", "?kind"),
        ("/api/v1/search?level=9", "?level"),
        ("/api/v1/search?district=110000", "?district"),
        ("/api/v1/search?shortage=Z", "?shortage"),
        ("/api/v1/search?programme=x", "?programme"),
        ("/api/v1/search?from=2026-02-31", "?from"),
        ("/api/v1/search?open=yes", "?open"),
        ("/api/v1/search?sort=price", "?sort"),
        ("/api/v1/search?page=0", "?page"),
        ("/api/v1/search?per_page=101", "?per_page"),
        ("/api/v1/search?format=xml", "?format"),
        ("/api/v1/search?levle=5", "?levle"),
        ("/api/v1/catalogue?on=today", "?on"),
        ("/api/v1/market?occupation=x", "?occupation"),
        ("/api/v1/market?period=2026-Q5", "?period"),
        ("/api/v1/courses/primary?x=1", "?x"),
    ];
    for (address, pointer) in cases {
        let refused = city.get(address).await;
        assert_eq!(
            refused.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{address}: {}",
            refused.text()
        );
        assert_eq!(refused.pointers(), [pointer], "{address}");
    }
}
