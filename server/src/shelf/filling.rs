//! Reads from the database what the shelf lacks: everything at first, then only the kinds that have changed.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::{Catalogue, Courses, Edition, Host, Stock};
use crate::db::change::{Change, ChangeKind};
use crate::db::market::CITY;
use crate::db::occupation::CLASSIFICATION;
use crate::db::{Database, Result};
use crate::register::Register;

/// How many changes or courses are read at once.
const AT_ONCE: i64 = 2_000;

/// Returns the stock after the last published change; nothing where it is up to date.
pub(super) async fn caught_up(stock: &Stock, database: &Database) -> Result<Option<Stock>> {
    if stock.position == 0 {
        return full(database).await.map(Some);
    }
    let changes = database.changes_after(stock.position, AT_ONCE).await?;
    let Some(last) = changes.last() else {
        return Ok(None);
    };
    let mut refreshed = stock.clone();
    refreshed.position = last.position;
    let kinds: HashSet<&str> = changes
        .iter()
        .map(|change| policy::Coded::code(change.kind))
        .collect();
    let has = |kind: ChangeKind| kinds.contains(policy::Coded::code(kind));
    if has(ChangeKind::Place)
        || has(ChangeKind::Institution)
        || has(ChangeKind::Base)
        || has(ChangeKind::Occupation)
    {
        // these come by import, a few times a year, and stand in every card
        return full(database).await.map(Some);
    }
    if has(ChangeKind::Catalogue) {
        refreshed.catalogue = Arc::new(catalogue(database).await?);
    }
    if has(ChangeKind::Register) {
        refreshed.register = Arc::new(Register::load(database).await?);
    }
    if has(ChangeKind::Market) {
        refreshed.market = Arc::new(market(database).await?);
    }
    if has(ChangeKind::Course) {
        refreshed.courses = Arc::new(courses_after(&stock.courses, &changes, database).await?);
    }
    Ok(Some(refreshed))
}

async fn full(database: &Database) -> Result<Stock> {
    // read first: what changes meanwhile is read once more
    let position = database.last_change().await?;
    let occupations = database.occupations(CLASSIFICATION).await?;
    Ok(Stock {
        position,
        districts: Arc::new(database.districts().await?),
        occupations: Arc::new(
            occupations
                .into_iter()
                .map(|occupation| (occupation.code, occupation.name))
                .collect(),
        ),
        catalogue: Arc::new(catalogue(database).await?),
        register: Arc::new(Register::load(database).await?),
        institutions: Arc::new(institutions(database).await?),
        bases: Arc::new(bases(database).await?),
        courses: Arc::new(every_course(database).await?),
        market: Arc::new(market(database).await?),
    })
}

async fn catalogue(database: &Database) -> Result<Catalogue> {
    let mut editions = Vec::new();
    for edition in database.catalogue_editions().await? {
        let mut entries: HashMap<String, Vec<_>> = HashMap::new();
        for entry in database.catalogue_entries(&edition.id).await? {
            entries
                .entry(entry.occupation.clone())
                .or_default()
                .push(entry);
        }
        editions.push(Edition { edition, entries });
    }
    Ok(Catalogue(editions))
}

async fn institutions(database: &Database) -> Result<HashMap<String, Host>> {
    let mut designations: HashMap<String, Vec<policy::Designation>> = HashMap::new();
    for designation in database.designations().await? {
        let designated = designation.as_designated()?;
        designations
            .entry(designation.institution)
            .or_default()
            .push(designated);
    }
    let institutions = database.institutions().await?;
    Ok(institutions
        .into_iter()
        .map(|institution| {
            let designations = designations.remove(&institution.id).unwrap_or_default();
            let host = Host {
                name: institution.name,
                district: institution.district,
                designations,
                is_sample: institution.is_sample,
            };
            (institution.id, host)
        })
        .collect())
}

async fn bases(database: &Database) -> Result<HashMap<String, (policy::BaseKind, Host)>> {
    let bases = database.bases().await?;
    Ok(bases
        .into_iter()
        .map(|base| {
            let host = Host {
                name: base.name,
                district: base.district,
                designations: Vec::new(),
                is_sample: base.is_sample,
            };
            (base.id, (base.kind, host))
        })
        .collect())
}

async fn market(
    database: &Database,
) -> Result<HashMap<String, Vec<crate::db::market::MarketFigure>>> {
    let mut series: HashMap<String, Vec<_>> = HashMap::new();
    for figure in database.market_of_area(CITY).await? {
        if let Some(occupation) = figure.occupation.clone() {
            series.entry(occupation).or_default().push(figure);
        }
    }
    Ok(series)
}

async fn every_course(database: &Database) -> Result<Courses> {
    let mut courses = Courses::default();
    let mut last = String::new();
    loop {
        let page = database.courses_after(&last, AT_ONCE).await?;
        let Some(placed) = page.last() else {
            return Ok(courses);
        };
        last.clone_from(&placed.course.id);
        courses.extend(page);
    }
}

async fn courses_after(
    known: &Courses,
    changes: &[Change],
    database: &Database,
) -> Result<Courses> {
    let mut touched = Vec::new();
    for change in changes
        .iter()
        .filter(|change| change.kind == ChangeKind::Course)
    {
        match change.only() {
            Some(id) if !touched.iter().any(|known| known == id) => touched.push(id.to_owned()),
            Some(_) => {}
            None => return every_course(database).await,
        }
    }
    let mut courses = known.clone();
    for id in &touched {
        courses.remove(id);
    }
    let fresh = database.courses_by_ids(&touched).await?;
    courses.extend(
        fresh
            .into_iter()
            .filter(|placed| placed.course.is_published),
    );
    Ok(courses)
}
