//! The style sheet: what style/portal.css imports, joined in that order, so that a page asks for one file.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::command::{Outcome, run};
use crate::house;

/// The file that names all others; each import stands on a line of its own.
const ENTRANCE: &str = "portal.css";

/// Returns all rules in the order in which they apply.
pub(super) fn joined() -> Outcome<String> {
    join(&house::root().join("style"), ENTRANCE)
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

fn join(folder: &Path, name: &str) -> Outcome<String> {
    let sheet =
        fs::read_to_string(folder.join(name)).map_err(|error| format!("style/{name}: {error}"))?;
    let mut joined = String::new();
    for line in sheet.lines() {
        match imported(line) {
            Some(name) => joined.push_str(&join(folder, name)?),
            None => joined.push_str(line),
        }
        joined.push('\n');
    }
    Ok(joined)
}

fn imported(line: &str) -> Option<&str> {
    line.trim().strip_prefix("@import \"")?.strip_suffix("\";")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_import_line_names_a_sheet() {
        assert_eq!(imported("@import \"tokens.css\";"), Some("tokens.css"));
        assert_eq!(imported("/* @import \"tokens.css\"; */"), None);
        assert_eq!(imported("a { color: red; }"), None);
    }
}
