//! Questions about the offices' staff: accounts and their sessions.

use app::backend::Role;
use chrono::TimeDelta;
use server::db::staff::{StaffSession, StoredStaff};
use uuid::Uuid;

use crate::databases::fresh;
use crate::town::now;

fn account(number: u128, name: &str, role: Role) -> StoredStaff {
    StoredStaff {
        id: Uuid::from_u128(number),
        name: name.to_owned(),
        role,
        password_hash: format!("hash of {name}"),
        created_at: now(),
        disabled_at: None,
    }
}

fn session(token: &[u8], staff: u128) -> StaffSession {
    StaffSession {
        token_hash: token.to_vec(),
        staff: Uuid::from_u128(staff),
        created_at: now(),
        expires_at: now() + TimeDelta::minutes(30),
    }
}

#[tokio::test]
async fn an_account_has_a_name_of_its_own_until_it_is_closed() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let (editor, auditor) = (
            account(1, "wang", Role::Editor),
            account(2, "li", Role::Auditor),
        );
        let added = database.write({
            let (editor, auditor) = (editor.clone(), auditor.clone());
            move |transaction| {
                Box::pin(async move {
                    Ok([
                        transaction.add_staff(&editor).await?,
                        transaction.add_staff(&auditor).await?,
                        transaction
                            .add_staff(&account(3, "wang", Role::Finance))
                            .await?,
                        transaction.put_staff_password("li", "another").await?,
                        transaction.put_staff_password("nobody", "another").await?,
                    ])
                })
            }
        });
        assert_eq!(
            added.await.unwrap(),
            [true, true, false, true, false],
            "{}",
            fresh.name
        );
        let auditor = StoredStaff {
            password_hash: "another".to_owned(),
            ..auditor
        };
        assert_eq!(database.staff().await.unwrap(), [auditor, editor.clone()]);
        assert_eq!(
            database.staff_by_name("wang").await.unwrap(),
            Some(editor.clone())
        );
        assert_eq!(database.staff_by_name("nobody").await.unwrap(), None);

        let later = now() + TimeDelta::hours(1);
        let closed = database.write(move |transaction| {
            Box::pin(async move {
                Ok([
                    transaction.disable_staff("wang", later).await?,
                    transaction.disable_staff("wang", later).await?,
                ])
            })
        });
        assert_eq!(
            closed.await.unwrap(),
            [Some(editor.id), None],
            "{}",
            fresh.name
        );
        let closed = database.staff_by_name("wang").await.unwrap().unwrap();
        assert_eq!(closed.disabled_at, Some(later));
        assert!(!format!("{closed:?}").contains("hash of"));
    }
}

#[tokio::test]
async fn a_session_of_staff_lasts_until_its_end_is_moved_or_its_account_closed() {
    for fresh in fresh().await {
        let database = &fresh.database;
        let begun = database.write(|transaction| {
            Box::pin(async move {
                for (number, name) in [(1, "wang"), (2, "li")] {
                    transaction
                        .add_staff(&account(number, name, Role::Editor))
                        .await?;
                }
                for (token, staff) in [(b"one", 1), (b"two", 2), (b"new", 2)] {
                    transaction
                        .add_staff_session(&session(token, staff))
                        .await?;
                }
                transaction.end_staff_session(b"new").await
            })
        });
        begun.await.unwrap();
        let asked = async |token: &[u8], minutes| {
            let at = now() + TimeDelta::minutes(minutes);
            let found = database.staff_session(token, at).await.unwrap();
            found.map(|(_, staff)| staff.name)
        };
        assert_eq!(
            asked(b"one", 29).await.as_deref(),
            Some("wang"),
            "{}",
            fresh.name
        );
        assert_eq!(asked(b"one", 30).await, None);
        assert_eq!(asked(b"new", 0).await, None);
        let moved = database.write(|transaction| {
            Box::pin(async move {
                let end = now() + TimeDelta::minutes(40);
                transaction.extend_staff_session(b"one", end).await?;
                transaction.disable_staff("li", now()).await
            })
        });
        moved.await.unwrap();
        assert_eq!(asked(b"one", 39).await.as_deref(), Some("wang"));
        assert_eq!(asked(b"two", 1).await, None, "{}", fresh.name);
        let swept = database.write(|transaction| {
            Box::pin(async move {
                let soon = transaction
                    .sweep_staff_sessions(now() + TimeDelta::minutes(39))
                    .await?;
                let late = transaction
                    .sweep_staff_sessions(now() + TimeDelta::minutes(40))
                    .await?;
                Ok((soon, late))
            })
        });
        assert_eq!(swept.await.unwrap(), (0, 1), "{}", fresh.name);
    }
}
