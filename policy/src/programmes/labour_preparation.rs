//! Labour preparation, 二（二）3: for school leavers who do not go on, one or two semesters, paid in full.

use super::{Scheme, standard};
use crate::rules::age::AGE;
use crate::rules::catalogue::CATALOGUE;
use crate::rules::designated::DESIGNATED;
use crate::rules::group::GROUP;
use crate::rules::held::HELD;
use crate::rules::internship::INTERNSHIP;
use crate::rules::lifetime::LIFETIME;
use crate::rules::once::ONCE_PREPARATION;
use crate::rules::preparation_length::PREPARATION_LENGTH;
use crate::rules::repeat::REPEAT;
use crate::{Clause, Group, Groups, Office, Verdict};

pub(super) const SCHEME: Scheme = Scheme {
    groups: Groups::of(&[Group::SchoolLeaver]),
    clause: Clause::PREPARATION,
    rules: &[
        AGE,
        GROUP,
        LIFETIME,
        ONCE_PREPARATION,
        CATALOGUE,
        DESIGNATED,
        REPEAT,
        HELD,
        PREPARATION_LENGTH,
        INTERNSHIP,
    ],
    office: |facts| Office::District(facts.person.residence),
    pays: standard::training_and_appraisal,
    granted: Verdict::Open,
};
