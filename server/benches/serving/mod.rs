//! A portal that serves in a process of its own, and a client over loopback.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener as StdListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

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
use server::words::Unanswered;

/// How many of the kernel's ticks make a second; fixed on Linux.
const TICKS_A_SECOND: f64 = 100.0;

/// A process that serves on a port of its own.
pub(crate) struct Serving {
    process: Child,
    pub(crate) address: SocketAddr,
}

impl Serving {
    /// Starts this program once more, to serve `what` it was told.
    pub(crate) fn start(what: &str, of: &Path) -> Self {
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

    /// Returns the processor time that the process has used, user and kernel, in seconds.
    pub(crate) fn processor_seconds(&self) -> f64 {
        let told = std::fs::read_to_string(format!("/proc/{}/stat", self.process.id()))
            .expect("the kernel counts");
        let (_, after_name) = told.rsplit_once(')').expect("the name stands in brackets");
        let fields: Vec<&str> = after_name.split_whitespace().collect();
        let ticks = |place: usize| fields[place].parse::<f64>().expect("ticks are a number");
        (ticks(11) + ticks(12)) / TICKS_A_SECOND
    }

    /// Returns the memory that the process holds now and the most that it ever held, in megabytes; files that the kernel may
    /// drop count too.
    pub(crate) fn megabytes(&self) -> (u64, u64) {
        let told = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()))
            .expect("the kernel counts");
        let megabytes = |name: &str| {
            let line = told.lines().find_map(|line| line.strip_prefix(name));
            let kilobytes = line.and_then(|line| line.split_whitespace().next());
            kilobytes.map_or(0, |number| number.parse::<u64>().expect("a number") / 1_000)
        };
        (megabytes("VmRSS:"), megabytes("VmHWM:"))
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
pub(crate) struct Client {
    stream: BufReader<TcpStream>,
    address: SocketAddr,
}

impl Client {
    /// Connects to a server of this machine.
    pub(crate) fn connect(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).expect("the server listens");
        stream
            .set_nodelay(true)
            .expect("a connection can be told not to wait");
        Self {
            stream: BufReader::with_capacity(128 * 1024, stream),
            address,
        }
    }

    /// Returns the body of the answer; nothing where the connection is over.
    pub(crate) fn ask(&mut self, path: &str) -> Option<Vec<u8>> {
        let request = format!("GET {path} HTTP/1.1\r\nhost: {}\r\n\r\n", self.address);
        self.stream.get_mut().write_all(request.as_bytes()).ok()?;
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

/// Serves on a free port, which it prints, until the process is ended.
#[tokio::main]
pub(crate) async fn served(site: impl Future<Output = Router>) {
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

/// Furnishes a demo city in a folder, with its index.
#[tokio::main]
pub(crate) async fn furnish(folder: &Path, scale: Scale) {
    let database = database(folder).await;
    database.migrate().await.expect("the schema is laid");
    let clock = Clock::machine();
    demo::seed(&database, &clock, scale, 1)
        .await
        .expect("the demo city is furnished");
    let index = index::open(&folder.join("index"), &database)
        .await
        .expect("the index opens");
    index::rebuild(&database, &index, clock.today())
        .await
        .expect("the index is built");
    database.close().await;
}

/// Returns the portal of the city in a folder.
pub(crate) async fn city(folder: &Path) -> Router {
    portal(opened(folder).await)
}

/// Returns the portal of a city.
pub(crate) fn portal(city: City) -> Router {
    site(State::new(city, Origin::AsReached, true))
}

/// Returns the city in a folder.
pub(crate) async fn opened(folder: &Path) -> City {
    let database = database(folder).await;
    let index = index::open(&folder.join("index"), &database)
        .await
        .expect("the index opens");
    let shelf = Shelf::default();
    shelf
        .catch_up(&database)
        .await
        .expect("the shelf is filled");
    City {
        database,
        index,
        clock: Clock::machine(),
        keys: Keys::demo(),
        shelf,
        wake: Wake::default(),
        unanswered: Unanswered::default(),
    }
}

async fn database(folder: &Path) -> Database {
    Database::connect(&format!("sqlite:{}", folder.join("portal.db").display()), 4)
        .await
        .expect("the database opens")
}
