//! `group`, 二（一）: the person belongs to one of the programme's groups.

use super::{Decision, Rule};
use crate::{Fact, FactSet, RuleId};

pub(crate) const GROUP: Rule = Rule::new(RuleId::Group, &[Fact::Groups], |question| {
    Some(match question.facts.person.groups {
        Some(claimed) => {
            Decision::known(!claimed.shared_with(question.programme.groups()).is_empty())
        }
        None => Decision::unknown(FactSet::only(Fact::Groups)),
    })
});
