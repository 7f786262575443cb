//! One request as a page sees it: who asks, where, when, in which language.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;
use fluent_bundle::{FluentArgs, FluentValue};

use crate::backend::{Backend, PersonId};
use crate::language::Language;
use crate::preferences::Preferences;
use crate::query::Query;
use crate::words;

/// One request as a page sees it.
#[derive(Clone)]
pub struct Visit {
    /// Who answers questions.
    pub backend: Arc<dyn Backend>,
    /// The language of the page.
    pub language: Language,
    /// Type size and theme.
    pub preferences: Preferences,
    /// The path without its language, beginning with `/`.
    pub path: String,
    /// What stands after `?`.
    pub query: Query,
    /// Who is signed in.
    pub person: Option<PersonId>,
    /// The day in Dalian.
    pub today: NaiveDate,
    /// Whether this is the demo city, whose data and conveniences are labelled so.
    pub is_demo: bool,
    /// Version of the scripts and styles, part of their address so that browsers may keep them for ever.
    pub assets: Arc<str>,
}

impl Visit {
    /// The words for `key`.
    #[must_use]
    pub fn say(&self, key: &str) -> Cow<'static, str> {
        words::say(self.language, key, None)
    }

    /// The words for `key`, with values for its variables.
    #[must_use]
    pub fn say_with<'a, const N: usize>(
        &self,
        key: &str,
        values: [(&'static str, FluentValue<'a>); N],
    ) -> Cow<'static, str> {
        let arguments: FluentArgs<'a> = values.into_iter().collect();
        words::say(self.language, key, Some(&arguments))
    }

    /// The address of a page of the portal (`path` begins with `/`) in the visit's language.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        self.language.address(path)
    }
}
