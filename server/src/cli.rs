//! The command line: one file a command, and the sentence with which a failed one ends.

mod demo;
mod doctor;
mod import;
mod keys;
mod migrate;
mod progress;
mod rehearse;
mod reindex;
mod search_quality;
mod serve;
mod staff;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Why a command ended early: a sentence for whoever typed it, with the remedy.
pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

/// The public training portal of Dalian
#[derive(Debug, Parser)]
#[command(name = "portal", version)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the portal
    Serve(serve::Options),
    /// Bring the database's schema up to this release
    Migrate(migrate::Options),
    /// Read a table into the database
    Import(import::Options),
    /// Say what a changed register of readings would mean for synthetic residents
    Rehearse(rehearse::Options),
    /// Build the search index anew
    Reindex(reindex::Options),
    /// Say how good the search is, by judged questions
    SearchQuality(search_quality::Options),
    /// Write the demo city to a folder, as the files that it is made of
    DemoFiles(demo::Options),
    /// Make, list and close the accounts of the offices' staff
    Staff(staff::Options),
    /// Say which parts are well, and the remedy for each that is not
    Doctor(doctor::Options),
    /// Print new keys for a portal
    Keys,
}

/// Runs the command that was typed; a failure is told on standard error in one sentence with its remedy.
#[must_use]
pub fn run() -> ExitCode {
    let line = Line::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(fault) => return failed(&fault.into()),
    };
    let outcome = runtime.block_on(async {
        match line.command {
            Command::Serve(options) => serve::run(options).await,
            Command::Migrate(options) => migrate::run(options).await,
            Command::Import(options) => import::run(options).await,
            Command::Rehearse(options) => rehearse::run(options).await,
            Command::Reindex(options) => reindex::run(options).await,
            Command::SearchQuality(options) => search_quality::run(options).await,
            Command::DemoFiles(options) => demo::run(options),
            Command::Staff(options) => staff::run(options).await,
            Command::Doctor(options) => doctor::run(options).await,
            Command::Keys => keys::run(),
        }
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failed(&failure),
    }
}

#[expect(
    clippy::print_stderr,
    reason = "this is where a command's failure is told"
)]
fn failed(failure: &Failure) -> ExitCode {
    eprintln!("portal: {failure}");
    ExitCode::FAILURE
}
