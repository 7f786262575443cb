//! The server's tests against real databases; linked once.

mod contract;
mod databases;
mod demo;
mod enrolment;
mod finding;
mod import;
mod ledger;
mod schema;
mod town;
