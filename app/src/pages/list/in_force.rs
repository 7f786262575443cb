//! The filters in force: those that were chosen, and those that were read out of the words.

use crate::backend::{Find, Found, Understood, UnderstoodFilter};

/// The question as boxes alone would ask it: what was read out of the words stands among what was chosen, and the words
/// without it, where any of them are searched.
pub(super) fn in_force(find: &Find, found: &Found) -> Find {
    let text = if found.is_read_whole {
        String::new()
    } else {
        without_words(&find.text, &found.understood)
    };
    let mut find = Find {
        text,
        ..find.clone()
    };
    for one in &found.understood {
        match one.filter.clone() {
            UnderstoodFilter::Kind(kind) => add(&mut find.kinds, kind),
            UnderstoodFilter::District(code) => add(&mut find.districts, code),
            UnderstoodFilter::Level(level) => add(&mut find.levels, level),
            UnderstoodFilter::Mode(code) => add(&mut find.modes, code),
            UnderstoodFilter::Month(month) => add(&mut find.months, month),
        }
    }
    find
}

fn add<T: PartialEq>(values: &mut Vec<T>, value: T) {
    if !values.contains(&value) {
        values.push(value);
    }
}

/// The name and the value under which an address holds a filter that was read out of words.
pub(super) fn pair(filter: &UnderstoodFilter) -> (&'static str, String) {
    match filter {
        UnderstoodFilter::Kind(kind) => ("kind", kind.to_string()),
        UnderstoodFilter::District(code) => ("district", code.clone()),
        UnderstoodFilter::Level(level) => ("level", level.to_string()),
        UnderstoodFilter::Mode(code) => ("mode", code.clone()),
        UnderstoodFilter::Month(month) => ("month", month.clone()),
    }
}

/// What was typed besides all the words from which these filters were read. Each tells only what was typed besides its own
/// words: these are what lies between the beginning and the end that both texts share.
pub(super) fn without_words<'a>(
    text: &str,
    understood: impl IntoIterator<Item = &'a Understood>,
) -> String {
    // what is told does not begin or end with them
    let typed: Vec<char> = text.trim_matches(parts_words).chars().collect();
    let mut is_kept = vec![true; typed.len()];
    let mut has_gap = vec![false; typed.len()];
    for one in understood {
        let rest: Vec<char> = one.rest.chars().collect();
        let before = shared(typed.iter(), rest.iter());
        let after = shared(typed[before..].iter().rev(), rest[before..].iter().rev());
        if before + after + 1 < rest.len() {
            drop_others(&mut is_kept, &typed, &rest);
            continue;
        }
        let words = before..typed.len() - after;
        // a blank joins what separators parted
        if before + after < rest.len() && !words.is_empty() {
            has_gap[before] = true;
        }
        is_kept[words].fill(false);
    }
    let mut rest = String::with_capacity(text.len());
    for (place, one) in typed.into_iter().enumerate() {
        if has_gap[place] {
            rest.push(' ');
        }
        if is_kept[place] {
            rest.push(one);
        }
    }
    rest.trim().to_owned()
}

/// Drops what does not stand in the rest, of which words were taken in several places.
fn drop_others(is_kept: &mut [bool], typed: &[char], rest: &[char]) {
    let mut rest = rest.iter().filter(|c| !c.is_whitespace()).peekable();
    for (kept, one) in is_kept.iter_mut().zip(typed) {
        *kept &= one.is_whitespace() || rest.next_if_eq(&one).is_some();
    }
}

/// Says whether words are parted by this character; what was typed besides a word is told without such at its ends.
fn parts_words(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || "-－–—‐‑.,，、;；/|()（）[]【】「」《》!！?？。：".contains(c)
}

/// How many characters two texts share from where they begin.
fn shared<'a>(one: impl Iterator<Item = &'a char>, other: impl Iterator<Item = &'a char>) -> usize {
    one.zip(other)
        .take_while(|(one, other)| one == other)
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rest(text: &str, rests: &[&str]) -> String {
        let understood: Vec<_> = rests
            .iter()
            .map(|rest| Understood {
                filter: UnderstoodFilter::Mode("evening".to_owned()),
                rest: (*rest).to_owned(),
            })
            .collect();
        without_words(text, &understood)
    }

    #[test]
    fn words_are_taken_out_wherever_they_stand() {
        assert_eq!(
            rest("甘井子 电工 中级", &["电工 中级", "甘井子 电工"]),
            "电工"
        );
        assert_eq!(rest("甘井子中级电工", &["中级电工", "甘井子电工"]), "电工");
        assert_eq!(
            rest("电工、晚上、旅顺", &["电工 旅顺", "电工、晚上"]),
            "电工"
        );
        assert_eq!(
            rest("电工、晚上、焊工", &["电工 焊工"]),
            "电工 焊工",
            "what separators parted stays apart"
        );
        assert_eq!(rest("旅顺 晚上", &["晚上", "旅顺"]), "");
        assert_eq!(rest("甘井子 电工？", &["电工"]), "电工");
        assert_eq!(rest("（电工）甘井子", &["电工"]), "电工");
        assert_eq!(rest("甘井子 c++", &["c++"]), "c++");
        assert_eq!(rest("电工", &[]), "电工");
        assert_eq!(rest("课程 旅顺 培训班", &["旅顺"]), "旅顺");
        assert_eq!(rest("课程 旅顺 培训班", &["旅顺", "课程 培训班"]), "");
    }
}
