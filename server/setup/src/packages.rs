//! What comes from outside: the distribution's packages and npm's, each named before it is installed.

use std::path::Path;
use std::process::Command;

use crate::command::{Outcome, is_installed, output, run};
use crate::journal::{Journal, say};

/// Installs packages of the distribution, saying which; says what to do by hand where it can't.
pub(crate) fn install(names: &[&str]) -> Outcome {
    let wanted = names.join(" ");
    if !is_installed("apt-get") {
        return Err(
            format!("this needs {wanted} (their names on Debian): install them by hand").into(),
        );
    }
    if !is_root() {
        return Err(format!(
            "this needs more packages: run `sudo apt-get install {wanted}`, then start again"
        )
        .into());
    }
    say(&format!("installing from the distribution: {wanted}"));
    let apt = || {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet");
        apt
    };
    run(apt().arg("update"))?;
    run(apt()
        .args(["install", "--yes", "--no-install-recommends"])
        .args(names))
}

/// Installs make where there is none: the memory allocator is built with it.
pub(crate) fn make(journal: &mut Journal) -> Outcome {
    if is_installed("make") {
        return Ok(());
    }
    journal.step("Installing make", || install(&["make"]))
}

/// Installs exactly what a folder's lock file names, unless it lies there already.
pub(crate) fn install_npm(folder: &Path) -> Outcome {
    let wanted = std::fs::read(folder.join("package-lock.json"))?;
    let stamp = folder.join("node_modules").join(".installed");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let shown = folder.strip_prefix(crate::house::root()).unwrap_or(folder);
    say(&format!(
        "installing from npm: what {}/package-lock.json names",
        shown.display()
    ));
    let mut npm = Command::new("npm");
    // no tool here may bring a browser of its own
    npm.current_dir(folder)
        .args(["ci", "--loglevel", "error"])
        .env("PUPPETEER_SKIP_DOWNLOAD", "1");
    run(&mut npm)?;
    std::fs::write(stamp, wanted)?;
    Ok(())
}

/// Tells whether this runs as root.
pub(crate) fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id == "0")
}
