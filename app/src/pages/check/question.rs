//! The checker's questions, and which one comes next: only what can still change a verdict is asked.

use policy::{
    Assessment, Course, Fact, FactSet, Findings, OccupationCode, Outcome, Programme, Verdict,
};

use super::answers::Answers;

/// A question of the checker; the order is that of asking.
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
    /// Which certificate in the course's occupation.
    Certificate,
}

impl Question {
    /// All questions in the order of asking.
    pub const ALL: [Self; 6] = [
        Self::Groups,
        Self::Birth,
        Self::Sex,
        Self::Trainings,
        Self::School,
        Self::Certificate,
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
            Self::Certificate => "certificate",
        }
    }

    /// Returns the question at this address.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|question| question.code() == code)
    }

    const fn settles(self) -> FactSet {
        match self {
            Self::Groups => FactSet::only(Fact::Groups),
            Self::Birth => FactSet::only(Fact::Birth),
            Self::Sex => FactSet::only(Fact::Sex),
            Self::Trainings => FactSet::only(Fact::History),
            Self::School => FactSet::only(Fact::LeftStage).with(Fact::LeftOn),
            Self::Certificate => FactSet::only(Fact::Certificates),
        }
    }

    /// Says whether the question was answered; that of the certificate holds for one `occupation`.
    #[must_use]
    pub fn is_answered(self, answers: &Answers, occupation: Option<OccupationCode>) -> bool {
        match self {
            Self::Groups => answers.groups.is_answered(),
            Self::Birth => answers.birth.is_answered(),
            Self::Sex => answers.sex.is_answered(),
            Self::Trainings => answers.trainings.is_answered(),
            Self::School => answers.school.is_answered(),
            Self::Certificate => {
                answers.certificate.is_answered()
                    && answers
                        .certificate
                        .told()
                        .is_none_or(|highest| Some(highest.occupation) == occupation)
            }
        }
    }
}

/// Returns the next question whose answer could change a verdict; `None` when the result stands as far as it can.
#[must_use]
pub fn next(
    answers: &Answers,
    assessment: &Assessment,
    course: Option<&Course>,
) -> Option<Question> {
    let missing = undecided(assessment);
    let occupation = course.and_then(|course| course.occupation);
    Question::ALL.into_iter().find(|question| {
        let has_subject = match question {
            // without the birth the sex settles nothing
            Question::Sex => answers.birth.told().is_some(),
            Question::Certificate => occupation.is_some(),
            _ => true,
        };
        has_subject
            && shares(question.settles(), missing)
            && !question.is_answered(answers, occupation)
    })
}

// A closed programme stays closed whatever else is told: only undecided ones ask.
fn undecided(assessment: &Assessment) -> FactSet {
    let programmes = assessment
        .programmes
        .iter()
        .filter(|programme| programme.verdict == Verdict::Unknown)
        .map(|programme| asked_for(programme.programme, &programme.findings));
    let course = assessment
        .course
        .iter()
        .filter(|course| course.verdict == Verdict::Unknown)
        .map(|course| course.findings.missing());
    programmes.chain(course).fold(FactSet::NONE, FactSet::union)
}

// Where a fact that nobody is asked for decides a programme anyway, the other facts would not open it, but they could
// close it: for the simulation and for enterprises, people are told what is missing instead of being asked.
fn asked_for(programme: Programme, findings: &Findings) -> FactSet {
    let told_not_asked = matches!(
        programme,
        Programme::EnterprisePrejob | Programme::EntrepreneurshipSimulation
    );
    let group_passes = findings.outcome(policy::RuleId::Group) == Some(Outcome::Pass);
    if told_not_asked && group_passes {
        FactSet::NONE
    } else {
        findings.missing()
    }
}

fn shares(one: FactSet, other: FactSet) -> bool {
    one.iter().any(|fact| other.contains(fact))
}
