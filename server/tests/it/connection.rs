//! What connections promise: nothing acknowledged is lost, readers only read, one writer at a time.

use server::db::Database;
use server::db::change::ChangeKind;
use sqlx::{Connection, PgConnection};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::databases::fresh;
use crate::town::now;

#[tokio::test]
async fn an_abandoned_transaction_does_not_swallow_the_next_write() {
    for fresh in fresh().await {
        let Database::Postgres(pool) = &fresh.database else {
            continue;
        };
        let mut abandoned = Vec::new();
        for _ in 0..pool.options().get_max_connections() {
            let mut connection = pool.acquire().await.unwrap();
            sqlx::raw_sql("begin")
                .execute(&mut *connection)
                .await
                .unwrap();
            abandoned.push(connection);
        }
        drop(abandoned);
        let write = "insert into meta (name, value) values ('kept', 'yes')";
        sqlx::query(write).execute(pool).await.unwrap();

        let mut beside = PgConnection::connect_with(&pool.connect_options())
            .await
            .unwrap();
        let kept = sqlx::query_scalar("select value from meta where name = 'kept'");
        let kept: Option<String> = kept.fetch_optional(&mut beside).await.unwrap();
        assert_eq!(kept.as_deref(), Some("yes"));
    }
}

#[tokio::test]
async fn a_write_that_fails_leaves_nothing_behind() {
    for fresh in fresh().await {
        let failed = fresh.database.write(|transaction| {
            Box::pin(async move {
                transaction.put_meta("half", "done").await?;
                transaction
                    .publish(ChangeKind::Place, "210202", now())
                    .await?;
                // nobody of this id has told anything
                transaction
                    .claim_key(Uuid::nil(), "key", b"request", now())
                    .await
            })
        });
        assert!(failed.await.is_err(), "{}", fresh.name);
        assert_eq!(
            fresh.database.meta("half").await.unwrap(),
            None,
            "{}",
            fresh.name
        );
        assert_eq!(
            fresh.database.last_change().await.unwrap(),
            0,
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn positions_of_the_feed_have_no_gap_and_no_twin() {
    for fresh in fresh().await {
        let mut writers = JoinSet::new();
        for number in 0..40 {
            let database = fresh.database.clone();
            writers.spawn(async move {
                let subject = format!("C{number}");
                let published = database.write(move |transaction| {
                    Box::pin(async move {
                        transaction
                            .publish(ChangeKind::Course, &subject, now())
                            .await
                    })
                });
                published.await.unwrap();
            });
        }
        writers.join_all().await;
        let changes = fresh.database.changes_after(0, 100).await.unwrap();
        let positions: Vec<i64> = changes.iter().map(|change| change.position).collect();
        assert_eq!(positions, (1..=40).collect::<Vec<i64>>(), "{}", fresh.name);
    }
}

/// SQLite's number for `synchronous=full`.
const FULL: i64 = 2;

#[tokio::test]
async fn the_file_is_kept_as_safely_as_promised() {
    let fresh = fresh().await.swap_remove(0);
    let Database::Sqlite { reader, writer } = &fresh.database else {
        panic!("the first database is SQLite");
    };
    for pool in [reader, writer] {
        let journal: String = sqlx::query_scalar("pragma journal_mode")
            .fetch_one(pool)
            .await
            .unwrap();
        let synchronous: i64 = sqlx::query_scalar("pragma synchronous")
            .fetch_one(pool)
            .await
            .unwrap();
        let foreign_keys: i64 = sqlx::query_scalar("pragma foreign_keys")
            .fetch_one(pool)
            .await
            .unwrap();
        let timeout: i64 = sqlx::query_scalar("pragma busy_timeout")
            .fetch_one(pool)
            .await
            .unwrap();
        assert_eq!(
            (journal.as_str(), synchronous, foreign_keys, timeout),
            ("wal", FULL, 1, 10_000)
        );
    }
    assert_eq!(writer.options().get_max_connections(), 1);
    let write = "insert into meta (name, value) values ('read', 'only')";
    assert!(sqlx::query(write).execute(reader).await.is_err());
}
