//! `internship`, 二（二）3: off campus for no longer than is allowed, with an agreement and accident insurance.

use super::{Decision, Rule};
use crate::calendar::months_after;
use crate::{Another, Detail, Fact, Internship, ReadingId, Remedy, RuleId};

pub(crate) const INTERNSHIP: Rule =
    Rule::new(RuleId::Internship, &[Fact::Internship], |question| {
        let internship = question.course?.internship;
        let months = question.parameters.number(ReadingId::InternshipMonths);
        let decision = match internship {
            Some(Internship::None) => Decision::known(true),
            Some(Internship::Held {
                from,
                to,
                agreement,
                insurance,
            }) => {
                let is_short = from
                    .zip(to)
                    .map(|(from, to)| to < months_after(from, months));
                Decision::all(&[
                    (is_short, Fact::Internship),
                    (agreement, Fact::Internship),
                    (insurance, Fact::Internship),
                ])
            }
            None => Decision::all(&[(None, Fact::Internship)]),
        };
        Some(decision.with(Detail::Limit { limit: months }))
    })
    .mended_by(|_, _| Remedy::Choose {
        another: Another::Internship,
    });
