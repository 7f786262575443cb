//! More than the portal can carry is turned away with a sentence and a time to come back; nothing of it takes effect.

use std::future::ready;
use std::num::NonZeroUsize;

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use chrono::TimeDelta;
use serde_json::json;
use server::db::Database;

use crate::city::{Answer, ORIGIN, TestCity};

fn form(address: &str, body: &'static str) -> Request<Body> {
    Request::post(address)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::ORIGIN, ORIGIN)
        .body(Body::from(body))
        .unwrap()
}

/// A small city that works on two requests at once.
async fn narrow_city() -> TestCity {
    TestCity::open_as(|state| state.working_on(NonZeroUsize::new(2).unwrap())).await
}

#[tokio::test]
async fn what_is_too_much_at_once_is_turned_away_and_told_when_to_come_back() {
    let city = narrow_city().await;
    let Database::Sqlite { writer, .. } = &city.state.database else {
        panic!("the test city lives in a file")
    };
    // while this is open, whoever wants to write waits
    let writing = writer.begin().await.unwrap();
    let mut waiting: Vec<_> = ["phone=13812345678", "phone=13912345678"]
        .map(|phone| Box::pin(city.send(form("/sign-in", phone))))
        .into();
    for request in &mut waiting {
        tokio::select! {
            biased;
            _ = request => panic!("nobody can write"),
            () = ready(()) => {}
        }
    }

    let page = city.get("/en/help").await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(page.header(header::RETRY_AFTER), "5");
    assert!(
        page.text().contains("The portal is busy"),
        "{}",
        page.text()
    );
    let api = city.get("/api/v1/catalogue").await;
    assert_eq!(api.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(api.header(header::RETRY_AFTER), "5");
    assert_eq!(api.header(header::CONTENT_TYPE), "application/problem+json");
    assert_eq!(api.json()["title"], "暂时忙不过来");
    for always in ["/healthz", "/readyz", "/robots.txt", "/favicon.ico"] {
        let status = city.get(always).await.status;
        assert_ne!(status, StatusCode::SERVICE_UNAVAILABLE, "{always}");
    }

    drop(writing);
    for request in waiting {
        assert_eq!(request.await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(city.get("/en/help").await.status, StatusCode::OK);
}

/// Changes something, as the visitor whom the portal's own proxy noted.
async fn change(city: &TestCity, address: &str) -> Answer {
    let mut request = form("/en/preferences", "type_size=large&return_to=/");
    let headers = request.headers_mut();
    headers.insert("x-forwarded-for", address.parse().unwrap());
    city.send(request).await
}

#[tokio::test]
async fn changes_from_one_address_are_limited_and_those_from_others_are_not() {
    let city = TestCity::open_as(|state| state.behind(1)).await;
    let mut allowed = 0;
    let stopped = loop {
        let answer = change(&city, "192.0.2.1").await;
        if answer.status != StatusCode::SEE_OTHER {
            break answer;
        }
        allowed += 1;
    };
    assert_eq!(allowed, 600);
    assert_eq!(stopped.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(stopped.header(header::RETRY_AFTER), "60");
    assert!(stopped.text().contains("Too many requests"));
    let other = change(&city, "192.0.2.2").await;
    assert_eq!(other.status, StatusCode::SEE_OTHER);
    let only_reading = city
        .get_with("/help", "x-forwarded-for".parse().unwrap(), "192.0.2.1")
        .await;
    assert_eq!(only_reading.status, StatusCode::OK);
    city.state.clock.advance(TimeDelta::minutes(1));
    let later = change(&city, "192.0.2.1").await;
    assert_eq!(later.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn codes_from_one_address_are_limited_whatever_the_telephone() {
    let city = TestCity::open().await;
    for number in 0..=30 {
        let mut request = form("/sign-in", "");
        *request.body_mut() = Body::from(format!("phone=138{number:08}"));
        let answer = city.send(request).await;
        if number < 30 {
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{number}");
        } else {
            assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
            assert_eq!(answer.header(header::RETRY_AFTER), "3600");
        }
    }
}

#[tokio::test]
async fn questions_change_nothing_however_they_are_sent() {
    let city = TestCity::open().await;
    for _ in 0..700 {
        let answer = city.post("/api/v1/entitlements", &json!({})).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text());
    }
}
