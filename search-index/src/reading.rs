//! How characters are read aloud.

use std::num::NonZeroU16;
use std::sync::LazyLock;

use pinyin::ToPinyinMulti;

use crate::analyzer::marks;

/// Readings of one character that are taken into account.
const MOST_READINGS: usize = 3;
/// The characters in daily use; their readings are looked up, those of others are found each time.
const DAILY: std::ops::RangeInclusive<char> = '\u{4e00}'..='\u{9fff}';

/// A reading without its tone: its place in [`READINGS`], counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reading(NonZeroU16);

impl Reading {
    /// Returns the reading that these letters are, as typed on a keyboard; `None` where they are none.
    pub(crate) fn of(letters: &str) -> Option<Self> {
        let place = READINGS.binary_search(&letters).ok()?;
        NonZeroU16::new(u16::try_from(place).ok()? + 1).map(Self)
    }

    /// Returns all readings, in the order of their letters.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        let places = 1..=READINGS.len() as u16;
        places.filter_map(NonZeroU16::new).map(Self)
    }

    /// Returns its letters, `v` for `ü`.
    pub(crate) fn letters(self) -> &'static str {
        READINGS[self.place()]
    }

    /// Says whether many ears do not tell it from another.
    pub(crate) fn sounds_like(self, other: Self) -> bool {
        ALIKE[self.place()] == ALIKE[other.place()]
    }

    /// Returns how else it is written by ears that do not tell it from another.
    pub(crate) fn others(self) -> &'static [Box<[u8]>] {
        &OTHERS[self.place()]
    }

    /// Returns a bit that is the same for all readings that sound like it.
    pub(crate) fn sound_bit(self) -> u64 {
        1 << (ALIKE[self.place()] % 64)
    }

    fn place(self) -> usize {
        usize::from(self.0.get()) - 1
    }
}

/// By reading, the first of those that sound alike to many ears.
static ALIKE: LazyLock<Vec<usize>> = LazyLock::new(|| {
    let first_alike = |one: &str| READINGS.iter().position(|other| sound_alike(one, other));
    READINGS.iter().filter_map(|one| first_alike(one)).collect()
});

/// What some ears take a reading for, as it is typed.
type Heard = Box<[Box<[u8]>]>;

/// By reading, its variants.
static OTHERS: LazyLock<Vec<Heard>> = LazyLock::new(|| {
    let others = |reading: &&str| {
        let written = |variant: Variants| {
            let mut buffer = [0; 8];
            variant.write(reading, &mut buffer).map(Box::from)
        };
        Variants::OTHERS.into_iter().filter_map(written).collect()
    };
    READINGS.iter().map(others).collect()
});

/// How a character is read.
#[derive(Clone, Copy, Debug, Default)]
struct Spoken {
    readings: [Option<Reading>; MOST_READINGS],
    /// See [`letter_bits`].
    letters: u32,
}

impl Spoken {
    fn find(c: char) -> Self {
        let mut spoken = Self::default();
        let several = SEVERAL.binary_search_by_key(&Some(c), |several| several.chars().next());
        let mut found: Box<dyn Iterator<Item = Reading>> = match several {
            Ok(place) => {
                let readings = SEVERAL[place].trim_start_matches(c).split('/');
                Box::new(readings.filter_map(Reading::of))
            }
            // a dictionary has rare and ancient readings too, but the usual one comes first
            Err(_) => Box::new(dictionary(c).into_iter()),
        };
        spoken.readings.fill_with(|| found.next());
        let firsts = spoken.readings.iter().flatten();
        spoken.letters = firsts.fold(0, |bits, reading| {
            bits | bit(reading.letters().as_bytes()[0])
        });
        spoken
    }

    fn of(c: char) -> Self {
        static KNOWN: LazyLock<Vec<Spoken>> = LazyLock::new(|| DAILY.map(Spoken::find).collect());
        if DAILY.contains(&c) {
            KNOWN[c as usize - *DAILY.start() as usize]
        } else if c.is_ascii() {
            Self::default()
        } else {
            Self::find(c)
        }
    }
}

/// Returns the usual reading of a character; none for what is not Chinese.
fn dictionary(c: char) -> Option<Reading> {
    let all = c.to_pinyin_multi()?;
    all.into_iter()
        .find_map(|reading| Reading::of(typed(reading.plain())))
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

fn bit(letter: u8) -> u32 {
    match letter {
        b'a'..=b'z' => 1 << (letter - b'a'),
        _ => 0,
    }
}

/// Returns the readings of a character, the usual one first; none for what is not Chinese.
pub(crate) fn readings(c: char) -> impl Iterator<Item = Reading> {
    Spoken::of(c).readings.into_iter().flatten()
}

/// Returns the first letters of a character's readings as bits, `a` lowest; a letter stands for itself.
pub(crate) fn letter_bits(c: char) -> u32 {
    match u8::try_from(c) {
        Ok(letter) if letter.is_ascii() => bit(letter),
        _ => Spoken::of(c).letters,
    }
}

/// Returns bits that two characters have in common where they are the same or some of their readings sound alike.
pub(crate) fn sound_bits(c: char) -> u64 {
    let bits = readings(c).fold(0, |bits, reading| bits | reading.sound_bit());
    if bits == 0 { marks(&[c]) } else { bits }
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
fn sound_alike(one: &str, other: &str) -> bool {
    let mut buffer = [0; 8];
    one == other
        || Variants::OTHERS
            .iter()
            .any(|variant| variant.write(one, &mut buffer) == Some(other.as_bytes()))
}

/// Characters that people read in several ways, or otherwise than the dictionary's first one; in the order of the characters.
#[rustfmt::skip]
const SEVERAL: [&str; 155] = [
    "乐le/yue", "了le/liao", "亲qin/qing", "什shen/shi", "仔zai/zi", "会hui/kuai", "传chuan/zhuan", "伯bo/bai",
    "伺ci/si", "似si/shi", "伽jia/ga/qie", "佛fo/fu", "侧ce/zhai", "便bian/pian", "俩lia/liang", "偻lou/lv", "刨bao/pao",
    "券quan/xuan", "刹sha/cha", "削xue/xiao", "剥bao/bo", "劲jin/jing", "勒le/lei", "匙chi/shi", "单dan/shan",
    "卡ka/qia", "厕ce/si", "厦sha/xia", "参can/shen", "叶ye/xie", "吓xia/he", "和he/huo", "咖ka/ga", "咽yan/ye",
    "哪na/nei", "嚼jiao/jue", "囤tun/dun", "圈quan/juan", "地di/de", "埋mai/man", "堡bao/pu", "塞sai/se", "壳ke/qiao",
    "大da/dai", "奇qi/ji", "姥lao/mu", "娜na/nuo", "宿su/xiu", "尉wei/yu", "尾wei/yi", "屏ping/bing", "差cha/chai",
    "巷xiang/hang", "幢chuang/zhuang", "度du/duo", "弄nong/long", "弹dan/tan", "强qiang/jiang", "得de/dei", "恶e/wu",
    "扁bian/pian", "扎za/zha", "扒ba/pa", "折zhe/she", "抹mo/ma", "拓tuo/ta", "择ze/zhai", "拽zhuai/ye", "提ti/di",
    "攒zan/cuan", "暴bao/pu", "曝bao/pu", "曾zeng/ceng", "朝chao/zhao", "杉shan/sha", "柏bai/bo", "柞zuo/zha",
    "查cha/zha", "栖qi/xi", "校xiao/jiao", "棱leng/ling", "椎zhui/chui", "模mo/mu", "没mei/mo", "泊bo/po",
    "澄cheng/deng", "炔que", "炮pao/bao", "烙lao/luo", "熟shu/shou", "爪zhua/zhao", "率lv/shuai", "琢zhuo/zuo",
    "畜chu/xu", "疟nve/yao", "的de/di", "盛sheng/cheng", "省sheng/xing", "着zhe/zhao/zhuo", "碌lu/liu",
    "磅bang/pang", "秘mi/bi", "称cheng/chen", "粘zhan/nian", "系xi/ji", "红hong/gong", "纤xian/qian", "给gei/ji",
    "绿lv/lu", "脯pu/fu", "膀bang/pang", "臭chou/xiu", "色se/shai", "茄qie/jia", "茜qian/xi", "荨xun/qian", "莎sha/suo",
    "落luo/la/lao", "蔓man/wan", "薄bao/bo", "藏cang/zang", "虹hong/jiang", "蚌bang/beng", "蛤ge/ha", "血xue/xie",
    "行xing/hang", "觉jue/jiao", "角jiao/jue", "解jie/xie", "说shuo/shui", "谁shei/shui", "调diao/tiao", "貉he/hao",
    "车che/ju", "轧zha/ya", "辟pi/bi", "还hai/huan", "这zhe/zhei", "迫po/pai", "那na/nei", "都dou/du", "酵jiao/xiao",
    "重zhong/chong", "钥yao/yue", "铣xi/xian", "镐gao/hao", "长zhang/chang", "阿a/e", "陂bei/pi", "降jiang/xiang",
    "露lu/lou", "颤chan/zhan", "驮tuo/duo", "骑qi/ji", "龟gui/jun",
];

/// Every reading of modern Chinese as it is typed, in order.
#[rustfmt::skip]
pub(crate) const READINGS: [&str; 415] = [
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
    fn what_is_read_in_several_ways_is_known_and_listed_once() {
        assert!(SEVERAL.is_sorted());
        for several in SEVERAL {
            let c = several.chars().next().unwrap();
            let alike = SEVERAL.iter().filter(|other| other.starts_with(c));
            assert_eq!(alike.count(), 1, "{c}");
            let readings: Vec<&str> = several.trim_start_matches(c).split('/').collect();
            assert!(readings.len() <= MOST_READINGS, "{several}");
            for reading in readings {
                assert!(Reading::of(reading).is_some(), "{several}");
            }
        }
    }

    #[test]
    fn a_character_may_have_several_readings() {
        let letters = |c| readings(c).map(Reading::letters).collect::<Vec<_>>();
        assert_eq!(letters('会'), ["hui", "kuai"]);
        assert_eq!(letters('绿'), ["lv", "lu"]);
        assert_eq!(letters('㐌'), ["yi"], "not in daily use");
        assert_eq!(letters('机'), ["ji"], "nobody knows another");
        assert!(letters('a').is_empty());
    }

    #[test]
    fn ears_that_do_not_tell_z_from_zh_are_served() {
        let alike = |one, other| {
            let [one, other] = [one, other].map(|letters| Reading::of(letters).unwrap());
            assert_eq!(one.sounds_like(other), other.sounds_like(one));
            one.sounds_like(other)
        };
        assert!(alike("zhang", "zan"));
        assert!(alike("shen", "seng"));
        assert!(!alike("dian", "tian"));
    }

    #[test]
    fn what_sounds_alike_has_bits_in_common() {
        let bits = |c| sound_bits(c);
        assert!(bits('电') & bits('店') != 0);
        assert!(bits('长') & bits('常') != 0, "one of two readings");
        assert!(bits('身') & bits('生') != 0);
        assert!(bits('a') & bits('a') != 0);
    }
}
