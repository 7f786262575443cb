//! A small made-up town to test in: one district, two occupations, one institution, one base, and people who may enrol.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use policy::{BaseKind, Fen, Level, Programme};
use server::clock::{Clock, Moment};
use server::db::Database;
use server::db::base::Base;
use server::db::catalogue::{CatalogueEdition, CatalogueEntry};
use server::db::change::ChangeKind;
use server::db::course::{Course, Mode};
use server::db::institution::{Designation, DesignationKind, Institution};
use server::db::occupation::{CLASSIFICATION, Occupation};
use server::db::person::{Person, SealedIdentity};
use server::db::place::District;
use server::enrolment::{
    self, ByPolicy, Cancelled, Case, Eligibility, Outcome, Receipt, Request, Ruling, Withdrawal,
};
use server::seal::{Keys, Purpose};
use uuid::Uuid;

/// The day on which the tests take place.
pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// Noon of that day.
pub(crate) fn now() -> Moment {
    Clock::noon(today()).now()
}

pub(crate) const DISTRICT: &str = "210202";
pub(crate) const TURNER: &str = "6-18-01-01";
pub(crate) const COOK: &str = "4-03-02-01";
pub(crate) const EDITION: &str = "2026";
pub(crate) const INSTITUTION: &str = "I-1";
pub(crate) const BASE: &str = "B-1";

pub(crate) fn district() -> District {
    District {
        code: DISTRICT.to_owned(),
        name: "中山区".to_owned(),
        kind: "district".to_owned(),
        latitude: Some(38.9),
        longitude: Some(121.6),
        office_name: None,
        office_phone: None,
        office_address: None,
        name_2011: None,
        note: None,
        source: None,
        is_sample: false,
    }
}

pub(crate) fn occupation(code: &str) -> Occupation {
    Occupation {
        classification: CLASSIFICATION.to_owned(),
        code: code.to_owned(),
        name: format!("职业{code}"),
        aliases: String::new(),
        major_group: code[..1].to_owned(),
        major_group_name: "大类".to_owned(),
        middle_group: None,
        middle_group_name: None,
        minor_group: None,
        minor_group_name: None,
        is_green: false,
        is_digital: true,
        source: None,
    }
}

pub(crate) fn edition() -> CatalogueEdition {
    CatalogueEdition {
        id: EDITION.to_owned(),
        name: "2026年目录".to_owned(),
        from_on: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(),
        to_on: None,
        classification: CLASSIFICATION.to_owned(),
        source: None,
        is_sample: true,
    }
}

pub(crate) fn entry(occupation: &str) -> CatalogueEntry {
    CatalogueEntry {
        edition: EDITION.to_owned(),
        occupation: occupation.to_owned(),
        level: Level::PRIMARY,
        hours: Some(200),
        training: Some(Fen::from_yuan(1_000)),
        appraisal: None,
        is_subsidised: true,
        shortage_tier: Some("high".to_owned()),
        top_up_percent: Some(20),
    }
}

pub(crate) fn institution() -> Institution {
    Institution {
        id: INSTITUTION.to_owned(),
        name: "示例学校".to_owned(),
        district: DISTRICT.to_owned(),
        address: None,
        phone: None,
        latitude: None,
        longitude: None,
        source: None,
        is_sample: true,
    }
}

pub(crate) fn designation(occupation: &str) -> Designation {
    Designation {
        institution: INSTITUTION.to_owned(),
        kind: DesignationKind::Skills,
        occupation: Some(occupation.to_owned()),
        level: Some(Level::PRIMARY),
        from_on: NaiveDate::from_ymd_opt(2020, 1, 1).unwrap(),
        to_on: None,
    }
}

pub(crate) fn base() -> Base {
    Base {
        id: BASE.to_owned(),
        name: "示例基地".to_owned(),
        kind: BaseKind::Public,
        district: DISTRICT.to_owned(),
        university: None,
        address: None,
        phone: None,
        latitude: None,
        longitude: None,
        source: None,
        is_sample: true,
    }
}

/// Returns a course of the institution that takes applications today and starts in four weeks.
pub(crate) fn course(id: &str, occupation: &str, seats: i32) -> Course {
    Course {
        id: id.to_owned(),
        programme: Programme::EmploymentSkills,
        occupation: Some(occupation.to_owned()),
        level: Some(Level::PRIMARY),
        institution: Some(INSTITUTION.to_owned()),
        base: None,
        title: format!("课程{id}"),
        mode: Mode::Evening,
        starts_on: today() + TimeDelta::days(28),
        ends_on: today() + TimeDelta::days(60),
        apply_until: today() + TimeDelta::days(20),
        class_hours: Some(200),
        semesters: None,
        internship: None,
        seats,
        seats_taken: 0,
        own_cost: Fen::from_yuan(1_800),
        is_published: true,
        source: None,
        is_sample: true,
    }
}

/// Fills a database with the town and these courses.
pub(crate) async fn settle(database: &Database, courses: Vec<Course>) {
    let settled = database.write(move |transaction| {
        Box::pin(async move {
            transaction.put_district(&district()).await?;
            transaction.put_catalogue_edition(&edition()).await?;
            transaction.put_institution(&institution()).await?;
            transaction.put_base(&base()).await?;
            for code in [TURNER, COOK] {
                transaction.put_occupation(&occupation(code)).await?;
                transaction
                    .put_occupation_level(CLASSIFICATION, code, Level::PRIMARY)
                    .await?;
                transaction.put_catalogue_entry(&entry(code)).await?;
                transaction.put_designation(&designation(code)).await?;
            }
            for course in &courses {
                assert!(transaction.put_course(course).await?);
            }
            Ok(())
        })
    });
    settled.await.unwrap();
}

/// Puts a course and says so in the change feed.
pub(crate) async fn publish(database: &Database, course: Course) {
    let published = database.write(move |transaction| {
        Box::pin(async move {
            assert!(transaction.put_course(&course).await?);
            transaction
                .publish(ChangeKind::Course, &course.id, now())
                .await
        })
    });
    published.await.unwrap();
}

/// Returns the resident ID of a man born in 1990, the `number`th of his day.
pub(crate) fn resident_id(number: u32) -> String {
    let digits = format!(
        "2102021990{:02}{:02}{:03}",
        number / 28 % 12 + 1,
        number % 28 + 1,
        number / 336 * 2 + 1
    );
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: u32 = digits
        .chars()
        .zip(weights)
        .map(|(digit, weight)| digit.to_digit(10).unwrap() * weight)
        .sum();
    format!(
        "{digits}{}",
        char::from(b"10X98765432"[usize::try_from(sum % 11).unwrap()])
    )
}

/// Adds a rural worker who has told everything that the policy asks, and returns their id.
pub(crate) async fn rural_worker(database: &Database, number: u32) -> Uuid {
    let keys = Keys::demo();
    let id = Uuid::from_u128(u128::from(number) + 1);
    let phone = format!("138{number:08}");
    let resident_id = resident_id(number);
    let facts = br#"{"groups": ["rural_worker"], "residence": "210202", "certificates": []}"#;
    let person = Person {
        id,
        phone_hmac: keys.look_up(Purpose::Phone, &phone).to_vec(),
        phone_sealed: keys.seal(Purpose::Phone, phone.as_bytes()),
        name_sealed: Some(keys.seal(Purpose::Name, "示例".as_bytes())),
        resident_id_hmac: Some(keys.look_up(Purpose::ResidentId, &resident_id).to_vec()),
        resident_id_sealed: Some(keys.seal(Purpose::ResidentId, resident_id.as_bytes())),
        facts_sealed: Some(keys.seal(Purpose::Facts, facts)),
        created_at: now(),
        updated_at: now(),
    };
    let added = database.write(move |transaction| {
        Box::pin(async move { transaction.put_persons(&[person]).await })
    });
    added.await.unwrap();
    id
}

pub(crate) fn identity(number: u32) -> SealedIdentity {
    let resident_id = resident_id(number);
    SealedIdentity {
        name_sealed: b"sealed".to_vec(),
        resident_id_hmac: Keys::demo()
            .look_up(Purpose::ResidentId, &resident_id)
            .to_vec(),
        resident_id_sealed: b"sealed".to_vec(),
    }
}

pub(crate) fn request(person: Uuid, course: &str, key: &str) -> Request {
    Request {
        person,
        course: course.to_owned(),
        waits: false,
        key: key.to_owned(),
        now: now(),
    }
}

/// Returns the receipt of who was enrolled.
pub(crate) fn receipt(outcome: Outcome) -> Receipt {
    match outcome {
        Outcome::Enrolled(receipt) => receipt,
        other => panic!("not enrolled but {other:?}"),
    }
}

/// Cancels an enrolment; the policy decides who gets the seat.
pub(crate) async fn cancel(
    database: &Database,
    person: Uuid,
    enrolment: Uuid,
    now: Moment,
) -> Cancelled {
    let withdrawal = Withdrawal {
        person,
        id: enrolment,
        now,
    };
    enrolment::cancel(database, by_policy(), withdrawal)
        .await
        .unwrap()
}

pub(crate) fn by_policy() -> Arc<dyn Eligibility> {
    Arc::new(ByPolicy { keys: Keys::demo() })
}

/// Takes every seat of a course that is still free, and returns who has one, with their enrolments.
pub(crate) async fn fill(database: &Database, course: &str) -> Vec<(Uuid, Uuid)> {
    let mut seats = Vec::new();
    for number in 3_000.. {
        let person = rural_worker(database, number).await;
        let asked = enrolment::enrol(
            database,
            Arc::new(Everybody),
            request(person, course, "fill"),
        );
        match asked.await.unwrap() {
            Outcome::Enrolled(receipt) => seats.push((person, receipt.enrolment)),
            Outcome::Full { .. } => break,
            other => panic!("{course} can't be filled: {other:?}"),
        }
    }
    seats
}

/// Lets everybody in, so that only seats decide.
#[derive(Debug)]
pub(crate) struct Everybody;

impl Eligibility for Everybody {
    fn decide(&self, _: &Case) -> server::db::Result<Ruling> {
        Ok(Ruling {
            is_eligible: true,
            policy: "none".to_owned(),
            assessment: serde_json::json!({}),
        })
    }
}
