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
    /// In how many occupations the entry level is paid.
    PrimarySubsidies,
    /// How many subsidies there are in the years as a student.
    StudentSubsidies,
    /// The share of the training standard that practice brings, in percent.
    PracticePercent,
    /// The least semesters of labour preparation after junior high school.
    SemestersAfterJuniorHigh,
    /// The least semesters of labour preparation after senior high school.
    SemestersAfterSeniorHigh,
    /// The most months of an internship off campus.
    InternshipMonths,
    /// The least months of a contract.
    ContractMonths,
    /// Within how many months of the contract a training starts.
    StartMonths,
    /// The least share of the education fund for front-line staff, in percent.
    FrontLinePercent,
    /// The least class hours of an entrepreneurship course.
    ClassHours,
    /// What a simulation brings the institution that holds it, in yuan a head.
    SimulationYuan,
    /// From which year on school leavers are bound to labour preparation.
    LeaversSinceYear,
}

impl ReadingId {
    /// Says whether the document states the figure, so that nothing had to be chosen.
    #[must_use]
    pub const fn is_stated(self) -> bool {
        self as u8 >= Self::PrimarySubsidies as u8
    }

    /// Returns the largest figure that an office can choose: beyond it, it can only be a slip.
    #[must_use]
    pub const fn most(self) -> u32 {
        match self {
            Self::PracticePercent | Self::FrontLinePercent => 100,
            Self::SemestersAfterJuniorHigh | Self::SemestersAfterSeniorHigh => 12,
            Self::InternshipMonths | Self::StartMonths => 60,
            Self::ClassHours => 2_000,
            Self::SimulationYuan => 100_000,
            Self::LeaversSinceYear => 2_200,
            _ => 200,
        }
    }
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
        Self::PrimarySubsidies,
        Self::StudentSubsidies,
        Self::PracticePercent,
        Self::SemestersAfterJuniorHigh,
        Self::SemestersAfterSeniorHigh,
        Self::InternshipMonths,
        Self::ContractMonths,
        Self::StartMonths,
        Self::FrontLinePercent,
        Self::ClassHours,
        Self::SimulationYuan,
        Self::LeaversSinceYear,
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
            Self::PrimarySubsidies => "primary_subsidies",
            Self::StudentSubsidies => "student_subsidies",
            Self::PracticePercent => "practice_percent",
            Self::SemestersAfterJuniorHigh => "semesters_after_junior_high",
            Self::SemestersAfterSeniorHigh => "semesters_after_senior_high",
            Self::InternshipMonths => "internship_months",
            Self::ContractMonths => "contract_months",
            Self::StartMonths => "start_months",
            Self::FrontLinePercent => "front_line_percent",
            Self::ClassHours => "class_hours",
            Self::SimulationYuan => "simulation_yuan",
            Self::LeaversSinceYear => "leavers_since_year",
        }
    }
}
