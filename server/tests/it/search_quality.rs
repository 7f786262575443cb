//! What `portal search-quality` says of the real occupations.

use std::path::{Path, PathBuf};
use std::process::Command;

fn portal(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_portal"))
        .args(arguments)
        .env_clear()
        .env("PORTAL_FOLDER", folder)
        .output()
        .unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(
        output.status.success(),
        "{arguments:?}: {told} {}",
        String::from_utf8_lossy(&output.stderr)
    );
    told
}

/// Returns the first of the demo city's files that holds this.
fn file_of(files: &Path, kind: &str) -> PathBuf {
    let names = std::fs::read_dir(files).unwrap();
    let mut paths: Vec<PathBuf> = names.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.to_str().unwrap().contains(&format!("-{kind}-")));
    paths.sort();
    paths.swap_remove(0)
}

#[test]
fn the_quality_of_the_search_is_told_by_class_and_compared_with_the_last_run() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let files = folder.join("files");
    let files_name = files.to_str().unwrap();
    portal(folder, &["migrate"]);
    portal(folder, &["demo-files", files_name]);
    for kind in ["occupations", "districts", "institutions"] {
        let file = file_of(&files, kind);
        portal(folder, &["import", kind, file.to_str().unwrap()]);
    }

    let first = portal(folder, &["search-quality"]);
    for told in [
        "questions held out",
        "NDCG@10",
        "pinyin",
        "homophone",
        "institution",
        "nonsense",
    ] {
        assert!(first.contains(told), "{told} in {first}");
    }
    assert!(
        first.contains("questions ask for what is not published here"),
        "{first}"
    );
    assert!(!first.contains("since the last run"), "{first}");
    let second = portal(folder, &["search-quality"]);
    let unchanged = second
        .matches("0 answers changed since the last run")
        .count();
    assert_eq!(unchanged, 2, "{second}");

    let own = folder.join("own.tsv");
    std::fs::write(
        &own,
        "class\tquestion\tanswers\nshort\t电工\t6-31-01-03:3\n",
    )
    .unwrap();
    let told = portal(
        folder,
        &["search-quality", "--questions", own.to_str().unwrap()],
    );
    assert!(told.contains("questions of your own"), "{told}");
    assert!(!told.contains("held out"), "{told}");
    let third = portal(folder, &["search-quality"]);
    assert_eq!(
        third
            .matches("0 answers changed since the last run")
            .count(),
        2,
        "{third}"
    );
}
