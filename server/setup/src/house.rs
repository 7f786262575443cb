//! Where things stand in the house: the folders that the set-up reads and writes.

use std::path::{Path, PathBuf};

use crate::command::{Outcome, output};
use crate::toolchain::Toolchain;

/// Returns the project's top folder.
pub(crate) fn root() -> &'static Path {
    let setup = Path::new(env!("CARGO_MANIFEST_DIR"));
    setup
        .ancestors()
        .nth(2)
        .expect("this crate lies two folders below the top")
}

/// Returns the folder whose `pkg` the server embeds.
pub(crate) fn site() -> PathBuf {
    root().join("target").join("site")
}

/// Returns the npm package whose tools make the browser's files small.
pub(crate) fn small_tools() -> PathBuf {
    root().join("server").join("setup")
}

/// Returns the folder into which cargo builds, wherever the person has put it.
pub(crate) fn target(toolchain: Toolchain) -> Outcome<PathBuf> {
    let metadata =
        output(
            toolchain
                .cargo()
                .args(["metadata", "--no-deps", "--format-version", "1"]),
        )?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
    let folder = metadata["target_directory"]
        .as_str()
        .ok_or("cargo metadata names no target_directory: update cargo")?;
    Ok(PathBuf::from(folder))
}

/// Returns the npm package of the browser journeys.
pub(crate) fn journeys() -> PathBuf {
    root().join("end2end")
}
