//! Who works for the offices, as far as pages show it.

use policy::Coded;

/// What an account may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Handles applications.
    Clerk,
    /// Keeps catalogues, figures and the register of readings.
    Editor,
    /// Looks at everything and changes nothing.
    Auditor,
    /// Pays.
    Finance,
}

impl Coded for Role {
    const ALL: &'static [Self] = &[Self::Clerk, Self::Editor, Self::Auditor, Self::Finance];

    fn code(self) -> &'static str {
        match self {
            Self::Clerk => "clerk",
            Self::Editor => "editor",
            Self::Auditor => "auditor",
            Self::Finance => "finance",
        }
    }
}

/// A member of staff who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The name by which they sign in.
    pub name: String,
    /// What they may do.
    pub role: Role,
}
