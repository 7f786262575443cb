//! What a person has taken and holds in one occupation, gathered in one pass.

use crate::readings::COUNTED;
use crate::{Facts, Level, OccupationCode};

/// A set of levels.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Levels(u8);

impl Levels {
    pub(crate) fn add(&mut self, level: Level) {
        self.0 |= 1 << level.number();
    }

    pub(crate) const fn contains(self, level: Level) -> bool {
        self.0 & (1 << level.number()) != 0
    }

    /// Returns the highest level of the set (the smallest number).
    pub(crate) fn highest(self) -> Option<Level> {
        Level::ALL
            .into_iter()
            .rev()
            .find(|level| self.contains(*level))
    }
}

/// What a person has taken and holds in one occupation.
pub(crate) struct Skill {
    /// Levels with a counting entry of a counted programme.
    pub(crate) taken: Levels,
    /// Levels certainly certified, by a training of any programme or otherwise.
    pub(crate) certified: Levels,
    /// Level 5 was taken in a counted programme and certified.
    pub(crate) has_base: bool,
    /// The history is known.
    pub(crate) history_known: bool,
    /// The certificates obtained otherwise are known.
    pub(crate) certificates_known: bool,
}

impl Skill {
    pub(crate) fn of(facts: &Facts, occupation: OccupationCode) -> Self {
        let mut skill = Self {
            taken: Levels::default(),
            certified: Levels::default(),
            has_base: false,
            history_known: facts.history.is_some(),
            certificates_known: facts.person.certificates.is_some(),
        };
        for entry in facts
            .history
            .iter()
            .flatten()
            .filter(|entry| entry.occupation == Some(occupation))
        {
            let Some(level) = entry.level else { continue };
            let counted = COUNTED.contains(entry.programme);
            if counted && entry.state.counts() {
                skill.taken.add(level);
            }
            if entry.state.is_certified() {
                skill.certified.add(level);
                skill.has_base |= counted && level.is_primary();
            }
        }
        for certificate in facts.person.certificates.iter().flatten() {
            if certificate.occupation == occupation {
                skill.certified.add(certificate.level);
            }
        }
        skill
    }
}
