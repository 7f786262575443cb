//! `catalogue`, 二（二）1, 2, 3, 4: the occupation at the level stands in the list from which the programme pays.

use super::{Decision, Rule};
use crate::programmes::Question;
use crate::{Another, Detail, Fact, FactSet, Listing, Programme, Remedy, RuleId};

pub(crate) const CATALOGUE: Rule = Rule::new(
    RuleId::Catalogue,
    &[Fact::CourseSkill, Fact::Edition],
    is_listed,
)
.mended_by(|_, _| Remedy::Choose {
    another: Another::Skill,
});

fn is_listed(question: &Question<'_>) -> Option<Decision> {
    question.course?;
    let Some((occupation, level)) = question.skill() else {
        return Some(Decision::unknown(FactSet::only(Fact::CourseSkill)));
    };
    let decision = match question.published.listing {
        Listing::NoEdition => Decision::unknown(FactSet::only(Fact::Edition)),
        Listing::NotListed => Decision::known(false),
        Listing::Listed(entry) => Decision::known(match question.programme {
            Programme::EnterprisePrejob => entry.shortage,
            _ => entry.subsidised,
        }),
    };
    Some(decision.with(Detail::Skill { occupation, level }))
}
