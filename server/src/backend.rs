//! Answers the pages' questions by joining database, index and policy; one file a group of questions.

mod advising;
mod ahead;
mod card;
mod enrolling;
mod finding;
mod nearness;
mod publishing;
mod readings;

use std::sync::Arc;

use app::backend::{
    Ahead, Answer, Application, Backend, Base, Counts, CourseCard, CourseDetail, District, Find,
    Found, Hit, Institution, MarketQuestion, MarketSeries, Occupation, Papers, PersonId, Profile,
    Recommendation, RegisteredReading, SubsidisedOccupation, Suggestion, Unavailable, Waiting,
    Wishes,
};
use async_trait::async_trait;
use policy::{Assessment, Course as CourseFacts, Facts, Goal, OccupationCode, Plans};
use search_index::{SearchError, SearchIndex};

pub(crate) use self::advising::published;
pub(crate) use self::readings::readings;
use crate::clock::Clock;
use crate::db::{self, Database};
use crate::enrolment::{ByPolicy, Eligibility};
use crate::index::Wake;
use crate::seal::Keys;
use crate::shelf::Shelf;
use crate::words::Unanswered;

/// The city as the database and the index know it.
#[derive(Clone, Debug)]
pub struct City {
    /// The truth.
    pub database: Database,
    /// What can be found.
    pub index: SearchIndex,
    /// Where "now" comes from.
    pub clock: Clock,
    /// What opens personal data.
    pub keys: Keys,
    /// What is published, in memory.
    pub shelf: Shelf,
    /// Has the feed read at once, after a write.
    pub wake: Wake,
    /// Searches that found nothing.
    pub unanswered: Unanswered,
}

impl City {
    /// Returns who decides about enrolments: the policy.
    #[must_use]
    pub fn eligibility(&self) -> Arc<dyn Eligibility> {
        Arc::new(ByPolicy {
            keys: self.keys.clone(),
        })
    }
}

pub(crate) fn unavailable(fault: db::Error) -> Unavailable {
    Unavailable {
        what: "the database",
        cause: Box::new(fault),
    }
}

fn index_unavailable(fault: SearchError) -> Unavailable {
    Unavailable {
        what: "the search index",
        cause: Box::new(fault),
    }
}

#[async_trait]
impl Backend for City {
    async fn search(&self, find: &Find) -> Answer<Found> {
        finding::search(self, find)
    }

    async fn find(&self, find: &Find) -> Answer<Found> {
        finding::find(self, find)
    }

    async fn suggest(&self, text: &str, limit: usize) -> Answer<Vec<Suggestion>> {
        finding::suggest(self, text, limit)
    }

    async fn districts(&self) -> Answer<Vec<District>> {
        Ok(publishing::districts(self))
    }

    async fn occupation(&self, code: &str) -> Answer<Option<Occupation>> {
        publishing::occupation(self, code).await
    }

    async fn institution(&self, id: &str) -> Answer<Option<Institution>> {
        publishing::institution(self, id).await
    }

    async fn base(&self, id: &str) -> Answer<Option<Base>> {
        publishing::base(self, id).await
    }

    async fn course(&self, id: &str) -> Answer<Option<CourseDetail>> {
        publishing::course(self, id).await
    }

    async fn kindred(&self, code: &str) -> Answer<Vec<Hit>> {
        Ok(finding::kindred(self, code))
    }

    async fn courses(&self, ids: &[String]) -> Answer<Vec<CourseCard>> {
        Ok(publishing::courses(self, ids))
    }

    async fn counts(&self) -> Answer<Counts> {
        Ok(publishing::counts(self))
    }

    async fn what_may_i_still_take(
        &self,
        facts: &Facts,
        course: Option<&CourseFacts>,
    ) -> Answer<Assessment> {
        Ok(advising::what_may_i_still_take(self, facts, course))
    }

    async fn papers(&self, course: Option<&str>) -> Answer<Option<Papers>> {
        advising::papers(self, course).await
    }

    async fn course_facts(&self, id: &str) -> Answer<Option<CourseFacts>> {
        advising::course_facts(self, id).await
    }

    async fn ahead(&self, facts: &Facts, course: &str) -> Answer<Option<Ahead>> {
        ahead::ahead(self, facts, course).await
    }

    async fn plan(&self, facts: &Facts, goal: Goal, years: u32) -> Answer<Plans> {
        Ok(ahead::plan(self, facts, goal, years))
    }

    async fn subsidised_occupations(&self) -> Answer<Vec<SubsidisedOccupation>> {
        Ok(ahead::subsidised_occupations(self))
    }

    async fn readings(&self) -> Answer<Vec<RegisteredReading>> {
        Ok(readings(&self.shelf.stock().register))
    }

    async fn market(&self, question: &MarketQuestion) -> Answer<MarketSeries> {
        advising::market(self, question).await
    }

    async fn recommended(&self, facts: &Facts, wishes: &Wishes) -> Answer<Vec<Recommendation>> {
        advising::recommended(self, facts, wishes)
    }

    async fn profile(&self, person: PersonId) -> Answer<Profile> {
        enrolling::profile(self, person).await
    }

    async fn facts_of(&self, person: PersonId) -> Answer<Facts> {
        enrolling::facts_of(self, person, None).await
    }

    async fn facts_for(
        &self,
        person: PersonId,
        occupation: Option<OccupationCode>,
    ) -> Answer<Facts> {
        enrolling::facts_of(self, person, occupation).await
    }

    async fn my_applications(&self, person: PersonId) -> Answer<Vec<Application>> {
        enrolling::my_applications(self, person).await
    }

    async fn my_application(
        &self,
        person: PersonId,
        reference: &str,
    ) -> Answer<Option<Application>> {
        enrolling::my_application(self, person, reference).await
    }

    async fn my_waiting(&self, person: PersonId) -> Answer<Vec<Waiting>> {
        enrolling::my_waiting(self, person).await
    }
}
