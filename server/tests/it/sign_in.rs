//! Signing in: by code, with renewed secrets, limited, the same for everybody.

use axum::http::StatusCode;
use chrono::TimeDelta;

use crate::browser::Browser;
use crate::city::TestCity;

const PHONE: &str = "13812345678";

#[tokio::test]
async fn a_code_signs_in_and_leads_back_to_where_one_came_from() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    let asked = browser
        .post(
            "/sign-in?return_to=/courses/primary/apply",
            &[("phone", "138 1234 5678")],
        )
        .await;
    let form = browser.get(&asked.location.clone().unwrap()).await;
    assert!(form.text().contains("138****5678") && !form.html.contains(PHONE));
    assert!(!asked.location.unwrap().contains("138"));
    let code = browser.last_code().await;
    let signed_in = browser
        .post(
            "/sign-in?return_to=/courses/primary/apply",
            &[("code", &code)],
        )
        .await;
    assert_eq!(
        signed_in.location.as_deref(),
        Some("/courses/primary/apply")
    );
    let elsewhere = browser.get("/sign-in?return_to=//evil.example").await;
    assert_eq!(elsewhere.location.as_deref(), Some("/me/applications"));
}

#[tokio::test]
async fn the_secret_is_renewed_at_every_change_of_rights() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    browser.hold("session", "planted");
    browser.sign_in(PHONE).await;
    let first = browser.cookie("session").unwrap();
    assert_ne!(first, "planted");
    let named = browser
        .post(
            "/me/details",
            &[("name", "李明"), ("resident_id", "210202199001011216")],
        )
        .await;
    assert_eq!(named.status, StatusCode::SEE_OTHER, "{}", named.text());
    let second = browser.cookie("session").unwrap();
    assert_ne!(first, second);
    browser.post("/sign-out", &[]).await;
    assert_eq!(browser.cookie("session"), None);
    for old in [first, second] {
        browser.hold("session", &old);
        assert_eq!(
            browser.get("/me/applications").await.status,
            StatusCode::SEE_OTHER,
            "an old secret opens nothing"
        );
    }
}

#[tokio::test]
async fn five_wrong_guesses_use_a_code_up_and_a_wrong_one_looks_like_a_used_one() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    browser.post("/sign-in", &[("phone", PHONE)]).await;
    let code = browser.last_code().await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    let mut words = Vec::new();
    for _ in 0..5 {
        let page = browser.post("/sign-in", &[("code", wrong)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        words.push(page.all(".error-summary a"));
    }
    let right = browser.post("/sign-in", &[("code", &code)]).await;
    assert_eq!(
        right.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "the right code came too late"
    );
    words.push(right.all(".error-summary a"));
    words.dedup();
    assert_eq!(words.len(), 1);
    assert_eq!(browser.cookie("session"), None);
}

#[tokio::test]
async fn a_code_ends_after_ten_minutes_and_only_so_many_are_sent() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    browser.post("/sign-in", &[("phone", PHONE)]).await;
    let code = browser.last_code().await;
    city.state.clock.advance(TimeDelta::minutes(11));
    let late = browser.post("/sign-in", &[("code", &code)]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    for _ in 0..4 {
        let other = Browser::of(&city);
        assert_eq!(
            other.post("/sign-in", &[("phone", PHONE)]).await.status,
            StatusCode::SEE_OTHER
        );
    }
    let sixth = Browser::of(&city)
        .post("/sign-in", &[("phone", PHONE)])
        .await;
    assert_eq!(sixth.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(sixth.text().contains("太频繁"));
}

#[tokio::test]
async fn a_known_and_an_unknown_number_are_answered_alike() {
    let city = TestCity::open().await;
    Browser::of(&city).sign_in(PHONE).await;
    let [known, unknown] = [PHONE, "13912345678"].map(|phone| (Browser::of(&city), phone));
    let mut pages = Vec::new();
    for (browser, phone) in [known, unknown] {
        let sent = browser.post("/sign-in", &[("phone", phone)]).await;
        let page = browser.get(&sent.location.clone().unwrap()).await;
        pages.push((
            sent.status,
            sent.location,
            page.text().replace(&format!("{}****", &phone[..3]), ""),
        ));
    }
    assert_eq!(pages[0], pages[1]);
}

#[tokio::test]
async fn somebody_else_s_resident_id_is_refused_without_saying_whose_it_is() {
    let city = TestCity::open().await;
    let first = Browser::of(&city);
    first.sign_in(PHONE).await;
    let fields = [("name", "李明"), ("resident_id", "210202199001011216")];
    assert_eq!(
        first.post("/me/details", &fields).await.status,
        StatusCode::SEE_OTHER
    );
    let kept = first.get("/me/applications").await.text();
    assert!(
        kept.contains("李*") && kept.contains("2102**********1216"),
        "{kept}"
    );
    let second = Browser::of(&city);
    second.sign_in("13912345678").await;
    let refused = second.post("/me/details", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.all(".error-summary a")[0].contains("没有核对成功"));
    for (id, says) in [
        ("21020219900101121", "18 位"),
        ("210202199001011217", "写错"),
        ("210202199002311216", "不存在"),
        ("", "请填"),
    ] {
        let page = second
            .post("/me/details", &[("name", "<script>"), ("resident_id", id)])
            .await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            page.all("#resident_id-wrong")[0].contains(says),
            "{id}: {}",
            page.text()
        );
        assert_eq!(page.all(".error-summary a").len(), 2);
    }
}
