//! `portal serve`: makes the portal ready and serves it until it is told to stop.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use super::{Failure, demo, migrate, reindex};
use crate::backend::City;
use crate::clock::Clock;
use crate::config::{Config, Listening};
use crate::counter;
use crate::db::Database;
use crate::index::{self, Follower, Wake};
use crate::peer::Connection;
use crate::seal::Keys;
use crate::shelf::Shelf;
use crate::site::site;
use crate::staff;
use crate::state::{Origin, State};
use crate::wire::Wires;
use crate::words::Unanswered;

/// How long requests under way may go on once the portal was told to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(10);
/// How often what has had its time is deleted.
const TIDYING: Duration = Duration::from_secs(3_600);
/// How often free seats are offered to who waits for them; those that are given back need no such round.
const SERVING_LINES: Duration = Duration::from_secs(60);
/// How often searches that found nothing are written down.
const WRITING_DOWN: Duration = Duration::from_secs(60);

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    config: Config,
    #[command(flatten)]
    listening: Listening,
    #[command(flatten)]
    demo_city: demo::CityOptions,
}

pub(crate) async fn run(options: Options) -> Result<(), Failure> {
    let Options {
        config,
        listening,
        demo_city,
    } = options;
    start_log(listening.log_json);
    let keys = config.keys()?;
    std::fs::create_dir_all(config.folder())?;
    // a port that is taken should be told before the long steps
    let listener = TcpListener::bind(listening.listen).await.map_err(|fault| {
        format!(
            "can't listen on {}: {fault}; choose another with --listen",
            listening.listen
        )
    })?;
    let database = Database::connect(&config.database(), config.readers).await?;
    let clock = Clock::machine();
    if config.demo {
        migrate::migrate(&database).await?;
        demo::make(&database, &clock, demo_city).await?;
    } else {
        refuse_pending(&database).await?;
        refuse_demo_city(&database).await?;
    }
    let city = city(database, clock, keys, &config).await?;
    let database = city.database.clone();
    let following = tokio::spawn(Follower::new(city.clone()).run());
    let tidying = tokio::spawn(keep_tidy(database.clone(), city.clock.clone()));
    let origin = listening.origin.map_or(Origin::AsReached, Origin::Told);
    let mut state = State::new(city, origin, config.demo)
        .behind(listening.proxies)
        .working_on(listening.at_once);
    if config.demo {
        let account = staff::furnish(&database, state.clock.now()).await?;
        announce_staff(&account);
        state = state.with_demo_staff(account);
    }
    let counting = tokio::spawn(keep_counting(state.clone()));
    let serving_lines = tokio::spawn(keep_serving_lines(state.clone()));
    serve(listener, state).await?;
    for job in [following, tidying, serving_lines, counting] {
        job.abort();
    }
    database.close().await;
    Ok(())
}

/// Opens what is kept beside the database, building it where it is missing.
async fn city(
    database: Database,
    clock: Clock,
    keys: Keys,
    config: &Config,
) -> Result<City, Failure> {
    let index = index::open(&config.index_folder(), &database).await?;
    if index.position().is_none() {
        reindex::build(&database, &index, &clock).await?;
    }
    let shelf = Shelf::default();
    shelf.catch_up(&database).await?;
    Ok(City {
        database,
        index,
        clock,
        keys,
        shelf,
        wake: Wake::default(),
        unanswered: Unanswered::default(),
    })
}

/// Refuses to go on while the database lacks migrations, saying what to do.
pub(super) async fn refuse_pending(database: &Database) -> Result<(), Failure> {
    let pending = database.pending_migrations().await?;
    if pending.is_empty() {
        return Ok(());
    }
    Err(format!(
        "the database lacks {} (make a backup, then run `portal migrate`)",
        pending.join(", ")
    )
    .into())
}

/// People of the demo city are sealed with keys that everybody knows.
async fn refuse_demo_city(database: &Database) -> Result<(), Failure> {
    match database.meta(crate::demo::META).await? {
        Some(_) => Err("this database holds the demo city; point DATABASE_URL or --folder to another, or add --demo".into()),
        None => Ok(()),
    }
}

async fn serve(listener: TcpListener, state: State) -> Result<(), Failure> {
    announce(listener.local_addr()?, state.is_demo);
    let (stopping, stopped) = tokio::sync::oneshot::channel();
    let told_to_stop = async move {
        wait_for_signal().await;
        tracing::info!("stopping: requests under way may finish");
        let _ = stopping.send(());
    };
    let site = site(state).into_make_service_with_connect_info::<Connection>();
    let serving = axum::serve(Wires(listener), site).with_graceful_shutdown(told_to_stop);
    let too_late = async {
        if stopped.await.is_ok() {
            tokio::time::sleep(LAST_REQUESTS).await;
        }
    };
    tokio::select! {
        ended = serving.into_future() => Ok(ended?),
        () = too_late => {
            tracing::warn!("some requests did not finish in time");
            Ok(())
        }
    }
}

async fn wait_for_signal() {
    let terminate = async {
        match signal(SignalKind::terminate()) {
            Ok(mut signals) => {
                signals.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminate => {}
    }
}

#[expect(
    clippy::print_stdout,
    reason = "the address is what whoever started the portal waits for"
)]
fn announce(address: SocketAddr, is_demo: bool) {
    let what = if is_demo {
        "The demo city"
    } else {
        "The portal"
    };
    println!(
        "\n{what} is open: http://{address}/  (English: http://{address}/en)\nStop it with Ctrl-C."
    );
}

#[expect(
    clippy::print_stdout,
    reason = "the demo's account is for everybody who looks around"
)]
fn announce_staff(account: &staff::DemoStaff) {
    println!(
        "  Staff of the demo city sign in at /staff/sign-in as {} with {}",
        account.name,
        account.password.expose()
    );
}

fn start_log(as_json: bool) {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::builder()
        .with_default_directive(tracing::Level::WARN.into())
        .from_env_lossy();
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if as_json {
        log.json().init()
    } else {
        log.init()
    }
}

async fn keep_tidy(database: Database, clock: Clock) {
    let mut rounds = tokio::time::interval(TIDYING);
    loop {
        rounds.tick().await;
        if let Err(fault) = database.tidy(clock.now()).await {
            tracing::warn!(%fault, "sessions and codes that are over could not be deleted; the next round tries again");
        }
    }
}

async fn keep_counting(state: State) {
    let mut rounds = tokio::time::interval(WRITING_DOWN);
    loop {
        rounds.tick().await;
        let today = state.clock.today();
        if let Err(fault) = state.unanswered.write_down(&state.database, today).await {
            tracing::warn!(%fault, "searches that found nothing could not be counted; the next round tries again");
        }
    }
}

async fn keep_serving_lines(state: State) {
    let mut rounds = tokio::time::interval(SERVING_LINES);
    loop {
        rounds.tick().await;
        if let Err(fault) = counter::serve_lines(&state).await {
            tracing::warn!(%fault, "free seats could not be offered to who waits for them; the next round tries again");
        }
    }
}
