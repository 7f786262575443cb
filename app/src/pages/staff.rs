//! `/staff`: the pages of the offices' staff; nothing of them is for a cache or a search engine.

pub mod home;
pub mod rehearsal;
pub mod sign_in;
pub mod words;
