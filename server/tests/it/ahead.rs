//! What lies ahead, as somebody without scripts sees it: after a course, on the way to one, over the years.

use axum::http::StatusCode;

use crate::browser::{Browser, Shown};
use crate::city::TestCity;

/// A rural worker of thirty-six who was never trained.
async fn told(browser: &Browser<'_>) {
    browser.post("/check", &[("groups", "rural_worker")]).await;
    let birth = [
        ("birth-year", "1990"),
        ("birth-month", "2"),
        ("birth-day", "28"),
    ];
    browser.post("/check/birth", &birth).await;
    browser
        .post("/check/trainings", &[("trainings", "none")])
        .await;
}

async fn a_course(browser: &Browser<'_>) -> String {
    let list = browser
        .get("/find?kind=course&programme=employment_skills&level=5&open=true")
        .await;
    let id = list.html.split("/courses/").nth(1).unwrap();
    id.split(['"', '?']).next().unwrap().to_owned()
}

fn row(page: &Shown, name: &str) -> String {
    let rows = page.all("tr");
    rows.into_iter()
        .find(|row| row.contains(name))
        .unwrap_or_else(|| panic!("no row {name}: {}", page.text()))
}

#[tokio::test]
async fn a_course_tells_what_is_left_with_the_certificate_and_without() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    told(&browser).await;
    let course = a_course(&browser).await;
    let page = browser.get(&format!("/ahead?course={course}")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let lifetime = row(&page, "补贴一共还剩");
    assert!(
        lifetime.contains("5 次") && lifetime.contains("6 次"),
        "{lifetime}"
    );
    assert!(page.text().contains("按今天的政策推算"));
    assert!(page.html.len() <= 14 * 1024, "{} bytes", page.html.len());
}

#[tokio::test]
async fn who_told_nothing_is_asked_to_and_sees_no_figures() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    let course = a_course(&browser).await;
    let page = browser.get(&format!("/en/ahead?course={course}")).await;
    assert!(page.text().contains("We don't know your situation yet"));
    assert!(page.all("table").is_empty());
    let page = browser.get("/ahead?course=no-such-course").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    let page = browser.get("/ahead").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_plan_names_years_and_money_and_its_runner_up() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    told(&browser).await;
    let page = browser.get("/plan").await;
    assert_eq!(page.status, StatusCode::OK);
    let tickets = page.all("article.stub");
    assert_eq!(
        tickets.len(),
        2,
        "the best and the next best: {}",
        page.text()
    );
    assert!(
        tickets[0].contains('¥') && tickets[0].contains("最早开课"),
        "{}",
        tickets[0]
    );
    assert!(
        tickets.iter().all(|ticket| ticket.contains("示例数据")),
        "{tickets:?}"
    );
    assert!(page.text().contains("假定今天的政策和目录一直有效"));
    assert!(page.html.len() <= 20 * 1024, "{} bytes", page.html.len());
}

#[tokio::test]
async fn a_goal_that_cannot_be_is_answered_with_what_to_do() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    for (address, words) in [
        ("/plan?occupation=%3Cscript%3E", "这个职业不在补贴目录里"),
        ("/plan?level=9", "等级只有五级到一级"),
        ("/plan?years=99999999999999999999", "请选 1 到 10 年"),
        ("/en/plan?years=0", "Choose 1 to 10 years"),
    ] {
        let page = browser.get(address).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert!(page.text().contains(words), "{address}: {}", page.text());
        assert!(!page.html.contains("<script>"));
    }
}
