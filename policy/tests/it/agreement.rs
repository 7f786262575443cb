//! The engine and the policy told a second time say the same of everybody.

use chrono::{Datelike, Days, Months, NaiveDate};
use policy::calendar::{birthday, new_year};
use policy::{
    Assessment, Coded, CourseAssessment, Findings, Programme, ProgrammeAssessment, Verdict, assess,
    assess_course,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use crate::anybody::{self, Case};
use crate::oracle::{Answer, Left, Oracle, Paid};

// The same people every time, so that a failure can be looked at again.
fn seeded(cases: u32, seed: u64) -> Config {
    Config {
        rng_seed: RngSeed::Fixed(seed),
        failure_persistence: None,
        ..Config::with_cases(cases)
    }
}

fn outcomes(findings: &Findings) -> Vec<(&'static str, &'static str)> {
    let told = findings.iter();
    told.map(|finding| (finding.rule.code(), finding.outcome.code()))
        .collect()
}

/// Returns what the engine says of a programme, in the oracle's words.
pub(crate) fn of_programme(told: &ProgrammeAssessment) -> Answer {
    Answer {
        programme: told.programme.code(),
        verdict: told.verdict.code(),
        office: (told.office.kind(), told.office.district()),
        rules: outcomes(&told.findings),
    }
}

/// Returns what the engine says of a course, in the oracle's words.
pub(crate) fn of_course(told: &CourseAssessment) -> (Answer, Paid) {
    let answer = Answer {
        programme: told.programme.code(),
        verdict: told.verdict.code(),
        office: (told.office.kind(), told.office.district()),
        rules: outcomes(&told.findings),
    };
    let money = &told.money;
    let fen = |figure: Option<policy::Fen>| figure.map(|fen| fen.0);
    let paid_to = money.paid_to.map(Coded::code);
    let paid = (
        fen(money.training),
        fen(money.appraisal),
        fen(money.practice),
        paid_to,
    );
    (answer, paid)
}

/// Returns what the engine says is left, in the oracle's words.
pub(crate) fn of_left(told: &Assessment) -> Left {
    let upgrades = told.upgrades.as_ref().map(|upgrades| {
        let pairs = upgrades.iter();
        pairs
            .map(|upgrade| (upgrade.occupation.to_string(), upgrade.level.number()))
            .collect()
    });
    Left {
        lifetime: told.lifetime_left,
        primary: told.primary_left,
        year_used: told.year_used,
        upgrades,
    }
}

/// Every day on which anything may change, and the days beside it.
fn telling_days(case: &Case) -> Vec<NaiveDate> {
    let years = case.on.year()..=case.on.year() + 10;
    let birth = case.facts.person.birth;
    let birthdays = birth
        .iter()
        .flat_map(|birth| (0..=100).map(|age| birthday(*birth, age)));
    let published = case.published();
    let changes = (0..=10).flat_map(|years| {
        let register = published
            .readings
            .register(case.on + Months::new(12 * years));
        register.map(|reading| reading.since).collect::<Vec<_>>()
    });
    let last = case.on + Months::new(120);
    let mut days: Vec<NaiveDate> = years
        .map(new_year)
        .chain(birthdays)
        .chain(changes)
        .chain([last])
        .flat_map(|day| [day - Days::new(1), day, day + Days::new(1)])
        .filter(|day| *day > case.on && *day <= last)
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

fn opens_on(
    case: &Case,
    programme: Programme,
    mut days: impl Iterator<Item = NaiveDate>,
) -> Option<NaiveDate> {
    let published = case.published();
    let oracle = Oracle {
        facts: &case.facts,
        published: &published,
    };
    days.find(|day| oracle.is_open(programme, *day))
}

proptest! {
    #![proptest_config(seeded(20_000, 44))]

    #[test]
    fn the_engine_says_of_anybody_what_the_tables_say(case in anybody::case()) {
        let published = case.published();
        let told = assess(&case.facts, Some(&case.course), &published, case.on);
        let oracle = Oracle { facts: &case.facts, published: &published };
        for programme in &told.programmes {
            prop_assert_eq!(of_programme(programme), oracle.programme(programme.programme, case.on));
        }
        prop_assert_eq!(of_left(&told), oracle.left(case.on));
        let course = told.course.as_ref().unwrap();
        prop_assert_eq!(of_course(course), oracle.course(&case.course));
        prop_assert_eq!(course, &assess_course(&case.facts, &case.course, &published));
    }
}

proptest! {
    #![proptest_config(seeded(4_000, 2011))]

    #[test]
    fn a_closed_programme_opens_on_the_day_that_the_tables_say(case in anybody::case()) {
        let told = assess(&case.facts, None, &case.published(), case.on);
        let days = telling_days(&case);
        for programme in &told.programmes {
            let expected = (programme.verdict == Verdict::Closed)
                .then(|| opens_on(&case, programme.programme, days.iter().copied()));
            prop_assert_eq!(programme.opens_on, expected.flatten(), "{:?}", programme);
        }
    }
}

proptest! {
    #![proptest_config(seeded(60, 2021))]

    #[test]
    fn no_day_of_ten_years_opens_it_earlier(case in anybody::case()) {
        let told = assess(&case.facts, None, &case.published(), case.on);
        let last = case.on + Months::new(120);
        for programme in told.programmes.iter().filter(|told| told.verdict == Verdict::Closed) {
            let every_day = case.on.iter_days().skip(1).take_while(|day| *day <= last);
            let found = opens_on(&case, programme.programme, every_day);
            prop_assert_eq!(programme.opens_on, found, "{:?}", programme);
        }
    }
}
