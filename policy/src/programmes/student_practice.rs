//! Practical training of university students, 二（二）2 ¶2: at a public or university demonstration base, asked of the base itself.

use super::{Scheme, standard};
use crate::rules::age::AGE;
use crate::rules::catalogue::CATALOGUE;
use crate::rules::designated::DESIGNATED;
use crate::rules::group::GROUP;
use crate::rules::held::HELD;
use crate::rules::lifetime::LIFETIME;
use crate::rules::once::ONCE_AS_STUDENT;
use crate::rules::repeat::REPEAT;
use crate::{Clause, Group, Groups, Office, Verdict};

pub(super) const SCHEME: Scheme = Scheme {
    groups: Groups::of(&[Group::Student]),
    clause: Clause::STUDENTS,
    rules: &[
        AGE,
        GROUP,
        LIFETIME,
        ONCE_AS_STUDENT,
        CATALOGUE,
        DESIGNATED,
        REPEAT,
        HELD,
    ],
    office: |_| Office::Base,
    pays: standard::practice_and_appraisal,
    granted: Verdict::Open,
};
