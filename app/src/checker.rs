//! The checker: what may I still take? As few questions as possible, then a result with every reason.
//!
//! It is a pure function of what somebody told: a page ([`Desk::show`]) or what a form leads to ([`Desk::take`]), given
//! the [`Desk`] with words, day and what is published. The server answers with it, and so does a phone without asking
//! the server, which is why nothing here waits, and why its HTML is made by a smaller tool than the other pages'.

pub mod answers;
mod desk;
mod fields;
pub(crate) mod markup;
pub(crate) mod money;
pub(crate) mod office;
mod place;
pub(crate) mod programme;
mod question;
pub mod reading;
mod remedy;
mod result;
mod show;
mod take;
mod trainings;
pub mod typed;
mod written;

pub use self::desk::{Asked, Desk, District, Keeper, Papers};
pub use self::place::Place;
pub use self::question::{Question, next};
pub use self::reading::Sought;
pub use self::show::Shown;
pub use self::take::Taken;
pub use self::written::Pairs;
