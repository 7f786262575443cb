//! The residents of a load test and the trainings that they took: invented, under numbers that nobody can hold, since
//! no division of the country has their first six digits and no telephone begins like theirs.

use chrono::{Datelike, Days, NaiveDate};
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::data::{Entry, Ground};
use super::sheet::Sheet;

const RESIDENTS: [&str; 6] = [
    "resident_id",
    "name",
    "phone",
    "groups",
    "residence",
    "university_district",
];
const HISTORY: [&str; 7] = [
    "resident_id",
    "programme",
    "occupation",
    "level",
    "starts_on",
    "state",
    "source",
];

/// A division that does not exist.
const NOWHERE: u64 = 990_000;
const WEIGHTS: [u64; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS: &[u8; 11] = b"10X98765432";
const DISTRICTS: [&str; 6] = ["210202", "210204", "210211", "210213", "210214", "210283"];
const STATES: [(&str, u32); 6] = [
    ("paid", 60),
    ("certified", 15),
    ("completed", 5),
    ("failed", 10),
    ("cancelled", 8),
    ("reserved", 2),
];

/// The number of random numbers' stream that no week uses.
const STREAM: u64 = u64::MAX;

/// Returns the residents and their history.
pub(super) fn residents(
    ground: &Ground,
    seed: u64,
    count: u32,
    today: NaiveDate,
) -> (Vec<u8>, Vec<u8>) {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    random.set_stream(STREAM);
    let entries: Vec<&Entry> = ground
        .catalogue
        .iter()
        .filter(|entry| entry.is_subsidised && entry.level >= 4)
        .collect();
    let (mut residents, mut history) =
        (Sheet::with_header(&RESIDENTS), Sheet::with_header(&HISTORY));
    for number in 0..count {
        let group = *[
            "registered_unemployed",
            "rural_worker",
            "graduate",
            "student",
        ]
        .choose(&mut random)
        .expect("there are four");
        let id = resident_id(number);
        let district = *DISTRICTS.choose(&mut random).expect("there are six");
        residents.write(&[
            id.clone(),
            format!("示例居民{number:06}"),
            format!("100{number:08}"),
            group.to_owned(),
            district.to_owned(),
            if group == "student" {
                "210204".to_owned()
            } else {
                String::new()
            },
        ]);
        let trainings = random.random_range(0..=5_u64);
        for years_ago in 0..trainings {
            let entry = entries
                .choose(&mut random)
                .expect("the catalogue has subsidised entries");
            let state = if years_ago == 0 {
                STATES[5].0
            } else {
                STATES
                    .choose_weighted(&mut random, |(_, share)| *share)
                    .expect("the shares are not all nought")
                    .0
            };
            history.write(&[
                id.clone(),
                if group == "student" {
                    "student_skills"
                } else {
                    "employment_skills"
                }
                .to_owned(),
                entry.occupation.clone(),
                entry.level.to_string(),
                (today - Days::new(years_ago * 366 + random.random_range(1..300))).to_string(),
                state.to_owned(),
                "示例数据".to_owned(),
            ]);
        }
    }
    (residents.finish(), history.finish())
}

/// Returns a number with a right check digit, unique by birth date and serial, of somebody born in the eighties or nineties.
fn resident_id(number: u32) -> String {
    let birth = NaiveDate::from_ymd_opt(1980, 1, 1).expect("1980-01-01 is a day")
        + Days::new(u64::from(number % 7_000));
    let date = format!("{:04}{:02}{:02}", birth.year(), birth.month(), birth.day());
    let serial = number / 7_000;
    let digits = format!("{NOWHERE}{date}{serial:03}");
    let sum: u64 = digits
        .bytes()
        .zip(WEIGHTS)
        .map(|(digit, weight)| u64::from(digit - b'0') * weight)
        .sum();
    let check = CHECK_DIGITS[usize::try_from(sum % 11).expect("a remainder of eleven is small")];
    format!("{digits}{}", char::from(check))
}
