//! What was typed, cut to a sensible length and into runs of comparable characters.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::analyzer::{Normal, marks, pair_mark};
use crate::pinyin;
use crate::reading::{Reading, letter_bits, sound_bits};
use crate::sound;
use crate::words::LEVELS_TOGETHER;

/// Characters of a question that are read; nobody types more, and a longer text is not a question.
const MOST_CHARACTERS: usize = sound::LONGEST;
/// Runs that are searched; further ones are left out.
const MOST_RUNS: usize = 8;
/// Digits of a whole occupation code.
const WHOLE_CODE: usize = 7;

/// The letters with which the syllables of a run begin, in one way in which it can be cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Opening {
    /// Each, as bits.
    pub(crate) letters: u32,
    /// [`pair_mark`] of all neighbours among them.
    pub(crate) pairs: u64,
    /// [`sound_bits`] of the readings that it may be, some of which must be there; all where they are not told apart.
    pub(crate) sounds: u64,
}

/// One run of characters without a gap.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Run {
    /// Comparable characters, at least one, at most [`sound::LONGEST`].
    pub(crate) chars: Vec<char>,
    /// First letters of each character's readings, as bits.
    pub(crate) initials: Vec<u32>,
    /// The ways in which it can be cut into one piece a character, by first letters; see [`pinyin::cuts`].
    pub(crate) ways: Vec<Vec<char>>,
    /// The letters of each such way; none where nothing but characters was typed.
    pub(crate) openings: Vec<Opening>,
    /// [`marks`] of the characters.
    pub(crate) marks: u64,
    /// [`pair_mark`] of all pairs of neighbours.
    pub(crate) pair_marks: u64,
    /// [`sound_bits`] of each character.
    pub(crate) sounds: Vec<u64>,
    /// The letters of a keyboard in it, as bits.
    pub(crate) letters: u32,
    /// Whether there is nothing but letters of a keyboard and digits.
    pub(crate) is_letters_only: bool,
    /// What share of its meaning each pair of neighbours has; the shares add up to 1.
    pub(crate) shares: Vec<f32>,
    /// Which pairs of neighbours stand in words that say nothing about a trade, as bits.
    pub(crate) idle: u64,
    /// How much it counts beside others, at most 1.
    pub(crate) beside: f32,
    /// Whether its characters count only as they stand, and not by their sound or with a slip.
    pub(crate) is_exact: bool,
    /// Whether it is a part of what was typed without a gap: some of it says nothing.
    pub(crate) is_part: bool,
}

impl Run {
    /// Returns the run of these characters; `None` where there are none.
    pub(crate) fn new(mut chars: Vec<char>) -> Option<Self> {
        chars.truncate(MOST_CHARACTERS);
        let pairs = chars.len().saturating_sub(1);
        let ways = if is_initial(&chars) {
            vec![vec![chars[0]]]
        } else if letters(&chars) != 0 {
            pinyin::cuts(&chars)
        } else {
            vec![chars.clone()]
        };
        (!chars.is_empty()).then(|| Self {
            shares: vec![1.0 / pairs as f32; pairs],
            initials: chars.iter().map(|c| letter_bits(*c)).collect(),
            openings: openings(&chars, &ways),
            ways,
            marks: marks(&chars),
            pair_marks: chars
                .windows(2)
                .fold(0, |bits, pair| bits | pair_mark(pair)),
            sounds: chars.iter().map(|c| sound_bits(*c)).collect(),
            letters: letters(&chars),
            is_letters_only: chars.iter().all(char::is_ascii),
            chars,
            idle: 0,
            beside: 1.0,
            is_exact: false,
            is_part: false,
        })
    }

    /// Returns the run, of which each pair of neighbours means as much as it is worth, and nothing where it is idle beside others.
    pub(crate) fn weighed(mut self, worth: impl Fn([char; 2]) -> f32) -> Self {
        if self.is_idle(0..self.shares.len()) {
            self.idle = 0;
        }
        let pairs = self.chars.windows(2).enumerate();
        let worth = pairs.map(|(bit, pair)| match self.idle >> bit & 1 {
            0 => worth([pair[0], pair[1]]),
            _ => 0.0,
        });
        self.shares = worth.collect();
        let all: f32 = self.shares.iter().sum();
        self.shares.iter_mut().for_each(|share| *share /= all);
        self
    }

    /// Says whether all these pairs of neighbours stand in words that say nothing about a trade.
    pub(crate) fn is_idle(&self, mut pairs: Range<usize>) -> bool {
        pairs.all(|bit| self.idle >> bit & 1 == 1)
    }

    /// Returns what share of its meaning some of its pairs of neighbours have, given as bits.
    pub(crate) fn share(&self, pairs: u64) -> f32 {
        let some = |pairs: u64| Some(pairs).filter(|pairs| *pairs != 0);
        // from the lowest bit on, without what was counted
        let left = std::iter::successors(some(pairs), |pairs| some(pairs & (pairs - 1)));
        left.map(|pairs| self.shares[pairs.trailing_zeros() as usize])
            .sum()
    }

    /// Returns the different pairs of neighbours that mean something, each with its share.
    pub(crate) fn pairs(&self) -> BTreeMap<[char; 2], f32> {
        let mut pairs = BTreeMap::new();
        for (pair, share) in self.chars.windows(2).zip(&self.shares) {
            if *share > 0.0 {
                *pairs.entry([pair[0], pair[1]]).or_default() += share;
            }
        }
        pairs
    }

    /// Returns how many different pairs of neighbours it takes at least to have such a share of its meaning.
    pub(crate) fn fewest(&self, share: f32) -> usize {
        let mut shares: Vec<f32> = self.pairs().into_values().collect();
        shares.sort_by(|one, other| other.total_cmp(one));
        // what adding up in another order may lose
        let mut missing = share - 0.001;
        let needed = shares.iter().take_while(|share| {
            let is_needed = missing > 0.0;
            missing -= **share;
            is_needed
        });
        needed.count().max(1)
    }

    /// Returns the run, of which characters count only as they stand.
    pub(crate) fn exact(self) -> Self {
        Self {
            is_exact: !self.has_letters(),
            ..self
        }
    }

    /// Returns the run as a part of what was typed without a gap.
    pub(crate) fn part(self) -> Self {
        Self {
            is_part: true,
            ..self.exact()
        }
    }

    /// Says whether letters of a keyboard are in it, which may be pinyin.
    pub(crate) const fn has_letters(&self) -> bool {
        self.letters != 0
    }

    /// Says whether it is no more than a single character, or the first sound of a reading: it is heard only where names begin.
    pub(crate) fn is_initial(&self) -> bool {
        is_initial(&self.chars)
    }

    /// Returns the run as a text.
    pub(crate) fn text(&self) -> String {
        self.chars.iter().collect()
    }
}

/// A question's words.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Typed {
    /// Nothing, or only blanks: a list to browse.
    Nothing,
    /// Something without a letter, character or digit: nothing can match.
    Noise,
    /// The beginning of an occupation code, digits only; or several whole ones.
    Codes(Vec<String>),
    /// Whole occupation codes, digits only, and the words beside them.
    CodesBeside(Vec<String>, Vec<Run>),
    /// Words, at least one run.
    Words(Vec<Run>),
}

impl Typed {
    /// Reads what was typed, whatever it is.
    pub(crate) fn read(text: &str) -> Self {
        let text = beginning(text);
        if text.trim().is_empty() {
            return Self::Nothing;
        }
        if let Some(digits) = code_digits(text) {
            return Self::Codes(vec![digits]);
        }
        let (codes, beside): (Vec<_>, Vec<_>) = text
            .split(parts_codes)
            .partition(|piece| code_digits(piece).is_some_and(|code| code.len() == WHOLE_CODE));
        if !codes.is_empty() {
            let codes = codes.into_iter().filter_map(code_digits).collect();
            return match Self::read_words(&beside.join(" ")) {
                Self::Words(runs) => Self::CodesBeside(codes, runs),
                _ => Self::Codes(codes),
            };
        }
        Self::read_words(text)
    }

    /// Reads words, whatever else they may be.
    pub(crate) fn read_words(text: &str) -> Self {
        let mut runs: Vec<Run> = Vec::new();
        for run in runs_of(&without_hyphens(beginning(text))).take(MOST_RUNS) {
            add_once(&mut runs, run);
        }
        if runs.is_empty() {
            Self::Noise
        } else {
            Self::Words(runs)
        }
    }
}

/// Adds a run where its characters are not among the runs yet: said twice, a word means no more.
pub(crate) fn add_once(runs: &mut Vec<Run>, run: Run) {
    if runs.iter().all(|known| known.chars != run.chars) {
        runs.push(run);
    }
}

/// Returns syllables that were typed with gaps between them, as some input methods write them, as one run; nothing where there
/// is something else than syllables.
pub(crate) fn spoken_together(text: &str) -> Option<Run> {
    let syllables: Vec<Run> = runs_of(beginning(text)).collect();
    let are_syllables = syllables.len() > 1
        && syllables
            .iter()
            .all(|run| Reading::of(&run.text()).is_some());
    are_syllables.then(|| Run::new(syllables.into_iter().flat_map(|run| run.chars).collect()))?
}

/// Returns the beginning of a text, as far as it is read.
pub(crate) fn beginning(text: &str) -> &str {
    let text = text.trim_start();
    let end = text.char_indices().nth(MOST_CHARACTERS);
    end.map_or(text, |(end, _)| &text[..end])
}

/// Returns a text without hyphens behind few letters: names are compared without them, and e-commerce is one word, but not
/// welding-course.
pub(crate) fn without_hyphens(text: &str) -> Cow<'_, str> {
    /// So many letters before a hyphen are no word of their own.
    const FEW: usize = 2;
    if !text.contains('-') {
        return Cow::Borrowed(text);
    }
    let is_kept = |(at, c): &(usize, char)| {
        let is_letter = |c: &char| c.is_ascii_alphabetic();
        let before = text[..*at].chars().rev().take_while(is_letter);
        let letters = before.take(FEW + 1).count();
        let goes_on = text[at + c.len_utf8()..].starts_with(|c: char| is_letter(&c));
        *c != '-' || !(1..=FEW).contains(&letters) || !goes_on
    };
    let kept = text.char_indices().filter(is_kept);
    Cow::Owned(kept.map(|(_, c)| c).collect())
}

fn runs_of(text: &str) -> impl Iterator<Item = Run> {
    text.split(parts_runs)
        .filter_map(|piece| Run::new(Normal::of(piece).chars))
}

/// Says whether characters are no more than a single one, or the first sound of a reading.
pub(crate) const fn is_initial(chars: &[char]) -> bool {
    matches!(chars, [_] | ['z' | 'c' | 's', 'h'])
}

fn letters(chars: &[char]) -> u32 {
    let ascii = chars.iter().filter(|c| c.is_ascii());
    ascii.fold(0, |bits, c| bits | letter_bits(*c))
}

/// Returns the bits of the readings that begin with these letters, and of the first letter itself.
fn one_reading(letters: &[char]) -> u64 {
    let text: String = letters.iter().collect();
    pinyin::alike_readings_from(&text).fold(sound_bits(letters[0]), |bits, reading| {
        bits | reading.sound_bit()
    })
}

fn openings(chars: &[char], ways: &[Vec<char>]) -> Vec<Opening> {
    let is_letter = |pair: &&[char]| pair.iter().all(char::is_ascii);
    let opening = |pieces: &Vec<char>| Opening {
        letters: letters(pieces),
        pairs: pieces
            .windows(2)
            .filter(is_letter)
            .fold(0, |bits, pair| bits | pair_mark(pair)),
        sounds: match pieces[..] {
            [_] if chars.len() > 1 => one_reading(chars),
            _ => u64::MAX,
        },
    };
    let mut openings: Vec<Opening> = ways.iter().map(opening).collect();
    openings.retain(|opening| opening.letters != 0);
    openings.sort_unstable();
    openings.dedup();
    openings
}

/// Returns runs and their text, in which two words that stand for a level beside each other are one.
pub(crate) fn joined(runs: Vec<Run>, text: &str) -> (Vec<Run>, Cow<'_, str>) {
    let typed = runs.len();
    let mut joined: Vec<Run> = Vec::with_capacity(typed);
    for run in runs {
        let is_pair = |before: &Run| {
            let (before, run) = (before.text(), run.text());
            let mut pairs = LEVELS_TOGETHER.iter();
            pairs.any(|(first, second, _)| (*first, *second) == (&before, &run))
        };
        let both = joined
            .pop_if(|before| is_pair(before))
            .map(|before| [before.chars, run.chars.clone()].concat());
        joined.extend(both.map_or(Some(run), Run::new));
    }
    let text = if joined.len() < typed {
        Cow::Owned(without_gaps(text))
    } else {
        Cow::Borrowed(text)
    };
    (joined, text)
}

/// Returns a text, in which words that stand for a level beside each other have no blanks between them.
fn without_gaps(text: &str) -> String {
    let mut text = text.to_owned();
    for (first, second, _) in LEVELS_TOGETHER {
        // of letters of the keyboard alone, each is as long in the other case
        let lower = text.to_ascii_lowercase();
        let mut from = 0;
        while let Some(place) = lower[from..].find(first).map(|place| from + place) {
            from = place + first.len();
            let blanks = lower[from..].len() - lower[from..].trim_start_matches(' ').len();
            let behind = &lower[from + blanks..];
            let is_end = |rest: &str| !rest.starts_with(char::is_alphanumeric);
            let is_begin = !lower[..place].ends_with(char::is_alphanumeric);
            if is_begin && blanks > 0 && behind.strip_prefix(second).is_some_and(is_end) {
                text.replace_range(from..from + blanks, "");
                break;
            }
        }
    }
    text
}

/// Returns a text without the first of its runs' parts that reads as this word; the whole where none does.
pub(crate) fn without(text: &str, word: &[char]) -> String {
    let mut start = 0;
    for piece in text.split_inclusive(parts_runs) {
        let normal = Normal::of(piece);
        let place = normal
            .chars
            .windows(word.len())
            .position(|part| part == word);
        if let Some(place) = place {
            let bytes = normal.bytes(place..place + word.len());
            let (before, after) = (&text[..start + bytes.start], &text[start + bytes.end..]);
            let rest: Vec<&str> = [before, after]
                .into_iter()
                .map(|part| part.trim_matches(parts_runs))
                .filter(|part| !part.is_empty())
                .collect();
            let is_joined = !before.ends_with(parts_runs) && !after.starts_with(parts_runs);
            return rest.join(if is_joined { "" } else { " " });
        }
        start += piece.len();
    }
    text.to_owned()
}

fn parts_runs(c: char) -> bool {
    parts_codes(c) || is_dash(c)
}

fn parts_codes(c: char) -> bool {
    c.is_whitespace() || c.is_control() || ",，、;；/|()（）[]【】「」《》!！?？。：".contains(c)
}

/// Returns the text without what stands around it, where it may be the identifier of a course, an institution or a base: letters
/// of a keyboard, at least one digit, dashes.
pub(crate) fn identifier(text: &str) -> Option<&str> {
    const LONGEST: usize = 64;
    let text = text.trim();
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let may_be = text.len() <= LONGEST
        && text.contains(|c: char| c.is_ascii_digit())
        && text.contains(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(is_part);
    may_be.then_some(text)
}

/// Returns the digits of what looks like an occupation code, such as `6-18-02-04` or its beginning.
fn code_digits(text: &str) -> Option<String> {
    let mut digits = String::new();
    for c in Normal::of(text).chars {
        digits.push(c.is_ascii_digit().then_some(c)?);
    }
    let text = text.trim();
    let only_code = text
        .chars()
        .all(|c| c.is_numeric() || is_dash(c) || c.is_whitespace());
    // written with blanks for dashes, a code still begins with the one figure of its major group
    let mut groups = text.split_whitespace();
    let is_one = groups
        .next()
        .is_some_and(|first| groups.next().is_none() || first.chars().count() == 1);
    (only_code && is_one && !digits.is_empty()).then_some(digits)
}

const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '－' | '–' | '—' | '‐' | '‑' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        match Typed::read(text) {
            Typed::Words(runs) => runs.iter().map(Run::text).collect(),
            other => panic!("{text:?} is {other:?}"),
        }
    }

    #[test]
    fn blanks_and_separators_part_the_words() {
        assert_eq!(words("　甘井子、電工 夜班"), ["甘井子", "电工", "夜班"]);
        assert_eq!(
            words("name:\"电工\"^9 AND (焊)"),
            ["name电工9", "and", "焊"]
        );
        assert_eq!(
            words("电焊工（五险一金）——包住"),
            ["电焊工", "五险一金", "包住"]
        );
    }

    #[test]
    fn shares_of_pairs_add_up_and_a_pair_said_twice_is_one() {
        let run = Run::new("电工电工".chars().collect()).unwrap();
        let worth = |pair| if pair == ['工', '电'] { 2.0 } else { 1.0 };
        let run = run.weighed(worth);
        assert_eq!(run.shares, [0.25, 0.5, 0.25]);
        assert_eq!(run.share(0b101), 0.5);
        assert_eq!(run.fewest(0.5), 1);
        assert_eq!(run.fewest(0.6), 2);
        assert_eq!(run.fewest(1.0), 2, "there are but two different ones");
        assert_eq!(Run::new(vec!['电']).unwrap().fewest(0.5), 1);
    }

    #[test]
    fn idle_pairs_mean_nothing_unless_there_are_no_others() {
        let shares = |idle| {
            let run = Run::new("电工招聘".chars().collect()).unwrap();
            Run { idle, ..run }.weighed(|_| 1.0).shares
        };
        assert_eq!(shares(0b100), [0.5, 0.5, 0.0]);
        assert_eq!(shares(0b111), [1.0 / 3.0; 3]);
    }

    #[test]
    fn syllables_with_gaps_are_one_word() {
        let together = |text: &str| spoken_together(text).map(|run| run.text());
        assert_eq!(together("dian gong").as_deref(), Some("diangong"));
        assert_eq!(together("dian zi dian qi").as_deref(), Some("dianzidianqi"));
        assert_eq!(together("diangong"), None);
        assert_eq!(together("dian 工"), None);
        assert_eq!(together("plc dian"), None);
    }

    #[test]
    fn a_word_is_taken_out_of_what_was_typed_wherever_it_stands() {
        let without = |text: &str, word: &str| without(text, &word.chars().collect::<Vec<_>>());
        assert_eq!(without("甘井子 電工 中級", "甘井子"), "電工 中級");
        assert_eq!(without("甘井子 電工 中級", "中级"), "甘井子 電工");
        assert_eq!(without("甘井子，中级、电工", "中级"), "甘井子 电工");
        assert_eq!(without("甘井子中级电工培训班", "中级"), "甘井子电工培训班");
        assert_eq!(without("　中级　", "中级"), "");
        assert_eq!(
            without("中 级电工", "中级"),
            "中 级电工",
            "no word goes over a gap"
        );
    }

    #[test]
    fn codes_are_recognised_in_any_width() {
        let codes =
            |codes: &[&str]| Typed::Codes(codes.iter().map(|code| (*code).into()).collect());
        assert_eq!(Typed::read("6-18-02-04"), codes(&["6180204"]));
        assert_eq!(Typed::read("６－１８"), codes(&["618"]));
        assert_eq!(Typed::read("4 10 08 01"), codes(&["4100801"]));
        assert_eq!(
            Typed::read("6-31-01-03、6-18-02-04"),
            codes(&["6310103", "6180204"])
        );
        let Typed::CodesBeside(codes, runs) = Typed::read("6-31-01-03 甘井子") else {
            panic!("there are words beside the code");
        };
        assert_eq!(
            (codes, runs[0].text()),
            (vec!["6310103".to_owned()], "甘井子".to_owned())
        );
        assert_eq!(words("2026 12"), ["2026", "12"]);
        assert_eq!(words("6s"), ["6s"]);
    }

    #[test]
    fn identifiers_are_of_letters_and_digits() {
        assert_eq!(
            identifier(" DEMO-S20261214-0003 "),
            Some("DEMO-S20261214-0003")
        );
        for text in ["plc", "618", "3d打印", "a1 b", ""] {
            assert_eq!(identifier(text), None, "{text}");
        }
    }

    #[test]
    fn nothing_and_noise_differ() {
        assert_eq!(Typed::read(" \u{3000}\t"), Typed::Nothing);
        assert_eq!(Typed::read("😀\u{0}--"), Typed::Noise);
    }

    #[test]
    fn ten_megabytes_are_cut() {
        let long = "电焊工 ".repeat(2_000_000);
        assert_eq!(words(&long), ["电焊工"], "said again, it means no more");
        let many: String = ('a'..='z').map(|letter| format!("{letter} ")).collect();
        assert_eq!(words(&many).len(), MOST_RUNS);
        assert_eq!(
            words(&"焊".repeat(5_000_000))[0].chars().count(),
            MOST_CHARACTERS
        );
    }
}
