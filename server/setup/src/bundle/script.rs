//! The scripts: a browser need not read what stands in them for people.

use std::fs;
use std::path::Path;

use crate::command::Outcome;

/// Takes the comments out of every script in the folder.
pub(super) fn shrink_all(folder: &Path) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "js") {
            fs::write(&path, without_comments(&fs::read_to_string(&path)?))?;
        }
    }
    Ok(())
}

/// Only whole lines are taken out: a mark within a line may be part of a text.
fn without_comments(script: &str) -> String {
    let mut is_in_block = false;
    let mut short = String::new();
    for line in script.lines() {
        let trimmed = line.trim();
        is_in_block |= trimmed.starts_with("/*");
        if !is_in_block && !trimmed.is_empty() && !trimmed.starts_with("//") {
            short.push_str(trimmed);
            short.push('\n');
        }
        is_in_block &= !trimmed.ends_with("*/");
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_lines_of_comment_go() {
        let script = "/**\n * Says.\n */\nlet a = \"// no\"; // stays\n\n  // goes\n/* goes */\nlet b = 2\n  * 3;\n";
        assert_eq!(
            without_comments(script),
            "let a = \"// no\"; // stays\nlet b = 2\n* 3;\n"
        );
    }
}
