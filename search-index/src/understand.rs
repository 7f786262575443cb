//! Reading filters out of a question: places, levels, months and ways of teaching; and leaving out words that add nothing.

use chrono::NaiveDate;

use crate::analyzer::Normal;
use crate::month::MonthWord;
use crate::sentence::{self, Within, is_refused};
use crate::typed::{self, Run, add_once, without};
use crate::vocabulary::{Filter, Vocabulary};
use crate::words::{
    DISTRICT_ENDINGS, ENDINGS, FILLERS, FILLERS_IN_LETTERS, KINDS, LEVELS, LEVELS_APART,
    LEVELS_TOGETHER, PARTICLES, WORKPLACES,
};
use crate::{Kind, Query, Understood};

/// So many runs are searched at most when sentences are parted.
const MOST_PARTS: usize = 16;
/// So many of them are listened to and forgiven a slip at most, the longest: a short one sounds like something everywhere.
const MOST_HEARD: usize = 2;
/// How much what stands behind the first run counts: most often the trade comes first, and then what it pays.
const BEHIND: f32 = 0.4;
/// With so many things that have two neighbours in their names, these are a word: 店 is no particle in 酒店.
const MANY: u32 = 3;
/// Characters of a run that may be a sentence.
const SENTENCE: usize = 4;

/// What a question was understood to mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Meaning {
    /// What is left to be searched; empty: everything that passes the filters.
    pub(crate) runs: Vec<Run>,
    /// Kinds of things, any of them.
    pub(crate) kinds: Vec<Kind>,
    /// District codes, any of them.
    pub(crate) districts: Vec<String>,
    /// Skill levels, any of them.
    pub(crate) levels: Vec<u8>,
    /// The codes of ways of teaching, any of them.
    pub(crate) modes: Vec<String>,
    /// Months, such as `2026-12`, any of them.
    pub(crate) months: Vec<String>,
    /// Whether an occupation without any levels passes them too.
    pub(crate) spares_levels: bool,
    /// The words and what they were taken for.
    pub(crate) understood: Vec<Understood>,
    /// The kind that is asked for, where nothing but filters stands beside the words for it.
    of_kind: Option<(Kind, Understood)>,
}

impl Meaning {
    /// Returns the meaning of words that are taken as they stand.
    pub(crate) const fn plain(runs: Vec<Run>) -> Self {
        Self {
            runs,
            kinds: Vec::new(),
            districts: Vec::new(),
            levels: Vec::new(),
            modes: Vec::new(),
            months: Vec::new(),
            spares_levels: false,
            understood: Vec::new(),
            of_kind: None,
        }
    }

    /// Takes words that ask for a kind of thing for that filter, where none was chosen; where just that kind was, they say nothing
    /// more. They are searched otherwise.
    pub(crate) fn narrow_to_kind(&mut self, query: &Query) {
        let Some((kind, understood)) = self.of_kind.take() else {
            return;
        };
        if query.kinds.is_empty() {
            self.kinds.push(kind);
            self.understood.push(understood);
        } else if query.kinds != [kind] {
            return;
        }
        self.runs.clear();
    }

    /// Drops what was read where the person has chosen a value of the same sort.
    pub(crate) fn yield_to(&mut self, query: &Query) {
        let any_month = query.months.is_empty() && query.from.is_none() && query.to.is_none();
        self.understood
            .retain(|understood| match understood.filter {
                Filter::Kind(_) => query.kinds.is_empty(),
                Filter::District(_) => query.districts.is_empty(),
                Filter::Level(_) => query.levels.is_empty(),
                Filter::Mode(_) => query.modes.is_empty(),
                Filter::Month(_) => any_month,
            });
        fn clear_if<T>(is_chosen: bool, read: &mut Vec<T>) {
            if is_chosen {
                read.clear();
            }
        }
        clear_if(!query.districts.is_empty(), &mut self.districts);
        clear_if(!query.levels.is_empty(), &mut self.levels);
        clear_if(!query.modes.is_empty(), &mut self.modes);
        clear_if(!any_month, &mut self.months);
    }

    fn take(&mut self, word: &Word, text: &str, today: NaiveDate) {
        let filters = match &word.sense {
            Sense::Filler | Sense::Everywhere => return,
            Sense::Filters(filters) => filters.clone(),
            Sense::Month(month) => vec![Filter::Month(month.on(today))],
        };
        for filter in filters {
            match &filter {
                Filter::Kind(kind) => self.kinds.push(*kind),
                Filter::District(code) => self.districts.push(code.clone()),
                Filter::Level(level) => self.levels.push(*level),
                Filter::Mode(code) => self.modes.push(code.clone()),
                Filter::Month(month) => self.months.push(month.clone()),
            }
            let mut known = self.understood.iter_mut();
            if let Some(known) = known.find(|known| known.filter == filter) {
                known.rest = without(&known.rest, &word.chars);
                continue;
            }
            self.understood.push(Understood {
                text: word.chars.iter().collect(),
                filter,
                rest: without(text, &word.chars),
            });
        }
    }
}

/// How much of a name a run must be to be left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Share {
    /// The whole of a name.
    Whole,
    /// Any part of a name.
    Part,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Sense {
    /// Any of them.
    Filters(Vec<Filter>),
    Month(MonthWord),
    Filler,
    /// A filler that asks for everything where it stands alone.
    Everywhere,
}

#[derive(Clone, Debug)]
struct Word {
    chars: Vec<char>,
    sense: Sense,
    /// Whether it means that only where it stands by itself beside other words.
    is_apart: bool,
}

impl Word {
    /// Returns what a run must be to be left alone: a school may be named after 培训, but 学 begins many words.
    fn share(&self) -> Share {
        if self.is_filler() && self.chars.len() > 1 {
            Share::Whole
        } else {
            Share::Part
        }
    }

    /// Says whether it is the name of a district, and one that hardly begins another word: 甘井子焊 is 焊 there, but 中山装 no 装.
    fn is_plainly_a_place(&self) -> bool {
        let is_place = |filter: &Filter| matches!(filter, Filter::District(_));
        self.chars.len() > 2
            && matches!(&self.sense, Sense::Filters(filters) if filters.iter().any(is_place))
    }

    fn is_filler(&self) -> bool {
        matches!(self.sense, Sense::Filler | Sense::Everywhere)
    }
}

/// What stands between the words of a sentence, or ends one.
#[derive(Clone, Debug)]
struct Join {
    chars: Vec<char>,
    /// Whether it means something where it stands alone.
    is_ending: bool,
    /// Whether it says nothing at all: neither who works nor where.
    is_mere: bool,
}

/// All words with a meaning, the longest first.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    words: Vec<Word>,
    /// Fillers, particles and endings, the longest first.
    joins: Vec<Join>,
    /// Words for a kind of thing.
    kinds: Vec<(Vec<char>, Kind)>,
}

impl Lexicon {
    /// Returns the lexicon of a vocabulary, with the words that every one has.
    pub(crate) fn new(vocabulary: &Vocabulary) -> Self {
        let mut lexicon = Self {
            words: Vec::new(),
            joins: Vec::new(),
            kinds: KINDS
                .iter()
                .map(|(name, kind)| (Normal::of(name).chars, *kind))
                .collect(),
        };
        lexicon
            .kinds
            .sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        let filters = |filter: &Filter| {
            let parts = vocabulary
                .parts
                .iter()
                .filter(|(_, whole)| matches!(filter, Filter::District(code) if code == whole));
            let parts = parts.map(|(part, _)| Filter::District(part.clone()));
            Sense::Filters(std::iter::once(filter.clone()).chain(parts).collect())
        };
        for (name, filter) in &vocabulary.filters {
            lexicon.add(name, filters(filter));
        }
        for (name, filter) in &vocabulary.filters {
            if let Some(short) = short_district(name, filter) {
                lexicon.add(short, filters(filter));
            }
        }
        for (name, level) in LEVELS {
            lexicon.add(name, filters(&Filter::Level(level)));
        }
        for (first, second, level) in LEVELS_TOGETHER {
            lexicon.add_word(
                &[first, second].concat(),
                filters(&Filter::Level(level)),
                true,
            );
        }
        for (name, level) in LEVELS_APART {
            lexicon.add_word(name, filters(&Filter::Level(level)), true);
        }
        for (name, filter) in &vocabulary.apart {
            lexicon.add_word(name, filters(filter), true);
        }
        for (name, month) in MonthWord::all() {
            lexicon.add(&name, Sense::Month(month));
        }
        for filler in &vocabulary.fillers {
            lexicon.add(filler, Sense::Everywhere);
        }
        for filler in FILLERS_IN_LETTERS {
            lexicon.add(filler, Sense::Everywhere);
        }
        for filler in FILLERS {
            lexicon.add(filler, Sense::Filler);
        }
        lexicon
            .words
            .sort_by_key(|word| std::cmp::Reverse(word.chars.len()));
        let fillers = lexicon
            .words
            .iter()
            .filter(|word| word.is_filler() && !is_in_letters(&word.chars))
            .map(|word| word.chars.clone());
        let chars = |word: &&str| word.chars().collect();
        let join = |is_ending, is_mere| {
            move |chars| Join {
                chars,
                is_ending,
                is_mere,
            }
        };
        lexicon.joins = fillers
            .chain(PARTICLES.iter().map(chars))
            .map(join(false, true))
            .chain(WORKPLACES.iter().map(chars).map(join(false, false)))
            .chain(ENDINGS.iter().map(chars).map(join(true, false)))
            .collect();
        lexicon
            .joins
            .sort_by_key(|join| std::cmp::Reverse(join.chars.len()));
        lexicon
    }

    fn add(&mut self, name: &str, sense: Sense) {
        self.add_word(name, sense, false);
    }

    fn add_word(&mut self, name: &str, sense: Sense, is_apart: bool) {
        let chars = Normal::of(name).chars;
        if !chars.is_empty() && self.words.iter().all(|word| word.chars != chars) {
            self.words.push(Word {
                chars,
                sense,
                is_apart,
            });
        }
    }

    /// Reads filters out of the runs of a text, as it is meant on a day. `is_name` says whether a run is a name, or part of one, and is better left alone.
    pub(crate) fn read(
        &self,
        (text, today): (&str, NaiveDate),
        runs: Vec<Run>,
        mut is_name: impl FnMut(&Run, Share) -> bool,
    ) -> Meaning {
        let mut meaning = Meaning::default();
        let (runs, text) = typed::joined(runs, text);
        let runs = self.parted(runs, |run| is_name(run, Share::Part));
        let typed = runs.len();
        let mut named = Vec::new();
        let mut has_others = false;
        let mut said = Vec::new();
        for (place, run) in runs.iter().enumerate() {
            let mut rest = run.chars.clone();
            let mut is_filler = false;
            let mut kind = self.kind_of(&rest);
            loop {
                let is_cut = typed > 1 || rest.len() < run.chars.len();
                let Some((word, behind)) = self.at_an_end(&rest) else {
                    let shorter = sentence::without_an_end(&rest);
                    let Some(shorter) = shorter.filter(|shorter| is_cut || shorter.len() > 1)
                    else {
                        break;
                    };
                    let known = Run::new(rest.clone());
                    if known.is_some_and(|run| is_name(&run, Share::Part)) {
                        break;
                    }
                    rest = shorter.to_vec();
                    kind = kind.or_else(|| self.kind_of(&rest));
                    continue;
                };
                let share = word.share();
                let stands_alone = behind.is_empty();
                let says_all = stands_alone && typed == 1;
                let is_a_word = says_all && (word.sense == Sense::Filler || word.is_apart);
                let mut is_part_of_name = || {
                    let next = runs.get(place + 1).filter(|_| word.is_apart);
                    let beside = next.map_or(&[][..], |next| &next.chars);
                    Run::new([&rest[..], beside].concat()).is_some_and(|run| is_name(&run, share))
                };
                let may_be_part = !stands_alone || word.is_apart;
                if is_a_word || (may_be_part && is_part_of_name()) {
                    is_filler = is_a_word && word.is_filler();
                    break;
                }
                meaning.take(word, &text, today);
                rest = behind;
                kind = kind
                    .or_else(|| self.kind_of(&word.chars))
                    .or_else(|| self.kind_of(&rest));
            }
            let rest_kind = self.kind_of(&rest);
            let is_joins = self.is_joins(&rest);
            has_others |= rest_kind.is_none() && !is_joins;
            named.extend(rest_kind.or(kind));
            let is_cut = typed > 1 || rest.len() < run.chars.len();
            if let Some(run) = Run::new(rest) {
                // what sounds like a word around trades is not meant by it
                let run = if is_filler { run.exact() } else { run };
                let to = if is_cut && is_joins {
                    &mut said
                } else {
                    &mut meaning.runs
                };
                add_once(to, run);
            }
        }
        // the last word says what the others are about: a training centre is no training
        let last = named.last().filter(|_| !has_others);
        meaning.of_kind = last.map(|(word, kind)| {
            let understood = Understood {
                text: word.iter().collect(),
                filter: Filter::Kind(*kind),
                rest: named
                    .iter()
                    .fold(text.into_owned(), |rest, (word, _)| without(&rest, word)),
            };
            (*kind, understood)
        });
        // what says nothing beside others is all there is
        if meaning.runs.is_empty() && meaning.understood.is_empty() && meaning.of_kind.is_none() {
            meaning.runs = said;
        }
        meaning
    }

    /// Returns the runs, and of those that are sentences what stands before a filter within them, the filter, and what stands behind.
    fn parted(&self, runs: Vec<Run>, mut is_name: impl FnMut(&Run) -> bool) -> Vec<Run> {
        let word_at = |rest: &[char]| {
            let mut words = self.words.iter();
            let word = words.find(|word| {
                behind(rest, &word.chars).is_some()
                    && matches!(word.sense, Sense::Filters(_) | Sense::Month(_))
                    && !(word.chars.len() < 2 || word.is_apart || is_in_letters(&word.chars))
            })?;
            let within = match &word.sense {
                Sense::Filters(filters) if matches!(filters[..], [Filter::Mode(_)]) => {
                    Within::Plain
                }
                _ => Within::Place,
            };
            Some((word.chars.len(), within))
        };
        let is_join = |join: &Join| !join.is_ending;
        let begins = |run: &[char]| self.join_at(run).is_some_and(is_join);
        let ends = |run: &[char]| {
            let mut joins = self.joins.iter().filter(|join| is_join(join));
            joins.any(|join| before(run, &join.chars).is_some())
        };
        let mut parted = Vec::with_capacity(runs.len());
        for run in runs {
            let part = |chars: &[char]| sentence::parted(chars, word_at, begins, ends);
            let Some(mut parts) = part(&run.chars).filter(|_| !is_name(&run)) else {
                parted.push(run);
                continue;
            };
            loop {
                let [before, word, behind] = parts;
                let next = part(&behind);
                let last = next.is_none().then_some(behind);
                let pieces = [Some(before), Some(word), last];
                parted.extend(pieces.into_iter().flatten().filter_map(Run::new));
                match next {
                    Some(more) => parts = more,
                    None => break,
                }
            }
        }
        parted
    }

    /// Returns the word for a kind of thing that a run is, or begins or ends with where nothing stands beside it that says more.
    fn kind_of(&self, run: &[char]) -> Option<(&[char], Kind)> {
        self.kinds.iter().find_map(|(word, kind)| {
            let beside = before(run, word).or_else(|| behind(run, word))?;
            self.is_joins(beside).then_some((&word[..], *kind))
        })
    }

    /// Says whether a run is nothing but what stands between words.
    fn is_joins(&self, mut run: &[char]) -> bool {
        let behind = |run: &[char]| {
            let join = self.join_at(run).filter(|join| join.is_mere);
            join.map_or_else(|| sentence::joint_at(run), |join| Some(join.chars.len()))
        };
        while let Some(length) = behind(run) {
            run = &run[length..];
        }
        run.is_empty()
    }

    /// Returns the runs, and of those that may be sentences what stands between their particles, fillers and endings. A single
    /// character or a filler is left out beside other runs: it stands everywhere. Of what stands beside others only few runs with
    /// letters, which may be pinyin, are listened to and forgiven a slip.
    /// `having` tells how many things have a pair of neighbours in their names.
    pub(crate) fn part(&self, runs: &[Run], having: impl Fn([char; 2]) -> u32) -> Vec<Run> {
        let mut parts = match runs {
            [only] => vec![only.clone()],
            several => several.iter().cloned().map(Run::exact).collect(),
        };
        let says_something = |run: &Run| {
            let join = self.join_at(&run.chars);
            let is_join = join.is_some_and(|join| !join.is_ending && join.chars == run.chars);
            run.chars.len() > 1 && !is_join
        };
        let telling = parts.iter_mut().filter(|run| says_something(run));
        for run in telling.skip(1) {
            run.beside = BEHIND;
        }
        for (number, run) in runs.iter().enumerate() {
            let beside = parts[number].beside;
            if run.chars.len() < SENTENCE {
                continue;
            }
            let mut rest = &run.chars[..];
            let mut part = Vec::new();
            let mut before = None;
            while let Some((&first, behind)) = rest.split_first() {
                let ends_a_word = |join: &&Join| {
                    let pair = before.filter(|_| join.chars.len() == 1);
                    pair.is_some_and(|before| having([before, first]) >= MANY)
                };
                match self.join_at(rest).filter(|join| !ends_a_word(join)) {
                    None => {
                        part.push(first);
                        rest = behind;
                        before = Some(first);
                    }
                    Some(join) => {
                        add_part(&mut parts, std::mem::take(&mut part), beside);
                        before = join.chars.last().copied();
                        if !join.is_ending {
                            let first = run.chars.len() - rest.len();
                            let pairs = first..first + join.chars.len() - 1;
                            parts[number].idle |= pairs.fold(0, |bits, bit| bits | 1 << bit);
                        }
                        rest = &rest[join.chars.len()..];
                    }
                }
            }
            if part.len() < run.chars.len() {
                add_part(&mut parts, part, beside);
            }
        }
        if parts.iter().any(says_something) {
            parts.retain(says_something);
        }
        parts.truncate(MOST_PARTS);
        let mut heard: Vec<&mut Run> = parts.iter_mut().filter(|run| !run.is_exact).collect();
        heard.sort_by_key(|run| std::cmp::Reverse(run.chars.len()));
        for run in heard.into_iter().skip(MOST_HEARD) {
            run.is_exact = true;
        }
        parts
    }

    fn join_at(&self, rest: &[char]) -> Option<&Join> {
        let mut joins = self.joins.iter();
        joins.find(|join| behind(rest, &join.chars).is_some())
    }

    /// Returns the longest word at the beginning or end of a run, and what is left beside it.
    fn at_an_end(&self, run: &[char]) -> Option<(&Word, Vec<char>)> {
        self.words.iter().find_map(|word| {
            let after = behind(run, &word.chars);
            let wanted = || before(run, &word.chars).filter(|before| !is_refused(before));
            let behind = after.or_else(wanted)?;
            // letters at the end of others may be the reading of something else
            let is_alone = word.is_apart || is_in_letters(&word.chars);
            let may_be_one = after.is_some() && word.is_plainly_a_place();
            let leaves_a_word =
                behind.is_empty() || (!is_alone && (behind.len() > 1 || may_be_one));
            leaves_a_word.then(|| (word, behind.to_vec()))
        })
    }
}

/// Returns what stands behind a word at the beginning of a run. Most words begin otherwise, which is seen at once.
fn behind<'r>(run: &'r [char], word: &[char]) -> Option<&'r [char]> {
    (run.first() == word.first()).then(|| run.strip_prefix(word))?
}

/// Returns what stands before a word at the end of a run.
fn before<'r>(run: &'r [char], word: &[char]) -> Option<&'r [char]> {
    (run.last() == word.last()).then(|| run.strip_suffix(word))?
}

fn is_in_letters(word: &[char]) -> bool {
    word.iter().all(char::is_ascii)
}

fn add_part(parts: &mut Vec<Run>, chars: Vec<char>, beside: f32) {
    if let Some(known) = parts.iter_mut().find(|run| run.chars == chars) {
        known.beside = known.beside.max(beside);
    } else if let Some(run) = Run::new(chars).map(Run::part) {
        parts.push(Run { beside, ..run });
    }
}

fn short_district<'n>(name: &'n str, filter: &Filter) -> Option<&'n str> {
    if !matches!(filter, Filter::District(_)) {
        return None;
    }
    let short = DISTRICT_ENDINGS
        .iter()
        .find_map(|ending| name.strip_suffix(ending))?;
    (short.chars().count() > 1).then_some(short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typed::Typed;

    fn runs(text: &str) -> Vec<Run> {
        match Typed::read(text) {
            Typed::Words(runs) => runs,
            other => panic!("{text:?} is {other:?}"),
        }
    }

    fn parts(text: &str) -> Vec<String> {
        let lexicon = Lexicon::new(&Vocabulary::default());
        lexicon
            .part(&runs(text), |_| 0)
            .iter()
            .map(Run::text)
            .collect()
    }

    fn meaning(text: &str, names: &[&str]) -> (Option<String>, Option<u8>, Vec<String>) {
        let vocabulary = Vocabulary {
            filters: vec![("甘井子区".into(), Filter::District("210211".into()))],
            fillers: vec!["大连".into()],
            ..Vocabulary::default()
        };
        let asked = (text, NaiveDate::MIN);
        let found = Lexicon::new(&vocabulary).read(asked, runs(text), |run, share| match share {
            Share::Whole => names.contains(&run.text().as_str()),
            Share::Part => names.iter().any(|name| name.contains(&run.text())),
        });
        (
            found.districts.into_iter().next(),
            found.levels.first().copied(),
            found.runs.iter().map(Run::text).collect(),
        )
    }

    #[test]
    fn place_level_and_filler_are_read_off_both_ends() {
        assert_eq!(
            meaning("甘井子中级电工培训班", &[]),
            (Some("210211".into()), Some(4), vec!["电工".into()])
        );
        assert_eq!(meaning("大连市 电工", &[]).2, ["大连市", "电工"]);
        assert_eq!(meaning("大连电工", &[]).2, ["电工"]);
        assert_eq!(
            meaning("甘井子区", &[]),
            (Some("210211".into()), None, Vec::new())
        );
        assert_eq!(
            meaning("甘井子焊", &[]),
            (Some("210211".into()), None, vec!["焊".into()])
        );
        for text in ["去甘井子", "中级焊"] {
            assert_eq!(meaning(text, &[]).2, [text]);
        }
    }

    #[test]
    fn the_word_for_a_level_inside_a_name_is_left_alone() {
        assert_eq!(
            meaning("病案信息技师", &["病案信息技师"]),
            (None, None, vec!["病案信息技师".into()])
        );
        assert_eq!(
            meaning("美发技师", &[]),
            (None, Some(2), vec!["美发".into()])
        );
        assert_eq!(meaning("高级技师", &[]), (None, Some(1), Vec::new()));
    }

    #[test]
    fn a_sentence_is_parted_at_what_joins_its_words() {
        assert_eq!(
            parts("女孩想学美甲要多久 在"),
            ["女孩想学美甲要多久", "女孩", "美甲"]
        );
        assert_eq!(parts("电焊工程"), ["电焊工程"]);
        assert_eq!(parts("焊"), ["焊"]);
    }

    #[test]
    fn a_particle_that_ends_a_word_of_many_names_parts_nothing() {
        let lexicon = Lexicon::new(&Vocabulary::default());
        let parts = |having: u32| {
            let parts = lexicon.part(&runs("酒店前台"), |pair| match pair {
                ['酒', '店'] => having,
                _ => 0,
            });
            parts.iter().map(Run::text).collect::<Vec<_>>()
        };
        assert_eq!(parts(MANY), ["酒店前台"]);
        assert_eq!(parts(MANY - 1), ["酒店前台", "前台"]);
    }

    #[test]
    fn of_what_stands_together_the_longest_letters_alone_are_listened_to() {
        let lexicon = Lexicon::new(&Vocabulary::default());
        let heard = |text: &str| {
            let parts = lexicon.part(&runs(text), |_| 0).into_iter();
            let heard = parts.filter(|run| !run.is_exact);
            heard.map(|run| run.text()).collect::<Vec<_>>()
        };
        assert_eq!(heard("电公"), ["电公"]);
        assert_eq!(heard("电公 车间主任"), [""; 0]);
        assert_eq!(heard("ab chegong abcde 主任"), ["chegong", "abcde"]);
    }

    #[test]
    fn what_ends_many_names_parts_them_and_stays_where_it_stands_alone() {
        assert_eq!(parts("冲压操作工"), ["冲压操作工", "冲压"]);
        assert_eq!(parts("客船 服务员"), ["客船", "服务员"]);
        assert_eq!(parts("客船 单位"), ["客船"]);
        assert_eq!(parts("想学焊接 焊接"), ["想学焊接", "焊接"]);
    }

    #[test]
    fn a_lone_filler_is_searched_and_the_city_alone_is_everything() {
        assert_eq!(meaning("培训", &[]).2, ["培训"]);
        assert_eq!(meaning("大连", &[]).2, [""; 0]);
    }

    #[test]
    fn several_values_of_one_sort_are_any_of_them() {
        let district = |code: &str| Filter::District(code.into());
        let vocabulary = Vocabulary {
            filters: vec![
                ("甘井子区".into(), district("210211")),
                ("沙河口区".into(), district("210204")),
                ("开发区".into(), district("210292")),
            ],
            apart: vec![("网络".into(), Filter::Mode("online".into()))],
            parts: vec![("210213".into(), "210292".into())],
            ..Vocabulary::default()
        };
        let lexicon = Lexicon::new(&vocabulary);
        let read = |text: &str| lexicon.read((text, NaiveDate::MIN), runs(text), |_, _| false);
        let both = read("甘井子 沙河口 中级 初级 电工");
        assert_eq!(both.districts, ["210211", "210204"]);
        assert_eq!(both.levels, [4, 5]);
        assert_eq!(both.understood.len(), 4);
        assert_eq!(both.understood[1].rest, "甘井子 中级 初级 电工");
        assert_eq!(read("电工 电工 中级 中级工").understood.len(), 1);
        let whole = read("开发区焊工");
        assert_eq!(whole.districts, ["210292", "210213"]);
        assert_eq!(whole.understood.len(), 2, "each can be seen");
        assert_eq!(read("中级 中级工 电工").understood[0].rest, "电工");
        assert_eq!(read("网络 电工").modes, ["online"]);
        assert_eq!(read("网络").modes, [""; 0]);
        assert_eq!(read("网络工程").modes, [""; 0]);
    }
}
