//! How one run of typed characters fits one name.

use std::ops::Range;

use crate::analyzer::{Normal, pair_mark};
use crate::pinyin;
use crate::sound::{Hearing, hear};
use crate::table::Phrase;
use crate::typed::Run;

/// How far the search has to go to find something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Stage {
    /// The words just as they stand.
    Literal,
    /// Most of the words; pinyin where letters were typed.
    Words,
    /// Characters that sound like those typed.
    Sound,
    /// One slip of the hand.
    Spelling,
    /// Some of the words.
    Relaxed,
    /// Very little of them, where nothing else was found.
    Last,
}

impl Stage {
    /// The stages of a search that guesses, in order.
    pub(crate) const ALL: [Self; 5] = [
        Self::Words,
        Self::Sound,
        Self::Spelling,
        Self::Relaxed,
        Self::Last,
    ];
}

/// By what the characters fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum How {
    /// The characters themselves.
    Words,
    /// Pinyin letters.
    Pinyin,
    /// Pinyin letters, the last reading only begun.
    Begun,
    /// Initials of the pinyin.
    Initials,
    /// The same sound.
    Sound,
    /// A similar sound.
    Alike,
    /// All but one slip.
    Spelling,
    /// The other way round: the whole name stands in what was typed.
    Within,
}

impl From<Hearing> for How {
    fn from(hearing: Hearing) -> Self {
        match hearing {
            Hearing::Pinyin => Self::Pinyin,
            Hearing::Initials => Self::Initials,
            Hearing::Sound => Self::Sound,
            Hearing::Alike => Self::Alike,
        }
    }
}

/// Where in the name the characters stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// They are the whole name.
    Whole,
    /// They begin it.
    Start,
    /// They end it, which in Chinese is where the trade stands.
    End,
    /// They stand in the middle.
    Inside,
    /// They stand where another word has its parts.
    Across,
}

impl Place {
    fn of(span: &Range<usize>, length: usize) -> Self {
        match (span.start == 0, span.end == length) {
            (true, true) => Self::Whole,
            (true, false) => Self::Start,
            (false, true) => Self::End,
            (false, false) => Self::Inside,
        }
    }
}

/// A whole run found in a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fit {
    /// By what.
    pub(crate) how: How,
    /// Where.
    pub(crate) place: Place,
    /// The characters of the name.
    pub(crate) span: Range<usize>,
}

/// Returns how a run fits a name at a stage; `None` where it does not as a whole.
pub(crate) fn fit(run: &Run, phrase: &Phrase, stage: Stage) -> Option<Fit> {
    let exact = as_words(run, phrase);
    if stage == Stage::Literal {
        return exact;
    }
    // where the search goes far, letters within another word are chance
    let is_chance =
        |fit: &Fit| stage >= Stage::Relaxed && fit.place == Place::Across && run.is_letters_only;
    exact
        .filter(|fit| !is_chance(fit))
        .or_else(|| {
            let is_heard = run.has_letters() || (stage >= Stage::Sound && run.chars.len() > 1);
            (is_heard && !run.is_exact).then(|| by_sound(run, phrase))?
        })
        .or_else(|| (stage >= Stage::Relaxed).then(|| within(run, phrase))?)
        .or_else(|| {
            (stage >= Stage::Spelling && !run.is_exact).then(|| by_spelling(run, phrase))?
        })
}

/// Returns which pairs of neighbours of a run stand in a name, as bits.
pub(crate) fn pieces(run: &Run, phrase: &Phrase) -> u64 {
    let mut found = 0;
    if run.marks & phrase.marks == 0 {
        return found;
    }
    let may_be_there = |pair: &&[char]| run.pair_marks & pair_mark(pair) != 0;
    for pair in phrase.chars.windows(2).filter(may_be_there) {
        let own = run.chars.windows(2).enumerate();
        found |= own
            .filter(|(_, own)| *own == pair)
            .fold(0, |bits, (bit, _)| bits | 1 << bit);
    }
    found
}

fn as_words(run: &Run, phrase: &Phrase) -> Option<Fit> {
    if run.marks & !phrase.marks != 0 {
        return None;
    }
    let (first, rest) = run.chars.split_first()?;
    let last_start = phrase.chars.len().checked_sub(run.chars.len())?;
    let mut places = (0..=last_start).filter(|&start| {
        phrase.chars[start] == *first && phrase.chars[start + 1..start + 1 + rest.len()] == *rest
    });
    let first_place = places.next()?;
    let whole_words = |start: &usize| {
        !is_within_a_word(&phrase.chars, *start)
            && !cuts_a_word(&phrase.chars, start + run.chars.len())
    };
    let start = std::iter::once(first_place).chain(places).find(whole_words);
    let is_short = run.is_letters_only && run.chars.len() < ENOUGH_LETTERS;
    if start.is_none() && is_short && (run.is_initial() || !begins_a_word(run, phrase)) {
        return None;
    }
    let span = start.unwrap_or(first_place)..start.unwrap_or(first_place) + run.chars.len();
    let place = match start.map(|_| Place::of(&span, phrase.chars.len())) {
        None => Place::Across,
        // a part need not begin anything: 机器人 of 机器人操作工 is as good in 工业机器人系统操作员
        Some(Place::Start) if run.is_part => Place::Inside,
        Some(place) => place,
    };
    Some(Fit {
        how: How::Words,
        place,
        span,
    })
}

/// Says whether a name goes on at `end` in the middle of 工程, so that 电工 is not what 发电工程 is about.
fn cuts_a_word(name: &[char], end: usize) -> bool {
    name[..end].ends_with(&['工']) && name[end..].starts_with(&['程'])
}

/// Says whether a name has letters on both sides of `start`, as JavaScript has before `script`.
fn is_within_a_word(name: &[char], start: usize) -> bool {
    let is_letter = |place: usize| name[place].is_ascii_lowercase();
    start > 0 && is_letter(start - 1) && is_letter(start)
}

/// Says whether a word of a name begins with a run of letters, as `milk tea` has one with `tea`: names are compared without gaps.
fn begins_a_word(run: &Run, phrase: &Phrase) -> bool {
    let mut words = phrase.text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| Normal::of(word).chars.starts_with(&run.chars))
}

fn by_sound(run: &Run, phrase: &Phrase) -> Option<Fit> {
    if !may_be_heard(run, phrase) {
        return None;
    }
    let only_at_start = run.is_initial();
    let mut best: Option<(Hearing, Fit)> = None;
    for start in 0..phrase.chars.len() {
        if start > 0 && only_at_start {
            break;
        }
        if is_within_a_word(&phrase.chars, start) {
            continue;
        }
        let Some(heard) = hear(run, phrase, start) else {
            continue;
        };
        let span = start..heard.end;
        let place = match Place::of(&span, phrase.chars.len()) {
            Place::Whole if !heard.complete && heard.hearing != Hearing::Initials => Place::Start,
            place => place,
        };
        // two characters sound like something within many names, and alike are many words that share none of them
        let is_vague = || {
            place == Place::Inside
                || heard.hearing == Hearing::Alike
                    && !shares_one(&run.chars, &phrase.chars[span.clone()])
        };
        if run.chars.len() == 2 && !run.has_letters() && is_vague() {
            continue;
        }
        if best
            .as_ref()
            .is_none_or(|(clearest, _)| heard.hearing < *clearest)
        {
            best = Some((
                heard.hearing,
                Fit {
                    how: match heard.hearing {
                        Hearing::Pinyin if !heard.complete => How::Begun,
                        hearing => hearing.into(),
                    },
                    place,
                    span,
                },
            ));
        }
        if heard.hearing == Hearing::Pinyin {
            break;
        }
    }
    best.map(|(_, fit)| fit)
}

/// Says whether a character stands in the same place of both.
fn shares_one(one: &[char], other: &[char]) -> bool {
    one.iter().zip(other).any(|(one, other)| one == other)
}

/// Says whether each typed character may sound like one of the name, or each syllable of one way to cut the letters begin so.
fn may_be_heard(run: &Run, phrase: &Phrase) -> bool {
    if run.openings.is_empty() {
        return run.sounds.iter().all(|bits| bits & phrase.sounds != 0);
    }
    run.openings.iter().any(|opening| {
        opening.letters & !phrase.initials == 0
            && opening.pairs & !phrase.initial_pairs == 0
            && opening.sounds & phrase.sounds != 0
    })
}

/// Letters or characters that must be typed before one slip is forgiven.
const ENOUGH_LETTERS: usize = 4;
const ENOUGH_CHARACTERS: usize = 3;

fn by_spelling(run: &Run, phrase: &Phrase) -> Option<Fit> {
    let is_long_enough = run.chars.len()
        >= match run.has_letters() {
            true => ENOUGH_LETTERS,
            false => ENOUGH_CHARACTERS,
        };
    let is_near = is_long_enough && may_be_a_slip(run, phrase) && is_a_slip(run, phrase);
    is_near.then_some(Fit {
        how: How::Spelling,
        place: Place::Whole,
        span: 0..phrase.chars.len(),
    })
}

/// Says whether there are so few differences that it may be one slip, which puts one character in another's place at most.
const fn may_be_a_slip(run: &Run, phrase: &Phrase) -> bool {
    let differences = if run.has_letters() {
        (run.letters ^ phrase.letters).count_ones()
    } else {
        (run.marks ^ phrase.marks).count_ones()
    };
    differences <= 2
}

fn is_a_slip(run: &Run, phrase: &Phrase) -> bool {
    if !run.has_letters() {
        return one_slip_apart(&run.chars, &phrase.chars);
    }
    // with two letters more it is another word
    let letters = pinyin::spelt(&phrase.chars).take(run.chars.len() + 2);
    one_slip_apart(&run.chars, &letters.collect::<Vec<_>>())
}

fn within(run: &Run, phrase: &Phrase) -> Option<Fit> {
    if phrase.marks & !run.marks != 0 {
        return None;
    }
    let length = phrase.chars.len();
    let stands_at = |start: usize| {
        let end = start + length;
        let is_cut_out = || {
            is_within_a_word(&run.chars, start)
                || (end < run.chars.len() && is_within_a_word(&run.chars, end))
        };
        run.chars[start..end] == *phrase.chars && !run.is_idle(start..end - 1) && !is_cut_out()
    };
    let last_start = run.chars.len().checked_sub(length)?;
    (length > 1 && (0..=last_start).any(stands_at)).then_some(Fit {
        how: How::Within,
        place: Place::Whole,
        span: 0..length,
    })
}

/// Says whether one character added, left out, replaced, or two neighbours swapped, makes one text of the other.
fn one_slip_apart(one: &[char], other: &[char]) -> bool {
    let (short, long) = if one.len() <= other.len() {
        (one, other)
    } else {
        (other, one)
    };
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (&short[same..], &long[same..]);
    match (short, long) {
        ([], [_] | []) => true,
        ([a, short_rest @ ..], [b, long_rest @ ..]) => {
            let replaced = short.len() == long.len() && short_rest == long_rest;
            let added = short.len() + 1 == long.len() && short == long_rest;
            let swapped = short.len() == long.len()
                && short_rest.first() == Some(b)
                && long_rest.first() == Some(a)
                && short_rest[1..] == long_rest[1..];
            replaced || added || swapped
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fitted(typed: &str, name: &str, stage: Stage) -> Option<(How, Place)> {
        let run = Run::new(typed.chars().collect()).unwrap();
        fit(&run, &Phrase::new(name), stage).map(|fit| (fit.how, fit.place))
    }

    #[test]
    fn characters_fit_where_they_stand() {
        assert_eq!(
            fitted("电工", "电工", Stage::Words),
            Some((How::Words, Place::Whole))
        );
        assert_eq!(
            fitted("电工", "船舶电工", Stage::Words),
            Some((How::Words, Place::End))
        );
        assert_eq!(
            fitted("电工", "电工合金工", Stage::Words),
            Some((How::Words, Place::Start))
        );
        assert_eq!(fitted("电工", "焊工", Stage::Words), None);
    }

    #[test]
    fn letters_within_a_word_count_little_and_in_the_end_nothing() {
        assert_eq!(
            fitted("script", "javascript", Stage::Words),
            Some((How::Words, Place::Across))
        );
        assert_eq!(fitted("script", "javascript", Stage::Relaxed), None);
        assert_eq!(
            fitted("java", "javascript", Stage::Relaxed),
            Some((How::Words, Place::Start))
        );
    }

    #[test]
    fn sound_is_asked_only_when_words_are_not_enough() {
        assert_eq!(fitted("电汗工", "电焊工", Stage::Words), None);
        assert_eq!(
            fitted("电汗工", "电焊工", Stage::Sound),
            Some((How::Sound, Place::Whole))
        );
        assert_eq!(
            fitted("hangong", "电焊工", Stage::Words),
            Some((How::Pinyin, Place::End))
        );
    }

    #[test]
    fn one_slip_is_forgiven_and_not_two() {
        assert_eq!(
            fitted("diangogn", "电工", Stage::Spelling),
            Some((How::Spelling, Place::Whole))
        );
        assert_eq!(
            fitted("电杆工", "电焊工", Stage::Spelling),
            Some((How::Spelling, Place::Whole))
        );
        assert_eq!(fitted("铁杆工", "电焊工", Stage::Spelling), None);
    }

    #[test]
    fn a_name_is_found_within_a_sentence_when_the_search_is_relaxed() {
        assert_eq!(fitted("我去当厨师行吗", "厨师", Stage::Spelling), None);
        assert_eq!(
            fitted("我去当厨师行吗", "厨师", Stage::Relaxed),
            Some((How::Within, Place::Whole))
        );
        assert_eq!(fitted("我去当厨师行吗", "师", Stage::Relaxed), None);
    }

    #[test]
    fn a_name_of_words_that_say_nothing_is_not_found_within_a_sentence() {
        let run = Run::new("护士招聘".chars().collect()).unwrap();
        let idle = Run {
            idle: 0b100,
            ..run.clone()
        };
        let name = Phrase::new("招聘");
        assert!(fit(&run, &name, Stage::Relaxed).is_some());
        assert_eq!(fit(&idle, &name, Stage::Relaxed), None);
    }

    #[test]
    fn letters_of_a_name_do_not_stand_within_another_word() {
        assert_eq!(fitted("yinhanggui", "ui", Stage::Relaxed), None);
        assert_eq!(fitted("guide", "ui", Stage::Relaxed), None);
        assert_eq!(
            fitted("会ui吗", "ui", Stage::Relaxed),
            Some((How::Within, Place::Whole))
        );
    }

    #[test]
    fn a_part_need_not_begin_a_name() {
        let run = Run::new("机器人".chars().collect()).unwrap();
        let place = |run: &Run| {
            fit(run, &Phrase::new("机器人技术员"), Stage::Relaxed)
                .unwrap()
                .place
        };
        assert_eq!(place(&run), Place::Start);
        assert_eq!(place(&run.part()), Place::Inside);
    }

    /// Texts that have much in common in characters, sounds and letters.
    fn text() -> impl Strategy<Value = String> {
        let pieces = vec![
            "电", "店", "天", "身", "生", "声", "长", "涨", "工", "公", "d", "dian", "shen",
            "sheng", "g", "gong", "zhang", "3", "é",
        ];
        prop::collection::vec(prop::sample::select(pieces), 1..5).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() })]

        /// What is looked at first is quick, and never keeps from looking at what fits.
        #[test]
        fn nothing_that_fits_is_left_out_at_first_sight(typed in text(), name in text()) {
            let run = Run::new(typed.chars().collect()).unwrap();
            let phrase = Phrase::new(&name);
            let is_heard = (0..phrase.chars.len()).any(|start| hear(&run, &phrase, start).is_some());
            prop_assert!(!is_heard || may_be_heard(&run, &phrase));
            prop_assert!(!is_a_slip(&run, &phrase) || may_be_a_slip(&run, &phrase));
            for (bit, pair) in run.chars.windows(2).enumerate() {
                let stands_there = phrase.chars.windows(2).any(|here| here == pair);
                prop_assert_eq!(pieces(&run, &phrase) >> bit & 1 == 1, stands_there);
            }
        }
    }

    #[test]
    fn pieces_tell_which_pairs_stand_there() {
        let run = Run::new("数控车床".chars().collect()).unwrap();
        assert_eq!(pieces(&run, &Phrase::new("数控机床与车床工")), 0b101);
    }
}
