//! What runs in the browser: compiled, given its JavaScript glue, and made small.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::command::{Outcome, run};
use crate::house;
use crate::toolchain::{Toolchain, WASM};

const PACKAGE: &str = "app";
const PROFILE: &str = "wasm-release";

/// The islands: pages ask for `pkg/app.js`, which asks for `pkg/app_bg.wasm`.
pub(super) const ISLANDS: Part = Part {
    name: "app",
    features: "hydrate,islands",
};
/// The checker, which a page asks for only when somebody begins to answer.
pub(super) const CHECKER: Part = Part {
    name: "phone",
    features: "phone",
};

/// A part of the browser's code that is downloaded by itself.
pub(super) struct Part {
    /// Under which name pages ask for it.
    pub(super) name: &'static str,
    features: &'static str,
}

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

/// Compiles a part and returns its wasm; every part is compiled to the same place.
pub(super) fn build(toolchain: Toolchain, part: &Part) -> Outcome<Vec<u8>> {
    let mut cargo = toolchain.cargo();
    cargo.args([
        "rustc",
        "--locked",
        "--package",
        PACKAGE,
        "--lib",
        "--crate-type",
        "cdylib",
        "--target",
        WASM,
    ]);
    cargo.args([
        "--no-default-features",
        "--features",
        part.features,
        "--profile",
        PROFILE,
    ]);
    run(&mut cargo)?;
    let built = house::target(toolchain)?
        .join(WASM)
        .join(PROFILE)
        .join(format!("{PACKAGE}.wasm"));
    Ok(fs::read(built)?)
}

/// Writes the wasm and its JavaScript glue to the folder.
pub(super) fn bind(part: &Part, wasm: Vec<u8>, folder: &Path) -> Outcome {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes(part.name, wasm)
        .out_name(part.name)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true);
    Ok(bindgen.web(true)?.generate(folder)?)
}

/// Makes the wasm as small as wasm-opt can.
pub(super) fn shrink(part: &Part, folder: &Path) -> Outcome {
    let wasm: PathBuf = folder.join(format!("{}_bg.wasm", part.name));
    let mut opt = Command::new(house::small_tools().join("node_modules/.bin/wasm-opt"));
    opt.args(["--strip-debug", "--strip-producers"])
        .args(["--flatten", "--rereloop", "-Oz", "-Oz"])
        .args(FEATURES)
        .arg(&wasm)
        .arg("-o")
        .arg(&wasm);
    run(&mut opt)
}
