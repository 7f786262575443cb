//! `business_plan`, 二（二）5: who enters the simulation has a business plan that passed the expert review.

use super::{Decision, Rule};
use crate::{Fact, RuleId};

pub(crate) const BUSINESS_PLAN: Rule = Rule {
    id: RuleId::BusinessPlan,
    ask: |question| {
        Some(Decision::all(&[(
            question.facts.person.business_plan_passed,
            Fact::BusinessPlan,
        )]))
    },
};
