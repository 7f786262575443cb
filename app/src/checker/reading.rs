//! Reads what was sent with a question, once, at the edge.

use chrono::NaiveDate;
use policy::{
    Coded, Facts, Group, Groups, HistoryEntry, LeftSchool, Level, OccupationCode, Percent,
    Programme, Sex, Stage, State,
};

use super::answers::{Answers, Contract, Enterprise, Fund, Highest, Said, Term};
use super::question::Question;
use super::typed::{self, Unreadable};
use crate::query::Query;
use crate::sent::Problem;
use crate::speech::Speech;

/// What is sent for 不清楚.
pub const NOT_SURE: &str = "unknown";
/// What is sent for "none of them".
pub const NONE: &str = "none";
/// What is sent for "yes".
pub(super) const YES: &str = "yes";
/// What is sent for "no".
pub(super) const NO: &str = "no";
/// What is sent for a contract without an end.
pub(super) const OPEN_ENDED: &str = "open";
/// What is sent for a contract of so many months.
pub(super) const MONTHS: &str = "months";

const MOST_MONTHS: u32 = 600;

/// What came of looking for an occupation by what somebody typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought {
    /// It is this one.
    Found(OccupationCode),
    /// None is called so, but these are near.
    Near(Vec<String>),
}

/// Reads one form.
pub struct Reader<'a> {
    /// In which words to say what has to be put right.
    pub speech: &'a dyn Speech,
    /// The day on which it is read.
    pub today: NaiveDate,
    /// The form.
    pub form: &'a Query,
}

type Read<T> = Result<T, Problem>;

impl Reader<'_> {
    /// Reads the answer to a question into `answers`, which stay as they are where it can't be read.
    ///
    /// # Errors
    /// Everything that has to be put right.
    pub fn answer(
        &self,
        question: Question,
        subjects: &[OccupationCode],
        answers: &mut Answers,
    ) -> Result<(), Vec<Problem>> {
        let one = |problem| vec![problem];
        match question {
            Question::Groups => answers.groups = self.groups().map_err(one)?,
            Question::Birth => answers.birth = self.birth().map_err(one)?,
            Question::Sex => answers.sex = self.chosen("sex", Sex::from_code).map_err(one)?,
            Question::Trainings => match self.form.one("trainings") {
                // the list that was told so far stays
                Some("all" | "add") => {}
                Some(NONE) => answers.trainings = Said::Told(Vec::new()),
                _ => answers.trainings = self.chosen("trainings", |_| None).map_err(one)?,
            },
            Question::School => answers.school = self.school().map_err(one)?,
            Question::Certificates => {
                let read = subjects.iter().map(|subject| self.certificate(*subject));
                let read = all(read)?;
                answers
                    .certificates
                    .retain(|known| !subjects.contains(&known.occupation));
                answers.certificates.extend(read);
            }
            Question::Contract => answers.contract = self.contract()?,
            Question::Enterprise => answers.enterprise = self.enterprise()?,
            Question::Fund => answers.fund = self.fund()?,
            Question::EntrepreneurCertificate => {
                answers.entrepreneur_certificate = self
                    .chosen("entrepreneur-certificate", yes_or_no)
                    .map_err(one)?;
            }
            Question::BusinessPlan => {
                answers.business_plan = self.chosen("business-plan", yes_or_no).map_err(one)?;
            }
        }
        Ok(())
    }

    /// Reads one earlier training; `sought` is what came of looking for its occupation.
    ///
    /// # Errors
    /// Everything that has to be put right.
    pub fn training(&self, sought: Option<&Sought>) -> Result<HistoryEntry, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut keep = |problem| problems.push(problem);
        let programme = self.form.one("programme").and_then(Programme::from_code);
        if programme.is_none() {
            keep(self.wrong("programme", "check-value-unknown"));
        }
        let names_occupation = programme.is_none_or(Programme::names_occupation);
        let mut occupation = None;
        let mut level = None;
        if names_occupation {
            occupation = self.occupation(sought).map_err(&mut keep).ok();
            level = self.form.one("level").and_then(level_from_number);
            if level.is_none() {
                keep(self.wrong("level", "check-level-missing"));
            }
        }
        let year = match typed::year(self.form, "year", self.today) {
            Ok(Some(year)) => Some(year),
            Ok(None) => {
                keep(self.wrong("year", "check-year-impossible"));
                None
            }
            Err(key) => {
                keep(self.wrong("year", key));
                None
            }
        };
        let month = typed::number(self.form, "month").filter(|month| (1..=12).contains(month));
        if month.is_none() {
            keep(self.wrong("month", "check-month-impossible"));
        }
        let state = self.form.one("state").and_then(State::from_code);
        if state.is_none() {
            keep(self.wrong("state", "check-value-unknown"));
        }
        let start = year
            .zip(month)
            .and_then(|(year, month)| NaiveDate::from_ymd_opt(year, month, 1));
        match programme.zip(start).zip(state) {
            Some(((programme, start), state)) if problems.is_empty() => {
                self.possible(HistoryEntry {
                    programme,
                    occupation,
                    level,
                    start,
                    state,
                })
            }
            _ => Err(problems),
        }
    }

    fn possible(&self, entry: HistoryEntry) -> Result<HistoryEntry, Vec<Problem>> {
        let facts = Facts {
            history: Some(vec![entry]),
            ..Facts::default()
        };
        facts.check(self.today).map(|()| entry).map_err(|found| {
            found
                .iter()
                .map(|impossible| self.wrong("state", impossible.why.key()))
                .collect()
        })
    }

    fn occupation(&self, sought: Option<&Sought>) -> Read<OccupationCode> {
        match sought {
            None => Err(self.wrong("occupation", "check-occupation-missing")),
            Some(Sought::Found(code)) => Ok(*code),
            Some(Sought::Near(names)) if names.is_empty() => {
                Err(self.wrong("occupation", "check-occupation-unknown"))
            }
            Some(Sought::Near(names)) => {
                let names = names.join("、");
                let text = self
                    .speech
                    .say_with("check-occupation-near", &[("names", &names)]);
                Err(Problem::new("occupation", text))
            }
        }
    }

    fn groups(&self) -> Read<Said<Groups>> {
        let codes: Vec<_> = self.form.all("groups").collect();
        let says = |code| codes.contains(&code);
        let claimed: Groups = codes
            .iter()
            .filter_map(|code| Group::from_code(code))
            .collect();
        let is_known =
            |code: &&str| Group::from_code(code).is_some() || *code == NONE || *code == NOT_SURE;
        if !codes.iter().all(is_known) {
            return Err(self.wrong("groups", "check-value-unknown"));
        }
        match (claimed.is_empty(), says(NONE)) {
            (false, true) => Err(self.wrong("groups", "check-groups-clash")),
            (false, false) => Ok(Said::Told(claimed)),
            (true, true) => Ok(Said::Told(Groups::NONE)),
            (true, false) if says(NOT_SURE) => Ok(Said::NotSure),
            (true, false) => Err(self.wrong("groups", "check-choose")),
        }
    }

    fn birth(&self) -> Read<Said<NaiveDate>> {
        let birth = self.past_day("birth", "impossible-birth-later")?;
        Ok(birth.map_or(Said::NotSure, Said::Told))
    }

    /// Reads a day that may not lie in the future; `None` where the person is not sure.
    fn past_day(&self, name: &'static str, later: Unreadable) -> Read<Option<NaiveDate>> {
        match typed::day(self.form, name) {
            Err(key) => Err(self.wrong(name, key)),
            Ok(Some(day)) if day > self.today => Err(self.wrong(name, later)),
            Ok(Some(day)) => Ok(Some(day)),
            Ok(None) if self.is_unsure(name) => Ok(None),
            Ok(None) => Err(self.wrong(name, "check-day-missing")),
        }
    }

    fn is_unsure(&self, name: &str) -> bool {
        self.form.one(&format!("{name}-unsure")) == Some(NOT_SURE)
    }

    fn school(&self) -> Read<Said<LeftSchool>> {
        let stage = match self.chosen("school", Stage::from_code)? {
            Said::Told(stage) => stage,
            _ => return Ok(Said::NotSure),
        };
        let year = match stage {
            Stage::None => None,
            _ => typed::year(self.form, "school-year", self.today)
                .map_err(|key| self.wrong("school-year", key))?,
        };
        // schools end in summer; only the year decides
        let on = year
            .and_then(|year| NaiveDate::from_ymd_opt(year, 7, 1))
            .map(|day| day.min(self.today));
        Ok(Said::Told(LeftSchool {
            stage: Some(stage),
            on,
        }))
    }

    fn certificate(&self, occupation: OccupationCode) -> Read<Highest> {
        let level = self.chosen(&certificate_field(occupation), |code| match code {
            NONE => Some(None),
            number => level_from_number(number).map(Some),
        })?;
        Ok(Highest { occupation, level })
    }

    fn contract(&self) -> Result<Option<Contract>, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut keep = |problem| problems.push(problem);
        let contract = Contract {
            signed: self
                .past_day("signed", "impossible-contract-later")
                .unwrap_or_else(|problem| {
                    keep(problem);
                    None
                }),
            term: self.term().unwrap_or_else(|problem| {
                keep(problem);
                None
            }),
            filed: self.yes_or_no("filed", &mut keep),
            insured: self.yes_or_no("insured", &mut keep),
        };
        told_unless(contract, problems)
    }

    fn term(&self) -> Read<Option<Term>> {
        if self.form.one("term") == Some(MONTHS) {
            let months = typed::number(self.form, "months")
                .filter(|months| (1..=MOST_MONTHS).contains(months))
                .ok_or_else(|| self.wrong("months", "check-months-missing"))?;
            return Ok(Some(Term::Months(months)));
        }
        let term = self.chosen("term", |code| {
            (code == OPEN_ENDED).then_some(Term::OpenEnded)
        })?;
        Ok(term.told().copied())
    }

    fn enterprise(&self) -> Result<Option<Enterprise>, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut keep = |problem| problems.push(problem);
        let enterprise = Enterprise {
            in_city: self.yes_or_no("in-city", &mut keep),
            hr_or_dispatch: self.yes_or_no("dispatch", &mut keep),
            industry_conforms: self.yes_or_no("industry", &mut keep),
        };
        told_unless(enterprise, problems)
    }

    fn fund(&self) -> Result<Option<Fund>, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut keep = |problem| problems.push(problem);
        let fund = Fund {
            drawn: self.yes_or_no("drawn", &mut keep),
            front_line: self.percent("front-line").unwrap_or_else(|problem| {
                keep(problem);
                None
            }),
            disclosed: self.yes_or_no("disclosed", &mut keep),
        };
        told_unless(fund, problems)
    }

    fn percent(&self, name: &'static str) -> Read<Option<Percent>> {
        if self.form.one(name).is_none() && self.is_unsure(name) {
            return Ok(None);
        }
        typed::number(self.form, name)
            .and_then(|number| Percent::try_from(i64::from(number)).ok())
            .map(Some)
            .ok_or_else(|| self.wrong(name, "check-percent-missing"))
    }

    fn yes_or_no(&self, name: &str, keep: &mut impl FnMut(Problem)) -> Option<bool> {
        match self.chosen(name, yes_or_no) {
            Ok(said) => said.told().copied(),
            Err(problem) => {
                keep(problem);
                None
            }
        }
    }

    fn chosen<T>(&self, name: &str, value: impl Fn(&str) -> Option<T>) -> Read<Said<T>> {
        match self.form.one(name) {
            None => Err(self.wrong(name, "check-choose")),
            Some(NOT_SURE) => Ok(Said::NotSure),
            Some(code) => value(code)
                .map(Said::Told)
                .ok_or_else(|| self.wrong(name, "check-value-unknown")),
        }
    }

    fn wrong(&self, field: &str, key: &str) -> Problem {
        Problem::new(field, self.speech.say(key))
    }
}

/// Returns the name of the field for the certificate in an occupation.
pub(super) fn certificate_field(occupation: OccupationCode) -> String {
    format!("certificate-{occupation}")
}

pub(super) fn level_from_number(number: &str) -> Option<Level> {
    number
        .parse()
        .ok()
        .and_then(|number| Level::new(number).ok())
}

fn yes_or_no(code: &str) -> Option<bool> {
    match code {
        YES => Some(true),
        NO => Some(false),
        _ => None,
    }
}

fn all<T>(read: impl Iterator<Item = Read<T>>) -> Result<Vec<T>, Vec<Problem>> {
    let (mut values, mut problems) = (Vec::new(), Vec::new());
    for one in read {
        match one {
            Ok(value) => values.push(value),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() {
        Ok(values)
    } else {
        Err(problems)
    }
}

fn told_unless<T>(value: T, problems: Vec<Problem>) -> Result<Option<T>, Vec<Problem>> {
    if problems.is_empty() {
        Ok(Some(value))
    } else {
        Err(problems)
    }
}
