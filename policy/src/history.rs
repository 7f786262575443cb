//! What a person has already taken: history entries, their states, and certificates.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Coded, Level, OccupationCode, Programme, calendar};

/// How far one training of one person has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Enrolled or attending.
    Reserved,
    /// The training is over, the appraisal pending.
    Completed,
    /// The certificate was obtained.
    Certified,
    /// The subsidy was granted.
    Paid,
    /// No certificate was obtained.
    Failed,
    /// The person or the institution withdrew.
    Cancelled,
}

impl State {
    /// Says whether such an entry uses something up.
    ///
    /// A failed or cancelled one does not: the subsidy is only for those who obtain the certificate (二（二）2 ¶1).
    #[must_use]
    pub const fn counts(self) -> bool {
        !matches!(self, Self::Failed | Self::Cancelled)
    }

    /// Says whether such an entry proves a certificate.
    #[must_use]
    pub const fn is_certified(self) -> bool {
        matches!(self, Self::Certified | Self::Paid)
    }

    /// Says whether the person took part to the end, with or without a certificate.
    #[must_use]
    pub const fn took_part(self) -> bool {
        matches!(
            self,
            Self::Completed | Self::Certified | Self::Paid | Self::Failed
        )
    }
}

impl Coded for State {
    const ALL: &'static [Self] = &[
        Self::Reserved,
        Self::Completed,
        Self::Certified,
        Self::Paid,
        Self::Failed,
        Self::Cancelled,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Reserved => "reserved",
            Self::Completed => "completed",
            Self::Certified => "certified",
            Self::Paid => "paid",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }
}

/// One training of one person in one programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HistoryEntry {
    /// The programme under which it was taken.
    pub programme: Programme,
    /// Its occupation; required where [`Programme::names_occupation`].
    #[serde(default)]
    pub occupation: Option<OccupationCode>,
    /// Its level; required where [`Programme::names_occupation`].
    #[serde(default)]
    pub level: Option<Level>,
    /// The day on which the course started or will start.
    #[serde(deserialize_with = "calendar::told")]
    pub start: NaiveDate,
    /// How far it has come.
    pub state: State,
}

impl HistoryEntry {
    /// Says whether the entry is in this occupation at this level.
    #[must_use]
    pub fn is_in(&self, occupation: OccupationCode, level: Level) -> bool {
        self.occupation == Some(occupation) && self.level == Some(level)
    }
}

/// A vocational qualification certificate obtained in whatever way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Certificate {
    /// The occupation that it certifies.
    pub occupation: OccupationCode,
    /// The level that it certifies.
    pub level: Level,
}
