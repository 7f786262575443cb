//! The course of a search: read the text, look for it stage by stage, sift, order, explain.

use std::cell::{Cell, LazyCell};

use chrono::NaiveDate;

use crate::candidates::{for_codes, for_words, only_suggested};
use crate::explain::{Explainer, Explanation};
use crate::fit::Stage;
use crate::found::{Found, Hit, Suggestion};
use crate::gather::{Gathered, gather, gather_all};
use crate::rank::Judge;
use crate::schema::Fields;
use crate::snapshot::{Seen, Snapshot};
use crate::table::Series;
use crate::typed::{Run, Typed, beginning, identifier, spoken_together, without_hyphens};
use crate::understand::{Lexicon, Meaning, Share};
use crate::{Kind, Query, SearchError};

/// Proposals for longer texts, in characters, are not kept: the shorter, the more there is to be judged, and the oftener it is typed.
const LONGEST_BEGINNING: usize = 6;
/// With so many matches the search goes no further from the words as typed.
const ENOUGH: usize = 3;
/// What a trade that was named behind another one counts at least.
const NAMED_TOO: f32 = 0.9;
/// With a match as good as this one, it goes no further either.
const CONVINCING: f32 = 12.0;
/// What sounds like the words is enough only where it is as good as this: what hardly does may have been a slip of the hand.
const AUDIBLE: f32 = 9.0;
/// What the whole occupation code is worth, and its beginning.
const WHOLE_CODE: f32 = 60.0;
const CODE_BEGINNING: f32 = 20.0;

/// What a search needs to know.
#[derive(Clone, Copy)]
pub(crate) struct Desk<'s> {
    pub(crate) snapshot: &'s Snapshot,
    pub(crate) fields: Fields,
    pub(crate) lexicon: &'s Lexicon,
}

impl Desk<'_> {
    /// Answers a question.
    pub(crate) fn search(self, query: &Query) -> Result<Found, SearchError> {
        if !query.is_common() {
            return self.find(query);
        }
        // what finds nothing may be anything, also what nobody should keep
        let finds_something = |found: &Found| found.total > 0;
        let kept = if query.text.is_empty() {
            &self.snapshot.lists
        } else {
            &self.snapshot.answers
        };
        kept.answer(query, finds_something, || self.find(query))
    }

    fn find(self, query: &Query) -> Result<Found, SearchError> {
        if let Some(hit) = self.by_identifier(query)? {
            let hits = if query.page <= 1 {
                vec![hit]
            } else {
                Vec::new()
            };
            return Ok(Found {
                total: 1,
                hits,
                ..Found::default()
            });
        }
        match Typed::read(&query.text) {
            Typed::Nothing => self.browse(query, Meaning::default()),
            Typed::Noise => Ok(Found::default()),
            Typed::Codes(codes) => self.by_codes(query, &codes, Vec::new()),
            Typed::CodesBeside(codes, runs) => {
                let found = self.by_codes(query, &codes, runs)?;
                match Typed::read_words(&query.text) {
                    // no code after all, or one with a slip in it
                    Typed::Words(runs) if found.total == 0 => self.by_words(query, runs),
                    _ => Ok(found),
                }
            }
            Typed::Words(runs) => self.by_words(query, runs),
        }
    }

    /// Returns up to `limit` proposals for what was typed so far.
    pub(crate) fn suggest(self, text: &str, limit: usize) -> Result<Vec<Suggestion>, SearchError> {
        if text.chars().count() > LONGEST_BEGINNING {
            return self.propose(text, limit);
        }
        let asked = (text.to_owned(), limit);
        let proposes_something = |proposals: &Vec<Suggestion>| !proposals.is_empty();
        let kept = &self.snapshot.proposals;
        kept.answer(&asked, proposes_something, || self.propose(text, limit))
    }

    fn propose(self, text: &str, limit: usize) -> Result<Vec<Suggestion>, SearchError> {
        let mut query = Query {
            text: text.to_owned(),
            kinds: vec![Kind::Occupation, Kind::Institution, Kind::Base],
            per_page: u32::try_from(limit).unwrap_or(Query::MOST_PER_PAGE),
            ..Query::on(NaiveDate::MIN)
        };
        // what is read as a filter stays in what is proposed
        let mut kept = String::new();
        let found = match Typed::read(&query.text) {
            _ if limit == 0 => Found::default(),
            Typed::Nothing | Typed::Noise => Found::default(),
            Typed::Codes(codes) | Typed::CodesBeside(codes, _) => {
                self.by_codes(&query, &codes, Vec::new())?
            }
            Typed::Words(runs) => {
                if let Some(found) = self.spoken_together(&query, true)? {
                    found
                } else {
                    let read = self.read(&query, runs.clone());
                    let (runs, stages) = if read.runs.is_empty() {
                        // nobody who names a place or a level means what sounds like it
                        (runs, &[Stage::Words][..])
                    } else {
                        for one in &read.understood {
                            if kept.split(' ').all(|word| word != one.text) {
                                kept = format!("{kept}{} ", one.text);
                            }
                        }
                        (read.runs, &Stage::ALL[..])
                    };
                    if !kept.is_empty() {
                        // who is elsewhere has nothing there
                        query.kinds = vec![Kind::Occupation];
                    }
                    self.staged((&query, &Meaning::plain(runs)), stages, true)?
                        .1
                }
            }
        };
        let suggestion = |hit: Hit| Suggestion {
            text: format!("{kept}{}", hit.name),
            kept_bytes: kept.len(),
            kind: hit.kind,
            id: hit.id,
            marked: hit
                .marked
                .into_iter()
                .map(|marked| marked.start + kept.len()..marked.end + kept.len())
                .collect(),
            why: hit.why,
        };
        Ok(found.hits.into_iter().map(suggestion).collect())
    }

    fn browse(self, query: &Query, meaning: Meaning) -> Result<Found, SearchError> {
        let gathered = gather_all(self.snapshot, (query, &meaning))?;
        let mut found = gathered.into_found(|_, _| Explanation::default());
        found.understood = meaning.understood;
        Ok(found)
    }

    /// Returns the course, institution or base with just this identifier, where no filter but for its kind is asked for.
    fn by_identifier(self, query: &Query) -> Result<Option<Hit>, SearchError> {
        let Some(typed) = identifier(&query.text) else {
            return Ok(None);
        };
        if query.is_filtered() {
            return Ok(None);
        }
        let (upper, lower) = (typed.to_ascii_uppercase(), typed.to_ascii_lowercase());
        for kind in [Kind::Course, Kind::Institution, Kind::Base] {
            let is_asked = query.kinds.is_empty() || query.kinds.contains(&kind);
            for id in [typed, &upper, &lower] {
                let place = is_asked.then(|| self.snapshot.find(self.fields, (kind, id)));
                if let Some((table, row)) = place.transpose()?.flatten() {
                    return Ok(Some(table.hit(row, WHOLE_CODE, Explanation::of_code(id))));
                }
            }
        }
        Ok(None)
    }

    /// Returns what has one of these codes, or begins with it, and passes the filters that the words beside them are read as.
    fn by_codes(
        self,
        query: &Query,
        codes: &[String],
        beside: Vec<Run>,
    ) -> Result<Found, SearchError> {
        let question = for_codes(self.fields, codes);
        let is_whole = |code: &str| {
            let digits = || code.chars().filter(char::is_ascii_digit);
            codes.iter().any(|asked| digits().eq(asked.chars()))
        };
        let beside = if query.literal { Vec::new() } else { beside };
        let mut meaning = self
            .lexicon
            .read((&query.text, query.today), beside, |_, _| false);
        meaning.yield_to(query);
        // whoever names the code means it, whether or not there are levels to train for
        meaning.spares_levels = true;
        // other words beside a whole code say nothing more
        meaning.runs = codes
            .iter()
            .filter_map(|code| Run::new(code.chars().collect()))
            .collect();
        let gathered = gather(
            self.snapshot,
            (query, &meaning),
            question.as_ref(),
            |table| {
                move |series: &Series| {
                    let whole = table.code_of(series).is_some_and(is_whole);
                    Some(if whole { WHOLE_CODE } else { CODE_BEGINNING })
                }
            },
        )?;
        let mut found = gathered.into_found(|table, series| {
            table
                .code_of(series)
                .map_or_else(Explanation::default, Explanation::of_code)
        });
        found.understood = meaning.understood;
        Ok(found)
    }

    fn by_words(self, query: &Query, runs: Vec<Run>) -> Result<Found, SearchError> {
        if query.literal {
            let meaning = Meaning::plain(runs);
            return Ok(self.staged((query, &meaning), &[Stage::Literal], false)?.1);
        }
        if let Some(found) = self.spoken_together(query, false)? {
            return Ok(found);
        }
        let mut meaning = self.read(query, runs.clone());
        meaning.narrow_to_kind(query);
        meaning.yield_to(query);
        let (matched, mut found) = if meaning.runs.is_empty() {
            let found = self.browse(query, meaning.clone())?;
            (
                1,
                Found {
                    is_read_whole: true,
                    ..found
                },
            )
        } else {
            self.staged((query, &meaning), &Stage::ALL, false)?
        };
        let has_words = !meaning.runs.is_empty();
        if has_words && matched > 0 && found.total == 0 && !meaning.levels.is_empty() {
            // an engineer may be called 高级 without there being levels to train for
            meaning.spares_levels = true;
            (_, found) = self.staged((query, &meaning), &Stage::ALL, false)?;
        }
        let may_be_read_wrong = meaning.runs != runs && (matched == 0 || found.total == 0);
        if may_be_read_wrong {
            // where the rest of the words is known, only words that stand there as they were typed say more than a filter
            let stages: &[Stage] = if matched == 0 {
                &Stage::ALL
            } else {
                &[Stage::Words]
            };
            let plain = Meaning::plain(runs);
            let (_, plain) = self.staged((query, &plain), stages, false)?;
            if plain.total > 0 {
                return Ok(plain);
            }
        }
        Ok(found)
    }

    /// Reads filters out of what was typed.
    fn read(self, query: &Query, runs: Vec<Run>) -> Meaning {
        let text = without_hyphens(beginning(&query.text));
        let asked = (&*text, query.today);
        self.lexicon.read(asked, runs, |run, share| {
            self.is_name(run, share).unwrap_or(false)
        })
    }

    /// Searches for syllables with gaps between them as for one word; nothing where they aren't one.
    fn spoken_together(
        self,
        query: &Query,
        suggesting: bool,
    ) -> Result<Option<Found>, SearchError> {
        let Some(together) = spoken_together(&query.text) else {
            return Ok(None);
        };
        let meaning = Meaning::plain(vec![together]);
        let (matched, found) = self.staged((query, &meaning), &[Stage::Words], suggesting)?;
        Ok((matched > 0).then_some(found))
    }

    /// Searches for words, going further from them, stage by stage, as long as too little is found.
    fn staged(
        self,
        (query, meaning): (&Query, &Meaning),
        stages: &[Stage],
        suggesting: bool,
    ) -> Result<(usize, Found), SearchError> {
        let mut answer = (0, Found::default());
        let weighed = |run: Run| run.weighed(|pair| self.snapshot.worth(pair));
        let whole: Vec<Run> = meaning.runs.iter().cloned().map(weighed).collect();
        let parts = LazyCell::new(|| -> Vec<Run> {
            let having = |pair| self.snapshot.having(pair);
            let mut parts = self.lexicon.part(&meaning.runs, having);
            self.weigh_parts(&mut parts);
            let is_name = |run: &Run| self.is_name(run, Share::Whole).unwrap_or(false);
            // who names nothing but trades means each of them
            if meaning.runs.len() > 1 && meaning.runs.iter().all(is_name) {
                for run in parts.iter_mut().filter(|run| !run.is_part) {
                    run.beside = run.beside.max(NAMED_TOO);
                }
            }
            parts.into_iter().map(weighed).collect()
        });
        let stages = stages.iter().filter(|stage| finds_more(**stage, &whole));
        for &stage in stages {
            if stage == Stage::Last && answer.0 > 0 {
                break;
            }
            let runs: &[Run] = match stage {
                Stage::Relaxed | Stage::Last => &parts,
                _ => &whole,
            };
            let question = self.for_words(runs, stage);
            let question = if suggesting {
                only_suggested(self.fields, question)
            } else {
                question
            };
            let found_whole = Cell::new(false);
            let gathered = gather(
                self.snapshot,
                (query, meaning),
                question.as_ref(),
                |table| {
                    let mut judge = Judge::new(table, runs, stage, &found_whole);
                    move |series: &Series| judge.score(series)
                },
            )?;
            // characters that stand here and there may be another word, of which one was picked wrongly
            let is_sound = match stage {
                Stage::Literal => found_whole.get(),
                // two characters stand in the middle of many names
                Stage::Words => found_whole.get() && !is_a_pair(runs),
                Stage::Sound => found_whole.get() && gathered.best >= AUDIBLE,
                // a trade that stands within what was typed may be meant rather than one that is a slip away
                Stage::Spelling => false,
                Stage::Relaxed | Stage::Last => true,
            };
            // several words say little of what is found only by what is around it
            let is_convincing =
                gathered.best >= CONVINCING && (runs.len() == 1 || found_whole.get());
            let is_enough = gathered.matched >= ENOUGH && is_sound || is_convincing;
            // as long as the runs are the same, whoever goes further finds the same and more
            if stage < Stage::Relaxed || gathered.matched > answer.0 {
                answer = (gathered.matched, explained(gathered, runs, stage));
            }
            if is_enough {
                break;
            }
        }
        answer.1.understood.clone_from(&meaning.understood);
        Ok(answer)
    }

    /// Makes a part count the less, the more names share what it says: 生产工 of 饺子生产工 is what many are.
    fn weigh_parts(self, runs: &mut [Run]) {
        let says = |run: &Run| {
            let pairs = run.chars.windows(2).map(|pair| [pair[0], pair[1]]);
            pairs
                .map(|pair| self.snapshot.worth(pair))
                .fold(0.0, f32::max)
        };
        let parts = runs.iter().filter(|run| run.is_part);
        let most = parts.map(says).fold(0.0, f32::max);
        if most == 0.0 {
            return;
        }
        for part in runs.iter_mut().filter(|run| run.is_part) {
            part.beside *= says(part) / most;
        }
    }

    /// Returns the engine's question for documents that may fit the runs at a stage.
    fn for_words(self, runs: &[Run], stage: Stage) -> Box<dyn tantivy::query::Query> {
        for_words(self.fields, runs, stage, &|term| {
            self.snapshot.frequency(term)
        })
    }

    /// Says whether a run is a name, or part of one, of anything but a course.
    fn is_name(self, run: &Run, share: Share) -> Result<bool, SearchError> {
        let runs = std::slice::from_ref(run);
        let question = only_suggested(self.fields, self.for_words(runs, Stage::Literal));
        let mut is_name = false;
        let found_whole = Cell::new(false);
        for (number, table) in self.snapshot.tables() {
            let mut judge = Judge::new(table, runs, Stage::Literal, &found_whole);
            self.snapshot
                .candidates(Some(question.as_ref()), number, |series, _| {
                    debug_assert_ne!(series.kind, Kind::Course, "courses are not proposed");
                    is_name |= match share {
                        Share::Whole => judge.is_named_wholly(series),
                        Share::Part => judge.is_named(series),
                    };
                    if is_name { Seen::Enough } else { Seen::More }
                })?;
        }
        Ok(is_name)
    }
}

/// Says whether no more than two characters were typed, which stand next to each other in many names by chance.
fn is_a_pair(runs: &[Run]) -> bool {
    matches!(runs, [run] if run.chars.len() == 2 && !run.has_letters())
}

/// Says whether a stage may find more than the one before.
fn finds_more(stage: Stage, runs: &[Run]) -> bool {
    match stage {
        // letters were listened to with the words already
        Stage::Sound => !runs.iter().all(Run::has_letters),
        // of letters all must stand there, however far the search goes
        Stage::Last => !runs.iter().all(|run| run.is_letters_only),
        Stage::Literal | Stage::Words | Stage::Spelling | Stage::Relaxed => true,
    }
}

fn explained(gathered: Gathered<'_>, runs: &[Run], stage: Stage) -> Found {
    let mut meant = None;
    let mut is_first = true;
    let mut explainer = Explainer::new(runs, stage);
    let mut found = gathered.into_found(|table, series| {
        let mut explanation = explainer.explain(table, series);
        if std::mem::take(&mut is_first) {
            meant = explanation.meant.take();
        }
        explanation
    });
    found.did_you_mean = meant;
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::{Document, Position, SearchIndex, Vocabulary};

    /// Names and questions of few characters, so that they have much in common, some of it twice.
    fn text() -> impl Strategy<Value = String> {
        prop::collection::vec(
            prop::sample::select(vec!["电", "工", "焊", "接", "车"]),
            1..8,
        )
        .prop_map(|characters| characters.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// Nobody looks at what the engine does not propose.
        #[test]
        fn whatever_the_judge_accepts_is_a_candidate(
            names in prop::collection::vec(text(), 1..12),
            asked in prop::collection::vec(text(), 1..3),
            idle in 0..256_u64,
        ) {
            let index = SearchIndex::in_memory(Vocabulary::default()).unwrap();
            let documents = names.iter().enumerate().map(|(number, name)| Document {
                id: number.to_string(),
                name: name.clone(),
                ..Document::default()
            });
            let position = Position { feed: 1, day: NaiveDate::MIN };
            index.rebuild(documents, position).unwrap();
            index.with_desk(|desk| {
                let runs: Vec<Run> = asked
                    .iter()
                    .filter_map(|text| Run::new(text.chars().collect()))
                    .map(|run| Run { idle, ..run })
                    .map(|run| run.weighed(|pair| desk.snapshot.worth(pair)))
                    .collect();
                for stage in Stage::ALL {
                    let seen = |question: Option<&dyn tantivy::query::Query>| {
                        let mut seen = BTreeSet::new();
                        let found_whole = Cell::new(false);
                        for (number, table) in desk.snapshot.tables() {
                            let mut judge = Judge::new(table, &runs, stage, &found_whole);
                            desk.snapshot
                                .candidates(question, number, |series, _| {
                                    if judge.score(series).is_some() {
                                        seen.insert(table.phrase(series.name).text.to_string());
                                    }
                                    Seen::More
                                })
                                .unwrap();
                        }
                        seen
                    };
                    let question = desk.for_words(&runs, stage);
                    assert_eq!(seen(Some(question.as_ref())), seen(None), "{asked:?} {stage:?}");
                }
            });
        }
    }
}
