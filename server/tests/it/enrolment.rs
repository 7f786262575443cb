//! Enrolling and cancelling on both databases: never oversold, once a person and course, the policy asked inside.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::TimeDelta;
use policy::State;
use server::db::Database;
use server::db::change::ChangeKind;
use server::enrolment::{Cancelled, Eligibility, Outcome, Request, enrol};
use server::ledger;
use server::reference::Reference;
use tokio::task::{JoinHandle, JoinSet};
use uuid::Uuid;

use crate::databases::fresh;
use crate::town::{
    COOK, Everybody, TURNER, by_policy, cancel, course, now, receipt, request, rural_worker, settle,
};

/// Sends all requests at once and returns what each came to.
async fn all_at_once(
    database: &Database,
    eligibility: Arc<dyn Eligibility>,
    requests: Vec<Request>,
) -> Vec<Outcome> {
    let mut clients = JoinSet::new();
    for request in requests {
        let (database, eligibility) = (database.clone(), eligibility.clone());
        clients.spawn(async move { enrol(&database, eligibility, request).await.unwrap() });
    }
    clients.join_all().await
}

#[tokio::test]
async fn two_hundred_clients_for_twenty_seats_take_twenty() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 20)]).await;
        let mut requests = Vec::new();
        for number in 0..200 {
            requests.push(request(rural_worker(database, number).await, "C", "key"));
        }
        let outcomes = all_at_once(database, Arc::new(Everybody), requests).await;

        let sold = outcomes
            .iter()
            .filter(|outcome| matches!(outcome, Outcome::Enrolled(_)))
            .count();
        let full = outcomes
            .iter()
            .filter(|outcome| **outcome == Outcome::Full { seats: 20 })
            .count();
        assert_eq!((sold, full), (20, 180), "{}", fresh.name);
        assert_eq!(
            database
                .course("C")
                .await
                .unwrap()
                .unwrap()
                .course
                .seats_taken,
            20
        );
        let proof = ledger::verify(database).await.unwrap();
        assert_eq!(
            (proof.entries, proof.is_sound()),
            (20, true),
            "{}",
            fresh.name
        );
        assert_eq!(database.last_change().await.unwrap(), 20);
    }
}

#[tokio::test]
async fn a_person_has_one_enrolment_in_a_course_however_often_they_ask() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 20)]).await;
        let person = rural_worker(database, 0).await;
        let requests = (0..30)
            .map(|number| request(person, "C", &format!("key {number}")))
            .collect();
        let outcomes = all_at_once(database, by_policy(), requests).await;

        let references: Vec<String> = database
            .enrolments_of(person)
            .await
            .unwrap()
            .into_iter()
            .map(|one| one.reference)
            .collect();
        assert_eq!(references.len(), 1, "{}", fresh.name);
        let already = Outcome::AlreadyEnrolled {
            reference: references[0].clone(),
        };
        assert_eq!(
            outcomes
                .iter()
                .filter(|outcome| **outcome == already)
                .count(),
            29,
            "{}",
            fresh.name
        );
        assert_eq!(
            database
                .course("C")
                .await
                .unwrap()
                .unwrap()
                .course
                .seats_taken,
            1
        );
    }
}

#[tokio::test]
async fn the_same_key_has_one_effect_and_equal_replies() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(
            database,
            vec![course("C", TURNER, 20), course("D", COOK, 20)],
        )
        .await;
        let person = rural_worker(database, 0).await;
        let requests = (0..30).map(|_| request(person, "C", "key")).collect();
        let outcomes = all_at_once(database, by_policy(), requests).await;

        let first = receipt(outcomes[0].clone());
        assert!(
            outcomes.iter().all(|outcome| *outcome == outcomes[0]),
            "{}",
            fresh.name
        );
        assert_eq!(
            database
                .course("C")
                .await
                .unwrap()
                .unwrap()
                .course
                .seats_taken,
            1
        );

        cancel(database, person, first.enrolment, now()).await;
        let again = enrol(database, by_policy(), request(person, "C", "key"))
            .await
            .unwrap();
        assert_eq!(receipt(again), first, "the reply stays what it was");
        assert_eq!(
            database
                .course("C")
                .await
                .unwrap()
                .unwrap()
                .course
                .seats_taken,
            0
        );

        let other = enrol(database, by_policy(), request(person, "D", "key"))
            .await
            .unwrap();
        assert_eq!(other, Outcome::KeyUsedForAnother, "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_second_training_of_the_year_is_refused_when_both_are_asked_for_at_once() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(
            database,
            vec![course("C", TURNER, 100), course("D", COOK, 100)],
        )
        .await;
        let mut requests = Vec::new();
        for number in 0..25 {
            let person = rural_worker(database, number).await;
            requests.extend([request(person, "C", "one"), request(person, "D", "other")]);
        }
        let outcomes = all_at_once(database, by_policy(), requests).await;

        let refused: Vec<&serde_json::Value> = outcomes
            .iter()
            .filter_map(|outcome| match outcome {
                Outcome::NotEligible { assessment, .. } => Some(assessment),
                _ => None,
            })
            .collect();
        assert_eq!(refused.len(), 25, "{}", fresh.name);
        for assessment in refused {
            let rules = assessment["rules"].as_array().unwrap();
            let year = rules.iter().find(|rule| rule["id"] == "year").unwrap();
            assert_eq!(year["outcome"], "fail");
        }
        let mut taken = HashMap::new();
        for id in ["C", "D"] {
            taken.insert(
                id,
                database
                    .course(id)
                    .await
                    .unwrap()
                    .unwrap()
                    .course
                    .seats_taken,
            );
        }
        assert_eq!(taken["C"] + taken["D"], 25, "{}", fresh.name);
    }
}

#[tokio::test]
async fn cancelling_gives_the_seat_back_and_lets_the_person_enrol_again() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 1)]).await;
        let (person, other) = (
            rural_worker(database, 0).await,
            rural_worker(database, 1).await,
        );
        let first = receipt(
            enrol(database, by_policy(), request(person, "C", "1"))
                .await
                .unwrap(),
        );
        assert!(first.reference.parse::<Reference>().is_ok());
        let full = enrol(database, by_policy(), request(other, "C", "1"))
            .await
            .unwrap();
        assert_eq!(full, Outcome::Full { seats: 1 });

        assert_eq!(
            cancel(database, other, first.enrolment, now()).await,
            Cancelled::NoSuchEnrolment
        );
        assert_eq!(
            cancel(database, person, first.enrolment, now()).await,
            Cancelled::Now(None)
        );
        assert_eq!(
            cancel(database, person, first.enrolment, now()).await,
            Cancelled::Already
        );
        assert_eq!(
            database
                .course("C")
                .await
                .unwrap()
                .unwrap()
                .course
                .seats_left(),
            1
        );

        let second = receipt(
            enrol(database, by_policy(), request(person, "C", "2"))
                .await
                .unwrap(),
        );
        assert_ne!(second.reference, first.reference);
        let states: Vec<State> = database
            .enrolments_of(person)
            .await
            .unwrap()
            .iter()
            .map(|one| one.state)
            .collect();
        assert_eq!(
            states,
            [State::Reserved, State::Cancelled],
            "{}",
            fresh.name
        );
        let recorded = database.ledger_of(first.enrolment).await.unwrap();
        let kinds: Vec<&str> = recorded
            .iter()
            .map(|entry| entry.content.kind.as_str())
            .collect();
        assert_eq!(kinds, ["enrolled", "cancelled"], "{}", fresh.name);
    }
}

#[tokio::test]
async fn many_cancels_of_one_enrolment_give_one_seat_back() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 5)]).await;
        for number in 1..4 {
            let person = rural_worker(database, number).await;
            receipt(
                enrol(database, by_policy(), request(person, "C", "1"))
                    .await
                    .unwrap(),
            );
        }
        let person = rural_worker(database, 0).await;
        let enrolled = receipt(
            enrol(database, by_policy(), request(person, "C", "1"))
                .await
                .unwrap(),
        );
        let mut clients = JoinSet::new();
        for _ in 0..20 {
            let database = database.clone();
            clients
                .spawn(async move { cancel(&database, person, enrolled.enrolment, now()).await });
        }
        let answers = clients.join_all().await;
        assert_eq!(
            answers
                .iter()
                .filter(|answer| **answer == Cancelled::Now(None))
                .count(),
            1,
            "{}",
            fresh.name
        );
        assert_eq!(
            database
                .course("C")
                .await
                .unwrap()
                .unwrap()
                .course
                .seats_taken,
            3
        );
    }
}

#[tokio::test]
async fn a_course_that_has_started_is_not_cancelled() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 1)]).await;
        let person = rural_worker(database, 0).await;
        let enrolled = receipt(
            enrol(database, by_policy(), request(person, "C", "1"))
                .await
                .unwrap(),
        );
        let too_late = now() + TimeDelta::days(28);
        assert_eq!(
            cancel(database, person, enrolled.enrolment, too_late).await,
            Cancelled::TooLate
        );
        assert_eq!(
            database
                .course("C")
                .await
                .unwrap()
                .unwrap()
                .course
                .seats_taken,
            1
        );
    }
}

#[tokio::test]
async fn a_course_past_its_day_unpublished_or_unknown_takes_nobody() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let mut late = course("late", TURNER, 1);
        late.apply_until = now().date() - TimeDelta::days(1);
        let mut hidden = course("hidden", TURNER, 1);
        hidden.is_published = false;
        settle(database, vec![late.clone(), hidden]).await;
        let person = rural_worker(database, 0).await;
        let ask = |id: &'static str| enrol(database, by_policy(), request(person, id, id));
        assert_eq!(
            ask("late").await.unwrap(),
            Outcome::Closed {
                apply_until: late.apply_until
            }
        );
        assert_eq!(ask("hidden").await.unwrap(), Outcome::NoSuchCourse);
        assert_eq!(ask("unknown").await.unwrap(), Outcome::NoSuchCourse);
        assert_eq!(
            database.ledger_head().await.unwrap().position,
            0,
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn a_person_who_told_nothing_is_asked_before_they_get_a_seat() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 1)]).await;
        let id = Uuid::from_u128(9);
        let add = database.write(move |transaction| {
            Box::pin(async move {
                transaction
                    .person_by_phone_or_add(id, b"hmac", b"sealed", now())
                    .await
            })
        });
        add.await.unwrap();
        let outcome = enrol(database, by_policy(), request(id, "C", "1"))
            .await
            .unwrap();
        let Outcome::NotEligible { assessment, .. } = outcome else {
            panic!("{outcome:?}")
        };
        assert_eq!(assessment["verdict"], "unknown", "{}", fresh.name);
    }
}

#[tokio::test]
async fn an_enrolment_is_published_for_the_index() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 1)]).await;
        let person = rural_worker(database, 0).await;
        receipt(
            enrol(database, by_policy(), request(person, "C", "1"))
                .await
                .unwrap(),
        );
        let changes = database.changes_after(0, 10).await.unwrap();
        assert_eq!(
            (changes.len(), changes[0].kind, changes[0].only()),
            (1, ChangeKind::Course, Some("C"))
        );
    }
}

/// A client that goes away must not take an acknowledged enrolment of another with it, nor leave half of its own.
#[tokio::test]
async fn what_was_acknowledged_stays_when_others_hang_up() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 10_000)]).await;
        let (mut acknowledged, mut hung_up) = (Vec::new(), 0);
        for round in 0..60 {
            let mut clients = Vec::new();
            for number in 0..5 {
                let person = rural_worker(database, round * 10 + number).await;
                let database = database.clone();
                clients.push(tokio::spawn(async move {
                    enrol(&database, Arc::new(Everybody), request(person, "C", "1")).await
                }));
            }
            // each round hangs up a little later in the course of a transaction
            for _ in 0..round * 3 {
                tokio::task::yield_now().await;
            }
            clients.iter().for_each(JoinHandle::abort);
            let patient = rural_worker(database, round * 10 + 9).await;
            acknowledged.push(receipt(
                enrol(database, Arc::new(Everybody), request(patient, "C", "1"))
                    .await
                    .unwrap(),
            ));
            for client in clients {
                match client.await {
                    Ok(outcome) => acknowledged.push(receipt(outcome.unwrap())),
                    Err(_) => hung_up += 1,
                }
            }
        }
        assert!(
            hung_up > 0 && acknowledged.len() > 60,
            "{}: {hung_up} hung up",
            fresh.name
        );
        for receipt in &acknowledged {
            let recorded = database.ledger_of(receipt.enrolment).await.unwrap();
            assert_eq!(
                recorded.len(),
                1,
                "{}: {} is lost",
                fresh.name,
                receipt.reference
            );
        }
        let proof = ledger::verify(database).await.unwrap();
        assert!(proof.is_sound(), "{}: {:?}", fresh.name, proof.faults);
        let taken = database
            .course("C")
            .await
            .unwrap()
            .unwrap()
            .course
            .seats_taken;
        assert_eq!(
            u64::try_from(taken).unwrap(),
            proof.entries,
            "{}",
            fresh.name
        );
    }
}
