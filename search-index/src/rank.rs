//! How well a document answers: one score from the best fit of each run. The weights were measured against judged questions.

use std::cell::Cell;

use crate::Kind;
use crate::candidates::required_share;
use crate::fit::{Fit, How, Place, Stage, fit, pieces};
use crate::table::{Phrase, Series, Table, Traits};
use crate::typed::{Run, is_initial};

/// What a phrase is to its document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Its name.
    Name,
    /// Another name that means the same.
    Alias,
    /// What people call it.
    Synonym,
    /// Something around it.
    About,
}

impl Role {
    /// Returns how far a search that is at this stage goes in such a phrase. What is around is only read, never listened to: its
    /// sounds are no candidates either.
    pub(crate) const fn stage(self, stage: Stage) -> Stage {
        match self {
            Self::Name | Self::Alias | Self::Synonym => stage,
            Self::About => Stage::Literal,
        }
    }
}

/// Returns the weight of a fit, larger for the better answer.
pub(crate) fn weight(role: Role, fit: &Fit, phrase: &Phrase) -> f32 {
    let by_role = match (how(fit, phrase), fit.place) {
        (How::Words, Place::Whole) => [60.0, 40.0, 45.0, 12.0],
        (How::Words, Place::Start | Place::Inside | Place::End) if is_latin_word(fit, phrase) => {
            [20.0, 12.0, 12.0, 6.0]
        }
        (How::Words, Place::Start) => [20.0, 9.0, 9.0, 5.0],
        (How::Words, Place::End) => [16.0, 8.0, 8.0, 4.0],
        (How::Words, Place::Inside) => [12.0, 6.0, 6.0, 4.0],
        (How::Words, Place::Across) => [5.0, 2.0, 2.0, 1.0],
        (How::Pinyin, Place::Whole) => [40.0, 26.0, 30.0, 8.0],
        (How::Pinyin, Place::Start) => [12.0, 6.0, 6.0, 3.0],
        (How::Pinyin, _) => [7.0, 3.5, 3.5, 2.0],
        (How::Begun, Place::Start) => [5.0, 2.5, 2.5, 1.5],
        (How::Begun, _) => [4.0, 2.0, 2.0, 1.0],
        (How::Initials, Place::Whole) => [14.0, 8.0, 9.0, 3.0],
        (How::Initials, Place::Start) => [7.0, 4.0, 4.0, 1.5],
        (How::Initials, _) => [3.0, 1.5, 1.5, 0.5],
        (How::Sound, Place::Whole) => [24.0, 15.0, 18.0, 5.0],
        (How::Sound, Place::Start) => [7.0, 3.5, 3.5, 2.0],
        (How::Sound, _) => [4.0, 2.0, 2.0, 1.0],
        (How::Alike, Place::Whole) => [8.0, 5.0, 5.0, 2.0],
        (How::Alike, Place::Start) => [4.0, 2.0, 2.0, 1.0],
        (How::Alike, _) => [2.0, 1.0, 1.0, 0.5],
        (How::Spelling, _) => [6.0, 4.0, 4.0, 1.0].map(|weight| weight * slip_factor(phrase)),
        (How::Within, _) => [12.0, 10.0, 11.0, 3.0].map(|weight| weight * long_enough(phrase)),
    };
    let closeness = match fit.how {
        // what else was typed is not in the name
        How::Within => 0.0,
        _ => ratio(fit.span.len(), phrase.chars.len()),
    };
    match role {
        Role::Name => by_role[0] + CLOSENESS * closeness,
        Role::Alias => by_role[1] + closeness,
        Role::Synonym => by_role[2] + closeness,
        Role::About => by_role[3],
    }
}

/// Returns by what the characters fit: a first sound is no more than the beginning of a word, in whatever it is written.
fn how(fit: &Fit, phrase: &Phrase) -> How {
    let typed = &phrase.chars[fit.span.clone()];
    let is_beginning = fit.place != Place::Whole && typed[0].is_ascii_lowercase();
    match fit.how {
        How::Words if is_beginning && is_initial(typed) => How::Begun,
        how => how,
    }
}

/// Says whether the characters are a word in letters, as SYB is in SYB讲师: whoever types letters hardly means others by it.
fn is_latin_word(fit: &Fit, phrase: &Phrase) -> bool {
    let is_letter = |c: &char| c.is_ascii_alphabetic();
    fit.span.len() > 1
        && phrase.chars[fit.span.clone()].iter().all(is_letter)
        && !phrase.chars.get(fit.span.end).is_some_and(is_letter)
}

/// Returns what share of its weight a name has that stands within what was typed: two characters may stand there by chance, or
/// in a longer name, as 车工 does in 叉车工.
fn long_enough(phrase: &Phrase) -> f32 {
    match phrase.chars.len() {
        0..=2 => 0.5,
        3 => 0.8,
        _ => 1.0,
    }
}

/// Returns how many times its weight a name has that is one slip away: in a long one, more stands as it should.
fn slip_factor(phrase: &Phrase) -> f32 {
    if phrase.chars.len() < 5 { 1.0 } else { 2.0 }
}

/// What a name that holds little else is worth more.
const CLOSENESS: f32 = 3.0;
/// What all pairs of neighbours are worth, where they do not stand together.
const PIECES: f32 = 8.0;
/// The share of that which pairs in other phrases than the name are worth.
const PIECES_ELSEWHERE: f32 = 0.5;
/// What pairs are worth when the search is relaxed.
const RELAXED: f32 = 0.5;

#[expect(clippy::cast_precision_loss, reason = "lengths of names are small")]
fn ratio(part: usize, whole: usize) -> f32 {
    if whole == 0 {
        0.0
    } else {
        part as f32 / whole as f32
    }
}

/// What is known of a name, or of a document's other names, for one run.
#[derive(Clone, Copy, Debug)]
struct Judged {
    score: f32,
    pieces: u64,
}

/// What a series is worth for one run.
#[derive(Clone, Copy, Debug)]
struct Scored {
    score: f32,
    /// Whether all of the run stands there, and not some pairs of neighbours.
    is_whole: bool,
    /// Whether all of it stands in the name or in one of the other names, and not only around.
    is_named: bool,
}

impl Scored {
    const fn whole(score: f32, is_named: bool) -> Self {
        Self {
            score,
            is_whole: true,
            is_named,
        }
    }
}

/// What was judged last, by number. What is alike stands side by side, so that little has to be remembered.
#[derive(Debug)]
struct Memory([(u32, Judged); Memory::PLACES]);

impl Memory {
    const PLACES: usize = 64;
    /// No phrase has this number.
    const NOTHING: u32 = u32::MAX;

    const fn new() -> Self {
        let nothing = Judged {
            score: 0.0,
            pieces: 0,
        };
        Self([(Self::NOTHING, nothing); Self::PLACES])
    }

    fn recall(&mut self, number: u32, judge: impl FnOnce() -> Judged) -> Judged {
        let place = &mut self.0[number as usize % Self::PLACES];
        if place.0 != number {
            *place = (number, judge());
        }
        place.1
    }
}

/// Judges the series of one table for one question; remembers what several of them share.
pub(crate) struct Judge<'t> {
    table: &'t Table,
    runs: &'t [Run],
    stage: Stage,
    /// Set once a series holds every run as a whole, and of several runs not all around it.
    found_whole: &'t Cell<bool>,
    names: Vec<Memory>,
    kin: Vec<Memory>,
    about: Vec<Memory>,
}

impl<'t> Judge<'t> {
    /// Returns the judge of a table's series.
    pub(crate) fn new(
        table: &'t Table,
        runs: &'t [Run],
        stage: Stage,
        found_whole: &'t Cell<bool>,
    ) -> Self {
        Self {
            table,
            runs,
            stage,
            found_whole,
            names: runs.iter().map(|_| Memory::new()).collect(),
            kin: runs.iter().map(|_| Memory::new()).collect(),
            about: runs.iter().map(|_| Memory::new()).collect(),
        }
    }

    /// Returns the score of a series; `None` where it does not answer at this stage.
    pub(crate) fn score(&mut self, series: &Series) -> Option<f32> {
        let mut total = 0.0;
        let mut fitting = 0;
        let mut whole = 0;
        let mut is_named = self.runs.len() == 1;
        for index in 0..self.runs.len() {
            match self.score_of_run(index, series) {
                Some(scored) => {
                    total += scored.score * self.runs[index].beside;
                    fitting += 1;
                    whole += usize::from(scored.is_whole);
                    is_named |= scored.is_named;
                }
                None if self.stage >= Stage::Relaxed => {}
                None => return None,
            }
        }
        // who teaches two trades is not what somebody looks for who names both
        if whole == self.runs.len() && is_named {
            self.found_whole.set(true);
        }
        (fitting > 0).then(|| total + prior(self.table.traits_of(series)))
    }

    /// Says whether every run stands as it is in the series' name or in one of its other names.
    pub(crate) fn is_named(&mut self, series: &Series) -> bool {
        (0..self.runs.len()).all(|index| {
            self.name(index, series.name)
                .score
                .max(self.kin(index, series.kin).score)
                > 0.0
        })
    }

    /// Says whether the series' name or one of its other names is just the one run.
    pub(crate) fn is_named_wholly(&self, series: &Series) -> bool {
        let kin = self.table.kin_of(series);
        let mut names = kin
            .aliases
            .iter()
            .chain(&kin.synonyms)
            .chain([&series.name]);
        self.runs
            .iter()
            .all(|run| names.any(|name| *self.table.phrase(*name).chars == *run.chars))
    }

    fn score_of_run(&mut self, index: usize, series: &Series) -> Option<Scored> {
        let name = self.name(index, series.name);
        let kin = self.kin(index, series.kin);
        let best = name.score.max(kin.score);
        if best > 0.0 {
            return Some(Scored::whole(best, true));
        }
        let run = &self.runs[index];
        let mut elsewhere = kin.pieces;
        let mut best: f32 = 0.0;
        for &number in self.table.list(series.about) {
            let about = self.around(index, number);
            best = best.max(about.score);
            elsewhere |= about.pieces;
        }
        if best > 0.0 {
            Some(Scored::whole(best, false))
        } else {
            let score = pieces_score(run, name.pieces, elsewhere, self.stage)?;
            Some(Scored {
                score,
                is_whole: false,
                is_named: false,
            })
        }
    }

    fn name(&mut self, index: usize, number: u32) -> Judged {
        let (table, run, stage) = (self.table, &self.runs[index], self.stage);
        self.names[index].recall(number, || {
            judge(run, table.phrase(number), Role::Name, stage)
        })
    }

    fn around(&mut self, index: usize, number: u32) -> Judged {
        let (table, run, stage) = (self.table, &self.runs[index], self.stage);
        self.about[index].recall(number, || {
            judge(run, table.phrase(number), Role::About, stage)
        })
    }

    fn kin(&mut self, index: usize, number: u32) -> Judged {
        let (table, run, stage) = (self.table, &self.runs[index], self.stage);
        self.kin[index].recall(number, || {
            let kin = &table.kin[number as usize];
            let aliases = kin.aliases.iter().map(|number| (Role::Alias, number));
            let synonyms = kin.synonyms.iter().map(|number| (Role::Synonym, number));
            let mut together = Judged {
                score: 0.0,
                pieces: 0,
            };
            for (role, &number) in aliases.chain(synonyms) {
                let judged = judge(run, table.phrase(number), role, stage);
                together.score = together.score.max(judged.score);
                together.pieces |= judged.pieces;
            }
            together
        })
    }
}

fn judge(run: &Run, phrase: &Phrase, role: Role, stage: Stage) -> Judged {
    match fit(run, phrase, role.stage(stage)) {
        Some(fit) => Judged {
            score: weight(role, &fit, phrase),
            pieces: 0,
        },
        None => Judged {
            score: 0.0,
            // pairs of letters here and there are chance
            pieces: if run.is_letters_only {
                0
            } else {
                pieces(run, phrase)
            },
        },
    }
}

/// Returns what pairs of neighbours here and there are worth; `None` where they are too few.
fn pieces_score(run: &Run, in_name: u64, elsewhere: u64, stage: Stage) -> Option<f32> {
    let found = run.share(in_name | elsewhere);
    if stage == Stage::Literal || run.chars.len() < 2 || found < required_share(run, stage) {
        return None;
    }
    let named = run.share(in_name);
    let other = run.share(elsewhere & !in_name);
    let worth = PIECES * (named + PIECES_ELSEWHERE * other);
    Some(if stage >= Stage::Relaxed {
        worth * RELAXED
    } else {
        worth
    })
}

/// What is worth a little more whatever was asked: the occupation before its courses, what can be learnt here, and what is
/// subsidised.
fn prior(traits: &Traits) -> f32 {
    let by_kind = match traits.kind {
        Kind::Occupation => 1.0,
        Kind::Institution | Kind::Base => 0.5,
        Kind::Course => 0.0,
    };
    let can_be_learnt = if traits.levels == 0 { 0.0 } else { 1.0 };
    let is_subsidised = if traits.is_subsidised { 1.0 } else { 0.0 };
    by_kind + can_be_learnt + is_subsidised
}
