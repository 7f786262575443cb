//! What somebody told the checker: kept on their own device, never in an address, never on the server.

use chrono::NaiveDate;
use policy::{
    COUNTED, Certificate, District, Employment, Facts, Groups, HistoryEntry, LeftSchool, Level,
    OccupationCode, Percent, Person, Sex,
};

/// The most trainings that the checker keeps: its cookie has room for no more.
pub const MOST_TRAININGS: usize = 12;

/// An answer: "I am not sure" is one too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Said<T> {
    /// The question was not asked yet.
    #[default]
    Nothing,
    /// 不清楚
    NotSure,
    /// What was told.
    Told(T),
}

impl<T> Said<T> {
    /// Returns what was told; `None` where nothing was, or nothing sure.
    pub const fn told(&self) -> Option<&T> {
        match self {
            Self::Told(value) => Some(value),
            _ => None,
        }
    }

    /// Says whether the question was answered, be it with "not sure".
    pub const fn is_answered(&self) -> bool {
        !matches!(self, Self::Nothing)
    }
}

/// The highest certificate that somebody holds in one occupation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Highest {
    /// The occupation that was asked about.
    pub occupation: OccupationCode,
    /// The level; told `None` for no certificate.
    pub level: Said<Option<Level>>,
}

/// A new recruit's contract; what is `None` the person is not sure of, as in the two that follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Contract {
    /// The day on which it was signed.
    pub signed: Option<NaiveDate>,
    /// How long it runs.
    pub term: Option<Term>,
    /// The employment was filed.
    pub filed: Option<bool>,
    /// Social insurance is paid in full.
    pub insured: Option<bool>,
}

/// How long a contract runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// It has no end.
    OpenEnded,
    /// So many months.
    Months(u32),
}

/// The enterprise behind the contract.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Enterprise {
    /// It is registered in the city.
    pub in_city: Option<bool>,
    /// It is in human-resources services or labour dispatch.
    pub hr_or_dispatch: Option<bool>,
    /// Its industry conforms to national industrial policy.
    pub industry_conforms: Option<bool>,
}

/// The enterprise's employee education fund.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fund {
    /// It is drawn as the law says.
    pub drawn: Option<bool>,
    /// The share spent on front-line staff.
    pub front_line: Option<Percent>,
    /// Its use was disclosed.
    pub disclosed: Option<bool>,
}

/// Everything that the checker may be told.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// The groups that the person belongs to.
    pub groups: Said<Groups>,
    /// The day of birth.
    pub birth: Said<NaiveDate>,
    /// The sex.
    pub sex: Said<Sex>,
    /// Earlier trainings.
    pub trainings: Said<Vec<HistoryEntry>>,
    /// How schooling ended.
    pub school: Said<LeftSchool>,
    /// The highest certificate in each occupation that was asked about.
    pub certificates: Vec<Highest>,
    /// The new recruit's contract; `None` where it was not asked about, as in the two that follow.
    pub contract: Option<Contract>,
    /// The enterprise.
    pub enterprise: Option<Enterprise>,
    /// Its education fund.
    pub fund: Option<Fund>,
    /// The person holds the entrepreneurship training certificate.
    pub entrepreneur_certificate: Said<bool>,
    /// The business plan passed its review.
    pub business_plan: Said<bool>,
    /// Where the person lives: it names the office and changes no verdict.
    pub residence: Option<District>,
    /// Where the university is.
    pub university: Option<District>,
}

impl Answers {
    /// Returns the answers as facts for the rules; `asked` is the occupation of a course that is asked about.
    #[must_use]
    pub fn facts(&self, asked: Option<OccupationCode>) -> Facts {
        Facts {
            person: Person {
                birth: self.birth.told().copied(),
                sex: self.sex.told().copied(),
                residence: self.residence,
                university_district: self.university,
                groups: self.groups.told().copied(),
                left_school: self.school.told().copied(),
                certificates: self.certificates_in(&self.subjects(asked)),
                entrepreneur_certificate: self.entrepreneur_certificate.told().copied(),
                business_plan_passed: self.business_plan.told().copied(),
                employment: self.employment(),
            },
            history: self.trainings.told().cloned(),
        }
    }

    /// Returns the occupations in which certificates matter: the one that is asked about, and those in which somebody
    /// may be promoted.
    #[must_use]
    pub fn subjects(&self, asked: Option<OccupationCode>) -> Vec<OccupationCode> {
        let begun = self.trainings.told().into_iter().flatten();
        let begun = begun.filter(|entry| {
            entry.level == Some(Level::PRIMARY)
                && entry.state.is_certified()
                && COUNTED.contains(entry.programme)
        });
        let mut subjects = Vec::new();
        for occupation in begun.filter_map(|entry| entry.occupation).chain(asked) {
            if !subjects.contains(&occupation) {
                subjects.push(occupation);
            }
        }
        subjects
    }

    /// Returns what was told of the certificate in one occupation.
    #[must_use]
    pub fn certificate(&self, occupation: OccupationCode) -> Said<Option<Level>> {
        self.certificates
            .iter()
            .find(|highest| highest.occupation == occupation)
            .map_or(Said::Nothing, |highest| highest.level)
    }

    /// Says whether nothing was answered yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    // One that is not known leaves all unknown: a list that lacks it would say that there is none.
    fn certificates_in(&self, subjects: &[OccupationCode]) -> Option<Vec<Certificate>> {
        if subjects.is_empty() {
            return None;
        }
        let levels = subjects
            .iter()
            .map(|occupation| Some((*occupation, *self.certificate(*occupation).told()?)));
        let held = levels.collect::<Option<Vec<_>>>()?;
        let certificate = |(occupation, level): (_, Option<Level>)| {
            Some(Certificate {
                occupation,
                level: level?,
            })
        };
        Some(held.into_iter().filter_map(certificate).collect())
    }

    fn employment(&self) -> Option<Employment> {
        let is_told = self.contract.is_some() || self.enterprise.is_some() || self.fund.is_some();
        let contract = self.contract.unwrap_or_default();
        let enterprise = self.enterprise.unwrap_or_default();
        let fund = self.fund.unwrap_or_default();
        is_told.then(|| Employment {
            enterprise_in_city: enterprise.in_city,
            hr_or_dispatch: enterprise.hr_or_dispatch,
            industry_conforms: enterprise.industry_conforms,
            contract_signed: contract.signed,
            contract_months: match contract.term {
                Some(Term::Months(months)) => Some(months),
                _ => None,
            },
            contract_open_ended: contract.term.map(|term| term == Term::OpenEnded),
            filed: contract.filed,
            insured: contract.insured,
            fund_drawn: fund.drawn,
            fund_front_line_percent: fund.front_line,
            fund_disclosed: fund.disclosed,
        })
    }
}

// Answers are personal data: they are never printed by accident.
impl std::fmt::Debug for Answers {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Answers(***)")
    }
}
