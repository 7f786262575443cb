//! The dependency policy of deny.toml: licences, sources, and which room may use what.

use std::path::PathBuf;
use std::process::Command;

use crate::command::{Outcome, output, run};
use crate::house;
use crate::journal::say;
use crate::toolchain::Toolchain;

const TOOL: &str = "cargo-deny";
const VERSION: &str = "0.20.2";

/// Asks cargo-deny, which is built once where this version is missing; asking needs no network.
pub(super) fn check(toolchain: Toolchain) -> Outcome {
    let tool = bring(toolchain)?;
    run(Command::new(tool).current_dir(house::root()).args([
        "--locked",
        "--log-level",
        "error",
        "check",
        "--hide-inclusion-graph",
        "licenses",
        "bans",
        "sources",
    ]))
}

fn bring(toolchain: Toolchain) -> Outcome<PathBuf> {
    let own = house::root().join("target").join("tools");
    let places = [PathBuf::from(TOOL), own.join("bin").join(TOOL)];
    for place in places {
        let version = output(Command::new(&place).arg("--version"));
        if version.is_ok_and(|version| version == format!("{TOOL} {VERSION}")) {
            return Ok(place);
        }
    }
    say(&format!(
        "building {TOOL} {VERSION} from the crate registry, into target/tools"
    ));
    let mut cargo = toolchain.cargo();
    cargo
        .args([
            "install",
            TOOL,
            "--version",
            VERSION,
            "--locked",
            "--debug",
            "--root",
        ])
        .arg(&own);
    run(cargo.arg("--target-dir").arg(own.join("build")))?;
    Ok(own.join("bin").join(TOOL))
}
