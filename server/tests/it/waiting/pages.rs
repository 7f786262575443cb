//! Waiting as a visitor without scripts sees it: the offer, the place, the way out, and the seat at last.

use axum::http::StatusCode;
use server::counter;
use server::enrolment::{Cancelled, Withdrawal};
use uuid::Uuid;

use crate::browser::{Browser, Shown};
use crate::city::TestCity;
use crate::town;

/// Shows the page of `course` on which somebody new, who may take it, checks their answers.
async fn ready(browser: &Browser<'_>, phone: &str, resident_id: &str, course: &str) -> Shown {
    browser.sign_in(phone).await;
    let fields = [
        ("name", "李明"),
        ("resident_id", resident_id),
        ("groups", "rural_worker"),
        ("residence", "210211"),
        ("certificate", "none"),
    ];
    browser
        .post_and_follow(&format!("/me/details?course={course}"), &fields)
        .await
}

/// Presses the page's button, whatever it says.
async fn press(browser: &Browser<'_>, page: &Shown, course: &str) -> Shown {
    let key = page.attribute("input[name=key]", "value").unwrap();
    let mut fields = vec![("key", key.as_str())];
    let waits = page.attribute("input[name=wait]", "value");
    fields.extend(waits.as_deref().map(|waits| ("wait", waits)));
    browser
        .post(&format!("/courses/{course}/apply"), &fields)
        .await
}

async fn give_back(city: &TestCity, (person, id): (Uuid, Uuid)) -> Cancelled {
    let withdrawal = Withdrawal {
        person,
        id,
        now: city.state.clock.now(),
    };
    counter::cancel(&city.state, withdrawal).await.unwrap()
}

#[tokio::test]
async fn from_a_full_course_to_its_seat() {
    let city = TestCity::open().await;
    let seats = town::fill(&city.state.database, "primary").await;
    let browser = Browser::of(&city);
    let course = browser.get("/courses/primary").await;
    assert!(
        course.text().contains("这门课名额已满"),
        "{}",
        course.text()
    );
    assert!(course.text().contains("还没有人排队"), "{}", course.text());
    assert_eq!(
        course.attribute("aside a.button", "href").as_deref(),
        Some("/courses/primary/apply"),
        "nobody knows yet whether this visitor may"
    );

    let offer = ready(&browser, "13812345678", "210202199001011216", "primary").await;
    assert!(offer.all("form button").contains(&"排队等候".to_owned()));
    let joined = press(&browser, &offer, "primary").await;
    assert_eq!(joined.location.as_deref(), Some("/me/applications"));
    let mine = browser.get("/me/applications").await;
    assert!(
        mine.text().contains("第 1 位，共 1 人排队"),
        "{}",
        mine.text()
    );
    for address in ["/courses/primary", "/courses/primary/apply"] {
        let page = browser.get(address).await;
        assert!(page.text().contains("第 1 位，共 1 人排队"), "{address}");
        assert!(page.attribute("input[name=key]", "value").is_none());
    }

    give_back(&city, seats[0]).await;
    let told = browser.get("/outbox").await;
    assert!(
        told.text().contains("您排队等候的“电工初级班”有了名额"),
        "{}",
        told.text()
    );
    let mine = browser.get("/me/applications").await;
    assert!(!mine.text().contains("排队"), "{}", mine.text());
    let receipt = browser.get("/courses/primary/apply").await.location;
    let receipt = browser.get(&receipt.unwrap()).await;
    assert_eq!(receipt.heading(), "报名成功");
}

#[tokio::test]
async fn who_applies_for_a_seat_that_is_just_gone_is_asked_before_they_wait() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    let page = ready(&browser, "13812345678", "210202199001011216", "primary").await;
    town::fill(&city.state.database, "primary").await;
    let full = press(&browser, &page, "primary").await;
    assert_eq!(full.status, StatusCode::CONFLICT);
    assert!(
        full.text().contains("您符合条件，可以排队等候"),
        "{}",
        full.text()
    );
    assert_eq!(city.state.database.waiting_for("primary").await.unwrap(), 0);
    press(&browser, &full, "primary").await;
    assert_eq!(city.state.database.waiting_for("primary").await.unwrap(), 1);
}

#[tokio::test]
async fn leaving_the_line_is_asked_about_once_and_done_once() {
    let city = TestCity::open().await;
    town::fill(&city.state.database, "primary").await;
    let browser = Browser::of(&city);
    let offer = ready(&browser, "13812345678", "210202199001011216", "primary").await;
    press(&browser, &offer, "primary").await;
    let mine = browser.get("/me/applications").await;
    let leave = mine.attribute("a[href$=leave]", "href").unwrap();
    let asked = browser.get(&leave).await;
    assert_eq!(asked.heading(), "要退出排队吗？");
    assert_eq!(city.state.database.waiting_for("primary").await.unwrap(), 1);

    let stranger = Browser::of(&city);
    stranger.sign_in("13912345678").await;
    assert_eq!(stranger.get(&leave).await.status, StatusCode::NOT_FOUND);
    let forced = stranger.post(&leave, &[]).await;
    assert_eq!(forced.status, StatusCode::NOT_FOUND);
    assert_eq!(city.state.database.waiting_for("primary").await.unwrap(), 1);

    for _ in 0..2 {
        let left = browser.post(&leave, &[]).await;
        assert_eq!(left.location.as_deref(), Some("/me/applications"));
    }
    assert_eq!(city.state.database.waiting_for("primary").await.unwrap(), 0);
    let gone = browser.get(&leave).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_may_not_take_the_course_is_not_offered_to_wait() {
    let city = TestCity::open().await;
    town::fill(&city.state.database, "higher").await;
    let browser = Browser::of(&city);
    // a promotion without the level below
    let page = ready(&browser, "13812345678", "210202199001011216", "higher").await;
    assert!(page.attribute("input[name=wait]", "value").is_none());
    let course = browser.get("/en/courses/higher").await;
    assert!(
        course.text().contains("This course is full"),
        "{}",
        course.text()
    );
    let forced = [("key", "made-up"), ("wait", "yes")];
    let refused = browser.post("/courses/higher/apply", &forced).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(city.state.database.waiting_for("higher").await.unwrap(), 0);
}

#[tokio::test]
async fn seats_that_come_by_an_import_are_offered_to_the_line_first() {
    let city = TestCity::open().await;
    let database = &city.state.database;
    town::fill(database, "primary").await;
    let browser = Browser::of(&city);
    let offer = ready(&browser, "13812345678", "210202199001011216", "primary").await;
    press(&browser, &offer, "primary").await;
    let mut larger = database.course("primary").await.unwrap().unwrap().course;
    larger.seats += 1;
    let grown = database
        .write(move |transaction| Box::pin(async move { transaction.put_course(&larger).await }));
    assert!(grown.await.unwrap());

    let other = Browser::of(&city);
    let page = ready(&other, "13912345678", "210202199001011232", "primary").await;
    let late = press(&other, &page, "primary").await;
    assert_eq!(
        late.status,
        StatusCode::CONFLICT,
        "the seat had been waited for"
    );
    let mine = browser.get("/courses/primary/apply").await.location;
    assert!(mine.unwrap().starts_with("/me/applications/"));
    assert_eq!(counter::serve_lines(&city.state).await.unwrap(), 0);
}
