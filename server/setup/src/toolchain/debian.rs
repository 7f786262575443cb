//! The wasm target where rustup may not download: the distribution's compiler, and its standard library built from source.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::WASM;
use crate::command::{Outcome, run};
use crate::{house, packages};

/// Under this name rustup knows the distribution's toolchain.
pub(super) const NAME: &str = "debian";

/// What the distribution offers under these names is new enough for this project.
pub(super) const PACKAGES: [&str; 6] = [
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "rust-web-clippy",
    "rustfmt-web",
    "lld-22",
];

const LIBRARY: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib";
const LINKER: &str = "/usr/lib/llvm-22/bin/lld";
/// Where the compiler looks for its linker.
const LINKER_PLACE: &str = "/usr/lib/rustlib/x86_64-unknown-linux-gnu/bin";
/// Built only so that cargo builds the standard library beside it.
const EMPTY: &str = "empty";

/// Installs the packages, builds the standard library once and names the toolchain to rustup.
pub(super) fn install() -> Outcome {
    packages::install(&PACKAGES)?;
    let rlibs = build_std()?;
    fs::create_dir_all(LIBRARY)?;
    for rlib in rlibs {
        let name = rlib.file_name().expect("a listed file has a name");
        fs::copy(&rlib, Path::new(LIBRARY).join(name))?;
    }
    fs::create_dir_all(LINKER_PLACE)?;
    let place = Path::new(LINKER_PLACE).join("rust-lld");
    if !place.exists() {
        symlink(LINKER, place)?;
    }
    run(Command::new("rustup").args(["toolchain", "link", NAME, "/usr"]))
}

/// Returns the standard library's files.
fn build_std() -> Outcome<Vec<PathBuf>> {
    let folder = house::root().join("target").join("std-for-wasm");
    fs::create_dir_all(folder.join("src"))?;
    let manifest = format!(
        "[package]\nname = \"{EMPTY}\"\nedition = \"2024\"\n[workspace]\n[profile.release]\npanic = \"abort\"\n"
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("src").join("lib.rs"), "#![no_std]\n")?;
    let mut build = Command::new("/usr/bin/cargo");
    build
        .current_dir(&folder)
        .env("RUSTC", "/usr/bin/rustc")
        // building std is not yet a stable feature of cargo
        .env("RUSTC_BOOTSTRAP", "1")
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .args([
            "build",
            "--release",
            "-Zbuild-std=std,panic_abort,proc_macro,test",
            "--target",
            WASM,
        ]);
    run(&mut build)?;
    let built = folder
        .join("target")
        .join(WASM)
        .join("release")
        .join("deps");
    let mut rlibs = Vec::new();
    for file in fs::read_dir(built)? {
        let path = file?.path();
        let is_rlib = path.extension().is_some_and(|ending| ending == "rlib");
        let is_empty = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with(&format!("lib{EMPTY}-")));
        if is_rlib && !is_empty {
            rlibs.push(path);
        }
    }
    Ok(rlibs)
}
