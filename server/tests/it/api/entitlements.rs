//! What the policy lets somebody take, as JSON: whole, in order, in the language asked for.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use chrono::TimeDelta;
use serde_json::{Value, json};

use super::{unemployed, with};
use crate::city::{DISTRICT, ELECTRICIAN, TestCity};

#[tokio::test]
async fn an_entitlement_is_told_whole_and_in_order() {
    let city = TestCity::open().await;
    let course = json!({"programme": "employment_skills", "occupation": ELECTRICIAN, "level": 5, "start": "2026-12-07", "end": "2027-01-22", "institution": "school"});
    let told = city
        .post(
            "/api/v1/entitlements",
            &with(unemployed(), "/course", course),
        )
        .await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.text());
    let told = told.json();
    assert_eq!(told["on"], "2026-11-23");
    assert_eq!(told["policy"], "dalian-2011-44");
    assert_eq!(
        (
            &told["lifetime_left"],
            &told["primary_left"],
            &told["year_used"]
        ),
        (&json!(6), &json!(2), &json!(false))
    );
    assert_eq!(told["upgrades"], json!([]));
    let programmes: Vec<_> = told["programmes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|asked| asked["programme"].as_str().unwrap())
        .collect();
    assert_eq!(
        programmes,
        [
            "employment_skills",
            "student_skills",
            "student_practice",
            "veterans",
            "labour_preparation",
            "enterprise_prejob",
            "entrepreneurship",
            "entrepreneurship_simulation"
        ]
    );
    let first = &told["programmes"][0];
    assert_eq!(
        (&first["verdict"], &first["opens_on"]),
        (&json!("open"), &Value::Null)
    );
    assert_eq!(
        first["office"],
        json!({"kind": "district", "district": DISTRICT})
    );
    let course = &told["course"];
    assert_eq!(course["verdict"], "open", "{course}");
    let rules: Vec<_> = course["rules"]
        .as_array()
        .unwrap()
        .iter()
        .map(|rule| rule["id"].as_str().unwrap())
        .collect();
    assert_eq!(
        rules,
        [
            "age",
            "group",
            "leaver_first",
            "year",
            "lifetime",
            "catalogue",
            "designated",
            "repeat",
            "held",
            "primary"
        ]
    );
    assert_eq!(course["money"]["training"], 100_000);
    assert_eq!(course["money"]["appraisal"], 20_000);
    assert_eq!(course["money"]["practice"], Value::Null);
    assert_eq!(course["money"]["paid_to"], "person");
    assert_eq!(course["money"]["notes"], json!([]));
}

#[tokio::test]
async fn what_is_not_told_is_unknown_and_what_hangs_on_it_is_null() {
    let city = TestCity::open().await;
    for body in [
        json!({}),
        json!({"person": null, "history": null, "course": null, "on": null}),
        json!({"person": {}}),
    ] {
        let told = city.post("/api/v1/entitlements", &body).await.json();
        for key in [
            "lifetime_left",
            "primary_left",
            "year_used",
            "upgrades",
            "course",
        ] {
            assert!(
                told.as_object().unwrap().contains_key(key) && told[key].is_null(),
                "{key} of {body}"
            );
        }
        assert_eq!(told["programmes"][0]["verdict"], "unknown");
        assert_eq!(
            told["programmes"][0]["office"],
            json!({"kind": "district", "district": null})
        );
    }
}

#[tokio::test]
async fn the_year_turns_at_midnight_in_the_city() {
    let city = TestCity::open().await;
    let entry = json!({"programme": "employment_skills", "occupation": ELECTRICIAN, "level": 5, "start": "2026-01-05", "state": "paid"});
    let body = with(unemployed(), "/history", json!([entry]));
    // from noon of 23 November
    let until_the_last_instant =
        TimeDelta::days(38) + TimeDelta::hours(12) - TimeDelta::milliseconds(1);
    city.state.clock.advance(until_the_last_instant);
    let before = city.post("/api/v1/entitlements", &body).await.json();
    assert_eq!(
        (&before["on"], &before["year_used"]),
        (&json!("2026-12-31"), &json!(true))
    );
    let skills = &before["programmes"][0];
    assert_eq!(
        (&skills["verdict"], &skills["opens_on"]),
        (&json!("closed"), &json!("2027-01-01"))
    );
    city.state.clock.advance(TimeDelta::milliseconds(1));
    let after = city.post("/api/v1/entitlements", &body).await.json();
    assert_eq!(
        (&after["on"], &after["year_used"]),
        (&json!("2027-01-01"), &json!(false))
    );
    assert_eq!(after["programmes"][0]["verdict"], "open");
}

#[tokio::test]
async fn the_sentences_come_in_the_language_asked_for() {
    let city = TestCity::open().await;
    let ask = |language: &str| {
        Request::builder()
            .method(Method::POST)
            .uri("/api/v1/entitlements")
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT_LANGUAGE, language.to_owned())
            .body(Body::from(unemployed().to_string()))
            .unwrap()
    };
    let text = |told: Value| {
        told["programmes"][0]["rules"][0]["text"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let chinese = text(city.send(ask("zh-CN,zh;q=0.9")).await.json());
    let english = text(city.send(ask("en-GB")).await.json());
    assert!(
        !chinese.is_ascii()
            && english.chars().any(|letter| letter.is_ascii_alphabetic())
            && chinese != english
    );
    assert!(!chinese.starts_with('[') && !english.starts_with('['));
}

#[tokio::test]
async fn a_recommendation_s_parts_add_up_to_its_score() {
    let city = TestCity::open().await;
    let body = with(
        with(unemployed(), "/interests", json!(["电工"])),
        "/location",
        json!(DISTRICT),
    );
    let answer = city.post("/api/v1/recommendations", &body).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    let told = answer.json();
    let ranked = told["recommendations"].as_array().unwrap();
    assert_eq!(ranked.len(), 3);
    assert_eq!(
        (
            &ranked[0]["course"]["id"],
            &ranked[0]["entitlement"]["verdict"]
        ),
        (&json!("primary"), &json!("open"))
    );
    let mut last = f64::INFINITY;
    for one in ranked {
        let parts: f64 = one["parts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|part| part["points"].as_f64().unwrap())
            .sum();
        let score = one["score"].as_f64().unwrap();
        assert!(parts.to_bits() == score.to_bits() && score <= last);
        assert_eq!(one["parts"].as_array().unwrap().len(), 6);
        last = score;
    }
    for (body, pointer) in [
        (with(body.clone(), "/limit", json!(0)), "/limit"),
        (with(body.clone(), "/course", json!(null)), "/course"),
        (
            with(body.clone(), "/interests", json!(vec!["x"; 21])),
            "/interests",
        ),
        (with(body.clone(), "/location", json!("here")), "/location"),
    ] {
        assert_eq!(
            city.post("/api/v1/recommendations", &body).await.pointers(),
            [pointer]
        );
    }
}

#[tokio::test]
async fn a_refusal_that_nothing_mends_says_where_to_turn() {
    let city = TestCity::open().await;
    let student = json!({
        "person": {"birth": "2005-05-05", "sex": "female", "groups": ["student"], "certificates": []},
        "history": [{"programme": "student_practice", "occupation": ELECTRICIAN, "level": 5, "start": "2025-05-01", "state": "paid"}]
    });
    let told = city.post("/api/v1/entitlements", &student).await.json();
    let rules = told["programmes"][1]["rules"].as_array().unwrap();
    let once = rules
        .iter()
        .find(|rule| rule["id"] == "once_as_student")
        .unwrap();
    assert_eq!(once["outcome"], "fail");
    assert_eq!(once["remedy"]["kind"], "none");
    let text = once["remedy"]["text"].as_str().unwrap();
    assert!(text.contains("就业技能培训"), "{text}");
}
