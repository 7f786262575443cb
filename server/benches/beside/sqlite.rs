//! SQLite's FTS5: its own trigrams, or our tokens with blanks between them.

use std::path::Path;

use search_index::{Document, comparable, tokens};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{ConnectOptions, Connection, Row};

use crate::{Asked, PAGE, Told};

pub(crate) struct Sqlite {
    connection: SqliteConnection,
    has_tokens: bool,
}

/// Hits into a table of their own, from which page and counts come: the text is looked for once.
const HITS_BY_MATCH: &str = "insert into hit
select document.rowid, bm25(words, 10.0, 4.0, 1.0), kind, district, level
from words join document on document.rowid = words.rowid
where words match $1";
/// Trigrams know nothing of shorter words: these are looked for in every document.
const HITS_BY_SIGHT: &str = "insert into hit
select rowid, case when name = $1 then -3 when name like $1 || '%' then -2 when name like '%' || $1 || '%' then -1 else 0 end,
    kind, district, level
from document
where name like '%' || $1 || '%' or others like '%' || $1 || '%' or about like '%' || $1 || '%'";
const PAGE_OF: &str = "select document.id
from hit join document on document.rowid = hit.document
where ($1 is null or hit.kind = $1) and ($2 is null or hit.district = $2) and ($3 is null or hit.level = $3)
order by hit.rank, document.kind, document.id
limit $4";
const TOTAL: &str = "select count(*)
from hit
where ($1 is null or kind = $1) and ($2 is null or district = $2) and ($3 is null or level = $3)";
/// Each filter's values without that filter itself.
const COUNTS: [&str; 3] = [
    "select kind, count(*) from hit where ($2 is null or district = $2) and ($3 is null or level = $3) group by kind",
    "select district, count(*) from hit where ($1 is null or kind = $1) and ($3 is null or level = $3) group by district",
    "select level, count(*) from hit where ($1 is null or kind = $1) and ($2 is null or district = $2) group by level",
];

impl Sqlite {
    pub(crate) async fn trigrams(folder: &Path, documents: &[Document]) -> Self {
        Self::of(&folder.join("trigrams.db"), documents, false).await
    }

    pub(crate) async fn tokens(folder: &Path, documents: &[Document]) -> Self {
        Self::of(&folder.join("tokens.db"), documents, true).await
    }

    pub(crate) const fn name(&self) -> &'static str {
        if self.has_tokens {
            "FTS5 with our tokens"
        } else {
            "FTS5 trigram"
        }
    }

    async fn of(file: &Path, documents: &[Document], has_tokens: bool) -> Self {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(true);
        let mut connection = options.connect().await.expect("a file can be made");
        let tokenizer = if has_tokens { "unicode61" } else { "trigram" };
        let statements = format!(
            "create table document (kind text, id text, name text, others text, about text, district text, level integer);
            create virtual table words using fts5 (name, others, about, tokenize = '{tokenizer}');
            create temp table hit (document integer, rank real, kind text, district text, level integer)"
        );
        sqlx::raw_sql(sqlx::AssertSqlSafe(statements))
            .execute(&mut connection)
            .await
            .expect("the tables can be made");
        let mut transaction = connection.begin().await.expect("the file is ours");
        for document in documents {
            let (name, others, about) = texts(document);
            sqlx::query("insert into document values ($1, $2, $3, $4, $5, $6, $7)")
                .bind(document.kind.code())
                .bind(&document.id)
                .bind(&name)
                .bind(&others)
                .bind(&about)
                .bind(document.districts.first())
                .bind(document.levels.first())
                .execute(&mut *transaction)
                .await
                .expect("the table takes it");
            let kept = |text: &str| {
                if has_tokens {
                    tokens(text).join(" ")
                } else {
                    text.to_owned()
                }
            };
            sqlx::query("insert into words (rowid, name, others, about) values (last_insert_rowid(), $1, $2, $3)")
                .bind(kept(&name))
                .bind(kept(&others))
                .bind(kept(&about))
                .execute(&mut *transaction)
                .await
                .expect("the table takes it");
        }
        transaction.commit().await.expect("the file is ours");
        Self {
            connection,
            has_tokens,
        }
    }

    pub(crate) async fn ask(&mut self, asked: &Asked) -> Told {
        self.ask_for(asked)
            .await
            .expect("the question is well formed")
    }

    async fn ask_for(&mut self, asked: &Asked) -> sqlx::Result<Told> {
        let connection = &mut self.connection;
        sqlx::query("delete from hit")
            .execute(&mut *connection)
            .await?;
        let text = comparable(&asked.text);
        let question = if self.has_tokens {
            matching(&text)
        } else {
            (text.chars().count() >= 3).then(|| format!("\"{text}\""))
        };
        match question {
            Some(question) => {
                sqlx::query(HITS_BY_MATCH)
                    .bind(question)
                    .execute(&mut *connection)
                    .await?
            }
            None => {
                sqlx::query(HITS_BY_SIGHT)
                    .bind(text)
                    .execute(&mut *connection)
                    .await?
            }
        };
        let kind = asked.kind.map(search_index::Kind::code);
        let ids = sqlx::query_scalar(PAGE_OF)
            .bind(kind)
            .bind(&asked.district)
            .bind(asked.level)
            .bind(PAGE as i64)
            .fetch_all(&mut *connection)
            .await?;
        let total = sqlx::query(TOTAL)
            .bind(kind)
            .bind(&asked.district)
            .bind(asked.level)
            .fetch_one(&mut *connection)
            .await?
            .get(0);
        let mut counted = 0;
        for statement in COUNTS {
            let rows = sqlx::query(statement)
                .bind(kind)
                .bind(&asked.district)
                .bind(asked.level)
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
}

/// All pairs of neighbours, or the one character.
fn matching(text: &str) -> Option<String> {
    let mut tokens = tokens(text);
    let count = text.chars().count();
    if count > 1 {
        tokens.drain(..count);
    }
    let quoted: Vec<_> = tokens.iter().map(|token| format!("\"{token}\"")).collect();
    (!quoted.is_empty()).then(|| quoted.join(" AND "))
}

/// Name, other names, and what is around, in comparable form.
pub(crate) fn texts(document: &Document) -> (String, String, String) {
    let joined = |texts: &mut dyn Iterator<Item = &String>| {
        texts
            .map(|text| comparable(text))
            .collect::<Vec<_>>()
            .join(" ")
    };
    (
        comparable(&document.name),
        joined(&mut document.aliases.iter().chain(&document.synonyms)),
        joined(&mut document.about.iter()),
    )
}
