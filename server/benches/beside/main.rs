//! The search beside what the databases bring themselves, in one run: SQLite's FTS5 (trigrams, and with our tokens) and
//! PostgreSQL's pg_trgm. All hold the same documents, get the same judged questions, and count the same three filters.
//!
//! Latency is the time on the wall from question to page: twenty hits in order, the number of hits, and the counts. The
//! databases are asked over a connection that is open, with prepared statements. Quality is NDCG@10.
//!
//! `cargo setup beside`, or `TEST_DATABASE_URL=… cargo bench -p server --bench beside` with a server where databases may be
//! created; without one PostgreSQL is left out.

#![expect(clippy::print_stdout, reason = "figures are what a bench is for")]

mod ours;
mod postgres;
mod sqlite;

use std::collections::HashSet;
use std::time::{Duration, Instant};

use search_index::quality::{Question, Wanted, held_out, tuned_on};
use search_index::{Document, Kind};
use server::clock::Clock;
use server::db::Database;
use server::demo::{self, Scale};
use server::index;

/// Times that each question is asked; the median counts.
const ROUNDS: usize = 5;
/// A slow search is asked less often: one question's rounds end after this.
const LONGEST: Duration = Duration::from_millis(500);
/// Hits of a page.
const PAGE: usize = 20;

/// A question with its filters, as every search gets it.
#[derive(Clone, Debug, Default)]
struct Asked {
    text: String,
    kind: Option<Kind>,
    district: Option<String>,
    level: Option<u8>,
}

/// What every search tells.
#[derive(Debug, Default)]
struct Told {
    total: i64,
    /// Identifiers in order.
    ids: Vec<String>,
    /// How many values of kind, district and level were counted, so that no search leaves that out.
    counted: usize,
}

/// A search that takes part.
enum Search {
    Ours(Box<ours::Ours>),
    Sqlite(sqlite::Sqlite),
    Postgres(postgres::Postgres),
}

impl Search {
    const fn name(&self) -> &'static str {
        match self {
            Self::Ours(_) => "this portal",
            Self::Sqlite(sqlite) => sqlite.name(),
            Self::Postgres(_) => "PostgreSQL pg_trgm",
        }
    }

    async fn ask(&mut self, asked: &Asked) -> Told {
        match self {
            Self::Ours(ours) => ours.ask(asked),
            Self::Sqlite(sqlite) => sqlite.ask(asked).await,
            Self::Postgres(postgres) => postgres.ask(asked).await,
        }
    }
}

#[tokio::main]
async fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    println!("Furnishing a city a hundred times the demo's …");
    let (vocabulary, documents, today) = city(folder.path()).await;
    println!("{} documents", documents.len());
    // every search gets the words that an index of ours would add
    let documents: Vec<Document> = documents
        .into_iter()
        .map(|document| with_synonyms(document, &vocabulary))
        .collect();
    let mut searches = vec![
        Search::Ours(Box::new(ours::Ours::of(vocabulary, &documents, today))),
        Search::Sqlite(sqlite::Sqlite::trigrams(folder.path(), &documents).await),
        Search::Sqlite(sqlite::Sqlite::tokens(folder.path(), &documents).await),
    ];
    match postgres_address() {
        Some(address) => searches.push(Search::Postgres(
            postgres::Postgres::of(&address, &documents).await,
        )),
        None => println!("without PostgreSQL: TEST_DATABASE_URL names no server"),
    }
    quality(&mut searches, &documents).await;
    latency(&mut searches).await;
    for search in searches {
        if let Search::Postgres(postgres) = search {
            postgres.leave().await;
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "a bench is told of the server by whoever runs it"
)]
fn postgres_address() -> Option<String> {
    std::env::var("TEST_DATABASE_URL").ok()
}

async fn city(
    folder: &std::path::Path,
) -> (search_index::Vocabulary, Vec<Document>, chrono::NaiveDate) {
    let address = format!("sqlite:{}", folder.join("portal.db").display());
    let database = Database::connect(&address, 4)
        .await
        .expect("the database opens");
    database.migrate().await.expect("the schema is laid");
    let clock = Clock::machine();
    demo::seed(&database, &clock, Scale::LoadTest, 1)
        .await
        .expect("the city is furnished");
    let vocabulary = index::vocabulary(&database)
        .await
        .expect("the database answers");
    let documents = index::documents(&database, clock.today())
        .await
        .expect("the database answers");
    database.close().await;
    (vocabulary, documents, clock.today())
}

fn with_synonyms(mut document: Document, vocabulary: &search_index::Vocabulary) -> Document {
    let words = vocabulary
        .synonyms
        .iter()
        .filter(|synonym| document.code.as_ref() == Some(&synonym.code))
        .map(|synonym| synonym.word.clone());
    document.synonyms.extend(words);
    document
}

/// Prints NDCG@10 over the judged questions, and how many find nothing.
async fn quality(searches: &mut [Search], documents: &[Document]) {
    let held: HashSet<&str> = documents.iter().map(|one| one.id.as_str()).collect();
    println!("\nquality               tuned on   held out   finds nothing");
    let mut first = None;
    for search in searches {
        let (tuned, _) = judged(search, &tuned_on(), &held).await;
        let (unseen, empty) = judged(search, &held_out(), &held).await;
        let ratio = unseen / *first.get_or_insert(unseen);
        println!(
            "{:<20} {tuned:>9.3} {unseen:>10.3} {:>14.1}%   ratio {ratio:.2}",
            search.name(),
            empty * 100.0
        );
    }
}

/// Returns the mean of NDCG@10, and the share of questions without an answer that should have one.
async fn judged(search: &mut Search, questions: &[Question], held: &HashSet<&str>) -> (f64, f64) {
    let (mut sum, mut count, mut empty, mut meant) = (0.0, 0.0, 0.0, 0.0);
    for question in questions {
        let kind = match &question.wanted {
            Wanted::Graded(kind, _) => Some(*kind),
            _ => None,
        };
        let asked = Asked {
            text: question.text.clone(),
            kind,
            ..Asked::default()
        };
        let told = search.ask(&asked).await;
        let Some(ndcg) = question.ndcg(&told.ids, |id| held.contains(id)) else {
            continue;
        };
        sum += ndcg;
        count += 1.0;
        if kind.is_some() {
            meant += 1.0;
            empty += f64::from(u8::from(told.ids.is_empty()));
        }
    }
    (sum / count, empty / meant)
}

/// Prints the time from question to page, by the sort of question, and in how many times ours the others take.
async fn latency(searches: &mut [Search]) {
    let plain = |text: &str| Asked {
        text: text.to_owned(),
        ..Asked::default()
    };
    let filtered = |text: &str| Asked {
        text: text.to_owned(),
        kind: Some(Kind::Course),
        district: Some("210211".to_owned()),
        level: Some(4),
    };
    let questions = [
        ("two characters", plain("电工")),
        ("two characters, filtered", filtered("电工")),
        ("four characters", plain("美容美发")),
        ("whole name", plain("中式烹调师")),
        ("one character", plain("工")),
        ("pinyin", plain("diangong")),
        ("nonsense", plain("阿斯顿发给")),
    ];
    println!("\nlatency, median of up to {ROUNDS}; hits in brackets");
    for (name, asked) in &questions {
        println!("{name} ({})", asked.text);
        let mut first = None;
        for search in &mut *searches {
            let (took, told) = timed(search, asked).await;
            let ratio = took.as_secs_f64() / first.get_or_insert(took).as_secs_f64();
            println!(
                "  {:<20} {:>10.3} ms   ratio {ratio:>8.1}   [{} hits, {} counts]",
                search.name(),
                took.as_secs_f64() * 1e3,
                told.total,
                told.counted
            );
        }
    }
}

async fn timed(search: &mut Search, asked: &Asked) -> (Duration, Told) {
    let mut told = search.ask(asked).await;
    let mut times = Vec::new();
    let begun = Instant::now();
    while times.len() < ROUNDS && (times.is_empty() || begun.elapsed() < LONGEST) {
        let start = Instant::now();
        told = search.ask(asked).await;
        times.push(start.elapsed());
    }
    times.sort_unstable();
    (times[times.len() / 2], told)
}
