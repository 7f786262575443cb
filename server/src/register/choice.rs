//! How a choice is written down: in the database, in CSV, in the API.

use std::fmt;
use std::str::FromStr;

use policy::Chosen;

/// A choice that can be written down: `16`, `60|55` (the ages for men and women), `true` or `false`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice(pub Chosen);

/// A text that is no choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a choice: write 16, 60|55 (men, women), true or false")]
pub struct InvalidChoice;

impl Choice {
    /// Returns an example of how a choice of the same kind is written; nothing where it is told in words alone.
    #[must_use]
    pub const fn example(like: Chosen) -> Option<&'static str> {
        match like {
            Chosen::Number(_) => Some("16"),
            Chosen::Ages { .. } => Some("60|55"),
            Chosen::Applies(_) => Some("true"),
            Chosen::InWords => None,
        }
    }
}

impl FromStr for Choice {
    type Err = InvalidChoice;

    fn from_str(text: &str) -> Result<Self, InvalidChoice> {
        let number = |text: &str| {
            let is_plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            is_plain.then(|| text.parse().ok()).flatten()
        };
        let chosen = match (text, text.split_once('|')) {
            ("true" | "TRUE" | "是", _) => Some(Chosen::Applies(true)),
            ("false" | "FALSE" | "否", _) => Some(Chosen::Applies(false)),
            (_, Some((male, female))) => number(male.trim())
                .zip(number(female.trim()))
                .map(|(male, female)| Chosen::Ages { male, female }),
            (text, None) => number(text).map(Chosen::Number),
        };
        chosen.map(Self).ok_or(InvalidChoice)
    }
}

impl TryFrom<String> for Choice {
    type Error = InvalidChoice;

    fn try_from(text: String) -> Result<Self, InvalidChoice> {
        text.parse()
    }
}

impl fmt::Display for Choice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Chosen::Number(number) => write!(formatter, "{number}"),
            Chosen::Ages { male, female } => write!(formatter, "{male}|{female}"),
            Chosen::Applies(applies) => write!(formatter, "{applies}"),
            Chosen::InWords => formatter.write_str("in_words"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for text in ["16", "63|58", "true", "false", "0"] {
            let choice: Choice = text.parse().unwrap();
            assert_eq!(choice.to_string(), text);
        }
        assert_eq!("否".parse(), Ok(Choice(Chosen::Applies(false))));
        for wrong in [
            "",
            "-1",
            "+16",
            "16岁",
            "60|",
            "|55",
            "60|55|50",
            "1e1",
            "in_words",
            "99999999999",
        ] {
            assert_eq!(wrong.parse::<Choice>(), Err(InvalidChoice), "{wrong}");
        }
    }
}
