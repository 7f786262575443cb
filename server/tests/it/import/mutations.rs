//! Files that were damaged at random: whatever comes, it is an answer, never a panic, and never half a file.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use server::demo::{Scale, files};
use server::import::{File, Kind, Refused, check};
use tokio::runtime::Runtime;

use super::super::databases::fresh;
use super::{counts, import_one, today, with};

/// A change of a file at a place, counted around it.
#[derive(Debug, Clone)]
enum Damage {
    Replace(usize, u8),
    Insert(usize, Vec<u8>),
    Remove(usize, usize),
    Repeat(usize, usize),
    Cut(usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let awkward = prop::sample::select(vec![
        &b"\""[..],
        b",",
        b"\n",
        b"\r\n",
        b"\0",
        b"=1+1",
        b"-5",
        b"9",
        b"2.1E+17",
        b"2027-02-31",
        b"\xEF\xBB\xBF",
        b"\xB4\xF3",
        b"\xFF",
        "，".as_bytes(),
        "٣".as_bytes(),
        b"''; drop table course; --",
    ]);
    prop_oneof![
        (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Damage::Replace(at, byte)),
        (any::<usize>(), awkward).prop_map(|(at, bytes)| Damage::Insert(at, bytes.to_vec())),
        (any::<usize>(), 1..80_usize).prop_map(|(at, length)| Damage::Remove(at, length)),
        (any::<usize>(), 1..200_usize).prop_map(|(at, length)| Damage::Repeat(at, length)),
        any::<usize>().prop_map(Damage::Cut),
    ]
}

fn damaged(mut bytes: Vec<u8>, changes: &[Damage]) -> Vec<u8> {
    for change in changes {
        let length = bytes.len().max(1);
        let range = |at: usize, count: usize| {
            let start = (at % length).min(bytes.len());
            start..(start + count).min(bytes.len())
        };
        match change {
            Damage::Replace(at, byte) => {
                let range = range(*at, 1);
                bytes.splice(range, [*byte]);
            }
            Damage::Insert(at, inserted) => {
                let start = range(*at, 0);
                bytes.splice(start, inserted.iter().copied());
            }
            Damage::Remove(at, count) => {
                let range = range(*at, *count);
                bytes.drain(range);
            }
            Damage::Repeat(at, count) => {
                let range = range(*at, *count);
                bytes.extend_from_within(range);
            }
            Damage::Cut(at) => bytes.truncate(at % length),
        }
    }
    bytes
}

const READINGS: &str = "reading,chosen,since,why,source\n\
    retirement_age,63|58,2027-01-01,国家推迟了退休年龄,示例文件\n\
    education_fund,false,2027-07-01,不再作为条件,\n";

/// Returns the first rows of the demo city's file of a kind; it amends no reading.
fn sample(kind: Kind) -> Vec<u8> {
    if kind == Kind::Readings {
        return READINGS.into();
    }
    let scale = if kind.holds_persons() {
        Scale::LoadTest
    } else {
        Scale::City
    };
    let file: File = files(today(), scale, 1)
        .into_iter()
        .find(|file| file.kind == kind)
        .unwrap();
    file.bytes
        .split_inclusive(|byte| *byte == b'\n')
        .take(12)
        .flatten()
        .copied()
        .collect()
}

fn cases(count: u32) -> TestRunner {
    TestRunner::new(Config {
        cases: count,
        failure_persistence: None,
        ..Config::default()
    })
}

#[test]
fn reading_a_damaged_file_never_panics() {
    for kind in Kind::ALL.into_iter().filter(|kind| !kind.holds_persons()) {
        let whole = sample(kind);
        cases(400)
            .run(&prop::collection::vec(damage(), 1..6), |changes| {
                // whether it passes is not the question here
                let _ = check(kind, &damaged(whole.clone(), &changes));
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn reading_arbitrary_bytes_never_panics() {
    for kind in Kind::ALL {
        cases(200)
            .run(&prop::collection::vec(any::<u8>(), 0..400), |bytes| {
                let _ = check(kind, &bytes);
                Ok(())
            })
            .unwrap();
    }
}

#[test]
fn a_damaged_file_is_written_whole_or_not_at_all() {
    let runtime = Runtime::new().unwrap();
    for fresh in runtime.block_on(fresh()) {
        let database = &fresh.database;
        runtime.block_on(with(
            database,
            &[Kind::Occupations, Kind::Districts, Kind::Institutions],
        ));
        let whole = sample(Kind::Courses);
        cases(60)
            .run(&prop::collection::vec(damage(), 1..4), |changes| {
                let before = runtime.block_on(counts(database));
                let outcome = runtime.block_on(import_one(
                    database,
                    Kind::Courses,
                    damaged(whole.clone(), &changes),
                ));
                let after = runtime.block_on(counts(database));
                match outcome {
                    Ok(_) => prop_assert!(after[8] == before[8] + 1),
                    Err(Refused::Faulty { errors, .. }) => {
                        prop_assert!(!errors.is_empty());
                        prop_assert_eq!(before, after);
                    }
                    Err(Refused::Database(fault)) => {
                        return Err(TestCaseError::fail(fault.to_string()));
                    }
                }
                Ok(())
            })
            .unwrap();
    }
}
