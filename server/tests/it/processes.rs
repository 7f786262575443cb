//! Whole processes of the portal on one database, each with a search index of its own: what one of them publishes the other
//! finds, and one that was killed goes on where it was.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use app::query::Query;
use search_index::Standing;
use serde_json::Value;
use server::db::course::Course;
use server::index;
use server::seal::Keys;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::databases::{Fresh, fresh};
use crate::town::{COOK, TURNER, course, publish, settle};

/// Whoever waits longer waits for nothing.
const PATIENCE: Duration = Duration::from_secs(60);

/// A portal that serves in a process of its own; it is killed when this is dropped.
struct Portal {
    process: Child,
    address: String,
}

impl Portal {
    fn start(fresh: &Fresh, folder: &Path) -> Self {
        let mut process = command(fresh, folder)
            .args(["serve", "--listen", "127.0.0.1:0"])
            .env("PORTAL_KEYS", Keys::generate().to_text().as_str())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let told = BufReader::new(process.stdout.take().unwrap()).lines();
        let address = told.map_while(Result::ok).find_map(|line| {
            let (_, after) = line.split_once("http://")?;
            Some(after.split_once('/')?.0.to_owned())
        });
        Self {
            process,
            address: address.expect("the portal tells its address"),
        }
    }

    /// Returns the ids of the courses that it finds.
    async fn found(&self, words: &str) -> BTreeSet<String> {
        let query = Query::encode([("kind", "course"), ("q", words)]);
        let request = format!(
            "GET /api/v1/search?{query} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n",
            self.address
        );
        let mut stream = TcpStream::connect(&self.address).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("HTTP/1.1 200"), "{answer}");
        let body: Value = serde_json::from_str(body).unwrap();
        let hits = body["hits"].as_array().unwrap();
        hits.iter()
            .map(|hit| hit["id"].as_str().unwrap().to_owned())
            .collect()
    }

    /// Waits until it finds a course by its title; returns how long that took.
    async fn finds(&self, course: &Course) -> Duration {
        let begun = Instant::now();
        while !self.found(&course.title).await.contains(&course.id) {
            let waited = begun.elapsed();
            assert!(waited < PATIENCE, "{} is not found", course.title);
        }
        begun.elapsed()
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

fn command(fresh: &Fresh, folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_portal"));
    command
        .env_clear()
        .env("DATABASE_URL", &fresh.address)
        .env("PORTAL_FOLDER", folder);
    command
}

/// Returns what the doctor says of an index.
fn diagnosis(fresh: &Fresh, folder: &Path) -> String {
    let output = command(fresh, folder).arg("doctor").output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    let line = told.lines().find(|line| line.contains("search index"));
    line.unwrap_or_default().to_owned()
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// Returns a course with a title that no other has.
fn titled(number: usize) -> Course {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digits = format!("{number:03}");
    let written = digits
        .chars()
        .map(|digit| DIGITS[digit.to_digit(10).unwrap() as usize]);
    Course {
        title: format!("示例{}号班", written.collect::<String>()),
        ..course(&format!("C-{number}"), [COOK, TURNER][number % 2], 10)
    }
}

#[tokio::test]
async fn what_is_published_is_found_by_every_process_whose_indexes_stay_in_step() {
    for fresh in fresh().await {
        settle(&fresh.database, vec![titled(0)]).await;
        let folders = [folder(), folder()];
        let portals = folders
            .each_ref()
            .map(|folder| Portal::start(&fresh, folder.path()));
        for portal in &portals {
            portal.finds(&titled(0)).await;
        }
        let mut waited = Vec::new();
        for course in (1..6).map(titled) {
            publish(&fresh.database, course.clone()).await;
            let [one, other] = portals.each_ref();
            let (one, other) = tokio::join!(one.finds(&course), other.finds(&course));
            waited.extend([one, other]);
        }
        let withdrawn = Course {
            is_published: false,
            ..titled(0)
        };
        publish(&fresh.database, withdrawn).await;
        publish(&fresh.database, titled(6)).await;
        for (portal, folder) in portals.iter().zip(&folders) {
            portal.finds(&titled(6)).await;
            let found = portal.found(&titled(0).title).await;
            assert!(!found.contains("C-0"), "{}: {found:?}", fresh.name);
            let told = diagnosis(&fresh, folder.path());
            assert!(
                told.ends_with("documents, as published"),
                "{}: {told}",
                fresh.name
            );
        }
        println!("{}: found after {waited:?}", fresh.name);
    }
}

#[tokio::test]
async fn a_process_that_was_killed_while_it_followed_goes_on_where_it_was() {
    for fresh in fresh().await {
        settle(&fresh.database, vec![titled(0)]).await;
        let folder = folder();
        let portal = Portal::start(&fresh, folder.path());
        let (is_killed, published) = (Cell::new(false), Cell::new(0));
        let publishing = async {
            let mut after = 0;
            while after < 50 {
                published.set(published.get() + 1);
                publish(&fresh.database, titled(published.get())).await;
                after += usize::from(is_killed.get());
            }
        };
        let killing = async {
            portal.finds(&titled(1)).await;
            // whatever it is doing now
            drop(portal);
            is_killed.set(true);
        };
        tokio::join!(publishing, killing);

        let vocabulary = index::vocabulary(&fresh.database).await.unwrap();
        let left = Standing::of(&folder.path().join("index"), &vocabulary).unwrap();
        let feed = left.position().map_or(0, |position| position.feed);
        let last = fresh.database.last_change().await.unwrap();
        assert!(
            feed > 0 && i64::try_from(feed).unwrap() < last,
            "{}: killed at {feed} of {last}",
            fresh.name
        );

        let portal = Portal::start(&fresh, folder.path());
        portal.finds(&titled(published.get())).await;
        let told = diagnosis(&fresh, folder.path());
        assert!(
            told.ends_with("documents, as published"),
            "{}: {told}",
            fresh.name
        );
    }
}
