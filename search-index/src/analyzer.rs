//! The form in which texts are compared: NFKC, lower case, simplified characters, letters without their marks, nothing but
//! letters and digits.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// Characters that the conversion to simplified Chinese gets wrong in place names and trades.
const SIMPLIFIED: [(char, char); 1] = [('渖', '沈')];

/// Characters that stand in many names and are nothing to compare in any of its forms.
const NEVER_WORDS: &str = " ()（）、，·-—《》“”";

/// A text in comparable form. Every character remembers the bytes it came from, so that a match can be marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Normal {
    /// The comparable characters.
    pub(crate) chars: Vec<char>,
    origin: Vec<Range<usize>>,
}

impl Normal {
    /// Returns the comparable form of a whole text.
    pub(crate) fn of(text: &str) -> Self {
        let mut normal = Self::default();
        let mut plain = String::with_capacity(text.len());
        for (start, original) in text.char_indices() {
            let bytes = start..start + original.len_utf8();
            for folded in std::iter::once(original)
                .nfkc()
                .flat_map(char::to_lowercase)
                .map(without_mark)
            {
                if is_word(folded) {
                    plain.push(folded);
                    normal.origin.push(bytes.clone());
                }
            }
        }
        normal.chars = simplify(&plain);
        debug_assert_eq!(
            normal.chars.len(),
            normal.origin.len(),
            "simplifying keeps the number of characters"
        );
        normal
    }

    /// Returns the comparable form of a text whose comparable characters are known: most often they stand in it as they are,
    /// and only their places are to be found.
    pub(crate) fn known(text: &str, chars: &[char]) -> Self {
        let mut origin = Vec::with_capacity(chars.len());
        for (start, original) in text.char_indices() {
            if chars.get(origin.len()) == Some(&original) {
                origin.push(start..start + original.len_utf8());
            } else if !NEVER_WORDS.contains(original) {
                break;
            }
        }
        if origin.len() < chars.len() {
            return Self::of(text);
        }
        Self {
            chars: chars.to_vec(),
            origin,
        }
    }

    /// Returns the bytes of the original text that these characters came from.
    pub(crate) fn bytes(&self, chars: Range<usize>) -> Range<usize> {
        match (
            self.origin.get(chars.start),
            self.origin.get(chars.end.wrapping_sub(1)),
        ) {
            (Some(first), Some(last)) if !chars.is_empty() => first.start..last.end,
            _ => 0..0,
        }
    }
}

/// Returns bits of which a text has all that any part of it has: where one lacks a bit, the other does not stand in it.
pub(crate) fn marks(chars: &[char]) -> u64 {
    chars.iter().fold(0, |marks, c| marks | mark(u32::from(*c)))
}

/// Returns the bit of two neighbours.
pub(crate) fn pair_mark(pair: &[char]) -> u64 {
    mark(
        pair.iter()
            .fold(0, |both, c| both.wrapping_mul(0x1_0001) ^ u32::from(*c)),
    )
}

fn mark(number: u32) -> u64 {
    1 << (number.wrapping_mul(0x9e37_79b1) >> 26)
}

/// Returns a text as it is compared with others: NFKC, lower case, simplified characters, letters without their marks, letters
/// and digits alone.
#[must_use]
pub fn comparable(text: &str) -> String {
    Normal::of(text).chars.into_iter().collect()
}

/// Returns the tokens of a text as the index keeps them: single characters and pairs of neighbours.
#[must_use]
pub fn tokens(text: &str) -> Vec<String> {
    grams(&Normal::of(text).chars).collect()
}

/// Returns the tokens under which a text is found: every character, and every two neighbours.
pub(crate) fn grams(chars: &[char]) -> impl Iterator<Item = String> + '_ {
    let single = chars.iter().map(char::to_string);
    let double = chars.windows(2).map(|pair| pair.iter().collect());
    single.chain(double)
}

/// Returns a Latin letter without what is written above or below it, as in `diàngōng`; `ü` as it is typed.
fn without_mark(c: char) -> char {
    if !matches!(c, '\u{df}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') {
        return c;
    }
    let mut parts = std::iter::once(c).nfd();
    match (parts.next(), parts.next()) {
        (Some('u'), Some('\u{308}')) => 'v',
        (Some(plain), _) if plain.is_ascii() => plain,
        _ => c,
    }
}

/// Says whether a character takes part in comparing; `c++` and `c#` are not `c`.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '+' || c == '#'
}

fn simplify(plain: &str) -> Vec<char> {
    fast2s::convert(plain)
        .chars()
        .map(|c| {
            SIMPLIFIED
                .iter()
                .find(|(from, _)| *from == c)
                .map_or(c, |(_, to)| *to)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        Normal::of(text).chars.into_iter().collect()
    }

    #[test]
    fn full_width_capital_and_traditional_forms_become_one() {
        assert_eq!(plain("ＰＬＣ　電焊工"), "plc电焊工");
        assert_eq!(plain("瀋陽養老護理員"), "沈阳养老护理员");
        assert_eq!(plain("C++（開發）"), "c++开发");
    }

    #[test]
    fn characters_remember_their_bytes() {
        let normal = Normal::of("（電）焊工");
        assert_eq!(
            normal.bytes(0..2),
            3..12,
            "from 電 to 焊, over the bracket between them"
        );
        assert_eq!(normal.bytes(0..0), 0..0);
    }

    #[test]
    fn known_characters_are_found_where_they_stand() {
        for text in [
            "（電）焊工",
            "电焊工（中级） 第3期",
            "PLC·电工",
            "㎏工",
            "工㎏",
            "工",
            "—",
        ] {
            let whole = Normal::of(text);
            assert_eq!(Normal::known(text, &whole.chars), whole, "{text}");
        }
    }

    #[test]
    fn one_character_may_become_several() {
        let normal = Normal::of("㎏工");
        assert_eq!(normal.chars, ['k', 'g', '工']);
        assert_eq!(normal.bytes(1..2), 0..3);
    }

    #[test]
    fn tokens_are_single_characters_and_neighbours() {
        let tokens: Vec<String> = grams(&['电', '焊', '工']).collect();
        assert_eq!(tokens, ["电", "焊", "工", "电焊", "焊工"]);
    }
}
