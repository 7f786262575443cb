//! One entry of the ledger and the bytes that its hash covers.

use std::collections::BTreeMap;
use std::fmt;

use policy::Coded;
use serde_json::Value;
use sha2::{Digest, Sha256};
use sqlx::FromRow;
use uuid::Uuid;

use super::Head;
use crate::clock::Moment;

/// Stands first in what is hashed, so that no other record's hash can be taken for one of these.
const DOMAIN: &[u8] = b"training portal ledger 1";

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A seat was given to a person.
    Enrolled,
    /// A person gave their seat back.
    Cancelled,
    /// A person took a place in the line before a full course.
    JoinedLine,
    /// A person gave their place in line up.
    LeftLine,
    /// A seat came free and was given to the first in line.
    Promoted,
    /// An office chose how the policy is read.
    RegisterAmended,
    /// An account was made for a member of staff.
    StaffAdded,
    /// An account of a member of staff was closed.
    StaffDisabled,
}

impl Coded for EntryKind {
    const ALL: &'static [Self] = &[
        Self::Enrolled,
        Self::Cancelled,
        Self::JoinedLine,
        Self::LeftLine,
        Self::Promoted,
        Self::RegisterAmended,
        Self::StaffAdded,
        Self::StaffDisabled,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Enrolled => "enrolled",
            Self::Cancelled => "cancelled",
            Self::JoinedLine => "joined_line",
            Self::LeftLine => "left_line",
            Self::Promoted => "promoted",
            Self::RegisterAmended => "register_amended",
            Self::StaffAdded => "staff_added",
            Self::StaffDisabled => "staff_disabled",
        }
    }
}

/// A SHA-256 hash; written in hexadecimal.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hash([u8; 32]);

impl Hash {
    /// The hash before the first entry.
    pub const NONE: Self = Self([0; 32]);

    /// Stands for stored bytes that are no hash at all; no entry has it.
    const DAMAGED: Self = Self([0xff; 32]);

    /// Returns the 32 bytes.
    #[must_use]
    pub const fn as_slice(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl From<Vec<u8>> for Hash {
    /// Takes bytes of any other length for a hash that fits nothing, so that the check of the ledger finds them.
    fn from(stored: Vec<u8>) -> Self {
        stored.try_into().map_or(Self::DAMAGED, Self)
    }
}

/// Something to be put on record.
#[derive(Clone, Debug)]
pub struct Decision {
    /// What was decided.
    pub kind: EntryKind,
    /// Who decided; `None` for the portal itself.
    pub actor: Option<Uuid>,
    /// About whom.
    pub person: Option<Uuid>,
    /// About which course.
    pub course: Option<String>,
    /// About which enrolment.
    pub enrolment: Option<Uuid>,
    /// What else belongs to it, without personal data; the map's order makes its JSON canonical.
    pub body: BTreeMap<&'static str, Value>,
}

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Content {
    /// 1, 2, 3 … without a gap.
    pub position: i64,
    /// When.
    pub at: Moment,
    /// Code of what was decided; kept as it was stored, so that a changed one is found and not merely refused.
    pub kind: String,
    /// Who decided; `None` for the portal itself.
    pub actor: Option<Uuid>,
    /// About whom.
    pub person: Option<Uuid>,
    /// About which course.
    pub course: Option<String>,
    /// About which enrolment.
    pub enrolment: Option<Uuid>,
    /// Canonical JSON.
    pub body: String,
    /// The hash of the entry before.
    #[sqlx(try_from = "Vec<u8>")]
    pub previous_hash: Hash,
}

/// What an entry says, with its hash.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Entry {
    /// What it says.
    #[sqlx(flatten)]
    pub content: Content,
    /// The hash of all that.
    #[sqlx(try_from = "Vec<u8>")]
    pub hash: Hash,
}

impl Entry {
    /// Returns the entry that puts a decision behind the present head.
    pub(super) fn after(head: &Head, decision: Decision, at: Moment) -> Self {
        let content = Content {
            position: head.position + 1,
            at,
            kind: decision.kind.code().to_owned(),
            actor: decision.actor,
            person: decision.person,
            course: decision.course,
            enrolment: decision.enrolment,
            body: serde_json::to_string(&decision.body)
                .expect("a map with text keys is valid JSON"),
            previous_hash: head.hash,
        };
        let hash = content.hash();
        Self { content, hash }
    }
}

impl Content {
    /// Returns the hash of the content: every field with its length, so that no two contents give the same bytes.
    #[must_use]
    pub fn hash(&self) -> Hash {
        let mut hasher = Sha256::new_with_prefix(DOMAIN);
        let mut add = |field: Option<&[u8]>| match field {
            None => hasher.update([0]),
            Some(bytes) => {
                let length = u64::try_from(bytes.len()).expect("a field is shorter than 2⁶⁴ bytes");
                hasher.update([1]);
                hasher.update(length.to_be_bytes());
                hasher.update(bytes);
            }
        };
        add(Some(&self.position.to_be_bytes()));
        add(Some(&self.at.as_millis().to_be_bytes()));
        add(Some(self.kind.as_bytes()));
        add(self.actor.as_ref().map(|id| id.as_bytes().as_slice()));
        add(self.person.as_ref().map(|id| id.as_bytes().as_slice()));
        add(self.course.as_deref().map(str::as_bytes));
        add(self.enrolment.as_ref().map(|id| id.as_bytes().as_slice()));
        add(Some(self.body.as_bytes()));
        add(Some(self.previous_hash.as_slice()));
        Hash(hasher.finalize().into())
    }
}
