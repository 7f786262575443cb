//! How good the answers are: judged questions, what came of them, and how that compares with the last time.
//!
//! A question is judged by people who read the names, never by what the index answers. Half of them may be looked at while
//! weights are chosen; nothing is chosen by the others, which therefore tell how good the search is for everybody else.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{Hit, Kind, Query, SearchError, SearchIndex};

/// So many hits are looked at.
const LOOKED_AT: u32 = 10;
/// The grade of an answer that is just what was meant.
const JUST_THIS: u8 = 3;

/// What somebody types, and what they hope for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The way of typing that it stands for, such as `pinyin` or `typo`.
    pub class: String,
    /// What is typed.
    pub text: String,
    /// What should be found.
    pub wanted: Wanted,
    /// Who judged it.
    pub hand: Hand,
}

/// Who judged a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// Somebody who knows the search, and asks kindly without meaning to.
    Own,
    /// Somebody who knew the classification and not the search.
    Other,
}

/// What should be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Things of one kind by their identifiers, each with its grade: 3 just this, 2 good, 1 fair.
    Graded(Kind, Vec<(String, u8)>),
    /// Courses for an occupation in a district, given their codes.
    InDistrict(String, String),
    /// Courses for an occupation at a level.
    AtLevel(u8, String),
    /// Nothing: the text means nothing here.
    Nothing,
}

/// A line of a table of judged questions that can't be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "line {line}: {fault}; write class, question, answers and hand with tabs between, the answers as `6-31-01-03:3,…`, \
     `district 210211,6-31-01-03` or `level 4,6-31-01-03`, empty where nothing should be found, and the hand as `other` or empty"
)]
pub struct UnreadableQuestion {
    line: usize,
    fault: &'static str,
}

/// What came of judged questions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Each question that could be judged here, in the order in which they were asked.
    pub answers: Vec<Answer>,
    /// How many questions ask for what this index does not hold.
    pub not_judged: usize,
}

/// How well one question was answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// Its class.
    pub class: String,
    /// What was typed.
    pub text: String,
    /// How good the first ten hits are and how well they are ordered, from 0 to 1.
    pub ndcg: f64,
    /// The share of what should be found that is among the first ten, from 0 to 1.
    pub recall: f64,
    /// Whether the first hit is just what was meant.
    pub first: bool,
    /// Whether nothing was found.
    pub empty: bool,
    /// The names of the first three hits.
    pub hits: Vec<String>,
}

/// The means over the questions of a class, or over all.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Summary {
    /// How many questions.
    pub questions: usize,
    /// Mean of [`Answer::ndcg`].
    pub ndcg: f64,
    /// Mean of [`Answer::recall`].
    pub recall: f64,
    /// The share whose first hit is just what was meant.
    pub first: f64,
    /// The share without any hit, of the questions that should find something.
    pub empty: f64,
}

/// The questions by which weights may be chosen.
///
/// # Panics
/// Never: the tests read them.
#[must_use]
pub fn tuned_on() -> Vec<Question> {
    questions(include_str!("../data/questions.tsv")).expect("the tests read this table")
}

/// The questions by which nothing was chosen.
///
/// # Panics
/// Never: the tests read them.
#[must_use]
pub fn held_out() -> Vec<Question> {
    questions(include_str!("../data/held_out.tsv")).expect("the tests read this table")
}

/// Reads a table of judged questions: a header, then class, question, answers and, where it was not one of us who judged,
/// `other`, with tabs between; lines with `#` are comments.
///
/// # Errors
/// The first line that can't be read.
pub fn questions(table: &str) -> Result<Vec<Question>, UnreadableQuestion> {
    let lines = (1..)
        .zip(table.lines())
        .filter(|(_, line)| !line.starts_with('#') && !line.trim().is_empty());
    lines
        .skip(1)
        .map(|(line, text)| question(text).map_err(|fault| UnreadableQuestion { line, fault }))
        .collect()
}

fn question(line: &str) -> Result<Question, &'static str> {
    let mut cells = line.split('\t');
    let (Some(class), Some(text)) = (cells.next(), cells.next()) else {
        return Err("it has no question");
    };
    let answers = cells.next().unwrap_or_default().trim();
    let wanted = match answers.split_once(' ') {
        _ if answers.is_empty() => Wanted::Nothing,
        Some(("district", rest)) => {
            let (district, occupation) = rest.split_once(',').ok_or("it names no occupation")?;
            Wanted::InDistrict(district.to_owned(), occupation.to_owned())
        }
        Some(("level", rest)) => {
            let (level, occupation) = rest.split_once(',').ok_or("it names no occupation")?;
            let level = level.parse().map_err(|_| "its level is no number")?;
            Wanted::AtLevel(level, occupation.to_owned())
        }
        _ => {
            let kind = match class {
                "institution" => Kind::Institution,
                _ => Kind::Occupation,
            };
            Wanted::Graded(kind, graded(answers)?)
        }
    };
    let hand = match cells.next().unwrap_or_default().trim() {
        "" => Hand::Own,
        "other" => Hand::Other,
        _ => return Err("its hand is neither empty nor `other`"),
    };
    Ok(Question {
        class: class.to_owned(),
        text: text.to_owned(),
        wanted,
        hand,
    })
}

fn graded(answers: &str) -> Result<Vec<(String, u8)>, &'static str> {
    let one = |answer: &str| {
        let (id, grade) = answer.rsplit_once(':').ok_or("an answer has no grade")?;
        match grade.parse() {
            Ok(grade @ 1..=JUST_THIS) => Ok((id.to_owned(), grade)),
            _ => Err("a grade is not 1, 2 or 3"),
        }
    };
    answers.split(',').map(one).collect()
}

impl Question {
    /// Returns how well these things answer the question, by NDCG@10 from 0 to 1, given their identifiers in order; nothing
    /// where the question asks for courses, or for nothing that `is_held`.
    #[must_use]
    pub fn ndcg(&self, found: &[String], is_held: impl Fn(&str) -> bool) -> Option<f64> {
        match &self.wanted {
            Wanted::Nothing => Some(f64::from(u8::from(found.is_empty()))),
            Wanted::Graded(_, grades) => {
                let held = grades.iter().filter(|(id, _)| is_held(id));
                let judged: BTreeMap<String, u8> = held.cloned().collect();
                if judged.is_empty() {
                    return None;
                }
                let ids = found.iter().map(String::as_str).take(LOOKED_AT as usize);
                Some(measured(ids, &judged).0)
            }
            Wanted::InDistrict(..) | Wanted::AtLevel(..) => None,
        }
    }
}

impl Report {
    /// Asks the index every question, on a day.
    ///
    /// # Errors
    /// The engine can't read its files.
    pub fn of(
        index: &SearchIndex,
        questions: &[Question],
        today: NaiveDate,
    ) -> Result<Self, SearchError> {
        let mut report = Self::default();
        for question in questions {
            match answered(index, question, today)? {
                Some(answer) => report.answers.push(answer),
                None => report.not_judged += 1,
            }
        }
        Ok(report)
    }

    /// Returns the means by class, in the order of the alphabet.
    #[must_use]
    pub fn classes(&self) -> BTreeMap<&str, Summary> {
        let mut classes: BTreeMap<&str, Vec<&Answer>> = BTreeMap::new();
        for answer in &self.answers {
            classes.entry(&answer.class).or_default().push(answer);
        }
        classes
            .into_iter()
            .map(|(class, answers)| (class, Summary::of(&answers)))
            .collect()
    }

    /// Returns the means over all questions.
    #[must_use]
    pub fn all(&self) -> Summary {
        Summary::of(&self.answers.iter().collect::<Vec<_>>())
    }

    /// Returns the answers that are better or worse than last time, each with what it was worth then.
    #[must_use]
    pub fn changed_since(&self, last: &Self) -> Vec<(&Answer, f64)> {
        let before: BTreeMap<(&str, &str), f64> = last
            .answers
            .iter()
            .map(|answer| ((&*answer.class, &*answer.text), answer.ndcg))
            .collect();
        let was = |answer: &Answer| before.get(&(&*answer.class, &*answer.text)).copied();
        self.answers
            .iter()
            .filter_map(|answer| Some((answer, was(answer)?)))
            .filter(|(answer, was)| (answer.ndcg - was).abs() > 0.005)
            .collect()
    }
}

impl Summary {
    fn of(answers: &[&Answer]) -> Self {
        let mean = |of: &dyn Fn(&Answer) -> f64, answers: &[&Answer]| match answers.len() {
            0 => 0.0,
            count => answers.iter().map(|answer| of(answer)).sum::<f64>() / count as f64,
        };
        let meant: Vec<&Answer> = answers
            .iter()
            .copied()
            .filter(|answer| answer.class != "nonsense")
            .collect();
        Self {
            questions: answers.len(),
            ndcg: mean(&|answer| answer.ndcg, answers),
            recall: mean(&|answer| answer.recall, answers),
            first: mean(&|answer| f64::from(u8::from(answer.first)), answers),
            empty: mean(&|answer| f64::from(u8::from(answer.empty)), &meant),
        }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:>9} {:>8.3} {:>9.3} {:>9.3} {:>6.1}%",
            self.questions,
            self.ndcg,
            self.recall,
            self.first,
            self.empty * 100.0
        )
    }
}

/// Returns how well a question is answered; nothing where the index holds nothing that it asks for.
fn answered(
    index: &SearchIndex,
    question: &Question,
    today: NaiveDate,
) -> Result<Option<Answer>, SearchError> {
    let ask = |kinds: &[Kind]| {
        index.search(&Query {
            text: question.text.clone(),
            kinds: kinds.to_vec(),
            per_page: LOOKED_AT,
            ..Query::on(today)
        })
    };
    let (hits, measures) = match &question.wanted {
        Wanted::Nothing => {
            let hits = ask(&[])?.hits;
            let right = f64::from(u8::from(hits.is_empty()));
            let is_right = hits.is_empty();
            (hits, (right, right, is_right))
        }
        Wanted::Graded(kind, grades) => {
            let held = held(index, *kind, grades, today)?;
            if held.is_empty() {
                return Ok(None);
            }
            let hits = ask(&[*kind])?.hits;
            let measures = measured(hits.iter().map(|hit| hit.id.as_str()), &held);
            (hits, measures)
        }
        Wanted::InDistrict(..) | Wanted::AtLevel(..) => {
            let fitting = fitting(index, &question.wanted, today)?;
            if fitting.is_empty() {
                return Ok(None);
            }
            let hits = ask(&[Kind::Course])?.hits;
            let fits = |hit: &Hit| fitting.contains(&hit.id);
            // what comes behind everything that fits does no harm
            let most = fitting.len().min(LOOKED_AT as usize);
            let right = |looked_at: usize| {
                let right = hits.iter().take(looked_at).filter(|hit| fits(hit));
                right.count() as f64 / most as f64
            };
            let measures = (
                right(most),
                right(LOOKED_AT as usize),
                hits.first().is_some_and(fits),
            );
            (hits, measures)
        }
    };
    let (ndcg, recall, first) = measures;
    Ok(Some(Answer {
        class: question.class.clone(),
        text: question.text.clone(),
        ndcg,
        recall,
        first,
        empty: hits.is_empty(),
        hits: hits.into_iter().take(3).map(|hit| hit.name).collect(),
    }))
}

/// Returns those of the graded answers that the index holds.
fn held(
    index: &SearchIndex,
    kind: Kind,
    grades: &[(String, u8)],
    today: NaiveDate,
) -> Result<BTreeMap<String, u8>, SearchError> {
    let mut held = BTreeMap::new();
    for (id, grade) in grades {
        let mut query = Query {
            kinds: vec![kind],
            per_page: 1,
            ..Query::on(today)
        };
        match kind {
            Kind::Institution | Kind::Base => query.institutions.push(id.clone()),
            Kind::Occupation | Kind::Course => query.occupations.push(id.clone()),
        }
        if index.search(&query)?.total > 0 {
            held.insert(id.clone(), *grade);
        }
    }
    Ok(held)
}

/// Returns the identifiers of the courses that answer.
fn fitting(
    index: &SearchIndex,
    wanted: &Wanted,
    today: NaiveDate,
) -> Result<Vec<String>, SearchError> {
    let mut query = Query {
        kinds: vec![Kind::Course],
        per_page: Query::MOST_PER_PAGE,
        ..Query::on(today)
    };
    match wanted {
        Wanted::InDistrict(district, occupation) => {
            query.districts.push(district.clone());
            query.occupations.push(occupation.clone());
        }
        Wanted::AtLevel(level, occupation) => {
            query.levels.push(*level);
            query.occupations.push(occupation.clone());
        }
        Wanted::Graded(..) | Wanted::Nothing => return Ok(Vec::new()),
    }
    let mut fitting = Vec::new();
    loop {
        let found = index.search(&query)?;
        fitting.extend(found.hits.into_iter().map(|hit| hit.id));
        if fitting.len() >= found.total {
            return Ok(fitting);
        }
        query.page += 1;
    }
}

/// Returns the normalised discounted cumulative gain of the hits (Järvelin and Kekäläinen 2002, with the gain 2^grade - 1),
/// the share of the judged answers among them, and whether the first is as good as can be.
fn measured<'h>(
    hits: impl Iterator<Item = &'h str>,
    judged: &BTreeMap<String, u8>,
) -> (f64, f64, bool) {
    let gain = |grades: &[u8]| -> f64 {
        grades
            .iter()
            .zip(2_u8..)
            .map(|(grade, place)| (f64::from(*grade).exp2() - 1.0) / f64::from(place).log2())
            // the sum of nothing is -0
            .fold(0.0, |sum, gain: f64| sum + gain)
    };
    let grade = |id: &str| judged.get(id).copied().unwrap_or(0);
    let got: Vec<u8> = hits.map(grade).collect();
    let mut ideal: Vec<u8> = judged.values().copied().collect();
    ideal.sort_unstable_by(|one, other| other.cmp(one));
    ideal.truncate(LOOKED_AT as usize);
    let best = ideal.first().copied().unwrap_or(JUST_THIS);
    let right = got.iter().filter(|grade| **grade > 0).count();
    (
        gain(&got) / gain(&ideal),
        right as f64 / ideal.len() as f64,
        got.first() == Some(&best),
    )
}
