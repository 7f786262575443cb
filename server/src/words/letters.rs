//! Words that are written in letters: names in pinyin and logins are not told apart from trades by surnames.

/// Readings of characters by how they begin, as passports and keyboards write them.
const READINGS: [(&str, &str); 24] = [
    ("", "a ai an ang ao e ei en eng er o ou"),
    ("b", "a ai an ang ao ei en eng i ian iao ie in ing o u"),
    ("p", "a ai an ang ao ei en eng i ian iao ie in ing o ou u"),
    (
        "m",
        "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    ),
    ("f", "a an ang ei en eng o ou u"),
    (
        "d",
        "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    ),
    (
        "t",
        "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo",
    ),
    (
        "n",
        "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue uo v ve yu",
    ),
    (
        "l",
        "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan ue un uo v ve yu",
    ),
    (
        "g",
        "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    ),
    (
        "k",
        "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    ),
    (
        "h",
        "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    ),
    ("j", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("q", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    ("x", "i ia ian iang iao ie in ing iong iu u uan ue un"),
    (
        "zh",
        "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    ),
    (
        "ch",
        "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    ),
    (
        "sh",
        "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    ),
    ("r", "an ang ao e en eng i ong ou u ua uan ui un uo"),
    ("z", "a ai an ang ao e ei en eng i ong ou u uan ui un uo"),
    ("c", "a ai an ang ao e en eng i ong ou u uan ui un uo"),
    ("s", "a ai an ang ao e en eng i ong ou u uan ui un uo"),
    ("y", "a an ang ao e i in ing ong ou u uan ue un"),
    ("w", "a ai an ang ei en eng o u"),
];
/// Frequent surnames.
const SURNAMES: &str = "wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng \
    xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lv lyu su lu jiang cai jia ding wei xue ye yan pan du \
    dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan \
    duan lei qian yin chang qiao lai gong wen";
/// The shortest word that is counted.
const SHORTEST: usize = 3;
/// So many letters at most stand for given names in a login.
const INITIALS: usize = 3;

/// Says whether a text is one word of letters that may be a trade's: no name in pinyin, no login, no mere initials.
#[must_use]
pub fn is_plain_word(text: &str) -> bool {
    let word = text.trim().to_ascii_lowercase();
    let is_word = word.len() >= SHORTEST && word.chars().all(|c| c.is_ascii_lowercase());
    is_word && word.contains(is_vowel) && !is_pinyin(&word) && !looks_like_a_login(&word)
}

/// Says whether a text holds letters that are a name in pinyin, or a login.
#[must_use]
pub fn holds_pinyin(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    text.split(|c: char| !c.is_ascii_lowercase())
        .any(|word| word.len() > SHORTEST && (is_pinyin(word) || looks_like_a_login(word)))
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Says whether letters can be cut into readings, as a name in pinyin can.
fn is_pinyin(word: &str) -> bool {
    let mut is_end = vec![false; word.len() + 1];
    is_end[0] = true;
    for start in 0..word.len() {
        for end in (start + 1)..=word.len().min(start + 6) {
            is_end[end] |= is_end[start] && is_reading(&word[start..end]);
        }
    }
    is_end[word.len()]
}

fn is_reading(letters: &str) -> bool {
    READINGS.iter().any(|(beginning, ends)| {
        letters
            .strip_prefix(beginning)
            .is_some_and(|rest| ends.split(' ').any(|end| end == rest))
    })
}

/// Says whether letters are a surname with the initials of a given name, before it or after it.
fn looks_like_a_login(word: &str) -> bool {
    let are_initials =
        |rest: &str| (1..=INITIALS).contains(&rest.len()) && !rest.contains(is_vowel);
    SURNAMES.split_whitespace().any(|surname| {
        word.strip_prefix(surname).is_some_and(are_initials)
            || word.strip_suffix(surname).is_some_and(are_initials)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_pinyin_and_logins_are_no_plain_words() {
        for text in [
            "zhangwei",
            "ZhangWei",
            "liming",
            "wangxiaoming",
            "ouyangnana",
            "lyuxin",
            "lixm",
            "zhangsf",
            "xmli",
            "wxm",
            "li ming",
            "john smith",
            "zhang.wei",
            "wang_2000",
            "abc123",
            "ab",
            "a@b.cn",
            "",
        ] {
            assert!(!is_plain_word(text), "{text}");
        }
        for text in ["zhangwei电工", "电工lixm", "找 zhangwei"] {
            assert!(holds_pinyin(text), "{text}");
        }
    }

    #[test]
    fn trades_in_letters_are() {
        for text in [
            "photoshop",
            "Excel",
            "word",
            "AutoCAD",
            "python",
            "java",
            "welding",
            "yoga",
            " sewing ",
        ] {
            assert!(is_plain_word(text), "{text}");
        }
        for text in ["excel培训", "PLC编程", "AI应用", "word", "电工"] {
            assert!(!holds_pinyin(text), "{text}");
        }
    }
}
