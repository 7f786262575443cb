//! How many searches a second through HTTP, each another one, in a city with some 80,000 courses; how long the slowest
//! wait, and what the serving process needs of memory with 50,000 courses. Client and server share the machine's cores.
//!
//! `cargo bench -p server --bench searches`

#![expect(clippy::print_stdout, reason = "figures are what a bench is for")]

mod serving;

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use app::query::Query;
use axum::Router;
use server::backend::City;
use server::db::course::Course;
use server::demo::Scale;
use server::index;

use serving::{Client, Serving, city, furnish, opened, portal, served};

const CONNECTIONS: usize = 8;
const MEASURED: Duration = Duration::from_secs(8);
const WARM_UP: Duration = Duration::from_secs(1);
/// After so long the allocator has given back what a rebuild needed.
const SETTLED: Duration = Duration::from_secs(4);
/// What is owed: searches a second, and how long the slowest of a hundred may take.
const OWED: f64 = 5_000.0;
const SLOWEST: Duration = Duration::from_millis(20);
/// What the portal may hold, with so many courses.
const MEGABYTES: u64 = 60;
const COURSES: usize = 50_000;

/// What people type, in the classes of the judged questions; districts and levels make each one of many.
const WORDS: [&str; 12] = [
    "电工",
    "焊",
    "diangong",
    "dg",
    "月嫂",
    "中式烹调师",
    "甘井子 电工",
    "电公",
    "叉车",
    "zhs",
    "美容 晚上",
    "阿斯顿发给",
];
/// So many searches are asked again and again where people ask for the same.
const THE_SAME: usize = 60;
/// Fewer commas stand behind the words; when one comes again, many more searches were asked than answers are kept.
const MOST_COMMAS: usize = 60;
const DISTRICTS: [&str; 6] = ["210202", "210203", "210204", "210211", "210212", "210213"];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [_, "serve", folder] => served(city(Path::new(folder))),
        [_, "serve-after-a-night", folder] => served(city_after_a_night(Path::new(folder))),
        _ => measure(),
    }
}

fn measure() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    println!("Furnishing a city a hundred times the demo's …");
    furnish(folder.path(), Scale::LoadTest);
    let serving = Serving::start("serve", folder.path());
    // whoever has served a while holds what it needs
    run(&serving, WARM_UP, address);
    let (a_second, within) = measured(&serving, "each another one", address);
    measured(&serving, "the same few again and again", |number| {
        address(number % THE_SAME)
    });
    drop(serving);
    leave_published(folder.path(), COURSES);
    let (held, _) = served_a_while("serve", folder.path());
    println!("with {COURSES} courses the portal holds {held} MB");
    let (held_after, most) = served_a_while("serve-after-a-night", folder.path());
    println!("after its index was built anew it holds {held_after} MB, and held {most} MB at most");
    println!("owed: {OWED} a second, 99 % within {SLOWEST:?}, {MEGABYTES} MB");
    assert!(
        a_second >= OWED && within <= SLOWEST && held.max(held_after) < MEGABYTES,
        "searches are too slow, or take too much memory"
    );
}

/// Prints how many searches a second are answered; returns that, and within what time 99 % of them are.
fn measured(serving: &Serving, what: &str, address: fn(usize) -> String) -> (f64, Duration) {
    let before = serving.processor_seconds();
    let mut took = run(serving, MEASURED, address);
    let used = serving.processor_seconds() - before;
    took.sort_unstable();
    let a_second = took.len() as f64 / MEASURED.as_secs_f64();
    let at = |share: f64| took[((took.len() - 1) as f64 * share) as usize];
    println!(
        "{what}: {a_second:.0} searches a second, {:.0} µs of processor time each; median {:?}, 99 % within {:?}, slowest {:?}",
        used / took.len() as f64 * 1e6,
        at(0.5),
        at(0.99),
        at(1.0)
    );
    (a_second, at(0.99))
}

/// Serves in another process; returns the megabytes that it holds after having answered for a while, and the most it held.
fn served_a_while(what: &str, folder: &Path) -> (u64, u64) {
    let serving = Serving::start(what, folder);
    run(&serving, SETTLED, address);
    serving.megabytes()
}

/// Asks for so long; returns what each search took.
fn run(serving: &Serving, time: Duration, address: fn(usize) -> String) -> Vec<Duration> {
    let asked = |connection: usize| {
        let mut client = Client::connect(serving.address);
        let (begun, mut took) = (Instant::now(), Vec::new());
        let mut number = connection;
        while begun.elapsed() < time {
            let address = address(number);
            let start = Instant::now();
            client.ask(&address).expect("a search is answered");
            took.push(start.elapsed());
            number += CONNECTIONS;
        }
        took
    };
    thread::scope(|scope| {
        let connections: Vec<_> = (0..CONNECTIONS)
            .map(|connection| scope.spawn(move || asked(connection)))
            .collect();
        connections
            .into_iter()
            .flat_map(|one| one.join().expect("a client does not panic"))
            .collect()
    })
}

/// Returns another search for each number: commas mean nothing, but no other answer that is kept serves.
fn address(number: usize) -> String {
    let level = (number % 5 + 1).to_string();
    let words = WORDS[number % WORDS.len()];
    let commas = ",".repeat(number / WORDS.len() % MOST_COMMAS);
    let text = format!("{words}{commas}");
    let mut pairs = vec![("q", &text[..])];
    if number.is_multiple_of(2) {
        pairs.push(("district", DISTRICTS[number / 2 % DISTRICTS.len()]));
    }
    if number.is_multiple_of(3) {
        pairs.push(("level", &level));
    }
    if number.is_multiple_of(5) {
        pairs.push(("kind", "course"));
    }
    format!("/api/v1/search?{}", Query::encode(pairs))
}

/// Leaves so many courses of the city in a folder published, and takes the others out of its index.
#[tokio::main]
async fn leave_published(folder: &Path, many: usize) {
    let city = opened(folder).await;
    let courses = city
        .database
        .courses_after("", i64::from(i32::MAX))
        .await
        .expect("the courses are read");
    let surplus: Vec<Course> = courses
        .into_iter()
        .skip(many)
        .map(|placed| Course {
            is_published: false,
            ..placed.course
        })
        .collect();
    assert!(
        !surplus.is_empty(),
        "the city has no more than {many} courses"
    );
    let hidden = city
        .database
        .write(move |transaction| Box::pin(async move { transaction.put_courses(&surplus).await }))
        .await;
    assert_eq!(hidden.expect("the courses are hidden"), [""; 0]);
    rebuild(&city).await;
    city.database.close().await;
}

/// Returns the portal of the city in a folder, with its index built anew, as it is once a day.
async fn city_after_a_night(folder: &Path) -> Router {
    let city = opened(folder).await;
    rebuild(&city).await;
    portal(city)
}

async fn rebuild(city: &City) {
    index::rebuild(&city.database, &city.index, city.clock.today())
        .await
        .expect("the index is built");
}
