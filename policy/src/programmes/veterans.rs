//! Veterans' education and training, 二（二）2 ¶3: led to the policy of their own.

use super::Scheme;
use crate::rules::group::GROUP;
use crate::{Clause, Group, Groups, Money, Note, Office, Verdict};

pub(super) const SCHEME: Scheme = Scheme {
    groups: Groups::of(&[Group::Veteran]),
    clause: Clause::VETERANS,
    rules: &[GROUP],
    office: |_| Office::Veterans,
    pays: |_| Money {
        notes: vec![Note::OtherPolicy],
        ..Money::default()
    },
    granted: Verdict::Elsewhere,
};
