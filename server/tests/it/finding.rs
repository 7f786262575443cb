//! The search index follows the database: built whole, then change by change, on both databases.

use search_index::{Filter, Kind, Query, SearchIndex};
use server::backend::City;
use server::clock::Clock;
use server::db::Database;
use server::demo::{self, Scale};
use server::index::{self, Wake};
use server::seal::Keys;
use server::shelf::Shelf;
use server::words::Unanswered;

use crate::databases::fresh;
use crate::town::{now, publish};

fn clock() -> Clock {
    Clock::fixed(now())
}

fn city(database: &Database, index: &SearchIndex) -> City {
    City {
        database: database.clone(),
        index: index.clone(),
        clock: clock(),
        keys: Keys::demo(),
        shelf: Shelf::default(),
        wake: Wake::default(),
        unanswered: Unanswered::default(),
    }
}

fn ids(index: &SearchIndex, kind: Kind, text: &str) -> Vec<String> {
    let query = Query {
        text: text.to_owned(),
        kinds: vec![kind],
        ..Query::on(clock().today())
    };
    index
        .search(&query)
        .unwrap()
        .hits
        .into_iter()
        .map(|hit| hit.id)
        .collect()
}

#[tokio::test]
async fn the_demo_city_is_found_by_occupation_place_and_institution() {
    for fresh in fresh().await {
        let folder = tempfile::tempdir().unwrap();
        demo::seed(&fresh.database, &clock(), Scale::City, 1)
            .await
            .unwrap();
        let index = index::open(folder.path(), &fresh.database).await.unwrap();
        assert_eq!(
            index.position(),
            None,
            "{}: nothing is built by opening",
            fresh.name
        );
        let count = index::rebuild(&fresh.database, &index, clock().today())
            .await
            .unwrap();
        assert!(count > 2_000, "{}: {count} documents", fresh.name);
        assert_eq!(
            index.position().map(|position| position.feed),
            Some(fresh.database.last_change().await.unwrap() as u64)
        );

        assert_eq!(
            ids(&index, Kind::Occupation, "diangong")[0],
            "6-31-01-03",
            "{}",
            fresh.name
        );
        assert_eq!(
            ids(&index, Kind::Occupation, "月嫂")[0],
            "4-10-01-06",
            "{}",
            fresh.name
        );
        assert!(
            !ids(&index, Kind::Institution, "海棠湾").is_empty(),
            "{}",
            fresh.name
        );
        let here = index.search(&Query {
            text: "甘井子焊工".into(),
            kinds: vec![Kind::Course],
            ..Query::on(clock().today())
        });
        let here = here.unwrap();
        assert_eq!(here.understood.len(), 1, "{}", fresh.name);
        assert!(
            here.hits
                .iter()
                .all(|hit| hit.code.as_deref() == Some("6-18-02-04")),
            "{}",
            fresh.name
        );
        for (text, filter) in [
            ("礼拜天 电工", Filter::Mode("weekend".into())),
            ("脱产 电工", Filter::Mode("daytime".into())),
            ("高新 电工", Filter::District("210291".into())),
        ] {
            let found = index.search(&Query {
                text: text.into(),
                ..Query::on(clock().today())
            });
            let understood = found.unwrap().understood;
            let read: Vec<_> = understood.iter().map(|one| &one.filter).collect();
            assert_eq!(read, [&filter], "{}: {text}", fresh.name);
        }
        let edition = fresh.database.catalogue_in_force(clock().today()).await;
        let edition = edition.unwrap().expect("the demo has a catalogue").id;
        let entries = fresh.database.catalogue_entries(&edition).await.unwrap();
        let proposed = index.suggest("金", 1).unwrap().remove(0);
        let mut first = entries
            .iter()
            .filter(|entry| entry.occupation == proposed.id);
        assert!(
            first.any(|entry| entry.is_subsidised),
            "{}: {proposed:?}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn a_published_change_is_applied_and_remembered() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let folder = tempfile::tempdir().unwrap();
        demo::seed(database, &clock(), Scale::City, 1)
            .await
            .unwrap();
        let index = index::open(folder.path(), database).await.unwrap();
        let mut follower = index::Follower::new(city(database, &index));
        follower.catch_up().await.unwrap();

        let mut course = database
            .courses_after("", 1)
            .await
            .unwrap()
            .remove(0)
            .course;
        course.title = "灯塔看守培训".to_owned();
        let id = course.id.clone();
        publish(database, course).await;
        assert_eq!(follower.catch_up().await.unwrap(), 1, "{}", fresh.name);
        assert_eq!(
            ids(&index, Kind::Course, "灯塔看守"),
            [id],
            "{}",
            fresh.name
        );
        assert_eq!(
            follower.catch_up().await.unwrap(),
            0,
            "{}: applied once",
            fresh.name
        );
    }
}
