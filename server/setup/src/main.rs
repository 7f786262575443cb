//! Brings what the two commands need, bundles what the browser loads, and runs every check.
//!
//! `cargo demo` and `cargo verify` are aliases for this program (`.cargo/config.toml`). It calls
//! the tools that a person would call by hand, in the order in which they are needed, skips what
//! is still fresh, and says which one failed. It decides nothing about the portal itself.

mod bundle;
mod command;
mod demo;
mod house;
mod journal;
mod packages;
mod postgres;
mod toolchain;
mod verify;

use std::process::ExitCode;

use command::Outcome;
use journal::{Journal, complain, say};

const USAGE: &str = "\
cargo demo [OPTIONS]   bundle, build and serve the demo city (options go to `portal serve`)
cargo verify           run every check
cargo setup bundle     write what the browser loads to target/site
cargo setup beside     measure the search beside SQLite's and PostgreSQL's own, on the same documents";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match act(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            complain(&format!("\nstopped: {failure}"));
            ExitCode::FAILURE
        }
    }
}

/// Measures the search beside what the databases bring themselves.
fn beside(journal: &mut Journal) -> Outcome {
    let toolchain = toolchain::with_wasm(journal)?;
    let postgres = journal.step("Finding PostgreSQL", postgres::find)?;
    let server = postgres.start()?;
    command::run(
        toolchain
            .cargo()
            .args([
                "bench",
                "--locked",
                "--package",
                "server",
                "--bench",
                "beside",
            ])
            .env("TEST_DATABASE_URL", server.address()),
    )
}

fn act(words: &[String]) -> Outcome {
    let mut journal = Journal::open();
    match words
        .split_first()
        .map(|(command, options)| (command.as_str(), options))
    {
        Some(("demo", options)) => demo::serve(&mut journal, options),
        Some(("verify", [])) => verify::everything(&mut journal),
        Some(("bundle", [])) => {
            let toolchain = toolchain::with_wasm(&mut journal)?;
            bundle::bundle(&mut journal, toolchain)
        }
        Some(("beside", [])) => beside(&mut journal),
        _ => {
            say(USAGE);
            Err("no such command; the known ones stand above".into())
        }
    }
}
