//! What is kept in memory counts as the database does, whatever happens to the courses.

use chrono::{NaiveDate, TimeDelta};
use policy::Programme;
use server::db::Database;
use server::db::course::Course;
use server::enrolment::enrol;
use server::shelf::{Open, Shelf};

use crate::databases::fresh;
use crate::town::{
    BASE, COOK, TURNER, by_policy, cancel, course, now, publish, receipt, request, rural_worker,
    settle, today,
};

/// Counts the slow way.
async fn counted(database: &Database, on: NaiveDate) -> Open {
    let open = database.open_courses(on).await.unwrap();
    let slots = open
        .iter()
        .filter(|placed| placed.course.programme == Programme::StudentPractice)
        .count();
    Open {
        courses: open.len() - slots,
        slots,
    }
}

#[tokio::test]
async fn open_courses_and_slots_are_counted_as_the_database_counts_them() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let shelf = Shelf::default();
        let agree = async |courses, slots| {
            shelf.catch_up(database).await.unwrap();
            let told = shelf.stock().courses.open(today());
            assert_eq!(told, Open { courses, slots }, "{}", fresh.name);
            for day in 0..40 {
                let on = today() + TimeDelta::days(day);
                assert_eq!(
                    shelf.stock().courses.open(on),
                    counted(database, on).await,
                    "{} on {on}",
                    fresh.name
                );
            }
        };
        let slot = Course {
            programme: Programme::StudentPractice,
            institution: None,
            base: Some(BASE.to_owned()),
            apply_until: today() + TimeDelta::days(30),
            ..course("S", TURNER, 5)
        };
        let over = Course {
            apply_until: today() - TimeDelta::days(1),
            ..course("over", COOK, 5)
        };
        let single = course("single", TURNER, 1);
        settle(
            database,
            vec![single.clone(), course("full", COOK, 0), slot, over],
        )
        .await;
        publish(database, single.clone()).await;
        agree(1, 1).await;

        let person = rural_worker(database, 1).await;
        let seated = enrol(database, by_policy(), request(person, "single", "1"));
        let seated = receipt(seated.await.unwrap());
        agree(0, 1).await;
        cancel(database, person, seated.enrolment, now()).await;
        agree(1, 1).await;

        publish(database, course("full", COOK, 3)).await;
        agree(2, 1).await;
        let hidden = Course {
            is_published: false,
            ..single.clone()
        };
        publish(database, hidden).await;
        agree(1, 1).await;
        publish(database, single).await;
        agree(2, 1).await;
    }
}
