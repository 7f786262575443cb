//! What runs: the HTTP server, the database, the jobs and the command line.

pub mod clock;
pub mod db;
pub mod seal;
