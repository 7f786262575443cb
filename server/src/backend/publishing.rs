//! What the city has published, from the database.

use app::backend::{
    Answer, Base, Counts, CourseCard, CourseDetail, District, Institution, Occupation,
};

use super::City;

pub(super) async fn districts(_: &City) -> Answer<Vec<District>> {
    Ok(Vec::new())
}

pub(super) async fn occupation(_: &City, _: &str) -> Answer<Option<Occupation>> {
    Ok(None)
}

pub(super) async fn institution(_: &City, _: &str) -> Answer<Option<Institution>> {
    Ok(None)
}

pub(super) async fn base(_: &City, _: &str) -> Answer<Option<Base>> {
    Ok(None)
}

pub(super) async fn course(_: &City, _: &str) -> Answer<Option<CourseDetail>> {
    Ok(None)
}

pub(super) async fn courses(_: &City, _: &[String]) -> Answer<Vec<CourseCard>> {
    Ok(Vec::new())
}

pub(super) async fn counts(_: &City) -> Answer<Counts> {
    Ok(Counts::default())
}
