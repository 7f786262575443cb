//! What the rules found, as the portal's interface tells it, from the server and on a phone alike.

use chrono::NaiveDate;
use policy::{
    Coded, Course, CourseAssessment, Fact, FactSet, Facts, Finding, Findings, Grounds, Money,
    Office, Programme, Published, Remedy,
};
use serde::Serialize;

use crate::policy_words::Telling;

/// The policy's name in answers and records.
pub const POLICY: &str = "dalian-2011-44";

/// What the rules are asked.
#[derive(Clone, Copy)]
pub struct Question<'a> {
    /// What is known of somebody.
    pub facts: &'a Facts,
    /// The course; `None` where none is asked about.
    pub course: Option<&'a Course>,
    /// What is published.
    pub published: &'a Published<'a>,
    /// The day.
    pub on: NaiveDate,
}

/// What a person may take on a day.
#[derive(Serialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct Entitlements {
    /// The day.
    on: NaiveDate,
    /// The policy: `dalian-2011-44`.
    policy: &'static str,
    /// Subsidies of a lifetime that are left; `null` where the history is unknown.
    lifetime_left: Option<u32>,
    /// New primary occupations that are left; `null` where the history is unknown.
    primary_left: Option<u32>,
    /// Whether this year's employment skills training is used up; `null` where the history is unknown.
    year_used: Option<bool>,
    /// Promotions that are certainly left; `null` where the history is unknown.
    upgrades: Option<Vec<LeftUpgrade>>,
    /// All eight programmes in the policy's order, each asked without a course.
    programmes: Vec<AskedProgramme>,
    /// The course; `null` where none was asked about.
    course: Option<AskedCourse>,
}

/// An occupation at a level, such as a promotion that is left.
#[derive(Serialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct LeftUpgrade {
    /// Occupation code.
    occupation: String,
    /// The level to be reached.
    level: u8,
}

/// What the rules say of a programme.
#[derive(Serialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct AskedProgramme {
    /// Its code.
    programme: &'static str,
    /// `open`, `closed`, `unknown` or `elsewhere`.
    verdict: &'static str,
    /// Where closed: the first later day, within ten years, on which the same facts would make it open.
    opens_on: Option<NaiveDate>,
    /// Who organises it.
    office: ToldOffice,
    /// Every rule that was asked, in the policy's order.
    rules: Vec<ToldRule>,
}

/// What the rules say of a course on its first day.
#[derive(Serialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct AskedCourse {
    /// The course's programme.
    programme: &'static str,
    /// `open`, `closed`, `unknown` or `elsewhere`.
    verdict: &'static str,
    /// Who organises it.
    office: ToldOffice,
    /// Every rule that was asked, in the policy's order.
    rules: Vec<ToldRule>,
    /// What would be paid once certified.
    money: ToldMoney,
}

/// An office.
#[derive(Serialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct ToldOffice {
    /// `district`, `city`, `base` or `veterans`.
    kind: &'static str,
    /// Its district; `null` where the place is unknown or the office is no district's.
    district: Option<String>,
}

/// What one rule found.
#[derive(Serialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct ToldRule {
    /// The rule.
    id: &'static str,
    /// `pass`, `fail` or `unknown`.
    outcome: &'static str,
    /// The clause that it stands on.
    clause: &'static str,
    /// The finding as a sentence in the language asked for.
    text: String,
    /// What can be done about it; left out where nothing is needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<ToldRemedy>,
    /// The facts that it rests on, each as a pointer into the request; left out where the request was no person's whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    facts: Option<Vec<&'static str>>,
    /// The places in the history of the entries that it rests on; left out as the facts are.
    #[serde(skip_serializing_if = "Option::is_none")]
    entries: Option<Vec<usize>>,
}

/// What can be done about a rule that stands in the way; what does not belong to its kind is left out.
#[derive(Serialize, Default)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct ToldRemedy {
    /// `wait`, `provide`, `put_right`, `reach`, `take_first`, `choose`, or `none` where nothing mends it.
    kind: &'static str,
    /// To wait: the first day on which the rule passes.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<NaiveDate>,
    /// To provide or put right: the facts, each as a pointer into the request.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    facts: Vec<&'static str>,
    /// To reach: the certificate.
    #[serde(skip_serializing_if = "Option::is_none")]
    certificate: Option<LeftUpgrade>,
    /// To take first: the programme.
    #[serde(skip_serializing_if = "Option::is_none")]
    programme: Option<&'static str>,
    /// To choose another course: `skill`, `place`, `start`, `length` or `internship`, in which it must differ.
    #[serde(skip_serializing_if = "Option::is_none")]
    another: Option<&'static str>,
    /// The same as a sentence; left out where the finding says it already.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

/// What would be paid once certified, in fen.
#[derive(Serialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct ToldMoney {
    /// The training subsidy; `null` where none is paid or its figure is not published, as with the others.
    training: Option<i64>,
    /// The appraisal subsidy.
    appraisal: Option<i64>,
    /// The practice subsidy.
    practice: Option<i64>,
    /// `person`, `enterprise`, `institution` or `null`.
    paid_to: Option<&'static str>,
    /// What is not published and why, in sentences.
    notes: Vec<String>,
    /// The same as codes.
    note_codes: Vec<&'static str>,
}

impl Entitlements {
    /// Returns what the rules say, as it is told.
    #[must_use]
    pub fn of(question: Question<'_>, telling: &Telling<'_>) -> Self {
        let Question {
            facts,
            course,
            published,
            on,
        } = question;
        let assessment = policy::assess(facts, course, published, on);
        let uncoursed = Question {
            course: None,
            ..question
        };
        let upgrade = |upgrade: &policy::Upgrade| LeftUpgrade {
            occupation: upgrade.occupation.to_string(),
            level: upgrade.level.number(),
        };
        Self {
            on: assessment.on,
            policy: POLICY,
            lifetime_left: assessment.lifetime_left,
            primary_left: assessment.primary_left,
            year_used: assessment.year_used,
            upgrades: assessment
                .upgrades
                .as_ref()
                .map(|upgrades| upgrades.iter().map(upgrade).collect()),
            programmes: assessment
                .programmes
                .iter()
                .map(|asked| AskedProgramme {
                    programme: asked.programme.code(),
                    verdict: asked.verdict.code(),
                    opens_on: asked.opens_on,
                    office: office(asked.office),
                    rules: rules(asked.programme, &asked.findings, Some(uncoursed), telling),
                })
                .collect(),
            course: assessment
                .course
                .as_ref()
                .map(|asked| AskedCourse::answering(asked, Some(question), telling)),
        }
    }
}

impl AskedCourse {
    /// Returns what the rules say of one course among many, as it is told.
    #[must_use]
    pub fn of(asked: &CourseAssessment, telling: &Telling<'_>) -> Self {
        Self::answering(asked, None, telling)
    }

    fn answering(
        asked: &CourseAssessment,
        question: Option<Question<'_>>,
        telling: &Telling<'_>,
    ) -> Self {
        Self {
            programme: asked.programme.code(),
            verdict: asked.verdict.code(),
            office: office(asked.office),
            rules: rules(asked.programme, &asked.findings, question, telling),
            money: money(&asked.money, telling),
        }
    }

    /// Returns the verdict's code.
    #[must_use]
    pub const fn verdict(&self) -> &'static str {
        self.verdict
    }
}

fn office(office: Office) -> ToldOffice {
    ToldOffice {
        kind: office.kind(),
        district: office.district().map(|district| district.to_string()),
    }
}

fn rules(
    programme: Programme,
    findings: &Findings,
    question: Option<Question<'_>>,
    telling: &Telling<'_>,
) -> Vec<ToldRule> {
    let told = |finding: &Finding| {
        let grounds = question.map(|asked| {
            Grounds::of(
                finding.rule,
                programme,
                asked.facts,
                asked.course,
                asked.published,
                asked.on,
            )
        });
        let (facts, entries) = grounds
            .map(|grounds| (pointers(grounds.facts), grounds.entries))
            .unzip();
        ToldRule {
            id: finding.rule.key(),
            outcome: finding.outcome.code(),
            clause: finding.clause().as_str(),
            text: telling.finding(programme, finding),
            remedy: remedy(programme, finding, telling),
            facts,
            entries,
        }
    };
    findings.iter().map(told).collect()
}

fn remedy(programme: Programme, finding: &Finding, telling: &Telling<'_>) -> Option<ToldRemedy> {
    let mut told = ToldRemedy {
        kind: finding.remedy.kind(),
        text: telling.remedy(programme, finding),
        ..ToldRemedy::default()
    };
    match finding.remedy {
        // a rule that fails is never left without a word
        Remedy::None => _ = told.text.as_ref()?,
        Remedy::Wait { until } => told.until = Some(until),
        Remedy::Provide { facts } | Remedy::PutRight { facts } => told.facts = pointers(facts),
        Remedy::Reach { certificate } => {
            told.certificate = Some(LeftUpgrade {
                occupation: certificate.occupation.to_string(),
                level: certificate.level.number(),
            });
        }
        Remedy::TakeFirst { programme } => told.programme = Some(programme.code()),
        Remedy::Choose { another } => told.another = Some(another.code()),
    }
    Some(told)
}

// What is published nobody can tell: it has no place in a request.
fn pointers(facts: FactSet) -> Vec<&'static str> {
    facts.iter().filter_map(Fact::pointer).collect()
}

fn money(money: &Money, telling: &Telling<'_>) -> ToldMoney {
    ToldMoney {
        training: money.training.map(|fen| fen.0),
        appraisal: money.appraisal.map(|fen| fen.0),
        practice: money.practice.map(|fen| fen.0),
        paid_to: money.paid_to.map(Coded::code),
        notes: money.notes.iter().map(|note| telling.note(*note)).collect(),
        note_codes: money.notes.iter().map(|note| note.code()).collect(),
    }
}
