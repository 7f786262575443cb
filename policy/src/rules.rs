//! The rules, each beside its clause; programmes say which of them they ask, and in which order.

pub(crate) mod age;
pub(crate) mod business_plan;
pub(crate) mod catalogue;
pub(crate) mod contract;
pub(crate) mod designated;
pub(crate) mod education_fund;
pub(crate) mod enterprise_kind;
pub(crate) mod entrepreneur_certificate;
pub(crate) mod group;
pub(crate) mod held;
pub(crate) mod hours;
pub(crate) mod internship;
pub(crate) mod leaver_first;
pub(crate) mod lifetime;
pub(crate) mod no_move_left;
pub(crate) mod once;
pub(crate) mod preparation_length;
pub(crate) mod primary;
pub(crate) mod repeat;
pub(crate) mod upgrade;
pub(crate) mod within_six_months;
pub(crate) mod year;

use crate::programmes::Question;
use crate::{Detail, Fact, FactSet, Finding, HistoryEntry, Outcome, Remedy, RuleId};

/// A rule: its name, what it rests on, how it is asked, and what helps where it fails.
#[derive(Clone, Copy)]
pub(crate) struct Rule {
    pub(crate) id: RuleId,
    /// The facts that it reads.
    pub(crate) reads: FactSet,
    /// Says whether a history entry bears on it.
    pub(crate) weighs: fn(&Question<'_>, &HistoryEntry) -> bool,
    /// Its decision; `None` where the question is none for it.
    ask: fn(&Question<'_>) -> Option<Decision>,
    /// What helps where it fails.
    mend: fn(&Question<'_>, &Decision) -> Remedy,
}

impl Rule {
    /// Returns a rule that weighs no history entry, and where nothing helps once it fails.
    pub(crate) const fn new(
        id: RuleId,
        reads: &[Fact],
        ask: fn(&Question<'_>) -> Option<Decision>,
    ) -> Self {
        Self {
            id,
            reads: FactSet::of(reads),
            weighs: |_, _| false,
            ask,
            mend: |_, _| Remedy::None,
        }
    }

    pub(crate) const fn weighing(self, weighs: fn(&Question<'_>, &HistoryEntry) -> bool) -> Self {
        Self { weighs, ..self }
    }

    pub(crate) const fn mended_by(self, mend: fn(&Question<'_>, &Decision) -> Remedy) -> Self {
        Self { mend, ..self }
    }

    pub(crate) fn finding(&self, question: &Question<'_>) -> Option<Finding> {
        let decision = (self.ask)(question)?;
        let remedy = match decision.outcome {
            Outcome::Pass => Remedy::None,
            Outcome::Fail => (self.mend)(question, &decision),
            Outcome::Unknown => Remedy::Provide {
                facts: decision.missing,
            },
        };
        Some(Finding {
            rule: self.id,
            outcome: decision.outcome,
            detail: decision.detail,
            missing: decision.missing,
            broken: decision.broken,
            remedy,
        })
    }
}

/// What a rule decides; facts are missing only where the outcome is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) outcome: Outcome,
    pub(crate) detail: Detail,
    missing: FactSet,
    pub(crate) broken: FactSet,
}

impl Decision {
    /// Returns the decision of known facts.
    pub(crate) const fn known(passes: bool) -> Self {
        Self {
            outcome: Outcome::of(Some(passes)),
            detail: Detail::Plain,
            missing: FactSet::NONE,
            broken: FactSet::NONE,
        }
    }

    /// Returns an unknown outcome that these facts could change.
    pub(crate) const fn unknown(missing: FactSet) -> Self {
        Self {
            outcome: Outcome::Unknown,
            detail: Detail::Plain,
            missing,
            broken: FactSet::NONE,
        }
    }

    /// Returns the outcome, which only these facts could change where it is unknown.
    pub(crate) const fn of(outcome: Outcome, missing: FactSet) -> Self {
        match outcome {
            Outcome::Unknown => Self::unknown(missing),
            decided => Self {
                outcome: decided,
                detail: Detail::Plain,
                missing: FactSet::NONE,
                broken: FactSet::NONE,
            },
        }
    }

    /// Returns the decision of conditions that must all hold, each with the fact behind it.
    pub(crate) fn all(conditions: &[(Option<bool>, Fact)]) -> Self {
        let outcome = conditions.iter().fold(Outcome::Pass, |all, (holds, _)| {
            all.and(Outcome::of(*holds))
        });
        let missing = conditions.iter().fold(FactSet::NONE, |set, (holds, fact)| {
            set.with_if(holds.is_none(), *fact)
        });
        let broken = conditions.iter().fold(FactSet::NONE, |set, (holds, fact)| {
            set.with_if(*holds == Some(false), *fact)
        });
        Self::of(outcome, missing).broken_by(broken)
    }

    /// Returns the same decision with the facts that break it, where it fails.
    pub(crate) const fn broken_by(mut self, facts: FactSet) -> Self {
        if matches!(self.outcome, Outcome::Fail) {
            self.broken = facts;
        }
        self
    }

    /// Returns the same decision with its figures.
    pub(crate) const fn with(mut self, detail: Detail) -> Self {
        self.detail = detail;
        self
    }
}
