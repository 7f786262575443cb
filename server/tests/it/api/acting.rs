//! Acting as somebody: with a token, with a session, and not at all.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use chrono::TimeDelta;
use serde_json::{Value, json};
use server::db::session::{Session, SessionKind};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::city::{Answer, ORIGIN, TestCity};
use crate::town;

/// Returns a person who may take the primary course, and the secret of a session of theirs.
async fn person(city: &TestCity, number: u32, kind: SessionKind) -> (Uuid, String) {
    let person = town::rural_worker(&city.state.database, number).await;
    let secret = format!("secret-{number}");
    let now = city.state.clock.now();
    let session = Session {
        token_hash: Sha256::digest(secret.as_bytes()).to_vec(),
        kind,
        person: Some(person),
        data: "{}".to_owned(),
        created_at: now,
        expires_at: now + TimeDelta::hours(1),
    };
    let stored = city
        .state
        .database
        .write(move |transaction| Box::pin(async move { transaction.add_session(&session).await }));
    stored.await.unwrap();
    (person, secret)
}

fn enrolling(token: &str, key: &str, body: &Value) -> Request<Body> {
    Request::post("/api/v1/enrolments")
        .header(header::AUTHORIZATION, format!("Bearer {token}"))
        .header(header::CONTENT_TYPE, "application/json")
        .header("idempotency-key", key)
        .body(Body::from(body.to_string()))
        .unwrap()
}

async fn with_token(city: &TestCity, method: &str, address: &str, token: &str) -> Answer {
    let request = Request::builder()
        .method(method)
        .uri(address)
        .header(header::AUTHORIZATION, format!("Bearer {token}"));
    city.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn who_is_nobody_is_asked_to_sign_in() {
    let city = TestCity::open().await;
    for (method, address) in [
        ("GET", "/api/v1/enrolments"),
        ("POST", "/api/v1/enrolments"),
        (
            "DELETE",
            "/api/v1/enrolments/0192f0c1-2345-7abc-8def-0123456789ab",
        ),
        ("GET", "/api/v1/me/entitlements"),
        ("GET", "/api/v1/waiting"),
        (
            "DELETE",
            "/api/v1/waiting/0192f0c1-2345-7abc-8def-0123456789ab",
        ),
    ] {
        let refused = with_token(&city, method, address, "made-up").await;
        assert_eq!(
            refused.status,
            StatusCode::UNAUTHORIZED,
            "{method} {address}"
        );
        assert_eq!(refused.header(header::WWW_AUTHENTICATE), "Bearer");
        assert_eq!(
            refused.header(header::CONTENT_TYPE),
            "application/problem+json"
        );
    }
}

#[tokio::test]
async fn a_seat_is_taken_once_and_given_back_once() {
    let city = TestCity::open().await;
    let (_, token) = person(&city, 1, SessionKind::Token).await;
    let wish = json!({"course": "primary"});
    let first = city.send(enrolling(&token, "one", &wish)).await;
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.text());
    let again = city.send(enrolling(&token, "one", &wish)).await;
    assert_eq!(
        (again.status, again.body),
        (first.status, first.body.clone())
    );
    assert_eq!(
        city.get("/api/v1/courses/primary").await.json()["seats_left"],
        19
    );
    let other_key = city.send(enrolling(&token, "two", &wish)).await;
    assert_eq!(other_key.status, StatusCode::CONFLICT);
    assert_eq!(other_key.json()["about"], first.json()["reference"]);
    let other_course = city
        .send(enrolling(&token, "one", &json!({"course": "higher"})))
        .await;
    assert_eq!(other_course.status, StatusCode::UNPROCESSABLE_ENTITY);

    let mine = with_token(&city, "GET", "/api/v1/enrolments", &token).await;
    assert_eq!(mine.header(header::CACHE_CONTROL), "no-store");
    let mine = mine.json();
    assert_eq!(
        (
            &mine["enrolments"][0]["state"],
            &mine["enrolments"][0]["course"]["id"]
        ),
        (&json!("reserved"), &json!("primary"))
    );
    let left = with_token(&city, "GET", "/api/v1/me/entitlements", &token)
        .await
        .json();
    assert_eq!(
        (&left["lifetime_left"], &left["year_used"]),
        (&json!(5), &json!(true))
    );

    let address = first.header(header::LOCATION).to_owned();
    let (_, stranger) = person(&city, 2, SessionKind::Token).await;
    assert_eq!(
        with_token(&city, "DELETE", &address, &stranger)
            .await
            .status,
        StatusCode::NOT_FOUND
    );
    for _ in 0..2 {
        assert_eq!(
            with_token(&city, "DELETE", &address, &token).await.status,
            StatusCode::NO_CONTENT
        );
        assert_eq!(
            city.get("/api/v1/courses/primary").await.json()["seats_left"],
            20
        );
    }
}

#[tokio::test]
async fn a_full_course_answers_with_the_place_in_line() {
    let city = TestCity::open().await;
    let seats = town::fill(&city.state.database, "primary").await;
    let (_, ahead) = person(&city, 1, SessionKind::Token).await;
    let (_, token) = person(&city, 2, SessionKind::Token).await;
    let wish = json!({"course": "primary"});
    city.send(enrolling(&ahead, "one", &wish)).await;
    let full = city.send(enrolling(&token, "one", &wish)).await;
    assert_eq!(full.status, StatusCode::CONFLICT);
    assert_eq!(
        full.header(header::CONTENT_TYPE),
        "application/problem+json"
    );
    let told = full.json();
    assert_eq!(
        (&told["waiting_place"], &told["waiting"]),
        (&json!(2), &json!(2))
    );
    let again = city.send(enrolling(&token, "two", &wish)).await.json();
    assert_eq!(again, told);
    assert_eq!(
        city.get("/api/v1/courses/primary").await.json()["waiting"],
        2
    );

    let mine = with_token(&city, "GET", "/api/v1/waiting", &token).await;
    assert_eq!(mine.header(header::CACHE_CONTROL), "no-store");
    let mine = mine.json();
    assert_eq!(
        (&mine["waiting"][0]["place"], &mine["waiting"][0]["id"]),
        (&json!(2), &told["waiting_id"])
    );
    let address = format!("/api/v1/waiting/{}", told["waiting_id"].as_str().unwrap());
    assert_eq!(
        with_token(&city, "DELETE", &address, &ahead).await.status,
        StatusCode::NOT_FOUND
    );
    for _ in 0..2 {
        assert_eq!(
            with_token(&city, "DELETE", &address, &token).await.status,
            StatusCode::NO_CONTENT
        );
    }

    let (holder, held) = seats[0];
    let first = city.send(enrolling(&ahead, "two", &wish)).await.json();
    let cancel = server::enrolment::Withdrawal {
        person: holder,
        id: held,
        now: city.state.clock.now(),
    };
    server::counter::cancel(&city.state, cancel).await.unwrap();
    let address = format!("/api/v1/waiting/{}", first["waiting_id"].as_str().unwrap());
    let seated = with_token(&city, "DELETE", &address, &ahead).await;
    assert_eq!(seated.status, StatusCode::CONFLICT, "{}", seated.text());
    let mine = with_token(&city, "GET", "/api/v1/enrolments", &ahead).await;
    assert_eq!(mine.json()["enrolments"][0]["state"], "reserved");
}

#[tokio::test]
async fn what_cannot_be_enrolled_in_is_refused_with_its_reason() {
    let city = TestCity::open().await;
    let (_, token) = person(&city, 3, SessionKind::Token).await;
    for (wish, status) in [
        (json!({"course": "nothing"}), 404),
        (json!({"course": "hidden"}), 404),
        (json!({"course": "primary", "slot": "slot"}), 422),
        (json!({}), 422),
        (json!({"corse": "primary"}), 422),
        (json!({"course": 1}), 422),
        (json!({"slot": "slot"}), 409),
        (json!({"course": "higher"}), 409),
    ] {
        let refused = city.send(enrolling(&token, &wish.to_string(), &wish)).await;
        assert_eq!(
            refused.status.as_u16(),
            status,
            "{wish}: {}",
            refused.text()
        );
        if status == 409 {
            assert!(
                refused.json()["about"]["rules"].is_array(),
                "{}",
                refused.text()
            );
        }
    }
    let mut without_key = enrolling(&token, "x", &json!({"course": "primary"}));
    without_key.headers_mut().remove("idempotency-key");
    assert_eq!(city.send(without_key).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_session_s_cookie_acts_only_from_a_page_of_the_portal() {
    let city = TestCity::open().await;
    let (_, secret) = person(&city, 4, SessionKind::Browser).await;
    let enrolling = |origin: Option<&str>| {
        let mut request = Request::post("/api/v1/enrolments")
            .header(header::COOKIE, format!("session={secret}"))
            .header(header::CONTENT_TYPE, "application/json")
            .header("idempotency-key", "one");
        if let Some(origin) = origin {
            request = request.header(header::ORIGIN, origin);
        }
        request
            .body(Body::from(json!({"course": "primary"}).to_string()))
            .unwrap()
    };
    assert_eq!(
        city.send(enrolling(None)).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        city.send(enrolling(Some("https://evil.test"))).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        city.send(enrolling(Some(ORIGIN))).await.status,
        StatusCode::CREATED
    );
    assert_eq!(
        with_token(&city, "GET", "/api/v1/enrolments", &secret)
            .await
            .status,
        StatusCode::UNAUTHORIZED,
        "a browser's secret is no token"
    );
}
