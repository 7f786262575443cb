//! Proposals while somebody types.

use search_index::{Kind, Why};

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
