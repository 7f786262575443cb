//! PostgreSQL's trigrams.

use search_index::{Document, comparable};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, Row};

use crate::sqlite::texts;
use crate::{Asked, PAGE, Told};

pub(crate) struct Postgres {
    connection: PgConnection,
    server: String,
    name: String,
}

/// What looks alike, or holds the words: a trigram says little of two characters.
const HITS: &str = "insert into hit
select document, greatest(word_similarity($1, name), 0.5 * word_similarity($1, others), 0.2 * word_similarity($1, about)),
    kind, district, level
from document
where words like '%' || $1 || '%' or $1 <% words";
const PAGE_OF: &str = "select document.id
from hit join document using (document)
where ($1::text is null or hit.kind = $1) and ($2::text is null or hit.district = $2) and ($3::int is null or hit.level = $3)
order by hit.rank desc, document.kind, document.id
limit $4";
const TOTAL: &str = "select count(*)
from hit
where ($1::text is null or kind = $1) and ($2::text is null or district = $2) and ($3::int is null or level = $3)";
const COUNTS: [&str; 3] = [
    "select kind, count(*) from hit where ($1::text is null or true) and ($2::text is null or district = $2) and ($3::int is null or level = $3) group by kind",
    "select district, count(*) from hit where ($1::text is null or kind = $1) and ($2::text is null or true) and ($3::int is null or level = $3) group by district",
    "select level, count(*) from hit where ($1::text is null or kind = $1) and ($2::text is null or district = $2) and ($3::int is null or true) group by level",
];

impl Postgres {
    pub(crate) async fn of(server: &str, documents: &[Document]) -> Self {
        let name = format!("portal_beside_{}", std::process::id());
        let mut admin = PgConnection::connect(server)
            .await
            .expect("the server answers");
        // in a locale that knows no letters beyond ASCII there are no trigrams of characters
        let statement = format!(
            "create database {name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'"
        );
        admin
            .execute(AssertSqlSafe(statement))
            .await
            .expect("databases may be created");
        let (base, _) = server
            .rsplit_once('/')
            .expect("the address names a database");
        let mut connection = PgConnection::connect(&format!("{base}/{name}"))
            .await
            .expect("the server answers");
        connection
            .execute(
                "create extension pg_trgm;
                create table document (document int primary key, kind text, id text, name text, others text, about text, words text, district text, level int);
                create temp table hit (document int, rank real, kind text, district text, level int)",
            )
            .await
            .expect("pg_trgm is installed");
        let mut transaction = connection.begin().await.expect("the server answers");
        for (number, document) in (0_i32..).zip(documents) {
            let (name, others, about) = texts(document);
            let words = format!("{name} {others} {about}");
            sqlx::query("insert into document values ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
                .bind(number)
                .bind(document.kind.code())
                .bind(&document.id)
                .bind(name)
                .bind(others)
                .bind(about)
                .bind(words)
                .bind(document.districts.first())
                .bind(document.levels.first().map(|level| i32::from(*level)))
                .execute(&mut *transaction)
                .await
                .expect("the table takes it");
        }
        transaction.commit().await.expect("the server answers");
        connection
            .execute("create index on document using gin (words gin_trgm_ops); analyze document")
            .await
            .expect("the index can be made");
        Self {
            connection,
            server: server.to_owned(),
            name,
        }
    }

    pub(crate) async fn ask(&mut self, asked: &Asked) -> Told {
        self.ask_for(asked)
            .await
            .expect("the question is well formed")
    }

    async fn ask_for(&mut self, asked: &Asked) -> sqlx::Result<Told> {
        let connection = &mut self.connection;
        connection.execute("truncate hit").await?;
        sqlx::query(HITS)
            .bind(comparable(&asked.text))
            .execute(&mut *connection)
            .await?;
        let kind = asked.kind.map(search_index::Kind::code);
        let level = asked.level.map(i32::from);
        let ids = sqlx::query_scalar(PAGE_OF)
            .bind(kind)
            .bind(&asked.district)
            .bind(level)
            .bind(PAGE as i64)
            .fetch_all(&mut *connection)
            .await?;
        let total = sqlx::query(TOTAL)
            .bind(kind)
            .bind(&asked.district)
            .bind(level)
            .fetch_one(&mut *connection)
            .await?
            .get(0);
        let mut counted = 0;
        for statement in COUNTS {
            let rows = sqlx::query(statement)
                .bind(kind)
                .bind(&asked.district)
                .bind(level)
                .fetch_all(&mut *connection)
                .await?;
            counted += rows.len();
        }
        Ok(Told {
            total,
            ids,
            counted,
        })
    }

    /// Leaves the server as it was.
    pub(crate) async fn leave(self) {
        drop(self.connection);
        let statement = format!("drop database if exists {} with (force)", self.name);
        if let Ok(mut admin) = PgConnection::connect(&self.server).await
            && let Err(fault) = admin.execute(AssertSqlSafe(statement)).await
        {
            println!("{} is left behind: {fault}", self.name);
        }
    }
}
