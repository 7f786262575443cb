//! Every word on screen, from the Fluent files in `locales/`.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
pub use fluent_bundle::{FluentArgs, FluentResource};

use crate::language::Language;

/// Embeds one file of words in both languages; the name is that of the room it furnishes.
macro_rules! rooms {
    ($($room:literal),* $(,)?) => {
        const CHINESE: &[&str] = &[$(include_str!(concat!("../locales/zh-CN/", $room, ".ftl"))),*];
        const ENGLISH: &[&str] = &[$(include_str!(concat!("../locales/en/", $room, ".ftl"))),*];
    };
}

rooms![
    "shell",
    "trouble",
    "api",
    "find",
    "check",
    "apply",
    "policy",
    "ahead",
    "readings",
    "rehearsal",
    "staff"
];

static CHINESE_WORDS: LazyLock<FluentBundle<FluentResource>> =
    LazyLock::new(|| bundle("zh-CN", CHINESE));
static ENGLISH_WORDS: LazyLock<FluentBundle<FluentResource>> =
    LazyLock::new(|| bundle("en", ENGLISH));

fn bundle(locale: &str, files: &[&str]) -> FluentBundle<FluentResource> {
    let locale = locale
        .parse()
        .expect("the two locale names are well formed");
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // isolation marks are for mixed writing directions; Chinese and English share one
    bundle.set_use_isolating(false);
    for file in files {
        let resource =
            FluentResource::try_new((*file).to_owned()).expect("the tests parse every locale file");
        bundle
            .add_resource(resource)
            .expect("the tests find doubled words");
    }
    bundle
}

/// Returns the files of words in `language`, for whoever puts them into another form.
pub fn resources(language: Language) -> impl Iterator<Item = FluentResource> {
    let files = match language {
        Language::Chinese => CHINESE,
        Language::English => ENGLISH,
    };
    files.iter().map(|file| {
        FluentResource::try_new((*file).to_owned()).expect("the tests parse every locale file")
    })
}

/// Returns the words for `key` in `language`; the key itself, in brackets, where a word is missing
/// (the tests see to it that none is).
#[must_use]
pub fn say(language: Language, key: &str, arguments: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
    let words: &'static FluentBundle<FluentResource> = match language {
        Language::Chinese => &CHINESE_WORDS,
        Language::English => &ENGLISH_WORDS,
    };
    let Some(pattern) = words.get_message(key).and_then(|message| message.value()) else {
        return Cow::Owned(format!("[{key}]"));
    };
    let mut errors = Vec::new();
    words.format_pattern(pattern, arguments, &mut errors)
}

/// Whether both languages have words for `key`.
#[must_use]
pub fn is_known(key: &str) -> bool {
    CHINESE_WORDS.has_message(key) && ENGLISH_WORDS.has_message(key)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn keys(files: &[&str]) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for line in files.iter().flat_map(|file| file.lines()) {
            if line.starts_with(|first: char| first.is_ascii_lowercase()) {
                let key = line.split(" =").next().unwrap_or_default().to_owned();
                assert!(keys.insert(key), "doubled: {line}");
            }
        }
        keys
    }

    #[test]
    fn every_word_stands_in_both_languages() {
        let (chinese, english) = (keys(CHINESE), keys(ENGLISH));
        let missing: Vec<_> = chinese.symmetric_difference(&english).collect();
        assert!(missing.is_empty(), "in one language only: {missing:?}");
        assert!(chinese.iter().all(|key| is_known(key)));
    }
}
