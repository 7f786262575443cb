//! Pages of a small made-up city, rendered and read as a browser would read them.

#![expect(
    clippy::unwrap_used,
    reason = "what a test stands on may break it loudly"
)]

mod checking;
mod city;
mod finding;
mod markup;
mod phone;
mod reading;
mod readings;
