//! The demo city: real places and occupations, invented institutions and courses, always around today. It is written as
//! the files that a city would send, and comes in through the same import.

mod catalogue;
mod course;
mod data;
mod market;
mod programme;
mod resident;
mod sheet;
mod slot;
mod timetable;
mod week;

use chrono::NaiveDate;

use self::data::Ground;
use self::sheet::Sheet;
use self::timetable::Timetable;
use self::week::Week;
use crate::clock::Clock;
use crate::db::Database;
use crate::import::{File, Kind, Refused, import};
use crate::seal::Keys;

/// How many residents a load test has.
const RESIDENTS: u32 = 100_000;

/// How large a city is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Scale {
    /// Some six hundred courses, for looking around.
    City,
    /// A hundred times as many, and a hundred thousand residents with a training history, for load tests.
    LoadTest,
}

impl Scale {
    fn courses_a_week(self) -> u32 {
        match self {
            Self::City => 12,
            Self::LoadTest => 1200,
        }
    }

    fn slots_a_week(self) -> u32 {
        match self {
            Self::City => 4,
            Self::LoadTest => 400,
        }
    }
}

/// What seeding did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seeded {
    /// The city is there, and its dates lie around today.
    Current,
    /// So many rows were imported.
    Imported(usize),
}

/// Under this name the database remembers which city it holds and of which day.
pub const META: &str = "demo_city";
/// After so many days the city is brought around today again.
const CURRENT_DAYS: i64 = 7;

/// Makes the demo city, or brings it around today again where it has grown old. What people did there stays.
///
/// # Errors
///
/// [`Refused`], with nothing written.
pub async fn seed(
    database: &Database,
    clock: &Clock,
    scale: Scale,
    seed: u64,
) -> Result<Seeded, Refused> {
    let today = clock.today();
    let city = format!("{scale:?}/{seed}");
    if let Some((stored, day)) = database
        .meta(META)
        .await?
        .as_deref()
        .and_then(|value| value.split_once('@'))
    {
        let age = day.parse().map(|day: NaiveDate| (today - day).num_days());
        if stored == city && age.is_ok_and(|days| (0..=CURRENT_DAYS).contains(&days)) {
            return Ok(Seeded::Current);
        }
    }
    let rows = import(database, &Keys::demo(), clock, files(today, scale, seed)).await?;
    let value = format!("{city}@{today}");
    database
        .write(move |transaction| Box::pin(async move { transaction.put_meta(META, &value).await }))
        .await?;
    Ok(Seeded::Imported(rows.into_iter().sum()))
}

/// Returns the files of the city as it is on a day; the same seed gives the same files.
#[must_use]
pub fn files(today: NaiveDate, scale: Scale, seed: u64) -> Vec<File> {
    let ground = Ground::read();
    let mut timetable = Timetable::new();
    let mut courses = Sheet::with_header(&course::HEADER);
    let mut slots = Sheet::with_header(&slot::HEADER);
    for week in Week::around(today) {
        for course in course::courses(&ground, week, seed, scale.courses_a_week()) {
            timetable.add(&course);
            courses.write(&course.cells);
        }
        for slot in slot::slots(&ground, week, seed, scale.slots_a_week()) {
            timetable.add(&slot);
            slots.write(&slot.cells);
        }
    }
    let mut files = vec![
        file(Kind::Occupations, "occupations.csv", data::OCCUPATIONS),
        file(Kind::Districts, "districts.csv", data::DISTRICTS),
        file(Kind::Universities, "universities.csv", data::UNIVERSITIES),
        file(
            Kind::Catalogue,
            "catalogue.csv",
            catalogue::catalogue(&ground, today),
        ),
        file(Kind::Institutions, "institutions.csv", data::INSTITUTIONS),
        file(Kind::Designations, "designations.csv", data::DESIGNATIONS),
        file(Kind::Bases, "bases.csv", data::BASES),
        file(Kind::Courses, "courses.csv", courses.finish()),
        file(Kind::Slots, "slots.csv", slots.finish()),
        file(Kind::Meetings, "meetings.csv", timetable.finish()),
        file(
            Kind::Market,
            "market_published.csv",
            data::PUBLISHED_FIGURES,
        ),
        file(
            Kind::Market,
            "market_sample.csv",
            market::figures(&ground, seed, today),
        ),
    ];
    if scale == Scale::LoadTest {
        let (residents, history) = resident::residents(&ground, seed, RESIDENTS, today);
        files.push(file(Kind::Residents, "residents.csv", residents));
        files.push(file(Kind::History, "history.csv", history));
    }
    files
}

fn file(kind: Kind, name: &str, bytes: impl Into<Vec<u8>>) -> File {
    File {
        kind,
        name: name.to_owned(),
        bytes: bytes.into(),
    }
}
