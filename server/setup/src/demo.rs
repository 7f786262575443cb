//! `cargo demo`: from a fresh clone to a portal that can be clicked.

use std::os::unix::process::CommandExt;
use std::process::Command;

use crate::command::{Outcome, run};
use crate::journal::Journal;
use crate::{bundle, house, packages, toolchain};

/// Bundles and builds, then becomes the server of the demo city.
pub(crate) fn serve(journal: &mut Journal, options: &[String]) -> Outcome {
    packages::make(journal)?;
    let toolchain = toolchain::with_wasm(journal)?;
    bundle::bundle(journal, toolchain)?;
    journal.step("Building the server", || {
        run(toolchain.cargo().args([
            "build",
            "--locked",
            "--package",
            "server",
            "--bin",
            "portal",
        ]))
    })?;
    let portal = house::target(toolchain)?.join("debug").join("portal");
    let mut serve = Command::new(portal);
    serve
        .current_dir(house::root())
        .args(["serve", "--demo"])
        .args(options);
    // this process makes room, so that Ctrl-C stops the server and nothing else
    Err(format!("the portal could not be started: {}", serve.exec()).into())
}
