//! What the scenario tables must not leave out: every rule of every programme both ways, and every reading.

use std::collections::BTreeSet;

use policy::{
    Amendment, Chosen, Coded, Course, Facts, Finding, Group, Groups, Level, Outcome, Programme,
    Published, READINGS, ReadingId, Readings, RuleId, Verdict, assess,
};

use crate::expectations::Answer;
use crate::people::today;
use crate::scenarios::rows;

/// A rule as a programme asks it, with a course or without, and how it comes out.
type Told = (Programme, bool, RuleId, &'static str);

// Somebody of whom every rule is asked that asks anything.
fn asked() -> BTreeSet<(Programme, bool, RuleId)> {
    let mut facts = Facts::default();
    facts.person.groups = Some(Groups::of(&[Group::RegisteredUnemployed]));
    let mut asked = BTreeSet::new();
    for programme in Programme::ALL {
        for level in [Level::PRIMARY, Level::PROMOTIONS[0]] {
            let course = Course {
                occupation: Some("6-18".parse().unwrap()),
                level: Some(level),
                ..Course::new(*programme, today())
            };
            let told = assess(&facts, Some(&course), &Published::default(), today());
            let of_course = told.course.as_ref().unwrap().findings.iter();
            asked.extend(of_course.map(|finding| (*programme, true, finding.rule)));
            let in_general = told.programme(*programme).findings.iter();
            asked.extend(in_general.map(|finding| (*programme, false, finding.rule)));
        }
    }
    asked
}

// What a case shows: a refusal shows a rule that alone refuses, so that without the rule it would be none.
fn shown() -> BTreeSet<Told> {
    let mut shown = BTreeSet::new();
    for row in rows() {
        let whole = row.assess(Readings::built_in());
        let answer = Answer::of(&whole, row.programme);
        let shows = match answer.verdict {
            Verdict::Open | Verdict::Elsewhere => Outcome::Pass,
            Verdict::Unknown => Outcome::Unknown,
            Verdict::Closed => Outcome::Fail,
        };
        let of_kind = |finding: &&Finding| finding.outcome == shows;
        let others = answer
            .findings
            .iter()
            .filter(|finding| finding.outcome != Outcome::Pass);
        if shows == Outcome::Fail && others.count() > 1 {
            continue;
        }
        let with_course = row.asked.is_some();
        let rules = answer
            .findings
            .iter()
            .filter(of_kind)
            .map(|finding| finding.rule);
        shown.extend(rules.map(|rule| (row.programme, with_course, rule, shows.code())));
    }
    shown
}

#[test]
fn every_rule_of_every_programme_passes_and_is_unknown_in_some_case_and_alone_refuses_another() {
    let shown = shown();
    let mut missing = String::new();
    for (programme, with_course, rule) in asked() {
        for outcome in Outcome::ALL.iter().map(|outcome| outcome.code()) {
            if !shown.contains(&(programme, with_course, rule, outcome)) {
                let place = if with_course { "course" } else { "no course" };
                missing += &format!("{programme}, {place}: {} {outcome}\n", rule.key());
            }
        }
    }
    assert!(missing.is_empty(), "no case for\n{missing}");
}

#[test]
fn every_reading_has_a_case_that_names_it() {
    let rows = rows();
    let unnamed: Vec<&str> = ReadingId::ALL
        .iter()
        .map(|reading| reading.code())
        .filter(|code| {
            !rows
                .iter()
                .any(|row| row.case.starts_with(&format!("{code}：")))
        })
        .collect();
    assert!(unnamed.is_empty(), "no case for {unnamed:?}");
}

fn nudges(chosen: Chosen) -> Vec<Chosen> {
    match chosen {
        Chosen::Number(number) => vec![Chosen::Number(number - 1), Chosen::Number(number + 1)],
        Chosen::Ages { male, female } => vec![
            Chosen::Ages {
                male: male - 1,
                female,
            },
            Chosen::Ages {
                male: male + 1,
                female,
            },
            Chosen::Ages {
                male,
                female: female - 1,
            },
            Chosen::Ages {
                male,
                female: female + 1,
            },
        ],
        Chosen::Applies(applies) => vec![Chosen::Applies(!applies)],
        Chosen::InWords => Vec::new(),
    }
}

#[test]
fn no_reading_can_be_nudged_without_a_case_coming_out_otherwise() {
    let rows = rows();
    for reading in READINGS {
        for chosen in nudges(reading.chosen) {
            let (reading, since) = (reading.id, reading.since);
            let readings = Readings::amended(vec![Amendment {
                reading,
                chosen,
                since,
            }])
            .unwrap();
            let changed = rows.iter().any(|row| row.comes_out(&readings).is_err());
            assert!(changed, "{reading:?} {chosen:?}");
        }
    }
}

#[test]
fn every_case_cites_a_clause_of_the_document() {
    let clauses = [
        "一",
        "二（一）",
        "二（一）7",
        "二（二）1",
        "二（二）2 ¶1",
        "二（二）2 ¶2",
        "二（二）2 ¶3",
        "二（二）3",
        "二（二）4",
        "二（二）5",
    ];
    for row in rows() {
        assert!(
            clauses.contains(&row.clause.as_str()),
            "{} {}",
            row.place,
            row.clause
        );
    }
}
