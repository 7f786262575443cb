//! The policy's tests: cases that a clerk can read, and properties that hold for everybody.

#![expect(clippy::unwrap_used, reason = "a test stops at a broken assumption")]

mod agreement;
mod anybody;
mod clerk;
mod course_fillings;
mod course_knowledge;
mod course_words;
mod coverage;
mod expectations;
mod fillings;
mod impossible;
mod invariance;
mod json;
mod knowledge;
mod missing;
mod opening;
mod oracle;
mod people;
mod planning;
mod reasons;
mod register;
mod remedies;
mod scenarios;
mod small_scope;
mod small_world;
mod walks;
