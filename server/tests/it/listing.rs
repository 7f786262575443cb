//! The list page of a city with three districts: filters that are chosen or read out of the words, and what an empty list offers.

use axum::http::StatusCode;
use chrono::NaiveDate;
use policy::Level;
use scraper::{Html, Selector};
use server::db::change::ChangeKind;
use server::db::course::{Course, Mode};
use server::db::institution::Institution;
use server::db::place::District;

use crate::browser::{Browser, Shown};
use crate::city::{DISTRICT, LIBRARIAN, TestCity};

/// Lies at the sea; its courses meet at weekends only.
const LUSHUN: &str = "210212";
/// Lies in the middle; one of its courses began long ago.
const ZHONGSHAN: &str = "210202";

/// Two districts that one word means, 开发区.
const ZONE: &str = "210292";
const JINZHOU: &str = "210213";

/// Id, level, how it meets, and where and when a course starts.
type Held = (&'static str, u8, Mode, &'static str, (i32, u32, u32));

const COURSES: [Held; 3] = [
    ("sea", 4, Mode::Weekend, LUSHUN, (2026, 12, 12)),
    ("middle", 5, Mode::Daytime, ZHONGSHAN, (2027, 1, 4)),
    ("past", 5, Mode::Daytime, ZHONGSHAN, (2026, 10, 10)),
];

/// Returns the small city with two districts more, a school in each, and what is taught there.
async fn wide_city() -> TestCity {
    city_with(Vec::new()).await
}

/// Returns the same city with these schools besides, each with one course.
async fn city_with(schools: Vec<String>) -> TestCity {
    let city = TestCity::open().await;
    let database = &city.state.database;
    let own = database.districts().await.unwrap().remove(0);
    let school = database.institution("school").await.unwrap().unwrap();
    let course = database.course("primary").await.unwrap().unwrap().course;
    let now = city.state.clock.now();
    let widened = database.write(move |transaction| {
        Box::pin(async move {
            for (code, name, centre) in [
                (DISTRICT, "甘井子区", (38.95, 121.53)),
                (LUSHUN, "旅顺口区", (38.85, 121.26)),
                (ZHONGSHAN, "中山区", (38.92, 121.64)),
                (ZONE, "金普新区", (39.05, 121.78)),
                (JINZHOU, "金州区", (39.05, 121.78)),
            ] {
                let district = District {
                    code: code.to_owned(),
                    name: name.to_owned(),
                    latitude: Some(centre.0),
                    longitude: Some(centre.1),
                    ..own.clone()
                };
                transaction.put_district(&district).await?;
                if code != DISTRICT {
                    let school = Institution {
                        id: format!("school-{code}"),
                        name: format!("示例{name}学校"),
                        district: code.to_owned(),
                        ..school.clone()
                    };
                    transaction.put_institution(&school).await?;
                }
            }
            for (id, level, mode, district, (year, month, day)) in COURSES {
                let start = NaiveDate::from_ymd_opt(year, month, day).unwrap();
                let course = Course {
                    id: id.to_owned(),
                    title: format!("电工班{id}"),
                    level: Level::new(level).ok(),
                    mode,
                    institution: Some(format!("school-{district}")),
                    starts_on: start,
                    ends_on: start + chrono::Days::new(100),
                    apply_until: start - chrono::Days::new(4),
                    ..course.clone()
                };
                transaction.put_course(&course).await?;
            }
            for id in schools {
                let school = Institution {
                    name: format!("示例{id}学校"),
                    id: id.clone(),
                    ..school.clone()
                };
                transaction.put_institution(&school).await?;
                let course = Course {
                    id: format!("at-{id}"),
                    institution: Some(id),
                    ..course.clone()
                };
                transaction.put_course(&course).await?;
            }
            transaction.publish_all(ChangeKind::Place, now).await
        })
    });
    widened.await.unwrap();
    city.catch_up().await;
    city
}

/// Returns the values of an attribute of all that a selector finds.
fn attributes(page: &Shown, selector: &str, name: &str) -> Vec<String> {
    Html::parse_document(&page.html)
        .select(&Selector::parse(selector).unwrap())
        .filter_map(|element| element.attr(name).map(str::to_owned))
        .collect()
}

/// Returns the text of the link to an address, which must stand on the page.
fn link(page: &Shown, is_it: impl Fn(&str) -> bool) -> String {
    let parsed = Html::parse_document(&page.html);
    let links = Selector::parse("main a").unwrap();
    let words: Vec<String> = parsed
        .select(&links)
        .map(|link| link.text().collect::<String>())
        .collect();
    let found = parsed
        .select(&links)
        .find(|link| is_it(link.text().collect::<String>().trim()));
    found
        .and_then(|link| link.attr("href"))
        .unwrap_or_else(|| panic!("no such link among {words:?}"))
        .to_owned()
}

fn total(page: &Shown) -> String {
    page.all("h2.count").remove(0)
}

/// Returns what the filters' form sends, as it stands on the page.
fn form(page: &Shown) -> Vec<(String, String)> {
    let parsed = Html::parse_document(&page.html);
    let inputs = Selector::parse("form.filters-body input").unwrap();
    parsed
        .select(&inputs)
        .filter(|input| input.attr("type") != Some("checkbox") || input.attr("checked").is_some())
        .map(|input| {
            let of = |name| input.attr(name).unwrap_or_default().to_owned();
            (of("name"), of("value"))
        })
        .collect()
}

/// Sends the filters' form and opens the page to which it leads.
async fn send(browser: &Browser<'_>, fields: &[(String, String)]) -> (String, Shown) {
    let pairs = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    let address = format!("/find?{}", app::query::Query::encode(pairs));
    let sent = browser.get(&address).await;
    match sent.location.clone() {
        Some(clean) => {
            assert_eq!(sent.status, StatusCode::SEE_OTHER);
            let page = browser.get(&clean).await;
            (clean, page)
        }
        None => (address, sent),
    }
}

#[tokio::test]
async fn an_order_adds_no_district_and_takes_none_away() {
    let city = wide_city().await;
    let browser = Browser::of(&city);
    let near = browser
        .get("/find?kind=course&near=210211&sort=distance")
        .await;
    for order in ["最相关", "开课最早", "自付最少", "最缺人", "离甘井子区近"] {
        let address = link(&near, |words| words == order);
        assert!(!address.contains("district="), "{order}: {address}");
        let page = browser.get(&address).await;
        assert_eq!(total(&page), total(&near), "{order}");
    }
    let chosen = browser
        .get("/find?kind=course&district=210212&district=210202")
        .await;
    let address = link(&chosen, |words| words == "离旅顺口区近");
    let sorted = browser.get(&address).await;
    assert_eq!(total(&sorted), total(&chosen), "{address}");
    assert_eq!(
        attributes(
            &sorted,
            ".filters-body input[name=district][checked]",
            "value"
        ),
        [ZHONGSHAN, LUSHUN]
    );
    assert!(sorted.all("article")[0].contains("旅顺口区"));
    // somebody who wants what lies around takes the districts off and measures on
    let around = browser
        .get("/find?kind=course&near=210212&sort=distance")
        .await;
    assert!(
        around.text().contains("从旅顺口区的区中心"),
        "{}",
        around.text()
    );
    assert!(around.all("article")[1].contains("公里"));
}

#[tokio::test]
async fn filters_read_out_of_the_words_are_ticked_counted_and_can_be_added_to() {
    let city = wide_city().await;
    let browser = Browser::of(&city);
    let read = browser.get("/find?q=甘井子+电工+中级").await;
    assert_eq!(read.all(".filters > summary"), ["筛选（2）"]);
    let ticked = ".filters-body details[open] input[type=checkbox][checked]";
    assert_eq!(attributes(&read, ticked, "value"), [DISTRICT, "4"]);
    link(&read, |words| words == "离甘井子区近");

    let mut fields = form(&read);
    fields.push(("district".to_owned(), LUSHUN.to_owned()));
    let (_, added) = send(&browser, &fields).await;
    let by_boxes = browser
        .get("/find?q=电工&district=210211&district=210212&level=4")
        .await;
    assert_eq!(total(&by_boxes), "共 2 项");
    assert_eq!(added.all("article"), by_boxes.all("article"));
    assert_eq!(
        added.all("a.chip:not(.plain)"),
        by_boxes.all("a.chip:not(.plain)")
    );

    // a box that is cleared stays so
    let without: Vec<_> = form(&read)
        .into_iter()
        .filter(|(name, _)| name != "district")
        .collect();
    let (_, cleared) = send(&browser, &without).await;
    let everywhere = browser.get("/find?q=电工&level=4").await;
    assert_eq!(cleared.all("article"), everywhere.all("article"));
}

#[tokio::test]
async fn what_stands_beside_a_box_is_what_the_list_then_has() {
    let city = wide_city().await;
    let browser = Browser::of(&city);
    for address in [
        "/find?q=电工",
        "/find?q=旅顺+电工",
        "/find?q=周末+电工",
        "/find?q=有哪些培训",
        "/find?q=旅顺有哪些课",
        "/find?q=我想周末上课",
    ] {
        let page = browser.get(address).await;
        let sent = form(&page);
        let parsed = Html::parse_document(&page.html);
        let labels = Selector::parse("form.filters-body label:has(> small)").unwrap();
        let mut boxes = 0;
        for label in parsed.select(&labels) {
            let input = Selector::parse("input").unwrap();
            let input = label.select(&input).next().unwrap();
            let of = |name| input.attr(name).unwrap().to_owned();
            let (name, value) = (of("name"), of("value"));
            let small = Selector::parse("small").unwrap();
            let count: String = label
                .select(&small)
                .flat_map(|small| small.text())
                .collect();
            let mut fields = sent.clone();
            fields.retain(|(known, _)| *known != name);
            fields.push((name.clone(), value.clone()));
            let (_, list) = send(&browser, &fields).await;
            let told = format!("共 {count} 项");
            assert_eq!(total(&list), told, "{address}: {name}={value}");
            boxes += 1;
        }
        assert!(boxes > 5, "{address}: {boxes}");
    }
}

#[tokio::test]
async fn of_two_districts_that_one_word_means_each_can_be_taken_off() {
    let city = wide_city().await;
    let browser = Browser::of(&city);
    let both = browser.get("/find?q=开发区+学校").await;
    let chips = "a.chip:not(.plain)";
    assert_eq!(both.all(chips), ["金普新区", "金州区"]);
    let one = browser.get(&link(&both, |text| text == "金普新区")).await;
    assert_eq!(one.all(chips), ["金州区"]);
    // 金州 is read out of both words
    let twice = browser.get("/find?q=金州+开发区+学校").await;
    let zone = browser.get(&link(&twice, |text| text == "金州区")).await;
    assert_eq!(zone.all(chips), ["金普新区"]);
    let none = browser.get(&link(&one, |text| text == "金州区")).await;
    assert_eq!(none.all(chips), [""; 0]);
    assert_eq!(none.all("h1"), ["“学校”的搜索结果"]);
}

#[tokio::test]
async fn what_is_lost_with_a_word_stays_only_where_it_finds_something() {
    let city = wide_city().await;
    let browser = Browser::of(&city);
    let both = browser.get("/find?q=开发区+电工").await;
    assert_eq!(both.all("a.chip:not(.plain)"), ["金普新区", "金州区"]);
    let everywhere = link(&both, |text| text == "金州区");
    assert_eq!(everywhere, "/find?q=%E7%94%B5%E5%B7%A5");
}

#[tokio::test]
async fn characters_that_nobody_sees_are_no_part_of_what_was_typed() {
    let city = wide_city().await;
    let browser = Browser::of(&city);
    for typed in [
        "\u{202e}电工",
        "\u{200b}电\u{7}工\u{2069}",
        "\u{feff}电工\u{ad}",
    ] {
        let asked = app::query::Query::encode([("q", typed), ("kind", "course")]);
        let list = browser.get(&format!("/find?{asked}")).await;
        let clean = "/find?q=%E7%94%B5%E5%B7%A5&kind=course";
        assert_eq!(list.location.as_deref(), Some(clean), "{typed:?}");
    }
    let parted = browser
        .get("/find?q=%E7%94%B5%E5%B7%A5%09%E6%97%85%E9%A1%BA")
        .await;
    let blank = "/find?q=%E7%94%B5%E5%B7%A5+%E6%97%85%E9%A1%BA";
    assert_eq!(parted.location.as_deref(), Some(blank));
    let nothing = browser.get("/find?q=%E2%80%AE").await;
    assert_eq!(nothing.location.as_deref(), Some("/find"));
    // they join the parts of one picture and of one word
    for typed in ["👩\u{200d}🍳", "C++ 电\u{200c}工"] {
        let asked = app::query::Query::encode([("q", typed)]);
        let list = browser.get(&format!("/find?{asked}")).await;
        assert_eq!(list.location, None, "{typed:?}");
    }
    let asked = app::query::Query::encode([("q", "旅顺 \u{202e}电工")]);
    let offers = city.get(&format!("/api/v1/suggest?{asked}")).await.json();
    assert_eq!(offers[0]["text"], "旅顺 电工");
}

#[tokio::test]
async fn a_suggestion_tells_by_which_name_it_was_found_and_how_much_is_open() {
    let city = wide_city().await;
    let first = async |typed: &str| {
        let address = format!(
            "/api/v1/suggest?{}",
            app::query::Query::encode([("q", typed)])
        );
        city.get(&address).await.json()[0].clone()
    };
    let plain = first("电工").await;
    assert!(plain["called"].is_null(), "its own name is seen");
    assert_eq!(plain["open"], 5);
    let narrowed = first("旅顺 电工").await;
    assert_eq!(
        (&narrowed["text"], &narrowed["open"]),
        (&"旅顺 电工".into(), &serde_json::Value::Null)
    );
    let called = first("electrician").await;
    assert_eq!(
        (&called["text"], &called["called"]),
        (&"电工".into(), &"electrician".into())
    );
}

#[tokio::test]
async fn where_no_name_is_near_the_most_wanted_occupations_are_offered() {
    let city = wide_city().await;
    let browser = Browser::of(&city);
    let nonsense = browser.get("/find?q=zzzzqqqq").await;
    assert!(
        nonsense.text().contains("紧缺又有补贴的职业"),
        "{}",
        nonsense.text()
    );
    assert!(nonsense.all("article")[0].contains("电工"));
    let near = browser.get("/find?q=diangongqqq").await;
    assert!(!near.text().contains("紧缺又有补贴"), "{}", near.text());
}

#[tokio::test]
async fn an_empty_list_offers_to_drop_what_was_read_out_of_the_words() {
    let city = wide_city().await;
    let browser = Browser::of(&city);
    let empty = browser.get("/find?kind=course&q=旅顺+电工+晚上").await;
    assert_eq!(total(&empty), "共 0 项");
    assert!(!empty.text().contains("换个说法"), "{}", empty.text());
    // three courses in the evening, one at the sea, and the occupation that tells neither place nor time
    let offers = empty.all("main ul.links a");
    assert_eq!(
        offers,
        ["不限上课时间：1 项", "不限区市县：3 项", "不限类别：1 项",]
    );
    for (words, count) in [
        ("不限上课时间：1 项", "共 1 项"),
        ("不限区市县：3 项", "共 3 项"),
    ] {
        let page = browser.get(&link(&empty, |text| text == words)).await;
        assert_eq!(total(&page), count);
    }
}

#[tokio::test]
async fn who_asks_for_money_and_finds_nothing_is_led_to_the_checker() {
    let city = wide_city().await;
    for (address, checker) in [("/find?q=补贴", "/check"), ("/en/find?q=补贴", "/en/check")] {
        let empty = Browser::of(&city).get(address).await;
        let way = empty.attribute(&format!("main .panel a[href={checker:?}]"), "href");
        assert!(way.is_some(), "{}", empty.text());
    }
}

#[tokio::test]
async fn where_one_filter_fewer_is_not_enough_several_are_dropped_and_named() {
    let city = wide_city().await;
    let browser = Browser::of(&city);
    // at the sea there is neither a course of this level nor one by day
    let empty = browser
        .get("/find?kind=course&q=电工&district=210212&level=5&mode=online&open=true")
        .await;
    assert_eq!(total(&empty), "共 0 项");
    let text = empty.text();
    assert!(!text.contains("换个说法"), "{text}");
    assert!(text.contains("少任何一个条件也没有"), "{text}");
    let offers = empty.all("main ul.links a");
    assert_eq!(offers[0], "去掉上课时间、职业等级：1 项", "{offers:?}");
    let address = link(&empty, |words| words == offers[0]);
    assert!(address.contains("q=%E7%94%B5%E5%B7%A5"), "{address}");
    assert!(
        address.contains("open=true"),
        "what did not stand in the way stays: {address}"
    );
    assert_eq!(total(&browser.get(&address).await), "共 1 项");

    // of many conditions only those are dropped that nothing fulfils, or that keep the others from being fulfilled
    let many = browser
        .get("/find?kind=course&q=电工&district=210212&level=1&mode=online&month=2026-12&programme=employment_skills&open=true")
        .await;
    assert_eq!(
        many.all("main ul.links a")[0],
        "去掉上课时间、职业等级：1 项"
    );
}

#[tokio::test]
async fn the_words_themselves_are_offered_for_dropping_last() {
    let city = wide_city().await;
    let browser = Browser::of(&city);
    let empty = browser.get("/find?q=zzzzqqqq&district=210212").await;
    assert!(empty.text().contains("换个说法"), "{}", empty.text());
    assert_eq!(
        empty.all("main ul.links a"),
        ["不用“zzzzqqqq”这个词，只按其余条件找：2 项"]
    );
    let english = browser.get("/en/find?q=zzzzqqqq&district=210212").await;
    link(&english, |words| {
        words == "Without the words “zzzzqqqq”, by the other conditions alone: 2"
    });
}

#[tokio::test]
async fn a_list_of_occupations_alone_says_that_there_is_no_such_course() {
    let city = wide_city().await;
    let browser = Browser::of(&city);
    let list = browser.get("/find?q=旅顺+电工+晚上").await;
    assert_eq!(total(&list), "共 1 项");
    assert!(
        list.text().contains("眼下没有符合这些条件的课程"),
        "{}",
        list.text()
    );
    let address = link(&list, |words| words == "不限上课时间：1 门可报名");
    let courses = browser.get(&address).await;
    assert_eq!(total(&courses), "共 1 项");
    assert!(courses.all("article")[0].contains("电工班sea"));
    let some = browser.get("/find?q=旅顺+电工+周末").await;
    assert!(!some.text().contains("眼下没有符合"), "{}", some.text());
    let untaught = browser.get("/find?q=旅顺+图书馆管理员").await;
    assert!(
        untaught.text().contains("眼下没有符合这些条件的课程"),
        "{}",
        untaught.text()
    );
}

#[tokio::test]
async fn a_list_without_an_open_course_says_so_and_where_there_are_some() {
    let city = wide_city().await;
    let browser = Browser::of(&city);
    let closed = "这样的课程眼下都不能报名";
    for address in [
        "/find?q=中山+电工&month=2026-10",
        "/find?kind=course&district=210202&month=2026-10",
    ] {
        let list = browser.get(address).await;
        assert_eq!(total(&list), "共 1 项", "{address}");
        assert!(list.text().contains(closed), "{}", list.text());
        let open = link(&list, |words| words == "不限开课月份：1 门可报名");
        let courses = browser.get(&open).await;
        assert_eq!(total(&courses), "共 1 项", "{open}");
        assert!(courses.all("article")[0].contains("电工班middle"));
    }
    for address in [
        "/find?q=中山+电工",
        "/find?kind=course&month=2027-01",
        "/find?q=电工",
    ] {
        let list = browser.get(address).await;
        assert!(!list.text().contains("眼下"), "{address}: {}", list.text());
    }
    let english = browser.get("/en/find?q=中山+电工&month=2026-10").await;
    link(&english, |words| {
        words == "Without “Month of start”: 1 open"
    });
}

#[tokio::test]
async fn an_open_course_of_another_occupation_does_not_stand_for_the_first_hit() {
    let city = wide_city().await;
    let database = &city.state.database;
    let sea = database.course("sea").await.unwrap().unwrap().course;
    let now = city.state.clock.now();
    let written = database.write(move |transaction| {
        Box::pin(async move {
            let course = Course {
                id: "books".to_owned(),
                title: "图书与电工班".to_owned(),
                occupation: Some(LIBRARIAN.to_owned()),
                level: Some(Level::PRIMARY),
                ..sea
            };
            transaction.put_course(&course).await?;
            transaction.publish_all(ChangeKind::Course, now).await
        })
    });
    written.await.unwrap();
    city.catch_up().await;
    let browser = Browser::of(&city);
    let list = browser.get("/find?q=旅顺+电工+初级").await;
    assert!(list.all("article")[1].contains("图书与电工班"));
    assert!(
        list.text().contains("眼下没有这样的“电工”课程可报名"),
        "{}",
        list.text()
    );
    let courses = browser
        .get(&link(&list, |words| words.starts_with("不限职业等级：")))
        .await;
    assert_eq!(total(&courses), "共 1 项");
    assert!(courses.all("article")[0].contains("电工班sea"));
    let some = browser.get("/find?q=旅顺+电工").await;
    assert!(!some.text().contains("眼下没有这样"), "{}", some.text());
}

#[tokio::test]
async fn a_page_beyond_the_last_keeps_what_was_asked_and_leads_back() {
    let city = wide_city().await;
    let browser = Browser::of(&city);
    let beyond = browser
        .get("/find?q=电工&kind=course&district=210211&page=9")
        .await;
    assert_eq!(beyond.status, StatusCode::NOT_FOUND);
    assert_eq!(
        beyond
            .attribute("input[type=search], input#q", "value")
            .as_deref(),
        Some("电工")
    );
    assert_eq!(
        attributes(&beyond, ".filters-body input[checked]", "value"),
        [DISTRICT]
    );
    assert!(beyond.text().contains("只有 1 页"), "{}", beyond.text());
    let address = link(&beyond, |words| words == "到第 1 页");
    let last = browser.get(&address).await;
    assert_eq!(last.status, StatusCode::OK);
    assert_eq!(total(&last), total(&beyond));
    let nothing = browser.get("/find?q=zzzzqqqq&page=9").await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    assert!(nothing.text().contains("换个说法"), "{}", nothing.text());
}

#[tokio::test]
async fn the_filters_form_leaves_no_blanks_in_the_address() {
    let city = wide_city().await;
    let browser = Browser::of(&city);
    let list = browser.get("/find?q=电工&district=210211&page=1").await;
    let fields = form(&list);
    assert!(fields.iter().all(|(name, _)| name != "page"), "{fields:?}");
    let (address, page) = send(&browser, &fields).await;
    assert_eq!(address, "/find?q=%E7%94%B5%E5%B7%A5&district=210211");
    assert_eq!(page.status, StatusCode::OK);
    let twice = browser
        .get("/find?level=4&district=210211&level=4&level=5")
        .await;
    assert_eq!(
        twice.location.as_deref(),
        Some("/find?level=4&district=210211&level=5")
    );
    let english = browser.get("/en/find?q=&from=&level=4").await;
    assert_eq!(english.location.as_deref(), Some("/en/find?level=4"));
    let bare = browser.get("/find?q=").await;
    assert_eq!(bare.location.as_deref(), Some("/find"));
}

#[tokio::test]
async fn several_filters_can_be_cleared_at_once() {
    let city = wide_city().await;
    let browser = Browser::of(&city);
    let is_it = |words: &str| words == "清除全部筛选";
    let two = browser
        .get("/find?q=甘井子+电工&kind=course&level=4&sort=start")
        .await;
    assert_eq!(
        link(&two, is_it),
        "/find?q=%E7%94%B5%E5%B7%A5&kind=course&sort=start"
    );
    let one = browser.get("/find?q=电工&kind=course&level=4").await;
    assert!(
        !one.text().contains("清除全部筛选"),
        "one is taken off by its chip"
    );
}

#[tokio::test]
async fn months_that_are_over_are_not_offered_unless_they_were_chosen() {
    let city = wide_city().await;
    let browser = Browser::of(&city);
    let months = ".filters-body input[name=month]";
    let list = browser.get("/find?kind=course").await;
    assert_eq!(attributes(&list, months, "value"), ["2026-12", "2027-01"]);
    let chosen = browser.get("/find?kind=course&month=2026-10").await;
    assert_eq!(
        attributes(&chosen, months, "value"),
        ["2026-10", "2026-12", "2027-01"]
    );
    assert_eq!(total(&chosen), "共 1 项");
}

#[tokio::test]
async fn places_that_are_not_listed_are_found_by_their_name() {
    let hint = "其余的，请在上面的搜索框里写它的名称";
    let few = wide_city().await;
    let page = Browser::of(&few).get("/find?kind=course").await;
    assert!(!page.text().contains(hint), "{}", page.text());
    let many = city_with((0..40).map(|number| format!("s{number}")).collect()).await;
    let browser = Browser::of(&many);
    let page = browser.get("/find?kind=course").await;
    assert!(page.text().contains(hint), "{}", page.text());
    let english = browser.get("/en/find?kind=course").await;
    assert!(
        english
            .text()
            .contains("type its name into the search box above")
    );
}

#[tokio::test]
async fn page_and_api_refuse_the_same_days() {
    let city = wide_city().await;
    for days in [
        "from=-0001-01-01",
        "to=%2B12026-01-01",
        "from=2026-12-02&to=2026-12-01",
    ] {
        let page = city.get(&format!("/find?kind=course&{days}")).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{days}");
        let told = city
            .get(&format!("/api/v1/search?kind=course&{days}"))
            .await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY, "{days}");
        let name = days.split('=').next().unwrap();
        let pointer = if days.contains('&') {
            "?to".to_owned()
        } else {
            format!("?{name}")
        };
        assert_eq!(told.pointers(), [pointer], "{days}");
    }
    let one_day = "from=2026-12-12&to=2026-12-12";
    assert_eq!(
        city.get(&format!("/find?{one_day}")).await.status,
        StatusCode::OK
    );
    assert_eq!(
        city.get(&format!("/api/v1/search?{one_day}")).await.status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn who_asks_for_a_kind_of_thing_can_switch_to_another() {
    let city = wide_city().await;
    let browser = Browser::of(&city);
    let page = browser.get("/find?q=甘井子+培训机构").await;
    assert_eq!(page.all("article h3"), ["示例技工学校"]);
    assert_eq!(page.all("a.chip:not(.plain)"), ["甘井子区", "机构"]);
    assert_eq!(page.all("a.chip[aria-current]"), ["机构 1", "最相关"]);
    let all = attributes(&page, "nav a.chip.plain", "href").remove(0);
    let other = attributes(&page, "nav a.chip.plain", "href").remove(2);
    assert_eq!(all, format!("/find?district={DISTRICT}"));
    assert_eq!(other, format!("/find?kind=course&district={DISTRICT}"));
    let courses = browser.get(&other).await;
    assert!(courses.all("article h3").len() > 1);
    let boxes = attributes(&page, ".filters-body input[name=kind]", "value");
    assert_eq!(boxes, ["institution"], "filters keep the kind");
    for address in ["/find?q=免费培训班", "/find?q=培训机构&kind=institution"] {
        let page = browser.get(address).await;
        assert_eq!(attributes(&page, "nav a.chip.plain", "href")[0], "/find");
    }
}
