//! How often one address or person may try something within an hour; kept in memory, each node by itself.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

use app::backend::PersonId;
use chrono::TimeDelta;

use crate::clock::Moment;

/// Within an hour; a household or a small office shares one address.
const MOST_OF_ADDRESS: u32 = 30;
/// Within an hour.
const MOST_OF_PERSON: u32 = 5;
const WINDOW: TimeDelta = TimeDelta::hours(1);
/// Beyond so many the windows that are over are forgotten.
const MOST_COUNTED: usize = 100_000;

/// Who tries something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Who {
    /// Whoever is at this address.
    Address(IpAddr),
    /// A person who is signed in.
    Person(PersonId),
}

/// Counts attempts.
#[derive(Default)]
pub struct Attempts(Mutex<HashMap<Who, Counted>>);

struct Counted {
    since: Moment,
    times: u32,
}

impl Attempts {
    /// Counts an attempt and says whether it is still allowed.
    #[must_use]
    pub fn allow(&self, who: Who, now: Moment) -> bool {
        let (who, most) = match who {
            Who::Address(address) => (Who::Address(network(address)), MOST_OF_ADDRESS),
            Who::Person(_) => (who, MOST_OF_PERSON),
        };
        // a count is a single number: a panic elsewhere leaves nothing half done
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counted.len() >= MOST_COUNTED {
            counted.retain(|_, counted| counted.since + WINDOW > now);
        }
        let entry = counted.entry(who).or_insert(Counted {
            since: now,
            times: 0,
        });
        if entry.since + WINDOW <= now {
            *entry = Counted {
                since: now,
                times: 0,
            };
        }
        entry.times = entry.times.saturating_add(1);
        entry.times <= most
    }
}

// Whoever has one IPv6 address has the 2⁶⁴ beside it.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
        address => address,
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
            .map(|address| Who::Address(address.parse().unwrap()));
        assert!((0..MOST_OF_ADDRESS).all(|_| attempts.allow(one, now)));
        assert!(!attempts.allow(neighbour, now));
        assert!(attempts.allow(other, now));
        assert!(attempts.allow(one, now + WINDOW));
    }
}
