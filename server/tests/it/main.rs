//! The server's tests against real databases; linked once.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that can't go on has failed, and may say on what"
)]

mod ahead;
mod api;
mod applying;
mod browser;
mod checker;
mod city;
mod compare;
mod connection;
mod contract;
mod databases;
mod demo;
mod distance;
mod doctor;
mod enrolment;
mod finding;
mod import;
mod ledger;
mod listing;
mod load;
mod neighbours;
mod openapi;
mod processes;
mod register;
mod rehearsal;
mod schema;
mod search_quality;
mod shelf;
mod sign_in;
mod site;
mod staff;
mod town;
mod waiting;
mod words;
