//! How many list pages of 20 results a second, against a bare handler that returns the same bytes.
//!
//! Both are served by processes of their own over loopback, in turns, to the same client: eight connections that are kept
//! open and ask again as soon as they were answered. Whatever else the machine does meets both alike, and the median of the
//! turns counts. The processor time is what the kernel counts for the
//! serving process alone, so that the client's work is in neither figure.
//!
//! `cargo bench -p server --bench list_page`

#![expect(clippy::print_stdout, reason = "figures are what a bench is for")]

mod serving;

use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use axum::Router;
use axum::http::header;
use axum::routing::get;
use server::demo::Scale;

use serving::{Client, Serving, city, furnish, served};

const PAGE: &str = "/find?kind=course&per_page=20";
const CONNECTIONS: usize = 8;
const WARM_UP: Duration = Duration::from_secs(1);
const MEASURED: Duration = Duration::from_secs(3);
const TURNS: usize = 5;
/// What the list page owes: so much of the bare handler's throughput.
const OWED: f64 = 0.2;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [_, "serve-list", folder] => served(city(Path::new(folder))),
        [_, "serve-bare", file] => served(bare(Path::new(file))),
        _ => compare(),
    }
}

fn compare() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    println!("Furnishing the demo city …");
    furnish(folder.path(), Scale::City);
    let list = Serving::start("serve-list", folder.path());
    let page = page(&list);
    let results = String::from_utf8_lossy(&page).matches("/courses/").count();
    println!("{PAGE}: {} bytes, {results} links to courses", page.len());
    let file = folder.path().join("page.html");
    std::fs::write(&file, &page).expect("the temporary folder can be written");
    let bare = Serving::start("serve-bare", &file);
    let mut ratios: Vec<f64> = (0..TURNS)
        .map(|_| {
            let rendered = measured(&list, "rendered list page");
            let ratio = rendered / measured(&bare, "bare handler, same bytes");
            println!("  ratio {ratio:.3}");
            ratio
        })
        .collect();
    let (now, most) = list.megabytes();
    println!("the portal holds {now} MB, and held {most} MB at most");
    ratios.sort_by(f64::total_cmp);
    let ratio = ratios[TURNS / 2];
    println!("median ratio {ratio:.3} (owed: {OWED})");
    assert!(ratio >= OWED, "the list page is too slow");
}

fn page(serving: &Serving) -> Vec<u8> {
    let mut client = Client::connect(serving.address);
    client.ask(PAGE).expect("the page is served")
}

/// Returns requests a second.
fn measured(serving: &Serving, what: &str) -> f64 {
    let (counted, over) = (AtomicU64::new(0), AtomicBool::new(false));
    thread::scope(|scope| {
        for _ in 0..CONNECTIONS {
            scope.spawn(|| {
                let mut client = Client::connect(serving.address);
                while !over.load(Ordering::Relaxed) && client.ask(PAGE).is_some() {
                    counted.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
        thread::sleep(WARM_UP);
        let (start, before, used_before) = (
            Instant::now(),
            counted.load(Ordering::Relaxed),
            serving.processor_seconds(),
        );
        thread::sleep(MEASURED);
        let requests = (counted.load(Ordering::Relaxed) - before) as f64;
        let (a_second, used) = (
            requests / start.elapsed().as_secs_f64(),
            serving.processor_seconds() - used_before,
        );
        over.store(true, Ordering::Relaxed);
        println!(
            "{what}: {a_second:.0} requests/s, {:.0} µs of processor time a request",
            used / requests * 1e6
        );
        a_second
    })
}

async fn bare(file: &Path) -> Router {
    let page = axum::body::Bytes::from(std::fs::read(file).expect("the page was written"));
    Router::new().route(
        "/find",
        get(move || {
            std::future::ready((
                [(header::CONTENT_TYPE, "text/html; charset=utf-8")],
                page.clone(),
            ))
        }),
    )
}
