//! The readings of the policy in sentences: how a clause can be read, and which way was chosen.

use fluent_bundle::FluentArgs;
use policy::{Chosen, Coded, ReadingId};

use crate::language::Language;
use crate::words::{is_known, say};

/// No clause can be read in more ways than this.
const MOST_WAYS: usize = 3;

/// Returns what the reading is about.
#[must_use]
pub fn topic(language: Language, reading: ReadingId) -> String {
    say(language, &format!("reading-{}", reading.code()), None).into_owned()
}

/// Returns every way in which the clause can be read, as sentences; figures are those of the choice.
#[must_use]
pub fn ways(language: Language, reading: ReadingId, chosen: Chosen) -> Vec<String> {
    let arguments = figures(chosen);
    (1..=MOST_WAYS)
        .map(|number| format!("reading-{}-{number}", reading.code()))
        .filter(|key| is_known(key))
        .map(|key| say(language, &key, Some(&arguments)).into_owned())
        .collect()
}

/// Returns the way that was chosen, as a sentence.
#[must_use]
pub fn chosen_way(language: Language, reading: ReadingId, chosen: Chosen) -> String {
    ways(language, reading, chosen).swap_remove(place(chosen))
}

/// Returns the ways that were not chosen, as sentences.
#[must_use]
pub fn other_ways(language: Language, reading: ReadingId, chosen: Chosen) -> Vec<String> {
    let mut ways = ways(language, reading, chosen);
    ways.remove(place(chosen));
    ways
}

/// Returns the choice in a few words, `男 60 岁、女 55 岁` or `16 岁`; where it is no figure, as a sentence.
#[must_use]
pub fn value(language: Language, reading: ReadingId, chosen: Chosen) -> String {
    let key = match (chosen, reading) {
        (Chosen::Ages { .. }, _) => "reading-value-ages",
        (Chosen::Number(_), ReadingId::YoungestAge) => "reading-value-years",
        (Chosen::Number(_), _) => "reading-value-times",
        (Chosen::Applies(_) | Chosen::InWords, _) => return chosen_way(language, reading, chosen),
    };
    say(language, key, Some(&figures(chosen))).into_owned()
}

/// Returns why the portal chose as it did, before any office amended it.
#[must_use]
pub fn why(language: Language, reading: ReadingId) -> String {
    say(language, &format!("reading-{}-why", reading.code()), None).into_owned()
}

/// The first way is the portal's own; the second is that of whoever does not apply the first.
const fn place(chosen: Chosen) -> usize {
    match chosen {
        Chosen::Applies(false) => 1,
        _ => 0,
    }
}

fn figures(chosen: Chosen) -> FluentArgs<'static> {
    let mut arguments = FluentArgs::new();
    match chosen {
        Chosen::Number(number) => arguments.set("number", number),
        Chosen::Ages { male, female } => {
            arguments.set("male", male);
            arguments.set("female", female);
        }
        Chosen::Applies(_) | Chosen::InWords => {}
    }
    arguments
}

#[cfg(test)]
mod tests {
    use policy::READINGS;

    use super::*;

    #[test]
    fn every_reading_has_a_topic_two_ways_at_least_and_a_reason() {
        for language in Language::ALL {
            for reading in READINGS {
                let told = [
                    topic(language, reading.id),
                    why(language, reading.id),
                    value(language, reading.id, reading.chosen),
                    chosen_way(language, reading.id, reading.chosen),
                ];
                let others = other_ways(language, reading.id, reading.chosen);
                assert!(!others.is_empty(), "{:?}", reading.id);
                for text in told.iter().chain(&others) {
                    assert!(!text.contains(['[', '{', '$']), "{text}");
                }
            }
        }
    }

    #[test]
    fn another_choice_is_another_sentence() {
        let language = Language::Chinese;
        let of = |chosen| chosen_way(language, ReadingId::RetirementAge, chosen);
        let raised = of(Chosen::Ages {
            male: 63,
            female: 58,
        });
        assert!(raised.contains("63") && raised.contains("58"), "{raised}");
        let fund =
            |applies| chosen_way(language, ReadingId::EducationFund, Chosen::Applies(applies));
        assert!(fund(true).starts_with("是") && fund(false).starts_with("不是"));
    }
}
