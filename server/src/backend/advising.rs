//! What somebody may take, what the market says, and which courses fit.

use app::backend::{Answer, MarketQuestion, MarketSeries, Recommendation, Wishes};
use policy::{Assessment, Course as CourseFacts, Facts, Published};

use super::City;

pub(super) async fn what_may_i_still_take(
    city: &City,
    facts: &Facts,
    course: Option<&CourseFacts>,
) -> Answer<Assessment> {
    Ok(policy::assess(
        facts,
        course,
        &Published::default(),
        city.clock.today(),
    ))
}

pub(super) async fn course_facts(_: &City, _: &str) -> Answer<Option<CourseFacts>> {
    Ok(None)
}

pub(super) async fn market(_: &City, _: &MarketQuestion) -> Answer<MarketSeries> {
    Ok(MarketSeries::default())
}

pub(super) async fn recommended(_: &City, _: &Facts, _: &Wishes) -> Answer<Vec<Recommendation>> {
    Ok(Vec::new())
}
