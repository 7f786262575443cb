//! What a phone is given once: words, names of occupations, districts with their offices, the office's readings.
//!
//! A kit is a text, one thing a line, so that reading it needs next to nothing. Readings are told by their place in the
//! register, whose length stands in the first line: a kit of another register is none for this checker.

use policy::{Amendment, Chosen, OccupationCode, READINGS, Readings, calendar};

use super::plain;
use crate::checker::{District, Papers, Sought};
use crate::language::Language;
use crate::speech::Speech;

/// So many names that are near what was typed help; more confuse.
const MOST_NEAR: usize = 3;

/// A kit as it is read; each list in the order of its keys.
pub struct Kit<'a> {
    language: Language,
    words: Vec<(&'a str, &'a str)>,
    occupations: Vec<(&'a str, &'a str)>,
    districts: Vec<&'a str>,
    readings: Vec<&'a str>,
}

impl<'a> Kit<'a> {
    /// Reads a kit; `None` where a line is of no known kind, or the kit was packed for another register.
    #[must_use]
    pub fn read(text: &'a str) -> Option<Self> {
        let mut lines = text.lines();
        let (tag, readings) = lines.next()?.split_once(' ')?;
        if readings.parse() != Ok(READINGS.len()) {
            return None;
        }
        let mut kit = Self {
            language: Language::ALL
                .into_iter()
                .find(|language| language.tag() == tag)?,
            words: Vec::new(),
            occupations: Vec::new(),
            districts: Vec::new(),
            readings: Vec::new(),
        };
        for line in lines {
            let (kind, rest) = line.split_once(' ')?;
            match kind {
                "w" => kit.words.push(rest.split_once(' ')?),
                "o" => kit.occupations.push(rest.split_once(' ')?),
                "d" => kit.districts.push(rest),
                "r" => kit.readings.push(rest),
                _ => return None,
            }
        }
        Some(kit)
    }

    /// Returns what is published; `None` where it can't be read.
    pub(super) fn papers(&self) -> Option<Papers> {
        let amendments = self.readings.iter().map(|line| amendment(line));
        Some(Papers {
            readings: Readings::amended(amendments.collect::<Option<_>>()?).ok()?,
            districts: self.districts.iter().map(|line| district(line)).collect(),
            course: None,
        })
    }

    /// Returns the name of an occupation.
    pub(super) fn occupation(&self, code: OccupationCode) -> Option<String> {
        look_up(&self.occupations, code.as_str()).map(str::to_owned)
    }

    /// Looks for the occupation that somebody means, by its code or its name.
    pub(super) fn sought(&self, text: &str) -> Sought {
        let is_meant = |(code, name): &&(&str, &str)| *name == text || *code == text;
        let found = self.occupations.iter().find(is_meant);
        if let Some(code) = found.and_then(|(code, _)| code.parse().ok()) {
            return Sought::Found(code);
        }
        let names = self.occupations.iter().map(|(_, name)| *name);
        let near = names.filter(|name| has(name, text) || has(text, name));
        Sought::Near(near.take(MOST_NEAR).map(str::to_owned).collect())
    }
}

impl Speech for Kit<'_> {
    fn language(&self) -> Language {
        self.language
    }

    fn say_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        match look_up(&self.words, key) {
            Some(message) => plain::said(message, values),
            None => ["[", key, "]"].concat(),
        }
    }

    fn knows(&self, key: &str) -> bool {
        look_up(&self.words, key).is_some()
    }
}

// what the standard library brings for this is larger than all of this file
fn has(text: &str, part: &str) -> bool {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    !part.is_empty() && text.windows(part.len()).any(|window| window == part)
}

fn look_up<'a>(list: &[(&str, &'a str)], key: &str) -> Option<&'a str> {
    let place = list.binary_search_by(|(known, _)| (*known).cmp(key)).ok()?;
    Some(list[place].1)
}

/// Code, name and, where it is known, the telephone of the office, with tabs between.
fn district(line: &str) -> District {
    let mut parts = line.split('\t').map(str::to_owned);
    District {
        code: parts.next().unwrap_or_default(),
        name: parts.next().unwrap_or_default(),
        phone: parts.next(),
    }
}

/// `2027-01-01 0 number 7`
fn amendment(line: &str) -> Option<Amendment> {
    let parts: Vec<_> = line.split(' ').collect();
    let (&[since, reading], chosen) = parts.split_first_chunk::<2>()?;
    let chosen = match chosen {
        ["number", number] => Chosen::Number(number.parse().ok()?),
        ["ages", male, female] => Chosen::Ages {
            male: male.parse().ok()?,
            female: female.parse().ok()?,
        },
        ["applies", applies] => Chosen::Applies(applies.parse().ok()?),
        _ => return None,
    };
    Some(Amendment {
        reading: READINGS.get(reading.parse::<usize>().ok()?)?.id,
        chosen,
        since: calendar::date_from_text(since).ok()?,
    })
}
