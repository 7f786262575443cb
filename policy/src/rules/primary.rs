//! `primary`, 二（二）2 ¶1: fewer occupations were taken at the entry level as employment skills than it is paid for.

use super::{Decision, Rule};
use crate::parameters::Parameters;
use crate::{
    Another, Detail, Fact, FactSet, HistoryEntry, Level, Programme, ReadingId, Remedy, RuleId,
};

pub(crate) const PRIMARY: Rule = Rule::new(
    RuleId::Primary,
    &[Fact::CourseSkill, Fact::History],
    |question| {
        let (_, level) = question.skill()?;
        if !level.is_primary() {
            return None;
        }
        let limit = question.parameters.number(ReadingId::PrimarySubsidies);
        Some(match question.facts.history.as_deref() {
            Some(history) => {
                let used = occupations(history, limit);
                Decision::known(used < limit).with(Detail::Used { used, limit })
            }
            None => Decision::unknown(FactSet::only(Fact::History)).with(Detail::Limit { limit }),
        })
    },
)
.weighing(|_, entry| is_primary(entry))
.mended_by(|_, _| Remedy::Choose {
    another: Another::Skill,
});

/// Returns how many more occupations can be taken at the entry level.
pub(crate) fn left(history: &[HistoryEntry], parameters: &Parameters) -> u32 {
    let limit = parameters.number(ReadingId::PrimarySubsidies);
    limit - occupations(history, limit)
}

/// Returns how many different occupations were taken at the entry level; it counts no further than the limit.
fn occupations(history: &[HistoryEntry], limit: u32) -> u32 {
    let mut used = 0;
    for (place, entry) in history.iter().enumerate() {
        if used == limit {
            break;
        }
        let seen =
            |earlier: &HistoryEntry| is_primary(earlier) && earlier.occupation == entry.occupation;
        let is_new =
            is_primary(entry) && entry.occupation.is_some() && !history[..place].iter().any(seen);
        used += u32::from(is_new);
    }
    used
}

pub(crate) fn is_primary(entry: &HistoryEntry) -> bool {
    entry.programme == Programme::EmploymentSkills
        && entry.level == Some(Level::PRIMARY)
        && entry.state.counts()
}
