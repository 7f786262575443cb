//! `education_fund`, 二（二）4: the employee education fund is drawn as the law says, spent on the front line, disclosed.

use super::{Decision, Rule};
use crate::{Detail, Fact, ReadingId, Remedy, RuleId};

pub(crate) const EDUCATION_FUND: Rule = Rule::new(
    RuleId::EducationFund,
    &[Fact::FundDrawn, Fact::FundFrontLine, Fact::FundDisclosed],
    |question| {
        if !question.parameters.applies(ReadingId::EducationFund) {
            return None;
        }
        let employment = question.facts.person.employment();
        let front_line = employment
            .fund_front_line_percent
            .map(|percent| u32::from(percent.number()));
        let least = question.parameters.number(ReadingId::FrontLinePercent);
        let detail = front_line.map_or(Detail::Least { least }, |told| Detail::AtLeast {
            told,
            least,
        });
        let decision = Decision::all(&[
            (employment.fund_drawn, Fact::FundDrawn),
            (
                front_line.map(|percent| percent >= least),
                Fact::FundFrontLine,
            ),
            (employment.fund_disclosed, Fact::FundDisclosed),
        ]);
        Some(decision.with(detail))
    },
)
.mended_by(|_, decision| Remedy::PutRight {
    facts: decision.broken,
});
