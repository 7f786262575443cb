//! What is published, as JSON and as tables.

use axum::http::{StatusCode, header};
use serde_json::{Value, json};

use crate::city::{ELECTRICIAN, TestCity};

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
    let total = async |query: &str| {
        let told = city.get(&format!("/api/v1/search?{query}")).await.json();
        told["total"].as_u64().unwrap()
    };
    let first = city.get("/api/v1/search?q=electrician").await.json()["hits"][0].clone();
    assert_eq!(
        first["why"],
        json!({"by": "synonym", "text": "electrician"})
    );
    assert_eq!(
        (first.get("english"), hit.get("why")),
        (Some(&json!("electrician")), Some(&Value::Null))
    );
    assert!(total("q=diangong").await > 0);
    assert_eq!(
        total("q=diangong&literal=true").await,
        0,
        "no name is written so"
    );
    let modes = found["facets"]["mode"].as_array().unwrap();
    let counted: u64 = modes
        .iter()
        .map(|mode| mode["count"].as_u64().unwrap())
        .sum();
    assert_eq!(counted, 3, "{found}");
    let first = modes[0]["value"].as_str().unwrap();
    let of_mode = total(&format!(
        "kind=course&open=true&q=%E7%94%B5%E5%B7%A5&mode={first}"
    ))
    .await;
    assert_eq!(of_mode, modes[0]["count"].as_u64().unwrap());
    assert_eq!(
        city.get("/api/v1/search?mode=midnight").await.status,
        StatusCode::UNPROCESSABLE_ENTITY
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
