//! What is published, as documents that can be found.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use policy::{Coded, Level};
use search_index::{Document, Kind};

use crate::db::base::Base;
use crate::db::catalogue::CatalogueEntry;
use crate::db::course::PlacedCourse;
use crate::db::institution::Institution;
use crate::db::market::{CITY, MarketFigure};
use crate::db::occupation::{CLASSIFICATION, Occupation};
use crate::db::{self, Database};

/// What documents borrow from each other: names of places and occupations, levels, tiers, figures.
pub(super) struct Published {
    district_names: HashMap<String, String>,
    university_names: HashMap<String, String>,
    occupations: HashMap<String, Occupation>,
    levels: HashMap<String, Vec<u8>>,
    tiers: HashMap<(String, u8), String>,
    /// Codes of occupations that are subsidised at a level or more.
    subsidised: HashSet<String>,
    taught: HashMap<String, Vec<String>>,
    ratios: HashMap<String, f64>,
}

impl Published {
    /// Reads what documents borrow, as it stands on a day.
    pub(super) async fn read(database: &Database, today: NaiveDate) -> db::Result<Self> {
        let occupations: HashMap<String, Occupation> = database
            .occupations(CLASSIFICATION)
            .await?
            .into_iter()
            .map(|occupation| (occupation.code.clone(), occupation))
            .collect();
        let mut levels: HashMap<String, Vec<u8>> = HashMap::new();
        for existing in database.occupation_levels().await? {
            levels
                .entry(existing.occupation)
                .or_default()
                .push(existing.level.number());
        }
        let mut taught: HashMap<String, Vec<String>> = HashMap::new();
        for designation in database.designations_in_force(today).await? {
            let occupation = designation
                .occupation
                .and_then(|code| occupations.get(&code));
            if let Some(occupation) = occupation {
                let names = taught.entry(designation.institution).or_default();
                if names.last() != Some(&occupation.name) {
                    names.push(occupation.name.clone());
                }
            }
        }
        let entries = match database.catalogue_in_force(today).await? {
            Some(edition) => database.catalogue_entries(&edition.id).await?,
            None => Vec::new(),
        };
        Ok(Self {
            district_names: database
                .districts()
                .await?
                .into_iter()
                .map(|one| (one.code, one.name))
                .collect(),
            university_names: database
                .universities()
                .await?
                .into_iter()
                .map(|one| (one.code, one.name))
                .collect(),
            occupations,
            levels,
            subsidised: entries
                .iter()
                .filter(|entry| entry.is_subsidised)
                .map(|entry| entry.occupation.clone())
                .collect(),
            tiers: entries.into_iter().filter_map(tier).collect(),
            taught,
            ratios: database
                .market_of_area(CITY)
                .await?
                .iter()
                .filter_map(ratio)
                .collect(),
        })
    }

    /// Returns all documents but the courses, which are many and read in parts.
    pub(super) async fn documents(&self, database: &Database) -> db::Result<Vec<Document>> {
        let mut documents: Vec<Document> = self
            .occupations
            .values()
            .map(|one| self.occupation(one))
            .collect();
        documents.extend(
            database
                .institutions()
                .await?
                .iter()
                .map(|one| self.institution(one)),
        );
        documents.extend(database.bases().await?.iter().map(|one| self.base(one)));
        Ok(documents)
    }

    /// Returns an occupation's document.
    pub(super) fn occupation(&self, occupation: &Occupation) -> Document {
        let levels = self
            .levels
            .get(&occupation.code)
            .cloned()
            .unwrap_or_default();
        Document {
            kind: Kind::Occupation,
            id: occupation.code.clone(),
            code: Some(occupation.code.clone()),
            name: occupation.name.clone(),
            aliases: aliases(occupation),
            about: occupation.minor_group_name.iter().cloned().collect(),
            shortage: levels
                .iter()
                .find_map(|level| self.tier(&occupation.code, *level)),
            levels,
            is_subsidised: self.subsidised.contains(&occupation.code),
            market_ratio: self.ratios.get(&occupation.code).copied(),
            ..Document::default()
        }
    }

    /// Returns an institution's document; it can be found by what it is designated to teach.
    pub(super) fn institution(&self, institution: &Institution) -> Document {
        let taught = self
            .taught
            .get(&institution.id)
            .cloned()
            .unwrap_or_default();
        Document {
            kind: Kind::Institution,
            id: institution.id.clone(),
            name: institution.name.clone(),
            about: self
                .district_name(&institution.district)
                .into_iter()
                .chain(taught)
                .collect(),
            districts: vec![institution.district.clone()],
            institution: Some(institution.id.clone()),
            ..Document::default()
        }
    }

    /// Returns a base's document.
    pub(super) fn base(&self, base: &Base) -> Document {
        let university = base
            .university
            .as_ref()
            .and_then(|code| self.university_names.get(code));
        Document {
            kind: Kind::Base,
            id: base.id.clone(),
            name: base.name.clone(),
            about: self
                .district_name(&base.district)
                .into_iter()
                .chain(university.cloned())
                .collect(),
            districts: vec![base.district.clone()],
            institution: Some(base.id.clone()),
            ..Document::default()
        }
    }

    /// Returns a course's document; it can be found by every name of its occupation.
    pub(super) fn course(&self, placed: &PlacedCourse) -> Document {
        let course = &placed.course;
        let occupation = course
            .occupation
            .as_ref()
            .and_then(|code| self.occupations.get(code));
        let level = course.level.map(Level::number);
        Document {
            kind: Kind::Course,
            id: course.id.clone(),
            code: course.occupation.clone(),
            name: course.title.clone(),
            aliases: occupation
                .map(|one| {
                    std::iter::once(one.name.clone())
                        .chain(aliases(one))
                        .collect()
                })
                .unwrap_or_default(),
            about: std::iter::once(placed.place_name.clone())
                .chain(self.district_name(&placed.district))
                .collect(),
            districts: vec![placed.district.clone()],
            levels: level.into_iter().collect(),
            programmes: vec![course.programme.code().to_owned()],
            shortage: course
                .occupation
                .as_ref()
                .zip(level)
                .and_then(|(code, level)| self.tier(code, level)),
            start: Some(course.starts_on),
            apply_until: Some(course.apply_until),
            seats_left: Some(u32::try_from(course.seats_left()).unwrap_or_default()),
            modes: vec![course.mode.code().to_owned()],
            institution: course.institution.clone().or_else(|| course.base.clone()),
            own_cost: u64::try_from(course.own_cost.0).ok(),
            market_ratio: course
                .occupation
                .as_ref()
                .and_then(|code| self.ratios.get(code))
                .copied(),
            ..Document::default()
        }
    }

    fn district_name(&self, code: &str) -> Option<String> {
        self.district_names.get(code).cloned()
    }

    fn tier(&self, occupation: &str, level: u8) -> Option<String> {
        self.tiers.get(&(occupation.to_owned(), level)).cloned()
    }
}

fn aliases(occupation: &Occupation) -> Vec<String> {
    occupation
        .aliases
        .split('|')
        .filter(|alias| !alias.is_empty())
        .map(str::to_owned)
        .collect()
}

fn tier(entry: CatalogueEntry) -> Option<((String, u8), String)> {
    Some((
        (entry.occupation, entry.level.number()),
        entry.shortage_tier?,
    ))
}

/// Returns an occupation's openings per job seeker, as published or from the published counts; the latest wins.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of people and thousandths are far below 2^52"
)]
fn ratio(figure: &MarketFigure) -> Option<(String, f64)> {
    let published = figure
        .ratio_thousandths
        .map(|thousandths| thousandths as f64 / 1000.0);
    let counted = || match (figure.demand, figure.supply) {
        (Some(demand), Some(supply)) if supply > 0 => Some(demand as f64 / supply as f64),
        _ => None,
    };
    Some((figure.occupation.clone()?, published.or_else(counted)?))
}
