//! Who follows a remedy gets past the rule.

use chrono::{Days, NaiveDate};
use policy::{
    Another, BaseKind, COUNTED, Certificate, Course, Designation, Detail, Fact, Facts, Finding,
    Grounds, HistoryEntry, Internship, Level, Outcome, Programme, Published, Remedy, RuleId, State,
    Subject, assess, assess_course,
};
use proptest::prelude::*;
use serde_json::{from_value, json};

use crate::people::{self, today};

/// What somebody changes about themselves or the course to follow a remedy.
struct Followed {
    facts: Facts,
    course: Option<Course>,
    on: NaiveDate,
    is_elsewhere: bool,
}

fn entry(programme: Programme, certificate: Option<Certificate>, start: NaiveDate) -> HistoryEntry {
    HistoryEntry {
        programme,
        occupation: certificate.map(|certificate| certificate.occupation),
        level: certificate.map(|certificate| certificate.level),
        start,
        state: State::Certified,
    }
}

fn put_right(facts: &mut Facts, fact: Fact) {
    let employment = facts.person.employment.get_or_insert_default();
    match fact {
        Fact::ContractMonths => employment.contract_months = Some(12),
        Fact::Filed => employment.filed = Some(true),
        Fact::Insured => employment.insured = Some(true),
        Fact::FundDrawn => employment.fund_drawn = Some(true),
        Fact::FundFrontLine => {
            employment.fund_front_line_percent = Some(60.try_into().unwrap());
        }
        Fact::FundDisclosed => employment.fund_disclosed = Some(true),
        Fact::BusinessPlan => facts.person.business_plan_passed = Some(true),
        other => panic!("{other:?} is nothing that somebody can put right"),
    }
}

/// Returns the world after the remedy was followed; `None` where another occupation or level is the only way.
fn follow(finding: &Finding, facts: &Facts, course: Option<&Course>) -> Option<Followed> {
    let mut world = Followed {
        facts: facts.clone(),
        course: course.cloned(),
        on: today(),
        is_elsewhere: false,
    };
    let start_on = |course: &mut Course, day: NaiveDate| {
        course.end = course.end.map(|end| end + (day - course.start));
        course.start = day;
    };
    match finding.remedy {
        Remedy::None | Remedy::Provide { .. } => return None,
        Remedy::Wait { until } => match &mut world.course {
            Some(course) => start_on(course, until),
            None => world.on = until,
        },
        Remedy::PutRight { facts } => facts
            .iter()
            .for_each(|fact| put_right(&mut world.facts, fact)),
        Remedy::Reach { certificate } => {
            let history = world.facts.history.get_or_insert_default();
            let under_way = history.iter_mut().filter(|entry| {
                entry.is_in(certificate.occupation, certificate.level)
                    && matches!(entry.state, State::Reserved | State::Completed)
                    && (finding.rule != RuleId::UpgradeBase || COUNTED.contains(entry.programme))
            });
            // an enterprise's training certifies as well, but a promotion builds on the person's own
            match under_way.max_by_key(|entry| COUNTED.contains(entry.programme)) {
                Some(entry) => entry.state = State::Certified,
                None if finding.rule == RuleId::UpgradeBase => {
                    let programme = Programme::EmploymentSkills;
                    history.push(entry(programme, Some(certificate), today()));
                }
                None => world
                    .facts
                    .person
                    .certificates
                    .get_or_insert_default()
                    .push(certificate),
            }
        }
        Remedy::TakeFirst { programme } => {
            let skill = programme.names_occupation().then(|| Certificate {
                occupation: "9-99".parse().unwrap(),
                level: Level::PRIMARY,
            });
            let history = world.facts.history.get_or_insert_default();
            history.push(entry(programme, skill, today()));
        }
        Remedy::Choose { another } => {
            let course = world.course.as_mut().expect("a course is asked about");
            match (another, finding.detail) {
                (Another::Skill, _) => return None,
                (Another::Place, _) => world.is_elsewhere = true,
                (Another::Start, Detail::Span { until, .. }) => start_on(course, until),
                (Another::Length, Detail::AtLeast { least, .. }) => {
                    course.semesters = Some(least);
                    course.class_hours = Some(least);
                }
                (Another::Internship, _) => course.internship = Some(Internship::None),
                other => panic!("{other:?}"),
            }
        }
    }
    Some(world)
}

fn outcome_in(world: &Followed, programme: Programme, rule: RuleId) -> Option<Outcome> {
    let Some(course) = &world.course else {
        let answer = assess(&world.facts, None, &Published::default(), world.on);
        return answer.programme(programme).findings.outcome(rule);
    };
    let subject = match programme {
        Programme::Entrepreneurship => Subject::Entrepreneurship,
        Programme::EntrepreneurshipSimulation => Subject::Simulation,
        _ => Subject::Occupation(course.occupation.unwrap(), course.level.unwrap()),
    };
    let rightly = [Designation {
        subject,
        from: NaiveDate::MIN,
        to: None,
    }];
    let published = Published {
        designations: Some(if world.is_elsewhere { &rightly } else { &[] }),
        base: Some(if world.is_elsewhere {
            BaseKind::Public
        } else {
            BaseKind::Industry
        }),
        ..Published::default()
    };
    assess_course(&world.facts, course, &published)
        .findings
        .outcome(rule)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn who_follows_a_remedy_gets_past_the_rule(facts in people::complete(), course in people::complete_course(), asks in any::<bool>()) {
        let course = asks.then_some(&course);
        let unlisted = Published { designations: Some(&[]), base: Some(BaseKind::Industry), ..Published::default() };
        let answer = assess(&facts, course, &unlisted, today());
        let programmes = answer.programmes.iter().map(|asked| (asked.programme, &asked.findings));
        let asked = answer.course.iter().map(|asked| (asked.programme, &asked.findings));
        let questions: Vec<_> = if asks { asked.collect() } else { programmes.collect() };
        for (programme, findings) in questions {
            for finding in findings.iter() {
                prop_assert_eq!(finding.outcome == Outcome::Pass, finding.outcome == Outcome::Pass && finding.remedy == Remedy::None);
                let Some(world) = follow(finding, &facts, course) else { continue };
                let after = outcome_in(&world, programme, finding.rule);
                prop_assert!(
                    // another level may be the one that is asked about next
                    matches!(after, Some(Outcome::Pass) | None),
                    "{programme} {:?} {:?}: {after:?}", finding.rule, finding.remedy
                );
            }
        }
    }

    #[test]
    fn nobody_is_told_to_wait_longer_than_needed(facts in people::complete()) {
        let answer = assess(&facts, None, &Published::default(), today());
        for asked in &answer.programmes {
            for finding in asked.findings.iter() {
                let Remedy::Wait { until } = finding.remedy else { continue };
                let eve = assess(&facts, None, &Published::default(), until - Days::new(1));
                prop_assert_eq!(eve.programme(asked.programme).findings.outcome(finding.rule), Some(Outcome::Fail));
            }
        }
    }

    #[test]
    fn what_is_unknown_asks_for_what_was_not_told(facts in people::complete(), course in people::complete_course(), gaps in any::<u32>()) {
        let (facts, course) = people::without(&facts, &course, gaps);
        let answer = assess_course(&facts, &course, &Published::default());
        for finding in answer.findings.iter().filter(|finding| finding.outcome == Outcome::Unknown) {
            let Remedy::Provide { facts: wanted } = finding.remedy else {
                return Err(TestCaseError::fail(format!("{finding:?}")));
            };
            prop_assert!(!wanted.is_empty());
            // an internship is told in parts
            let told = facts.told(Some(&course)).shared_with(wanted);
            prop_assert!(told.iter().all(|fact| fact == Fact::Internship), "{:?} {told:?}", finding.rule);
        }
    }
}

fn facts(person: serde_json::Value, history: serde_json::Value) -> Facts {
    from_value(json!({"person": person, "history": history})).unwrap()
}

fn of(facts: &Facts, programme: Programme, rule: RuleId) -> Finding {
    let answer = assess(facts, None, &Published::default(), today());
    let findings = &answer.programme(programme).findings;
    *findings
        .iter()
        .find(|finding| finding.rule == rule)
        .unwrap()
}

fn skill(occupation: &str, level: u8) -> Certificate {
    Certificate {
        occupation: occupation.parse().unwrap(),
        level: Level::new(level).unwrap(),
    }
}

#[test]
fn a_year_that_is_used_up_waits_for_the_first_free_one() {
    let used = |start| json!({"programme": "employment_skills", "occupation": "4-01", "level": 5, "start": start, "state": "reserved"});
    let person = facts(json!({}), json!([used("2026-12-01"), used("2027-05-01")]));
    let found = of(&person, Programme::EmploymentSkills, RuleId::Year);
    assert_eq!(
        found.remedy,
        Remedy::Wait {
            until: NaiveDate::from_ymd_opt(2028, 1, 1).unwrap()
        }
    );
}

#[test]
fn who_has_both_primaries_under_way_is_told_to_finish_one() {
    let pending = |occupation, start| json!({"programme": "employment_skills", "occupation": occupation, "level": 5, "start": start, "state": "completed"});
    let person = facts(
        json!({"certificates": []}),
        json!([pending("6-18", "2024-03-01"), pending("4-01", "2025-03-01")]),
    );
    let found = of(&person, Programme::EmploymentSkills, RuleId::NoMoveLeft);
    assert_eq!(
        found.remedy,
        Remedy::Reach {
            certificate: skill("4-01", 5)
        }
    );
}

#[test]
fn retirement_has_no_remedy() {
    let person = facts(json!({"birth": "1950-01-01", "sex": "male"}), json!([]));
    assert_eq!(
        of(&person, Programme::EmploymentSkills, RuleId::Age).remedy,
        Remedy::None
    );
}

#[test]
fn a_finding_names_the_entries_that_it_weighed() {
    let person = facts(
        json!({"birth": "1990-01-01", "certificates": []}),
        json!([
            {"programme": "employment_skills", "occupation": "4-01", "level": 5, "start": "2025-03-01", "state": "paid"},
            {"programme": "enterprise_prejob", "occupation": "4-01", "level": 5, "start": "2026-02-01", "state": "paid"},
            {"programme": "employment_skills", "occupation": "4-01", "level": 4, "start": "2026-03-01", "state": "paid"},
            {"programme": "employment_skills", "occupation": "6-31", "level": 5, "start": "2026-04-01", "state": "cancelled"},
        ]),
    );
    let grounds = |rule, course: Option<&Course>| {
        Grounds::of(
            rule,
            Programme::EmploymentSkills,
            &person,
            course,
            &Published::default(),
            today(),
        )
    };
    assert_eq!(grounds(RuleId::Year, None).entries, [2]);
    assert_eq!(grounds(RuleId::Lifetime, None).entries, [0, 2]);
    let course = Course {
        occupation: Some("4-01".parse().unwrap()),
        level: Some(Level::new(3).unwrap()),
        ..Course::new(Programme::EmploymentSkills, today())
    };
    assert_eq!(grounds(RuleId::UpgradeBase, Some(&course)).entries, [0]);
    assert_eq!(grounds(RuleId::UpgradeStep, Some(&course)).entries, [2]);
    assert!(
        grounds(RuleId::UpgradeOne, Some(&course))
            .entries
            .is_empty()
    );
    let age = grounds(RuleId::Age, None);
    assert!(age.facts.contains(Fact::Birth) && !age.facts.contains(Fact::Sex));
}
