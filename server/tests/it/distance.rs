//! Sorting by distance, in the API and on the list page: from district to district, and nobody's position is kept.

use std::io::Write;
use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use server::db::base::Base;
use server::db::change::ChangeKind;
use server::db::course::Course;
use server::db::place::District;
use tracing_subscriber::fmt::MakeWriter;

use crate::browser::Browser;
use crate::city::{Answer, DISTRICT, TestCity};

/// Code, name and centre of a district.
type Place = (&'static str, &'static str, Option<(f64, f64)>);

/// Far away, the next one, and where no centre is known; in the middle lies the city's own district.
const PLACES: [Place; 3] = [
    ("210283", "庄河市", Some((39.680843, 122.967424))),
    ("210202", "中山区", Some((38.918574, 121.644926))),
    ("210297", "开发区", None),
];

/// Returns the small city with a base and a slot in each of three more districts.
async fn wide_city() -> TestCity {
    let city = TestCity::open().await;
    let database = &city.state.database;
    let own = database.districts().await.unwrap().remove(0);
    let base = database.base("base").await.unwrap().unwrap();
    let slot = database.course("slot").await.unwrap().unwrap().course;
    let now = city.state.clock.now();
    let widened = database.write(move |transaction| {
        Box::pin(async move {
            let own = District {
                latitude: Some(38.953343),
                longitude: Some(121.525466),
                ..own
            };
            transaction.put_district(&own).await?;
            for (code, name, centre) in PLACES {
                let district = District {
                    code: code.to_owned(),
                    name: name.to_owned(),
                    latitude: centre.map(|(latitude, _)| latitude),
                    longitude: centre.map(|(_, longitude)| longitude),
                    ..own.clone()
                };
                transaction.put_district(&district).await?;
                let base = Base {
                    id: format!("base-{code}"),
                    district: code.to_owned(),
                    ..base.clone()
                };
                transaction.put_base(&base).await?;
                let slot = Course {
                    id: format!("slot-{code}"),
                    base: Some(base.id),
                    ..slot.clone()
                };
                transaction.put_course(&slot).await?;
            }
            transaction.publish_all(ChangeKind::Place, now).await
        })
    });
    widened.await.unwrap();
    city.catch_up().await;
    city
}

fn districts(found: &Answer) -> Vec<String> {
    let found = found.json();
    let hits = found["hits"].as_array().unwrap();
    hits.iter()
        .map(|hit| hit["districts"][0].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn the_nearest_district_comes_first_and_an_unknown_one_last() {
    let city = wide_city().await;
    let bases = |rest: &str| format!("/api/v1/search?kind=base&sort=distance&{rest}");
    let found = city.get(&bases("near=210202")).await;
    assert_eq!(districts(&found), ["210202", DISTRICT, "210283", "210297"]);
    let hits = found.json()["hits"].clone();
    assert_eq!(hits[0]["distance_km"], 0.0);
    let next = hits[1]["distance_km"].as_f64().unwrap();
    assert!((10.0..12.0).contains(&next), "{next}");
    assert!(hits[3]["distance_km"].is_null());
    let from_the_far_end = city.get(&bases("near=39.7,123.0")).await;
    assert_eq!(
        districts(&from_the_far_end),
        ["210283", "210202", DISTRICT, "210297"]
    );
    let by_words = city.get("/api/v1/search?kind=base&near=210202").await;
    assert!(by_words.json()["hits"][0]["distance_km"].is_number());
    let csv = city.get(&bases("near=210202&format=csv")).await.text();
    assert!(csv.lines().next().unwrap().contains("distance_km"), "{csv}");
}

#[tokio::test]
async fn what_distance_is_measured_from_has_to_be_said() {
    let city = wide_city().await;
    for address in [
        "/api/v1/search?sort=distance",
        "/api/v1/search?sort=distance&near=",
        "/api/v1/search?sort=distance&near=210299",
        "/api/v1/search?sort=distance&near=210297",
        "/api/v1/search?near=38.9",
        "/api/v1/search?near=38.9,121.6,1",
        "/api/v1/search?near=91,121.6",
        "/api/v1/search?near=NaN,121.6",
        "/api/v1/search?near=38.9,181",
        "/api/v1/search?near=,",
    ] {
        let refused = city.get(address).await;
        assert_eq!(
            refused.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{address}"
        );
        assert_eq!(refused.pointers(), ["?near"], "{address}");
        assert!(refused.text().contains("38.9,121.6"), "{}", refused.text());
    }
}

#[tokio::test]
async fn the_list_offers_distance_where_a_district_is_chosen() {
    let city = wide_city().await;
    let browser = Browser::of(&city);
    let anywhere = browser.get("/find?kind=base").await;
    assert_eq!(anywhere.attribute("a[href*=distance]", "href"), None);
    assert_eq!(
        anywhere.all("button#nearest[hidden]").len(),
        1,
        "a script shows it where the device tells its place"
    );
    assert!(
        anywhere.html.contains("210202,38.919,121.645"),
        "the device measures from the centres by itself"
    );
    let chosen = browser.get("/find?kind=base&district=210202").await;
    let offer = chosen.attribute("a[href*=distance]", "href").unwrap();
    assert_eq!(
        offer,
        "/find?kind=base&district=210202&near=210202&sort=distance"
    );
    assert_eq!(browser.get(&offer).await.all("article").len(), 1);
    let sorted = browser
        .get("/find?kind=base&near=210202&sort=distance")
        .await;
    assert!(sorted.text().contains("按区中心估算"), "{}", sorted.text());
    let cards = sorted.all("article");
    assert!(!cards[0].contains("公里"), "{cards:?}");
    assert!(cards[1].contains("约 11 公里"), "{cards:?}");
    assert!(cards[2].contains("约 142 公里"), "{cards:?}");
    assert!(!cards[3].contains("公里"), "{cards:?}");
    assert_eq!(
        sorted.attribute("a[href*='sort=start']", "href").unwrap(),
        "/find?kind=base&near=210202&sort=start",
        "another order filters by no district, and measures on"
    );

    let unsaid = browser.get("/find?sort=distance").await;
    assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unsaid.text().contains("先选从哪个区市县算起"));
    let position = browser.get("/en/find?sort=distance&near=38.9,121.6").await;
    assert_eq!(
        position.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a page's address holds no position"
    );
}

/// Collects what is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn a_position_stands_in_no_line_of_the_log() {
    let city = wide_city().await;
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(log.clone())
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    for status in [200, 422] {
        let rest = if status == 200 { "" } else { "&page=0" };
        let address = format!("/api/v1/search?sort=distance&near=38.12345,121.54321{rest}");
        assert_eq!(city.get(&address).await.status, status);
    }
    drop(guard);
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert_eq!(log.matches("/api/v1/search").count(), 2, "{log}");
    assert!(!log.contains("12345") && !log.contains("54321"), "{log}");
}
