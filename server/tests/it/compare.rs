//! Up to three courses beside each other, from the list to the comparison.

use axum::http::StatusCode;

use crate::browser::Browser;
use crate::city::TestCity;

async fn course_ids(city: &TestCity) -> Vec<String> {
    let found = city
        .get("/api/v1/search?kind=course&per_page=100")
        .await
        .json();
    let hits = found["hits"].as_array().unwrap();
    hits.iter()
        .map(|hit| hit["id"].as_str().unwrap().to_owned())
        .collect()
}

fn address(ids: &[String]) -> String {
    let ids: Vec<_> = ids.iter().map(|id| format!("course={id}")).collect();
    format!("/compare?{}", ids.join("&"))
}

#[tokio::test]
async fn courses_stand_beside_each_other_and_can_be_taken_out() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    let ids = course_ids(&city).await;
    let two = browser.get(&address(&ids[..2])).await;
    assert_eq!(two.status, StatusCode::OK);
    assert_eq!(two.all("table.compare thead th").len(), 2);
    for row in two.all("table.compare tbody th") {
        assert!(!row.is_empty());
    }
    assert!(two.text().contains("再加一门"));
    let without = two
        .attribute("table.compare thead a.target", "href")
        .unwrap();
    let one = browser.get(&without).await;
    assert_eq!(one.all("table.compare thead th").len(), 1);
    let none = browser.get("/compare").await;
    assert_eq!(none.status, StatusCode::OK);
    assert!(none.all("table").is_empty() && none.text().contains("去选课程"));
}

#[tokio::test]
async fn what_does_not_exist_and_what_is_too_much_is_said_and_the_rest_shown() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    let ids = course_ids(&city).await;
    let unknown = browser
        .get(&format!("{}&course=no-such-course", address(&ids[..1])))
        .await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.text().contains("no-such-course"));
    assert_eq!(unknown.all("table.compare thead th").len(), 1);
    if ids.len() > 3 {
        let many = browser.get(&address(&ids[..4])).await;
        assert_eq!(many.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(many.all("table.compare thead th").len(), 3);
        // what found no room comes in when one is taken out
        let without = many
            .attribute("table.compare thead a.target", "href")
            .unwrap();
        assert_eq!(without, address(&ids[1..4]));
        let three = browser.get(&without).await;
        assert_eq!(three.status, StatusCode::OK);
        assert_eq!(three.all("table.compare thead th").len(), 3);
    }
    let twice = browser
        .get(&address(&[ids[0].clone(), ids[0].clone()]))
        .await;
    assert_eq!(twice.all("table.compare thead th").len(), 1);
}

#[tokio::test]
async fn a_tick_is_kept_through_filters_and_pages() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    let ids = course_ids(&city).await;
    let list = browser
        .get(&format!("/find?kind=course&compare={}", ids[0]))
        .await;
    let ticked = format!("input[form=compare][value=\"{}\"][checked]", ids[0]);
    assert!(list.attribute(&ticked, "name").is_some());
    let kept = list.attribute("form.filters-body input[name=compare]", "value");
    assert_eq!(kept.as_deref(), Some(ids[0].as_str()));
    // where it is not listed it goes along unseen
    let elsewhere = browser
        .get(&format!("/find?q=zzzzqqqq&compare={}", ids[0]))
        .await;
    let hidden = elsewhere.attribute("form#compare input[type=hidden]", "value");
    assert_eq!(hidden.as_deref(), Some(ids[0].as_str()));
}

#[tokio::test]
async fn months_and_places_can_be_chosen_among_the_filters() {
    let city = TestCity::open().await;
    let browser = Browser::of(&city);
    let list = browser.get("/find?kind=course").await;
    for filter in ["month", "place"] {
        let value = list
            .attribute(&format!("input[type=checkbox][name={filter}]"), "value")
            .unwrap_or_else(|| panic!("no {filter} to choose"));
        let chosen = browser
            .get(&format!("/find?kind=course&{filter}={value}"))
            .await;
        assert_eq!(chosen.status, StatusCode::OK);
        assert!(!chosen.all(".stub").is_empty(), "{filter} {value}");
        let ticked = format!("input[type=checkbox][name={filter}][value=\"{value}\"][checked]");
        assert!(
            chosen.attribute(&ticked, "name").is_some(),
            "{filter} {value}"
        );
    }
    let wrong = browser.get("/find?month=2026-13").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text().contains("2026-13"));
}
