//! The pages, one file a URL.

pub mod accessibility;
pub mod ahead;
pub mod applications;
pub mod apply;
pub mod base;
pub mod check;
pub mod compare;
pub mod course;
pub mod details;
pub mod help;
pub mod home;
pub mod institution;
pub mod list;
pub mod market;
pub mod occupation;
pub mod outbox;
pub mod plan;
pub mod readings;
pub mod receipt;
pub mod recommended;
pub mod sign_in;
pub mod staff;
pub mod trouble;
pub mod waiting;
