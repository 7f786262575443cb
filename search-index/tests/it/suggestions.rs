//! Proposals while somebody types.

use search_index::{Kind, Suggestion, Why};

use crate::city::index;

fn proposed(text: &str) -> Vec<String> {
    index()
        .suggest(text, 8)
        .unwrap()
        .into_iter()
        .map(|suggestion| suggestion.text)
        .collect()
}

#[test]
fn the_first_character_already_proposes() {
    assert!(proposed("焊").contains(&"焊工".to_owned()));
    assert!(proposed("c").len() > 3);
    assert_eq!(proposed("茶艺")[0], "茶艺师");
    assert_eq!(proposed("chay")[0], "茶艺师");
}

#[test]
fn a_first_sound_proposes_what_begins_with_it() {
    assert_eq!(proposed("d")[0], "电工", "and no DJ");
    for text in ["sh", "zh", "ch"] {
        let proposals = index().suggest(text, 8).unwrap();
        let is_read_so = |one: &Suggestion| matches!(one.why, Some(Why::Pinyin(_)));
        assert!(
            !proposals.is_empty() && proposals.iter().all(is_read_so),
            "{text}, and no 阻焊"
        );
    }
}

#[test]
fn what_is_read_as_a_filter_needs_no_gap_and_stands_for_nothing_else() {
    assert_eq!(proposed("甘井子电")[0], "甘井子 电工");
    assert_eq!(proposed("中级"), [""; 0], "and not what sounds like it");
    assert!(
        proposed("甘井子")
            .iter()
            .any(|text| text.contains("甘井子"))
    );
    let beside = index().suggest("甘井子 职业", 8).unwrap();
    assert!(!beside.is_empty());
    assert!(
        beside.iter().all(|one| one.kind == Kind::Occupation),
        "{beside:?}"
    );
}

#[test]
fn syllables_with_gaps_that_are_no_word_are_proposals_one_by_one() {
    assert_eq!(proposed("cha yi")[0], "茶艺师");
    assert!(proposed("shi cha yi").contains(&"茶艺师".to_owned()));
}

#[test]
fn courses_are_not_proposed_and_the_limit_holds() {
    let suggestions = index().suggest("电", 5).unwrap();
    assert_eq!(suggestions.len(), 5);
    assert!(
        suggestions
            .iter()
            .all(|suggestion| suggestion.kind != Kind::Course)
    );
    assert!(index().suggest("电", 0).unwrap().is_empty());
    assert!(index().suggest("", 8).unwrap().is_empty());
}

#[test]
fn the_matched_characters_are_marked() {
    let suggestion = index().suggest("meirong", 1).unwrap().remove(0);
    assert_eq!(suggestion.text, "美容师");
    assert_eq!(suggestion.marked.first(), Some(&(0.."美容".len())));
    assert_eq!(suggestion.why, Some(Why::Pinyin("美容师".into())));
}

#[test]
fn what_is_read_as_a_filter_stays_in_what_is_proposed() {
    let suggestion = index().suggest("甘井子 12月 电公", 1).unwrap().remove(0);
    assert_eq!(suggestion.text, "甘井子 12月 电工");
    let suggestion = index().suggest("甘井子 电", 1).unwrap().remove(0);
    assert!(suggestion.text.starts_with("甘井子 "), "{suggestion:?}");
    let marked = suggestion.marked.into_iter();
    let marked: Vec<&str> = marked.map(|range| &suggestion.text[range]).collect();
    assert_eq!(marked, ["电"]);
}
