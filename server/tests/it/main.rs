//! The server's tests against real databases; linked once.

mod databases;
mod schema;
