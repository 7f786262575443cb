//! What a catalogue entry pays: its standards, the top-up of its shortage tier, the share for practice.

use super::Question;
use crate::{CatalogueEntry, Fen, Listing, Money, Note, Payee, ReadingId};

/// Returns training and appraisal by the catalogue's standards.
pub(super) fn training_and_appraisal(question: &Question<'_>) -> Money {
    standards(question, |entry| {
        let percent = top_up_percent(entry)?;
        Ok(Money {
            training: Some(training_standard(entry)?.share(percent, 100)),
            ..Money::default()
        })
    })
}

/// Returns the practice share of the training standard, and appraisal; it is rounded once, after both percentages.
pub(super) fn practice_and_appraisal(question: &Question<'_>) -> Money {
    let share = u64::from(question.parameters.number(ReadingId::PracticePercent));
    let with_top_up = question.parameters.applies(ReadingId::PracticeShare);
    standards(question, |entry| {
        let percent = if with_top_up {
            top_up_percent(entry)?
        } else {
            100
        };
        let practice = training_standard(entry)?.share(percent * share, 100 * 100);
        Ok(Money {
            practice: Some(practice),
            ..Money::default()
        })
    })
}

fn standards(
    question: &Question<'_>,
    training: impl Fn(&CatalogueEntry) -> Result<Money, Note>,
) -> Money {
    let nothing = |note| Money {
        paid_to: Some(Payee::Person),
        notes: vec![note],
        ..Money::default()
    };
    let entry = match question.published.listing {
        Listing::NoEdition => return nothing(Note::NoEdition),
        Listing::Listed(entry) if entry.subsidised => entry,
        Listing::Listed(_) | Listing::NotListed => return nothing(Note::NotSubsidised),
    };
    let mut money = training(&entry).unwrap_or_else(nothing);
    if entry.appraisal.is_none() {
        money.notes.push(Note::AppraisalNotPublished);
    }
    Money {
        appraisal: entry.appraisal,
        paid_to: Some(Payee::Person),
        ..money
    }
}

fn training_standard(entry: &CatalogueEntry) -> Result<Fen, Note> {
    entry.training.ok_or(Note::TrainingNotPublished)
}

fn top_up_percent(entry: &CatalogueEntry) -> Result<u64, Note> {
    let top_up = entry.top_up().ok_or(Note::TopUpNotPublished)?;
    Ok(100 + u64::from(top_up))
}
