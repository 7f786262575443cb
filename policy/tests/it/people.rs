//! People as they may be: generators of facts, complete or with gaps.

use chrono::{Days, NaiveDate};
use policy::{
    Certificate, Coded, Course, District, Employment, Facts, Group, Groups, HistoryEntry,
    Internship, LeftSchool, Level, OccupationCode, Person, Programme, Sex, Stage, State,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

pub(crate) fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn day_around_today(before: u64, after: u64) -> impl Strategy<Value = NaiveDate> {
    (0..=before + after).prop_map(move |days| today() - Days::new(before) + Days::new(days))
}

pub(crate) fn occupation() -> impl Strategy<Value = OccupationCode> {
    select(vec!["4-01", "6-18-02-04", "6-31"]).prop_map(|code| code.parse().unwrap())
}

fn level() -> impl Strategy<Value = Level> {
    prop_oneof![3 => Just(Level::PRIMARY), 2 => Just("4".parse().unwrap()), 1 => select(Level::ALL.to_vec())]
}

fn coded<T: Coded + std::fmt::Debug>() -> impl Strategy<Value = T> {
    select(T::ALL)
}

fn groups() -> impl Strategy<Value = Groups> {
    vec(coded::<Group>(), 0..3).prop_map(|groups| groups.into_iter().collect())
}

// Birthdays near the bounds of working age on either side of today, the rest in between.
fn birth() -> impl Strategy<Value = NaiveDate> {
    let near_bound = (select(vec![15, 16, 55, 60]), 0..800u64).prop_map(|(age, days)| {
        policy::calendar::birthday(today(), -age) - Days::new(400) + Days::new(days)
    });
    prop_oneof![2 => near_bound.prop_map(|day| day.min(today())), 1 => day_around_today(25_000, 0)]
}

pub(crate) fn entry() -> impl Strategy<Value = HistoryEntry> {
    let programme = prop_oneof![4 => Just(Programme::EmploymentSkills), 3 => coded::<Programme>()];
    let past = (day_around_today(4_000, 0), coded::<State>());
    let planned = (
        day_around_today(0, 1_500),
        select(vec![State::Reserved, State::Cancelled]),
    );
    (
        programme,
        occupation(),
        level(),
        prop_oneof![3 => past, 1 => planned],
    )
        .prop_map(|(programme, occupation, level, (start, state))| {
            let named = programme.names_occupation();
            HistoryEntry {
                programme,
                occupation: named.then_some(occupation),
                level: named.then_some(level),
                start,
                state,
            }
        })
}

fn certificate() -> impl Strategy<Value = Certificate> {
    (occupation(), level()).prop_map(|(occupation, level)| Certificate { occupation, level })
}

prop_compose! {
    fn complete_employment()(
        kind in (any::<bool>(), any::<bool>(), any::<bool>()),
        contract in (day_around_today(300, 0), select(vec![0, 11, 12, 36]), any::<bool>(), any::<bool>(), any::<bool>()),
        fund in (any::<bool>(), select(vec![0, 59, 60, 100]), any::<bool>()),
    ) -> Employment {
        Employment {
            enterprise_in_city: Some(kind.0),
            hr_or_dispatch: Some(kind.1),
            industry_conforms: Some(kind.2),
            contract_signed: Some(contract.0),
            contract_months: Some(contract.1),
            contract_open_ended: Some(contract.2),
            filed: Some(contract.3),
            insured: Some(contract.4),
            fund_drawn: Some(fund.0),
            fund_front_line_percent: Some(i64::from(fund.1).try_into().unwrap()),
            fund_disclosed: Some(fund.2),
        }
    }
}

prop_compose! {
    /// Facts of which every one is known.
    pub(crate) fn complete()(
        birth in birth(),
        sex in coded::<Sex>(),
        districts in (select(vec!["210202", "210211"]), select(vec!["210204", "210213"])),
        groups in groups(),
        left_school in (coded::<Stage>(), day_around_today(8_000, 0)),
        certificates in vec(certificate(), 0..3),
        entrepreneur in (any::<bool>(), any::<bool>()),
        employment in complete_employment(),
        history in vec(entry(), 0..9),
    ) -> Facts {
        Facts {
            person: Person {
                birth: Some(birth),
                sex: Some(sex),
                residence: Some(districts.0.parse::<District>().unwrap()),
                university_district: Some(districts.1.parse::<District>().unwrap()),
                groups: Some(groups),
                left_school: Some(LeftSchool { stage: Some(left_school.0), on: Some(left_school.1) }),
                certificates: Some(certificates),
                entrepreneur_certificate: Some(entrepreneur.0),
                business_plan_passed: Some(entrepreneur.1),
                employment: Some(employment),
            },
            history: Some(history),
        }
    }
}

prop_compose! {
    /// A course of which everything is told.
    pub(crate) fn complete_course()(
        programme in coded::<Programme>(),
        skill in (occupation(), level()),
        start in day_around_today(30, 700),
        days in 0..400u64,
        length in (0..4u32, select(vec![0, 199, 200, 400])),
        internship in option::of((0..60u64, 0..40u64, any::<bool>(), any::<bool>())),
    ) -> Course {
        Course {
            occupation: Some(skill.0),
            level: Some(skill.1),
            end: Some(start + Days::new(days)),
            semesters: Some(length.0),
            class_hours: Some(length.1),
            internship: Some(match internship {
                None => Internship::None,
                Some((after, days, agreement, insurance)) => Internship::Held {
                    from: Some(start + Days::new(after)),
                    to: Some(start + Days::new(after + days)),
                    agreement: Some(agreement),
                    insurance: Some(insurance),
                },
            }),
            ..Course::new(programme, start)
        }
    }
}

/// The number of facts that [`without`] and [`course_without`] can take away together.
pub(crate) const GAPS: u32 = 30;

/// Returns the facts and the course without those that the bits of `gaps` name.
pub(crate) fn without(facts: &Facts, course: &Course, gaps: u32) -> (Facts, Course) {
    let (mut facts, mut course) = (facts.clone(), course.clone());
    let mut place = 0;
    let mut gone = || {
        place += 1;
        gaps & (1 << (place - 1)) != 0
    };
    macro_rules! forget {
        ($($fact:expr),+ $(,)?) => { $(if gone() { $fact = None; })+ };
    }
    let person = &mut facts.person;
    forget!(
        person.birth,
        person.sex,
        person.groups,
        person.certificates,
        person.entrepreneur_certificate
    );
    forget!(person.business_plan_passed, facts.history);
    if let Some(left_school) = &mut facts.person.left_school {
        forget!(left_school.stage, left_school.on);
    }
    if let Some(employment) = &mut facts.person.employment {
        forget!(
            employment.enterprise_in_city,
            employment.hr_or_dispatch,
            employment.industry_conforms
        );
        forget!(
            employment.contract_signed,
            employment.contract_months,
            employment.contract_open_ended
        );
        forget!(employment.filed, employment.insured, employment.fund_drawn);
        forget!(
            employment.fund_front_line_percent,
            employment.fund_disclosed
        );
    }
    forget!(course.end, course.semesters, course.class_hours);
    if let Some(Internship::Held {
        from,
        to,
        agreement,
        insurance,
    }) = &mut course.internship
    {
        forget!(*from, *to, *agreement, *insurance);
    }
    if gaps & (1 << (GAPS - 1)) != 0 {
        facts.person.employment = None;
    }
    if gaps & (1 << (GAPS - 2)) != 0 {
        facts.person.left_school = None;
    }
    if gaps & (1 << (GAPS - 3)) != 0 {
        course.internship = None;
    }
    (facts, course)
}
