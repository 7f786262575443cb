//! The eight programmes of the policy, and sets of them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Coded;

/// A training programme of the policy, in the order in which the policy is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Programme {
    /// 就业技能培训.
    EmploymentSkills,
    /// 在校生技能培训.
    StudentSkills,
    /// 在校生技能实训.
    StudentPractice,
    /// 退役士兵教育培训.
    Veterans,
    /// 劳动预备制培训.
    LabourPreparation,
    /// 企业岗前培训.
    EnterprisePrejob,
    /// 创业培训.
    Entrepreneurship,
    /// 创业模拟实训.
    EntrepreneurshipSimulation,
}

/// A code that names none of the eight programmes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownProgramme;

impl Programme {
    /// Returns the stable code, such as `employment_skills`.
    #[must_use]
    pub fn code(self) -> &'static str {
        <Self as Coded>::code(self)
    }

    /// Says whether a training of this programme is one in an occupation at a level.
    ///
    /// It is so for all but the entrepreneurship pair, which buys no level, and the veterans' own scheme.
    #[must_use]
    pub const fn names_occupation(self) -> bool {
        !matches!(
            self,
            Self::Veterans | Self::Entrepreneurship | Self::EntrepreneurshipSimulation
        )
    }
}

impl Coded for Programme {
    const ALL: &'static [Self] = &[
        Self::EmploymentSkills,
        Self::StudentSkills,
        Self::StudentPractice,
        Self::Veterans,
        Self::LabourPreparation,
        Self::EnterprisePrejob,
        Self::Entrepreneurship,
        Self::EntrepreneurshipSimulation,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::EmploymentSkills => "employment_skills",
            Self::StudentSkills => "student_skills",
            Self::StudentPractice => "student_practice",
            Self::Veterans => "veterans",
            Self::LabourPreparation => "labour_preparation",
            Self::EnterprisePrejob => "enterprise_prejob",
            Self::Entrepreneurship => "entrepreneurship",
            Self::EntrepreneurshipSimulation => "entrepreneurship_simulation",
        }
    }
}

impl fmt::Display for Programme {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.code())
    }
}

impl FromStr for Programme {
    type Err = UnknownProgramme;

    fn from_str(code: &str) -> Result<Self, UnknownProgramme> {
        Self::from_code(code).ok_or(UnknownProgramme)
    }
}

impl fmt::Display for UnknownProgramme {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .write_str("not a programme: give one of the eight codes, such as employment_skills")
    }
}

impl std::error::Error for UnknownProgramme {}

/// A set of programmes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Programmes(u8);

impl Programmes {
    /// All eight.
    pub const ALL: Self = Self::of(Programme::ALL);

    /// Returns the set of these programmes.
    #[must_use]
    pub const fn of(programmes: &[Programme]) -> Self {
        let mut set = 0;
        let mut place = 0;
        while place < programmes.len() {
            set |= 1 << programmes[place] as u8;
            place += 1;
        }
        Self(set)
    }

    /// Says whether the programme belongs to the set.
    #[must_use]
    pub const fn contains(self, programme: Programme) -> bool {
        self.0 & (1 << programme as u8) != 0
    }

    /// Returns the programmes of the set in the policy's order.
    pub fn iter(self) -> impl Iterator<Item = Programme> {
        Programme::ALL
            .iter()
            .copied()
            .filter(move |programme| self.contains(*programme))
    }
}
