//! Questions about records: enrolments, keys, the ledger, imports, facts about the database itself.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use policy::State;
use server::db::enrolment::Enrolment;
use server::db::idempotency::Claim;
use server::db::meta::ImportRun;
use server::db::tidying::Tidied;
use server::db::waiting::{Standing, Waiting, WaitingState};
use server::ledger::{Decision, EntryKind};
use uuid::Uuid;

use crate::databases::fresh;
use crate::town::{TURNER, course, now, rural_worker, settle};

fn enrolment(id: u128, person: Uuid) -> Enrolment {
    let course = course("C", TURNER, 1);
    Enrolment {
        id: Uuid::from_u128(id),
        reference: format!("DL26-{id}"),
        person,
        course: course.id,
        programme: course.programme,
        occupation: course.occupation,
        level: course.level,
        starts_on: course.starts_on,
        ends_on: course.ends_on,
        state: State::Reserved,
        created_at: now(),
        cancelled_at: None,
        policy: "none".to_owned(),
        assessment: "{}".to_owned(),
    }
}

#[tokio::test]
async fn an_enrolment_is_its_owners_alone() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 1)]).await;
        let (owner, other) = (
            rural_worker(database, 1).await,
            rural_worker(database, 2).await,
        );
        let mine = enrolment(1, owner);
        let added = mine.clone();
        let inside = database.write(move |transaction| {
            Box::pin(async move {
                transaction.add_enrolment(&added).await?;
                assert_eq!(
                    transaction.active_enrolment(owner, "C").await?,
                    Some(added.clone())
                );
                assert_eq!(transaction.active_enrolment(other, "C").await?, None);
                transaction.enrolment(owner, added.id).await
            })
        });
        assert_eq!(
            inside.await.unwrap().as_ref(),
            Some(&mine),
            "{}",
            fresh.name
        );
        assert_eq!(
            database.enrolment(owner, mine.id).await.unwrap().as_ref(),
            Some(&mine)
        );
        assert_eq!(database.enrolment(other, mine.id).await.unwrap(), None);
        assert_eq!(
            database
                .enrolment_by_reference(owner, &mine.reference)
                .await
                .unwrap()
                .as_ref(),
            Some(&mine)
        );
        assert_eq!(
            database
                .enrolment_by_reference(other, &mine.reference)
                .await
                .unwrap(),
            None
        );
        assert_eq!(
            database.enrolments_of(owner).await.unwrap(),
            std::slice::from_ref(&mine)
        );

        let cancelled = database.write(move |transaction| {
            Box::pin(async move {
                let by_other = transaction.cancel_enrolment(other, mine.id, now()).await?;
                Ok((
                    by_other,
                    transaction.cancel_enrolment(owner, mine.id, now()).await?,
                ))
            })
        });
        assert_eq!(cancelled.await.unwrap(), (false, true), "{}", fresh.name);
        assert_eq!(
            database.enrolments_of(owner).await.unwrap()[0].cancelled_at,
            Some(now())
        );
    }
}

#[tokio::test]
async fn the_schema_itself_refuses_a_second_enrolment_in_the_course() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 5)]).await;
        let person = rural_worker(database, 1).await;
        let twice = database.write(move |transaction| {
            Box::pin(async move {
                transaction.add_enrolment(&enrolment(1, person)).await?;
                transaction.add_enrolment(&enrolment(2, person)).await
            })
        });
        assert!(twice.await.is_err(), "{}", fresh.name);
    }
}

fn waiting(id: u128, person: Uuid, position: i64) -> Waiting {
    Waiting {
        id: Uuid::from_u128(id),
        person,
        course: "C".to_owned(),
        since: now(),
        position,
        state: WaitingState::Waiting,
    }
}

#[tokio::test]
async fn a_line_is_told_and_served_in_the_order_of_the_ledger() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 1)]).await;
        let (first, second) = (
            rural_worker(database, 1).await,
            rural_worker(database, 2).await,
        );
        let (ahead, behind) = (waiting(1, first, 3), waiting(2, second, 7));
        let mine = behind.clone();
        let inside = database.write(move |transaction| {
            Box::pin(async move {
                transaction.add_waiting(&behind).await?;
                transaction.add_waiting(&ahead).await?;
                assert_eq!(
                    transaction.standing(&behind).await?,
                    Standing {
                        place: 2,
                        waiting: 2
                    }
                );
                assert_eq!(
                    transaction.waiting_in_course(second, "C").await?,
                    Some(behind.clone())
                );
                assert_eq!(transaction.waiting(first, behind.id).await?, None);
                Ok([
                    transaction.next_waiting("C", 0).await?,
                    transaction.next_waiting("C", 3).await?,
                    transaction.next_waiting("C", 7).await?,
                ])
            })
        });
        assert_eq!(
            inside.await.unwrap(),
            [Some(waiting(1, first, 3)), Some(mine.clone()), None],
            "{}",
            fresh.name
        );
        let today = now().date();
        assert_eq!(database.waiting_for("C").await.unwrap(), 2);
        assert_eq!(database.lines_with_seats(today).await.unwrap(), ["C"]);
        assert!(database.line_has_seats("C", today).await.unwrap());
        assert!(!database.line_has_seats("D", today).await.unwrap());
        let places = database.waiting_of(second, today).await.unwrap();
        assert_eq!(
            (places.len(), &places[0].waiting, places[0].standing.place),
            (1, &mine, 2),
            "{}",
            fresh.name
        );
        assert_eq!(
            database
                .waiting_of(second, course("C", TURNER, 1).starts_on)
                .await
                .unwrap(),
            [],
            "the line ends when the course starts"
        );

        let left = database.write(move |transaction| {
            Box::pin(async move {
                let one = (first, "C");
                Ok((
                    transaction
                        .end_waiting(one, WaitingState::Left, now())
                        .await?,
                    transaction
                        .end_waiting(one, WaitingState::Left, now())
                        .await?,
                ))
            })
        });
        assert_eq!(left.await.unwrap(), (true, false), "{}", fresh.name);
        assert_eq!(
            database.waiting_of(second, today).await.unwrap()[0]
                .standing
                .place,
            1
        );
    }
}

#[tokio::test]
async fn the_schema_itself_refuses_a_second_place_in_the_same_line() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 1)]).await;
        let person = rural_worker(database, 1).await;
        let twice = database.write(move |transaction| {
            Box::pin(async move {
                transaction.add_waiting(&waiting(1, person, 1)).await?;
                transaction.add_waiting(&waiting(2, person, 2)).await
            })
        });
        assert!(twice.await.is_err(), "{}", fresh.name);
    }
}

#[tokio::test]
async fn what_was_done_since_a_savepoint_can_be_undone() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let kept = database.write(|transaction| {
            Box::pin(async move {
                transaction.put_meta("before", "kept").await?;
                transaction.set_savepoint().await?;
                for _ in 0..2 {
                    transaction.put_meta("since", "undone").await?;
                    transaction.go_back_to_savepoint().await?;
                }
                transaction.put_meta("after", "kept").await
            })
        });
        kept.await.unwrap();
        let mut found = Vec::new();
        for name in ["before", "since", "after"] {
            found.push(database.meta(name).await.unwrap().is_some());
        }
        assert_eq!(found, [true, false, true], "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_key_belongs_to_one_request_of_one_person() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let (one, other) = (
            rural_worker(database, 1).await,
            rural_worker(database, 2).await,
        );
        let claimed = database.write(move |transaction| {
            Box::pin(async move {
                let first = transaction.claim_key(one, "key", b"request", now()).await?;
                transaction.keep_reply(one, "key", "reply").await?;
                Ok([
                    first,
                    transaction.claim_key(one, "key", b"request", now()).await?,
                    transaction.claim_key(one, "key", b"another", now()).await?,
                    transaction
                        .claim_key(other, "key", b"another", now() + TimeDelta::hours(1))
                        .await?,
                ])
            })
        });
        let answers = claimed.await.unwrap();
        let expected = [
            Claim::New,
            Claim::Answered("reply".to_owned()),
            Claim::UsedForAnother,
            Claim::New,
        ];
        assert_eq!(answers, expected, "{}", fresh.name);
        let swept = database
            .write(|transaction| Box::pin(async move { transaction.sweep_keys(now()).await }));
        assert_eq!(swept.await.unwrap(), 1, "{}", fresh.name);
    }
}

#[tokio::test]
async fn decisions_are_recorded_one_behind_the_other() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let decision = || Decision {
            kind: EntryKind::Cancelled,
            actor: None,
            person: Some(Uuid::from_u128(1)),
            course: Some("C".to_owned()),
            enrolment: Some(Uuid::from_u128(2)),
            body: BTreeMap::from([("seats_taken", 1.into()), ("a", "b".into())]),
        };
        let recorded = database.write(move |transaction| {
            Box::pin(async move {
                let first = transaction.record(decision(), now()).await?;
                let second = transaction.record(decision(), now()).await?;
                Ok([first, second])
            })
        });
        let [first, second] = recorded.await.unwrap();
        assert_eq!(
            (first.content.position, first.content.body.as_str()),
            (1, r#"{"a":"b","seats_taken":1}"#)
        );
        assert_eq!(
            (second.content.position, second.content.previous_hash),
            (2, first.hash)
        );
        let head = database.ledger_head().await.unwrap();
        assert_eq!(
            (head.position, head.hash),
            (2, second.hash),
            "{}",
            fresh.name
        );
        assert_eq!(
            database.ledger_of(Uuid::from_u128(2)).await.unwrap(),
            [first, second.clone()],
            "{}",
            fresh.name
        );
        assert_eq!(
            database.ledger_after(1, 9).await.unwrap(),
            [second],
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn imports_and_facts_about_the_database_are_kept() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let run = ImportRun {
            id: Uuid::from_u128(3),
            kind: "courses".to_owned(),
            file_name: "courses.csv".to_owned(),
            digest: vec![7; 32],
            row_count: 600,
            finished_at: now(),
        };
        let kept = run.clone();
        let facts = database.write(move |transaction| {
            Box::pin(async move {
                transaction.add_import_run(&kept).await?;
                let first = transaction.meta_or_put("mode", "demo").await?;
                let second = transaction.meta_or_put("mode", "production").await?;
                transaction.put_meta("keys", "one").await?;
                transaction.put_meta("keys", "two").await?;
                Ok((first, second))
            })
        });
        assert_eq!(
            facts.await.unwrap(),
            ("demo".to_owned(), "demo".to_owned()),
            "{}",
            fresh.name
        );
        assert_eq!(database.meta("keys").await.unwrap().as_deref(), Some("two"));
        assert_eq!(database.meta("nothing").await.unwrap(), None);
        assert_eq!(
            database.import_runs().await.unwrap(),
            [run],
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn tidying_deletes_only_what_has_had_its_time() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let person = rural_worker(database, 1).await;
        let claimed = database.write(move |transaction| {
            Box::pin(async move {
                transaction
                    .claim_key(person, "key", b"request", now())
                    .await
            })
        });
        claimed.await.unwrap();
        let of = |keys| Tidied {
            sessions: 0,
            staff_sessions: 0,
            login_codes: 0,
            keys,
        };
        assert_eq!(
            database.tidy(now() + TimeDelta::days(29)).await.unwrap(),
            of(0),
            "{}",
            fresh.name
        );
        assert_eq!(
            database.tidy(now() + TimeDelta::days(31)).await.unwrap(),
            of(1),
            "{}",
            fresh.name
        );
    }
}
