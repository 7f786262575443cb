//! Rebuilds the server when a migration is added: `sqlx::migrate!` embeds the folder and can't see new files itself.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
