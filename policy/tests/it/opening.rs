//! When a closed programme opens, compared with asking on every single day of ten years.

use chrono::{Days, Months, NaiveDate};
use policy::{
    Amendment, Chosen, Coded, Facts, Group, Groups, Programme, Published, ReadingId, Readings, Sex,
    Verdict, assess,
};
use proptest::prelude::*;

use crate::people;

// Asks on each later day, as somebody would who comes to the counter every morning for ten years.
fn first_open_days(
    facts: &Facts,
    published: &Published<'_>,
    on: NaiveDate,
) -> [Option<NaiveDate>; 8] {
    let mut first = [None; 8];
    let last = on + Months::new(120);
    for day in on.iter_days().skip(1).take_while(|day| *day <= last) {
        let answer = assess(facts, None, published, day);
        for (first, programme) in first.iter_mut().zip(&answer.programmes) {
            if first.is_none() && programme.verdict == Verdict::Open {
                *first = Some(day);
            }
        }
    }
    first
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_opening_day_is_the_first_on_which_asking_every_day_would_succeed(
        mut facts in people::complete(),
        everybody in any::<bool>(),
        gaps in any::<u32>(),
        gappy in any::<bool>(),
    ) {
        if everybody {
            facts.person.groups = Some(Group::ALL.iter().copied().collect());
        }
        if gappy {
            let course = policy::Course::new(Programme::Veterans, people::today());
            facts = people::without(&facts, &course, gaps).0;
        }
        let published = Published::default();
        let answer = assess(&facts, None, &published, people::today());
        let found = first_open_days(&facts, &published, people::today());
        for (told, found) in answer.programmes.iter().zip(found) {
            let expected = found.filter(|_| told.verdict == Verdict::Closed);
            prop_assert_eq!(told.opens_on, expected, "{:?}", told);
        }
    }
}

fn person_born(birth: NaiveDate) -> Facts {
    let mut facts = Facts {
        history: Some(Vec::new()),
        ..Facts::default()
    };
    facts.person.birth = Some(birth);
    facts.person.sex = Some(Sex::Male);
    facts.person.groups = Some(Groups::of(&[Group::Student, Group::RuralWorker]));
    facts
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn ten_years_end_on_the_same_date() {
    let on = day(2026, 11, 23);
    let just_in_time = person_born(day(2020, 11, 23));
    let a_day_late = person_born(day(2020, 11, 24));
    let opens = |facts: &Facts| {
        assess(facts, None, &Published::default(), on)
            .programme(Programme::StudentSkills)
            .opens_on
    };
    assert_eq!(opens(&just_in_time), Some(day(2036, 11, 23)));
    assert_eq!(opens(&a_day_late), None);
}

#[test]
fn a_raised_retirement_age_opens_what_was_closed() {
    let facts = person_born(day(1966, 5, 1));
    let since = day(2028, 3, 1);
    let amendment = Amendment {
        reading: ReadingId::RetirementAge,
        chosen: Chosen::Ages {
            male: 63,
            female: 58,
        },
        since,
    };
    let readings = Readings::amended(vec![amendment]).unwrap();
    let published = Published {
        readings: &readings,
        ..Published::default()
    };
    let on = day(2026, 11, 23);
    let answer = assess(&facts, None, &published, on);
    let skills = answer.programme(Programme::EmploymentSkills);
    assert_eq!(
        (skills.verdict, skills.opens_on),
        (Verdict::Closed, Some(since))
    );
    assert_eq!(first_open_days(&facts, &published, on)[0], Some(since));
    let after = assess(&facts, None, &published, since + Days::new(427));
    assert_eq!(
        after.programme(Programme::EmploymentSkills).verdict,
        Verdict::Closed,
        "63 on 1 May 2029"
    );
}
