//! Three-valued answers: a rule's outcome and a programme's verdict.

use serde::Serialize;

use crate::Coded;

/// What a rule says of the facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The rule holds, whatever the unknown facts are.
    Pass,
    /// The rule is broken, whatever the unknown facts are.
    Fail,
    /// An unknown fact decides.
    Unknown,
}

impl Outcome {
    /// Returns the outcome of a single condition, which may be unknown.
    #[must_use]
    pub const fn of(holds: Option<bool>) -> Self {
        match holds {
            Some(true) => Self::Pass,
            Some(false) => Self::Fail,
            None => Self::Unknown,
        }
    }

    /// Returns the outcome of both together: one failure fails, whatever the other is.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Fail, _) | (_, Self::Fail) => Self::Fail,
            (Self::Pass, Self::Pass) => Self::Pass,
            _ => Self::Unknown,
        }
    }

    /// Returns the outcome of either: one pass passes, whatever the other is.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Pass, _) | (_, Self::Pass) => Self::Pass,
            (Self::Fail, Self::Fail) => Self::Fail,
            _ => Self::Unknown,
        }
    }
}

impl Coded for Outcome {
    const ALL: &'static [Self] = &[Self::Pass, Self::Fail, Self::Unknown];

    fn code(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::Unknown => "unknown",
        }
    }
}

/// What all the rules of a programme say together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every rule passes.
    Open,
    /// A rule fails.
    Closed,
    /// No rule fails, and an unknown fact decides.
    Unknown,
    /// Every rule passes, and another policy grants it.
    Elsewhere,
}

impl Coded for Verdict {
    const ALL: &'static [Self] = &[Self::Open, Self::Closed, Self::Unknown, Self::Elsewhere];

    fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Unknown => "unknown",
            Self::Elsewhere => "elsewhere",
        }
    }
}
