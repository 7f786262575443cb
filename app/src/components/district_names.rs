//! What the districts are called on this page.

use crate::backend::District;
use crate::language::Language;
use crate::visit::Visit;
use crate::words;

/// Names by code, in the page's language where it has one of its own.
#[derive(Clone, Debug, Default)]
pub struct DistrictNames(Vec<(String, String)>);

impl DistrictNames {
    /// The names of these districts.
    #[must_use]
    pub fn of(visit: &Visit, districts: &[District]) -> Self {
        let name = |district: &District| {
            let key = format!("district-{}", district.code);
            match visit.language {
                Language::English if words::is_known(&key) => visit.say(&key).into_owned(),
                _ => district.name.clone(),
            }
        };
        Self(
            districts
                .iter()
                .map(|district| (district.code.clone(), name(district)))
                .collect(),
        )
    }

    /// The name of the district with this code; the code itself where it is unknown.
    #[must_use]
    pub fn name<'a>(&'a self, code: &'a str) -> &'a str {
        self.known(code).unwrap_or(code)
    }

    /// The name of the district with this code, if there is one.
    #[must_use]
    pub fn known(&self, code: &str) -> Option<&str> {
        self.iter()
            .find(|(known, _)| *known == code)
            .map(|(_, name)| name)
    }

    /// Code and name of each, in the order of the districts.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(code, name)| (code.as_str(), name.as_str()))
    }
}
