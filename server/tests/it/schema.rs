//! The two schemas are one: the same tables with the same columns, and nothing left to migrate.

use server::db::Database;

use crate::databases::fresh;

const SQLITE_COLUMNS: &str = "select t.name || '.' || c.name
from sqlite_master t, pragma_table_info(t.name) c
where t.type = 'table' and t.name not like 'sqlite_%' and t.name not like '\\_%' escape '\\'
order by 1";

const POSTGRES_COLUMNS: &str = "select (table_name || '.' || column_name) collate \"C\"
from information_schema.columns
where table_schema = 'public' and table_name not like '\\_%'
order by 1";

#[tokio::test]
async fn a_migrated_database_has_no_pending_migration() {
    for fresh in fresh().await {
        assert!(
            fresh
                .database
                .pending_migrations()
                .await
                .unwrap()
                .is_empty(),
            "{}",
            fresh.name
        );
    }
}

#[tokio::test]
async fn an_empty_file_lacks_every_migration() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::connect(
        &format!("sqlite:{}", folder.path().join("empty.db").display()),
        1,
    )
    .await
    .unwrap();
    let pending = database.pending_migrations().await.unwrap();
    assert_eq!(pending.first().unwrap(), "0001 what is published");
}

#[tokio::test]
async fn both_databases_have_the_same_tables_and_columns() {
    let mut columns: Vec<Vec<String>> = Vec::new();
    for fresh in fresh().await {
        columns.push(match &fresh.database {
            Database::Sqlite { reader, .. } => sqlx::query_scalar(SQLITE_COLUMNS)
                .fetch_all(reader)
                .await
                .unwrap(),
            Database::Postgres(pool) => sqlx::query_scalar(POSTGRES_COLUMNS)
                .fetch_all(pool)
                .await
                .unwrap(),
        });
    }
    assert!(columns[0].contains(&"course.seats_taken".to_owned()));
    assert!(
        columns.windows(2).all(|pair| pair[0] == pair[1]),
        "{columns:#?}"
    );
}
