//! Questions about people: persons, codes, sessions, earlier trainings.

use chrono::TimeDelta;
use policy::{HistoryEntry, Level, Programme, State};
use server::db::history::EarlierTraining;
use server::db::login_code::LoginCode;
use server::db::person::Identified;
use server::db::session::{Session, SessionKind};
use uuid::Uuid;

use crate::databases::fresh;
use crate::town::{TURNER, identity, now, rural_worker, today};

#[tokio::test]
async fn a_person_is_found_by_their_phone_and_identified_once() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let (one, two) = (Uuid::from_u128(1_001), Uuid::from_u128(1_002));
        let identified = database.write(move |transaction| {
            Box::pin(async move {
                let added = transaction
                    .person_by_phone_or_add(one, b"phone 1", b"sealed", now())
                    .await?;
                let found = transaction
                    .person_by_phone_or_add(two, b"phone 1", b"sealed", now())
                    .await?;
                assert_eq!((added.id, found.id), (one, one));
                transaction
                    .person_by_phone_or_add(two, b"phone 2", b"sealed", now())
                    .await?;
                transaction.put_facts(one, b"told", now()).await?;
                assert_eq!(
                    transaction
                        .lock_person(one)
                        .await?
                        .unwrap()
                        .facts_sealed
                        .as_deref(),
                    Some(&b"told"[..])
                );
                Ok([
                    transaction.identify(one, &identity(1), now()).await?,
                    transaction.identify(one, &identity(1), now()).await?,
                    transaction.identify(one, &identity(2), now()).await?,
                    transaction.identify(two, &identity(1), now()).await?,
                ])
            })
        });
        let answers = identified.await.unwrap();
        let again = Identified::AlreadyGiven;
        assert_eq!(
            answers,
            [Identified::Stored, again, again, Identified::TakenByAnother],
            "{}",
            fresh.name
        );
        let stored = database.person(one).await.unwrap().unwrap();
        assert_eq!(stored.resident_id_hmac, Some(identity(1).resident_id_hmac));
        assert_eq!(database.person(Uuid::nil()).await.unwrap(), None);
    }
}

#[tokio::test]
async fn a_person_is_put_and_put_again() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let id = rural_worker(database, 7).await;
        let mut person = database.person(id).await.unwrap().unwrap();
        person.updated_at = now() + TimeDelta::hours(1);
        let changed = person.clone();
        let put = database.write(move |transaction| {
            Box::pin(async move { transaction.put_persons(&[changed]).await })
        });
        put.await.unwrap();
        assert_eq!(
            database.person(id).await.unwrap(),
            Some(person),
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn a_code_is_good_for_some_attempts_and_one_use() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let code = |number: u128, minutes| LoginCode {
            id: Uuid::from_u128(number),
            phone_hmac: b"phone".to_vec(),
            code_hmac: format!("code {number}").into_bytes(),
            created_at: now() + TimeDelta::minutes(minutes),
            expires_at: now() + TimeDelta::minutes(minutes + 5),
            attempts: 0,
            used_at: None,
        };
        let tried = database.write(move |transaction| {
            Box::pin(async move {
                transaction.add_login_code(&code(1, 0)).await?;
                transaction.add_login_code(&code(2, 1)).await?;
                let at = now() + TimeDelta::minutes(2);
                let newest = transaction.try_login_code(b"phone", 3, at).await?.unwrap();
                assert_eq!((newest.id, newest.attempts), (Uuid::from_u128(2), 1));
                assert_eq!(transaction.try_login_code(b"another", 3, at).await?, None);
                assert_eq!(transaction.try_login_code(b"phone", 1, at).await?, None);
                assert_eq!(
                    transaction
                        .try_login_code(b"phone", 3, at + TimeDelta::hours(1))
                        .await?,
                    None
                );
                let uses = (
                    transaction.use_login_code(newest.id, at).await?,
                    transaction.use_login_code(newest.id, at).await?,
                );
                assert_eq!(transaction.try_login_code(b"phone", 3, at).await?, None);
                Ok(uses)
            })
        });
        assert_eq!(tried.await.unwrap(), (true, false), "{}", fresh.name);
        assert_eq!(
            database.login_codes_since(b"phone", now()).await.unwrap(),
            1,
            "{}",
            fresh.name
        );
        let swept = database.write(|transaction| {
            Box::pin(async move {
                transaction
                    .sweep_login_codes(now() + TimeDelta::minutes(5))
                    .await
            })
        });
        assert_eq!(swept.await.unwrap(), 1, "{}", fresh.name);
    }
}

#[tokio::test]
async fn a_session_is_renewed_and_ends() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let person = rural_worker(database, 1).await;
        let session = |hash: &str, person| Session {
            token_hash: hash.as_bytes().to_vec(),
            kind: SessionKind::Browser,
            person,
            data: "{}".to_owned(),
            created_at: now(),
            expires_at: now() + TimeDelta::hours(1),
        };
        let begun = database.write(move |transaction| {
            Box::pin(async move {
                transaction.add_session(&session("anonymous", None)).await?;
                transaction
                    .put_session_data(b"anonymous", "[1]", now() + TimeDelta::hours(2))
                    .await?;
                transaction
                    .add_session(&session("other", Some(person)))
                    .await
            })
        });
        begun.await.unwrap();
        let later = now() + TimeDelta::minutes(90);
        assert_eq!(
            database
                .session(b"anonymous", later)
                .await
                .unwrap()
                .unwrap()
                .data,
            "[1]",
            "{}",
            fresh.name
        );
        assert_eq!(
            database.session(b"other", later).await.unwrap(),
            None,
            "{}",
            fresh.name
        );

        let renewed = database.write(move |transaction| {
            Box::pin(async move {
                transaction
                    .renew_session(b"anonymous", &session("signed in", Some(person)))
                    .await
            })
        });
        renewed.await.unwrap();
        assert_eq!(database.session(b"anonymous", now()).await.unwrap(), None);
        let signed_in = database
            .session(b"signed in", now())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (signed_in.person, signed_in.kind),
            (Some(person), SessionKind::Browser)
        );

        let ended = database.write(move |transaction| {
            Box::pin(async move {
                transaction.end_session(b"signed in").await?;
                transaction.add_session(&session("third", None)).await?;
                let of_person = transaction.end_sessions_of(person).await?;
                Ok((
                    of_person,
                    transaction
                        .sweep_sessions(now() + TimeDelta::hours(1))
                        .await?,
                ))
            })
        });
        assert_eq!(ended.await.unwrap(), (1, 1), "{}", fresh.name);
    }
}

#[tokio::test]
async fn earlier_trainings_belong_to_the_history() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let person = rural_worker(database, 1).await;
        let training = EarlierTraining {
            id: Uuid::from_u128(5),
            person,
            programme: Programme::EmploymentSkills,
            occupation: Some(TURNER.to_owned()),
            level: Some(Level::PRIMARY),
            starts_on: today() - TimeDelta::days(400),
            state: State::Paid,
            source: "示例数据".to_owned(),
        };
        let entry = HistoryEntry {
            programme: training.programme,
            occupation: Some(TURNER.parse().unwrap()),
            level: training.level,
            start: training.starts_on,
            state: training.state,
        };
        let inside = database.write(move |transaction| {
            Box::pin(async move {
                let trainings = [training];
                transaction.put_earlier_trainings(&trainings).await?;
                transaction.put_earlier_trainings(&trainings).await?;
                transaction.history_of(person).await
            })
        });
        assert_eq!(inside.await.unwrap(), [entry], "{}", fresh.name);
        assert_eq!(
            database.history_of(person).await.unwrap(),
            [entry],
            "{}",
            fresh.name
        );
    }
}
