//! What a scenario says must come out, compared word by word with the answer.

use policy::{
    Assessment, Coded, CourseAssessment, Findings, Money, Office, Outcome, Programme, RuleId,
    Verdict,
};

/// What came out, whether for a programme alone or for a course.
pub(crate) struct Answer<'a> {
    pub(crate) verdict: Verdict,
    pub(crate) findings: &'a Findings,
    office: Office,
    money: Option<&'a Money>,
    whole: &'a Assessment,
    opens_on: Option<chrono::NaiveDate>,
}

impl<'a> Answer<'a> {
    /// Returns what came out for the course, or else for the programme.
    pub(crate) fn of(whole: &'a Assessment, programme: Programme) -> Self {
        match &whole.course {
            Some(CourseAssessment {
                verdict,
                office,
                findings,
                money,
                ..
            }) => Self {
                verdict: *verdict,
                office: *office,
                findings,
                money: Some(money),
                whole,
                opens_on: None,
            },
            None => {
                let told = whole.programme(programme);
                Self {
                    verdict: told.verdict,
                    office: told.office,
                    findings: &told.findings,
                    money: None,
                    whole,
                    opens_on: told.opens_on,
                }
            }
        }
    }

    /// Says whether everything that must come out did.
    pub(crate) fn agrees(&self, expected: &str) -> Result<(), String> {
        for word in expected.split_whitespace() {
            if !self.agrees_with(word)? {
                return Err(format!("与“{word}”不符：{}", self.told()));
            }
        }
        Ok(())
    }
    fn agrees_with(&self, word: &str) -> Result<bool, String> {
        let verdict = match word {
            "可以" => Some(Verdict::Open),
            "不可以" => Some(Verdict::Closed),
            "还不能定" => Some(Verdict::Unknown),
            "另有政策" => Some(Verdict::Elsewhere),
            _ => None,
        };
        if let Some(verdict) = verdict {
            return Ok(self.verdict == verdict);
        }
        let (name, value) = word
            .split_once('=')
            .ok_or_else(|| format!("不认识的结论：{word}"))?;
        Ok(match name {
            "满足" => self.has_exactly(value, Outcome::Pass),
            "不满足" => self.has_exactly(value, Outcome::Fail),
            "不确定" => self.has_exactly(value, Outcome::Unknown),
            "没问" => value.split(',').all(|rule| {
                self.findings
                    .outcome(RuleId::from_code(rule).unwrap())
                    .is_none()
            }),
            "余" => self
                .whole
                .lifetime_left
                .map_or(value == "不详", |left| left.to_string() == value),
            "余初级" => self
                .whole
                .primary_left
                .map_or(value == "不详", |left| left.to_string() == value),
            "本年已用" => {
                self.whole
                    .year_used
                    .map_or("不详", |used| if used { "是" } else { "否" })
                    == value
            }
            "晋级" => self.upgrades() == value,
            "起" => self
                .opens_on
                .map_or(value == "无", |day| day.to_string() == value),
            "受理" => self.office_in_words() == value,
            _ => self.money_agrees(name, value)?,
        })
    }

    // For one rule: it has this outcome. For several: exactly these have it.
    fn has_exactly(&self, rules: &str, outcome: Outcome) -> bool {
        let found = self
            .findings
            .iter()
            .filter(|finding| finding.outcome == outcome)
            .map(|finding| finding.rule.key());
        match outcome {
            Outcome::Pass => rules
                .split(',')
                .all(|rule| found.clone().any(|found| found == rule)),
            _ => found.eq(rules.split(',')),
        }
    }

    fn upgrades(&self) -> String {
        match &self.whole.upgrades {
            None => "不详".to_owned(),
            Some(upgrades) if upgrades.is_empty() => "无".to_owned(),
            Some(upgrades) => {
                let pairs: Vec<String> = upgrades
                    .iter()
                    .map(|upgrade| format!("{}/{}", upgrade.occupation, upgrade.level))
                    .collect();
                pairs.join(",")
            }
        }
    }

    fn office_in_words(&self) -> String {
        match self.office {
            Office::District(Some(district)) => district.to_string(),
            Office::District(None) => "某区".to_owned(),
            Office::City => "市级".to_owned(),
            Office::Base => "基地".to_owned(),
            Office::Veterans => "退役军人政策".to_owned(),
        }
    }

    fn money_agrees(&self, name: &str, value: &str) -> Result<bool, String> {
        let money = self
            .money
            .ok_or_else(|| format!("没有班次，不能谈钱：{name}"))?;
        let figure = match name {
            "培训补贴" => money.training,
            "鉴定补贴" => money.appraisal,
            "实训补贴" => money.practice,
            "付给" => return Ok(money.paid_to.map_or("未定", Coded::code) == value),
            "说明" => {
                return Ok(money
                    .notes
                    .iter()
                    .map(|note| note.code())
                    .eq(value.split(',')));
            }
            _ => return Err(format!("不认识的结论：{name}")),
        };
        Ok(figure.map_or(value == "未公布", |fen| format!("{}分", fen.0) == value))
    }

    fn told(&self) -> String {
        let rules: Vec<String> = self
            .findings
            .iter()
            .map(|finding| format!("{}={}", finding.rule.key(), finding.outcome.code()))
            .collect();
        format!(
            "{} {:?} {:?} {} 余{:?} 初级{:?} 晋级{} {:?}",
            self.verdict.code(),
            self.opens_on,
            self.office,
            rules.join(" "),
            self.whole.lifetime_left,
            self.whole.primary_left,
            self.upgrades(),
            self.money
        )
    }
}
