//! The islands: compiled for the browser, given their JavaScript glue, and made small.

use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::command::{Outcome, run};
use crate::house;
use crate::toolchain::{Toolchain, WASM};

/// The pages ask for `pkg/app.js`, which asks for `pkg/app_bg.wasm`.
const NAME: &str = "app";
const PROFILE: &str = "wasm-release";

/// What every browser since 2022 understands; `--all-features` would give what none does.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-multivalue",
    "--enable-reference-types",
    "--enable-call-indirect-overlong",
];

/// Compiles the islands and returns where they lie.
pub(super) fn build(toolchain: Toolchain) -> Outcome<PathBuf> {
    let mut cargo = toolchain.cargo();
    cargo.args([
        "rustc",
        "--locked",
        "--package",
        "app",
        "--lib",
        "--crate-type",
        "cdylib",
        "--target",
        WASM,
    ]);
    cargo.args([
        "--no-default-features",
        "--features",
        "hydrate,islands",
        "--profile",
        PROFILE,
    ]);
    run(&mut cargo)?;
    Ok(house::target(toolchain)?
        .join(WASM)
        .join(PROFILE)
        .join(format!("{NAME}.wasm")))
}

/// Writes the wasm and its JavaScript glue to the folder.
pub(super) fn bind(wasm: &Path, folder: &Path) -> Outcome {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(wasm)
        .out_name(NAME)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    Ok(bindgen.web(true)?.generate(folder)?)
}

/// Makes the wasm as small as wasm-opt can.
pub(super) fn shrink(folder: &Path) -> Outcome {
    let wasm = folder.join(format!("{NAME}_bg.wasm"));
    let mut opt = Command::new(house::small_tools().join("node_modules/.bin/wasm-opt"));
    opt.args(["-Oz", "--strip-debug", "--strip-producers"])
        .args(FEATURES)
        .arg(&wasm)
        .arg("-o")
        .arg(&wasm);
    run(&mut opt)
}
