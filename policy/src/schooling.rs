//! How a person's schooling ended.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Coded, calendar};

/// The school that a person left without going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Junior high school.
    JuniorHigh,
    /// Senior high school.
    SeniorHigh,
    /// Neither: the person went on, or never left in this way.
    None,
}

impl Coded for Stage {
    const ALL: &'static [Self] = &[Self::JuniorHigh, Self::SeniorHigh, Self::None];

    fn code(self) -> &'static str {
        match self {
            Self::JuniorHigh => "junior_high",
            Self::SeniorHigh => "senior_high",
            Self::None => "none",
        }
    }
}

/// A person's last schooling, where they did not go on; each part may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LeftSchool {
    /// The school left, or [`Stage::None`] for who went on.
    pub stage: Option<Stage>,
    /// The day of leaving.
    #[serde(deserialize_with = "calendar::perhaps")]
    pub on: Option<NaiveDate>,
}
