//! What every request may reach: the city (database, index, clock, keys), who answers the pages' questions, and where.

use std::num::NonZeroUsize;
use std::ops::Deref;
use std::sync::Arc;

use app::backend::Backend;

use crate::assets;
use crate::attempts::Attempts;
use crate::backend::City;
use crate::forms::check::Kits;
use crate::notifier::{Notifier, notifier};
use crate::rehearsal::Runs;
use crate::staff::DemoStaff;

/// How many requests are worked on at once, unless told otherwise: pages take milliseconds, and a burst of writes waits
/// for the disk no longer than a second.
pub const AT_ONCE: NonZeroUsize = NonZeroUsize::new(256).expect("it is not zero");

/// What every request may reach; cloning shares it.
#[derive(Clone)]
pub struct State(Arc<Parts>);

/// The parts of a running portal; those of the city (database, index, clock, keys, shelf) are reached through it.
pub struct Parts {
    /// The city, of whom the parts below are asked.
    pub city: City,
    /// How one-time codes go out.
    pub notifier: Arc<dyn Notifier>,
    /// How often somebody tried what may not be tried without end.
    pub attempts: Attempts,
    /// Rehearsals of changed registers.
    pub rehearsals: Runs,
    /// The demo's account for the pages of the staff; none elsewhere.
    pub demo_staff: Option<DemoStaff>,
    /// Who answers the pages' questions.
    pub backend: Arc<dyn Backend>,
    /// Under which address people reach the portal.
    pub origin: Origin,
    /// How many proxies of our own stand before the portal.
    pub proxies: usize,
    /// How many requests are worked on at once; more are turned away.
    pub at_once: NonZeroUsize,
    /// Whether this is the demo city.
    pub is_demo: bool,
    /// Version of the scripts and styles, part of their address.
    pub assets: Arc<str>,
    /// What phones need to go on with the checker by themselves.
    pub kits: Kits,
}

impl State {
    /// Returns the state of a portal for this city.
    #[must_use]
    pub fn new(city: City, origin: Origin, is_demo: bool) -> Self {
        let backend = Arc::new(city.clone());
        Self(Arc::new(Parts {
            city,
            notifier: notifier(is_demo),
            attempts: Attempts::default(),
            rehearsals: Runs::default(),
            demo_staff: None,
            backend,
            origin,
            proxies: 0,
            at_once: AT_ONCE,
            is_demo,
            assets: Arc::from(assets::version()),
            kits: Kits::default(),
        }))
    }

    /// Returns the state of the same portal, standing behind so many proxies of our own.
    ///
    /// # Panics
    /// If it is in use already.
    #[must_use]
    pub fn behind(mut self, proxies: usize) -> Self {
        self.parts().proxies = proxies;
        self
    }

    /// Returns the state of the same portal, working on so many requests at once.
    ///
    /// # Panics
    /// If it is in use already.
    #[must_use]
    pub fn working_on(mut self, at_once: NonZeroUsize) -> Self {
        self.parts().at_once = at_once;
        self
    }

    /// Returns the state of the same portal, with the demo's account for the pages of the staff.
    ///
    /// # Panics
    /// If it is in use already.
    #[must_use]
    pub fn with_demo_staff(mut self, account: DemoStaff) -> Self {
        self.parts().demo_staff = Some(account);
        self
    }

    fn parts(&mut self) -> &mut Parts {
        Arc::get_mut(&mut self.0).expect("a state is made before it is shared")
    }
}

impl Deref for Parts {
    type Target = City;

    fn deref(&self) -> &City {
        &self.city
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
