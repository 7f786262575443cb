//! What every request may reach: the database, the index, the clock, and who answers the pages' questions.

use std::ops::Deref;
use std::sync::Arc;

use app::backend::Backend;
use search_index::SearchIndex;

use crate::clock::Clock;
use crate::db::Database;
use crate::seal::Keys;

/// What every request may reach; cloning shares it.
#[derive(Clone)]
pub struct State(Arc<Parts>);

/// The parts of a running portal.
pub struct Parts {
    /// The truth.
    pub database: Database,
    /// What can be found; may lag behind the truth by moments.
    pub index: SearchIndex,
    /// Where "now" comes from.
    pub clock: Clock,
    /// What seals and opens personal data.
    pub keys: Keys,
    /// Who answers the pages' questions.
    pub backend: Arc<dyn Backend>,
    /// Under which address people reach the portal.
    pub origin: Origin,
    /// Whether this is the demo city.
    pub is_demo: bool,
    /// Version of the scripts and styles, part of their address.
    pub assets: Arc<str>,
}

impl State {
    /// Returns the state of a portal made of these parts.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }
}

impl Deref for State {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

/// The address that people type, as browsers name it in `Origin`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Exactly this one, such as `https://training.example`.
    Told(String),
    /// Whatever name and port reached the server, over plain HTTP: for a portal on one's own machine.
    AsReached,
}

impl Origin {
    /// Says whether people come over HTTPS.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        matches!(self, Self::Told(address) if address.starts_with("https://"))
    }

    /// Says whether a page of the portal itself bears this origin, given the `Host` of the request.
    #[must_use]
    pub fn is_own(&self, origin: &str, host: Option<&str>) -> bool {
        match self {
            Self::Told(address) => origin == address,
            Self::AsReached => origin
                .strip_prefix("http://")
                .is_some_and(|named| Some(named) == host),
        }
    }
}
