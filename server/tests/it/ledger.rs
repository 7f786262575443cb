//! The ledger on both databases: it can't be rewritten by mistake, and every byte changed by force is found.

use server::db::Database;
use server::enrolment::enrol;
use server::ledger::{self, Flaw};
use sqlx::AssertSqlSafe;

use crate::databases::{Fresh, fresh};
use crate::town::{TURNER, by_policy, cancel, course, now, receipt, request, rural_worker, settle};

/// Runs a statement as an intruder would, beside the portal.
async fn intrude(database: &Database, statement: &str) -> Result<(), sqlx::Error> {
    let statement = AssertSqlSafe(statement.to_owned());
    match database {
        Database::Sqlite { writer, .. } => {
            sqlx::raw_sql(statement).execute(writer).await.map(|_| ())
        }
        Database::Postgres(pool) => sqlx::raw_sql(statement).execute(pool).await.map(|_| ()),
    }
}

/// Takes the guards away, as somebody with all rights could.
async fn disarm(database: &Database) {
    let statements = match database {
        Database::Sqlite { .. } => {
            "drop trigger ledger_entry_follows_head;
             drop trigger ledger_entry_is_not_updated;
             drop trigger ledger_entry_is_not_deleted;
             drop trigger ledger_head_only_advances"
        }
        Database::Postgres(_) => {
            "alter table ledger_entry disable trigger user;
             alter table ledger_head disable trigger user"
        }
    };
    intrude(database, statements).await.unwrap();
}

/// Fills a ledger with four enrolments and a cancellation.
async fn with_five_entries(fresh: &Fresh) {
    let database = &fresh.database;
    settle(database, vec![course("C", TURNER, 9)]).await;
    for number in 0..4 {
        let person = rural_worker(database, number).await;
        let outcome = enrol(database, by_policy(), request(person, "C", "1"))
            .await
            .unwrap();
        let enrolled = receipt(outcome);
        if number == 3 {
            cancel(database, person, enrolled.enrolment, now()).await;
        }
    }
}

#[tokio::test]
async fn an_untouched_ledger_is_sound() {
    for fresh in fresh().await {
        assert!(ledger::verify(&fresh.database).await.unwrap().is_sound());
        with_five_entries(&fresh).await;
        let proof = ledger::verify(&fresh.database).await.unwrap();
        assert_eq!(
            (proof.entries, proof.faults.as_slice()),
            (5, [].as_slice()),
            "{}",
            fresh.name
        );
        assert_eq!(proof.head, fresh.database.ledger_head().await.unwrap());
    }
}

#[tokio::test]
async fn the_database_refuses_to_rewrite_the_ledger() {
    for fresh in fresh().await {
        with_five_entries(&fresh).await;
        let mut attempts = vec![
            "update ledger_entry set body = '{}' where position = 2",
            "delete from ledger_entry where position = 5",
            "delete from ledger_entry",
            "insert into ledger_entry (position, at, kind, body, previous_hash, hash)
             select 9, at, kind, body, hash, previous_hash from ledger_entry where position = 5",
            "update ledger_head set position = position - 1",
            "update ledger_head set hash = (select hash from ledger_entry where position = 1)",
            "delete from ledger_head",
        ];
        match fresh.database {
            Database::Sqlite { .. } => attempts.extend([
                "insert or replace into ledger_entry (position, at, kind, body, previous_hash, hash)
                 select 2, at, kind, '{}', previous_hash, zeroblob(31) from ledger_entry where position = 2",
                "insert or replace into ledger_head (id, position, hash) values (1, 0, zeroblob(32))",
            ]),
            Database::Postgres(_) => attempts.extend(["truncate ledger_entry", "truncate ledger_head"]),
        }
        for attempt in attempts {
            assert!(
                intrude(&fresh.database, attempt).await.is_err(),
                "{}: {attempt}",
                fresh.name
            );
        }
        assert!(
            ledger::verify(&fresh.database).await.unwrap().is_sound(),
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn every_changed_field_is_found_where_it_was_changed() {
    for fresh in fresh().await {
        with_five_entries(&fresh).await;
        disarm(&fresh.database).await;
        let zeros = match fresh.database {
            Database::Sqlite { .. } => "zeroblob(16)",
            Database::Postgres(_) => "'00000000-0000-0000-0000-000000000000'",
        };
        let changes = [
            ("at", "at + 1", Flaw::ContentChanged),
            ("kind", "'cancelled'", Flaw::ContentChanged),
            ("actor", zeros, Flaw::ContentChanged),
            ("actor", "null", Flaw::ContentChanged),
            ("person", zeros, Flaw::ContentChanged),
            ("course", "'D'", Flaw::ContentChanged),
            ("course", "null", Flaw::ContentChanged),
            ("enrolment", zeros, Flaw::ContentChanged),
            ("body", "body || ' '", Flaw::ContentChanged),
            ("previous_hash", "hash", Flaw::ChainBroken),
        ];
        for (column, value, flaw) in changes {
            let keep = "create table kept as select * from ledger_entry where position = 3";
            intrude(&fresh.database, keep).await.unwrap();
            let change = format!("update ledger_entry set {column} = {value} where position = 3");
            intrude(&fresh.database, &change).await.unwrap();
            let faults = ledger::verify(&fresh.database).await.unwrap().faults;
            assert!(
                faults
                    .iter()
                    .any(|fault| fault.position == 3 && fault.flaw == flaw),
                "{}: {change}: {faults:?}",
                fresh.name
            );
            let restore = format!(
                "update ledger_entry set {column} = (select {column} from kept) where position = 3; drop table kept"
            );
            intrude(&fresh.database, &restore).await.unwrap();
            assert!(
                ledger::verify(&fresh.database).await.unwrap().is_sound(),
                "{}: {restore}",
                fresh.name
            );
        }
    }
}

#[tokio::test]
async fn a_changed_hash_breaks_the_chain_behind_it() {
    for fresh in fresh().await {
        with_five_entries(&fresh).await;
        disarm(&fresh.database).await;
        let change = match fresh.database {
            Database::Sqlite { .. } => {
                "update ledger_entry set hash = zeroblob(32) where position = 3"
            }
            Database::Postgres(_) => {
                "update ledger_entry set hash = decode(repeat('00', 32), 'hex') where position = 3"
            }
        };
        intrude(&fresh.database, change).await.unwrap();
        let found: Vec<(i64, Flaw)> = ledger::verify(&fresh.database)
            .await
            .unwrap()
            .faults
            .iter()
            .map(|fault| (fault.position, fault.flaw))
            .collect();
        assert_eq!(
            found,
            [(3, Flaw::ContentChanged), (4, Flaw::ChainBroken)],
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn missing_entries_are_found_in_the_middle_and_at_the_end() {
    for fresh in fresh().await {
        with_five_entries(&fresh).await;
        disarm(&fresh.database).await;
        intrude(
            &fresh.database,
            "delete from ledger_entry where position = 5",
        )
        .await
        .unwrap();
        let faults = ledger::verify(&fresh.database).await.unwrap().faults;
        assert_eq!(
            (faults.len(), faults[0].flaw),
            (1, Flaw::HeadDiffers),
            "{}",
            fresh.name
        );
        intrude(
            &fresh.database,
            "delete from ledger_entry where position = 2",
        )
        .await
        .unwrap();
        let faults = ledger::verify(&fresh.database).await.unwrap().faults;
        assert!(
            faults
                .iter()
                .any(|fault| (fault.position, fault.flaw) == (3, Flaw::EntriesMissing)),
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn a_first_entry_without_a_hash_before_it_is_not_taken_for_sound() {
    for fresh in fresh().await {
        with_five_entries(&fresh).await;
        disarm(&fresh.database).await;
        let shorten = match fresh.database {
            Database::Sqlite { .. } => {
                "update ledger_entry set previous_hash = zeroblob(31) where position = 1"
            }
            Database::Postgres(_) => {
                "update ledger_entry set previous_hash = decode('', 'hex') where position = 1"
            }
        };
        intrude(&fresh.database, shorten).await.unwrap();
        let faults = ledger::verify(&fresh.database).await.unwrap().faults;
        assert!(
            faults
                .iter()
                .any(|fault| (fault.position, fault.flaw) == (1, Flaw::ChainBroken)),
            "{}",
            fresh.name
        );
    }
}
