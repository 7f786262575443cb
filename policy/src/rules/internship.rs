//! `internship`, 二（二）3: off campus for a month at most, with an agreement and accident insurance.

use super::{Decision, Rule};
use crate::calendar::months_after;
use crate::{Another, Fact, Internship, Remedy, RuleId};

pub(crate) const INTERNSHIP: Rule =
    Rule::new(RuleId::Internship, &[Fact::Internship], |question| {
        let internship = question.course?.internship;
        Some(match internship {
            Some(Internship::None) => Decision::known(true),
            Some(Internship::Held {
                from,
                to,
                agreement,
                insurance,
            }) => {
                let at_most_a_month = from.zip(to).map(|(from, to)| to < months_after(from, 1));
                Decision::all(&[
                    (at_most_a_month, Fact::Internship),
                    (agreement, Fact::Internship),
                    (insurance, Fact::Internship),
                ])
            }
            None => Decision::all(&[(None, Fact::Internship)]),
        })
    })
    .mended_by(|_, _| Remedy::Choose {
        another: Another::Internship,
    });
