//! How often one address or person may try something within a while; kept in memory, each node by itself.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

use app::backend::PersonId;
use axum::http::HeaderValue;
use chrono::TimeDelta;

use crate::clock::Moment;

/// Beyond so many the windows that are over are forgotten.
const MOST_COUNTED: usize = 100_000;

/// Something that may not be tried without end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Attempt {
    /// Whoever is at this address has a one-time code sent.
    Code(IpAddr),
    /// Whoever is at this address sends something that changes what is stored.
    Change(IpAddr),
    /// A person who is signed in tells a resident ID.
    Identity(PersonId),
    /// Whoever is at this address signs in as a member of staff.
    StaffAddress(IpAddr),
    /// Somebody signs in to an account of staff, by the hash of the name that was typed.
    StaffAccount([u8; 32]),
}

impl Attempt {
    /// Returns how often it may be tried, and within what time.
    ///
    /// A household, a small office or a whole dormitory shares one address.
    const fn most(self) -> (u32, TimeDelta) {
        match self {
            Self::Code(_) => (30, TimeDelta::hours(1)),
            Self::Change(_) => (600, TimeDelta::minutes(1)),
            Self::Identity(_) => (5, TimeDelta::hours(1)),
            Self::StaffAddress(_) => (30, TimeDelta::hours(1)),
            // one who has forgotten a password tries a few
            Self::StaffAccount(_) => (10, TimeDelta::hours(1)),
        }
    }

    /// Returns the same attempt of everybody who may well be the same: whoever has one IPv6 address has the 2⁶⁴ beside it.
    fn of_network(self) -> Self {
        let network = |address: IpAddr| match address.to_canonical() {
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
            }
            address => address,
        };
        match self {
            Self::Code(address) => Self::Code(network(address)),
            Self::Change(address) => Self::Change(network(address)),
            Self::StaffAddress(address) => Self::StaffAddress(network(address)),
            Self::Identity(_) | Self::StaffAccount(_) => self,
        }
    }
}

/// It was tried too often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("tried too often")]
pub struct TooOften {
    /// How long until it may be tried again.
    pub wait: TimeDelta,
}

impl TooOften {
    /// Returns the value of `Retry-After`: whole seconds, after which it is allowed for sure.
    #[must_use]
    pub fn retry_after(self) -> HeaderValue {
        (self.wait + TimeDelta::milliseconds(999))
            .num_seconds()
            .into()
    }
}

/// Counts attempts.
#[derive(Default)]
pub struct Attempts(Mutex<HashMap<Attempt, Counted>>);

struct Counted {
    until: Moment,
    times: u32,
}

impl Attempts {
    /// Counts an attempt.
    ///
    /// # Errors
    /// [`TooOften`] where it was one too many.
    pub fn count(&self, attempt: Attempt, now: Moment) -> Result<(), TooOften> {
        let attempt = attempt.of_network();
        let (most, window) = attempt.most();
        let fresh = || Counted {
            until: now + window,
            times: 0,
        };
        // a count is a single number: a panic elsewhere leaves nothing half done
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counted.len() >= MOST_COUNTED {
            counted.retain(|_, counted| counted.until > now);
        }
        let entry = counted.entry(attempt).or_insert_with(fresh);
        if entry.until <= now {
            *entry = fresh();
        }
        entry.times = entry.times.saturating_add(1);
        if entry.times <= most {
            return Ok(());
        }
        Err(TooOften {
            wait: entry.until - now,
        })
    }

    /// Takes back an attempt that was counted and turned out to be right.
    pub fn take_back(&self, attempt: Attempt) {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entry) = counted.get_mut(&attempt.of_network()) {
            entry.times = entry.times.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_stopped_within_the_hour_and_free_after_it() {
        let attempts = Attempts::default();
        let now = Moment::from_millis(0);
        let [one, neighbour, other] = ["2001:db8::1", "2001:db8::2", "192.0.2.1"]
            .map(|address| Attempt::Code(address.parse().unwrap()));
        let (most, window) = one.most();
        assert!((0..most).all(|_| attempts.count(one, now).is_ok()));
        let later = now + TimeDelta::minutes(20);
        let wait = TimeDelta::minutes(40);
        assert_eq!(attempts.count(neighbour, later), Err(TooOften { wait }));
        assert_eq!(attempts.count(other, later), Ok(()));
        assert_eq!(attempts.count(one, now + window), Ok(()));
    }

    #[test]
    fn one_sort_of_attempt_does_not_count_against_another() {
        let attempts = Attempts::default();
        let now = Moment::from_millis(0);
        let address: IpAddr = "192.0.2.1".parse().unwrap();
        while attempts.count(Attempt::Code(address), now).is_ok() {}
        assert_eq!(attempts.count(Attempt::Change(address), now), Ok(()));
    }
}
