//! The names of the readings in the register.

use serde::{Deserialize, Serialize};

use crate::Coded;

/// The name of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReadingId {
    /// Five levels and six subsidies, read with two primaries and a promotion.
    SixSubsidies,
    /// Which year a subsidy belongs to.
    YearOfStart,
    /// In which occupation a promotion lies.
    PromotionOccupation,
    /// The retirement ages.
    RetirementAge,
    /// Labour preparation and simulation are taken once.
    OnceInLifetime,
    /// What counts towards the six.
    CountedProgrammes,
    /// What counts towards the two primaries.
    PrimaryProgrammes,
    /// What a promotion builds on.
    PromotionBase,
    /// Where "once a year" holds.
    OnceAYear,
    /// Once for all years as a student.
    OnceAsStudent,
    /// School leavers take labour preparation before they register.
    LeaversFirst,
    /// No subsidy for a level already certified.
    AlreadyCertified,
    /// The level just below must be certified.
    PromotionStep,
    /// The youngest age.
    YoungestAge,
    /// Veterans are led to their own policy.
    VeteransElsewhere,
    /// The education fund is a condition.
    EducationFund,
    /// The training starts within six months.
    WithinSixMonths,
    /// Pre-job training is for new recruits; the shortage list is enough.
    PrejobList,
    /// The practice share is taken of the standard with its top-up.
    PracticeShare,
    /// In-house training needs a designated institution too.
    InHouseDesignation,
}

impl Coded for ReadingId {
    const ALL: &'static [Self] = &[
        Self::SixSubsidies,
        Self::YearOfStart,
        Self::PromotionOccupation,
        Self::RetirementAge,
        Self::OnceInLifetime,
        Self::CountedProgrammes,
        Self::PrimaryProgrammes,
        Self::PromotionBase,
        Self::OnceAYear,
        Self::OnceAsStudent,
        Self::LeaversFirst,
        Self::AlreadyCertified,
        Self::PromotionStep,
        Self::YoungestAge,
        Self::VeteransElsewhere,
        Self::EducationFund,
        Self::WithinSixMonths,
        Self::PrejobList,
        Self::PracticeShare,
        Self::InHouseDesignation,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::SixSubsidies => "six_subsidies",
            Self::YearOfStart => "year_of_start",
            Self::PromotionOccupation => "promotion_occupation",
            Self::RetirementAge => "retirement_age",
            Self::OnceInLifetime => "once_in_lifetime",
            Self::CountedProgrammes => "counted_programmes",
            Self::PrimaryProgrammes => "primary_programmes",
            Self::PromotionBase => "promotion_base",
            Self::OnceAYear => "once_a_year",
            Self::OnceAsStudent => "once_as_student",
            Self::LeaversFirst => "leavers_first",
            Self::AlreadyCertified => "already_certified",
            Self::PromotionStep => "promotion_step",
            Self::YoungestAge => "youngest_age",
            Self::VeteransElsewhere => "veterans_elsewhere",
            Self::EducationFund => "education_fund",
            Self::WithinSixMonths => "within_six_months",
            Self::PrejobList => "prejob_list",
            Self::PracticeShare => "practice_share",
            Self::InHouseDesignation => "in_house_designation",
        }
    }
}
