//! The pages, one file a URL.

pub mod accessibility;
pub mod base;
pub mod check;
pub mod course;
pub mod help;
pub mod home;
pub mod institution;
pub mod list;
pub mod market;
pub mod occupation;
pub mod recommended;
pub mod trouble;
