//! Parting a sentence at the filters that stand within it: 我在甘井子想学电焊 is 电焊 in 甘井子.

/// A run that is shorter is no sentence.
const SHORTEST: usize = 5;
/// What stands before a filter or behind it, and is no part of a trade.
const JOINTS: [&str; 14] = [
    "有没有",
    "是不是",
    "上课",
    "的",
    "在",
    "有",
    "去",
    "到",
    "想",
    "要",
    "我",
    "和",
    "能",
    "上",
];
/// What ends a question and is no part of a trade.
const ENDS: [&str; 9] = ["上课", "的课", "的", "了", "吗", "呢", "吧", "啊", "课"];
/// What refuses the word behind it, unless it asks.
const REFUSALS: [&str; 8] = ["不要", "不想", "不是", "不去", "不能", "不在", "除了", "非"];
/// What asks, and ends like a refusal.
const QUESTIONS: [&str; 5] = ["要不要", "想不想", "是不是", "能不能", "在不在"];

/// What stands within a sentence, and what it takes to be read there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Within {
    /// Something that sounds like nothing else: one of its sides has to end a word.
    Plain,
    /// The name of a place, which may begin another word: both its sides have to.
    Place,
}

/// Returns what stands before the first word within a run that is read as a filter, the word, and what stands behind it.
/// `word_at` tells how many characters of the beginning are such a word, `is_joint` whether a word ends or begins there.
pub(crate) fn parted(
    run: &[char],
    word_at: impl Fn(&[char]) -> Option<(usize, Within)>,
    begins_with_joint: impl Fn(&[char]) -> bool,
    ends_with_joint: impl Fn(&[char]) -> bool,
) -> Option<[Vec<char>; 3]> {
    if run.len() < SHORTEST {
        return None;
    }
    (1..run.len() - 1).find_map(|start| {
        let (before, rest) = run.split_at(start);
        let (length, within) = word_at(rest)?;
        let (word, behind) = rest.split_at(length);
        let is_denied = matches!(behind, ['没' | '不', ..]);
        if behind.is_empty() || is_denied || is_refused(before) {
            return None;
        }
        let sides = (ends_with_joint(before), begins_with_joint(behind));
        let stands_out = match within {
            Within::Plain => sides.0 || sides.1,
            Within::Place => sides.0 && sides.1,
        };
        stands_out.then(|| {
            [
                without_end(before, &JOINTS).to_vec(),
                word.to_vec(),
                without_beginning(behind, &JOINTS).to_vec(),
            ]
        })
    })
}

/// Says whether what stands behind these characters is just what somebody does not want.
pub(crate) fn is_refused(before: &[char]) -> bool {
    let ends_with = |words: &[&str]| words.iter().any(|word| ends_with(before, word).is_some());
    ends_with(&REFUSALS) && !ends_with(&QUESTIONS)
}

/// Returns how many characters of the beginning of a run are no part of a trade.
pub(crate) fn joint_at(run: &[char]) -> Option<usize> {
    let joint = JOINTS.iter().find(|word| begins_with(run, word).is_some());
    joint.map(|word| word.chars().count())
}

/// Returns a run without a word that ends a question, or 的 at its beginning; `None` where there is neither.
pub(crate) fn without_an_end(run: &[char]) -> Option<&[char]> {
    let mut ends = ENDS.iter();
    run.strip_prefix(&['的'])
        .or_else(|| ends.find_map(|word| ends_with(run, word)))
}

fn without_end<'r>(mut run: &'r [char], words: &[&str]) -> &'r [char] {
    while let Some(shorter) = words.iter().find_map(|word| ends_with(run, word)) {
        run = shorter;
    }
    run
}

fn without_beginning<'r>(mut run: &'r [char], words: &[&str]) -> &'r [char] {
    while let Some(shorter) = words.iter().find_map(|word| begins_with(run, word)) {
        run = shorter;
    }
    run
}

fn begins_with<'r>(run: &'r [char], word: &str) -> Option<&'r [char]> {
    let length = word.chars().count();
    let begins = run.iter().copied().take(length).eq(word.chars());
    begins.then(|| &run[length..])
}

fn ends_with<'r>(run: &'r [char], word: &str) -> Option<&'r [char]> {
    let rest = run.len().checked_sub(word.chars().count())?;
    run[rest..]
        .iter()
        .copied()
        .eq(word.chars())
        .then(|| &run[..rest])
}
