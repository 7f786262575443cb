//! The policy's findings in sentences: the one place where a rule's key and typed arguments become words.
//!
//! Pages and the API say the same, in the language asked for. What is said cites its clause but is the portal's own.

use policy::{
    Argument, Coded, Detail, Fact, Finding, Groups, Level, Note, OccupationCode, Office, Outcome,
    Programme, Remedy, RuleId,
};

use crate::language::Language;
use crate::notation;
use crate::speech::Speech;

/// Finds the name of an occupation; where it is not known the code stands in for it.
pub type OccupationNames<'a> = &'a (dyn Fn(OccupationCode) -> Option<String> + Sync);

/// How findings are told: in which words, and how occupations are called.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    speech: &'a dyn Speech,
    occupations: OccupationNames<'a>,
}

impl<'a> Telling<'a> {
    /// Returns a telling in these words that calls occupations by these names.
    #[must_use]
    pub const fn new(speech: &'a dyn Speech, occupations: OccupationNames<'a>) -> Self {
        Self {
            speech,
            occupations,
        }
    }

    /// Returns a telling that calls occupations by their codes.
    #[must_use]
    pub const fn by_code(speech: &'a dyn Speech) -> Self {
        Self::new(speech, &|_| None)
    }

    /// Returns the language of the words.
    #[must_use]
    pub fn language(&self) -> Language {
        self.speech.language()
    }

    /// Returns what the rule found for a programme, as a sentence.
    #[must_use]
    pub fn finding(&self, programme: Programme, finding: &Finding) -> String {
        let key = format!("rule-{}-{}", finding.rule.key(), finding.outcome.code());
        self.about(&key, programme, finding)
    }

    /// Returns what a person can do about a rule that fails; `None` for the others.
    #[must_use]
    pub fn remedy(&self, programme: Programme, finding: &Finding) -> Option<String> {
        if finding.outcome != Outcome::Fail {
            return None;
        }
        let key = match (finding.rule, side(finding)) {
            (RuleId::Age, side) => format!("remedy-age-{side}"),
            (RuleId::WithinSixMonths, _) if finding.remedy == Remedy::None => {
                "remedy-within_six_months-over".to_owned()
            }
            (rule, _) => format!("remedy-{}", rule.key()),
        };
        Some(self.about(&key, programme, finding))
    }

    /// Returns the rule's short name.
    #[must_use]
    pub fn rule(&self, rule: RuleId) -> String {
        self.plain(&format!("rule-{}", rule.key()))
    }

    /// Returns the programme's name.
    #[must_use]
    pub fn programme(&self, programme: Programme) -> String {
        self.plain(&format!("programme-{}", programme.code()))
    }

    /// Returns the names of groups in one line.
    #[must_use]
    pub fn groups(&self, groups: Groups) -> String {
        let separator = match self.speech.language() {
            Language::Chinese => "、",
            Language::English => "; ",
        };
        let names: Vec<_> = policy::Group::ALL
            .iter()
            .filter(|group| groups.contains(**group))
            .map(|group| self.plain(&format!("group-{}", group.code())))
            .collect();
        names.join(separator)
    }

    /// Returns the level's name.
    #[must_use]
    pub fn level(&self, level: Level) -> String {
        self.plain(&format!("level-{}", level.number()))
    }

    /// Returns the occupation's name, or its code where the name is not known.
    #[must_use]
    pub fn occupation(&self, code: OccupationCode) -> String {
        (self.occupations)(code).unwrap_or_else(|| code.to_string())
    }

    /// Returns why a figure is missing.
    #[must_use]
    pub fn note(&self, note: Note) -> String {
        self.plain(&format!("note-{}", note.code()))
    }

    /// Returns what somebody could tell to settle an unknown rule.
    #[must_use]
    pub fn fact(&self, fact: Fact) -> String {
        self.plain(&format!("settle-{}", fact_key(fact)))
    }

    /// Returns the office, with its district's name where that is known.
    #[must_use]
    pub fn office(
        &self,
        programme: Programme,
        office: Office,
        district_name: Option<&str>,
    ) -> String {
        match (office, district_name) {
            (Office::District(Some(_)), Some(name)) => self
                .speech
                .say_with("office-district", &[("district", name)]),
            (Office::District(_), _) if programme == Programme::StudentSkills => {
                self.plain("office-district-unknown-student")
            }
            (Office::District(_), _) => self.plain("office-district-unknown"),
            (other, _) => self.plain(&format!("office-{}", other.kind())),
        }
    }

    fn plain(&self, key: &str) -> String {
        self.speech.say(key)
    }

    // A figure that is not known is told as the text "unknown", which the sentences select by.
    fn about(&self, key: &str, programme: Programme, finding: &Finding) -> String {
        const UNKNOWN: &str = "unknown";
        let groups = match finding.rule {
            RuleId::Group => self.groups(programme.groups()),
            _ => String::new(),
        };
        let told: Vec<_> = finding
            .arguments()
            .map(|(name, argument)| (name, self.argument(argument)))
            .collect();
        let mut values: Vec<_> = told
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        values.extend([
            ("programme", programme.code()),
            ("side", side(finding)),
            ("groups", &groups),
        ]);
        for name in ["age", "told", "occupation", "level", "retirement"] {
            if told.iter().all(|(known, _)| *known != name) {
                values.push((name, UNKNOWN));
            }
        }
        self.speech.say_with(key, &values)
    }

    fn argument(&self, argument: Argument) -> String {
        match argument {
            Argument::Number(number) => number.to_string(),
            Argument::Date(day) => notation::day(self.speech.language(), day),
            Argument::Occupation(code) => self.occupation(code),
            Argument::Level(level) => self.level(level),
        }
    }
}

// Too young and too old are one rule, but not one sentence.
fn side(finding: &Finding) -> &'static str {
    match finding.detail {
        Detail::Age { age, youngest, .. } if age < youngest => "early",
        _ => "late",
    }
}

/// Returns the stable key of a fact, as the `settle-…` sentences name it.
#[must_use]
pub const fn fact_key(fact: Fact) -> &'static str {
    match fact {
        Fact::Birth => "birth",
        Fact::Sex => "sex",
        Fact::Groups => "groups",
        Fact::LeftStage => "left_stage",
        Fact::LeftOn => "left_on",
        Fact::Certificates => "certificates",
        Fact::EntrepreneurCertificate => "entrepreneur_certificate",
        Fact::BusinessPlan => "business_plan",
        Fact::EnterpriseInCity => "enterprise_in_city",
        Fact::HrOrDispatch => "hr_or_dispatch",
        Fact::IndustryConforms => "industry_conforms",
        Fact::ContractSigned => "contract_signed",
        Fact::ContractMonths => "contract_months",
        Fact::ContractOpenEnded => "contract_open_ended",
        Fact::Filed => "filed",
        Fact::Insured => "insured",
        Fact::FundDrawn => "fund_drawn",
        Fact::FundFrontLine => "fund_front_line",
        Fact::FundDisclosed => "fund_disclosed",
        Fact::History => "history",
        Fact::CourseSkill => "course_skill",
        Fact::CourseEnd => "course_end",
        Fact::Institution => "institution",
        Fact::Base => "base",
        Fact::Semesters => "semesters",
        Fact::ClassHours => "class_hours",
        Fact::Internship => "internship",
        Fact::Edition => "edition",
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use policy::{Facts, Outcome, Published, assess};

    use super::*;
    use crate::words::is_known;

    #[test]
    fn every_rule_has_a_name_and_a_sentence_for_each_outcome() {
        let mut missing = Vec::new();
        for rule in RuleId::ALL {
            let key = format!("rule-{}", rule.key());
            let outcomes = Outcome::ALL
                .iter()
                .map(|outcome| format!("{key}-{}", outcome.code()));
            let remedies = match rule {
                RuleId::Age => vec!["remedy-age-early".to_owned(), "remedy-age-late".to_owned()],
                rule => vec![format!("remedy-{}", rule.key())],
            };
            missing.extend(
                std::iter::once(key.clone())
                    .chain(outcomes)
                    .chain(remedies)
                    .filter(|key| !is_known(key)),
            );
        }
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn every_code_that_is_shown_has_words() {
        let programmes = Programme::ALL.iter().flat_map(|programme| {
            let key = format!("programme-{}", programme.code());
            [format!("{key}-about"), key]
        });
        let groups = policy::Group::ALL.iter().flat_map(|group| {
            let key = format!("group-{}", group.code());
            [format!("{key}-hint"), key]
        });
        let notes = Note::ALL.iter().map(|note| format!("note-{}", note.code()));
        let facts = Fact::ALL
            .iter()
            .map(|fact| format!("settle-{}", fact_key(*fact)));
        let missing: Vec<_> = programmes
            .chain(groups)
            .chain(notes)
            .chain(facts)
            .filter(|key| !is_known(key))
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn nothing_known_is_told_without_gaps() {
        let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let assessment = assess(&Facts::default(), None, &Published::default(), today);
        for language in Language::ALL {
            let telling = Telling::by_code(&language);
            for programme in &assessment.programmes {
                for finding in programme.findings.iter() {
                    let text = telling.finding(programme.programme, finding);
                    assert!(
                        !text.contains(['{', '[', '$']) && !text.contains("unknown"),
                        "{text}"
                    );
                }
            }
        }
    }
}
