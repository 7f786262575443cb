//! `business_plan`, 二（二）5: who enters the simulation has a business plan that passed the expert review.

use super::{Decision, Rule};
use crate::{Fact, Remedy, RuleId};

pub(crate) const BUSINESS_PLAN: Rule =
    Rule::new(RuleId::BusinessPlan, &[Fact::BusinessPlan], |question| {
        Some(Decision::all(&[(
            question.facts.person.business_plan_passed,
            Fact::BusinessPlan,
        )]))
    })
    .mended_by(|_, decision| Remedy::PutRight {
        facts: decision.broken,
    });
