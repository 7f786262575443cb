//! Pages of a small made-up city, rendered and read as a browser would read them.

mod city;
mod finding;
mod markup;
mod reading;
