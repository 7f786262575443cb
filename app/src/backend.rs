//! The questions that pages ask, in the words of the person who asks them.
//!
//! The server answers them by joining database, index and policy; tests answer them from a small
//! made-up city. What comes back is ready to be shown but not yet worded: numbers, dates and codes,
//! no sentences. "Not found" is `None`; an [`Unavailable`] is a fault of ours.

mod advising;
mod ahead;
mod enrolling;
mod finding;
mod publishing;
mod register;
mod rehearsal;
mod staff;
mod words;

use async_trait::async_trait;
use policy::{Assessment, Course as CourseFacts, Facts, Goal, OccupationCode, Plans};

pub use self::advising::{
    MarketFigure, MarketQuestion, MarketSeries, Part, Recommendation, Wishes,
};
pub use self::ahead::{Ahead, SubsidisedOccupation};
pub use self::enrolling::{Application, PersonId, Profile, Waiting};
pub use self::finding::{
    FacetValue, Facets, Find, Found, Hit, Kind, Near, PlaceCount, Reason, Sort, Suggestion,
    Understood, UnderstoodFilter,
};
pub use self::publishing::{
    Base, CatalogueEntry, CourseCard, CourseDetail, Designation, DesignationSubject, District,
    Institution, Occupation, Office, Place, Session,
};
pub use self::register::{ReadingChoice, RegisteredReading};
pub use self::rehearsal::{Change, Effect, Example, Rehearsal};
pub use self::staff::{Member, Role};
pub use self::words::{KnownWord, UnansweredWords, Word, WordEdit, WordPreview};

pub use crate::checker::Papers;

/// The portal could not answer for a reason of its own (database, index); shown as a 500 page.
#[derive(Debug, thiserror::Error)]
#[error("{what} is unavailable")]
pub struct Unavailable {
    /// Which part could not answer, without personal data.
    pub what: &'static str,
    /// The cause, for the log.
    #[source]
    pub cause: Box<dyn std::error::Error + Send + Sync>,
}

/// What a question comes back with.
pub type Answer<T> = Result<T, Unavailable>;

/// Everything that pages ask.
#[async_trait]
pub trait Backend: Send + Sync {
    /// The hits, facets and understood filters for what somebody searches for: as [`Self::find`] has them, and counted
    /// among the searches in vain where nothing answers the words.
    async fn search(&self, find: &Find) -> Answer<Found>;

    /// The hits, facets and understood filters for what the portal itself wants to know.
    async fn find(&self, find: &Find) -> Answer<Found>;

    /// At most `limit` suggestions while somebody types.
    async fn suggest(&self, text: &str, limit: usize) -> Answer<Vec<Suggestion>>;

    /// The districts and 先导区, in the order of their codes.
    async fn districts(&self) -> Answer<Vec<District>>;

    /// One occupation of the classification, with its levels and what the city pays for them on the visit's day.
    async fn occupation(&self, code: &str) -> Answer<Option<Occupation>>;

    /// One institution with its dated designations.
    async fn institution(&self, id: &str) -> Answer<Option<Institution>>;

    /// One training base.
    async fn base(&self, id: &str) -> Answer<Option<Base>>;

    /// One course or practice slot (a slot is a course of `student_practice` at a base).
    async fn course(&self, id: &str) -> Answer<Option<CourseDetail>>;

    /// The subsidised occupations of the same minor group as the one with this code, which is left out, in the order of their
    /// codes.
    async fn kindred(&self, code: &str) -> Answer<Vec<Hit>>;

    /// The courses with these ids, in this order; unknown ids are left out.
    async fn courses(&self, ids: &[String]) -> Answer<Vec<CourseCard>>;

    /// What the city's figures look like: how many occupations are subsidised, courses open, and so on.
    async fn counts(&self) -> Answer<Counts>;

    /// What a person with these facts may still take, and whether this course is among it.
    async fn what_may_i_still_take(
        &self,
        facts: &Facts,
        course: Option<&CourseFacts>,
    ) -> Answer<Assessment>;

    /// What lies ahead of a person with these facts who asks about a course; `None` where there is no such course.
    async fn ahead(&self, facts: &Facts, course: &str) -> Answer<Option<Ahead>>;

    /// The best plan for a goal over so many years, and its runner-up, if today's policy and catalogue continue.
    async fn plan(&self, facts: &Facts, goal: Goal, years: u32) -> Answer<Plans>;

    /// The occupations that the edition in force subsidises, by their codes.
    async fn subsidised_occupations(&self) -> Answer<Vec<SubsidisedOccupation>>;

    /// What is published for whoever asks the checker, and about the course with this id; `None` where there is no such course.
    async fn papers(&self, course: Option<&str>) -> Answer<Option<Papers>>;

    /// The course as the rules see it; `None` where there is no such course.
    async fn course_facts(&self, id: &str) -> Answer<Option<CourseFacts>>;

    /// Every place where the policy can be read in more than one way, with what was chosen when.
    async fn readings(&self) -> Answer<Vec<RegisteredReading>>;

    /// Published supply and demand, a series by period.
    async fn market(&self, question: &MarketQuestion) -> Answer<MarketSeries>;

    /// Courses ranked for somebody, each with the parts of its score.
    async fn recommended(&self, facts: &Facts, wishes: &Wishes) -> Answer<Vec<Recommendation>>;

    /// What the portal keeps about a signed-in person, masked.
    async fn profile(&self, person: PersonId) -> Answer<Profile>;

    /// The facts that a signed-in person has given, with the history from their own enrolments.
    async fn facts_of(&self, person: PersonId) -> Answer<Facts>;

    /// The same facts as far as they matter to a course in this occupation: certificates are told one at a time.
    async fn facts_for(
        &self,
        person: PersonId,
        _occupation: Option<OccupationCode>,
    ) -> Answer<Facts> {
        self.facts_of(person).await
    }

    /// A person's applications, newest first.
    async fn my_applications(&self, person: PersonId) -> Answer<Vec<Application>>;

    /// One of the person's own applications by its reference number.
    async fn my_application(
        &self,
        person: PersonId,
        reference: &str,
    ) -> Answer<Option<Application>>;

    /// Where a person waits in line for a seat, the longest waiting first; courses that have started are left out.
    async fn my_waiting(&self, person: PersonId) -> Answer<Vec<Waiting>>;
}

/// A few numbers for the first page, on the visit's day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Occupations of the classification.
    pub occupations: u32,
    /// Occupations with at least one subsidised level in the edition in force.
    pub subsidised_occupations: u32,
    /// Institutions with a designation in force.
    pub institutions: u32,
    /// Courses that still take applications.
    pub open_courses: u32,
    /// Practice slots that still take applications.
    pub open_slots: u32,
    /// Training bases.
    pub bases: u32,
}
