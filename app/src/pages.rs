//! The pages, one file a URL.

pub mod check;
pub mod home;
pub mod list;
pub mod trouble;
