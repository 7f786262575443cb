//! The small leaves that run in the browser; the HTML does without them.

#[expect(
    missing_docs,
    reason = "the island macro writes a struct for the fields without a word about it"
)]
pub mod suggestions;
