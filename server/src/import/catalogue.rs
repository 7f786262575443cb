//! Editions of the subsidised occupation catalogue: one row is an occupation at a level, and repeats what its edition is.

use std::collections::HashMap;

use policy::Level;

use super::known::Known;
use super::occupation::{classification, level, occupation_code};
use super::record::Record;
use super::row::Row;
use super::row_error::{Noun, Problem, RowErrors};
use super::table::{Column, optional, required};
use crate::db::catalogue::{CatalogueEdition, CatalogueEntry};
use crate::shelf::{Discord, DiscordKind, discords};

/// The tiers of the shortage list: 一般紧缺, 比较紧缺, 特别紧缺.
const TIERS: &[&str] = &["general", "high", "very"];

/// A row of the catalogue, with the edition that it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CatalogueRow {
    pub(super) edition: CatalogueEdition,
    pub(super) entry: CatalogueEntry,
}

impl Record for CatalogueRow {
    const COLUMNS: &'static [Column] = &[
        required("edition"),
        required("edition_name"),
        required("from_on"),
        optional("to_on"),
        optional("classification"),
        optional("edition_source"),
        optional("sample"),
        required("occupation"),
        required("level"),
        required("hours"),
        required("training_fen"),
        required("appraisal_fen"),
        required("is_subsidised"),
        required("shortage_tier"),
        required("top_up_percent"),
    ];
    const KEY_COLUMN: &'static str = "occupation";
    type Key = (String, String, Level);

    fn read(row: &mut Row<'_>, known: &Known) -> Option<Self> {
        let edition = edition(row);
        let skill = occupation_at_level(row, known);
        let hours = row.if_any("hours", |row| row.number("hours", 1..=5_000));
        let training = row.if_any("training_fen", |row| row.fen("training_fen"));
        let appraisal = row.if_any("appraisal_fen", |row| row.fen("appraisal_fen"));
        let is_subsidised = row.is_true("is_subsidised");
        let shortage_tier = row.if_any("shortage_tier", |row| {
            row.one_of("shortage_tier", TIERS).map(str::to_owned)
        });
        let top_up_percent = row.if_any("top_up_percent", |row| {
            row.number("top_up_percent", 0..=300)
        });
        let (edition, (occupation, level)) = (edition?, skill?);
        let entry = CatalogueEntry {
            edition: edition.id.clone(),
            occupation,
            level,
            hours: hours?,
            training: training?,
            appraisal: appraisal?,
            is_subsidised: is_subsidised?,
            shortage_tier: shortage_tier?,
            top_up_percent: top_up_percent?,
        };
        if entry.shortage_tier.is_none() && entry.top_up_percent.is_some_and(|percent| percent > 0)
        {
            row.refuse("top_up_percent", Problem::Contradicts("shortage_tier"));
            return None;
        }
        Some(Self { edition, entry })
    }

    fn key(&self) -> Self::Key {
        (
            self.entry.edition.clone(),
            self.entry.occupation.clone(),
            self.entry.level,
        )
    }

    fn compare(records: &[(u64, Self)], known: &Known, errors: &mut RowErrors) {
        let mut editions: HashMap<&str, (u64, &CatalogueEdition)> = HashMap::new();
        for (line, record) in records {
            let (_, first) = *editions
                .entry(&record.edition.id)
                .or_insert((*line, &record.edition));
            if *first != record.edition {
                errors.add(*line, "edition", Problem::Contradicts("edition"));
            }
        }
        let stored = known
            .editions
            .values()
            .filter(|edition| !editions.contains_key(edition.id.as_str()));
        let told = editions.values().map(|(_, edition)| *edition);
        for discord in discords(stored.chain(told)) {
            let Some((line, column, problem)) = charged(&discord, &editions) else {
                continue;
            };
            errors.add(line, column, problem);
        }
    }
}

/// Returns what is wrong between two editions, charged to the later of those that the file tells; nothing where
/// it tells neither.
fn charged(
    discord: &Discord,
    told: &HashMap<&str, (u64, &CatalogueEdition)>,
) -> Option<(u64, &'static str, Problem)> {
    let (later, earlier) = (
        told.get(discord.later.as_str()),
        told.get(discord.earlier.as_str()),
    );
    let (line, column, other) = match (later, earlier) {
        (Some((line, _)), _) => (*line, "from_on", &discord.earlier),
        (None, Some((line, _))) => (*line, "to_on", &discord.later),
        (None, None) => return None,
    };
    let problem = match discord.kind {
        DiscordKind::Overlap => Problem::OverlapsEdition(other.clone()),
        DiscordKind::Gap { from, to } => Problem::LeavesDaysOut { from, to },
    };
    Some((line, column, problem))
}

fn edition(row: &mut Row<'_>) -> Option<CatalogueEdition> {
    let id = row.own_code("edition");
    let name = row.text("edition_name", 60);
    let days = row.open_period("from_on", "to_on");
    let classification = classification(row);
    let source = row.text_if_any("edition_source", 200);
    let is_sample = row.is_true("sample");
    let (from_on, to_on) = days?;
    Some(CatalogueEdition {
        id: id?,
        name: name?,
        from_on,
        to_on,
        classification: classification?.to_owned(),
        source: source?,
        is_sample: is_sample?,
    })
}

/// Returns an occupation of the row's classification with one of its levels.
pub(super) fn occupation_at_level(row: &mut Row<'_>, known: &Known) -> Option<(String, Level)> {
    let classification = classification(row);
    let code = occupation_code(row, "occupation");
    let level = level(row);
    let occupation = (classification?.to_owned(), code?);
    let levels = known.occupations.get(&occupation);
    let (Some(levels), Some(level)) = (levels, level) else {
        if levels.is_none() {
            row.refuse("occupation", Problem::UnknownReference(Noun::Occupation));
        }
        return None;
    };
    if levels.contains(&level) {
        return Some((occupation.1, level));
    }
    row.refuse("level", Problem::UnknownReference(Noun::Level));
    None
}
