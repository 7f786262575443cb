//! The journeys in a real browser: what they need, and how they are run.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::command::{Outcome, is_installed, output, run};
use crate::toolchain::Toolchain;
use crate::{house, packages};

/// Where a browser of Chromium's kind usually is.
const BROWSERS: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// A browser that can show Chinese.
pub(super) struct Browser {
    program: PathBuf,
}

/// Returns a browser, bringing it, fonts for Chinese and Node's packages where they are missing.
pub(super) fn find() -> Outcome<Browser> {
    let mut wanted = Vec::new();
    if installed().is_none() {
        wanted.push("chromium");
    }
    if !has_chinese_fonts() {
        wanted.push("fonts-noto-cjk");
    }
    for program in ["npm", "node"] {
        if !is_installed(program) {
            wanted.push(if program == "node" { "nodejs" } else { program });
        }
    }
    if !wanted.is_empty() {
        packages::install(&wanted)?;
    }
    packages::install_npm(&house::journeys())?;
    let program =
        installed().ok_or("Chromium is installed, but no program of that name is on the PATH")?;
    Ok(Browser { program })
}

impl Browser {
    /// Walks all journeys through a demo city of their own.
    pub(super) fn walk(&self, toolchain: Toolchain) -> Outcome {
        // the tests have just built it; building it by itself would build it with other features once more
        let portal = house::target(toolchain)?.join("debug").join("portal");
        let mut journeys = Command::new("npm");
        journeys
            .current_dir(house::journeys())
            .args(["test", "--silent"]);
        run(journeys
            .env("PORTAL", portal)
            .env("CHROME_PATH", &self.program))
    }
}

fn installed() -> Option<PathBuf> {
    BROWSERS.iter().find_map(|name| {
        if name.starts_with('/') {
            return Path::new(name).exists().then(|| PathBuf::from(name));
        }
        output(Command::new("sh").args(["-c", &format!("command -v {name}")]))
            .ok()
            .map(PathBuf::from)
    })
}

/// Macs bring their own; elsewhere fontconfig knows.
fn has_chinese_fonts() -> bool {
    let listed = Command::new("fc-list")
        .arg(":lang=zh-cn")
        .stderr(Stdio::null())
        .output();
    cfg!(target_os = "macos") || listed.is_ok_and(|listed| !listed.stdout.is_empty())
}
