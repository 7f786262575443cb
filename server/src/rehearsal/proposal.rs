//! What somebody would like to change: readings and the top-ups of shortage tiers, each from a day on.

use app::backend::Change;
use chrono::NaiveDate;
use policy::{Amendment, Chosen, Coded, Readings};

use super::Tier;
use crate::register::Register;

/// Another top-up for a shortage tier, from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TopUp {
    /// The tier.
    pub tier: Tier,
    /// In percent of the training standard.
    pub percent: u32,
    /// The first day.
    pub since: NaiveDate,
}

/// A register as it holds and as it would hold.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// How the policy is read.
    pub(super) before: Readings,
    /// How it would be read.
    pub(super) after: Readings,
    /// By their days.
    pub(super) top_ups: Vec<TopUp>,
    /// The same in the words of whoever reads the outcome.
    pub(super) changes: Vec<Change>,
}

impl Proposal {
    /// Returns a proposal to amend the register so, with these top-ups.
    #[must_use]
    pub fn new(
        register: &Register,
        after: &Register,
        amendments: Vec<Amendment>,
        mut top_ups: Vec<TopUp>,
    ) -> Self {
        top_ups.sort_by_key(|top_up| top_up.since);
        let readings = amendments.iter().map(|amendment| Change::Reading {
            id: amendment.reading,
            from: holding(register.readings(), amendment),
            to: amendment.chosen,
            since: amendment.since,
        });
        let percents = top_ups.iter().map(|top_up| Change::TopUp {
            tier: top_up.tier.code().to_owned(),
            percent: top_up.percent,
            since: top_up.since,
        });
        Self {
            changes: readings.chain(percents).collect(),
            before: register.readings().clone(),
            after: after.readings().clone(),
            top_ups,
        }
    }

    /// Returns the first day on which all of it holds.
    pub(super) fn holds_from(&self) -> NaiveDate {
        let days = self.changes.iter().map(|change| match change {
            Change::Reading { since, .. } | Change::TopUp { since, .. } => *since,
        });
        days.max().unwrap_or_default()
    }
}

/// Returns what the register chooses for the reading on the day of an amendment.
fn holding(readings: &Readings, amendment: &Amendment) -> Chosen {
    readings
        .register(amendment.since)
        .find(|reading| reading.id == amendment.reading)
        .map_or(amendment.chosen, |reading| reading.chosen)
}
