//! `portal keys`: prints new keys for a portal.

use super::Failure;
use crate::seal::Keys;

#[expect(clippy::print_stdout, reason = "the keys are what this command is for")]
pub(crate) fn run() -> Result<(), Failure> {
    println!("{}", Keys::generate().to_text().as_str());
    Ok(())
}
