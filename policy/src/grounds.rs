//! On what a finding rests: the facts that its rule read and the history entries that it weighed.

use chrono::NaiveDate;

use crate::left::Left;
use crate::programmes::{Question, Scheme};
use crate::{Course, FactSet, Facts, Programme, Published, RuleId};

/// On what a finding rests.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Grounds {
    /// The facts that the rule reads and that were told.
    pub facts: FactSet,
    /// The places in the history of the entries that bear on the rule, in their order.
    pub entries: Vec<usize>,
}

impl Grounds {
    /// Returns the grounds of a rule of the programme; the arguments are those of the assessment that found it, the day
    /// that of the course where one was asked about.
    ///
    /// They follow from the arguments, so that a finding need not carry them: only what is shown is looked up.
    #[must_use]
    pub fn of(
        rule: RuleId,
        programme: Programme,
        facts: &Facts,
        course: Option<&Course>,
        published: &Published<'_>,
        on: NaiveDate,
    ) -> Self {
        let on = course.map_or(on, |course| course.start);
        let question = Question {
            programme,
            facts,
            course,
            published,
            parameters: published.readings.parameters(on),
            left: &Left::UNKNOWN,
            on,
        };
        let Some(rule) = Scheme::of(programme).rule(rule) else {
            return Self::default();
        };
        let history = facts.history.as_deref().unwrap_or_default();
        let weighed = |(place, entry)| (rule.weighs)(&question, entry).then_some(place);
        Self {
            facts: rule.reads.shared_with(facts.told(course)),
            entries: history.iter().enumerate().filter_map(weighed).collect(),
        }
    }
}
