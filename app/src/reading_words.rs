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
    let arguments = figures(reading, chosen);
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
        (Chosen::Number(_), reading) => unit(reading),
        (Chosen::Applies(_) | Chosen::InWords, _) => return chosen_way(language, reading, chosen),
    };
    say(language, key, Some(&figures(reading, chosen))).into_owned()
}

/// Returns why the portal chose as it did, before any office amended it.
#[must_use]
pub fn why(language: Language, reading: ReadingId) -> String {
    if reading.is_stated() {
        return say(language, "reading-stated-why", None).into_owned();
    }
    say(language, &format!("reading-{}-why", reading.code()), None).into_owned()
}

/// The first way is the portal's own; the second is that of whoever does not apply the first.
const fn place(chosen: Chosen) -> usize {
    match chosen {
        Chosen::Applies(false) => 1,
        _ => 0,
    }
}

/// The key of the words for a figure with its unit.
const fn unit(reading: ReadingId) -> &'static str {
    match reading {
        ReadingId::YoungestAge => "reading-value-years",
        ReadingId::PrimarySubsidies => "reading-value-occupations",
        ReadingId::PracticePercent | ReadingId::FrontLinePercent => "reading-value-percent",
        ReadingId::SemestersAfterJuniorHigh | ReadingId::SemestersAfterSeniorHigh => {
            "reading-value-semesters"
        }
        ReadingId::InternshipMonths | ReadingId::ContractMonths | ReadingId::StartMonths => {
            "reading-value-months"
        }
        ReadingId::ClassHours => "reading-value-hours",
        ReadingId::SimulationYuan => "reading-value-yuan",
        ReadingId::LeaversSinceYear => "reading-value-year",
        _ => "reading-value-times",
    }
}

fn figures(reading: ReadingId, chosen: Chosen) -> FluentArgs<'static> {
    let mut arguments = FluentArgs::new();
    match chosen {
        // as a text: a year is never written 2,011
        Chosen::Number(year) if reading == ReadingId::LeaversSinceYear => {
            arguments.set("number", year.to_string());
        }
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
    fn every_reading_has_a_topic_a_reason_and_another_way_where_the_document_leaves_one() {
        for language in Language::ALL {
            for reading in READINGS {
                let told = [
                    topic(language, reading.id),
                    why(language, reading.id),
                    value(language, reading.id, reading.chosen),
                    chosen_way(language, reading.id, reading.chosen),
                ];
                let others = other_ways(language, reading.id, reading.chosen);
                let is_stated = reading.id.is_stated();
                assert_eq!(others.is_empty(), is_stated, "{:?}", reading.id);
                for text in told.iter().chain(&others) {
                    assert!(!text.contains(['[', '{', '$']), "{text}");
                }
            }
        }
    }

    #[test]
    fn a_figure_is_told_with_its_unit() {
        let told = |language, reading, number| value(language, reading, Chosen::Number(number));
        let (chinese, english) = (Language::Chinese, Language::English);
        assert_eq!(told(chinese, ReadingId::ClassHours, 240), "240 课时");
        assert_eq!(told(chinese, ReadingId::LeaversSinceYear, 2011), "2011 年");
        assert_eq!(told(english, ReadingId::StartMonths, 1), "one month");
        assert_eq!(told(english, ReadingId::StartMonths, 9), "9 months");
        assert_eq!(told(english, ReadingId::FrontLinePercent, 60), "60%");
        assert_eq!(told(english, ReadingId::LeaversSinceYear, 2011), "2011");
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
