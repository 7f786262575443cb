//! The server's tests against real databases; linked once.

mod contract;
mod databases;
mod enrolment;
mod finding;
mod ledger;
mod schema;
mod town;
