//! An edit of what people call occupations, on its way into the database.

use search_index::{Synonym, comparable};

use crate::clock::Moment;
use crate::db::change::ChangeKind;
use crate::db::synonym::{Action, SynonymEdit};
use crate::db::{self, Database};
use crate::index::vocabulary::synonyms;

/// An edit that is not entered yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What it does.
    pub action: Action,
    /// What people say, as they write it.
    pub word: String,
    /// The code of the occupation that is meant.
    pub occupation: String,
    /// Where the word is from.
    pub source: String,
    /// The edit that it takes back.
    pub undoes: Option<i64>,
}

/// Why an edit would change nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The word means the occupation already.
    KnownAlready,
    /// The word does not mean the occupation, or the edit to be taken back said nothing of it.
    NotKnown,
}

impl Draft {
    /// Returns the edit as it is kept.
    #[must_use]
    pub fn numbered(self, number: i64, editor: &str, entered_at: Moment) -> SynonymEdit {
        SynonymEdit {
            number,
            action: self.action,
            word: self.word,
            occupation: self.occupation,
            source: self.source,
            editor: editor.to_owned(),
            undoes: self.undoes,
            entered_at,
        }
    }

    /// Says what would be wrong with entering it after these edits.
    #[must_use]
    pub fn refused(&self, edits: &[SynonymEdit]) -> Option<Refused> {
        let word = comparable(&self.word);
        let is_same =
            |known: &Synonym| known.code == self.occupation && comparable(&known.word) == word;
        let is_undone = |number: i64| {
            edits.iter().any(|edit| {
                edit.number == number
                    && edit.action != self.action
                    && edit.occupation == self.occupation
                    && comparable(&edit.word) == word
            })
        };
        if self.undoes.is_some_and(|number| !is_undone(number)) {
            return Some(Refused::NotKnown);
        }
        match (self.action, synonyms(edits).iter().any(is_same)) {
            (Action::Add, true) => Some(Refused::KnownAlready),
            (Action::Remove, false) => Some(Refused::NotKnown),
            _ => None,
        }
    }
}

/// Enters an edit and publishes it, in one transaction; or says why it would change nothing.
///
/// # Errors
/// If the database does not answer; nothing is entered then.
pub async fn enter(
    database: &Database,
    draft: Draft,
    editor: &str,
    now: Moment,
) -> db::Result<Result<i64, Refused>> {
    let editor = editor.to_owned();
    database
        .write(move |transaction| {
            Box::pin(async move {
                let edits = transaction.synonym_edits().await?;
                if let Some(refused) = draft.refused(&edits) {
                    return Ok(Err(refused));
                }
                let number = edits.last().map_or(0, |edit| edit.number) + 1;
                let edit = draft.numbered(number, &editor, now);
                transaction.add_synonym_edit(&edit).await?;
                transaction.publish_all(ChangeKind::Synonym, now).await?;
                Ok(Ok(number))
            })
        })
        .await
}
