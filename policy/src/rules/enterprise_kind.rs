//! `enterprise_kind`, 二（一）7 and 二（二）4: a conforming enterprise of the city, none of staffing.

use super::{Decision, Rule};
use crate::{Fact, RuleId};

pub(crate) const ENTERPRISE_KIND: Rule = Rule::new(
    RuleId::EnterpriseKind,
    &[
        Fact::EnterpriseInCity,
        Fact::HrOrDispatch,
        Fact::IndustryConforms,
    ],
    |question| {
        let employment = question.facts.person.employment();
        Some(Decision::all(&[
            (employment.enterprise_in_city, Fact::EnterpriseInCity),
            (
                employment.hr_or_dispatch.map(|staffing| !staffing),
                Fact::HrOrDispatch,
            ),
            (employment.industry_conforms, Fact::IndustryConforms),
        ]))
    },
);
