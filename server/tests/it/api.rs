//! The JSON API: shapes, order, faults told with their pointers, CSV.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use serde_json::{Value, json};

use crate::city::{DISTRICT, ELECTRICIAN, TestCity};

fn unemployed() -> Value {
    json!({
        "person": {
            "birth": "1990-02-28", "sex": "male", "residence": DISTRICT, "groups": ["registered_unemployed"],
            "left_school": {"stage": "none"}, "certificates": []
        },
        "history": []
    })
}

fn with(mut body: Value, pointer: &str, value: Value) -> Value {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    body.pointer_mut(parent).unwrap()[key] = value;
    body
}

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

#[tokio::test]
async fn what_is_published_can_be_searched_and_read() {
    let city = TestCity::open().await;
    let found = city
        .get("/api/v1/search?q=%E7%94%B5%E5%B7%A5&kind=course&open=true")
        .await
        .json();
    assert_eq!(found["total"], 3, "{found}");
    let hit = &found["hits"][0];
    assert_eq!(
        (&hit["kind"], &hit["code"], &hit["sample"]),
        (&json!("course"), &json!(ELECTRICIAN), &json!(true))
    );
    assert!(
        hit["highlight"].as_str().unwrap().contains("<mark>"),
        "{hit}"
    );
    assert!(
        found["took_us"].is_u64()
            && found["facets"]["level"].is_array()
            && found["did_you_mean"].is_null()
    );
    let suggested = city.get("/api/v1/suggest?q=dian").await.json();
    assert_eq!(suggested[0]["id"], ELECTRICIAN, "{suggested}");
    let catalogue = city.get("/api/v1/catalogue").await.json();
    assert_eq!(
        (&catalogue["edition"], &catalogue["from"], &catalogue["to"]),
        (&json!("sample"), &json!("2026-01-01"), &Value::Null)
    );
    assert_eq!(
        catalogue["entries"][1],
        json!({"occupation": ELECTRICIAN, "name": "电工", "level": 4, "hours": 160, "training": 100_000, "appraisal": 20_000, "subsidised": true, "shortage": "high", "top_up_percent": 20})
    );
    assert_eq!(
        city.get("/api/v1/catalogue?on=2020-01-01").await.status,
        StatusCode::NOT_FOUND
    );
    let course = city.get("/api/v1/courses/primary").await.json();
    assert_eq!(
        (
            &course["seats"],
            &course["seats_left"],
            &course["institution"]
        ),
        (&json!(20), &json!(20), &json!("school"))
    );
    let institution = city.get("/api/v1/institutions/school").await.json();
    assert_eq!(
        (
            institution["designations"].as_array().unwrap().len(),
            institution["courses"].as_array().unwrap().len()
        ),
        (2, 2)
    );
    let base = city.get("/api/v1/bases/base").await.json();
    assert_eq!(
        (&base["kind"], base["slots"].as_array().unwrap().len()),
        (&json!("public"), 1)
    );
}

#[tokio::test]
async fn the_shortage_ranking_tells_ratio_interval_and_trend() {
    let city = TestCity::open().await;
    let ranking = city.get("/api/v1/market/ranking").await.json();
    assert_eq!(ranking["period"], "2026-Q3");
    let first = &ranking["ranking"][0];
    assert_eq!(
        (
            &first["rank"],
            &first["occupation"],
            &first["ratio"],
            &first["trend"]
        ),
        (
            &json!(1),
            &json!(ELECTRICIAN),
            &json!(4.0),
            &json!("rising")
        )
    );
    let (low, high) = (
        first["interval"]["low"].as_f64().unwrap(),
        first["interval"]["high"].as_f64().unwrap(),
    );
    assert!(low < 4.0 && 4.0 < high);
    assert_eq!(
        city.get("/api/v1/market/ranking?period=2020").await.json()["ranking"],
        json!([])
    );
    let figures = city
        .get(&format!("/api/v1/market?occupation={ELECTRICIAN}"))
        .await
        .json();
    assert_eq!(figures["figures"].as_array().unwrap().len(), 2);
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
async fn lists_are_tables_for_who_asks_for_them() {
    let city = TestCity::open().await;
    for address in [
        "/api/v1/search",
        "/api/v1/catalogue",
        "/api/v1/market/ranking",
        "/api/v1/market",
    ] {
        let by_parameter = city.get(&format!("{address}?format=csv")).await;
        let by_header = city.get_with(address, header::ACCEPT, "text/csv").await;
        assert_eq!(
            by_parameter.header(header::CONTENT_TYPE),
            "text/csv; charset=utf-8"
        );
        assert_eq!(by_parameter.body, by_header.body, "{address}");
        assert!(by_parameter.text().starts_with('\u{FEFF}'), "{address}");
        assert!(
            by_parameter
                .header(header::CONTENT_DISPOSITION)
                .contains(".csv")
        );
    }
    let catalogue = city.get("/api/v1/catalogue?format=csv").await.text();
    let lines: Vec<_> = catalogue.lines().collect();
    assert_eq!(
        lines[1],
        format!("{ELECTRICIAN},电工,5,160,100000,20000,true,,0")
    );
}
