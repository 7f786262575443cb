//! `portal import`: reads a table into the database, or says row by row why not.

use std::path::PathBuf;

use super::{Failure, serve};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Database;
use crate::import::{self, File, Kind, Refused, RowErrors};
use crate::seal::Keys;

#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    #[command(flatten)]
    config: Config,

    /// What the file holds
    kind: Kind,

    /// The CSV file, in UTF-8 or GB18030; without one, the columns of the kind are listed
    file: Option<PathBuf>,

    /// Only say whether the file is in order; write nothing
    #[arg(long)]
    check: bool,
}

pub(crate) async fn run(options: Options) -> Result<(), Failure> {
    let Options {
        config,
        kind,
        file,
        check,
    } = options;
    let Some(path) = file else {
        list_columns(kind);
        return Ok(());
    };
    if kind.holds_persons() && !config.demo {
        return Err(
            "persons are made up for load tests alone; add --demo to write them into the demo city"
                .into(),
        );
    }
    // published tables hold nothing to seal: the portal's keys need not be at hand to import them
    let keys = if kind.holds_persons() {
        config.keys()?
    } else {
        Keys::generate()
    };
    let bytes = std::fs::read(&path)
        .map_err(|fault| format!("can't read {}: {fault}; check its name", path.display()))?;
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let database = Database::connect(&config.database(), config.readers).await?;
    serve::refuse_pending(&database).await?;
    let files = vec![File { kind, name, bytes }];
    let clock = Clock::machine();
    let outcome = if check {
        import::examine(&database, &clock, &files).await
    } else {
        import::import(&database, &keys, &clock, files).await
    };
    database.close().await;
    match outcome {
        Ok(counts) => tell_success(counts.iter().sum(), check),
        Err(refused) => {
            if let Refused::Faulty { errors, .. } = &refused {
                tell_faults(errors);
            }
            return Err(refused.into());
        }
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "the columns are what was asked for")]
fn list_columns(kind: Kind) {
    for column in kind.columns() {
        println!(
            "{}{}",
            column.name,
            if column.required {
                ""
            } else {
                "（可省略 / optional）"
            }
        );
    }
}

#[expect(
    clippy::print_stdout,
    reason = "the count is what this command answers"
)]
fn tell_success(rows: usize, was_check: bool) {
    if was_check {
        println!("{rows}行均无误，尚未导入 / {rows} rows are in order; nothing was imported");
    } else {
        println!("已导入{rows}行 / {rows} rows imported");
    }
}

#[expect(
    clippy::print_stderr,
    reason = "the faults are what this command answers"
)]
pub(super) fn tell_faults(errors: &RowErrors) {
    for error in &errors.named {
        eprintln!("{}", import::told(error));
    }
    if errors.unnamed > 0 {
        eprintln!(
            "另有{0}处错误未列出 / {0} more faults are not listed",
            errors.unnamed
        );
    }
}
