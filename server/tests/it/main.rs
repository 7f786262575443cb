//! The server's tests against real databases; linked once.

mod api;
mod city;
mod contract;
mod databases;
mod demo;
mod enrolment;
mod finding;
mod import;
mod ledger;
mod openapi;
mod schema;
mod site;
mod town;
