//! `hours`, 二（二）5: an entrepreneurship course has 200 class hours or more, expert service afterwards included.

use super::{Decision, Rule};
use crate::{Another, Detail, Fact, FactSet, Remedy, RuleId};

/// The least class hours.
pub(crate) const LEAST: u32 = 200;

pub(crate) const HOURS: Rule = Rule::new(RuleId::Hours, &[Fact::ClassHours], |question| {
    Some(match question.course?.class_hours {
        Some(told) => Decision::known(told >= LEAST).with(Detail::AtLeast { told, least: LEAST }),
        None => {
            Decision::unknown(FactSet::only(Fact::ClassHours)).with(Detail::Least { least: LEAST })
        }
    })
})
.mended_by(|_, _| Remedy::Choose {
    another: Another::Length,
});
