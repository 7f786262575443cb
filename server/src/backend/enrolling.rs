//! What a signed-in person has told the portal and applied for.

use app::backend::{Answer, Application, PersonId, Profile};
use policy::Facts;

use super::City;

pub(super) async fn profile(_: &City, _: PersonId) -> Answer<Profile> {
    Ok(Profile::default())
}

pub(super) async fn facts_of(_: &City, _: PersonId) -> Answer<Facts> {
    Ok(Facts::default())
}

pub(super) async fn my_applications(_: &City, _: PersonId) -> Answer<Vec<Application>> {
    Ok(Vec::new())
}

pub(super) async fn my_application(_: &City, _: PersonId, _: &str) -> Answer<Option<Application>> {
    Ok(None)
}
