//! What the browser loads: islands and checker as wasm, and the style sheet, small and compressed, in target/site.

mod compressed;
mod script;
mod style;
mod wasm;

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::command::{Outcome, is_installed};
use crate::journal::{Journal, say};
use crate::toolchain::Toolchain;
use crate::{house, packages};

/// What joins the checker to the page.
const CHECKER_SCRIPT: &str = "app/src/phone/checker.js";

/// Writes target/site anew where its sources have changed.
pub(crate) fn bundle(journal: &mut Journal, toolchain: Toolchain) -> Outcome {
    let islands = journal.step("Building the islands for the browser", || {
        wasm::build(toolchain, &wasm::ISLANDS)
    })?;
    let checker = journal.step("Building the checker for the browser", || {
        wasm::build(toolchain, &wasm::CHECKER)
    })?;
    let style = style::joined()?;
    let script = fs::read_to_string(house::root().join(CHECKER_SCRIPT))?;
    let has_small_tools = bring_small_tools(journal);
    let digest = digest((&islands, &checker, &style, &script, has_small_tools));
    let site = house::site();
    let stamp = site.with_extension("digest");
    if site.join("portal.css").exists()
        && fs::read_to_string(&stamp).is_ok_and(|fresh| fresh == digest)
    {
        say("the bundle is fresh");
        return Ok(());
    }
    // the old bundle stays whole until the new one is
    let next = site.with_extension("next");
    empty(&next)?;
    journal.step("Making the bundle small", || {
        let folder = next.join("pkg");
        for (part, built) in [(wasm::ISLANDS, islands), (wasm::CHECKER, checker)] {
            wasm::bind(&part, built, &folder)?;
            if has_small_tools {
                wasm::shrink(&part, &folder)?;
            }
        }
        fs::write(folder.join("checker.js"), script)?;
        script::shrink_all(&folder)?;
        fs::write(next.join("portal.css"), style)?;
        if has_small_tools {
            style::shrink(&next.join("portal.css"))?;
        }
        compressed::beside(&next)
    })?;
    empty(&site)?;
    fs::remove_dir(&site)?;
    fs::rename(&next, &site)?;
    fs::write(stamp, digest)?;
    Ok(())
}

/// Tells whether the tools that make the bundle small are there; it works without them.
fn bring_small_tools(journal: &mut Journal) -> bool {
    if !is_installed("npm") {
        say(
            "npm is not installed: the bundle works, but stays larger than need be (install Node 20 to make it small)",
        );
        return false;
    }
    match journal.step("Bringing wasm-opt and lightningcss", || {
        packages::install_npm(&house::small_tools())
    }) {
        Ok(()) => true,
        Err(failure) => {
            say(&format!(
                "{failure}; the bundle works, but stays larger than need be"
            ));
            false
        }
    }
}

fn digest(content: impl Hash) -> String {
    let mut hasher = DefaultHasher::new();
    (content, env!("CARGO_PKG_VERSION")).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn empty(folder: &Path) -> Outcome {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(fs::create_dir_all(folder)?)
}
