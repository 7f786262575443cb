//! Asks every question of the database on SQLite and on PostgreSQL, and checks that none is left out.

mod people;
mod published;
mod records;
mod staff;
mod words;

use std::fs;
use std::path::Path;

/// Questions that other tests of this program ask: connecting, migrating, and the ledger's own.
const ASKED_ELSEWHERE: [&str; 7] = [
    "connect",
    "migrate",
    "pending_migrations",
    "write",
    "close",
    "verify",
    "lock_ledger",
];

fn sources(folder: &Path) -> Vec<String> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "rs") {
            all.push(fs::read_to_string(path).unwrap());
        }
    }
    all
}

/// Returns the name of every public question in a source.
fn questions(source: &str) -> Vec<&str> {
    let named = source.split("pub async fn ").skip(1);
    named
        .filter_map(|rest| rest.split(['(', '<']).next())
        .collect()
}

#[test]
fn every_question_is_asked_as_often_as_it_can_be() {
    let server = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut asked = sources(&server.join("src/db"));
    asked.push(fs::read_to_string(server.join("src/ledger.rs")).unwrap());
    let contract = sources(&server.join("tests/it/contract")).concat();
    let mut all: Vec<&str> = asked.iter().flat_map(|source| questions(source)).collect();
    all.retain(|name| !ASKED_ELSEWHERE.contains(name));
    assert!(all.len() > 80, "the questions were not found");
    for name in &all {
        let ways = all.iter().filter(|other| *other == name).count();
        let times = contract.matches(&format!(".{name}(")).count();
        assert!(
            times >= ways,
            "{name} can be asked in {ways} ways and is asked {times} times"
        );
    }
}
