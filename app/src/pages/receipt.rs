//! Receipts: what somebody takes home after something was decided.

pub mod application;
