//! Rebuilds the server when a migration is added or the bundle is made anew: what embeds a folder can't see new files itself.

/// What `cargo setup bundle` writes and `assets.rs` embeds.
const SITE: &str = "../target/site";

fn main() {
    println!("cargo:rerun-if-changed=migrations");
    // cargo takes a missing folder for one that has changed
    let _ = std::fs::create_dir_all(SITE);
    println!("cargo:rerun-if-changed={SITE}");
}
