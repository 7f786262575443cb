//! `/staff/words`: what people call occupations. An edit is tried first and entered then.

use std::collections::HashSet;

use app::backend::{KnownWord, UnansweredWords, Word, WordEdit, WordPreview};
use app::components::error_summary::Problem;
use app::pages::staff::words::{self as pages, Desk, DraftEdit};
use app::query::Query;
use app::sent::Sent;
use app::visit::Visit;
use axum::extract::State as Reached;
use axum::response::Response;
use chrono::NaiveDate;
use policy::Coded;
use search_index::{Synonym, comparable};

use super::super::{Filled, go_to, unavailable};
use crate::answering::answer;
use crate::db;
use crate::db::synonym::{Action, SynonymEdit};
use crate::index::vocabulary::synonyms;
use crate::shelf::Stock;
use crate::staff::{Editor, StaffMember};
use crate::state::State;
use crate::visitor::Visitor;
use crate::words::{self, Draft, Preview, Refused};

/// The longest word, in characters.
const LONGEST_WORD: usize = 20;
/// The longest source, in characters.
const LONGEST_SOURCE: usize = 100;
/// Words that are shown at once.
const MOST_WORDS: usize = 12;
/// Edits that are shown.
const MOST_EDITS: usize = 50;
/// Unanswered searches that are shown.
const MOST_UNANSWERED: usize = 20;
/// So many are looked at, as some may have become words since.
const MOST_LOOKED_AT: i64 = 200;

/// `GET /staff/words`
pub async fn show(
    Visitor(visit): Visitor,
    staff: StaffMember<Editor>,
    Reached(state): Reached<State>,
) -> Response {
    // a word to begin with, taken from what was searched for
    let typed = match visit.query.one("word") {
        Some(word) => Query::of(vec![("word".to_owned(), word.to_owned())]),
        None => Query::default(),
    };
    let sent = Sent {
        typed,
        problems: Vec::new(),
    };
    shown(&visit, staff, &state, sent, None).await
}

/// `POST /staff/words`: tries an edit, enters it, or puts a search aside.
pub async fn edit(
    Visitor(visit): Visitor,
    staff: StaffMember<Editor>,
    Reached(state): Reached<State>,
    Filled(form): Filled,
) -> Response {
    if form.one("step") == Some("dismiss") {
        return dismiss(&visit, &state, &form).await;
    }
    let draft = match draft(&visit, &state, &form) {
        Ok(draft) => draft,
        Err(problems) => return wrong(&visit, staff, &state, form, problems).await,
    };
    let edits = match state.database.synonym_edits().await {
        Ok(edits) => edits,
        Err(fault) => return answer(&visit, Err(unavailable(fault))),
    };
    if let Some(refused) = draft.refused(&edits) {
        return refuse(&visit, staff, &state, form, refused).await;
    }
    if form.one("step") != Some("enter") {
        return tried(&visit, staff, &state, form, draft).await;
    }
    let now = state.clock.now();
    match words::enter(&state.database, draft, &staff.member.name, now).await {
        Ok(Ok(_)) => {
            state.wake.now();
            go_to(&visit.address("/staff/words"))
        }
        Ok(Err(refused)) => refuse(&visit, staff, &state, form, refused).await,
        Err(fault) => answer(&visit, Err(unavailable(fault))),
    }
}

async fn dismiss(visit: &Visit, state: &State, form: &Query) -> Response {
    let (text, today) = (
        form.one("word").unwrap_or_default().to_owned(),
        state.clock.today(),
    );
    let written = state.database.write(move |transaction| {
        Box::pin(async move { transaction.dismiss_unanswered(&text, today).await })
    });
    match written.await {
        Ok(()) => go_to(&visit.address("/staff/words")),
        Err(fault) => answer(visit, Err(unavailable(fault))),
    }
}

async fn tried(
    visit: &Visit,
    staff: StaffMember<Editor>,
    state: &State,
    form: Query,
    draft: Draft,
) -> Response {
    let stock = state.shelf.stock();
    let edit = DraftEdit {
        adds: draft.action == Action::Add,
        word: word(&stock, &draft.word, &draft.occupation),
        source: draft.source.clone(),
        undoes: draft.undoes,
    };
    let preview = match words::preview(&state.database, draft, state.clock.today()).await {
        Ok(preview) => told(preview),
        Err(fault) => {
            tracing::error!(%fault, "an edit of words could not be tried");
            let problem = Problem::new("word", visit.say("words-not-tried"));
            return wrong(visit, staff, state, form, vec![problem]).await;
        }
    };
    shown(visit, staff, state, Sent::default(), Some((edit, preview))).await
}

async fn refuse(
    visit: &Visit,
    staff: StaffMember<Editor>,
    state: &State,
    form: Query,
    refused: Refused,
) -> Response {
    let key = match refused {
        Refused::KnownAlready => "words-known-already",
        Refused::NotKnown => "words-not-known",
    };
    let problem = Problem::new("word", visit.say(key));
    wrong(visit, staff, state, form, vec![problem]).await
}

async fn wrong(
    visit: &Visit,
    staff: StaffMember<Editor>,
    state: &State,
    form: Query,
    problems: Vec<Problem>,
) -> Response {
    let sent = Sent {
        typed: form,
        problems,
    };
    shown(visit, staff, state, sent, None).await
}

async fn shown(
    visit: &Visit,
    staff: StaffMember<Editor>,
    state: &State,
    sent: Sent,
    draft: Option<(DraftEdit, WordPreview)>,
) -> Response {
    match desk(visit, state, draft).await {
        Ok(desk) => answer(visit, pages::page(visit, staff.member, desk, sent).await),
        Err(fault) => answer(visit, Err(unavailable(fault))),
    }
}

async fn desk(
    visit: &Visit,
    state: &State,
    draft: Option<(DraftEdit, WordPreview)>,
) -> db::Result<Desk> {
    let stock = state.shelf.stock();
    let edits = state.database.synonym_edits().await?;
    let known = synonyms(&edits);
    let looked_for = comparable(visit.query.one("q").unwrap_or_default());
    // the newest first: what the office added stands before what came with the program
    let looked_for: Vec<(&Synonym, Word)> = known
        .iter()
        .rev()
        .map(|known| (known, word(&stock, &known.word, &known.code)))
        .filter(|(_, word)| {
            comparable(&word.word).contains(&looked_for)
                || comparable(&word.name).contains(&looked_for)
                || comparable(&word.code).contains(&looked_for)
        })
        .collect();
    let found = looked_for.len();
    let words = looked_for
        .into_iter()
        .take(MOST_WORDS)
        .map(|(synonym, word)| {
            let (source, since) = origin(synonym, &edits).unzip();
            let source = source.unwrap_or_default();
            KnownWord {
                word,
                source,
                since,
            }
        })
        .collect();
    let mut unanswered = state.database.unanswered(MOST_LOOKED_AT).await?;
    // what has become a word since then is no work any more
    let known_texts: HashSet<String> = known.iter().map(|known| comparable(&known.word)).collect();
    unanswered.retain(|one| !known_texts.contains(&one.text));
    unanswered.truncate(MOST_UNANSWERED);
    Ok(Desk {
        count: known.len(),
        words,
        found,
        edits: edits
            .iter()
            .rev()
            .take(MOST_EDITS)
            .map(|edit| entered(&stock, edit, &edits))
            .collect(),
        unanswered: unanswered
            .into_iter()
            .map(|one| UnansweredWords {
                text: one.text,
                asked: u64::try_from(one.asked).unwrap_or_default(),
                last_on: one.last_on,
            })
            .collect(),
        draft,
    })
}

/// Returns where a word in force is from, and since when: from the office's last edit of it, or from what came with the program.
fn origin(synonym: &Synonym, edits: &[SynonymEdit]) -> Option<(String, NaiveDate)> {
    let edited = edits.iter().rev().find(|edit| {
        edit.action == Action::Add && edit.word == synonym.word && edit.occupation == synonym.code
    });
    edited
        .map(|edit| (edit.source.clone(), edit.entered_at.date()))
        .or_else(|| {
            let mut shipped = Synonym::shipped_from();
            let (_, source, since) = shipped.find(|(known, ..)| known == synonym)?;
            Some((source.to_owned(), since))
        })
}

fn entered(stock: &Stock, edit: &SynonymEdit, edits: &[SynonymEdit]) -> WordEdit {
    WordEdit {
        number: edit.number,
        adds: edit.action == Action::Add,
        word: word(stock, &edit.word, &edit.occupation),
        source: edit.source.clone(),
        editor: edit.editor.clone(),
        on: edit.entered_at.date(),
        undoes: edit.undoes,
        is_undone: edits.iter().any(|other| other.undoes == Some(edit.number)),
    }
}

fn word(stock: &Stock, word: &str, code: &str) -> Word {
    Word {
        word: word.to_owned(),
        code: code.to_owned(),
        name: stock.occupations.get(code).cloned().unwrap_or_default(),
    }
}

fn told(preview: Preview) -> WordPreview {
    let moved = preview.moved.into_iter();
    WordPreview {
        now: preview.now,
        then: preview.then,
        questions: preview.questions,
        quality: (preview.all_now.ndcg, preview.all_then.ndcg),
        moved: moved.map(|one| (one.text, one.now, one.then)).collect(),
    }
}

/// Reads an edit; what is wrong with it otherwise.
fn draft(visit: &Visit, state: &State, form: &Query) -> Result<Draft, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut problem = |field: &str, key: &str| problems.push(Problem::new(field, visit.say(key)));
    let word = form.one("word").unwrap_or_default();
    let length = comparable(word).chars().count();
    if !(2..=LONGEST_WORD).contains(&length) || word.chars().count() > LONGEST_WORD {
        problem("word", "words-word-wrong");
    } else if words::looks_like_a_number(word) {
        problem("word", "words-word-personal");
    }
    let action = match form.one("action") {
        Some(code) => Action::from_code(code),
        None => Some(Action::Add),
    };
    let Some(action) = action else {
        problem("word", "words-action-wrong");
        return Err(problems);
    };
    let undoes = form.one("undoes").and_then(|number| number.parse().ok());
    let source = form.one("source").unwrap_or_default();
    let is_told = action == Action::Remove || undoes.is_some() || !source.is_empty();
    if !is_told || source.chars().count() > LONGEST_SOURCE {
        problem("source", "words-source-wrong");
    } else if words::holds_a_number(source) {
        problem("source", "words-word-personal");
    }
    let typed = form.one("occupation").unwrap_or_default();
    let stock = state.shelf.stock();
    let occupation = stock
        .occupations
        .iter()
        .find(|(code, name)| *code == typed || *name == typed)
        .map(|(code, _)| code.clone());
    if occupation.is_none() {
        let near = nearest(state, typed);
        let text = if near.is_empty() {
            visit.say("words-occupation-wrong")
        } else {
            let near = near.join(&visit.say("list-comma"));
            visit.say_with("words-occupation-near", [("near", near.into())])
        };
        problems.push(Problem::new("occupation", text));
    }
    match occupation {
        Some(occupation) if problems.is_empty() => Ok(Draft {
            action,
            word: word.to_owned(),
            occupation,
            source: source.to_owned(),
            undoes,
        }),
        _ => Err(problems),
    }
}

/// Names of occupations that may have been meant.
fn nearest(state: &State, typed: &str) -> Vec<String> {
    let proposals = state.index.suggest(typed, 5).unwrap_or_default();
    proposals
        .into_iter()
        .filter(|proposal| proposal.kind == search_index::Kind::Occupation)
        .map(|proposal| format!("{} {}", proposal.id, proposal.text))
        .collect()
}
