//! What runs: the HTTP server, the database, the jobs and the command line.

pub mod answering;
pub mod api;
pub mod assets;
pub mod backend;
pub mod cli;
pub mod clock;
pub mod config;
pub mod db;
pub mod demo;
pub mod dossier;
pub mod enrolment;
pub mod health;
pub mod import;
pub mod index;
pub mod ledger;
pub mod market;
pub mod problem;
pub mod reference;
pub mod seal;
pub mod shelf;
pub mod site;
pub mod state;
pub mod visitor;
pub mod wire;
