//! How names are spelt in letters, and how typed letters may be cut into readings.

use crate::reading::{READINGS, Reading, Variants, readings};

/// Ways of cutting typed letters that are tried, the fewest pieces first.
const MOST_CUTS: usize = 16;
/// Pieces that are tried before giving up on finding more ways.
const MOST_STEPS: usize = 1_000;

/// Returns the first letters under which a character is found: of each reading, or itself.
pub(crate) fn initials(c: char) -> impl Iterator<Item = char> {
    let mut own = Some(c);
    let mut letters: Vec<char> = readings(c)
        .filter_map(|reading| reading.letters().chars().next())
        .collect();
    letters.dedup();
    if !letters.is_empty() {
        own = None;
    }
    letters.into_iter().chain(own)
}

/// Returns the pairs of first letters under which two neighbours are found, in any of their readings.
pub(crate) fn initial_pairs([one, other]: [char; 2]) -> impl Iterator<Item = [char; 2]> {
    initials(one).flat_map(move |first| initials(other).map(move |second| [first, second]))
}

/// Returns the usual reading of a whole text, in one piece.
pub(crate) fn spelt(chars: &[char]) -> impl Iterator<Item = char> {
    chars.iter().flat_map(|&c| {
        let reading = readings(c).next().map_or("", Reading::letters);
        let itself = reading.is_empty().then_some(c);
        reading.chars().chain(itself)
    })
}

/// Returns the readings that begin with these letters.
pub(crate) fn readings_from(letters: &str) -> impl Iterator<Item = &'static str> + '_ {
    let first = READINGS.partition_point(|reading| *reading < letters);
    READINGS[first..]
        .iter()
        .copied()
        .take_while(move |reading| reading.starts_with(letters))
}

/// Says whether a text is nothing but letters that can be cut into readings of modern Chinese, `ü` written as `v`.
#[must_use]
pub fn are_readings(text: &str) -> bool {
    const LONGEST: usize = 6;
    let mut is_end = vec![false; text.len() + 1];
    is_end[0] = true;
    for start in 0..text.len() {
        for end in (start + 1)..=text.len().min(start + LONGEST) {
            let is_one = || {
                text.get(start..end)
                    .is_some_and(|piece| Reading::of(piece).is_some())
            };
            is_end[end] |= is_end[start] && is_one();
        }
    }
    !text.is_empty() && is_end[text.len()]
}

/// Returns the readings that begin with these letters to ears that do not tell `z` from `zh` or `n` from `ng`.
pub(crate) fn alike_readings_from(letters: &str) -> impl Iterator<Item = Reading> + '_ {
    let begins_so = move |other: &[u8]| other.starts_with(letters.as_bytes());
    Reading::all().filter(move |reading| {
        reading.letters().starts_with(letters)
            || reading.others().iter().any(|other| begins_so(other))
    })
}

/// Returns the ways in which typed letters and characters can be cut into one piece a character, as first letters;
/// what needs two pieces more than the shortest way is not what was meant.
pub(crate) fn cuts(typed: &[char]) -> Vec<Vec<char>> {
    let lengths: Vec<Vec<usize>> = (0..typed.len())
        .map(|place| lengths(&typed[place..]))
        .collect();
    let mut fewest = vec![0; typed.len() + 1];
    for (place, lengths) in lengths.iter().enumerate().rev() {
        let behind = lengths.iter().map(|length| fewest[place + length]);
        fewest[place] = 1 + behind.min().unwrap_or_default();
    }
    let mut cutter = Cutter {
        most: fewest[0],
        typed,
        lengths,
        fewest,
        pieces: Vec::new(),
        found: Vec::new(),
        steps: 0,
    };
    cutter.cut(0);
    cutter.most += 1;
    cutter.cut(0);
    cutter.found
}

/// Returns the lengths of the pieces with which typed characters may begin, the likeliest first.
fn lengths(rest: &[char]) -> Vec<usize> {
    let letters: String = rest
        .iter()
        .take(6)
        .take_while(|c| c.is_ascii_lowercase())
        .collect();
    let longest_first = || (1..=letters.len().max(1)).rev();
    let is_usual =
        |length: usize| length == 1 || is_piece(&letters[..length], length == rest.len());
    let usual = longest_first().filter(|length| is_usual(*length));
    let alike = longest_first()
        .filter(|length| !is_usual(*length) && *length > 1 && is_alike_piece(&letters[..*length]));
    usual.chain(alike).collect()
}

struct Cutter<'t> {
    typed: &'t [char],
    /// By place, how long the piece that begins there may be.
    lengths: Vec<Vec<usize>>,
    /// By place, how few pieces there may be from there on.
    fewest: Vec<usize>,
    /// No way has more pieces.
    most: usize,
    pieces: Vec<char>,
    found: Vec<Vec<char>>,
    steps: usize,
}

impl Cutter<'_> {
    fn cut(&mut self, place: usize) {
        let Some(&first) = self.typed.get(place) else {
            if !self.found.contains(&self.pieces) {
                self.found.push(self.pieces.clone());
            }
            return;
        };
        for number in 0..self.lengths[place].len() {
            let next = place + self.lengths[place][number];
            if self.pieces.len() + 1 + self.fewest[next] > self.most {
                continue;
            }
            self.steps += 1;
            if self.found.len() >= MOST_CUTS || self.steps > MOST_STEPS {
                return;
            }
            self.pieces.push(first);
            self.cut(next);
            self.pieces.pop();
        }
    }
}

/// Says whether letters are a reading, the first two letters of one, or, at the end, the beginning of one.
fn is_piece(letters: &str, last: bool) -> bool {
    matches!(letters, "zh" | "ch" | "sh")
        || Reading::of(letters).is_some()
        || (last && readings_from(letters).next().is_some())
}

/// Says whether letters are a reading to somebody who does not tell `z` from `zh` or `n` from `ng`.
fn is_alike_piece(letters: &str) -> bool {
    let mut buffer = [0; 8];
    Variants::OTHERS.iter().any(|variant| {
        variant
            .write(letters, &mut buffer)
            .and_then(|other| std::str::from_utf8(other).ok())
            .is_some_and(|other| Reading::of(other).is_some())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_readings_or_not() {
        for text in ["zhangwei", "lvxin", "xian", "a"] {
            assert!(are_readings(text), "{text}");
        }
        for text in ["", "photoshop", "word", "zh", "li ming", "李"] {
            assert!(!are_readings(text), "{text}");
        }
    }

    #[test]
    fn letters_are_cut_at_every_sensible_place() {
        let first_letters = |typed: &str| {
            cuts(&typed.chars().collect::<Vec<_>>())
                .into_iter()
                .map(|pieces| pieces.into_iter().collect::<String>())
                .collect::<Vec<_>>()
        };
        assert_eq!(first_letters("diangong")[0], "dg");
        assert!(first_letters("fangan").contains(&"fg".to_owned()));
        assert!(first_letters("fangan").contains(&"fa".to_owned()));
        assert!(first_letters("dg").contains(&"dg".to_owned()));
        assert!(first_letters("电gong").contains(&"电g".to_owned()));
        assert!(first_letters("zidonghua").contains(&"zdh".to_owned()));
        assert!(first_letters("dianggong").contains(&"dg".to_owned()));
        assert!(first_letters("zhuangzhuangzhuangzhuangzhuang").contains(&"zzzzz".to_owned()));
    }

    #[test]
    fn a_long_run_of_letters_is_cut_in_bounded_time() {
        assert!(cuts(&['a'; 64]).len() <= MOST_CUTS);
        assert!(cuts(&"xianga".repeat(10).chars().collect::<Vec<_>>()).len() <= MOST_CUTS);
    }
}
