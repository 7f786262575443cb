//! Whether the catalogue's editions follow each other day by day: on every day from the first on, exactly one is in force.

use std::fmt;

use chrono::NaiveDate;

use crate::db::catalogue::CatalogueEdition;

/// Two editions that do not follow each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discord {
    /// The id of the edition that began first.
    pub earlier: String,
    /// The id of the other one.
    pub later: String,
    /// What lies between them.
    pub kind: DiscordKind,
}

/// What lies between two editions that do not follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiscordKind {
    /// Both are in force on the later one's first day.
    Overlap,
    /// On these days none is.
    Gap {
        /// The first of them.
        from: NaiveDate,
        /// The last of them.
        to: NaiveDate,
    },
}

/// Returns every place where editions overlap or leave days out, by date. One without a last day lasts until the next.
#[must_use]
pub fn discords<'a>(editions: impl IntoIterator<Item = &'a CatalogueEdition>) -> Vec<Discord> {
    let mut ordered: Vec<_> = editions.into_iter().collect();
    ordered.sort_by(|one, other| (one.from_on, &one.id).cmp(&(other.from_on, &other.id)));
    let mut found = Vec::new();
    let mut reaching: Option<&CatalogueEdition> = None;
    for edition in ordered {
        if let Some(earlier) = reaching
            && let Some(kind) = between(earlier, edition)
        {
            found.push(Discord {
                earlier: earlier.id.clone(),
                later: edition.id.clone(),
                kind,
            });
        }
        // one that ends before an earlier one does leaves nothing behind it
        let reaches_further = reaching.is_none_or(|earlier| {
            edition.to_on.is_none() || earlier.to_on.is_none_or(|last| edition.to_on > Some(last))
        });
        if reaches_further {
            reaching = Some(edition);
        }
    }
    found
}

fn between(earlier: &CatalogueEdition, later: &CatalogueEdition) -> Option<DiscordKind> {
    let Some(last) = earlier.to_on else {
        return (earlier.from_on == later.from_on).then_some(DiscordKind::Overlap);
    };
    if last >= later.from_on {
        return Some(DiscordKind::Overlap);
    }
    let (from, to) = (last.succ_opt()?, later.from_on.pred_opt()?);
    (from <= to).then_some(DiscordKind::Gap { from, to })
}

impl fmt::Display for Discord {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            earlier,
            later,
            kind,
        } = self;
        match kind {
            DiscordKind::Overlap => write!(formatter, "editions {earlier} and {later} overlap"),
            DiscordKind::Gap { from, to } => write!(
                formatter,
                "no edition is in force from {from} to {to}, between {earlier} and {later}"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(id: &str, from: &str, to: &str) -> CatalogueEdition {
        CatalogueEdition {
            id: id.to_owned(),
            name: id.to_owned(),
            from_on: from.parse().unwrap(),
            to_on: to.parse().ok(),
            classification: "2022".to_owned(),
            source: None,
            is_sample: true,
        }
    }

    fn told(editions: &[CatalogueEdition]) -> Vec<String> {
        discords(editions).iter().map(Discord::to_string).collect()
    }

    #[test]
    fn editions_that_follow_each_other_are_in_accord() {
        assert_eq!(told(&[]), [""; 0]);
        let following = [
            edition("c", "2027-01-01", ""),
            edition("a", "2025-01-01", ""),
            edition("b", "2026-01-01", "2026-12-31"),
        ];
        assert_eq!(told(&following), [""; 0]);
    }

    #[test]
    fn every_overlap_and_every_gap_is_named() {
        let unruly = [
            edition("long", "2025-01-01", "2026-12-31"),
            edition("within", "2025-03-01", "2025-04-30"),
            edition("across", "2026-12-31", "2027-03-31"),
            edition("late", "2027-05-01", ""),
            edition("twin", "2027-05-01", ""),
        ];
        assert_eq!(
            told(&unruly),
            [
                "editions long and within overlap",
                "editions long and across overlap",
                "no edition is in force from 2027-04-01 to 2027-04-30, between across and late",
                "editions late and twin overlap",
            ]
        );
    }
}
