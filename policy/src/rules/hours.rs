//! `hours`, 二（二）5: an entrepreneurship course has enough class hours, expert service afterwards included.

use super::{Decision, Rule};
use crate::{Another, Detail, Fact, FactSet, ReadingId, Remedy, RuleId};

pub(crate) const HOURS: Rule = Rule::new(RuleId::Hours, &[Fact::ClassHours], |question| {
    let least = question.parameters.number(ReadingId::ClassHours);
    Some(match question.course?.class_hours {
        Some(told) => Decision::known(told >= least).with(Detail::AtLeast { told, least }),
        None => Decision::unknown(FactSet::only(Fact::ClassHours)).with(Detail::Least { least }),
    })
})
.mended_by(|_, _| Remedy::Choose {
    another: Another::Length,
});
