//! setup
fn main() {}
