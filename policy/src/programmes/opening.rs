//! When a closed programme opens by itself: on a 1 January, on a birthday, or on the day a reading changes.

use chrono::{Datelike, NaiveDate};

use super::{Question, Scheme};
use crate::calendar::{LAST, birthday, months_after, new_year};
use crate::left::Left;
use crate::order::put_in_order;
use crate::rules::age;
use crate::{Finding, Findings, Outcome, RuleId, Verdict};

const YEARS: u32 = 10;

impl Scheme {
    /// Returns the first day after the question's, within ten years, on which the same facts make the programme open.
    pub(crate) fn opens_on(
        &self,
        question: &Question<'_>,
        findings: &Findings,
    ) -> Option<NaiveDate> {
        let mut changes = question.published.readings.changes_after(question.on);
        if changes.next().is_some() {
            return self.opening_while_readings_change(question);
        }
        if !findings.iter().all(passes_or_will) {
            return None;
        }
        days_of_change(question).find(|day| {
            let later = Question {
                on: *day,
                ..*question
            };
            let asked = self.rules.iter().filter(|rule| {
                matches!(
                    rule.id,
                    RuleId::Age | RuleId::Year | RuleId::WithinSixMonths
                )
            });
            asked
                .filter_map(|rule| rule.finding(&later))
                .all(|finding| finding.outcome == Outcome::Pass)
        })
    }

    // Rare, and any rule may change with a reading: every rule is asked again.
    fn opening_while_readings_change(&self, question: &Question<'_>) -> Option<NaiveDate> {
        let last = last_day(question);
        let readings = question.published.readings;
        let ages = readings
            .changes_after(question.on)
            .map(|change| readings.parameters(change));
        let birthdays = ages.filter_map(|parameters| {
            coming_of_age(&Question {
                parameters,
                ..*question
            })
        });
        let mut days: Vec<NaiveDate> = days_of_change(question)
            .chain(birthdays)
            .chain(readings.changes_after(question.on))
            .filter(|day| *day > question.on && *day <= last)
            .collect();
        put_in_order(&mut days, |day| *day);
        days.into_iter().find(|day| {
            let parameters = readings.parameters(*day);
            let left = Left::of(question.facts, &parameters, *day);
            let later = Question {
                on: *day,
                parameters,
                left: &left,
                ..*question
            };
            self.verdict(&self.findings(&later)) == Verdict::Open
        })
    }
}

fn passes_or_will(finding: &Finding) -> bool {
    match finding.outcome {
        Outcome::Pass => true,
        Outcome::Fail => matches!(finding.rule, RuleId::Age | RuleId::Year),
        Outcome::Unknown => false,
    }
}

fn last_day(question: &Question<'_>) -> NaiveDate {
    months_after(question.on, YEARS * 12).min(LAST)
}

fn coming_of_age(question: &Question<'_>) -> Option<NaiveDate> {
    let (youngest, _) = age::lower_bound(question);
    question
        .facts
        .person
        .birth
        .map(|birth| birthday(birth, youngest))
}

/// Returns, in order, the days within ten years on which `age` or `year` can come to pass.
fn days_of_change(question: &Question<'_>) -> impl Iterator<Item = NaiveDate> {
    let last = last_day(question);
    let birthday = coming_of_age(question).filter(|day| *day > question.on && *day <= last);
    let mut new_years = (question.on.year() + 1..=last.year())
        .map(new_year)
        .filter(move |day| *day <= last)
        .peekable();
    let mut birthday = birthday.into_iter().peekable();
    std::iter::from_fn(move || match (birthday.peek(), new_years.peek()) {
        (Some(day), Some(new_year)) if new_year < day => new_years.next(),
        (Some(_), _) => birthday.next(),
        (None, _) => new_years.next(),
    })
}
