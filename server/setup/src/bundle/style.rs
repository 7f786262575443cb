//! The style sheet: the files of style/ in one, tokens and base first, then the components by name.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::command::{Outcome, run};
use crate::house;

/// What the others build on comes first.
const FOUNDATION: [&str; 2] = ["tokens.css", "base.css"];

/// Returns all rules in the order in which they apply.
pub(super) fn joined() -> Outcome<String> {
    let folder = house::root().join("style");
    let mut sheets = sheets_in(&folder)?;
    sheets.sort_by_key(|sheet| (rank(sheet, &folder), sheet.clone()));
    let mut joined = String::new();
    for sheet in sheets {
        joined.push_str(&fs::read_to_string(sheet)?);
        joined.push('\n');
    }
    Ok(joined)
}

/// Takes out what browsers need not read.
pub(super) fn shrink(sheet: &Path) -> Outcome {
    let mut tool = Command::new(house::small_tools().join("node_modules/.bin/lightningcss"));
    run(tool
        .arg("--minify")
        .arg(sheet)
        .arg("--output-file")
        .arg(sheet))
}

fn rank(sheet: &Path, folder: &Path) -> usize {
    let place = FOUNDATION
        .iter()
        .position(|name| sheet == folder.join(name));
    place.unwrap_or(FOUNDATION.len())
}

fn sheets_in(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut sheets = Vec::new();
    if !folder.exists() {
        return Ok(sheets);
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sheets.extend(sheets_in(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "css") {
            sheets.push(path);
        }
    }
    Ok(sheets)
}
