//! Who works for the offices: accounts with a role, signing in by name and password, and what a role admits to.
//!
//! Staff and residents never share an account or a session: whoever is both signs in twice.

mod account;
mod demo;
mod member;
mod password;
mod session;
mod sign_in;

pub use self::account::{AccountName, InvalidAccountName, add, disable};
pub use self::demo::{DemoStaff, furnish};
pub use self::member::{Anyone, Editor, Office, StaffMember};
pub use self::password::{InvalidPassword, Password};
pub use self::session::{IDLE, LONGEST};
pub use self::sign_in::{Refusal, sign_in, sign_out};
