//! What runs: the HTTP server, the database, the jobs and the command line.

// An optimised build lays out the pages' views here once more: each is one type, as deep as its HTML.
#![recursion_limit = "256"]

pub mod answering;
pub mod api;
pub mod assets;
pub mod attempts;
pub mod backend;
pub mod cli;
pub mod clock;
pub mod config;
pub mod cookies;
pub mod counter;
pub mod db;
pub mod demo;
pub mod enrolment;
pub mod forms;
pub mod health;
pub mod import;
pub mod index;
pub mod ledger;
pub mod market;
pub mod notifier;
pub mod peer;
pub mod person;
pub mod problem;
pub mod reference;
pub mod register;
pub mod rehearsal;
pub mod seal;
pub mod session;
pub mod shelf;
pub mod sign_in;
pub mod site;
pub mod staff;
pub mod state;
pub mod visitor;
pub mod wire;
pub mod words;

/// A page is made of thousands of small texts, for which the system's own allocator needs a fifth of its time. This one also
/// gives back what reading the whole city leaves behind; how soon is told in `.cargo/config.toml`.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;
