//! The names of the facts that rules ask for, so that a questionnaire asks only what still matters.

use std::fmt;

/// A fact that may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fact {
    /// The day of birth.
    Birth,
    /// The sex.
    Sex,
    /// The groups that the person claims.
    Groups,
    /// The school that the person left.
    LeftStage,
    /// The day on which the person left it.
    LeftOn,
    /// Certificates obtained in whatever way.
    Certificates,
    /// The entrepreneurship training certificate.
    EntrepreneurCertificate,
    /// The expert review of the business plan.
    BusinessPlan,
    /// Whether the enterprise is registered in the city.
    EnterpriseInCity,
    /// Whether the enterprise is in human-resources services or labour dispatch.
    HrOrDispatch,
    /// Whether its industry conforms.
    IndustryConforms,
    /// The day on which the contract was signed.
    ContractSigned,
    /// The contract's months.
    ContractMonths,
    /// Whether the contract has no end.
    ContractOpenEnded,
    /// Whether the employment was filed.
    Filed,
    /// Whether social insurance is paid in full.
    Insured,
    /// Whether the education fund is drawn.
    FundDrawn,
    /// The share of the fund for front-line staff.
    FundFrontLine,
    /// Whether the fund's use was disclosed.
    FundDisclosed,
    /// Earlier trainings.
    History,
    /// The course's occupation and level.
    CourseSkill,
    /// The course's last day.
    CourseEnd,
    /// The course's institution.
    Institution,
    /// The course's base.
    Base,
    /// The course's semesters.
    Semesters,
    /// The course's class hours.
    ClassHours,
    /// The course's internship.
    Internship,
    /// The catalogue edition in force: the office's to publish, not the person's to tell.
    Edition,
}

impl Fact {
    /// Every fact, in the order of a request.
    pub const ALL: [Self; 28] = [
        Self::Birth,
        Self::Sex,
        Self::Groups,
        Self::LeftStage,
        Self::LeftOn,
        Self::Certificates,
        Self::EntrepreneurCertificate,
        Self::BusinessPlan,
        Self::EnterpriseInCity,
        Self::HrOrDispatch,
        Self::IndustryConforms,
        Self::ContractSigned,
        Self::ContractMonths,
        Self::ContractOpenEnded,
        Self::Filed,
        Self::Insured,
        Self::FundDrawn,
        Self::FundFrontLine,
        Self::FundDisclosed,
        Self::History,
        Self::CourseSkill,
        Self::CourseEnd,
        Self::Institution,
        Self::Base,
        Self::Semesters,
        Self::ClassHours,
        Self::Internship,
        Self::Edition,
    ];

    /// Returns the JSON pointer of the fact in a request; nothing for what no request can tell.
    #[must_use]
    pub const fn pointer(self) -> Option<&'static str> {
        Some(match self {
            Self::Birth => "/person/birth",
            Self::Sex => "/person/sex",
            Self::Groups => "/person/groups",
            Self::LeftStage => "/person/left_school/stage",
            Self::LeftOn => "/person/left_school/on",
            Self::Certificates => "/person/certificates",
            Self::EntrepreneurCertificate => "/person/entrepreneur_certificate",
            Self::BusinessPlan => "/person/business_plan_passed",
            Self::EnterpriseInCity => "/person/employment/enterprise_in_city",
            Self::HrOrDispatch => "/person/employment/hr_or_dispatch",
            Self::IndustryConforms => "/person/employment/industry_conforms",
            Self::ContractSigned => "/person/employment/contract_signed",
            Self::ContractMonths => "/person/employment/contract_months",
            Self::ContractOpenEnded => "/person/employment/contract_open_ended",
            Self::Filed => "/person/employment/filed",
            Self::Insured => "/person/employment/insured",
            Self::FundDrawn => "/person/employment/fund_drawn",
            Self::FundFrontLine => "/person/employment/fund_front_line_percent",
            Self::FundDisclosed => "/person/employment/fund_disclosed",
            Self::History => "/history",
            Self::CourseSkill => "/course/occupation",
            Self::CourseEnd => "/course/end",
            Self::Institution => "/course/institution",
            Self::Base => "/course/base",
            Self::Semesters => "/course/semesters",
            Self::ClassHours => "/course/class_hours",
            Self::Internship => "/course/internship",
            Self::Edition => return None,
        })
    }
}

/// A set of facts.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct FactSet(u32);

impl FactSet {
    /// No fact.
    pub const NONE: Self = Self(0);

    /// Returns the set of this fact alone.
    #[must_use]
    pub const fn only(fact: Fact) -> Self {
        Self(1 << fact as u32)
    }

    /// Returns the set of these facts.
    #[must_use]
    pub const fn of(facts: &[Fact]) -> Self {
        let mut set = Self::NONE;
        let mut place = 0;
        while place < facts.len() {
            set = set.with(facts[place]);
            place += 1;
        }
        set
    }

    /// Returns the set with this fact too.
    #[must_use]
    pub const fn with(self, fact: Fact) -> Self {
        Self(self.0 | 1 << fact as u32)
    }

    /// Returns the set with this fact too, where the condition holds.
    #[must_use]
    pub const fn with_if(self, condition: bool, fact: Fact) -> Self {
        if condition { self.with(fact) } else { self }
    }

    /// Returns what either set has.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns what both sets have.
    #[must_use]
    pub const fn shared_with(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Says whether the fact belongs to the set.
    #[must_use]
    pub const fn contains(self, fact: Fact) -> bool {
        self.0 & (1 << fact as u32) != 0
    }

    /// Says whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns the facts of the set in the order of a request.
    pub fn iter(self) -> impl Iterator<Item = Fact> {
        Fact::ALL
            .into_iter()
            .filter(move |fact| self.contains(*fact))
    }
}

impl fmt::Debug for FactSet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_set().entries(self.iter()).finish()
    }
}
