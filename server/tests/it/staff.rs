//! Staff sign in by name and password, for a short time, and reach only what their role admits.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use app::backend::Role;
use axum::http::{StatusCode, header};
use chrono::TimeDelta;
use server::ledger;
use server::staff::{IDLE, LONGEST, Password, add, furnish};

use crate::browser::Browser;
use crate::city::TestCity;
use crate::import::with;
use server::import::Kind;

const PASSWORD: &str = "correct horse battery";
const PAGES: [&str; 4] = [
    "/staff",
    "/staff/words",
    "/staff/rehearsal",
    "/staff/rehearsal/outcome.csv",
];

pub(crate) async fn hire(city: &TestCity, name: &str, role: Role) {
    let password = Password::chosen(PASSWORD).unwrap();
    let now = city.state.clock.now();
    let name = name.parse().unwrap();
    assert!(
        add(&city.state.database, &name, role, password, now)
            .await
            .unwrap()
    );
}

pub(crate) async fn signed_in<'a>(city: &'a TestCity, name: &str) -> Browser<'a> {
    let browser = Browser::of(city);
    let fields = [("name", name), ("password", PASSWORD)];
    let desk = browser.post_and_follow("/staff/sign-in", &fields).await;
    assert_eq!(desk.heading(), "工作台");
    browser
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_led_to_sign_in_and_back() {
    let city = TestCity::open().await;
    hire(&city, "wang", Role::Editor).await;
    for page in PAGES {
        for address in [page.to_owned(), format!("/en{page}")] {
            let answer = city.get(&address).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{address}");
            assert!(
                answer
                    .header(header::LOCATION)
                    .contains("/staff/sign-in?return_to=")
            );
        }
    }
    let browser = Browser::of(&city);
    let sign_in = browser.get("/staff/rehearsal").await.location.unwrap();
    let form = browser.get(&sign_in).await;
    let action = form.attribute("main form", "action").unwrap();
    let page = browser
        .post_and_follow(&action, &[("name", " Wang "), ("password", PASSWORD)])
        .await;
    assert_eq!(page.heading(), "试算：改动登记会怎样");
    for away in [
        "//evil.test",
        "/find",
        "https://evil.test/staff",
        "/staffing",
    ] {
        let address = format!("/staff/sign-in?return_to={away}");
        let sent = browser
            .post(&address, &[("name", "wang"), ("password", PASSWORD)])
            .await;
        assert_eq!(sent.location.as_deref(), Some("/staff"), "{away}");
    }
}

#[tokio::test]
async fn nothing_of_the_staff_is_kept_or_indexed() {
    let city = TestCity::open().await;
    hire(&city, "li", Role::Auditor).await;
    let browser = signed_in(&city, "li").await;
    let cookie = format!("staff_session={}", browser.cookie("staff_session").unwrap());
    for (address, status) in [
        ("/staff/sign-in", StatusCode::OK),
        ("/en/staff/sign-in", StatusCode::OK),
        ("/staff", StatusCode::OK),
        ("/staff/rehearsal", StatusCode::FORBIDDEN),
        ("/staff/words", StatusCode::FORBIDDEN),
        ("/staff/rehearsal/outcome.csv", StatusCode::FORBIDDEN),
        ("/en/staff/nothing", StatusCode::NOT_FOUND),
    ] {
        let answer = city.get_with(address, header::COOKIE, &cookie).await;
        assert_eq!(answer.status, status, "{address}");
        assert_eq!(
            answer.header(header::CACHE_CONTROL),
            "no-store",
            "{address}"
        );
        assert!(
            answer.header("x-robots-tag").contains("noindex"),
            "{address}"
        );
    }
    assert!(
        city.get("/robots.txt")
            .await
            .text()
            .contains("Disallow: /staff")
    );
}

#[tokio::test]
async fn a_wrong_name_a_wrong_password_and_a_closed_account_are_answered_alike() {
    let city = TestCity::open().await;
    hire(&city, "wang", Role::Editor).await;
    hire(&city, "gone", Role::Editor).await;
    let name = "gone".parse().unwrap();
    let now = city.state.clock.now();
    assert!(
        server::staff::disable(&city.state.database, &name, now)
            .await
            .unwrap()
    );
    let browser = Browser::of(&city);
    let mut answers = Vec::new();
    for (name, password) in [
        ("nobody", PASSWORD),
        ("wang", "wrong horse battery"),
        ("gone", PASSWORD),
        ("王", PASSWORD),
        ("wang", &"x".repeat(10_000)),
    ] {
        let sent = browser
            .post("/staff/sign-in", &[("name", name), ("password", password)])
            .await;
        assert_eq!(sent.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        assert!(!sent.html.contains(password), "{name}");
        answers.push(sent.text().replace(name, ""));
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "{answers:?}");
    assert!(answers[0].contains("账号或密码不对"));
    let missing = browser.post("/staff/sign-in", &[("name", "wang")]).await;
    assert!(missing.text().contains("请填写账号和密码"));
    assert_eq!(browser.cookie("staff_session"), None);
}

#[tokio::test]
async fn an_account_can_be_tried_ten_times_an_hour() {
    let city = TestCity::open().await;
    hire(&city, "wang", Role::Editor).await;
    let browser = Browser::of(&city);
    let attempt = async |name: &str, password: &str| {
        let fields = [("name", name), ("password", password)];
        browser.post("/staff/sign-in", &fields).await.status
    };
    // whoever knows the password may come and go
    for _ in 0..31 {
        assert_eq!(attempt("wang", PASSWORD).await, StatusCode::SEE_OTHER);
    }
    for _ in 0..10 {
        assert_eq!(
            attempt("wang", "wrong").await,
            StatusCode::UNPROCESSABLE_ENTITY
        );
    }
    for name in ["wang", " WANG"] {
        assert_eq!(attempt(name, PASSWORD).await, StatusCode::TOO_MANY_REQUESTS);
    }
    assert_eq!(
        attempt("nobody", "wrong").await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    city.state.clock.advance(TimeDelta::hours(1));
    assert_eq!(attempt("wang", PASSWORD).await, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_session_ends_when_idle_and_after_a_day_s_work() {
    let city = TestCity::open().await;
    hire(&city, "wang", Role::Editor).await;
    let browser = signed_in(&city, "wang").await;
    let begun = city.state.clock.now();
    while city.state.clock.now() + (IDLE - TimeDelta::minutes(1)) < begun + LONGEST {
        city.state.clock.advance(IDLE - TimeDelta::minutes(1));
        assert_eq!(browser.get("/staff").await.status, StatusCode::OK);
    }
    city.state.clock.advance(IDLE - TimeDelta::minutes(1));
    assert_eq!(browser.get("/staff").await.status, StatusCode::SEE_OTHER);

    let browser = signed_in(&city, "wang").await;
    city.state.clock.advance(IDLE);
    assert_eq!(browser.get("/staff").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn signing_in_again_or_out_ends_the_session_before() {
    let city = TestCity::open().await;
    hire(&city, "wang", Role::Editor).await;
    let browser = signed_in(&city, "wang").await;
    let first = browser.cookie("staff_session").unwrap();
    let fields = [("name", "wang"), ("password", PASSWORD)];
    browser.post_and_follow("/staff/sign-in", &fields).await;
    let second = browser.cookie("staff_session").unwrap();
    let left = browser.post("/staff/sign-out", &[]).await;
    assert_eq!(left.location.as_deref(), Some("/staff/sign-in"));
    for secret in [first, second] {
        browser.hold("staff_session", &secret);
        assert_eq!(browser.get("/staff").await.status, StatusCode::SEE_OTHER);
    }
    // a resident's session opens no door here, nor the other way round
    let resident = Browser::of(&city);
    resident.sign_in("13800000001").await;
    let secret = resident.cookie("session").unwrap();
    resident.hold("staff_session", &secret);
    assert_eq!(resident.get("/staff").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn accounts_are_on_record_without_their_names() {
    let city = TestCity::open().await;
    hire(&city, "wang", Role::Editor).await;
    let name = "wang".parse().unwrap();
    let now = city.state.clock.now();
    let database = &city.state.database;
    server::staff::disable(database, &name, now).await.unwrap();
    let entries = database.ledger_after(0, 10).await.unwrap();
    let kinds: Vec<_> = entries
        .iter()
        .map(|entry| entry.content.kind.as_str())
        .collect();
    assert_eq!(kinds, ["staff_added", "staff_disabled"]);
    assert!(
        entries
            .iter()
            .all(|entry| !entry.content.body.contains("wang"))
    );
    assert!(ledger::verify(database).await.unwrap().is_sound());
}

#[tokio::test]
async fn the_demo_s_editor_is_shown_in_its_outbox_alone() {
    let mut city = TestCity::open().await;
    let without = city.get("/outbox").await.text();
    assert!(!without.contains("/staff/sign-in"), "{without}");
    let account = furnish(&city.state.database, city.state.clock.now())
        .await
        .unwrap();
    let again = furnish(&city.state.database, city.state.clock.now())
        .await
        .unwrap();
    assert_ne!(account.password.expose(), again.password.expose());
    assert!(!format!("{again:?}").contains(again.password.expose()));
    city = city.with_demo_staff(again.clone());
    let outbox = city.get("/outbox").await.text();
    assert!(outbox.contains(again.password.expose()), "{outbox}");
    let browser = Browser::of(&city);
    let fields = [("name", "editor"), ("password", again.password.expose())];
    let desk = browser.post_and_follow("/staff/sign-in", &fields).await;
    assert!(desk.text().contains("editor（编辑）"), "{}", desk.text());
}

/// Looks at the page until no rehearsal goes on any more, and returns it.
async fn finished(browser: &Browser<'_>) -> crate::browser::Shown {
    loop {
        let page = browser.get("/staff/rehearsal").await;
        if page.attribute("progress", "max").is_none() {
            return page;
        }
    }
}

#[tokio::test]
async fn an_editor_rehearses_a_change_and_reads_what_it_would_do() {
    let city = TestCity::open().await;
    let kinds = [Kind::Occupations, Kind::Districts];
    with(&city.state.database, &kinds).await;
    city.state
        .shelf
        .catch_up(&city.state.database)
        .await
        .unwrap();
    hire(&city, "wang", Role::Editor).await;
    let browser = signed_in(&city, "wang").await;
    let form = browser.get("/staff/rehearsal").await;
    assert_eq!(
        form.attribute("#reading-retirement_age-male", "value")
            .as_deref(),
        Some("60")
    );
    assert_eq!(
        browser.get("/staff/rehearsal/outcome.csv").await.status,
        StatusCode::NOT_FOUND
    );
    let fields = [
        ("since", "2026-11-24"),
        ("reading-retirement_age-male", "６３"),
        ("reading-retirement_age-female", "58"),
        ("reading-youngest_age", "16"),
        ("reading-education_fund", "true"),
        ("top_up-high", "50"),
        ("people", "10000"),
        ("seed", "7"),
    ];
    let sent = browser.post("/staff/rehearsal", &fields).await;
    assert_eq!(
        sent.location.as_deref(),
        Some("/staff/rehearsal"),
        "{}",
        sent.text()
    );
    let page = finished(&browser).await;
    let text = page.text();
    for told in [
        "模拟居民，不是任何真人",
        "2026年11月24日起，到几岁为止：男 60 岁、女 55 岁 → 男 63 岁、女 58 岁",
        "2026年11月24日起，紧缺职业的加补：50%",
        "10,000 名模拟居民",
        "受益的模拟居民",
        "甘井子区",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert_eq!(page.all("figure.chart svg[role=img]").len(), 2);
    assert_eq!(page.all("table").len(), 5);
    assert!(
        page.all("svg desc")
            .iter()
            .all(|text| text.contains("合计从 ¥"))
    );

    let table = browser.get("/staff/rehearsal/outcome.csv").await.html;
    assert!(table.starts_with("\u{feff}part,code,name,people,gain,lose,before_fen,after_fen"));
    assert!(table.contains("\nall,,合计,10000,"), "{table}");
    assert!(
        table.contains("\nprogramme,employment_skills,就业技能培训,"),
        "{table}"
    );
}

#[tokio::test]
async fn what_is_wrong_with_a_change_stands_beside_its_field() {
    let city = TestCity::open().await;
    hire(&city, "wang", Role::Editor).await;
    let browser = signed_in(&city, "wang").await;
    let sample = [("people", "10000"), ("seed", "7")];
    for (fields, field, told) in [
        (&[("since", "2027-01-01")][..], "since", "没有改动任何一项"),
        (
            &[("since", "2027-02-30"), ("reading-youngest_age", "18")],
            "since",
            "日历上没有这一天",
        ),
        (
            &[("since", "2027-01-01"), ("reading-youngest_age", "<b>")],
            "reading-youngest_age",
            "不是编码，应如 16",
        ),
        (
            &[
                ("since", "2027-01-01"),
                ("reading-retirement_age-male", "300"),
                ("reading-retirement_age-female", "55"),
            ],
            "reading-retirement_age-male",
            "不在0到200之间",
        ),
        (
            &[("since", "2027-01-01"), ("top_up-very", "999")],
            "top_up-very",
            "不在0到300之间",
        ),
    ] {
        let all: Vec<_> = fields.iter().chain(&sample).copied().collect();
        let page = browser.post("/staff/rehearsal", &all).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{told}");
        let wrong = page.all(&format!("#{field}-wrong")).concat();
        assert!(wrong.contains(told), "{told}: {wrong}");
        assert!(!page.html.contains("<b>"), "what was typed is no HTML");
    }
    let nobody = browser
        .post(
            "/staff/rehearsal",
            &[("since", "2027-01-01"), ("people", "5"), ("seed", "7")],
        )
        .await;
    assert!(nobody.text().contains("请选择人数"));
}

/// Sends a file as a browser does.
async fn upload(browser: &Browser<'_>, file: &str) -> crate::browser::Shown {
    let part = |name: &str, value: &str| {
        format!("--portal\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let body = format!(
        "--portal\r\ncontent-disposition: form-data; name=\"file\"; filename=\"new.csv\"\r\ncontent-type: text/csv\r\n\r\n{file}\r\n{}{}--portal--\r\n",
        part("file-people", "10000"),
        part("file-seed", "7"),
    );
    browser
        .post_body(
            "/staff/rehearsal/file",
            "multipart/form-data; boundary=portal",
            body,
        )
        .await
}

#[tokio::test]
async fn a_table_can_be_sent_and_one_rehearsal_goes_on_at_a_time() {
    let city = TestCity::open().await;
    hire(&city, "wang", Role::Editor).await;
    let browser = signed_in(&city, "wang").await;
    let faulty = upload(
        &browser,
        "reading,chosen,since,why\nyoungest_age,x,2027-01-01,y\n",
    )
    .await;
    assert_eq!(faulty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        faulty.text().contains("第2行“chosen”列：不是编码"),
        "{}",
        faulty.text()
    );
    assert!(upload(&browser, "").await.text().contains("请选择一份表格"));
    let broken = browser
        .post_body(
            "/staff/rehearsal/file",
            "multipart/form-data",
            "x".to_owned(),
        )
        .await;
    assert!(broken.status.is_client_error());

    let rows = "reading,chosen,since,why\nyoungest_age,18,2026-11-24,x\n";
    let sent = upload(&browser, rows).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let second = upload(&browser, rows).await;
    if second.status == StatusCode::CONFLICT {
        assert!(second.text().contains("另一次试算正在进行"));
    } else {
        assert_eq!(second.status, StatusCode::SEE_OTHER);
    }
    assert!(finished(&browser).await.text().contains("受损的模拟居民"));
}

fn portal(folder: &Path, arguments: &[&str], typed: &str) -> Output {
    use std::io::Write;
    let mut running = Command::new(env!("CARGO_BIN_EXE_portal"))
        .args(arguments)
        .env_clear()
        .env("PORTAL_FOLDER", folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    running
        .stdin
        .take()
        .unwrap()
        .write_all(typed.as_bytes())
        .unwrap();
    running.wait_with_output().unwrap()
}

#[test]
fn an_operator_makes_lists_and_closes_accounts() {
    let folder = tempfile::tempdir().unwrap();
    assert!(portal(folder.path(), &["migrate"], "").status.success());
    let said = |output: &Output| String::from_utf8(output.stdout.clone()).unwrap();
    let warned = |output: &Output| String::from_utf8(output.stderr.clone()).unwrap();
    let add = |name, role, typed: &str| {
        portal(
            folder.path(),
            &["staff", "add", name, "--role", role],
            typed,
        )
    };
    let made = add("wang", "editor", "");
    assert!(
        said(&made).contains("password, shown this once: "),
        "{}",
        said(&made)
    );
    let chosen = add("li", "auditor", "a long enough password\n");
    assert!(chosen.status.success(), "{}", warned(&chosen));
    assert!(!said(&chosen).contains("password"), "{}", said(&chosen));
    for (name, role, typed, told) in [
        ("wang", "clerk", "", "already"),
        ("zhao", "king", "", "clerk, editor, auditor, finance"),
        ("x y", "clerk", "", "2 to 40 letters"),
        ("zhao", "clerk", "short\n", "12 to 200 characters"),
    ] {
        let refused = add(name, role, typed);
        assert!(!refused.status.success(), "{told}");
        assert!(warned(&refused).contains(told), "{}", warned(&refused));
    }
    let closed = portal(folder.path(), &["staff", "disable", "li"], "");
    assert!(closed.status.success());
    assert!(
        !portal(folder.path(), &["staff", "disable", "li"], "")
            .status
            .success()
    );
    let list = said(&portal(folder.path(), &["staff", "list"], ""));
    let lines: Vec<_> = list.lines().collect();
    assert_eq!(lines.len(), 2, "{list}");
    assert!(
        lines[0].starts_with("li\tauditor\t") && lines[0].contains("closed"),
        "{list}"
    );
    assert!(
        lines[1].starts_with("wang\teditor\t") && !lines[1].contains("closed"),
        "{list}"
    );
}
