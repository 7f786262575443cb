//! The small leaves that run in the browser; the HTML does without them.

pub mod suggestions;
