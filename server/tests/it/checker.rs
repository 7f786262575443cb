//! The checker: few questions, nothing in the address, a result with reasons whatever is known.

use axum::http::StatusCode;
use policy::{Coded, Group};

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
    let again = browser.get("/check/result").await;
    assert_eq!(
        result.text(),
        again.text(),
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
    let mut tickets = result.all("article.stub").into_iter();
    let ticket = tickets
        .find(|ticket| ticket.starts_with("就业技能培训"))
        .unwrap();
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
        Some("/check/certificates?course=primary")
    );
    let result = browser
        .post_and_follow(
            "/check/certificates?course=primary",
            &[("certificate-6-31-01-03", "none")],
        )
        .await;
    let ticket = result.all("article.stub").remove(0);
    assert!(
        ticket.contains('¥') && ticket.contains("可以申请"),
        "{ticket}"
    );
    assert!(result.html.contains("/courses/primary/apply"));
}

#[tokio::test]
async fn a_recruit_in_month_seven_learns_after_two_questions_that_it_is_too_late() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    let contract = [
        ("signed-year", "2026"),
        ("signed-month", "4"),
        ("signed-day", "20"),
        ("term", "months"),
        ("months", "24"),
        ("filed", "yes"),
        ("insured", "unknown"),
    ];
    let result = answered(
        &browser,
        &[
            ("/check", &[("groups", "new_recruit")]),
            ("/check/contract", &contract),
        ],
    )
    .await;
    let ticket = result.all("article.stub").remove(0);
    assert!(
        ticket.contains("企业岗前培训") && ticket.contains("现在不行"),
        "{ticket}"
    );
    assert!(
        ticket.contains("要在 2026年4月20日到2026年10月20日之间开课"),
        "{ticket}"
    );
    let answers = result.all("dl.summary").remove(0);
    assert!(answers.contains("24 个月") && answers.contains("用工备案：是"));
}

#[tokio::test]
async fn everything_that_is_wrong_with_a_contract_is_said_at_once() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    let fields = [
        ("signed-year", "2027"),
        ("signed-month", "1"),
        ("signed-day", "1"),
        ("term", "months"),
        ("months", "0"),
        ("filed", "yes"),
    ];
    let page = browser.post("/check/contract", &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.all(".error-summary a").len(), 3);
    for (id, text) in [
        ("#signed-wrong", "签合同的日子不能在今天以后"),
        (
            "#months-wrong",
            "请填合同一共几个月，例如 12；不知道就选“不清楚”",
        ),
        ("#insured-wrong", "请选一项；不知道就选“不清楚”"),
    ] {
        assert_eq!(page.all(id), [text]);
    }
    assert_eq!(
        page.attribute("#months", "value").as_deref(),
        Some("0"),
        "what was typed stays"
    );
}

#[tokio::test]
async fn the_fullest_answers_fit_into_a_cookie_that_scripts_and_other_sites_cannot_reach() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    let everybody: Vec<_> = Group::ALL
        .iter()
        .map(|group| ("groups", group.code()))
        .collect();
    browser.post("/check", &everybody).await;
    browser.post("/check/birth", BORN_1990).await;
    let training = [
        ("programme", "employment_skills"),
        ("occupation", "6-31-01-03"),
        ("level", "5"),
        ("year", "2025"),
        ("month", "12"),
        ("state", "certified"),
    ];
    for _ in 0..app::checker::answers::MOST_TRAININGS {
        let added = browser.post("/check/trainings/add", &training).await;
        assert_eq!(added.location.as_deref(), Some("/check/trainings"));
    }
    let refused = browser.post("/check/trainings/add", &training).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for (address, fields) in [
        ("/check/sex", &[("sex", "female")][..]),
        (
            "/check/school",
            &[("school", "senior_high"), ("school-year", "2008")],
        ),
        (
            "/check/certificates",
            &[("certificate-6-31-01-03", "unknown")],
        ),
        (
            "/check/contract",
            &[
                ("signed-year", "2026"),
                ("signed-month", "10"),
                ("signed-day", "20"),
                ("term", "months"),
                ("months", "120"),
                ("filed", "unknown"),
                ("insured", "unknown"),
            ],
        ),
        (
            "/check/enterprise",
            &[
                ("in-city", "unknown"),
                ("dispatch", "unknown"),
                ("industry", "unknown"),
            ],
        ),
        (
            "/check/fund",
            &[
                ("drawn", "unknown"),
                ("front-line-unsure", "unknown"),
                ("disclosed", "unknown"),
            ],
        ),
        (
            "/check/entrepreneur-certificate",
            &[("entrepreneur-certificate", "unknown")],
        ),
        ("/check/business-plan", &[("business-plan", "unknown")]),
        (
            "/check/district",
            &[("residence", "210211"), ("university", "210211")],
        ),
    ] {
        let sent = browser.post(address, fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{address}");
    }
    let size = browser.cookie("check").unwrap().len();
    assert!(
        size <= 3_500,
        "browsers keep 4,096 bytes of a cookie: {size}"
    );
    let result = browser.get("/check/result").await;
    let summary = result.all("dl.summary").remove(0);
    assert_eq!(
        summary.matches("就业技能培训").count(),
        app::checker::answers::MOST_TRAININGS,
        "all of it is read again"
    );
}

#[tokio::test]
async fn the_way_back_and_every_change_lead_to_a_question_that_holds_its_answer() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    let result = answered(
        &browser,
        &[
            ("/check", &[("groups", "student")]),
            ("/check/birth", BORN_1990),
            ("/check/trainings", &[("trainings", "none")]),
        ],
    )
    .await;
    let mut page = result;
    let mut way = Vec::new();
    while let Some(back) = page.attribute("a.back", "href") {
        page = browser.get(&back).await;
        assert!(
            page.attribute("input[checked], input[value='1990']", "name")
                .is_some(),
            "{back}"
        );
        way.push(back);
    }
    assert_eq!(way, ["/check/trainings", "/check/birth", "/check"]);
    let changed = browser
        .post_and_follow("/check", &[("groups", "graduate")])
        .await;
    assert_eq!(changed.heading(), "查询结果");
    assert!(changed.all("article.stub")[0].contains("就业技能培训"));
}
