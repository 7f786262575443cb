//! The names of the rules and the clauses that they stand on.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::Coded;

/// A clause of the policy, cited as the document numbers itself: `二（二）2 ¶1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Clause(&'static str);

impl Clause {
    /// Part one: five levels, six subsidies, the legal working age.
    pub const PART_ONE: Self = Self("一");
    /// The groups of people.
    pub const GROUPS: Self = Self("二（一）");
    /// New recruits of enterprises.
    pub const RECRUITS: Self = Self("二（一）7");
    /// The kind of enterprise: both places speak of it.
    pub const ENTERPRISES: Self = Self("二（一）7、二（二）4");
    /// The catalogues.
    pub const CATALOGUE: Self = Self("二（二）1、2、3、4");
    /// Designated institutions.
    pub const DESIGNATED: Self = Self("二（二）1、2、3、4、5");
    /// Subsidised courses in general.
    pub const SUBSIDISED_COURSES: Self = Self("二（二）1");
    /// Employment skills training.
    pub const SKILLS: Self = Self("二（二）2 ¶1");
    /// University students.
    pub const STUDENTS: Self = Self("二（二）2 ¶2");
    /// Veterans.
    pub const VETERANS: Self = Self("二（二）2 ¶3");
    /// Labour preparation.
    pub const PREPARATION: Self = Self("二（二）3");
    /// Enterprise pre-job training.
    pub const PREJOB: Self = Self("二（二）4");
    /// Entrepreneurship training and simulation.
    pub const ENTREPRENEURSHIP: Self = Self("二（二）5");
    /// Labour preparation and simulation, each once.
    pub const PREPARATION_AND_SIMULATION: Self = Self("二（二）3、二（二）5");
    /// Six subsidies and the two primaries with a promotion, read together.
    pub const SIX: Self = Self("一、二（二）2 ¶1");

    /// Returns the citation.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for Clause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.0)
    }
}

/// The name of a rule; their order is the order in which an answer lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RuleId {
    /// Of working age.
    Age,
    /// Belongs to one of the programme's groups.
    Group,
    /// A school leaver took part in labour preparation first.
    LeaverFirst,
    /// No employment skills training in the same year.
    Year,
    /// Fewer than six subsidies.
    Lifetime,
    /// A new primary occupation or a promotion is left.
    NoMoveLeft,
    /// Nothing taken as a student yet.
    OnceAsStudent,
    /// No labour preparation yet.
    OncePreparation,
    /// No entrepreneurship simulation yet.
    OnceSimulation,
    /// Stands in the catalogue.
    Catalogue,
    /// Held by a designated institution or the right kind of base.
    Designated,
    /// Not the same occupation and level again.
    Repeat,
    /// No certificate of that level or a higher one.
    Held,
    /// Fewer than two primary occupations.
    Primary,
    /// A promotion builds on a subsidised, certified level 5.
    UpgradeBase,
    /// Promotions in one occupation only.
    UpgradeOne,
    /// The level just below is certified.
    UpgradeStep,
    /// Labour preparation is long enough.
    PreparationLength,
    /// The off-campus internship is short and covered.
    Internship,
    /// The enterprise is of the right kind.
    EnterpriseKind,
    /// The contract is long enough, filed and insured.
    Contract,
    /// The training starts within six months of the contract.
    WithinSixMonths,
    /// The education fund is drawn, spent and disclosed.
    EducationFund,
    /// An entrepreneurship course has enough class hours.
    Hours,
    /// Holds the entrepreneurship training certificate.
    EntrepreneurCertificate,
    /// The business plan passed the expert review.
    BusinessPlan,
}

impl RuleId {
    /// Returns the stable id, such as `upgrade_step`, under which answers and texts name the rule.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.code()
    }

    /// Returns the clause on which the rule stands.
    #[must_use]
    pub const fn clause(self) -> Clause {
        match self {
            Self::Age | Self::Lifetime | Self::Repeat | Self::Held => Clause::PART_ONE,
            Self::Group => Clause::GROUPS,
            Self::LeaverFirst
            | Self::OncePreparation
            | Self::PreparationLength
            | Self::Internship => Clause::PREPARATION,
            Self::Year
            | Self::NoMoveLeft
            | Self::Primary
            | Self::UpgradeBase
            | Self::UpgradeOne
            | Self::UpgradeStep => Clause::SKILLS,
            Self::OnceAsStudent => Clause::STUDENTS,
            Self::Catalogue => Clause::CATALOGUE,
            Self::Designated => Clause::DESIGNATED,
            Self::EnterpriseKind => Clause::ENTERPRISES,
            Self::Contract => Clause::RECRUITS,
            Self::WithinSixMonths | Self::EducationFund => Clause::PREJOB,
            Self::OnceSimulation
            | Self::Hours
            | Self::EntrepreneurCertificate
            | Self::BusinessPlan => Clause::ENTREPRENEURSHIP,
        }
    }

    /// Says whether the rule rests on a reading of the clause rather than on its plain words.
    #[must_use]
    pub const fn is_reading(self) -> bool {
        matches!(
            self,
            Self::OncePreparation | Self::OnceSimulation | Self::Held | Self::UpgradeStep
        )
    }
}

impl Coded for RuleId {
    const ALL: &'static [Self] = &[
        Self::Age,
        Self::Group,
        Self::LeaverFirst,
        Self::Year,
        Self::Lifetime,
        Self::NoMoveLeft,
        Self::OnceAsStudent,
        Self::OncePreparation,
        Self::OnceSimulation,
        Self::Catalogue,
        Self::Designated,
        Self::Repeat,
        Self::Held,
        Self::Primary,
        Self::UpgradeBase,
        Self::UpgradeOne,
        Self::UpgradeStep,
        Self::PreparationLength,
        Self::Internship,
        Self::EnterpriseKind,
        Self::Contract,
        Self::WithinSixMonths,
        Self::EducationFund,
        Self::Hours,
        Self::EntrepreneurCertificate,
        Self::BusinessPlan,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::Age => "age",
            Self::Group => "group",
            Self::LeaverFirst => "leaver_first",
            Self::Year => "year",
            Self::Lifetime => "lifetime",
            Self::NoMoveLeft => "no_move_left",
            Self::OnceAsStudent => "once_as_student",
            Self::OncePreparation => "once_preparation",
            Self::OnceSimulation => "once_simulation",
            Self::Catalogue => "catalogue",
            Self::Designated => "designated",
            Self::Repeat => "repeat",
            Self::Held => "held",
            Self::Primary => "primary",
            Self::UpgradeBase => "upgrade_base",
            Self::UpgradeOne => "upgrade_one",
            Self::UpgradeStep => "upgrade_step",
            Self::PreparationLength => "preparation_length",
            Self::Internship => "internship",
            Self::EnterpriseKind => "enterprise_kind",
            Self::Contract => "contract",
            Self::WithinSixMonths => "within_six_months",
            Self::EducationFund => "education_fund",
            Self::Hours => "hours",
            Self::EntrepreneurCertificate => "entrepreneur_certificate",
            Self::BusinessPlan => "business_plan",
        }
    }
}

impl Serialize for RuleId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}
