//! `primary`, 二（二）2 ¶1: fewer than two occupations were taken at the entry level as employment skills.

use super::{Decision, Rule};
use crate::{
    Another, Detail, Fact, FactSet, HistoryEntry, Level, OccupationCode, Programme, Remedy, RuleId,
};

/// How many primary occupations a person may take.
pub(crate) const LIMIT: u32 = 2;

pub(crate) const PRIMARY: Rule = Rule::new(
    RuleId::Primary,
    &[Fact::CourseSkill, Fact::History],
    |question| {
        let (_, level) = question.skill()?;
        if !level.is_primary() {
            return None;
        }
        Some(match question.facts.history.as_deref() {
            Some(history) => {
                let used = occupations(history);
                Decision::known(used < LIMIT).with(Detail::Used { used, limit: LIMIT })
            }
            None => {
                Decision::unknown(FactSet::only(Fact::History)).with(Detail::Limit { limit: LIMIT })
            }
        })
    },
)
.weighing(|_, entry| is_primary(entry))
.mended_by(|_, _| Remedy::Choose {
    another: Another::Skill,
});

/// Returns how many different occupations were taken at the entry level; from two on it stops at two.
pub(crate) fn occupations(history: &[HistoryEntry]) -> u32 {
    let mut first: Option<OccupationCode> = None;
    for occupation in history
        .iter()
        .filter(|entry| is_primary(entry))
        .filter_map(|entry| entry.occupation)
    {
        match first {
            None => first = Some(occupation),
            Some(known) if known == occupation => {}
            Some(_) => return LIMIT,
        }
    }
    u32::from(first.is_some())
}

pub(crate) fn is_primary(entry: &HistoryEntry) -> bool {
    entry.programme == Programme::EmploymentSkills
        && entry.level == Some(Level::PRIMARY)
        && entry.state.counts()
}
