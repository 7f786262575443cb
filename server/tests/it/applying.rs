//! Applying: sign in, tell who one is, check, apply; the receipt; taking it back.

use axum::http::StatusCode;

use crate::browser::{Browser, Shown};
use crate::city::TestCity;

const ID: &str = "210202199001011216";

/// Signs somebody in who lives in the country and holds no certificate, and shows the page on which they would apply.
async fn ready(browser: &Browser<'_>, phone: &str, resident_id: &str, course: &str) -> Shown {
    browser.sign_in(phone).await;
    let address = format!("/courses/{course}/apply");
    let asked = browser.get(&address).await;
    let details = format!("/me/details?course={course}");
    assert_eq!(asked.location.as_deref(), Some(details.as_str()));
    let form = browser.get(&details).await;
    assert!(form.html.contains("name=\"resident_id\"") && form.html.contains("name=\"groups\""));
    let fields = [
        ("name", "李明"),
        ("resident_id", resident_id),
        ("groups", "rural_worker"),
        ("residence", "210211"),
        ("certificate", "none"),
    ];
    browser.post_and_follow(&details, &fields).await
}

fn key(page: &Shown) -> String {
    page.attribute("input[name=key]", "value").unwrap()
}

#[tokio::test]
async fn from_sign_in_to_the_receipt_in_few_pages() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    let unsigned = browser.get("/courses/primary/apply").await;
    assert_eq!(
        unsigned.location.as_deref(),
        Some("/sign-in?return_to=%2Fcourses%2Fprimary%2Fapply")
    );
    let page = ready(&browser, "13812345678", ID, "primary").await;
    assert_eq!(page.heading(), "核对后报名");
    assert!(
        page.text().contains("李*")
            && page.text().contains("2102**********1216")
            && page.text().contains("您符合条件")
    );
    assert!(!page.html.contains(ID));
    let receipt = browser
        .post_and_follow("/courses/primary/apply", &[("key", &key(&page))])
        .await;
    assert_eq!(receipt.heading(), "报名成功");
    let reference = receipt.all(".receipt .reference").remove(0);
    assert!(receipt.text().contains("接下来"));
    let again = browser.get("/courses/primary/apply").await;
    let address = format!("/me/applications/{reference}");
    assert_eq!(
        again.location.as_deref(),
        Some(address.as_str()),
        "who is enrolled is led to the receipt"
    );
    assert!(
        browser
            .get("/me/applications")
            .await
            .text()
            .contains(&reference)
    );
}

#[tokio::test]
async fn sending_the_form_twice_gives_the_same_receipt() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    let page = ready(&browser, "13812345678", ID, "primary").await;
    let key = key(&page);
    let first = browser
        .post("/courses/primary/apply", &[("key", &key)])
        .await;
    let second = browser
        .post("/courses/primary/apply", &[("key", &key)])
        .await;
    assert_eq!(first.status, StatusCode::SEE_OTHER);
    assert_eq!(first.location, second.location);
    assert_eq!(seats_taken(&city, "primary").await, 1);
}

#[tokio::test]
async fn a_cancelled_application_gives_its_seat_back() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    let page = ready(&browser, "13812345678", ID, "primary").await;
    let sent = browser
        .post("/courses/primary/apply", &[("key", &key(&page))])
        .await;
    let receipt = sent.location.unwrap();
    let asked = browser.get(&format!("{receipt}/cancel")).await;
    assert_eq!(asked.heading(), "要取消这次报名吗？");
    assert_eq!(
        seats_taken(&city, "primary").await,
        1,
        "asking changes nothing"
    );
    let cancelled = browser
        .post_and_follow(&format!("{receipt}/cancel"), &[])
        .await;
    assert_eq!(cancelled.heading(), "报名已取消");
    assert_eq!(seats_taken(&city, "primary").await, 0);
    let twice = browser.post(&format!("{receipt}/cancel"), &[]).await;
    assert_eq!(twice.status, StatusCode::SEE_OTHER);
    let anew = browser.get("/courses/primary/apply").await;
    assert_eq!(anew.heading(), "核对后报名");
}

#[tokio::test]
async fn who_is_not_eligible_reads_why_and_gets_no_seat() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    // a promotion without the level below
    let page = ready(&browser, "13812345678", ID, "higher").await;
    assert!(
        page.text().contains("现在不能用补贴参加"),
        "{}",
        page.text()
    );
    assert!(
        page.all(".rules .fail")
            .iter()
            .any(|line| line.contains("二（二）2 ¶1"))
    );
    assert!(
        page.attribute("input[name=key]", "value").is_none(),
        "there is nothing to press"
    );
    let forced = browser
        .post("/courses/higher/apply", &[("key", "made-up")])
        .await;
    assert_eq!(forced.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(forced.heading(), "核对后报名");
    assert_eq!(seats_taken(&city, "higher").await, 0);
}

#[tokio::test]
async fn nobody_reads_or_cancels_the_application_of_another() {
    let city = TestCity::open().await;
    let owner = Browser::of(&city);
    let page = ready(&owner, "13812345678", ID, "primary").await;
    let receipt = owner
        .post("/courses/primary/apply", &[("key", &key(&page))])
        .await
        .location
        .unwrap();
    let other = Browser::of(&city);
    other.sign_in("13912345678").await;
    for address in [
        receipt.clone(),
        format!("{receipt}/cancel"),
        "/me/applications/'%20or%201=1%20--".to_owned(),
        "/me/applications/%00".to_owned(),
    ] {
        assert_eq!(
            other.get(&address).await.status,
            StatusCode::NOT_FOUND,
            "{address}"
        );
    }
    assert_eq!(
        other.post(&format!("{receipt}/cancel"), &[]).await.status,
        StatusCode::NOT_FOUND
    );
    let nobody = Browser::of(&city).get(&receipt).await;
    assert_eq!(nobody.status, StatusCode::SEE_OTHER);
    assert!(nobody.location.unwrap().starts_with("/sign-in"));
    assert_eq!(seats_taken(&city, "primary").await, 1);
}

async fn seats_taken(city: &TestCity, course: &str) -> i32 {
    let placed = city.state.database.course(course).await.unwrap();
    placed.unwrap().course.seats_taken
}
