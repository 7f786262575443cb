//! Hearing a name in what was typed: pinyin, initials, characters picked wrongly, and any mixture of them.

use crate::reading::{letter_bits, readings};
use crate::table::Phrase;
use crate::typed::Run;

/// The longest run of characters that is listened to.
pub(crate) const LONGEST: usize = 64;

/// How typed characters were heard in a text, from the clearest to the vaguest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Hearing {
    /// Pinyin letters spell it; characters are the same.
    Pinyin,
    /// Some letters are only the beginning of a character's reading.
    Initials,
    /// Other characters with just the same sound.
    Sound,
    /// Sounds that many ears do not tell apart.
    Alike,
}

/// A place in a text where the typed characters were heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Heard {
    /// The first character after the place.
    pub(crate) end: usize,
    /// How clearly.
    pub(crate) hearing: Hearing,
    /// Says whether the last reading was typed to its end.
    pub(crate) complete: bool,
}

/// What one way of reading has cost so far; `0` is free, larger is vaguer.
type Cost = u32;
const NEVER: Cost = Cost::MAX;
const INITIAL: Cost = 1;
const SAME_SOUND: Cost = 0x100;
const ALIKE: Cost = 0x10000;

/// Listens for a run in a name, beginning just at `start`; `None` where it is not heard.
pub(crate) fn hear(run: &Run, name: &Phrase, start: usize) -> Option<Heard> {
    let typed = &run.chars[..];
    // neither the same character nor one whose sound begins alike
    let is_other = |from: usize, (c, letters): (char, u32)| {
        typed[from] != c && run.initials[from] & letters == 0
    };
    let begin = name.chars[start];
    if is_other(0, (begin, letter_bits(begin))) {
        return None;
    }
    let mut costs = [NEVER; LONGEST + 1];
    costs[0] = 0;
    let mut best: Option<(Cost, Heard)> = None;
    for (position, &c) in name.chars.iter().enumerate().skip(start) {
        let mut after = [NEVER; LONGEST + 1];
        let mut going_on = false;
        let letters = letter_bits(c);
        for (from, &cost) in costs.iter().enumerate().take(typed.len()) {
            if cost == NEVER || is_other(from, (c, letters)) {
                continue;
            }
            let rest = &typed[from..];
            one_character(rest, c, |step| {
                if run.is_initial() && step.length < rest.len() {
                    return;
                }
                let total = cost + step.cost;
                if step.length == rest.len() {
                    let heard = Heard {
                        end: position + 1,
                        hearing: hearing(total),
                        complete: step.complete,
                    };
                    if best.is_none_or(|(least, _)| total < least) {
                        best = Some((total, heard));
                    }
                } else if step.complete {
                    let slot = &mut after[from + step.length];
                    *slot = (*slot).min(total);
                    going_on = true;
                }
            });
        }
        if !going_on {
            break;
        }
        costs = after;
    }
    best.map(|(_, heard)| heard)
}

/// One way in which the beginning of what was typed reads one character.
struct Step {
    length: usize,
    cost: Cost,
    complete: bool,
}

/// Tells every way in which the beginning of `rest` reads the character `c`.
fn one_character(rest: &[char], c: char, mut tell: impl FnMut(Step)) {
    let first = rest[0];
    if first == c {
        return tell(Step {
            length: 1,
            cost: 0,
            complete: true,
        });
    }
    if c.is_ascii() {
        return;
    }
    if !first.is_ascii() {
        if let Some(cost) = same_sound(first, c) {
            tell(Step {
                length: 1,
                cost,
                complete: true,
            });
        }
        return;
    }
    // all ways of writing a reading begin with the same letter
    for one in readings(c) {
        let reading = one.letters();
        if !reading.starts_with(first) {
            continue;
        }
        spelt(rest, reading.as_bytes(), 0, &mut tell);
        for letters in one.others() {
            spelt(rest, letters, ALIKE, &mut tell);
        }
        tell(Step {
            length: 1,
            cost: INITIAL,
            complete: true,
        });
        let two_letters = matches!(reading.as_bytes(), [b'z' | b'c' | b's', b'h', ..]);
        if two_letters && rest.get(1) == Some(&'h') {
            tell(Step {
                length: 2,
                cost: INITIAL,
                complete: true,
            });
        }
    }
}

/// Tells whether letters are typed: all of them, or, where the typing ends, their beginning.
fn spelt(rest: &[char], letters: &[u8], cost: Cost, tell: &mut impl FnMut(Step)) {
    let same = rest
        .iter()
        .zip(letters)
        .take_while(|(c, letter)| **c == char::from(**letter))
        .count();
    if same == letters.len() {
        tell(Step {
            length: same,
            cost,
            complete: true,
        });
    } else if same == rest.len() && same > 0 {
        tell(Step {
            length: same,
            cost,
            complete: false,
        });
    }
}

fn same_sound(typed: char, c: char) -> Option<Cost> {
    if readings(typed).any(|one| readings(c).any(|other| one == other)) {
        return Some(SAME_SOUND);
    }
    // who takes one sound for another does not think of a rare reading besides
    let (usual, other) = (readings(typed).next()?, readings(c).next()?);
    usual.sounds_like(other).then_some(ALIKE)
}

const fn hearing(cost: Cost) -> Hearing {
    match cost {
        0 => Hearing::Pinyin,
        INITIAL..SAME_SOUND => Hearing::Initials,
        SAME_SOUND..ALIKE => Hearing::Sound,
        _ => Hearing::Alike,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(typed: &str, text: &str) -> Option<(usize, Hearing, bool)> {
        let run = Run::new(typed.chars().collect()).unwrap();
        hear(&run, &Phrase::new(text), 0).map(|heard| (heard.end, heard.hearing, heard.complete))
    }

    #[test]
    fn pinyin_initials_and_mixtures_are_heard() {
        assert_eq!(heard("diangong", "电工"), Some((2, Hearing::Pinyin, true)));
        assert_eq!(heard("diango", "电工"), Some((2, Hearing::Pinyin, false)));
        assert_eq!(heard("dg", "电工"), Some((2, Hearing::Initials, false)));
        assert_eq!(heard("电gong", "电工"), Some((2, Hearing::Pinyin, true)));
        assert_eq!(heard("shkong", "数控"), Some((2, Hearing::Initials, true)));
        assert_eq!(
            heard("kuaiji", "会计专业人员"),
            Some((2, Hearing::Pinyin, true))
        );
    }

    #[test]
    fn wrong_characters_are_heard_by_their_sound() {
        assert_eq!(heard("电汗工", "电焊工"), Some((3, Hearing::Sound, true)));
        assert_eq!(heard("canku", "仓库"), Some((2, Hearing::Alike, true)));
        assert_eq!(heard("电工", "木工"), None);
    }

    #[test]
    fn repeated_letters_take_bounded_time() {
        let run = Run::new(vec!['a'; 1_000]).unwrap();
        assert_eq!(run.chars.len(), LONGEST);
        assert!(hear(&run, &Phrase::new(&"阿".repeat(1_000)), 0).is_some());
    }
}
