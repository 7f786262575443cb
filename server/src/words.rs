//! What people call occupations, as work for an editor: searches that found nothing are counted and proposed, an edit is
//! tried on judged questions before it is entered, and every edit can be taken back.

mod edit;
mod known;
mod letters;
mod personal;
mod preview;
mod unanswered;

pub use self::edit::{Draft, Refused, enter};
pub use self::known::is_known;
pub use self::personal::{holds_a_number, looks_like_a_number, looks_personal};
pub use self::preview::{Moved, Preview, preview};
pub use self::unanswered::Unanswered;
