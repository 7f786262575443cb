//! A form that came back: what was typed into it, and what has to be put right.

use crate::query::Query;

/// One thing to put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Name of the field, which is also its id.
    pub field: String,
    /// What is wrong and what would be right, in the page's language.
    pub text: String,
}

impl Problem {
    /// A problem with the field of this name.
    pub fn new(field: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            field: field.into(),
            text: text.into(),
        }
    }

    /// The text for the field `name`, to stand beside it; `None` where nothing is wrong with it.
    #[must_use]
    pub fn beside(problems: &[Self], name: &str) -> Option<String> {
        problems
            .iter()
            .find(|problem| problem.field == name)
            .map(|problem| problem.text.clone())
    }
}

/// What came with a form that could not be accepted; the default is a form that was not sent yet.
#[derive(Clone, Default)]
pub struct Sent {
    /// The fields as they were typed.
    pub typed: Query,
    /// What has to be put right; empty for a form that was not sent yet.
    pub problems: Vec<Problem>,
}

impl Sent {
    /// Returns the status of a page that shows this form: 422 where something has to be put right.
    #[must_use]
    pub fn status(&self) -> u16 {
        if self.problems.is_empty() { 200 } else { 422 }
    }

    /// Returns what was typed under `name`; empty where nothing was.
    #[must_use]
    pub fn value(&self, name: &str) -> String {
        self.typed.one(name).map(str::to_owned).unwrap_or_default()
    }

    /// Says whether `value` was chosen under `name`.
    #[must_use]
    pub fn chose(&self, name: &str, value: &str) -> bool {
        self.typed.all(name).any(|chosen| chosen == value)
    }

    /// Returns what is wrong with the field `name`.
    #[must_use]
    pub fn wrong(&self, name: &str) -> Option<String> {
        Problem::beside(&self.problems, name)
    }
}

// What somebody typed is personal data: it is never printed by accident.
impl std::fmt::Debug for Sent {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Sent(***, {} problems)", self.problems.len())
    }
}
