//! A file may be longer than what is written at once: every row of it is stored, as it stands, once.

use std::collections::BTreeMap;

use policy::{Coded, State};
use server::clock::Clock;
use server::demo::{Scale, files};
use server::import::{File, Kind, import};
use server::seal::{Keys, Purpose};
use uuid::Uuid;

use super::super::databases::fresh;
use super::super::town::{now, resident_id};
use super::{today, with};

/// Residents and trainings of a long file; no multiple of what is written at once.
const LONG: u32 = 1_234;

/// Returns the rows of the demo city's courses and slots, or of their meetings, by their ids.
fn rows(kinds: &[Kind]) -> BTreeMap<String, Vec<BTreeMap<String, String>>> {
    let mut rows: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for file in files(today(), Scale::City, 1) {
        if !kinds.contains(&file.kind) {
            continue;
        }
        for row in csv::Reader::from_reader(&file.bytes[..]).deserialize() {
            let row: BTreeMap<String, String> = row.unwrap();
            let id = row.get("id").or_else(|| row.get("course")).unwrap().clone();
            rows.entry(id).or_default().push(row);
        }
    }
    rows
}

#[tokio::test]
async fn every_course_and_meeting_of_a_long_file_is_stored_as_it_stands() {
    let (courses, meetings) = (rows(&[Kind::Courses, Kind::Slots]), rows(&[Kind::Meetings]));
    for fresh in fresh().await {
        let database = &fresh.database;
        with(database, &Kind::ALL).await;
        let stored = database.courses_after("", 10_000).await.unwrap();
        assert_eq!(stored.len(), courses.len(), "{}", fresh.name);
        for placed in stored {
            let (course, row) = (&placed.course, &courses[&placed.course.id][0]);
            for (column, value) in [
                ("title", course.title.clone()),
                ("programme", course.programme.code().to_owned()),
                ("mode", course.mode.code().to_owned()),
                ("starts_on", course.starts_on.to_string()),
                ("ends_on", course.ends_on.to_string()),
                ("apply_until", course.apply_until.to_string()),
                ("seats", course.seats.to_string()),
                ("seats_taken", course.seats_taken.to_string()),
                ("own_cost_fen", course.own_cost.0.to_string()),
                ("occupation", course.occupation.clone().unwrap_or_default()),
            ] {
                assert_eq!(
                    row[column], value,
                    "{}: {column} of {}",
                    fresh.name, course.id
                );
            }
            let times: Vec<_> = database.meetings_of(&course.id).await.unwrap();
            let of_row = |row: &BTreeMap<String, String>| {
                let minute = |column: &str| {
                    let (hour, minute) = row[column].split_once(':').unwrap();
                    hour.parse::<i32>().unwrap() * 60 + minute.parse::<i32>().unwrap()
                };
                let weekday: i32 = row["weekday"].parse().unwrap();
                (weekday, minute("starts_at"), minute("ends_at"))
            };
            assert_eq!(
                times
                    .iter()
                    .map(|one| (one.weekday, one.starts_minute, one.ends_minute))
                    .collect::<Vec<_>>(),
                meetings[&course.id].iter().map(of_row).collect::<Vec<_>>(),
                "{}: {}",
                fresh.name,
                course.id
            );
        }
    }
}

#[tokio::test]
async fn every_resident_and_training_of_a_long_file_is_stored_once() {
    let phone = |number: u32| format!("100{number:08}");
    let residents: String = (0..LONG)
        .map(|number| {
            format!(
                "{},示例居民,{},rural_worker,210202\n",
                resident_id(number),
                phone(number)
            )
        })
        .collect();
    let history: String = (0..LONG)
        .map(|number| {
            format!(
                "{},employment_skills,6-18-02-04,5,2025-03-{:02},paid,示例数据\n",
                resident_id(number),
                number % 28 + 1
            )
        })
        .collect();
    let residents = format!("resident_id,name,phone,groups,residence\n{residents}");
    let history =
        format!("resident_id,programme,occupation,level,starts_on,state,source\n{history}");
    for fresh in fresh().await {
        let database = &fresh.database;
        with(database, &[Kind::Occupations, Kind::Districts]).await;
        for _ in 0..2 {
            let both = [(Kind::Residents, &residents), (Kind::History, &history)];
            let both = both.map(|(kind, text)| File {
                kind,
                name: "long.csv".to_owned(),
                bytes: text.clone().into_bytes(),
            });
            import(
                database,
                &Keys::demo(),
                &Clock::noon(today()),
                both.to_vec(),
            )
            .await
            .unwrap();
        }
        for number in [0, 199, 200, 999, 1_000, LONG - 1] {
            let phone_hmac = Keys::demo().look_up(Purpose::Phone, &phone(number));
            let person = database.write(move |transaction| {
                Box::pin(async move {
                    transaction
                        .person_by_phone_or_add(Uuid::nil(), &phone_hmac, &[], now())
                        .await
                })
            });
            let person = person.await.unwrap();
            let stored = Keys::demo()
                .open_text(Purpose::ResidentId, &person.resident_id_sealed.unwrap())
                .unwrap();
            assert_eq!(*stored, resident_id(number), "{}", fresh.name);
            let history = database.history_of(person.id).await.unwrap();
            assert_eq!(history.len(), 1, "{}: {number}", fresh.name);
            assert_eq!(history[0].state, State::Paid);
            assert_eq!(
                history[0].start.to_string(),
                format!("2025-03-{:02}", number % 28 + 1)
            );
        }
    }
}
