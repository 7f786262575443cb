//! The command as an operator types it.

use std::path::Path;
use std::process::{Command, Output};

fn portal(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_portal"))
        .args(arguments)
        .env_clear()
        .env("PORTAL_FOLDER", folder)
        .output()
        .unwrap()
}

#[test]
fn an_operator_lists_columns_checks_corrects_and_imports() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("districts.csv");
    let path = file.to_str().unwrap();
    let said = |output: &Output| String::from_utf8(output.stdout.clone()).unwrap();
    let warned = |output: &Output| String::from_utf8(output.stderr.clone()).unwrap();

    let columns = portal(folder.path(), &["import", "districts"]);
    assert!(said(&columns).starts_with("code\nname\n"));

    std::fs::write(&file, "code,name,kind\n210202,中山区,town\n").unwrap();
    let unready = portal(folder.path(), &["import", "districts", path]);
    assert!(!unready.status.success());
    assert!(
        warned(&unready).contains("portal migrate"),
        "{}",
        warned(&unready)
    );

    assert!(portal(folder.path(), &["migrate"]).status.success());
    let faulty = portal(folder.path(), &["import", "districts", path]);
    assert!(!faulty.status.success());
    assert!(
        warned(&faulty).contains("第2行“kind”列"),
        "{}",
        warned(&faulty)
    );
    assert!(warned(&faulty).contains("line 2, column kind"));

    std::fs::write(&file, "code,name,kind\n210202,中山区,district\n").unwrap();
    let checked = portal(folder.path(), &["import", "districts", path, "--check"]);
    assert!(said(&checked).contains("nothing was imported"));
    let imported = portal(folder.path(), &["import", "districts", path]);
    assert!(
        said(&imported).contains("1 rows imported"),
        "{}",
        warned(&imported)
    );
}
