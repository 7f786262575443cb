//! What is left to a person: subsidies, new primary occupations, this year's training, promotions.

use std::cmp::Reverse;

use chrono::{Datelike, NaiveDate};

use crate::order::put_in_order;
use crate::parameters::Parameters;
use crate::rules::{lifetime, primary, upgrade, year};
use crate::skill::Skill;
use crate::{Facts, HistoryEntry, Level, Outcome, ReadingId, Upgrade};

/// What is left to a person; each part is unknown where the history is.
pub(crate) struct Left {
    pub(crate) lifetime: Option<u32>,
    pub(crate) primary: Option<u32>,
    pub(crate) year_used: Option<bool>,
    /// The promotions that certainly pass, by occupation, then level descending.
    pub(crate) upgrades: Option<Vec<Upgrade>>,
    /// A promotion may pass, which only certificates that were not told decide.
    pub(crate) upgrade_possible: bool,
}

impl Left {
    /// What is left to somebody of whose history nothing is known; no rule of a course asks for it.
    pub(crate) const UNKNOWN: Self = Self {
        lifetime: None,
        primary: None,
        year_used: None,
        upgrades: None,
        upgrade_possible: true,
    };

    pub(crate) fn of(facts: &Facts, parameters: &Parameters, on: NaiveDate) -> Self {
        let Some(history) = facts.history.as_deref() else {
            return Self::UNKNOWN;
        };
        let mut left = Self {
            lifetime: Some(
                parameters
                    .number(ReadingId::SixSubsidies)
                    .saturating_sub(lifetime::used(history)),
            ),
            primary: Some(primary::left(history, parameters)),
            year_used: Some(year::is_used(history, on.year())),
            upgrades: None,
            upgrade_possible: false,
        };
        left.upgrades = Some(promotions(facts, parameters, &mut left.upgrade_possible));
        left
    }
}

fn promotions(facts: &Facts, parameters: &Parameters, possible: &mut bool) -> Vec<Upgrade> {
    let history = facts.history.as_deref().unwrap_or_default();
    let mut upgrades = Vec::new();
    let promoted = upgrade::promoted_occupations(history);
    for (place, entry) in history.iter().enumerate() {
        let Some(occupation) = entry.occupation.filter(|_| upgrade::is_base(entry)) else {
            continue;
        };
        let seen = |earlier: &HistoryEntry| {
            upgrade::is_base(earlier) && earlier.occupation == Some(occupation)
        };
        if !promoted.admits(occupation) || history[..place].iter().any(seen) {
            continue;
        }
        let skill = Skill::of(facts, occupation);
        for level in Level::PROMOTIONS {
            match upgrade::outcome(&skill, parameters, level) {
                Outcome::Pass => upgrades.push(Upgrade { occupation, level }),
                Outcome::Unknown => *possible = true,
                Outcome::Fail => {}
            }
        }
    }
    put_in_order(&mut upgrades, |upgrade| {
        (upgrade.occupation, Reverse(upgrade.level))
    });
    upgrades
}
