//! Entrepreneurship training, 二（二）5: the city organises it for graduates and students, the districts for the others.

use super::Scheme;
use crate::rules::age::AGE;
use crate::rules::designated::DESIGNATED;
use crate::rules::group::GROUP;
use crate::rules::hours::HOURS;
use crate::{Clause, Facts, Group, Groups, Money, Note, Office, Verdict};

/// Whom both the training and the simulation serve.
pub(super) const GROUPS: Groups = Groups::of(&[
    Group::RegisteredUnemployed,
    Group::RuralWorker,
    Group::Graduate,
    Group::Student,
]);

pub(super) const SCHEME: Scheme = Scheme {
    groups: GROUPS,
    clause: Clause::ENTREPRENEURSHIP,
    rules: &[AGE, GROUP, DESIGNATED, HOURS],
    office,
    pays: |_| Money {
        notes: vec![Note::EntrepreneurshipNotPublished],
        ..Money::default()
    },
    granted: Verdict::Open,
};

/// Returns who organises the training and the simulation for the person.
pub(super) fn office(facts: &Facts) -> Office {
    let by_city = Groups::of(&[Group::Graduate, Group::Student]);
    match facts.person.groups {
        Some(claimed) if !claimed.shared_with(by_city).is_empty() => Office::City,
        _ => Office::District(facts.person.residence),
    }
}
