//! The checker: few questions, nothing in the address, a result with reasons whatever is known.

use axum::http::StatusCode;

use crate::browser::{Browser, Shown};
use crate::city::TestCity;

async fn answered(browser: &Browser<'_>, steps: &[(&str, &[(&str, &str)])]) -> Shown {
    let mut address = "/check".to_owned();
    for (expected, fields) in steps {
        assert_eq!(address, *expected);
        let sent = browser.post(&address, fields).await;
        assert_eq!(
            sent.status,
            StatusCode::SEE_OTHER,
            "{expected}: {}",
            sent.text()
        );
        address = sent.location.unwrap();
    }
    assert_eq!(address, "/check/result");
    browser.get(&address).await
}

const BORN_1990: &[(&str, &str)] = &[
    ("birth-year", "1990"),
    ("birth-month", "2"),
    ("birth-day", "28"),
];

#[tokio::test]
async fn a_graduate_answers_three_questions_and_sees_an_open_programme() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    let result = answered(
        &browser,
        &[
            ("/check", &[("groups", "graduate")]),
            ("/check/birth", BORN_1990),
            ("/check/trainings", &[("trainings", "none")]),
        ],
    )
    .await;
    assert_eq!(result.heading(), "查询结果");
    let tickets = result.all("article.stub");
    assert!(
        tickets[0].contains("就业技能培训") && tickets[0].contains("可以申请"),
        "{}",
        tickets[0]
    );
    assert!(tickets[0].contains("二（二）2 ¶1"));
    assert!(
        result.html.len() <= 14 * 1024,
        "{} bytes",
        result.html.len()
    );
    let again = browser.get("/check/result").await;
    assert_eq!(
        result.html, again.html,
        "the same answers give the same page"
    );
}

#[tokio::test]
async fn at_most_four_questions_are_asked_of_a_registered_unemployed_person() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    let result = answered(
        &browser,
        &[
            ("/check", &[("groups", "registered_unemployed")]),
            ("/check/birth", BORN_1990),
            ("/check/trainings", &[("trainings", "none")]),
            (
                "/check/school",
                &[("school", "junior_high"), ("school-year", "2012")],
            ),
        ],
    )
    .await;
    let ticket = result.all("article.stub").remove(0);
    assert!(
        ticket.contains("现在不行") && ticket.contains("先报名劳动预备制培训"),
        "{ticket}"
    );
}

#[tokio::test]
async fn the_sex_is_asked_only_where_it_decides() {
    let city = TestCity::open().await;
    for (year, expected) in [
        ("1990", "/check/trainings"),
        ("1969", "/check/sex"),
        ("1950", "/check/result"),
    ] {
        let browser = Browser::of(&city);
        browser.post("/check", &[("groups", "rural_worker")]).await;
        let fields = [
            ("birth-year", year),
            ("birth-month", "1"),
            ("birth-day", "1"),
        ];
        let sent = browser.post("/check/birth", &fields).await;
        assert_eq!(sent.location.as_deref(), Some(expected), "{year}");
    }
}

#[tokio::test]
async fn not_sure_gives_a_conditional_answer_that_says_what_would_settle_it() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    let result = answered(
        &browser,
        &[
            ("/check", &[("groups", "student")]),
            ("/check/birth", &[("birth-unsure", "unknown")]),
            ("/check/trainings", &[("trainings", "unknown")]),
        ],
    )
    .await;
    let ticket = result.all("article.stub").remove(0);
    assert!(
        ticket.contains("还差信息") && ticket.contains("您的生日"),
        "{ticket}"
    );
    assert_eq!(
        result.attribute("article.stub ul a", "href").as_deref(),
        Some("/check/birth")
    );
}

#[tokio::test]
async fn a_result_with_nothing_known_still_answers() {
    let city = TestCity::open().await;
    let result = Browser::of(&city).get("/en/check/result").await;
    assert_eq!(result.status, StatusCode::OK);
    assert_eq!(result.heading(), "Your result");
    assert!(
        result.html.len() <= 18 * 1024,
        "{} bytes",
        result.html.len()
    );
}

#[tokio::test]
async fn answers_are_sealed_changed_and_cleared_on_the_visitor_s_own_device() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    browser.post("/check", &[("groups", "veteran")]).await;
    let sealed = browser.cookie("check").unwrap();
    assert!(!sealed.contains("veteran"));
    let first = browser.get("/check").await;
    assert!(
        first.html.contains("checked"),
        "the answer stands in the form"
    );
    let first_sign = if sealed.starts_with('A') { "B" } else { "A" };
    browser.hold("check", &format!("{first_sign}{}", &sealed[1..]));
    let forged = browser.get("/check").await;
    assert_eq!(forged.status, StatusCode::OK);
    assert!(
        forged.attribute("input[checked]", "value").is_none(),
        "a forged cookie is no answer"
    );
    browser.post("/check/clear", &[]).await;
    assert_eq!(browser.cookie("check"), None);
}

#[tokio::test]
async fn what_cannot_be_is_said_beside_the_field_and_what_was_typed_stays() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    for fields in [
        [
            ("birth-year", "1990"),
            ("birth-month", "2"),
            ("birth-day", "31"),
        ],
        [
            ("birth-year", "3000"),
            ("birth-month", "1"),
            ("birth-day", "1"),
        ],
        [
            ("birth-year", "<b>"),
            ("birth-month", "'; drop table person; --"),
            ("birth-day", "1"),
        ],
    ] {
        let page = browser.post("/check/birth", &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let beside = page.all("#birth-wrong");
        assert_eq!(page.all(".error-summary a"), beside);
        assert_eq!(
            page.attribute("#birth", "value").as_deref(),
            Some(fields[0].1)
        );
        assert!(!page.html.contains("<b><"), "what was typed is text");
    }
    for (address, fields) in [
        ("/check", [("groups", "king")]),
        ("/check", [("x", "y")]),
        ("/check/sex", [("sex", "9")]),
        ("/check/school", [("school", "level 9")]),
        ("/check/trainings/add", [("level", "9")]),
    ] {
        let page = browser.post(address, &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert!(!page.all(".error-summary a").is_empty());
    }
    assert_eq!(
        browser.post("/check", &[("groups", "a\0b")]).await.status,
        StatusCode::BAD_REQUEST
    );
    let huge = "x".repeat(10 * 1024 * 1024);
    assert_eq!(
        browser.post("/check", &[("groups", &huge)]).await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
    assert_eq!(
        browser.get("/check/nothing").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        browser.get("/check?course=nothing").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_course_is_carried_into_the_check_and_gets_its_own_verdict_with_the_money() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    browser
        .post("/check?course=primary", &[("groups", "rural_worker")])
        .await;
    browser.post("/check/birth?course=primary", BORN_1990).await;
    let asked = browser
        .post("/check/trainings?course=primary", &[("trainings", "none")])
        .await;
    assert_eq!(
        asked.location.as_deref(),
        Some("/check/certificate?course=primary")
    );
    let result = browser
        .post_and_follow(
            "/check/certificate?course=primary",
            &[("certificate", "none")],
        )
        .await;
    let ticket = result.all("article.stub").remove(0);
    assert!(
        ticket.contains('¥') && ticket.contains("可以申请"),
        "{ticket}"
    );
    assert!(result.html.contains("/courses/primary/apply"));
}
