//! What a person can do about a rule that stands in the way: always one thing, typed, to be worded elsewhere.

use chrono::NaiveDate;
use serde::Serialize;

use crate::{Certificate, Coded, FactSet, Programme};

/// What a person can do about a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Nothing is needed, or nothing helps.
    None,
    /// Wait: from this day on the rule passes; with a course, take one that starts then.
    Wait {
        /// The first day.
        until: NaiveDate,
    },
    /// Tell what is not known yet.
    Provide {
        /// The facts that could change the outcome.
        facts: FactSet,
    },
    /// Put right what somebody can put right: the enterprise its filing, the person their business plan.
    PutRight {
        /// The facts that break the rule.
        facts: FactSet,
    },
    /// Obtain a certificate first.
    Reach {
        /// The certificate.
        certificate: Certificate,
    },
    /// Take part in another programme first.
    TakeFirst {
        /// The programme.
        programme: Programme,
    },
    /// Choose another course.
    Choose {
        /// In what it must differ.
        another: Another,
    },
}

/// In what another course must differ from the one asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Another {
    /// Another occupation or level.
    Skill,
    /// Another institution or base.
    Place,
    /// A first day within the span that the finding's detail names.
    Start,
    /// More semesters or class hours.
    Length,
    /// An internship that is short and covered, or none.
    Internship,
}

impl Coded for Another {
    const ALL: &'static [Self] = &[
        Self::Skill,
        Self::Place,
        Self::Start,
        Self::Length,
        Self::Internship,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Skill => "skill",
            Self::Place => "place",
            Self::Start => "start",
            Self::Length => "length",
            Self::Internship => "internship",
        }
    }
}

impl Remedy {
    /// Returns the stable name of the kind, such as `wait`.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Wait { .. } => "wait",
            Self::Provide { .. } => "provide",
            Self::PutRight { .. } => "put_right",
            Self::Reach { .. } => "reach",
            Self::TakeFirst { .. } => "take_first",
            Self::Choose { .. } => "choose",
        }
    }
}
