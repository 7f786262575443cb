//! `cargo verify`: every check, in the order in which a mistake is found soonest; stops at the first that fails.

mod browser;
mod dependencies;

use std::process::Command;

use crate::command::{Outcome, run};
use crate::journal::Journal;
use crate::toolchain::{Toolchain, WASM};
use crate::{bundle, packages, postgres, toolchain};

/// Runs every check and prints what each one took.
pub(crate) fn everything(journal: &mut Journal) -> Outcome {
    let outcome = check(journal);
    journal.print_table();
    outcome
}

fn check(journal: &mut Journal) -> Outcome {
    packages::make(journal)?;
    let toolchain = toolchain::with_wasm(journal)?;
    let cargo = |words: &[&str]| run(toolchain.cargo().args(words));
    journal.step("Formatting", || cargo(&["fmt", "--all", "--check"]))?;
    journal.step("Dependency policy", || dependencies::check(toolchain))?;
    let postgres = journal.step("Finding PostgreSQL", postgres::find)?;
    let browser = journal.step("Finding a browser and its fonts", browser::find)?;
    bundle::bundle(journal, toolchain)?;
    journal.step("Lints, server", || {
        cargo(&[
            "clippy",
            "--locked",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ])
    })?;
    journal.step("Lints, browser", || lint_for_browser(toolchain))?;
    journal.step("Documentation", || document(toolchain))?;
    journal.step("Tests on SQLite and PostgreSQL", || {
        let server = postgres.start()?;
        run(toolchain
            .cargo()
            .args(["test", "--locked", "--workspace"])
            .env("TEST_DATABASE_URL", server.address()))
    })?;
    journal.step("Browser journeys", || browser.walk(toolchain))
}

fn lint_for_browser(toolchain: Toolchain) -> Outcome {
    let clippy = |words: &[&str]| {
        let mut command: Command = toolchain.cargo();
        run(command
            .args(["clippy", "--locked", "--target", WASM])
            .args(words)
            .args(["--", "-D", "warnings"]))
    };
    clippy(&["--package", "policy"])?;
    clippy(&[
        "--package",
        "app",
        "--no-default-features",
        "--features",
        "hydrate,islands",
    ])?;
    clippy(&[
        "--package",
        "app",
        "--no-default-features",
        "--features",
        "phone",
    ])
}

fn document(toolchain: Toolchain) -> Outcome {
    // the workspace's lints already deny broken links
    run(toolchain
        .cargo()
        .args(["doc", "--locked", "--workspace", "--no-deps"])
        .env("RUSTDOCFLAGS", "-D warnings"))
}
