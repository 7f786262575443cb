//! The same questions as on a phone, and the same answers to the byte.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use crate::city::TestCity;

/// Four lines a case; the second is how the checker keeps the same answers.
const GOLDEN: &str = include_str!("../../../../app/tests/it/golden.txt");

#[tokio::test]
async fn the_golden_answers_are_given_by_the_interface() {
    let city = TestCity::open().await;
    for case in GOLDEN.split("\n\n") {
        let lines: Vec<_> = case.lines().collect();
        let [head, _, request, answer] = lines[..] else {
            panic!("four lines a case: {case}");
        };
        let request = Request::post("/api/v1/entitlements")
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT_LANGUAGE, &head[..2])
            .body(Body::from(request))
            .unwrap();
        let told = city.send(request).await;
        assert_eq!(told.status, StatusCode::OK, "{head}: {}", told.text());
        assert_eq!(told.text(), answer, "{head}");
    }
}
