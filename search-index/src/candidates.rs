//! Which documents are worth judging: the engine's part of the work.

use std::collections::BTreeSet;

use tantivy::Term;
use tantivy::query::{BooleanQuery, EmptyQuery, FuzzyTermQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption};

use crate::Kind;
use crate::fit::Stage;
use crate::pinyin;
use crate::schema::{Fields, SUGGESTED, identity, pair_term, start_term};
use crate::typed::Run;

/// Tells in how many documents a term stands.
type Frequency<'f> = &'f dyn Fn(&Term) -> u64;

/// All of a run, but for what adding up loses.
const ALL: f32 = 0.9999;

/// Returns what share of a run's meaning must stand somewhere in a document, in pairs of neighbours.
pub(crate) fn required_share(run: &Run, stage: Stage) -> f32 {
    match stage {
        Stage::Literal => ALL,
        // pairs of letters stand everywhere and mean nothing
        _ if run.is_part || run.is_letters_only => ALL,
        Stage::Words | Stage::Sound | Stage::Spelling => 0.6,
        Stage::Relaxed => 0.25,
        Stage::Last => 0.05,
    }
}

/// Returns the engine's question for documents that may fit the runs at a stage.
pub(crate) fn for_words(
    fields: Fields,
    runs: &[Run],
    stage: Stage,
    frequency: Frequency<'_>,
) -> Box<dyn Query> {
    let each = runs
        .iter()
        .map(|run| for_run(fields, run, stage, frequency))
        .collect();
    if stage >= Stage::Relaxed {
        any_of(each)
    } else {
        all_of(each)
    }
}

/// Returns the engine's question for what has an occupation code that begins with one of these.
pub(crate) fn for_codes(fields: Fields, codes: &[String]) -> Box<dyn Query> {
    any_of(codes.iter().map(|code| term(fields.code, code)).collect())
}

/// Returns the engine's question for the document of a kind with an identifier.
pub(crate) fn for_identity(fields: Fields, (kind, id): (Kind, &str)) -> Box<dyn Query> {
    term(fields.identity, &identity(kind, id))
}

/// Returns the question narrowed to what is proposed while somebody types.
pub(crate) fn only_suggested(fields: Fields, question: Box<dyn Query>) -> Box<dyn Query> {
    all_of(vec![term(fields.suggested, SUGGESTED), question])
}

fn for_run(fields: Fields, run: &Run, stage: Stage, frequency: Frequency<'_>) -> Box<dyn Query> {
    let required = match stage {
        // the whole of a short name may stand in a long sentence
        Stage::Relaxed | Stage::Last if !run.is_letters_only && !run.is_part => 1,
        _ => run.fewest(required_share(run, stage)),
    };
    let mut ways = vec![by_grams(fields, run, required, frequency)];
    if stage == Stage::Literal || run.is_exact {
        return any_of(ways);
    }
    let has_letters = run.has_letters();
    if has_letters || (stage >= Stage::Sound && run.chars.len() > 1) {
        ways.push(by_sound(fields, run));
    }
    if stage >= Stage::Spelling {
        ways.push(if has_letters {
            by_letters(fields, run)
        } else {
            by_characters(fields, run, frequency)
        });
    }
    any_of(ways)
}

/// Enough of the pairs of neighbours, or the one character.
fn by_grams(
    fields: Fields,
    run: &Run,
    required: usize,
    frequency: Frequency<'_>,
) -> Box<dyn Query> {
    let tokens: Vec<String> = if let [only] = run.chars[..] {
        vec![only.to_string()]
    } else {
        run.pairs().into_keys().map(String::from_iter).collect()
    };
    let terms = tokens
        .iter()
        .map(|token| Term::from_field_text(fields.grams, token));
    some_of(terms.collect(), required, frequency)
}

/// The first letters of the readings, in any way in which the run can be cut.
fn by_sound(fields: Fields, run: &Run) -> Box<dyn Query> {
    let mut ways: Vec<Box<dyn Query>> = Vec::new();
    // what is said again and again asks for no more
    let mut different: BTreeSet<BTreeSet<[char; 2]>> = BTreeSet::new();
    for pieces in &run.ways {
        if let [only] = pieces[..] {
            ways.extend(by_one_reading(fields, run, only));
        } else {
            let pairs = pieces.windows(2).map(|pair| [pair[0], pair[1]]);
            different.insert(pairs.collect());
        }
    }
    let of_pair = |pair: [char; 2]| {
        let each = pinyin::initial_pairs(pair).map(|[first, second]| pair_term(first, second));
        any_of(each.map(|token| term(fields.sounds, &token)).collect())
    };
    ways.extend(
        different
            .into_iter()
            .map(|pairs| all_of(pairs.into_iter().map(of_pair).collect())),
    );
    any_of(ways)
}

fn by_one_reading(fields: Fields, run: &Run, first: char) -> Vec<Box<dyn Query>> {
    if run.is_initial() {
        return pinyin::initials(first)
            .map(|letter| term(fields.sounds, &start_term(letter)))
            .collect();
    }
    pinyin::alike_readings_from(&run.text())
        .map(|reading| term(fields.sounds, reading.letters()))
        .collect()
}

fn by_letters(fields: Fields, run: &Run) -> Box<dyn Query> {
    Box::new(FuzzyTermQuery::new(
        Term::from_field_text(fields.spelt, &run.text()),
        1,
        true,
    ))
}

/// All characters but one, in any order; the judge looks at the order.
fn by_characters(fields: Fields, run: &Run, frequency: Frequency<'_>) -> Box<dyn Query> {
    let mut chars = run.chars.clone();
    chars.sort_unstable();
    chars.dedup();
    let required = chars.len().saturating_sub(1).max(1);
    let terms = chars
        .iter()
        .map(|c| Term::from_field_text(fields.grams, &c.to_string()));
    some_of(terms.collect(), required, frequency)
}

/// Returns a question for all documents that hold so many of the terms, and for some that hold fewer: whoever lacks all of the
/// rarest can't hold enough of them, and counting is left to the judge.
fn some_of(mut terms: Vec<Term>, required: usize, frequency: Frequency<'_>) -> Box<dyn Query> {
    let may_lack = terms.len().saturating_sub(required);
    let each = |terms: Vec<Term>| terms.into_iter().map(of_term).collect();
    if may_lack == 0 {
        return all_of(each(terms));
    }
    terms.sort_by_cached_key(frequency);
    terms.truncate(may_lack + 1);
    any_of(each(terms))
}

fn of_term(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::Basic))
}

fn term(field: Field, text: &str) -> Box<dyn Query> {
    of_term(Term::from_field_text(field, text))
}

fn all_of(mut questions: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match questions.len() {
        0 => Box::new(EmptyQuery),
        1 => questions.remove(0),
        _ => Box::new(BooleanQuery::intersection(questions)),
    }
}

fn any_of(mut questions: Vec<Box<dyn Query>>) -> Box<dyn Query> {
    match questions.len() {
        0 => Box::new(EmptyQuery),
        1 => questions.remove(0),
        _ => Box::new(BooleanQuery::union(questions)),
    }
}
