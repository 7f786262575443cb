//! A person's real name: checked when read, shown masked, never printed.

use std::fmt;
use std::str::FromStr;

const FEWEST: usize = 2;
const MOST: usize = 30;

/// A real name as an identity card has it.
#[derive(Clone, PartialEq, Eq)]
pub struct RealName(String);

/// A text that is no name; it never repeats the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a name: give 2 to 30 letters or Chinese characters")]
pub struct InvalidName;

impl RealName {
    /// Returns the name itself: for sealing, never for a log or an address.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

/// Returns a name as its owner may see it: `李*`.
pub(super) fn mask(name: &str) -> String {
    let hidden = name.chars().count().saturating_sub(1);
    name.chars()
        .take(1)
        .chain(std::iter::repeat_n('*', hidden.min(3)))
        .collect()
}

impl FromStr for RealName {
    type Err = InvalidName;

    fn from_str(text: &str) -> Result<Self, InvalidName> {
        let name: Vec<_> = text.split_whitespace().collect();
        let name = name.join(" ");
        let length = name.chars().count();
        // names of other peoples of China have a dot in the middle
        let is_allowed = |sign: char| {
            sign.is_alphabetic() || matches!(sign, '·' | '•' | '．' | ' ' | '\'' | '’' | '-' | '.')
        };
        let begins_well = name.chars().next().is_some_and(char::is_alphabetic);
        if (FEWEST..=MOST).contains(&length) && begins_well && name.chars().all(is_allowed) {
            Ok(Self(name))
        } else {
            Err(InvalidName)
        }
    }
}

impl fmt::Debug for RealName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("RealName(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_people_are_read_and_others_refused() {
        for name in ["李明", "欧阳娜娜", "阿卜杜拉·买买提", " John  O'Neil "] {
            assert!(name.parse::<RealName>().is_ok(), "{name}");
        }
        for wrong in [
            "",
            "李",
            "李1",
            "<b>李</b>",
            "'; drop table person; --",
            "·李",
            "李\u{0}明",
        ] {
            assert_eq!(
                wrong.parse::<RealName>().unwrap_err(),
                InvalidName,
                "{wrong}"
            );
        }
    }

    #[test]
    fn a_masked_name_shows_its_first_sign_only() {
        assert_eq!([mask("李明"), mask("欧阳娜娜")], ["李*", "欧***"]);
    }
}
