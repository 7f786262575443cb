//! Reads the parameters of an address one by one, and refuses those that nobody reads.

use std::collections::BTreeSet;
use std::str::FromStr;

use app::query::Query;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use chrono::NaiveDate;
use policy::calendar::date_from_text;

use super::Answered;
use super::speaking::Speaking;
use crate::problem::{InputError, Problem};

/// The parameters of an address, with the faults found so far.
pub(super) struct Parameters {
    speaking: Speaking,
    query: Query,
    read: BTreeSet<&'static str>,
    faults: Vec<InputError>,
}

impl<S: Sync> FromRequestParts<S> for Parameters {
    type Rejection = Box<Problem>;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Box<Problem>> {
        let speaking = Speaking(parts.extensions.get().copied().unwrap_or_default());
        let query = Query::parse(parts.uri.query().unwrap_or_default());
        if query
            .pairs()
            .any(|(_, value)| value.contains('\u{FFFD}') || value.contains('\0'))
        {
            return Err(speaking.problem(StatusCode::BAD_REQUEST));
        }
        Ok(Self {
            speaking,
            query,
            read: BTreeSet::new(),
            faults: Vec::new(),
        })
    }
}

impl Parameters {
    /// Returns a text of at most `most` characters.
    pub(super) fn text(&mut self, name: &'static str, most: usize) -> Option<String> {
        self.read.insert(name);
        let text = self.query.one(name).map(str::to_owned)?;
        if text.chars().count() > most {
            self.fault(name, format!("at most {most} characters"));
            return None;
        }
        Some(text)
    }

    /// Returns a value; `expected` says what would be right.
    pub(super) fn one<T: FromStr>(&mut self, name: &'static str, expected: &str) -> Option<T> {
        self.many(name, expected).into_iter().next()
    }

    /// Returns every value of a parameter that may be repeated.
    pub(super) fn many<T: FromStr>(&mut self, name: &'static str, expected: &str) -> Vec<T> {
        self.many_of(name, expected, |text| text.parse().ok())
    }

    /// Returns every value that `read` can read.
    pub(super) fn many_of<T>(
        &mut self,
        name: &'static str,
        expected: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        self.read.insert(name);
        let values: Vec<Option<T>> = self.query.all(name).map(read).collect();
        let asked = values.len();
        let values: Vec<T> = values.into_iter().flatten().collect();
        if values.len() < asked {
            self.fault(name, expected.to_owned());
        }
        values
    }

    /// Returns a day of the calendar.
    pub(super) fn day(&mut self, name: &'static str) -> Option<NaiveDate> {
        self.many_of(
            name,
            "a date of the calendar written as YYYY-MM-DD, such as 2026-10-02",
            |text| date_from_text(text).ok(),
        )
        .into_iter()
        .next()
    }

    /// Says whether a parameter was given.
    pub(super) fn has(&self, name: &str) -> bool {
        self.query.one(name).is_some()
    }

    /// Notes a fault of a parameter.
    pub(super) fn fault(&mut self, name: &str, expected: String) {
        self.faults.push(InputError {
            pointer: format!("?{name}"),
            detail: format!("expected {expected}"),
        });
    }

    /// Refuses the request if a parameter was wrong or is none of those that were read.
    pub(super) fn finish(mut self) -> Answered<()> {
        let unknown: BTreeSet<String> = self
            .query
            .pairs()
            .map(|(name, _)| name)
            .filter(|name| !self.read.contains(name))
            .map(str::to_owned)
            .collect();
        let known = self.read.iter().copied().collect::<Vec<_>>().join(", ");
        for name in unknown.into_iter().take(10) {
            let shown: String = name.chars().take(40).collect();
            self.fault(&shown, format!("one of the known parameters: {known}"));
        }
        if self.faults.is_empty() {
            Ok(())
        } else {
            Err(self.speaking.refused(self.faults))
        }
    }
}
