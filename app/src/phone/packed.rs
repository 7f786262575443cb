//! Packs a kit: the Fluent messages that the checker says, made plain, and what is published.

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use policy::{Amendment, Chosen, READINGS, Readings};

use crate::checker::District;
use crate::language::Language;
use crate::words;

/// The beginnings of the keys that the checker may say.
const SAID: [&str; 22] = [
    "back",
    "check-",
    "clause-",
    "continue",
    "day-field-",
    "group-",
    "impossible-",
    "level-",
    "money-",
    "note-",
    "office-",
    "outcome-",
    "payee-",
    "problems-title",
    "programme-",
    "readings-see",
    "remedy",
    "rule-",
    "settle-",
    "sex-",
    "state-",
    "verdict-",
];

/// What is put into a kit beside the words.
pub struct Packed<'a> {
    /// The language of the words.
    pub language: Language,
    /// Codes and names of occupations.
    pub occupations: Vec<(&'a str, &'a str)>,
    /// The districts, with their offices.
    pub districts: Vec<District>,
    /// The office's readings.
    pub readings: &'a Readings,
}

/// Returns the kit as a text.
#[must_use]
pub fn packed(packed: Packed<'_>) -> String {
    let Packed {
        language,
        mut occupations,
        districts,
        readings,
    } = packed;
    let mut kit = format!("{} {}\n", language.tag(), READINGS.len());
    let mut line = |kind: char, rest: &str| {
        kit.push(kind);
        kit.push(' ');
        kit.push_str(rest);
        kit.push('\n');
    };
    let mut words = plain_words(language);
    words.sort_unstable();
    for (key, message) in words {
        line('w', &format!("{key} {message}"));
    }
    occupations.sort_unstable();
    for (code, name) in occupations {
        line('o', &format!("{code} {name}"));
    }
    for district in districts {
        let parts = [Some(district.code), Some(district.name), district.phone];
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        line('d', &parts.join("\t"));
    }
    let amendments: Vec<Amendment> = readings.clone().into();
    for amendment in amendments {
        if let Some(amended) = amended(&amendment) {
            line('r', &amended);
        }
    }
    kit
}

/// Returns an amendment by its reading's place in the register; nothing for one that is told in words, which amends nothing.
fn amended(amendment: &Amendment) -> Option<String> {
    let place = READINGS
        .iter()
        .position(|reading| reading.id == amendment.reading)?;
    let chosen = match amendment.chosen {
        Chosen::Number(number) => format!("number {number}"),
        Chosen::Ages { male, female } => format!("ages {male} {female}"),
        Chosen::Applies(applies) => format!("applies {applies}"),
        Chosen::InWords => return None,
    };
    Some(format!("{} {place} {chosen}", amendment.since))
}

fn plain_words(language: Language) -> Vec<(String, String)> {
    let mut plain = Vec::new();
    for resource in words::resources(language) {
        plain.extend(messages(&resource));
    }
    plain
}

// A message that holds more than the checker can say is none of the checker's.
fn messages(resource: &FluentResource) -> Vec<(String, String)> {
    let messages = resource.entries().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value.as_ref()?)),
        _ => None,
    });
    messages
        .filter(|(key, _)| SAID.iter().any(|beginning| key.starts_with(beginning)))
        .filter_map(|(key, pattern)| {
            let mut text = String::new();
            write_pattern(pattern, &mut text)?;
            Some((key.to_owned(), text))
        })
        .collect()
}

/// `None` where it can't be made plain.
type Written = Option<()>;

fn write_pattern(pattern: &Pattern<&str>, text: &mut String) -> Written {
    pattern
        .elements
        .iter()
        .try_for_each(|element| match element {
            PatternElement::TextElement { value } => write_text(value, text),
            PatternElement::Placeable { expression } => write_placeable(expression, text),
        })
}

fn write_text(value: &str, text: &mut String) -> Written {
    if value.contains(['{', '}', '|', '\n']) {
        return None;
    }
    text.push_str(value);
    Some(())
}

fn write_placeable(expression: &Expression<&str>, text: &mut String) -> Written {
    let name = |inline: &InlineExpression<&str>| match inline {
        InlineExpression::VariableReference { id } => Some(id.name.to_owned()),
        _ => None,
    };
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => write_text(value, text)?,
        Expression::Inline(inline) => text.push_str(&format!("{{{}}}", name(inline)?)),
        Expression::Select { selector, variants } => {
            text.push_str(&format!("{{{}?", name(selector)?));
            // the first that fits is taken: what fits everything stands last
            let (rest, chosen): (Vec<_>, Vec<_>) =
                variants.iter().partition(|variant| variant.default);
            for (place, variant) in chosen.into_iter().chain(rest).enumerate() {
                if place > 0 {
                    text.push('|');
                }
                match &variant.key {
                    _ if variant.default => text.push('*'),
                    VariantKey::Identifier { name } => text.push_str(name),
                    VariantKey::NumberLiteral { .. } => return None,
                }
                text.push('=');
                write_pattern(&variant.value, text)?;
            }
            text.push('}');
        }
    }
    Some(())
}
