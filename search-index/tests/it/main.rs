//! What the index promises, seen from outside.
#![cfg(test)]

mod browsing;
mod changes;
mod city;
mod filters;
mod finding;
mod hostile;
mod questions;
mod series;
mod shelves;
mod suggestions;
