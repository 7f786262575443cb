//! Answers as pairs of names and values: as a form sends them, so that they can stand in it again and be kept as a text.

use chrono::{Datelike, NaiveDate};
use policy::{Coded, Group, HistoryEntry, OccupationCode, Programme, State, calendar};

use super::answers::{Answers, MOST_TRAININGS, Said, Term};
use super::question::Question;
use super::reading::{
    MONTHS, NO, NONE, NOT_SURE, OPEN_ENDED, Reader, YES, certificate_field, level_from_number,
};
use crate::query::Query;
use crate::speech::Speech;

const TRAINING: &str = "training";
const CERTIFICATE: &str = "certificate-";
const RESIDENCE: &str = "residence";
const UNIVERSITY: &str = "university";

/// Names and values, in an order that stays.
pub type Pairs = Vec<(String, String)>;

impl Answers {
    /// Returns all answers, as they are kept.
    #[must_use]
    pub fn written(&self) -> Pairs {
        let mut pairs: Pairs = Question::ALL
            .into_iter()
            .flat_map(|question| self.pairs(question))
            .collect();
        let trainings = self.trainings.told().into_iter().flatten();
        pairs.extend(trainings.map(|entry| (TRAINING.to_owned(), training(entry))));
        for (name, district) in [(RESIDENCE, self.residence), (UNIVERSITY, self.university)] {
            pairs.extend(district.map(|district| (name.to_owned(), district.to_string())));
        }
        pairs
    }

    /// Reads answers that were written before; what can't be read was not answered.
    #[must_use]
    pub fn from_written(form: &Query, speech: &dyn Speech, today: NaiveDate) -> Self {
        let reader = Reader {
            speech,
            today,
            form,
        };
        let subjects: Vec<OccupationCode> = form
            .pairs()
            .filter_map(|(name, _)| name.strip_prefix(CERTIFICATE)?.parse().ok())
            .collect();
        let mut answers = Self::default();
        for question in Question::ALL {
            // an answer that does not stand there is one that was not given
            let _ = reader.answer(question, &subjects, &mut answers);
        }
        let trainings: Vec<_> = form
            .all(TRAINING)
            .filter_map(training_from)
            .take(MOST_TRAININGS)
            .collect();
        if !trainings.is_empty() {
            answers.trainings = Said::Told(trainings);
        }
        let district = |name| form.one(name).and_then(|code| code.parse().ok());
        answers.residence = district(RESIDENCE);
        answers.university = district(UNIVERSITY);
        answers
    }

    /// Returns the answer to a question as it would be typed into its form.
    pub(super) fn typed(&self, question: Question) -> Query {
        Query::of(self.pairs(question))
    }

    fn pairs(&self, question: Question) -> Pairs {
        let said = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
        match question {
            Question::Groups => of(&self.groups, "groups", |groups| {
                if groups.is_empty() {
                    return said("groups", NONE);
                }
                let claimed = Group::ALL.iter().filter(|group| groups.contains(**group));
                claimed
                    .map(|group| ("groups".to_owned(), group.code().to_owned()))
                    .collect()
            }),
            Question::Birth => of(&self.birth, "birth-unsure", |birth| day("birth", *birth)),
            Question::Sex => of(&self.sex, "sex", |sex| said("sex", sex.code())),
            // what was told stands in a list of its own
            Question::Trainings => of(&self.trainings, "trainings", |list| match list[..] {
                [] => said("trainings", NONE),
                _ => Vec::new(),
            }),
            Question::School => of(&self.school, "school", |left| {
                let stage = left.stage.map(|stage| said("school", stage.code()));
                let year = left
                    .on
                    .map(|day| said("school-year", &day.year().to_string()));
                stage.into_iter().chain(year).flatten().collect()
            }),
            Question::Certificates => {
                let certificates = self.certificates.iter().flat_map(|highest| {
                    let field = certificate_field(highest.occupation);
                    of(&highest.level, &field, |level| {
                        let number = level.map(|level| level.number().to_string());
                        said(&field, number.as_deref().unwrap_or(NONE))
                    })
                });
                certificates.collect()
            }
            Question::Contract => self.contract.map_or_else(Vec::new, |contract| {
                let mut pairs = match contract.signed {
                    Some(signed) => day("signed", signed),
                    None => said("signed-unsure", NOT_SURE),
                };
                match contract.term {
                    Some(Term::OpenEnded) => pairs.extend(said("term", OPEN_ENDED)),
                    Some(Term::Months(months)) => {
                        pairs.extend(said("term", MONTHS));
                        pairs.extend(said("months", &months.to_string()));
                    }
                    None => pairs.extend(said("term", NOT_SURE)),
                }
                pairs.extend(said("filed", yes_or_no(contract.filed)));
                pairs.extend(said("insured", yes_or_no(contract.insured)));
                pairs
            }),
            Question::Enterprise => self.enterprise.map_or_else(Vec::new, |enterprise| {
                let answers = [
                    ("in-city", enterprise.in_city),
                    ("dispatch", enterprise.hr_or_dispatch),
                    ("industry", enterprise.industry_conforms),
                ];
                let pairs = answers.map(|(name, answer)| said(name, yes_or_no(answer)));
                pairs.into_iter().flatten().collect()
            }),
            Question::Fund => self.fund.map_or_else(Vec::new, |fund| {
                let front_line = match fund.front_line {
                    Some(percent) => said("front-line", &percent.number().to_string()),
                    None => said("front-line-unsure", NOT_SURE),
                };
                let drawn = said("drawn", yes_or_no(fund.drawn));
                let disclosed = said("disclosed", yes_or_no(fund.disclosed));
                [drawn, front_line, disclosed].concat()
            }),
            Question::EntrepreneurCertificate => {
                let name = "entrepreneur-certificate";
                of(&self.entrepreneur_certificate, name, |holds| {
                    said(name, yes_or_no(Some(*holds)))
                })
            }
            Question::BusinessPlan => {
                let name = "business-plan";
                of(&self.business_plan, name, |passed| {
                    said(name, yes_or_no(Some(*passed)))
                })
            }
        }
    }
}

fn of<T>(said: &Said<T>, name: &str, told: impl FnOnce(&T) -> Pairs) -> Pairs {
    match said {
        Said::Nothing => Vec::new(),
        Said::NotSure => vec![(name.to_owned(), NOT_SURE.to_owned())],
        Said::Told(value) => told(value),
    }
}

const fn yes_or_no(answer: Option<bool>) -> &'static str {
    match answer {
        Some(true) => YES,
        Some(false) => NO,
        None => NOT_SURE,
    }
}

fn day(name: &str, day: NaiveDate) -> Pairs {
    [
        ("year", day.year().to_string()),
        ("month", day.month().to_string()),
        ("day", day.day().to_string()),
    ]
    .map(|(part, number)| (format!("{name}-{part}"), number))
    .to_vec()
}

fn training(entry: &HistoryEntry) -> String {
    let occupation = entry.occupation.map(|code| code.to_string());
    let level = entry.level.map(|level| level.number().to_string());
    [
        entry.programme.code(),
        occupation.as_deref().unwrap_or_default(),
        level.as_deref().unwrap_or_default(),
        &entry.start.to_string(),
        entry.state.code(),
    ]
    .join(".")
}

fn training_from(text: &str) -> Option<HistoryEntry> {
    let parts: Vec<_> = text.split('.').collect();
    let &[programme, occupation, level, start, state] = &parts[..] else {
        return None;
    };
    let entry = HistoryEntry {
        programme: Programme::from_code(programme)?,
        occupation: occupation.parse().ok(),
        level: level_from_number(level),
        start: calendar::date_from_text(start).ok()?,
        state: State::from_code(state)?,
    };
    let is_whole = !entry.programme.names_occupation()
        || (entry.occupation.is_some() && entry.level.is_some());
    is_whole.then_some(entry)
}

#[cfg(feature = "ssr")]
#[cfg(test)]
mod tests {
    use policy::{Groups, LeftSchool, Level, Percent, Sex, Stage};

    use super::*;
    use crate::checker::answers::{Contract, Enterprise, Fund, Highest};
    use crate::language::Language;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
    }

    fn read(written: &Query) -> Answers {
        Answers::from_written(written, &Language::Chinese, today())
    }

    fn everything() -> Answers {
        let occupation: OccupationCode = "6-31-01-03".parse().unwrap();
        let entry = HistoryEntry {
            programme: Programme::EmploymentSkills,
            occupation: Some(occupation),
            level: Some(Level::PRIMARY),
            start: NaiveDate::from_ymd_opt(2025, 3, 1).unwrap(),
            state: State::Certified,
        };
        let founder = HistoryEntry {
            programme: Programme::Entrepreneurship,
            occupation: None,
            level: None,
            ..entry
        };
        Answers {
            groups: Said::Told(Groups::of(&[Group::NewRecruit, Group::RuralWorker])),
            birth: Said::Told(NaiveDate::from_ymd_opt(1990, 2, 28).unwrap()),
            sex: Said::Told(Sex::Female),
            trainings: Said::Told(vec![entry, founder]),
            school: Said::Told(LeftSchool {
                stage: Some(Stage::SeniorHigh),
                on: NaiveDate::from_ymd_opt(2008, 7, 1),
            }),
            certificates: vec![Highest {
                occupation,
                level: Said::Told(Some(Level::PRIMARY)),
            }],
            contract: Some(Contract {
                signed: Some(today()),
                term: Some(Term::Months(24)),
                filed: Some(true),
                insured: None,
            }),
            enterprise: Some(Enterprise {
                in_city: Some(true),
                hr_or_dispatch: Some(false),
                industry_conforms: None,
            }),
            fund: Some(Fund {
                drawn: None,
                front_line: Percent::try_from(60).ok(),
                disclosed: Some(false),
            }),
            entrepreneur_certificate: Said::NotSure,
            business_plan: Said::Told(true),
            residence: "210211".parse().ok(),
            university: None,
        }
    }

    #[test]
    fn what_was_written_is_read_again() {
        let mut unsure = everything();
        unsure.groups = Said::Told(Groups::NONE);
        unsure.birth = Said::NotSure;
        unsure.trainings = Said::NotSure;
        unsure.school = Said::NotSure;
        unsure.certificates[0].level = Said::Told(None);
        unsure.contract = Some(Contract {
            term: Some(Term::OpenEnded),
            ..Contract::default()
        });
        unsure.fund = Some(Fund::default());
        for answers in [everything(), unsure, Answers::default()] {
            let written = Query::of(answers.written());
            assert!(read(&written) == answers, "{written:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_was_not_answered() {
        let written = "groups=king&birth-year=1990&birth-month=2&birth-day=31&sex=male&training=veterans&training=x.y&months=9&term=months";
        let answers = read(&Query::parse(written));
        assert!(answers.groups == Said::Nothing && answers.birth == Said::Nothing);
        assert_eq!(answers.sex, Said::Told(Sex::Male));
        assert_eq!(answers.trainings, Said::Nothing);
        assert_eq!(answers.contract, None);
    }
}
