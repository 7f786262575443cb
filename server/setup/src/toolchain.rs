//! The Rust toolchain that can build for the browser: found, brought by rustup, or made of the distribution's packages.

mod debian;

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::command::{Outcome, is_installed, output, run_within};
use crate::journal::{Journal, say};

/// What the browser runs.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// rustup hangs where downloads are held back silently.
const DOWNLOAD_LIMIT: Duration = Duration::from_secs(180);

/// By which toolchain everything is built: rustup's name for it, or `None` for the one in use.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Toolchain {
    name: Option<&'static str>,
}

impl Toolchain {
    /// Returns a cargo command in the project's top folder.
    pub(crate) fn cargo(self) -> Command {
        let mut cargo = self.command("cargo");
        cargo.current_dir(crate::house::root());
        cargo
    }

    fn command(self, program: &str) -> Command {
        let mut command = Command::new(program);
        if let Some(name) = self.name {
            command.env("RUSTUP_TOOLCHAIN", name);
        }
        command
    }

    /// Tells whether the standard library for the browser lies where the compiler looks for it.
    fn has_wasm(self) -> bool {
        let folder =
            output(
                self.command("rustc")
                    .args(["--print", "target-libdir", "--target", WASM]),
            );
        folder.is_ok_and(|folder| holds_std(Path::new(&folder)))
    }
}

/// Returns a toolchain that can build for the browser, bringing one where there is none.
pub(crate) fn with_wasm(journal: &mut Journal) -> Outcome<Toolchain> {
    let in_use = Toolchain { name: None };
    if in_use.has_wasm() {
        return Ok(in_use);
    }
    let debian = Toolchain {
        name: Some(debian::NAME),
    };
    if debian.has_wasm() {
        return Ok(debian);
    }
    let brought = journal.step("Downloading the wasm target with rustup", || {
        run_within(
            DOWNLOAD_LIMIT,
            Command::new("rustup").args(["target", "add", WASM]),
        )
    });
    match brought {
        Ok(()) if in_use.has_wasm() => return Ok(in_use),
        Ok(()) => say("rustup brought the target for another compiler than the one in use"),
        Err(failure) => say(&format!("{failure}; trying the distribution's packages")),
    }
    if !is_installed("apt-get") {
        return Err(by_hand().into());
    }
    journal.step(
        "Making the wasm target from the distribution's packages",
        debian::install,
    )?;
    if debian.has_wasm() {
        Ok(debian)
    } else {
        Err(by_hand().into())
    }
}

fn holds_std(folder: &Path) -> bool {
    let Ok(files) = folder.read_dir() else {
        return false;
    };
    files
        .flatten()
        .any(|file| file.file_name().to_string_lossy().starts_with("libstd-"))
}

fn by_hand() -> String {
    format!(
        "no standard library for {WASM}: run `rustup target add {WASM}` where downloads are allowed, or as root `apt-get install {}`, then start again",
        debian::PACKAGES.join(" ")
    )
}
