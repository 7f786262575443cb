//! Follows the change feed in the background, so that what is published is seen and found within a second.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use search_index::{Change, Kind};
use tokio::sync::Notify;

use super::documents::Published;
use super::{Error, at, rebuild, write};
use crate::backend::City;
use crate::db;
use crate::db::change::{self, ChangeKind};
use crate::db::course::PlacedCourse;

/// How long a change made by another node may go unnoticed: it should be found within a second, and is yet to be written.
const INTERVAL: Duration = Duration::from_millis(400);
/// How long to wait after a fault.
const AFTER_A_FAULT: Duration = Duration::from_secs(5);
/// Changes that are applied in one step.
const AT_ONCE: i64 = 500;

/// Tells the follower that this node has just written something.
#[derive(Clone, Debug, Default)]
pub struct Wake(Arc<Notify>);

impl Wake {
    /// Has the feed read at once instead of after the interval.
    pub fn now(&self) {
        self.0.notify_one();
    }
}

/// Brings index and shelf up to date again and again.
pub struct Follower {
    city: City,
    /// What documents borrow, and the day of which it tells; nothing where it is to be read again.
    published: Option<(NaiveDate, Published)>,
}

impl Follower {
    /// Returns a follower that has not looked at the feed yet.
    #[must_use]
    pub fn new(city: City) -> Self {
        Self {
            city,
            published: None,
        }
    }

    /// Follows the feed for as long as it is polled. A fault is logged, and tried again later.
    pub async fn run(mut self) {
        loop {
            let pause = match self.catch_up().await {
                Ok(_) => INTERVAL,
                Err(fault) => {
                    tracing::error!(%fault, "what is published lags behind in the index or on the shelf");
                    AFTER_A_FAULT
                }
            };
            // whether woken or not, the feed is read next
            let _ = tokio::time::timeout(pause, self.city.wake.0.notified()).await;
        }
    }

    /// Applies all that is new; returns how many changes that were.
    ///
    /// # Errors
    /// If the database does not answer or the index can't be written.
    pub async fn catch_up(&mut self) -> Result<usize, Error> {
        self.city.shelf.catch_up(&self.city.database).await?;
        let today = self.city.clock.today();
        let head = self.city.database.last_change().await?;
        let stands = self.city.index.position();
        // another day may bring another catalogue edition, and designations begin and end;
        // an index that is ahead of the feed belongs to another database
        if stands.is_none_or(|position| position.day != today || position > at(head, today)) {
            self.published = None;
            rebuild(&self.city.database, &self.city.index, today).await?;
        }
        let mut applied = 0;
        loop {
            let feed = self
                .city
                .index
                .position()
                .map_or(0, |position| position.feed);
            let known = i64::try_from(feed).unwrap_or(i64::MAX);
            let changes = self.city.database.changes_after(known, AT_ONCE).await?;
            let Some(last) = changes.last() else {
                return Ok(applied);
            };
            applied += changes.len();
            let position = at(last.position, today);
            if let Some(subjects) = subjects(&changes) {
                let documents = self.documents(subjects, today).await?;
                write(&self.city.index, move |index| {
                    index.apply(&documents, position)
                })
                .await?;
            } else {
                self.published = None;
                rebuild(&self.city.database, &self.city.index, today).await?;
            }
        }
    }

    /// Returns the documents of what has changed.
    async fn documents(
        &mut self,
        subjects: BTreeSet<(Kind, String)>,
        today: NaiveDate,
    ) -> db::Result<Vec<Change>> {
        let designations_changed = subjects.iter().any(|(kind, _)| *kind == Kind::Institution);
        let published = match self.published.take() {
            Some((day, published)) if day == today && !designations_changed => published,
            _ => Published::read(&self.city.database, today).await?,
        };
        let mut documents = Vec::new();
        for (kind, id) in &subjects {
            match kind {
                Kind::Institution => {
                    self.institution(id, &published, today, &mut documents)
                        .await?
                }
                Kind::Base => self.base(id, &published, today, &mut documents).await?,
                _ => documents.push(self.course(id, &published).await?),
            }
        }
        self.published = Some((today, published));
        Ok(documents)
    }

    async fn course(&self, id: &str, published: &Published) -> db::Result<Change> {
        let course = self
            .city
            .database
            .course(id)
            .await?
            .filter(|placed| placed.course.is_published);
        Ok(match course {
            Some(course) => Change::Put(Box::new(published.course(&course))),
            None => remove(Kind::Course, id),
        })
    }

    /// An institution's name and place are part of its courses' documents.
    async fn institution(
        &self,
        id: &str,
        published: &Published,
        today: NaiveDate,
        documents: &mut Vec<Change>,
    ) -> db::Result<()> {
        let Some(institution) = self.city.database.institution(id).await? else {
            documents.push(remove(Kind::Institution, id));
            return Ok(());
        };
        documents.push(Change::Put(Box::new(published.institution(&institution))));
        let courses = self.city.database.courses_of_institution(id, today).await?;
        documents.extend(put_courses(&courses, published));
        Ok(())
    }

    async fn base(
        &self,
        id: &str,
        published: &Published,
        today: NaiveDate,
        documents: &mut Vec<Change>,
    ) -> db::Result<()> {
        let Some(base) = self.city.database.base(id).await? else {
            documents.push(remove(Kind::Base, id));
            return Ok(());
        };
        documents.push(Change::Put(Box::new(published.base(&base))));
        let slots = self.city.database.slots_of_base(id, today).await?;
        documents.extend(put_courses(&slots, published));
        Ok(())
    }
}

fn put_courses(courses: &[PlacedCourse], published: &Published) -> impl Iterator<Item = Change> {
    courses
        .iter()
        .map(|course| Change::Put(Box::new(published.course(course))))
}

fn remove(kind: Kind, id: &str) -> Change {
    Change::Remove {
        kind,
        id: id.to_owned(),
    }
}

/// Returns the single things that have changed; nothing where so much has changed that all is to be built anew.
fn subjects(changes: &[change::Change]) -> Option<BTreeSet<(Kind, String)>> {
    let mut subjects = BTreeSet::new();
    for change in changes {
        let kind = match change.kind {
            ChangeKind::Course => Kind::Course,
            ChangeKind::Institution => Kind::Institution,
            ChangeKind::Base => Kind::Base,
            // how the policy is read stands in no document
            ChangeKind::Register => continue,
            // their names, levels, tiers and figures are part of many documents, and words of any
            ChangeKind::Occupation
            | ChangeKind::Catalogue
            | ChangeKind::Market
            | ChangeKind::Place
            | ChangeKind::Synonym => return None,
        };
        subjects.insert((kind, change.only()?.to_owned()));
    }
    Some(subjects)
}
