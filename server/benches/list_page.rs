//! How many list pages of 20 results a second, against a bare handler that returns the same bytes.
//!
//! Both are served by processes of their own over loopback, in turns, to the same client: eight connections that are kept
//! open and ask again as soon as they were answered. Whatever else the machine does meets both alike, and the median of the
//! turns counts. The processor time is what the kernel counts for the
//! serving process alone, so that the client's work is in neither figure.
//!
//! `cargo bench -p server --bench list_page`

#![expect(clippy::print_stdout, reason = "figures are what a bench is for")]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener as StdListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use axum::http::header;
use axum::routing::get;
use axum::{Router, serve};
use server::backend::City;
use server::clock::Clock;
use server::db::Database;
use server::demo::{self, Scale};
use server::index::{self, Wake};
use server::seal::Keys;
use server::shelf::Shelf;
use server::site::site;
use server::state::{Origin, State};
use server::wire::Wires;

const PAGE: &str = "/find?kind=course&per_page=20";
const CONNECTIONS: usize = 8;
const WARM_UP: Duration = Duration::from_secs(1);
const MEASURED: Duration = Duration::from_secs(3);
const TURNS: usize = 5;
/// What the list page owes: so much of the bare handler's throughput.
const OWED: f64 = 0.2;
/// How many of the kernel's ticks make a second; fixed on Linux.
const TICKS_A_SECOND: f64 = 100.0;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [_, "serve-list", folder] => served(list(Path::new(folder))),
        [_, "serve-bare", file] => served(bare(Path::new(file))),
        _ => compare(),
    }
}

fn compare() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    println!("Furnishing the demo city …");
    let list = Serving::start("serve-list", folder.path());
    let page = list.page();
    let results = String::from_utf8_lossy(&page).matches("/courses/").count();
    println!("{PAGE}: {} bytes, {results} links to courses", page.len());
    let file = folder.path().join("page.html");
    std::fs::write(&file, &page).expect("the temporary folder can be written");
    let bare = Serving::start("serve-bare", &file);
    let mut ratios: Vec<f64> = (0..TURNS)
        .map(|_| {
            let rendered = list.measured("rendered list page");
            let ratio = rendered / bare.measured("bare handler, same bytes");
            println!("  ratio {ratio:.3}");
            ratio
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    let ratio = ratios[TURNS / 2];
    println!("median ratio {ratio:.3} (owed: {OWED})");
    assert!(ratio >= OWED, "the list page is too slow");
}

/// A process that serves on a port of its own.
struct Serving {
    process: Child,
    address: SocketAddr,
}

impl Serving {
    fn start(what: &str, of: &Path) -> Self {
        let program = std::env::current_exe().expect("this program has a path");
        let mut process = Command::new(program)
            .arg(what)
            .arg(of)
            .stdout(Stdio::piped())
            .spawn()
            .expect("this program can be started again");
        let output = process.stdout.take().expect("its output was asked for");
        let mut line = String::new();
        BufReader::new(output)
            .read_line(&mut line)
            .expect("it tells its address");
        let address = line
            .trim()
            .parse()
            .expect("it tells nothing but its address");
        Self { process, address }
    }

    fn page(&self) -> Vec<u8> {
        let mut client = Client::connect(self.address);
        client.ask().expect("the page is served")
    }

    /// Returns requests a second.
    fn measured(&self, what: &str) -> f64 {
        let (counted, over) = (AtomicU64::new(0), AtomicBool::new(false));
        thread::scope(|scope| {
            for _ in 0..CONNECTIONS {
                scope.spawn(|| {
                    let mut client = Client::connect(self.address);
                    while !over.load(Ordering::Relaxed) && client.ask().is_some() {
                        counted.fetch_add(1, Ordering::Relaxed);
                    }
                });
            }
            thread::sleep(WARM_UP);
            let (start, before, used_before) = (
                Instant::now(),
                counted.load(Ordering::Relaxed),
                self.processor_seconds(),
            );
            thread::sleep(MEASURED);
            let requests = (counted.load(Ordering::Relaxed) - before) as f64;
            let (a_second, used) = (
                requests / start.elapsed().as_secs_f64(),
                self.processor_seconds() - used_before,
            );
            over.store(true, Ordering::Relaxed);
            println!(
                "{what}: {a_second:.0} requests/s, {:.0} µs of processor time a request",
                used / requests * 1e6
            );
            a_second
        })
    }

    /// Returns the processor time that the process has used, user and kernel, in seconds.
    fn processor_seconds(&self) -> f64 {
        let told = std::fs::read_to_string(format!("/proc/{}/stat", self.process.id()))
            .expect("the kernel counts");
        let (_, after_name) = told.rsplit_once(')').expect("the name stands in brackets");
        let fields: Vec<&str> = after_name.split_whitespace().collect();
        let ticks = |place: usize| fields[place].parse::<f64>().expect("ticks are a number");
        (ticks(11) + ticks(12)) / TICKS_A_SECOND
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // it may be over already
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// One connection that is kept open.
struct Client {
    stream: BufReader<TcpStream>,
    request: Vec<u8>,
}

impl Client {
    fn connect(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).expect("the server listens");
        stream
            .set_nodelay(true)
            .expect("a connection can be told not to wait");
        let request = format!("GET {PAGE} HTTP/1.1\r\nhost: {address}\r\n\r\n").into_bytes();
        Self {
            stream: BufReader::with_capacity(128 * 1024, stream),
            request,
        }
    }

    /// Returns the body of the answer; nothing where the connection is over.
    fn ask(&mut self) -> Option<Vec<u8>> {
        self.stream.get_mut().write_all(&self.request).ok()?;
        let mut length = 0;
        loop {
            let mut line = String::new();
            self.stream
                .read_line(&mut line)
                .ok()
                .filter(|read| *read > 0)?;
            let line = line.trim_end().to_ascii_lowercase();
            if line.is_empty() {
                break;
            }
            assert!(
                !line.starts_with("http/1.1 ") || line.starts_with("http/1.1 200"),
                "{line}"
            );
            if let Some(told) = line.strip_prefix("content-length: ") {
                length = told.parse().expect("a length is a number");
            }
        }
        let mut body = vec![0; length];
        self.stream.read_exact(&mut body).ok()?;
        Some(body)
    }
}

#[tokio::main]
async fn served(site: impl Future<Output = Router>) {
    let site = site.await;
    let listener = StdListener::bind("127.0.0.1:0").expect("a port is free");
    listener
        .set_nonblocking(true)
        .expect("a listener can be told not to wait");
    println!(
        "{}",
        listener
            .local_addr()
            .expect("a bound listener has an address")
    );
    let listener =
        tokio::net::TcpListener::from_std(listener).expect("the runtime takes listeners");
    serve(Wires(listener), site)
        .await
        .expect("serving goes on until the process is ended");
}

async fn list(folder: &Path) -> Router {
    let database = Database::connect(&format!("sqlite:{}", folder.join("portal.db").display()), 4)
        .await
        .expect("the database opens");
    database.migrate().await.expect("the schema is laid");
    let clock = Clock::machine();
    demo::seed(&database, &clock, Scale::City, 1)
        .await
        .expect("the demo city is furnished");
    let index = index::open(&folder.join("index"), &database)
        .await
        .expect("the index opens");
    index::rebuild(&database, &index, clock.today())
        .await
        .expect("the index is built");
    let shelf = Shelf::default();
    shelf
        .catch_up(&database)
        .await
        .expect("the shelf is filled");
    let city = City {
        database,
        index,
        clock,
        keys: Keys::demo(),
        shelf,
        wake: Wake::default(),
    };
    site(State::new(city, Origin::AsReached, true))
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
