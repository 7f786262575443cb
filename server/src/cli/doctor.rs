//! `portal doctor`: asks of each part whether it is well, and prints the remedy beside each fault.

use std::path::Path;

use search_index::{Drift, Standing};

use super::Failure;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Database;
use crate::register::{Register, dead_parameters};
use crate::{assets, demo, index, ledger, shelf};

/// Changes by which a healthy index may lag while it is being followed.
const MOST_LAG: i64 = 100;

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    config: Config,
}

/// What a check found: what is well, or what is not and how to mend it.
type Finding = Result<String, Fault>;

struct Fault {
    what: String,
    remedy: String,
}

fn fault(what: impl ToString, remedy: impl ToString) -> Fault {
    Fault {
        what: what.to_string(),
        remedy: remedy.to_string(),
    }
}

pub(crate) async fn run(options: Options) -> Result<(), Failure> {
    let config = options.config;
    let mut faults = 0;
    let mut told = |part: &str, finding: Finding| faults += tell(part, finding);
    told("keys", keys(&config));
    told("scripts and styles", embedded());
    match database(&config).await {
        Err(unreachable) => told("database", Err(unreachable)),
        Ok(database) => {
            told("database", version(&database).await);
            told("migrations", migrations(&database).await);
            told("kind of city", kind(&database, &config).await);
            told("ledger", chain(&database).await);
            told("clock", clock(&database, &Clock::machine()).await);
            told("catalogue", editions(&database).await);
            told(
                "register of readings",
                register(&database, &Clock::machine()).await,
            );
            told("search index", lag(&database, &config.index_folder()).await);
            database.close().await;
        }
    }
    match faults {
        0 => Ok(()),
        1 => Err("1 fault; the remedy stands beside it".into()),
        _ => Err(format!("{faults} faults; the remedy stands beside each").into()),
    }
}

#[expect(
    clippy::print_stdout,
    reason = "the findings are what this command is for"
)]
fn tell(part: &str, finding: Finding) -> usize {
    match finding {
        Ok(well) => {
            println!("  ok     {part}: {well}");
            0
        }
        Err(fault) => {
            println!(
                "  FAULT  {part}: {}\n         remedy: {}",
                fault.what, fault.remedy
            );
            1
        }
    }
}

fn keys(config: &Config) -> Finding {
    let told = if config.demo {
        "the demo city's, which protect nobody"
    } else {
        "readable"
    };
    config.keys().map(|_| told.to_owned()).map_err(|_| {
        fault(
            "none, or they can't be read",
            "run `portal keys` once, keep what it prints where only the portal reads it, and set PORTAL_KEYS to it",
        )
    })
}

fn embedded() -> Finding {
    match assets::count() {
        0 => Err(fault(
            "none are embedded: pages show without their look",
            "run `cargo demo` once, or `cargo setup bundle`, and build again",
        )),
        count => Ok(format!("{count} files, version {}", assets::version())),
    }
}

async fn database(config: &Config) -> Result<Database, Fault> {
    let address = config.database();
    if let Some(path) = address.strip_prefix("sqlite:")
        && !Path::new(path.trim_start_matches("//")).exists()
    {
        return Err(fault(
            format!("there is no file {path}"),
            "run `portal migrate`, which makes it; add --demo for the demo city's",
        ));
    }
    Database::connect(&address, 1).await.map_err(|cause| {
        fault(
            cause,
            "check DATABASE_URL, and that the database runs and lets this user in",
        )
    })
}

async fn version(database: &Database) -> Finding {
    database.version().await.map_err(|cause| {
        fault(
            cause,
            "check that the database runs and that its disk isn't full",
        )
    })
}

async fn migrations(database: &Database) -> Finding {
    let pending = database
        .pending_migrations()
        .await
        .map_err(|cause| fault(cause, "run `portal migrate`"))?;
    if pending.is_empty() {
        Ok("all applied".to_owned())
    } else {
        Err(fault(
            format!("pending: {}", pending.join(", ")),
            "make a backup, then run `portal migrate`",
        ))
    }
}

async fn kind(database: &Database, config: &Config) -> Finding {
    let city = database
        .meta(demo::META)
        .await
        .map_err(|cause| fault(cause, "run `portal migrate`"))?;
    match (city, config.demo) {
        (Some(_), false) => Err(fault(
            "this database holds the demo city",
            "point DATABASE_URL or --folder to the real one, or add --demo",
        )),
        (None, true) => Err(fault(
            "the demo city was not made yet",
            "run `portal serve --demo` once",
        )),
        (_, is_demo) => Ok(if is_demo {
            "demo".to_owned()
        } else {
            "real".to_owned()
        }),
    }
}

async fn chain(database: &Database) -> Finding {
    let proof = ledger::verify(database)
        .await
        .map_err(|cause| fault(cause, "run `portal migrate`"))?;
    let Some(first) = proof.faults.first() else {
        return Ok(format!(
            "{} entries, unbroken; the head is {}",
            proof.entries, proof.head.hash
        ));
    };
    Err(fault(
        format!(
            "{} flaws, the first at entry {}: {}",
            proof.faults.len(),
            first.position,
            first.flaw
        ),
        "stop the portal, compare with the heads that the auditor keeps, restore the last backup that verifies, and report it",
    ))
}

/// What was recorded can't lie in the future.
async fn clock(database: &Database, clock: &Clock) -> Finding {
    let remedy = "run `portal migrate`";
    let head = database
        .ledger_head()
        .await
        .map_err(|cause| fault(cause, remedy))?;
    let last = database
        .ledger_after(head.position - 1, 1)
        .await
        .map_err(|cause| fault(cause, remedy))?;
    let now = clock.now();
    match last.last().map(|entry| entry.content.at) {
        Some(recorded) if recorded > now => Err(fault(
            format!(
                "it says {}, but the ledger was last written at {}",
                now.to_rfc3339(),
                recorded.to_rfc3339()
            ),
            "set the machine's clock, and let it follow a time server",
        )),
        _ => Ok(now.to_rfc3339()),
    }
}

/// On every day from the first edition on, exactly one edition is in force.
async fn editions(database: &Database) -> Finding {
    let editions = database
        .catalogue_editions()
        .await
        .map_err(|cause| fault(cause, "run `portal migrate`"))?;
    let discords: Vec<_> = shelf::discords(&editions)
        .iter()
        .map(shelf::Discord::to_string)
        .collect();
    if discords.is_empty() {
        return Ok(format!(
            "{} editions that follow each other",
            editions.len()
        ));
    }
    Err(fault(
        discords.join("; "),
        "import the editions again with first and last days that follow each other",
    ))
}

/// No amendment was rewritten after it came into force, and some rule reads every figure.
async fn register(database: &Database, clock: &Clock) -> Finding {
    let register = Register::load(database).await.map_err(|cause| {
        fault(
            cause,
            "run this release's `portal migrate`; if that does not help, restore the last backup that verifies",
        )
    })?;
    if let Some(flaw) = register.flaws().first() {
        return Err(fault(
            flaw,
            "compare with the ledger, and import what was decided with a later day",
        ));
    }
    let dead: Vec<_> = dead_parameters(register.readings(), clock.today())
        .into_iter()
        .map(policy::Coded::code)
        .collect();
    if !dead.is_empty() {
        return Err(fault(
            format!("no rule reads {}", dead.join(", ")),
            "use a release whose rules read them, or take the amendments back",
        ));
    }
    let version = register.version();
    Ok(format!("version {}, {}", version.number, version.digest))
}

async fn lag(database: &Database, folder: &Path) -> Finding {
    let rebuild = "run `portal reindex`";
    if !folder.exists() {
        return Err(fault(
            "it was not built yet",
            "run `portal serve`, which builds it, or `portal reindex`",
        ));
    }
    let standing = async || -> Result<Finding, index::Error> {
        let vocabulary = index::vocabulary(database).await?;
        let last = database.last_change().await?;
        let standing = Standing::of(folder, &vocabulary)?;
        let Some(position) = standing.position() else {
            return Ok(Err(fault("it is empty", rebuild)));
        };
        let behind = last - i64::try_from(position.feed).unwrap_or(i64::MAX);
        let count = standing.document_count();
        if behind > MOST_LAG {
            let lags = format!("it lags {behind} changes behind");
            return Ok(Err(fault(lags, rebuild)));
        }
        let published = index::documents(database, position.day).await?;
        if behind != 0 || database.last_change().await? != last {
            // what changes just now is no drift
            return Ok(Ok(format!("{count} documents, {behind} changes behind")));
        }
        let drift = standing.drift(&vocabulary, published);
        if drift.is_none() {
            return Ok(Ok(format!("{count} documents, as published")));
        }
        let Drift {
            missing,
            superfluous,
            different,
        } = drift;
        let drifted = format!(
            "it has drifted from what is published: {missing} missing, {superfluous} too many, {different} different"
        );
        Ok(Err(fault(drifted, rebuild)))
    };
    standing()
        .await
        .unwrap_or_else(|cause| Err(fault(cause, rebuild)))
}
