//! The line before a full course, on both databases: joined once, served in order, the policy asked again, never oversold.

mod pages;

use std::collections::HashSet;
use std::sync::Arc;

use chrono::TimeDelta;
use policy::State;
use server::db::Database;
use server::enrolment::{
    self, Cancelled, Case, Eligibility, Left, Outcome, Place, Promotion, Request, Ruling,
    Withdrawal, enrol, leave, serve_line,
};
use server::ledger;
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::databases::fresh;
use crate::town::{
    COOK, Everybody, TURNER, by_policy, cancel, course, now, receipt, request, rural_worker, settle,
};

/// Asks for a seat and is ready to wait for it.
fn waiting(person: Uuid, course: &str, key: &str) -> Request {
    Request {
        waits: true,
        ..request(person, course, key)
    }
}

async fn ask(database: &Database, request: Request) -> Outcome {
    enrol(database, by_policy(), request).await.unwrap()
}

fn place(outcome: &Outcome) -> Place {
    match outcome {
        Outcome::InLine(place) => *place,
        other => panic!("not in line but {other:?}"),
    }
}

fn promotion(cancelled: Cancelled) -> Promotion {
    match cancelled {
        Cancelled::Now(Some(promotion)) => promotion,
        other => panic!("nobody was promoted: {other:?}"),
    }
}

fn withdrawal(person: Uuid, id: Uuid) -> Withdrawal {
    Withdrawal {
        person,
        id,
        now: now(),
    }
}

async fn seats_taken(database: &Database, id: &str) -> i32 {
    let placed = database.course(id).await.unwrap().unwrap();
    placed.course.seats_taken
}

async fn kinds(database: &Database) -> Vec<String> {
    let entries = database.ledger_after(0, 1_000).await.unwrap();
    entries
        .into_iter()
        .map(|entry| entry.content.kind)
        .collect()
}

/// Fills a database with course C of one seat, which `holder` has, and these people in line behind it.
async fn line_of(database: &Database, people: &[Uuid]) -> Uuid {
    let holder = rural_worker(database, 900).await;
    let seated = receipt(ask(database, request(holder, "C", "seat")).await);
    for (number, person) in (1..).zip(people) {
        let told = place(&ask(database, waiting(*person, "C", "wait")).await);
        assert_eq!((told.place, told.waiting), (number, number));
    }
    seated.enrolment
}

async fn people<const N: usize>(database: &Database) -> [Uuid; N] {
    let mut all = [Uuid::nil(); N];
    for (number, person) in (0..).zip(&mut all) {
        *person = rural_worker(database, number).await;
    }
    all
}

#[tokio::test]
async fn a_full_course_tells_the_same_place_however_often_somebody_asks() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 1)]).await;
        let [first, second] = people(database).await;
        line_of(database, &[first, second]).await;

        let again = ask(database, waiting(second, "C", "another key")).await;
        assert_eq!((place(&again).place, place(&again).waiting), (2, 2));
        assert_eq!(ask(database, waiting(second, "C", "wait")).await, again);
        let behind = ask(database, request(second, "C", "no wish to wait")).await;
        assert_eq!(behind, again, "who waits is told so however they ask");
        let used = ask(database, request(second, "C", "wait")).await;
        assert_eq!(used, Outcome::KeyUsedForAnother);
        assert_eq!(
            kinds(database).await,
            ["enrolled", "joined_line", "joined_line"],
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn a_reply_stays_what_it_was_when_the_line_moves_on() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 1)]).await;
        let [first, second] = people(database).await;
        let held = line_of(database, &[first, second]).await;
        let holder = rural_worker(database, 900).await;
        let before = ask(database, waiting(second, "C", "wait")).await;
        promotion(cancel(database, holder, held, now()).await);
        assert_eq!(ask(database, waiting(second, "C", "wait")).await, before);
        let anew = place(&ask(database, waiting(second, "C", "new")).await);
        assert_eq!((anew.place, anew.waiting), (1, 1), "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_seat_that_is_given_back_goes_to_the_first_in_line() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 1)]).await;
        let [first, second] = people(database).await;
        let held = line_of(database, &[first, second]).await;
        let holder = rural_worker(database, 900).await;

        let promoted = promotion(cancel(database, holder, held, now()).await);
        assert_eq!(promoted.person, first);
        assert_eq!(seats_taken(database, "C").await, 1);
        let enrolments = database.enrolments_of(first).await.unwrap();
        assert_eq!(
            (enrolments[0].reference.as_str(), enrolments[0].state),
            (promoted.receipt.reference.as_str(), State::Reserved)
        );
        assert_eq!(
            database.waiting_of(first, now().date()).await.unwrap(),
            [],
            "who has a seat waits no longer"
        );
        assert_eq!(
            kinds(database).await,
            [
                "enrolled",
                "joined_line",
                "joined_line",
                "cancelled",
                "promoted"
            ],
            "{}",
            fresh.name
        );
        let recorded = database
            .ledger_of(promoted.receipt.enrolment)
            .await
            .unwrap();
        assert_eq!(
            (recorded[0].content.actor, recorded[0].content.person),
            (None, Some(first)),
            "nobody pressed a button for it"
        );
        assert!(ledger::verify(database).await.unwrap().is_sound());

        let next = cancel(database, first, promoted.receipt.enrolment, now()).await;
        assert_eq!(promotion(next).person, second);
    }
}

#[tokio::test]
async fn whoever_may_not_have_the_seat_any_more_is_passed_over_and_keeps_the_place() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 1), course("D", COOK, 5)]).await;
        let [busy, free] = people(database).await;
        let held = line_of(database, &[busy, free]).await;
        let holder = rural_worker(database, 900).await;
        // a second training of the year
        let other = receipt(ask(database, request(busy, "D", "seat")).await);

        let promoted = promotion(cancel(database, holder, held, now()).await);
        assert_eq!(promoted.person, free, "{}", fresh.name);
        let standing = database.waiting_of(busy, now().date()).await.unwrap();
        assert_eq!(
            (standing.len(), standing[0].standing.place),
            (1, 1),
            "the place is theirs to give up"
        );

        cancel(database, busy, other.enrolment, now()).await;
        let next = cancel(database, free, promoted.receipt.enrolment, now()).await;
        assert_eq!(promotion(next).person, busy, "{}", fresh.name);
    }
}

#[tokio::test]
async fn only_who_may_have_the_seat_may_wait_for_it() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let mut over = course("over", TURNER, 0);
        over.apply_until = now().date() - TimeDelta::days(1);
        settle(
            database,
            vec![course("C", TURNER, 0), course("D", COOK, 5), over],
        )
        .await;
        let [busy] = people(database).await;
        receipt(ask(database, request(busy, "D", "seat")).await);
        let refused = ask(database, waiting(busy, "C", "wait")).await;
        let Outcome::NotEligible { assessment, .. } = refused else {
            panic!("{refused:?}")
        };
        let rules = assessment["rules"].as_array().unwrap();
        let year = rules.iter().find(|rule| rule["id"] == "year").unwrap();
        assert_eq!(year["outcome"], "fail", "{}", fresh.name);

        let late = ask(database, waiting(busy, "over", "late")).await;
        assert!(matches!(late, Outcome::Closed { .. }), "{late:?}");
        assert_eq!(database.waiting_for("C").await.unwrap(), 0);
        assert_eq!(database.waiting_for("over").await.unwrap(), 0);
    }
}

#[tokio::test]
async fn who_leaves_the_line_makes_room_for_the_others() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 1)]).await;
        let [first, second, stranger] = people(database).await;
        let held = line_of(database, &[first, second]).await;
        let holder = rural_worker(database, 900).await;
        let mine = place(&ask(database, waiting(first, "C", "wait")).await).id;

        let of = |person| leave(database, withdrawal(person, mine));
        assert_eq!(of(stranger).await.unwrap(), Left::NotInLine);
        assert_eq!(of(first).await.unwrap(), Left::Now);
        assert_eq!(of(first).await.unwrap(), Left::Already);
        let theirs = place(&ask(database, waiting(second, "C", "new")).await);
        assert_eq!((theirs.place, theirs.waiting), (1, 1));

        promotion(cancel(database, holder, held, now()).await);
        assert_eq!(
            leave(database, withdrawal(second, theirs.id))
                .await
                .unwrap(),
            Left::Seated,
            "{}",
            fresh.name
        );
        let back = place(&ask(database, waiting(first, "C", "again")).await);
        assert_ne!(back.id, mine, "coming back is waiting anew");
    }
}

#[tokio::test]
async fn seats_that_an_import_brings_go_to_the_line_until_the_course_starts() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 1)]).await;
        let [first, second, third] = people(database).await;
        line_of(database, &[first, second, third]).await;
        let larger = course("C", TURNER, 3);
        let starts_on = larger.starts_on;
        let grown = database.write(move |transaction| {
            Box::pin(async move { transaction.put_course(&larger).await })
        });
        assert!(grown.await.unwrap());

        let today = now().date();
        assert_eq!(database.lines_with_seats(today).await.unwrap(), ["C"]);
        assert_eq!(
            database.lines_with_seats(starts_on).await.unwrap(),
            Vec::<String>::new()
        );
        let serve = |now| serve_line(database, by_policy(), "C".to_owned(), now);
        let on_the_first_day = now() + (starts_on - today);
        assert_eq!(serve(on_the_first_day).await.unwrap(), None);
        let mut served = Vec::new();
        while let Some(promotion) = serve(now()).await.unwrap() {
            served.push(promotion.person);
        }
        assert_eq!(served, [first, second], "{}", fresh.name);
        assert_eq!(seats_taken(database, "C").await, 3);
        assert_eq!(database.last_change().await.unwrap(), 3);
    }
}

/// Everybody with a seat gives it back while two hundred others ask for one, and some give up waiting.
#[tokio::test]
async fn seats_are_never_oversold_while_people_come_wait_and_go() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(database, vec![course("C", TURNER, 20)]).await;
        let eligibility: Arc<dyn Eligibility> = Arc::new(Everybody);
        let mut holders = Vec::new();
        for number in 0..20 {
            let person = rural_worker(database, number).await;
            let seated = receipt(ask(database, request(person, "C", "seat")).await);
            holders.push((person, seated.enrolment));
        }
        let mut clients = JoinSet::new();
        for number in 100..300 {
            let person = rural_worker(database, number).await;
            let (database, eligibility) = (database.clone(), eligibility.clone());
            clients.spawn(async move {
                let asked = enrol(&database, eligibility, waiting(person, "C", "wait"));
                let outcome = asked.await.unwrap();
                if let Outcome::InLine(place) = outcome
                    && number % 10 == 0
                {
                    leave(&database, withdrawal(person, place.id))
                        .await
                        .unwrap();
                }
            });
        }
        for (person, enrolment) in holders {
            let (database, eligibility) = (database.clone(), eligibility.clone());
            clients.spawn(async move {
                let withdrawal = withdrawal(person, enrolment);
                let cancelled = enrolment::cancel(&database, eligibility, withdrawal).await;
                assert!(matches!(cancelled.unwrap(), Cancelled::Now(_)));
            });
        }
        clients.join_all().await;

        let entries = database.ledger_after(0, 1_000).await.unwrap();
        let count = |kind: &str| {
            let of_kind = entries.iter().filter(|entry| entry.content.kind == kind);
            i32::try_from(of_kind.count()).unwrap()
        };
        assert_eq!(seats_taken(database, "C").await, 20, "{}", fresh.name);
        assert_eq!(count("cancelled"), 20);
        assert_eq!(count("enrolled") + count("promoted"), 40);
        let still = count("joined_line") - count("left_line") - count("promoted");
        assert_eq!(
            database.waiting_for("C").await.unwrap(),
            i64::from(still),
            "{}",
            fresh.name
        );
        // the ledger alone shows that nobody was passed over
        let mut line = Vec::new();
        for entry in &entries {
            let person = entry.content.person.unwrap();
            match entry.content.kind.as_str() {
                "joined_line" => line.push(person),
                "left_line" => line.retain(|waiting| *waiting != person),
                "promoted" => assert_eq!(line.remove(0), person, "{}", fresh.name),
                _ => {}
            }
        }
        let proof = ledger::verify(database).await.unwrap();
        assert!(proof.is_sound(), "{}: {:?}", fresh.name, proof.faults);
    }
}

/// In two courses everybody of the one waits for the other, and all cancel at once: no two wait for one another.
#[tokio::test]
async fn crossing_lines_do_not_lock_one_another_out() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(
            database,
            vec![course("C", TURNER, 10), course("D", COOK, 10)],
        )
        .await;
        let eligibility: Arc<dyn Eligibility> = Arc::new(Everybody);
        let enrol = |request| enrol(database, eligibility.clone(), request);
        let mut seats = Vec::new();
        for number in 0..20 {
            let person = rural_worker(database, number).await;
            let (here, there) = if number % 2 == 0 {
                ("C", "D")
            } else {
                ("D", "C")
            };
            let seated = receipt(enrol(request(person, here, "seat")).await.unwrap());
            seats.push((person, seated.enrolment, there));
        }
        for (person, _, there) in &seats {
            place(&enrol(waiting(*person, there, "wait")).await.unwrap());
        }
        let mut clients = JoinSet::new();
        for (person, enrolment, _) in seats {
            let (database, eligibility) = (database.clone(), eligibility.clone());
            clients.spawn(async move {
                let withdrawal = withdrawal(person, enrolment);
                promotion(
                    enrolment::cancel(&database, eligibility, withdrawal)
                        .await
                        .unwrap(),
                )
                .person
            });
        }
        let promoted: HashSet<Uuid> = clients.join_all().await.into_iter().collect();
        assert_eq!(promoted.len(), 20, "{}", fresh.name);
        for id in ["C", "D"] {
            assert_eq!(seats_taken(database, id).await, 10);
            assert_eq!(database.waiting_for(id).await.unwrap(), 0);
        }
    }
}

/// Lets nobody in any more.
#[derive(Debug)]
struct Nobody;

impl Eligibility for Nobody {
    fn decide(&self, case: &Case) -> server::db::Result<Ruling> {
        let ruling = Everybody.decide(case)?;
        Ok(Ruling {
            is_eligible: false,
            ..ruling
        })
    }
}

/// The same people stand in two lines in opposite orders, and all are passed over in both at once.
#[tokio::test]
async fn whoever_is_passed_over_is_not_held_while_the_next_is_asked() {
    for fresh in fresh().await {
        let database = &fresh.database;
        settle(
            database,
            vec![course("C", TURNER, 10), course("D", COOK, 10)],
        )
        .await;
        let everybody: Arc<dyn Eligibility> = Arc::new(Everybody);
        let enrol = |request| enrol(database, everybody.clone(), request);
        let mut seats = Vec::new();
        for number in 100..120 {
            let person = rural_worker(database, number).await;
            let id = if number % 2 == 0 { "C" } else { "D" };
            let seated = receipt(enrol(request(person, id, "seat")).await.unwrap());
            seats.push((person, seated.enrolment));
        }
        let line: [Uuid; 20] = people(database).await;
        for (first, last) in line.iter().zip(line.iter().rev()) {
            place(&enrol(waiting(*first, "C", "C")).await.unwrap());
            place(&enrol(waiting(*last, "D", "D")).await.unwrap());
        }
        let mut clients = JoinSet::new();
        for (person, id) in seats {
            let database = database.clone();
            clients.spawn(async move {
                enrolment::cancel(&database, Arc::new(Nobody), withdrawal(person, id)).await
            });
        }
        for cancelled in clients.join_all().await {
            assert_eq!(cancelled.unwrap(), Cancelled::Now(None), "{}", fresh.name);
        }
        for id in ["C", "D"] {
            assert_eq!(seats_taken(database, id).await, 0);
            assert_eq!(database.waiting_for(id).await.unwrap(), 20);
        }
    }
}
