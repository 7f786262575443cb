//! Words that are written in letters: names in pinyin and logins are not told apart from trades by surnames.

use search_index::are_readings;

/// Frequent surnames.
const SURNAMES: &str = "wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng \
    xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lv lyu su lu jiang cai jia ding wei xue ye yan pan du \
    dai xia zhong tian ren fan fang shi yao tan liao zou xiong jin hao kong bai cui kang mao qiu qin gu hou shao meng long wan \
    duan lei qian yin chang qiao lai gong wen";
/// The shortest word that is counted.
const SHORTEST: usize = 3;
/// So many letters at most stand for given names in a login.
const INITIALS: usize = 3;
/// With so many letters, a surname is hardly the beginning or the end of another word.
const LONG: usize = 4;
/// But for this one: `welding`.
const NO_SURNAME: &str = "ding";

/// Says whether a text is one word of letters that may be a trade's: no name in pinyin, no login, no mere initials.
#[must_use]
pub(super) fn is_plain_word(text: &str) -> bool {
    let word = text.trim().to_ascii_lowercase();
    let is_word = word.len() >= SHORTEST && word.chars().all(|c| c.is_ascii_lowercase());
    is_word && word.contains(is_vowel) && !is_pinyin(&word) && !looks_like_a_login(&word)
}

/// Says whether a text holds letters that are a name in pinyin, or a login.
#[must_use]
pub(super) fn holds_pinyin(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    text.split(|c: char| !c.is_ascii_lowercase())
        .any(|word| word.len() >= SHORTEST && (is_pinyin(word) || looks_like_a_login(word)))
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// Says whether letters are readings, as a name in pinyin is; `ü` as passports write it, too.
fn is_pinyin(word: &str) -> bool {
    let passports = word.replace("lyu", "lv").replace("nyu", "nv");
    are_readings(word) || are_readings(&passports)
}

/// Says whether letters are a surname with the initials of a given name, before it or after it; a long surname with anything; or
/// readings with an initial behind them.
fn looks_like_a_login(word: &str) -> bool {
    let are_initials =
        |rest: &str| (1..=INITIALS).contains(&rest.len()) && !rest.contains(is_vowel);
    let is_telling = |surname: &str| surname.len() >= LONG && surname != NO_SURNAME;
    let is_part = |surname: &str, rest: &str| are_initials(rest) || is_telling(surname);
    let is_named = SURNAMES.split_whitespace().any(|surname| {
        let beside = [word.strip_prefix(surname), word.strip_suffix(surname)];
        beside
            .into_iter()
            .flatten()
            .any(|rest| is_part(surname, rest))
    });
    let given = word.strip_suffix(|c| !is_vowel(c));
    is_named || given.is_some_and(|given| given.len() > LONG && is_pinyin(given))
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
            "davidwang",
            "tomzhang",
            "xiaomingw",
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
            " sewing ",
        ] {
            assert!(is_plain_word(text), "{text}");
        }
        for text in ["excel培训", "PLC编程", "AI应用", "word", "电工"] {
            assert!(!holds_pinyin(text), "{text}");
        }
    }
}
