//! Employment skills training, 二（二）2 ¶1: two primary occupations, the promotion of one of them, one training a year.

use super::{Scheme, standard};
use crate::rules::age::AGE;
use crate::rules::catalogue::CATALOGUE;
use crate::rules::designated::DESIGNATED;
use crate::rules::group::GROUP;
use crate::rules::held::HELD;
use crate::rules::leaver_first::LEAVER_FIRST;
use crate::rules::lifetime::LIFETIME;
use crate::rules::no_move_left::NO_MOVE_LEFT;
use crate::rules::primary::PRIMARY;
use crate::rules::repeat::REPEAT;
use crate::rules::upgrade::{UPGRADE_BASE, UPGRADE_ONE, UPGRADE_STEP};
use crate::rules::year::YEAR;
use crate::{Clause, Group, Groups, Office, Verdict};

pub(super) const SCHEME: Scheme = Scheme {
    groups: Groups::of(&[
        Group::RegisteredUnemployed,
        Group::RuralWorker,
        Group::Graduate,
    ]),
    clause: Clause::SKILLS,
    rules: &[
        AGE,
        GROUP,
        LEAVER_FIRST,
        YEAR,
        LIFETIME,
        NO_MOVE_LEFT,
        CATALOGUE,
        DESIGNATED,
        REPEAT,
        HELD,
        PRIMARY,
        UPGRADE_BASE,
        UPGRADE_ONE,
        UPGRADE_STEP,
    ],
    office: |facts| Office::District(facts.person.residence),
    pays: standard::training_and_appraisal,
    granted: Verdict::Open,
};
