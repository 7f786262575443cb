//! The checker's questions, and which one comes next: the one that can settle most of what is still undecided.
//!
//! Nothing here knows a group or a programme. A verdict that is undecided names the facts it misses; a question is
//! worth the undecided verdicts that miss a fact it asks for, then the rules. So a question whose answer could change
//! nothing is never asked, and who is certainly refused is asked no more.
//!
//! Two kinds of facts are rare, and nobody is troubled with them who is not concerned ([`Audience`]): an employer's are
//! asked of whom the programme surely serves, and those of a founder only of who wants it. Most graduates, students and
//! job seekers do not look for an entrepreneurship simulation; they would get two questions more for a programme they
//! never heard of. The result names what the simulation still needs, with the way to answer it; whoever has answered
//! one of the two wants it, and is asked the rest.

use policy::{
    Assessment, Fact, FactSet, Finding, Findings, OccupationCode, Outcome, RuleId, Verdict,
};

use super::answers::Answers;

/// A question of the checker; of two that are worth the same the earlier one is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Which groups.
    Groups,
    /// Which day of birth.
    Birth,
    /// Which sex.
    Sex,
    /// Which trainings before.
    Trainings,
    /// Which school was left last.
    School,
    /// Which certificates in the occupations that matter.
    Certificates,
    /// What the contract says.
    Contract,
    /// What enterprise it is.
    Enterprise,
    /// What the enterprise does with its education fund.
    Fund,
    /// Whether the person holds the entrepreneurship training certificate.
    EntrepreneurCertificate,
    /// Whether the business plan passed its review.
    BusinessPlan,
}

/// Whom a question may be put to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Audience {
    /// Anybody.
    Everybody,
    /// Who certainly belongs to a group of the programme that misses the answer.
    Members,
    /// Who has answered a question of this kind already, coming from the result.
    Wishing,
}

/// What a question is worth: undecided verdicts that it can settle, then rules.
type Worth = (usize, usize);

impl Question {
    /// All questions.
    pub const ALL: [Self; 11] = [
        Self::Groups,
        Self::Birth,
        Self::Sex,
        Self::Trainings,
        Self::School,
        Self::Certificates,
        Self::Contract,
        Self::Enterprise,
        Self::Fund,
        Self::EntrepreneurCertificate,
        Self::BusinessPlan,
    ];

    /// Returns the last part of the question's address, and the beginning of its words' keys.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Groups => "groups",
            Self::Birth => "birth",
            Self::Sex => "sex",
            Self::Trainings => "trainings",
            Self::School => "school",
            Self::Certificates => "certificates",
            Self::Contract => "contract",
            Self::Enterprise => "enterprise",
            Self::Fund => "fund",
            Self::EntrepreneurCertificate => "entrepreneur-certificate",
            Self::BusinessPlan => "business-plan",
        }
    }

    /// Returns the question at this address.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|question| question.code() == code)
    }

    /// Returns the question that asks for a fact; `None` for what no question asks.
    #[must_use]
    pub fn asking_for(fact: Fact) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|question| question.settles().contains(fact))
    }

    /// Says whether the question was answered; that of certificates holds for the occupations that matter.
    #[must_use]
    pub fn is_answered(self, answers: &Answers, subjects: &[OccupationCode]) -> bool {
        match self {
            Self::Groups => answers.groups.is_answered(),
            Self::Birth => answers.birth.is_answered(),
            Self::Sex => answers.sex.is_answered(),
            Self::Trainings => answers.trainings.is_answered(),
            Self::School => answers.school.is_answered(),
            Self::Certificates => {
                !subjects.is_empty()
                    && subjects
                        .iter()
                        .all(|occupation| answers.certificate(*occupation).is_answered())
            }
            Self::Contract => answers.contract.is_some(),
            Self::Enterprise => answers.enterprise.is_some(),
            Self::Fund => answers.fund.is_some(),
            Self::EntrepreneurCertificate => answers.entrepreneur_certificate.is_answered(),
            Self::BusinessPlan => answers.business_plan.is_answered(),
        }
    }

    /// Takes the answer to this question over from other answers.
    pub(super) fn take_over(self, from: &Answers, to: &mut Answers) {
        match self {
            Self::Groups => to.groups = from.groups,
            Self::Birth => to.birth = from.birth,
            Self::Sex => to.sex = from.sex,
            Self::Trainings => to.trainings = from.trainings.clone(),
            Self::School => to.school = from.school,
            Self::Certificates => to.certificates = from.certificates.clone(),
            Self::Contract => to.contract = from.contract,
            Self::Enterprise => to.enterprise = from.enterprise,
            Self::Fund => to.fund = from.fund,
            Self::EntrepreneurCertificate => {
                to.entrepreneur_certificate = from.entrepreneur_certificate
            }
            Self::BusinessPlan => to.business_plan = from.business_plan,
        }
    }

    const fn settles(self) -> FactSet {
        let none = FactSet::NONE;
        match self {
            Self::Groups => none.with(Fact::Groups),
            Self::Birth => none.with(Fact::Birth),
            Self::Sex => none.with(Fact::Sex),
            Self::Trainings => none.with(Fact::History),
            Self::School => none.with(Fact::LeftStage).with(Fact::LeftOn),
            Self::Certificates => none.with(Fact::Certificates),
            Self::Contract => none
                .with(Fact::ContractSigned)
                .with(Fact::ContractMonths)
                .with(Fact::ContractOpenEnded)
                .with(Fact::Filed)
                .with(Fact::Insured),
            Self::Enterprise => none
                .with(Fact::EnterpriseInCity)
                .with(Fact::HrOrDispatch)
                .with(Fact::IndustryConforms),
            Self::Fund => none
                .with(Fact::FundDrawn)
                .with(Fact::FundFrontLine)
                .with(Fact::FundDisclosed),
            Self::EntrepreneurCertificate => none.with(Fact::EntrepreneurCertificate),
            Self::BusinessPlan => none.with(Fact::BusinessPlan),
        }
    }

    const fn audience(self) -> Audience {
        match self {
            Self::Contract | Self::Enterprise | Self::Fund => Audience::Members,
            Self::EntrepreneurCertificate | Self::BusinessPlan => Audience::Wishing,
            _ => Audience::Everybody,
        }
    }

    // Alone, the sex settles nothing: which of two ages holds matters to whose age is known.
    fn has_ground(self, answers: &Answers) -> bool {
        self != Self::Sex || answers.birth.told().is_some()
    }

    fn is_missed_by(self, finding: &Finding) -> bool {
        self.settles()
            .iter()
            .any(|fact| finding.missing.contains(fact))
    }

    fn worth(self, undecided: &[&Findings]) -> Worth {
        let missed = undecided
            .iter()
            .filter(|findings| {
                self.audience() != Audience::Members
                    || findings.outcome(RuleId::Group) == Some(Outcome::Pass)
            })
            .map(|findings| {
                findings
                    .iter()
                    .filter(|finding| self.is_missed_by(finding))
                    .count()
            })
            .filter(|rules| *rules > 0);
        missed.fold((0, 0), |(verdicts, all), rules| (verdicts + 1, all + rules))
    }
}

/// Returns the next question; `None` when the result stands as far as it can. `subjects` are the occupations in which
/// certificates matter.
#[must_use]
pub fn next(
    answers: &Answers,
    subjects: &[OccupationCode],
    assessment: &Assessment,
) -> Option<Question> {
    let undecided = undecided(answers, assessment);
    Question::ALL
        .into_iter()
        .rev()
        .filter(|question| question.has_ground(answers) && !question.is_answered(answers, subjects))
        .map(|question| (question.worth(&undecided), question))
        .filter(|(worth, _)| *worth > (0, 0))
        .max_by_key(|(worth, _)| *worth)
        .map(|(_, question)| question)
}

// A closed programme stays closed whatever else is told: only undecided ones ask, and of those for which only a wish
// gives reason to ask only the ones that are wished for.
fn undecided<'a>(answers: &Answers, assessment: &'a Assessment) -> Vec<&'a Findings> {
    let wishes =
        answers.entrepreneur_certificate.is_answered() || answers.business_plan.is_answered();
    let programmes = assessment
        .programmes
        .iter()
        .map(|programme| (programme.verdict, &programme.findings));
    let course = assessment
        .course
        .iter()
        .map(|course| (course.verdict, &course.findings));
    programmes
        .chain(course)
        .filter(|(verdict, findings)| {
            *verdict == Verdict::Unknown && (wishes || !needs_wish(findings))
        })
        .map(|(_, findings)| findings)
        .collect()
}

fn needs_wish(findings: &Findings) -> bool {
    let rare = |question: &Question| question.audience() == Audience::Wishing;
    findings.iter().any(|finding| {
        Question::ALL
            .iter()
            .filter(|question| rare(question))
            .any(|question| question.is_missed_by(finding))
    })
}
