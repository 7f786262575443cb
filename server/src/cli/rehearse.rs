//! `portal rehearse`: says what a changed register would mean, for synthetic residents of the city that is published.

use std::num::NonZero;
use std::path::PathBuf;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use app::backend::{Effect, Rehearsal};
use app::language::Language;
use app::notation;
use app::policy_words::Telling;
use app::rehearsal_words::{change, difference, example, people, words};
use app::words::say;
use chrono::NaiveDate;
use policy::Coded;

use super::import::tell_faults;
use super::{Failure, serve};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Database;
use crate::import;
use crate::rehearsal::{MOST_PEOPLE, Order, Progress, rehearse};
use crate::shelf::{Shelf, Stock};

/// How often progress is told.
const EVERY: Duration = Duration::from_secs(1);

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    config: Config,

    /// CSV file with the changes, as `portal import readings` reads it; rows `top_up_general`, `top_up_high` and `top_up_very` change the top-up of a shortage tier
    #[arg(long)]
    register: PathBuf,

    /// How many synthetic residents
    #[arg(long, default_value_t = 1_000_000, value_parser = clap::value_parser!(u64).range(1..=MOST_PEOPLE))]
    people: u64,

    /// The number from which the residents are drawn; the same number, the same residents
    #[arg(long, default_value_t = 2011)]
    seed: u64,

    /// The day on which they ask; today if left out
    #[arg(long)]
    on: Option<NaiveDate>,

    /// How many threads; as many as there are cores if left out
    #[arg(long)]
    threads: Option<NonZero<usize>>,

    /// Language of the answer
    #[arg(long, value_enum, default_value_t = Tongue::Zh)]
    language: Tongue,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Tongue {
    /// 中文
    Zh,
    /// English
    En,
}

pub(crate) async fn run(options: Options) -> Result<(), Failure> {
    let bytes = std::fs::read(&options.register).map_err(|fault| {
        format!(
            "can't read {}: {fault}; check its name",
            options.register.display()
        )
    })?;
    let database = Database::connect(&options.config.database(), options.config.readers).await?;
    serve::refuse_pending(&database).await?;
    let shelf = Shelf::default();
    shelf.catch_up(&database).await?;
    database.close().await;
    let stock = shelf.stock();
    let today = Clock::machine().today();
    let proposal = import::proposal(&bytes, &stock.register, today).map_err(|errors| {
        tell_faults(&errors);
        format!(
            "{} has {} faults; correct the rows and rehearse it again",
            options.register.display(),
            errors.count()
        )
    })?;
    let cores = std::thread::available_parallelism().unwrap_or(NonZero::<usize>::MIN);
    let order = Order {
        people: options.people,
        seed: options.seed,
        on: options.on.unwrap_or(today),
        threads: options.threads.unwrap_or(cores),
    };
    let language = match options.language {
        Tongue::Zh => Language::Chinese,
        Tongue::En => Language::English,
    };
    let began = Instant::now();
    let progress = Progress::default();
    let rehearsal = std::thread::scope(|scope| {
        let (sender, outcome) = mpsc::channel();
        let work = || rehearse(&stock, &proposal, &order, &progress);
        // whoever waits for the outcome is there until it comes
        scope.spawn(move || sender.send(work()).is_ok());
        loop {
            match outcome.recv_timeout(EVERY) {
                Err(RecvTimeoutError::Timeout) => tell_progress(language, &order, &progress),
                Err(RecvTimeoutError::Disconnected) => {
                    return Err("the rehearsal broke off; try it again".into());
                }
                Ok(rehearsal) => return rehearsal.map_err(Failure::from),
            }
        }
    })?;
    tell(language, &stock, &rehearsal);
    tell_effort(language, &order, began.elapsed());
    Ok(())
}

#[expect(clippy::print_stderr, reason = "progress is for whoever waits")]
fn tell_progress(language: Language, order: &Order, progress: &Progress) {
    let told = words(
        language,
        "rehearsal-under-way",
        [
            ("done", notation::count(progress.done()).into()),
            ("people", notation::count(order.people).into()),
        ],
    );
    eprintln!("  {told}");
}

#[expect(
    clippy::print_stderr,
    reason = "the effort differs from run to run; the answer does not"
)]
fn tell_effort(language: Language, order: &Order, took: Duration) {
    let memory = most_memory_mb().map_or_else(|| "?".to_owned(), |mb| mb.to_string());
    let told = words(
        language,
        "rehearsal-took-time",
        [
            ("seconds", format!("{:.1}", took.as_secs_f64()).into()),
            ("threads", order.threads.get().into()),
            ("memory", memory.into()),
        ],
    );
    eprintln!("  {told}");
}

/// Returns the most memory that this process has had at once; nothing where the system does not tell.
fn most_memory_mb() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes / 1024)
}

#[expect(clippy::print_stdout, reason = "the outcome is what was asked for")]
fn tell(language: Language, stock: &Stock, rehearsal: &Rehearsal) {
    for line in lines(language, stock, rehearsal) {
        println!("{line}");
    }
}

fn lines(language: Language, stock: &Stock, rehearsal: &Rehearsal) -> Vec<String> {
    let plain = |key: &str| say(language, key, None).into_owned();
    let names = |code: policy::OccupationCode| stock.occupations.get(code.as_str()).cloned();
    let telling = Telling::new(&language, &names);
    let district = |code: &str| {
        let found = stock.districts.iter().find(|one| one.code == code);
        found.map(|one| one.name.clone())
    };
    let mut lines = vec![plain("rehearsal-title"), plain("rehearsal-synthetic")];
    let mut section = |heading: String, body: Vec<String>| {
        lines.push(String::new());
        lines.push(heading);
        lines.extend(body.into_iter().map(|line| format!("  {line}")));
    };
    section(
        plain("rehearsal-changes"),
        rehearsal
            .changes
            .iter()
            .map(|one| change(language, one))
            .collect(),
    );
    section(
        people(language, rehearsal),
        vec![
            effect(language, &plain("rehearsal-all"), &rehearsal.all),
            plain("rehearsal-gain-text"),
            plain("rehearsal-lose-text"),
        ],
    );
    let programmes = rehearsal
        .programmes
        .iter()
        .map(|(programme, one)| effect(language, &telling.programme(*programme), one));
    section(plain("rehearsal-programmes"), programmes.collect());
    let districts = rehearsal
        .districts
        .iter()
        .map(|(_, name, one)| effect(language, name, one));
    section(plain("rehearsal-districts"), districts.collect());
    let groups = rehearsal.groups.iter().map(|(group, one)| {
        let name = plain(&format!("group-{}", group.code()));
        effect(language, &name, one)
    });
    section(plain("rehearsal-groups"), groups.collect());
    let ages = rehearsal.ages.iter().map(|(from, to, one)| {
        let band = [("from", (*from).into()), ("to", (*to).into())];
        effect(language, &words(language, "rehearsal-age-band", band), one)
    });
    section(plain("rehearsal-ages"), ages.collect());
    let open = rehearsal.open.iter().map(|(programme, before, after)| {
        format!(
            "{}: {} → {}",
            telling.programme(*programme),
            notation::count(*before),
            notation::count(*after)
        )
    });
    let day = notation::day(language, rehearsal.open_on);
    section(
        words(language, "rehearsal-open-text", [("day", day.into())]),
        open.collect(),
    );
    for (gains, heading) in [
        (true, "rehearsal-example-gains"),
        (false, "rehearsal-example-loses"),
    ] {
        let told: Vec<_> = rehearsal
            .examples
            .iter()
            .filter(|one| one.gains == gains)
            .flat_map(|one| example(&telling, &district, rehearsal, one))
            .collect();
        if !told.is_empty() {
            section(plain(heading), told);
        }
    }
    lines
}

fn effect(language: Language, name: &str, effect: &Effect) -> String {
    let plain = |key: &str| say(language, key, None);
    format!(
        "{name}: {} {}, {} {}, {} {}; {} {} → {} ({})",
        plain("rehearsal-head"),
        notation::count(effect.people),
        plain("rehearsal-gain"),
        notation::count(effect.gain),
        plain("rehearsal-lose"),
        notation::count(effect.lose),
        plain("rehearsal-cost"),
        notation::money(effect.before),
        notation::money(effect.after),
        difference(effect.difference()),
    )
}
