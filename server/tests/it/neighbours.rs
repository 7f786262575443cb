//! What a list says of occupations that are not called as asked, or not subsidised: their group, and their neighbours.

use policy::Level;
use server::db::catalogue::CatalogueEntry;
use server::db::change::ChangeKind;
use server::db::occupation::Occupation;

use crate::browser::{Browser, Shown};
use crate::city::{ELECTRICIAN, TestCity};

const BEAUTICIAN: &str = "4-10-03-01";
const HAIRDRESSER: &str = "4-10-03-02";
/// In no catalogue.
const MANICURIST: &str = "4-10-03-03";
const GROUP: &str = "美容美发和浴池服务人员";

/// Returns the small city with a minor group of three occupations besides, two of them subsidised.
async fn city_of_beauty() -> TestCity {
    let city = TestCity::open().await;
    let database = &city.state.database;
    let own = database.occupation(ELECTRICIAN).await.unwrap();
    let (own, now) = (own.unwrap(), city.state.clock.now());
    let entries = database.catalogue_entries("sample").await.unwrap();
    let written = database.write(move |transaction| {
        Box::pin(async move {
            for (code, name) in [
                (BEAUTICIAN, "美容师"),
                (HAIRDRESSER, "美发师"),
                (MANICURIST, "美甲师"),
            ] {
                let occupation = Occupation {
                    code: code.to_owned(),
                    name: name.to_owned(),
                    minor_group: Some("4-10-03".to_owned()),
                    minor_group_name: Some(GROUP.to_owned()),
                    ..own.clone()
                };
                transaction.put_occupation(&occupation).await?;
                let level = Level::PRIMARY;
                transaction
                    .put_occupation_level("2022", code, level)
                    .await?;
                if code != MANICURIST {
                    let entry = CatalogueEntry {
                        occupation: code.to_owned(),
                        ..entries[0].clone()
                    };
                    transaction.put_catalogue_entry(&entry).await?;
                }
            }
            transaction.publish_all(ChangeKind::Occupation, now).await
        })
    });
    written.await.unwrap();
    city.catch_up().await;
    city
}

fn names(page: &Shown) -> Vec<String> {
    page.all("article h3")
}

#[tokio::test]
async fn an_occupation_that_is_found_by_its_group_says_so() {
    let city = city_of_beauty().await;
    let browser = Browser::of(&city);
    let page = browser.get("/find?q=美发&kind=occupation").await;
    assert_eq!(names(&page)[0], "美发师");
    assert_eq!(
        page.all("article .hint"),
        [
            "同类：美容美发和浴池服务人员",
            "同类：美容美发和浴池服务人员"
        ]
    );
    assert_eq!(page.all("article .hint mark"), ["美发", "美发"]);
    let english = browser.get("/en/find?q=美发&kind=occupation").await;
    assert_eq!(
        english.all("article .hint")[0],
        "Same group: 美容美发和浴池服务人员"
    );
    let answer = city
        .get("/api/v1/search?q=%E7%BE%8E%E5%8F%91&kind=occupation")
        .await
        .json();
    assert_eq!(
        answer["hits"][1]["why"],
        serde_json::json!({"by": "about", "text": GROUP})
    );
}

#[tokio::test]
async fn a_school_that_is_found_by_what_it_may_teach_says_so() {
    let city = city_of_beauty().await;
    let browser = Browser::of(&city);
    let page = browser.get("/find?q=电工&kind=institution").await;
    assert_eq!(page.all("article .hint"), ["可培训：电工"]);
    assert_eq!(page.all("article .hint mark"), ["电工"]);
    let english = browser.get("/en/find?q=电工&kind=institution").await;
    assert_eq!(english.all("article .hint"), ["May teach 电工"]);
    // a screen reader is told which words it reads in Chinese
    assert_eq!(english.all("article .hint [lang=zh-Hans] mark"), ["电工"]);
}

#[tokio::test]
async fn what_a_card_shows_anyway_is_no_reason() {
    let city = city_of_beauty().await;
    let browser = Browser::of(&city);
    for address in [
        "/find?q=甘井子&kind=institution&literal=true",
        "/find?q=甘井子&kind=base&literal=true",
        "/find?q=技工学校&kind=course",
    ] {
        let page = browser.get(address).await;
        assert!(!names(&page).is_empty(), "{address}");
        assert_eq!(page.all("article .hint"), [""; 0], "{address}");
    }
}

#[tokio::test]
async fn an_empty_list_offers_the_subsidised_of_the_same_group_first() {
    let city = city_of_beauty().await;
    let browser = Browser::of(&city);
    let empty = browser.get("/find?q=美甲&kind=course").await;
    assert!(
        empty.text().contains("同一小类、有补贴的职业"),
        "{}",
        empty.text()
    );
    assert_eq!(names(&empty), ["美容师", "美发师"]);
    let meant = browser.get("/find?q=美发师&kind=course").await;
    assert!(
        meant.text().contains("搜索词对应、有补贴的职业"),
        "{}",
        meant.text()
    );
    assert_eq!(names(&meant)[0], "美发师");
}

#[tokio::test]
async fn one_character_in_common_is_not_near() {
    let city = city_of_beauty().await;
    let browser = Browser::of(&city);
    let nonsense = browser.get("/find?q=阿斯顿发给").await;
    let text = nonsense.text();
    assert!(text.contains("紧缺又有补贴的职业"), "{text}");
    assert_eq!(names(&nonsense), ["电工"]);
    let similar = browser.get("/find?q=呜呼美发&kind=course").await;
    let text = similar.text();
    assert!(text.contains("字面相近、有补贴的职业"), "{text}");
    assert_eq!(names(&similar), ["美发师"]);
}

#[tokio::test]
async fn a_list_without_a_subsidised_occupation_says_so_and_offers_neighbours() {
    let city = city_of_beauty().await;
    let browser = Browser::of(&city);
    let told = "这里列出的职业眼下都不在补贴目录里";
    let page = browser.get("/find?q=美甲").await;
    assert!(page.text().contains(told), "{}", page.text());
    assert_eq!(names(&page), ["美甲师", "美容师", "美发师"]);
    assert!(page.text().contains("同一小类、有补贴的职业"));
    let english = browser.get("/en/find?q=美甲").await;
    assert!(
        english
            .text()
            .contains("None of the occupations listed here is in the subsidised catalogue"),
        "{}",
        english.text()
    );
    let alone = browser.get("/find?q=图书馆管理员").await;
    assert!(alone.text().contains(told), "{}", alone.text());
    assert_eq!(names(&alone), ["图书馆管理员", "电工"]);
    for address in [
        "/find?q=美发",
        "/find?q=电工",
        "/find?q=阿斯顿发给",
        "/find",
        "/find?q=学校&kind=institution",
        "/find?q=美甲&page=9",
    ] {
        let page = browser.get(address).await;
        assert!(!page.text().contains(told), "{address}: {}", page.text());
    }
}
