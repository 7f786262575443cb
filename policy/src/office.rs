//! Which office organises a programme for a person.

use crate::District;

/// The office that organises a programme for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Office {
    /// A district's office; unknown where the place is.
    District(Option<District>),
    /// The city's office.
    City,
    /// The training base itself.
    Base,
    /// The veterans' own scheme.
    Veterans,
}

impl Office {
    /// Returns the stable code of the kind: `district`, `city`, `base` or `veterans`.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::District(_) => "district",
            Self::City => "city",
            Self::Base => "base",
            Self::Veterans => "veterans",
        }
    }

    /// Returns the district, where it is a district's office and the place is known.
    #[must_use]
    pub const fn district(self) -> Option<District> {
        match self {
            Self::District(district) => district,
            _ => None,
        }
    }
}
