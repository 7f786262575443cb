//! How characters are read aloud, and how typed letters may be cut into readings.

use pinyin::ToPinyinMulti;

/// Readings of one character that are taken into account; rarer ones only bring noise.
const MOST_READINGS: usize = 3;
/// Ways of cutting typed letters that are tried, the fewest pieces first.
const MOST_CUTS: usize = 16;
/// Pieces that are tried before giving up on finding more ways.
const MOST_STEPS: usize = 1_000;

/// Returns the readings of a character, the usual one first, without tones, `v` for `ü`; none for what is not Chinese.
pub(crate) fn readings(c: char) -> impl Iterator<Item = &'static str> {
    let mut distinct: [Option<&'static str>; MOST_READINGS] = [None; MOST_READINGS];
    if !c.is_ascii()
        && let Some(all) = c.to_pinyin_multi()
    {
        for reading in all.into_iter().map(|reading| typed(reading.plain())) {
            if distinct.contains(&Some(reading)) {
                continue;
            }
            match distinct.iter_mut().find(|free| free.is_none()) {
                Some(free) => *free = Some(reading),
                None => break,
            }
        }
    }
    distinct.into_iter().flatten()
}

/// Returns a reading as it is typed on a keyboard.
fn typed(reading: &'static str) -> &'static str {
    match reading {
        "lü" => "lv",
        "lüe" => "lve",
        "nü" => "nv",
        "nüe" => "nve",
        "ê" => "e",
        other => other,
    }
}

/// Returns the first letters under which a character is found: of each reading, or itself.
pub(crate) fn initials(c: char) -> impl Iterator<Item = char> {
    let mut own = Some(c);
    let mut letters: Vec<char> = readings(c)
        .filter_map(|reading| reading.chars().next())
        .collect();
    letters.dedup();
    if !letters.is_empty() {
        own = None;
    }
    letters.into_iter().chain(own)
}

/// Returns the first letters of a character's readings as bits, `a` lowest; a letter stands for itself.
pub(crate) fn letter_bits(c: char) -> u32 {
    let bit = |letter: u8| match letter {
        b'a'..=b'z' => 1 << (letter - b'a'),
        _ => 0,
    };
    match u8::try_from(c) {
        Ok(letter) if letter.is_ascii() => bit(letter),
        _ => readings(c).fold(0, |bits, reading| bits | bit(reading.as_bytes()[0])),
    }
}

/// Returns the usual reading of a whole text, in one piece.
pub(crate) fn spelt(chars: &[char]) -> impl Iterator<Item = char> {
    chars.iter().flat_map(|&c| {
        let reading = usual_reading(c).unwrap_or_default();
        let itself = reading.is_empty().then_some(c);
        reading.chars().chain(itself)
    })
}

fn usual_reading(c: char) -> Option<&'static str> {
    let all = (!c.is_ascii()).then(|| c.to_pinyin_multi())??;
    all.into_iter().next().map(|reading| typed(reading.plain()))
}

/// Ways in which people write or pronounce a reading: with and without the `h` of `zh`, `ch`, `sh`, the `g` of `ng`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Variants {
    toggled_start: bool,
    toggled_end: bool,
}

impl Variants {
    /// Every variant but the reading itself.
    pub(crate) const OTHERS: [Self; 3] = [
        Self {
            toggled_start: true,
            toggled_end: false,
        },
        Self {
            toggled_start: false,
            toggled_end: true,
        },
        Self {
            toggled_start: true,
            toggled_end: true,
        },
    ];

    /// Writes this variant of a reading into `buffer`; `None` where the reading has none of this sort.
    pub(crate) fn write<'b>(self, reading: &str, buffer: &'b mut [u8; 8]) -> Option<&'b [u8]> {
        let letters = reading.as_bytes();
        let mut length = 0;
        let mut push = |letter: u8| {
            if let Some(slot) = buffer.get_mut(length) {
                *slot = letter;
                length += 1;
            }
        };
        let mut rest = letters;
        if self.toggled_start {
            let (&first, behind) = letters.split_first()?;
            if !matches!(first, b'z' | b'c' | b's') {
                return None;
            }
            push(first);
            match behind.split_first() {
                Some((b'h', vowel)) => rest = vowel,
                _ => {
                    push(b'h');
                    rest = behind;
                }
            }
        }
        if self.toggled_end {
            if let Some(without) = rest.strip_suffix(b"g") {
                without.iter().copied().for_each(&mut push);
            } else if rest.ends_with(b"an")
                || rest.ends_with(b"en")
                || rest.ends_with(b"in")
                || rest.ends_with(b"on")
            {
                rest.iter().copied().for_each(&mut push);
                push(b'g');
            } else {
                return None;
            }
        } else {
            rest.iter().copied().for_each(&mut push);
        }
        buffer.get(..length)
    }
}

/// Says whether two readings sound alike to many ears.
pub(crate) fn sound_alike(one: &str, other: &str) -> bool {
    let mut buffer = [0; 8];
    one == other
        || Variants::OTHERS
            .iter()
            .any(|variant| variant.write(one, &mut buffer) == Some(other.as_bytes()))
}

/// Says whether letters are just a reading.
pub(crate) fn is_reading(letters: &str) -> bool {
    READINGS.binary_search(&letters).is_ok()
}

/// Returns the readings that begin with these letters.
pub(crate) fn readings_from(letters: &str) -> impl Iterator<Item = &'static str> + '_ {
    let first = READINGS.partition_point(|reading| *reading < letters);
    READINGS[first..]
        .iter()
        .copied()
        .take_while(move |reading| reading.starts_with(letters))
}

/// Returns the readings that begin with these letters to ears that do not tell `z` from `zh` or `n` from `ng`.
pub(crate) fn alike_readings_from(letters: &str) -> impl Iterator<Item = &'static str> + '_ {
    READINGS.iter().copied().filter(move |reading| {
        let mut buffer = [0; 8];
        reading.starts_with(letters)
            || Variants::OTHERS.iter().any(|variant| {
                variant
                    .write(reading, &mut buffer)
                    .is_some_and(|other| other.starts_with(letters.as_bytes()))
            })
    })
}

/// Returns the ways in which typed letters and characters can be cut into one piece a character, as first letters;
/// what needs two pieces more than the shortest way is not what was meant.
pub(crate) fn cuts(typed: &[char]) -> Vec<Vec<char>> {
    let mut cutter = Cutter::default();
    cutter.cut(typed);
    let fewest = cutter.found.iter().map(Vec::len).min().unwrap_or_default();
    cutter.found.retain(|pieces| pieces.len() <= fewest + 1);
    cutter.found
}

#[derive(Default)]
struct Cutter {
    pieces: Vec<char>,
    found: Vec<Vec<char>>,
    steps: usize,
}

impl Cutter {
    fn cut(&mut self, rest: &[char]) {
        let Some(&first) = rest.first() else {
            if !self.found.contains(&self.pieces) {
                self.found.push(self.pieces.clone());
            }
            return;
        };
        let letters: String = rest
            .iter()
            .take(6)
            .take_while(|c| c.is_ascii_lowercase())
            .collect();
        let lengths = || (1..=letters.len().max(1)).rev();
        let usual = lengths()
            .filter(|&length| length == 1 || is_piece(&letters[..length], length == rest.len()));
        let alike = lengths().filter(|&length| length > 1 && is_alike_piece(&letters[..length]));
        for length in usual.chain(alike) {
            self.steps += 1;
            if self.found.len() >= MOST_CUTS || self.steps > MOST_STEPS {
                return;
            }
            self.pieces.push(first);
            self.cut(&rest[length..]);
            self.pieces.pop();
        }
    }
}

/// Says whether letters are a reading, the first two letters of one, or, at the end, the beginning of one.
fn is_piece(letters: &str, last: bool) -> bool {
    matches!(letters, "zh" | "ch" | "sh")
        || READINGS.binary_search(&letters).is_ok()
        || (last && readings_from(letters).next().is_some())
}

/// Says whether letters are a reading to somebody who does not tell `z` from `zh` or `n` from `ng`.
fn is_alike_piece(letters: &str) -> bool {
    let mut buffer = [0; 8];
    Variants::OTHERS.iter().any(|variant| {
        variant
            .write(letters, &mut buffer)
            .and_then(|other| std::str::from_utf8(other).ok())
            .is_some_and(|other| READINGS.binary_search(&other).is_ok())
    })
}

/// Every reading of modern Chinese as it is typed, in order.
#[rustfmt::skip]
const READINGS: [&str; 415] = [
    "a", "ai", "an", "ang", "ao", "ba", "bai", "ban", "bang", "bao", "bei", "ben", "beng", "bi", "bian", "biao",
    "bie", "bin", "bing", "bo", "bu", "ca", "cai", "can", "cang", "cao", "ce", "cen", "ceng", "cha", "chai", "chan",
    "chang", "chao", "che", "chen", "cheng", "chi", "chong", "chou", "chu", "chua", "chuai", "chuan", "chuang",
    "chui", "chun", "chuo", "ci", "cong", "cou", "cu", "cuan", "cui", "cun", "cuo", "da", "dai", "dan", "dang",
    "dao", "de", "dei", "den", "deng", "di", "dia", "dian", "diao", "die", "ding", "diu", "dong", "dou", "du",
    "duan", "dui", "dun", "duo", "e", "ei", "en", "eng", "er", "fa", "fan", "fang", "fei", "fen", "feng", "fiao",
    "fo", "fou", "fu", "ga", "gai", "gan", "gang", "gao", "ge", "gei", "gen", "geng", "gong", "gou", "gu", "gua",
    "guai", "guan", "guang", "gui", "gun", "guo", "ha", "hai", "han", "hang", "hao", "he", "hei", "hen", "heng",
    "hong", "hou", "hu", "hua", "huai", "huan", "huang", "hui", "hun", "huo", "ji", "jia", "jian", "jiang", "jiao",
    "jie", "jin", "jing", "jiong", "jiu", "ju", "juan", "jue", "jun", "ka", "kai", "kan", "kang", "kao", "ke",
    "kei", "ken", "keng", "kong", "kou", "ku", "kua", "kuai", "kuan", "kuang", "kui", "kun", "kuo", "la", "lai",
    "lan", "lang", "lao", "le", "lei", "len", "leng", "li", "lia", "lian", "liang", "liao", "lie", "lin", "ling",
    "liu", "lo", "long", "lou", "lu", "luan", "lun", "luo", "lv", "lve", "ma", "mai", "man", "mang", "mao", "me",
    "mei", "men", "meng", "mi", "mian", "miao", "mie", "min", "ming", "miu", "mo", "mou", "mu", "na", "nai", "nan",
    "nang", "nao", "ne", "nei", "nen", "neng", "ni", "nia", "nian", "niang", "niao", "nie", "nin", "ning", "niu",
    "nong", "nou", "nu", "nuan", "nun", "nuo", "nv", "nve", "o", "ou", "pa", "pai", "pan", "pang", "pao", "pei",
    "pen", "peng", "pi", "pian", "piao", "pie", "pin", "ping", "po", "pou", "pu", "qi", "qia", "qian", "qiang",
    "qiao", "qie", "qin", "qing", "qiong", "qiu", "qu", "quan", "que", "qun", "ran", "rang", "rao", "re", "ren",
    "reng", "ri", "rong", "rou", "ru", "rua", "ruan", "rui", "run", "ruo", "sa", "sai", "san", "sang", "sao", "se",
    "sen", "seng", "sha", "shai", "shan", "shang", "shao", "she", "shei", "shen", "sheng", "shi", "shou", "shu",
    "shua", "shuai", "shuan", "shuang", "shui", "shun", "shuo", "si", "song", "sou", "su", "suan", "sui", "sun",
    "suo", "ta", "tai", "tan", "tang", "tao", "te", "tei", "teng", "ti", "tian", "tiao", "tie", "ting", "tong",
    "tou", "tu", "tuan", "tui", "tun", "tuo", "wa", "wai", "wan", "wang", "wei", "wen", "weng", "wo", "wu", "xi",
    "xia", "xian", "xiang", "xiao", "xie", "xin", "xing", "xiong", "xiu", "xu", "xuan", "xue", "xun", "ya", "yan",
    "yang", "yao", "ye", "yi", "yin", "ying", "yo", "yong", "you", "yu", "yuan", "yue", "yun", "za", "zai", "zan",
    "zang", "zao", "ze", "zei", "zen", "zeng", "zha", "zhai", "zhan", "zhang", "zhao", "zhe", "zhei", "zhen",
    "zheng", "zhi", "zhong", "zhou", "zhu", "zhua", "zhuai", "zhuan", "zhuang", "zhui", "zhun", "zhuo", "zi",
    "zong", "zou", "zu", "zuan", "zui", "zun", "zuo",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_are_in_order() {
        assert!(READINGS.is_sorted());
    }

    #[test]
    fn a_character_may_have_several_readings() {
        assert_eq!(readings('会').collect::<Vec<_>>(), ["hui", "kuai"]);
        assert_eq!(readings('绿').collect::<Vec<_>>(), ["lv", "lu"]);
        assert_eq!(readings('a').count(), 0);
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
    }

    #[test]
    fn ears_that_do_not_tell_z_from_zh_are_served() {
        assert!(sound_alike("zhang", "zan"));
        assert!(sound_alike("shen", "seng"));
        assert!(!sound_alike("dian", "tian"));
    }

    #[test]
    fn a_long_run_of_letters_is_cut_in_bounded_time() {
        assert!(cuts(&['a'; 64]).len() <= MOST_CUTS);
        assert!(cuts(&"xianga".repeat(10).chars().collect::<Vec<_>>()).len() <= MOST_CUTS);
    }
}
