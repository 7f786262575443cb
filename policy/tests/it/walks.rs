//! Whole lives: whoever takes only what is open never gets more than the policy grants, and can get all of it.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};
use policy::{
    COUNTED, CatalogueEntry, Coded, Course, Designation, Facts, HistoryEntry, Level, Listing,
    OccupationCode, Programme, Published, State, Subject, Verdict, assess_course,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::people;
use crate::small_world::{ANY_NAMES, Small, Training, renamed};

#[derive(Clone, Copy, Debug)]
struct Attempt {
    programme: Programme,
    occupation: OccupationCode,
    level: Level,
    days_later: u64,
    outcome: State,
}

prop_compose! {
    fn attempt()(
        programme in select(vec![
            Programme::EmploymentSkills, Programme::EmploymentSkills, Programme::StudentSkills,
            Programme::StudentPractice, Programme::LabourPreparation,
        ]),
        occupation in people::occupation(),
        level in select(Level::ALL.to_vec()),
        days_later in 0..250u64,
        outcome in prop_oneof![4 => Just(State::Paid), 1 => select(State::ALL)],
    ) -> Attempt {
        Attempt { programme, occupation, level, days_later, outcome }
    }
}

fn is_open(facts: &Facts, attempt: &Attempt, start: NaiveDate) -> bool {
    let designations = [Designation {
        subject: Subject::Occupation(attempt.occupation, attempt.level),
        from: NaiveDate::MIN,
        to: None,
    }];
    let published = Published {
        listing: Listing::Listed(CatalogueEntry {
            subsidised: true,
            ..CatalogueEntry::default()
        }),
        designations: Some(&designations),
        base: Some(policy::BaseKind::Public),
        ..Published::default()
    };
    let course = Course {
        occupation: Some(attempt.occupation),
        level: Some(attempt.level),
        end: Some(start),
        semesters: Some(2),
        internship: Some(policy::Internship::None),
        ..Course::new(attempt.programme, start)
    };
    assess_course(facts, &course, &published).verdict == Verdict::Open
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn nobody_gets_more_than_the_policy_grants(mut facts in people::complete(), attempts in vec(attempt(), 1..60)) {
        facts.history = Some(Vec::new());
        facts.person.birth = Some(NaiveDate::from_ymd_opt(1995, 5, 5).unwrap());
        facts.person.groups = Some(policy::Group::ALL.iter().copied().collect());
        let mut day = people::today();
        let mut taken: Vec<HistoryEntry> = Vec::new();
        for attempt in &attempts {
            day = day + Days::new(attempt.days_later);
            if is_open(&facts, attempt, day) {
                taken.push(HistoryEntry {
                    programme: attempt.programme,
                    occupation: Some(attempt.occupation),
                    level: Some(attempt.level),
                    start: day,
                    state: attempt.outcome,
                });
                facts.history = Some(taken.clone());
            }
        }
        stays_within_the_grant(&taken)?;
    }

    #[test]
    fn the_six_are_reachable_by_two_primaries_and_four_promotions(order in select(vec![1usize, 2])) {
        let mut facts = Facts::default();
        facts.person.birth = Some(NaiveDate::from_ymd_opt(1995, 5, 5).unwrap());
        facts.person.groups = Some(policy::Groups::of(&[policy::Group::RuralWorker]));
        facts.person.certificates = Some(Vec::new());
        let mut plan = vec![("a", 5), ("a", 4), ("a", 3), ("a", 2), ("a", 1)];
        plan.insert(order, ("b", 5));
        let mut taken = Vec::new();
        for (years, (occupation, level)) in plan.into_iter().enumerate() {
            facts.history = Some(taken.clone());
            let start = policy::calendar::birthday(people::today(), i32::try_from(years).unwrap());
            let (programme, occupation, level) =
                (Programme::EmploymentSkills, occupation.parse().unwrap(), Level::new(level).unwrap());
            let attempt = Attempt { programme, occupation, level, days_later: 0, outcome: State::Paid };
            prop_assert!(is_open(&facts, &attempt, start), "{occupation} {level:?}");
            taken.push(HistoryEntry {
                programme, occupation: Some(occupation), level: Some(level), start, state: State::Paid,
            });
        }
        prop_assert_eq!(taken.len(), 6);
    }
}

// The trainings that somebody may try: any level as employment skills, two levels before that, certified or not.
fn tries() -> Vec<Training> {
    let mut tries = Vec::new();
    for programme in COUNTED.iter() {
        let levels = match programme {
            Programme::EmploymentSkills => &[5, 4, 3, 2, 1][..],
            _ => &[5, 4],
        };
        for (occupation, level) in
            (0..3).flat_map(|place| levels.iter().map(move |level| (place, *level)))
        {
            let states = [State::Certified, State::Completed];
            tries.extend(states.map(|state| Training::new(programme, occupation, level, state)));
        }
    }
    tries
}

fn under_the_first_names(life: &[Training]) -> Vec<Training> {
    let own = renamed(life, &[0, 1, 2]);
    let others = ANY_NAMES.iter().map(|names| renamed(life, names));
    others.chain([own]).min().unwrap()
}

#[test]
fn every_life_stays_within_the_grant_and_some_reach_all_of_it() {
    let mut small = Small::new();
    small.facts.person.groups = Some(policy::Group::ALL.iter().copied().collect());
    let tries = tries();
    let mut lives = BTreeSet::from([Vec::new()]);
    let mut to_live = vec![Vec::new()];
    let mut longest = 0;
    while let Some(life) = to_live.pop() {
        small.take(&life);
        let taken = small.facts.history.clone().unwrap();
        stays_within_the_grant_but_for_years(&taken).unwrap();
        longest = longest.max(taken.len());
        for next in tries.iter().filter(|next| small.may_take(next)) {
            let longer = under_the_first_names(&[life.as_slice(), &[*next]].concat());
            if lives.insert(longer.clone()) {
                to_live.push(longer);
            }
        }
    }
    assert_eq!(longest, 6);
    assert_eq!(lives.len(), 2_670);
}

fn stays_within_the_grant(taken: &[HistoryEntry]) -> Result<(), TestCaseError> {
    let skills = taken
        .iter()
        .filter(|entry| entry.programme == Programme::EmploymentSkills && entry.state.counts());
    let years: Vec<i32> = skills.map(|entry| entry.start.year()).collect();
    prop_assert_eq!(years.iter().collect::<BTreeSet<_>>().len(), years.len());
    stays_within_the_grant_but_for_years(taken)
}

fn stays_within_the_grant_but_for_years(taken: &[HistoryEntry]) -> Result<(), TestCaseError> {
    let counting: Vec<&HistoryEntry> = taken.iter().filter(|entry| entry.state.counts()).collect();
    prop_assert!(
        counting
            .iter()
            .filter(|entry| COUNTED.contains(entry.programme))
            .count()
            <= 6
    );
    let skills: Vec<&&HistoryEntry> = counting
        .iter()
        .filter(|entry| entry.programme == Programme::EmploymentSkills)
        .collect();
    let distinct = |mut values: Vec<String>| {
        values.sort();
        values.dedup();
        values.len()
    };
    let of_level = |primary: bool| {
        let chosen = skills
            .iter()
            .filter(|entry| entry.level.unwrap().is_primary() == primary);
        distinct(
            chosen
                .map(|entry| entry.occupation.unwrap().to_string())
                .collect(),
        )
    };
    prop_assert!(of_level(true) <= 2, "more than two primaries");
    prop_assert!(of_level(false) <= 1, "promotions in two occupations");
    let pairs = distinct(
        counting
            .iter()
            .map(|entry| format!("{:?} {:?}", entry.occupation, entry.level))
            .collect(),
    );
    prop_assert_eq!(pairs, counting.len());
    let as_student = |entry: &&&HistoryEntry| {
        matches!(
            entry.programme,
            Programme::StudentSkills | Programme::StudentPractice
        )
    };
    prop_assert!(counting.iter().filter(as_student).count() <= 1);
    Ok(())
}
