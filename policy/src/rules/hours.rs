//! `hours`, 二（二）5: an entrepreneurship course has 200 class hours or more, expert service afterwards included.

use super::{Decision, Rule};
use crate::{Detail, Fact, FactSet, RuleId};

const LEAST: u32 = 200;

pub(crate) const HOURS: Rule = Rule {
    id: RuleId::Hours,
    ask: |question| {
        Some(match question.course?.class_hours {
            Some(told) => {
                Decision::known(told >= LEAST).with(Detail::AtLeast { told, least: LEAST })
            }
            None => Decision::unknown(FactSet::only(Fact::ClassHours))
                .with(Detail::Least { least: LEAST }),
        })
    },
};
