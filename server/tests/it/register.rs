//! An amended register decides everything from its day on, on every node, and decides nothing again that was decided.

use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use chrono::TimeDelta;
use policy::{ReadingId, Verdict};
use serde_json::{Value, json};
use server::clock::Clock;
use server::enrolment::{Basis, ByPolicy, Case, Eligibility, Outcome, Ruling, enrol};
use server::import::{File, Kind, import};
use server::register::Register;
use server::seal::Keys;
use server::shelf::Shelf;

use crate::browser::Browser;
use crate::city::{DISTRICT, TestCity, today};
use crate::databases::fresh;
use crate::import::import_one;
use crate::import::readings::HEADER;
use crate::town::{TURNER, course, now, request, rural_worker, settle};

fn rows(rows: &str) -> String {
    format!("{HEADER}{rows}")
}

/// Amends the register of a running portal, which learns of it by the feed.
async fn amend(city: &TestCity, amendments: &str) {
    let file = File {
        kind: Kind::Readings,
        name: "readings.csv".to_owned(),
        bytes: rows(amendments).into_bytes(),
    };
    let clock = Clock::noon(today());
    import(&city.state.database, &Keys::demo(), &clock, vec![file])
        .await
        .unwrap();
    city.state
        .shelf
        .catch_up(&city.state.database)
        .await
        .unwrap();
}

fn sixty_year_old(on: &str) -> Value {
    json!({
        "on": on,
        "person": {
            "birth": "1966-05-05", "sex": "male", "residence": DISTRICT, "groups": ["rural_worker"],
            "left_school": {"stage": "none"}, "certificates": []
        },
        "history": []
    })
}

#[tokio::test]
async fn the_api_decides_by_the_register_of_the_day() {
    let city = TestCity::open().await;
    let verdict = async |on: &str| {
        let told = city
            .post("/api/v1/entitlements", &sixty_year_old(on))
            .await
            .json();
        told["programmes"][0]["verdict"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(verdict("2026-12-31").await, "closed");
    assert_eq!(verdict("2027-01-01").await, "closed");
    amend(
        &city,
        "retirement_age,63|58,2027-01-01,国家推迟了退休年龄,\n",
    )
    .await;
    assert_eq!(verdict("2026-12-31").await, "closed");
    assert_eq!(verdict("2027-01-01").await, "open");
    let before = city
        .post("/api/v1/entitlements", &sixty_year_old("2026-12-31"))
        .await
        .json();
    assert_eq!(before["programmes"][0]["opens_on"], "2027-01-01");
}

#[tokio::test]
async fn the_checker_and_the_recommendations_decide_by_it_too() {
    let city = TestCity::open().await;
    let checked = async || {
        let browser = Browser::of(&city);
        for (question, answers) in [
            ("/check", &[("groups", "rural_worker")][..]),
            (
                "/check/birth",
                &[
                    ("birth-year", "1966"),
                    ("birth-month", "5"),
                    ("birth-day", "5"),
                ],
            ),
            ("/check/sex", &[("sex", "male")]),
        ] {
            let sent = browser.post(question, answers).await;
            assert_eq!(sent.status, StatusCode::SEE_OTHER, "{question}");
        }
        let result = browser.get("/check/result").await;
        let register = result.attribute("main a[href='/readings']", "href");
        assert!(register.is_some(), "the register is one tap away");
        result.text()
    };
    let recommended = async || {
        let told = city
            .post("/api/v1/recommendations", &sixty_year_old("2026-11-23"))
            .await
            .json();
        told["recommendations"][0]["entitlement"]["verdict"].clone()
    };
    assert!(
        checked().await.contains("只到 60 岁以前"),
        "{}",
        checked().await
    );
    assert_eq!(recommended().await, "closed");
    amend(
        &city,
        "retirement_age,63|58,2026-11-01,国家推迟了退休年龄,\n",
    )
    .await;
    assert!(!checked().await.contains("只到 60 岁以前"));
    assert_eq!(recommended().await, "open");
}

#[tokio::test]
async fn every_node_learns_of_it_by_the_feed() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![]).await;
        import_one(
            database,
            Kind::Readings,
            rows("youngest_age,17,2027-01-01,x,\n"),
        )
        .await
        .unwrap();
        let (one, other) = (Shelf::default(), Shelf::default());
        one.catch_up(database).await.unwrap();
        other.catch_up(database).await.unwrap();
        import_one(
            database,
            Kind::Readings,
            rows("youngest_age,18,2028-01-01,x,\n"),
        )
        .await
        .unwrap();
        for node in [one, other] {
            node.catch_up(database).await.unwrap();
            let register = &node.stock().register;
            assert_eq!(register.last_number(), 2, "{}", fresh.name);
            assert_eq!(
                register.version(),
                Register::load(database).await.unwrap().version()
            );
        }
    }
}

/// Decides by the policy and remembers what it saw.
#[derive(Debug)]
struct Remembering(ByPolicy, Mutex<Option<Case>>);

impl Eligibility for Remembering {
    fn decide(&self, case: &Case) -> server::db::Result<Ruling> {
        *self.1.lock().unwrap() = Some(case.clone());
        self.0.decide(case)
    }
}

#[tokio::test]
async fn a_decision_can_be_made_again_by_the_register_and_edition_that_made_it() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 20)]).await;
        import_one(
            database,
            Kind::Readings,
            rows("youngest_age,18,2026-01-01,x,\n"),
        )
        .await
        .unwrap();
        let person = rural_worker(database, 1).await;
        let by_policy = ByPolicy { keys: Keys::demo() };
        let remembering = Arc::new(Remembering(by_policy.clone(), Mutex::default()));
        let outcome = enrol(database, remembering.clone(), request(person, "C", "key"))
            .await
            .unwrap();
        assert!(matches!(outcome, Outcome::Enrolled(_)), "{outcome:?}");
        let stored = database.enrolments_of(person).await.unwrap().remove(0);
        let assessment: Value = serde_json::from_str(&stored.assessment).unwrap();
        let basis: Basis = serde_json::from_value(assessment["basis"].clone()).unwrap();
        assert_eq!(
            (basis.edition.as_deref(), basis.register.number),
            (Some("2026"), 1),
            "{}",
            fresh.name
        );

        import_one(
            database,
            Kind::Readings,
            rows("youngest_age,60,2026-02-01,x,\n"),
        )
        .await
        .unwrap();
        let case = remembering.1.lock().unwrap().take().unwrap();
        let now_read = Case {
            register: Register::load(database).await.unwrap(),
            ..case.clone()
        };
        let ruling = by_policy.decide(&now_read).unwrap();
        assert_eq!(ruling.assessment["verdict"], json!(Verdict::Closed));
        let again = Case {
            register: Register::at(database, &basis.register).await.unwrap(),
            standing: basis.standing(),
            ..case
        };
        let ruling = by_policy.decide(&again).unwrap();
        assert_eq!(ruling.assessment, assessment, "{}", fresh.name);
        let mut forged = basis.register;
        forged.digest.replace_range(..1, "x");
        assert!(Register::at(database, &forged).await.is_err());
    }
}

#[tokio::test]
async fn enrolment_asks_the_register_inside_its_transaction() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 20)]).await;
        let person = rural_worker(database, 1).await;
        import_one(
            database,
            Kind::Readings,
            rows("youngest_age,60,2026-12-01,x,\n"),
        )
        .await
        .unwrap();
        let by_policy = Arc::new(ByPolicy { keys: Keys::demo() });
        let refused = enrol(database, by_policy, request(person, "C", "key"))
            .await
            .unwrap();
        let Outcome::NotEligible { assessment, .. } = refused else {
            panic!("{}: {refused:?}", fresh.name);
        };
        assert_eq!(assessment["rules"][0]["outcome"], "fail");
    }
}

#[tokio::test]
async fn two_offices_amending_at_once_do_not_write_over_each_other() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let amending = |row: &'static str| {
            let database = database.clone();
            tokio::spawn(async move { import_one(&database, Kind::Readings, rows(row)).await })
        };
        let both = [
            amending("youngest_age,17,2027-01-01,甲,\n"),
            amending("youngest_age,18,2027-01-01,乙,\n"),
        ];
        let mut entered = 0;
        for outcome in both {
            entered += usize::from(outcome.await.unwrap().is_ok());
        }
        let register = Register::load(database).await.unwrap();
        assert_eq!(register.rows().len(), entered, "{}", fresh.name);
        assert!(entered >= 1);
        let row = register.row(ReadingId::YoungestAge, "2027-01-01".parse().unwrap());
        assert!(row.unwrap().entered_at - TimeDelta::zero() == now());
    }
}

#[tokio::test]
async fn the_register_is_public_as_page_json_and_table() {
    let city = TestCity::open().await;
    amend(
        &city,
        "retirement_age,63|58,2027-01-01,国家推迟了退休年龄,示例文件\n",
    )
    .await;
    let told = city.get("/api/v1/readings").await.json();
    assert_eq!(
        (&told["on"], &told["version"]),
        (&json!("2026-11-23"), &json!(1))
    );
    let of = |told: &Value, id: &str| {
        let readings = told["readings"].as_array().unwrap();
        assert_eq!(readings.len(), 32);
        readings.iter().find(|one| one["id"] == id).unwrap().clone()
    };
    let retirement = of(&told, "retirement_age");
    assert_eq!(retirement["chosen"]["value"], "60|55");
    assert_eq!(retirement["chosen"]["until"], "2026-12-31");
    assert_eq!(retirement["coming"][0]["why"], "国家推迟了退休年龄");
    assert_eq!(retirement["coming"][0]["text"], "男 63 岁、女 58 岁");
    assert_eq!(of(&told, "once_a_year")["chosen"]["value"], Value::Null);
    assert_eq!(retirement["stated"], false);
    let hours = of(&told, "class_hours");
    assert_eq!(
        (&hours["stated"], &hours["chosen"]["text"]),
        (&json!(true), &json!("200 课时"))
    );
    let later = city.get("/api/v1/readings?on=2027-01-01").await.json();
    let retirement = of(&later, "retirement_age");
    assert_eq!(retirement["chosen"]["value"], "63|58");
    assert_eq!(retirement["before"][0]["value"], "60|55");

    let table = city.get("/api/v1/readings?format=csv").await.text();
    assert!(
        table.starts_with("\u{feff}reading,chosen,since,until,clause"),
        "{table}"
    );
    assert!(
        table.contains("retirement_age,63|58,2027-01-01,,一"),
        "{table}"
    );
    assert_eq!(table.lines().count(), 34);

    let browser = Browser::of(&city);
    let page = browser.get("/readings").await;
    assert_eq!(page.heading(), "政策理解登记");
    assert!(
        page.all("#retirement_age")
            .concat()
            .contains("男 63 岁、女 58 岁")
    );
    let hours = page.all("#class_hours").concat();
    assert!(
        hours.contains("写明") && hours.contains("至少 200 课时") && !hours.contains("也可以读成"),
        "{hours}"
    );
    assert!(
        page.attribute("footer a[href='/readings']", "href")
            .is_some()
    );
}
