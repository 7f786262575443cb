//! The demo city: what it holds on any day, the same for the same seed, and how it keeps up with the calendar.

use std::collections::HashSet;

use chrono::{Days, NaiveDate, TimeDelta};
use server::clock::Clock;
use server::db::Database;
use server::demo::{Scale, Seeded, files, seed};
use server::import::{File, Kind};

use super::databases::fresh;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn rows(files: &[File], kind: Kind) -> Vec<csv::StringRecord> {
    files
        .iter()
        .filter(|file| file.kind == kind)
        .flat_map(|file| {
            let mut reader = csv::Reader::from_reader(&file.bytes[..]);
            reader.records().map(Result::unwrap).collect::<Vec<_>>()
        })
        .collect()
}

async fn open_on(database: &Database, on: NaiveDate) -> usize {
    database.open_courses(on).await.unwrap().len()
}

#[tokio::test]
async fn the_city_holds_what_it_promises() {
    let today = day(2026, 11, 23);
    for fresh in fresh().await {
        let database = &fresh.database;
        seed(database, &Clock::noon(today), Scale::City, 2011)
            .await
            .unwrap();
        assert_eq!(database.occupations("2022").await.unwrap().len(), 1632);
        assert_eq!(database.districts().await.unwrap().len(), 17);
        assert_eq!(database.universities().await.unwrap().len(), 30);
        let institutions = database.institutions().await.unwrap();
        assert!((60..=120).contains(&institutions.len()));
        assert!(
            institutions
                .iter()
                .all(|one| one.is_sample && one.name.starts_with("示例"))
        );
        let bases = database.bases().await.unwrap();
        assert_eq!(bases.len(), 14);
        let kinds: HashSet<_> = bases.iter().map(|base| base.kind).collect();
        assert_eq!(kinds.len(), 4);
        let courses = database.seats_taken().await.unwrap();
        let slots = courses
            .iter()
            .filter(|(id, _)| id.starts_with("DEMO-S"))
            .count();
        assert!(slots >= 200, "{slots}");
        assert!(courses.len() - slots >= 600);
        assert!(open_on(database, today).await >= 150);
        for year in 2025..=2027 {
            assert!(
                database
                    .catalogue_in_force(day(year, 6, 1))
                    .await
                    .unwrap()
                    .is_some()
            );
        }
        let welding = database
            .market_series("6-18-02-04", "210224")
            .await
            .unwrap();
        assert_eq!(
            welding.iter().filter(|figure| figure.is_sample).count(),
            8,
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn a_current_city_is_left_alone_and_an_old_one_moves_on() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let clock = Clock::noon(day(2026, 11, 23));
        assert!(matches!(
            seed(database, &clock, Scale::City, 1).await.unwrap(),
            Seeded::Imported(_)
        ));
        assert_eq!(
            seed(database, &clock, Scale::City, 1).await.unwrap(),
            Seeded::Current
        );
        let before: HashSet<String> = ids(database).await;
        clock.advance(TimeDelta::days(90));
        assert!(matches!(
            seed(database, &clock, Scale::City, 1).await.unwrap(),
            Seeded::Imported(_)
        ));
        let after = ids(database).await;
        assert!(
            before.is_subset(&after),
            "{}: nobody's course goes away",
            fresh.name
        );
        assert!(after.len() > before.len());
        assert!(open_on(database, clock.today()).await >= 150);
    }
}

async fn ids(database: &Database) -> HashSet<String> {
    database
        .seats_taken()
        .await
        .unwrap()
        .into_iter()
        .map(|(id, _)| id)
        .collect()
}

#[tokio::test]
#[ignore = "makes 60,000 courses and 100,000 residents: minutes in a debug build"]
async fn the_city_of_a_load_test_is_made_in_one_go() {
    for fresh in fresh().await {
        let start = std::time::Instant::now();
        seed(
            &fresh.database,
            &Clock::noon(day(2026, 11, 23)),
            Scale::LoadTest,
            2011,
        )
        .await
        .unwrap();
        println!("{}: {:.0} s", fresh.name, start.elapsed().as_secs_f64());
        let runs = fresh.database.import_runs().await.unwrap();
        let imported = |kind: &str| runs.iter().find(|run| run.kind == kind).unwrap().row_count;
        assert!(imported("courses") > 60_000);
        assert_eq!(imported("residents"), 100_000);
        assert!(imported("history") > 200_000);
    }
}

#[test]
fn the_same_seed_gives_the_same_city_and_another_seed_another() {
    let today = day(2026, 11, 23);
    let texts = |seed| -> Vec<Vec<u8>> {
        files(today, Scale::City, seed)
            .into_iter()
            .map(|file| file.bytes)
            .collect()
    };
    assert_eq!(texts(7), texts(7));
    assert_ne!(texts(7), texts(8));
}

#[test]
fn on_any_day_there_is_something_to_apply_for_and_something_over() {
    for today in [
        day(2021, 1, 1),
        day(2024, 2, 29),
        day(2026, 11, 23),
        day(2026, 12, 31),
        day(2027, 1, 1),
        day(2028, 2, 29),
        day(2099, 12, 31),
    ] {
        let city = files(today, Scale::City, 2011);
        for kind in [Kind::Courses, Kind::Slots] {
            let header = header(&city, kind);
            let at = |name: &str| header.iter().position(|column| column == name).unwrap();
            let (starts, ends, apply) = (at("starts_on"), at("ends_on"), at("apply_until"));
            let (seats, taken) = (at("seats"), at("seats_taken"));
            let date =
                |row: &csv::StringRecord, place: usize| row[place].parse::<NaiveDate>().unwrap();
            let all = rows(&city, kind);
            let count = |wanted: &dyn Fn(&csv::StringRecord) -> bool| {
                all.iter().filter(|row| wanted(row)).count()
            };
            let is_full = |row: &csv::StringRecord| row[seats] == row[taken];
            assert!(count(&|row| date(row, ends) < today) > 0, "{today} past");
            assert!(
                count(&|row| date(row, starts) <= today && today <= date(row, ends)) > 0,
                "{today} running"
            );
            assert!(
                count(&|row| date(row, apply) >= today && !is_full(row)) > 50,
                "{today} open"
            );
            assert!(
                count(&|row| date(row, apply) >= today && is_full(row)) > 0,
                "{today} full"
            );
            assert!(
                count(&|row| date(row, starts) > today && date(row, apply) < today) > 0,
                "{today} closed"
            );
            assert!(
                all.iter()
                    .all(|row| date(row, starts) <= today + Days::new(27 * 7))
            );
        }
    }
}

fn header(files: &[File], kind: Kind) -> csv::StringRecord {
    let file = files.iter().find(|file| file.kind == kind).unwrap();
    csv::Reader::from_reader(&file.bytes[..])
        .headers()
        .unwrap()
        .clone()
}

#[test]
fn every_occupation_of_the_catalogue_can_be_learnt_soon() {
    let today = day(2026, 11, 23);
    let city = files(today, Scale::City, 2011);
    let listed: HashSet<String> = rows(&city, Kind::Catalogue)
        .iter()
        .filter(|row| &row[11] == "true")
        .map(|row| row[6].to_owned())
        .collect();
    let taught: HashSet<String> = rows(&city, Kind::Courses)
        .iter()
        .filter(|row| row[7].parse::<NaiveDate>().unwrap() > today)
        .map(|row| row[2].to_owned())
        .collect();
    let missing: Vec<_> = listed.difference(&taught).collect();
    assert!(missing.len() <= 2, "{missing:?}");
}

#[test]
fn shortage_shows_in_the_figures_and_small_counties_have_small_counts() {
    let city = files(day(2026, 11, 23), Scale::City, 2011);
    let figures: Vec<_> = rows(&city[city.len() - 1..], Kind::Market);
    let sum = |occupation: &str, area: &str, place: usize| -> i64 {
        figures
            .iter()
            .filter(|row| &row[2] == occupation && &row[1] == area)
            .map(|row| row[place].parse::<i64>().unwrap())
            .sum()
    };
    let (demand, supply) = (3, 4);
    assert!(
        sum("6-18-02-04", "210200", demand) > sum("6-18-02-04", "210200", supply),
        "welders are wanted"
    );
    assert!(sum("6-18-02-04", "210224", demand) * 10 < sum("6-18-02-04", "210211", demand));
}
