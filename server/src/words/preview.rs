//! What an edit would change: the word's own answers, and those of the judged questions.

use chrono::NaiveDate;
use search_index::quality::{self, Report, Summary};
use search_index::{Document, Kind, Position, Query, SearchError, SearchIndex, Vocabulary};

use super::Draft;
use crate::clock::Moment;
use crate::db::Database;
use crate::index::{Error, vocabulary, without_courses};

/// Answers to the word itself that are shown.
const SHOWN: u32 = 5;

/// What an edit would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// What the word finds now: names of occupations, the first few.
    pub now: Vec<String>,
    /// What it would find.
    pub then: Vec<String>,
    /// How many judged questions were asked.
    pub questions: usize,
    /// The mean over them now.
    pub all_now: Summary,
    /// The mean after the edit.
    pub all_then: Summary,
    /// The questions whose answers would be better or worse.
    pub moved: Vec<Moved>,
}

/// A judged question whose answer would change.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// What is typed.
    pub text: String,
    /// NDCG@10 now, from 0 to 1.
    pub now: f64,
    /// NDCG@10 after the edit.
    pub then: f64,
}

/// Asks the word and all judged questions of two indexes of what is published, without and with the edit. Courses are left
/// out: they are found by their occupation's words.
///
/// # Errors
/// If the database does not answer or an index can't be made.
pub async fn preview(
    database: &Database,
    draft: Draft,
    today: NaiveDate,
) -> Result<Preview, Error> {
    let documents = without_courses(database, today).await?;
    let districts = database.districts().await?;
    let mut edits = database.synonym_edits().await?;
    let before = vocabulary::of(&districts, &edits);
    let word = draft.word.clone();
    edits.push(draft.numbered(0, "", Moment::from_millis(0)));
    let after = vocabulary::of(&districts, &edits);
    let compared =
        tokio::task::spawn_blocking(move || compared(documents, [before, after], &word, today));
    Ok(compared.await.map_err(|_| Error::Interrupted)??)
}

fn compared(
    documents: Vec<Document>,
    vocabularies: [Vocabulary; 2],
    word: &str,
    today: NaiveDate,
) -> Result<Preview, SearchError> {
    let questions = [quality::tuned_on(), quality::held_out()].concat();
    let asked = |vocabulary: Vocabulary| -> Result<_, SearchError> {
        let index = SearchIndex::in_memory(vocabulary)?;
        let position = Position {
            feed: 0,
            day: today,
        };
        index.rebuild(documents.clone(), position)?;
        let found = index.search(&Query {
            text: word.to_owned(),
            kinds: vec![Kind::Occupation],
            per_page: SHOWN,
            ..Query::on(today)
        })?;
        let names = found.hits.into_iter().map(|hit| hit.name).collect();
        Ok((names, Report::of(&index, &questions, today)?))
    };
    let [before, after] = vocabularies;
    let ((now, report_now), (then, report_then)): ((Vec<String>, _), (Vec<String>, _)) =
        (asked(before)?, asked(after)?);
    let moved = report_then
        .changed_since(&report_now)
        .into_iter()
        .map(|(answer, was)| Moved {
            text: answer.text.clone(),
            now: was,
            then: answer.ndcg,
        });
    Ok(Preview {
        now,
        then,
        questions: report_now.answers.len(),
        moved: moved.collect(),
        all_now: report_now.all(),
        all_then: report_then.all(),
    })
}
