//! What people call occupations, as work for an editor; and searches that found nothing.

use app::backend::Role;
use axum::http::StatusCode;
use policy::Coded;
use server::db::change::ChangeKind;
use server::db::synonym::Action;
use server::index::Follower;
use server::words::{Draft, Refused, Unanswered, enter};

use crate::browser::{Browser, Shown};
use crate::city::TestCity;
use crate::databases::fresh;
use crate::staff::{hire, signed_in};
use crate::town::now;

const ELECTRICIAN: &str = "6-31-01-03";
const WORD: &str = "通电老手";

fn draft(action: Action, word: &str, undoes: Option<i64>) -> Draft {
    Draft {
        action,
        word: word.to_owned(),
        occupation: ELECTRICIAN.to_owned(),
        source: "窗口咨询".to_owned(),
        undoes,
    }
}

/// The fields of the form on a page whose button has this name.
fn fields(page: &Shown, button: &str) -> Vec<(String, String)> {
    let html = scraper::Html::parse_document(&page.html);
    let select = |selector: &str| scraper::Selector::parse(selector).unwrap();
    let (forms, hidden, buttons) = (select("form"), select("input"), select("button"));
    let form = html
        .select(&forms)
        .find(|form| {
            form.select(&buttons)
                .any(|one| one.text().collect::<String>() == button)
        })
        .unwrap_or_else(|| panic!("no form has the button {button}: {}", page.text()));
    let step = form.select(&buttons).next().unwrap();
    form.select(&hidden)
        .chain([step])
        .filter_map(|field| {
            let value = field.attr("value").unwrap_or_default();
            Some((field.attr("name")?.to_owned(), value.to_owned()))
        })
        .collect()
}

async fn press(browser: &Browser<'_>, page: &Shown, button: &str) -> Shown {
    let fields = fields(page, button);
    let fields: Vec<_> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let answer = browser.post("/staff/words", &fields).await;
    match &answer.location {
        Some(there) => browser.get(there).await,
        None => answer,
    }
}

async fn first(city: &TestCity, words: &str) -> Option<String> {
    let query = form_urlencoded(words);
    let answer = city
        .get(&format!("/api/v1/search?kind=occupation&q={query}"))
        .await
        .json();
    answer["hits"][0]["id"].as_str().map(str::to_owned)
}

fn form_urlencoded(text: &str) -> String {
    app::query::Query::encode([("", text)])[1..].to_owned()
}

#[tokio::test]
async fn an_editor_adds_a_word_after_seeing_what_it_changes_and_takes_it_back() {
    let city = TestCity::open().await;
    hire(&city, "wang", Role::Editor).await;
    let browser = signed_in(&city, "wang").await;
    let mut follower = Follower::new(city.state.city.clone());
    assert_eq!(first(&city, WORD).await, None);

    let tried = browser
        .post(
            "/staff/words",
            &[
                ("step", "try"),
                ("word", WORD),
                ("occupation", "电工"),
                ("source", "窗口咨询，2026年11月"),
            ],
        )
        .await;
    assert_eq!(tried.status, StatusCode::OK, "{}", tried.text());
    assert!(tried.text().contains("没有职业"), "{}", tried.text());
    assert_eq!(first(&city, WORD).await, None, "trying changes nothing");
    assert!(
        city.state
            .database
            .synonym_edits()
            .await
            .unwrap()
            .is_empty()
    );

    let entered = press(&browser, &tried, "确认生效").await;
    assert!(
        entered.text().contains("加上：通电老手 → 电工"),
        "{}",
        entered.text()
    );
    follower.catch_up().await.unwrap();
    assert_eq!(first(&city, WORD).await.as_deref(), Some(ELECTRICIAN));
    let courses = city
        .get(&format!(
            "/api/v1/search?kind=course&q={}",
            form_urlencoded(WORD)
        ))
        .await
        .json();
    assert!(
        courses["total"].as_u64().unwrap() > 0,
        "courses follow their occupation"
    );

    let tried = press(&browser, &entered, "撤销").await;
    let undone = press(&browser, &tried, "确认生效").await;
    assert!(undone.text().contains("已撤销"), "{}", undone.text());
    follower.catch_up().await.unwrap();
    assert_eq!(first(&city, WORD).await, None);
    let edits = city.state.database.synonym_edits().await.unwrap();
    assert_eq!((edits.len(), edits[1].undoes), (2, Some(1)));
    assert_eq!(edits[0].editor, "wang");
}

#[tokio::test]
async fn every_word_says_where_it_is_from_and_since_when() {
    let city = TestCity::open().await;
    hire(&city, "wang", Role::Editor).await;
    let browser = signed_in(&city, "wang").await;
    let first = browser.get("/staff/words").await.text();
    assert!(first.contains("请用上面的搜索框找"), "{first}");
    let found = format!("/staff/words?q={}", form_urlencoded("月嫂"));
    let page = browser.get(&found).await.text();
    assert!(page.contains("来源：常用说法，2026年11月23日"), "{page}");
}

#[tokio::test]
async fn a_wrong_edit_comes_back_with_what_was_typed() {
    let city = TestCity::open().await;
    hire(&city, "wang", Role::Editor).await;
    let browser = signed_in(&city, "wang").await;
    for (word, occupation, source, told) in [
        ("电", "电工", "s", "2 到 20 个字"),
        ("13800138000", "电工", "s", "证件号、电话或邮箱"),
        (WORD, "电工", "窗口 13800138000", "证件号、电话或邮箱"),
        (WORD, "diangong", "s", "您要找的是不是：6-31-01-03 电工"),
        (WORD, "", "s", "没有这个职业"),
        (WORD, "电工", "", "请写明来源"),
    ] {
        let fields = [
            ("step", "enter"),
            ("word", word),
            ("occupation", occupation),
            ("source", source),
        ];
        let page = browser.post("/staff/words", &fields).await;
        assert_eq!(
            page.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{word} {occupation}"
        );
        assert!(page.text().contains(told), "{told}: {}", page.text());
        assert_eq!(page.attribute("input#word", "value").as_deref(), Some(word));
    }
    assert!(
        city.state
            .database
            .synonym_edits()
            .await
            .unwrap()
            .is_empty()
    );
}

#[tokio::test]
async fn edits_stand_in_their_order_and_are_never_changed() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let enter = |draft| enter(database, draft, "wang", now());
        let before = database.last_change().await.unwrap();
        assert_eq!(
            enter(draft(Action::Add, WORD, None)).await.unwrap(),
            Ok(1),
            "{}",
            fresh.name
        );
        assert_eq!(
            enter(draft(Action::Add, WORD, None)).await.unwrap(),
            Err(Refused::KnownAlready)
        );
        assert_eq!(
            enter(draft(Action::Remove, "没有这词", None))
                .await
                .unwrap(),
            Err(Refused::NotKnown)
        );
        assert_eq!(
            enter(draft(Action::Remove, WORD, Some(1))).await.unwrap(),
            Ok(2)
        );
        let changes = database.changes_after(before, 10).await.unwrap();
        assert_eq!(changes.len(), 2, "what is refused is not published");
        assert!(
            changes
                .iter()
                .all(|change| change.kind == ChangeKind::Synonym)
        );
        let again = draft(Action::Add, "另一个词", None).numbered(2, "li", now());
        let forged = database.write(move |transaction| {
            Box::pin(async move { transaction.add_synonym_edit(&again).await })
        });
        assert!(forged.await.is_err(), "{}", fresh.name);
        assert_eq!(Action::from_code("add"), Some(Action::Add));
    }
}

#[tokio::test]
async fn what_is_often_searched_in_vain_is_proposed_and_can_be_put_aside() {
    let city = TestCity::open().await;
    hire(&city, "wang", Role::Editor).await;
    let browser = signed_in(&city, "wang").await;
    let searches = ["阿斯顿发给", "王小明", "13800138000", "zzzzqqqq"];
    for text in searches {
        for _ in 0..3 {
            city.get(&format!("/find?q={}", form_urlencoded(text)))
                .await;
        }
    }
    city.get(&format!("/find?q={}", form_urlencoded("呜呼哀哉")))
        .await;
    let (unanswered, database) = (&city.state.unanswered, &city.state.database);
    let today = city.state.clock.today();
    assert_eq!(unanswered.write_down(database, today).await.unwrap(), 1);
    let kept = database.unanswered(10).await.unwrap();
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert_eq!((kept[0].text.as_str(), kept[0].asked), ("阿斯顿发给", 3));
    assert_eq!(unanswered.write_down(database, today).await.unwrap(), 0);

    let page = browser.get("/staff/words").await;
    assert!(page.text().contains("阿斯顿发给"), "{}", page.text());
    let aside = press(&browser, &page, "先放一放").await;
    assert!(!aside.text().contains("阿斯顿发给"), "{}", aside.text());
}

/// Searches for each three times, and returns those of them that an editor is shown.
async fn proposed(city: &TestCity, searches: &[&str]) -> Vec<String> {
    for text in searches {
        for _ in 0..3 {
            city.get(&format!("/find?q={}", form_urlencoded(text)))
                .await;
        }
    }
    let (unanswered, database) = (&city.state.unanswered, &city.state.database);
    let today = city.state.clock.today();
    unanswered.write_down(database, today).await.unwrap();
    let kept = database.unanswered(100).await.unwrap();
    let mut texts: Vec<_> = kept.into_iter().map(|one| one.text).collect();
    texts.sort();
    texts
}

#[tokio::test]
async fn one_word_of_letters_that_is_no_name_is_proposed() {
    let city = TestCity::open().await;
    let searches = [
        "Photoshop",
        "excel",
        "word",
        "zhangwei",
        "Li Ming",
        "liming",
        "lixm",
        "xmli",
        "john smith",
        "wang_2000",
        "abc123",
        "zhang.wei",
        "someone@example.org",
        "ab",
        "zzzzqqqq",
        "photoshopillustrator",
    ];
    assert_eq!(
        proposed(&city, &searches).await,
        ["excel", "photoshop", "word"]
    );
}

#[tokio::test]
async fn words_that_begin_with_a_known_one_are_proposed_though_it_begins_with_a_surname() {
    let city = TestCity::open().await;
    let searches = [
        "车床",
        "车床编程",
        "陶艺梅",
        "车床王小明",
        "车小明",
        "高小明",
        "石油王小明",
    ];
    assert_eq!(proposed(&city, &searches).await, ["车床", "车床编程"]);
}

#[tokio::test]
async fn what_only_sounds_like_a_part_of_a_name_is_proposed() {
    let city = TestCity::open().await;
    let searches = ["突书培训", "点弓"];
    let told = city
        .get(&format!("/api/v1/search?q={}", form_urlencoded("突书培训")))
        .await
        .json();
    assert_eq!(told["hits"][0]["why"]["by"], "sound", "{told}");
    assert_eq!(proposed(&city, &searches).await, ["突书培训"]);
}

#[tokio::test]
async fn a_word_that_was_taken_away_is_found_again_once_that_is_undone() {
    let city = TestCity::open().await;
    hire(&city, "wang", Role::Editor).await;
    let browser = signed_in(&city, "wang").await;
    let mut follower = Follower::new(city.state.city.clone());
    follower.catch_up().await.unwrap();
    let shipped = "高压电工证";
    assert_eq!(first(&city, shipped).await.as_deref(), Some(ELECTRICIAN));
    let found = browser
        .get(&format!("/staff/words?q={}", form_urlencoded(shipped)))
        .await;
    let tried = press(&browser, &found, "去掉").await;
    let without = press(&browser, &tried, "确认生效").await;
    follower.catch_up().await.unwrap();
    let why = async || {
        let query = form_urlencoded(shipped);
        let address = format!("/api/v1/search?kind=occupation&q={query}");
        city.get(&address).await.json()["hits"][0]["why"].clone()
    };
    assert_ne!(why().await["text"], shipped);
    let tried = press(&browser, &without, "撤销").await;
    press(&browser, &tried, "确认生效").await;
    follower.catch_up().await.unwrap();
    assert_eq!(why().await["text"], shipped);
}

#[tokio::test]
async fn what_a_list_looks_for_itself_is_no_search_in_vain() {
    let city = TestCity::open().await;
    let words = form_urlencoded("阿斯顿发给");
    for _ in 0..3 {
        let page = city.get(&format!("/find?q={words}&district=210211")).await;
        assert_eq!(page.status, 200);
    }
    // a list without hits asks again without its filter: nobody did
    assert!(proposed(&city, &[]).await.is_empty());
    assert_eq!(proposed(&city, &["阿斯顿发给"]).await, ["阿斯顿发给"]);
}

#[tokio::test]
async fn searches_in_vain_are_counted_and_forgotten_on_both_databases() {
    for fresh in fresh().await {
        let (database, counted) = (&fresh.database, Unanswered::default());
        let day = crate::town::today();
        for (times, on) in [(4, day), (2, day + chrono::Days::new(1))] {
            for _ in 0..times {
                counted.note("阿斯顿发给", &|_| false);
            }
            counted.write_down(database, on).await.unwrap();
        }
        let kept = database.unanswered(10).await.unwrap();
        assert_eq!(
            (kept[0].asked, kept[0].last_on),
            (6, day + chrono::Days::new(1)),
            "{}",
            fresh.name
        );
        counted
            .write_down(database, day + chrono::Days::new(400))
            .await
            .unwrap();
        assert!(
            database.unanswered(10).await.unwrap().is_empty(),
            "{}",
            fresh.name
        );
    }
}
