//! Plans and ways: nothing better exists, and every step is one that the rules allow.

use chrono::NaiveDate;
use policy::{
    Amendment, BaseKind, COUNTED, CatalogueEntry, Certificate, Chosen, Course, Designation, Facts,
    Fen, Goal, Group, Internship, Level, Listing, Offer, Outlook, Plan, Programme, Published,
    ReadingId, Readings, RuleId, State, Step, Subject, Verdict, Way, assess_course, plan, steps,
    what_if,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, from_value, json};

use crate::people::{self, today};

fn offer(occupation: &str, level: u8, yuan: i32) -> Offer {
    Offer {
        occupation: occupation.parse().unwrap(),
        level: Level::new(level).unwrap(),
        entry: CatalogueEntry {
            subsidised: true,
            training: Some(Fen::from_yuan(yuan)),
            appraisal: Some(Fen::from_yuan(100)),
            ..CatalogueEntry::default()
        },
    }
}

fn skill(occupation: &str, level: u8) -> Certificate {
    Certificate {
        occupation: occupation.parse().unwrap(),
        level: Level::new(level).unwrap(),
    }
}

fn person(person: Value, history: Value) -> Facts {
    from_value(json!({"person": person, "history": history})).unwrap()
}

fn rural_worker(history: Value) -> Facts {
    let told = json!({"birth": "1990-02-28", "sex": "male", "groups": ["rural_worker"], "certificates": []});
    person(told, history)
}

fn learned(plan: &Plan) -> Vec<(String, u8, i32)> {
    use chrono::Datelike;
    plan.trainings
        .iter()
        .map(|training| {
            let Certificate { occupation, level } = training.skill;
            (occupation.to_string(), level.number(), training.from.year())
        })
        .collect()
}

fn city() -> Vec<Offer> {
    let levels = |occupation, yuan: [i32; 5]| {
        (1..=5u8)
            .rev()
            .zip(yuan)
            .map(move |(level, yuan)| offer(occupation, level, yuan))
    };
    levels("4-01", [900, 1_100, 1_500, 2_000, 2_600])
        .chain(levels("6-18", [1_200, 1_500, 2_000, 3_000, 4_000]))
        .chain(levels("6-31", [1_500, 800, 900, 900, 900]))
        .collect()
}

#[test]
fn five_years_pay_most_with_two_primaries_and_three_promotions() {
    let readings = Readings::built_in();
    let outlook = Outlook::new(readings, city(), today());
    let plans = plan(&rural_worker(json!([])), Goal::MostSubsidised, &outlook, 5);
    let best = plans.best.unwrap();
    // this year and five more: six trainings, but five years end before a sixth new year
    assert_eq!(best.trainings.len(), 6, "{:?}", learned(&best));
    let total = [1_200, 1_500, 2_000, 3_000, 4_000, 1_500]
        .iter()
        .sum::<i32>()
        + 600;
    assert_eq!(best.total, Fen::from_yuan(total));
    let second = plans.runner_up.unwrap();
    assert!(second.total <= best.total);
    assert_ne!(learned(&second), learned(&best));
}

#[test]
fn a_skill_is_reached_level_by_level_and_year_by_year() {
    let outlook = Outlook::new(Readings::built_in(), city(), today());
    let goal = Goal::Skill(skill("4-01", 3));
    let plans = plan(&rural_worker(json!([])), goal, &outlook, 5);
    assert_eq!(
        learned(&plans.best.unwrap()),
        [
            ("4-01".to_owned(), 5, 2026),
            ("4-01".to_owned(), 4, 2027),
            ("4-01".to_owned(), 3, 2028)
        ]
    );
}

#[test]
fn what_nobody_can_reach_has_no_plan() {
    let outlook = Outlook::new(Readings::built_in(), city(), today());
    let held = person(
        json!({"birth": "1990-02-28", "groups": ["rural_worker"], "certificates": [{"occupation": "4-01", "level": 5}]}),
        json!([]),
    );
    // level 5 was not subsidised and never will be: a promotion has nothing to build on
    let goal = Goal::Skill(skill("4-01", 4));
    assert_eq!(plan(&held, goal, &outlook, 9).best, None);
    let goal = Goal::Skill(skill("9-99", 5));
    assert_eq!(plan(&rural_worker(json!([])), goal, &outlook, 9).best, None);
}

#[test]
fn a_plan_says_on_which_untold_facts_it_rests() {
    let outlook = Outlook::new(Readings::built_in(), city(), today());
    let unsure = person(
        json!({"groups": ["rural_worker"], "certificates": []}),
        json!([]),
    );
    let best = plan(&unsure, Goal::MostSubsidised, &outlook, 1)
        .best
        .unwrap();
    assert!(best.conditional_on.contains(policy::Fact::Birth));
}

#[test]
fn a_register_that_is_amended_later_changes_the_years_after_it() {
    let from_2028 = Amendment {
        reading: ReadingId::SixSubsidies,
        chosen: Chosen::Number(2),
        since: NaiveDate::from_ymd_opt(2028, 1, 1).unwrap(),
    };
    let readings = Readings::amended(vec![from_2028]).unwrap();
    let outlook = Outlook::new(&readings, city(), today());
    let best = plan(&rural_worker(json!([])), Goal::MostSubsidised, &outlook, 5)
        .best
        .unwrap();
    assert_eq!(best.trainings.len(), 2);
}

/// The best total by trying everything, day by day where the rules change, without any stand-in.
fn most_money(facts: &Facts, offers: &[Offer], from: NaiveDate, until: NaiveDate) -> i64 {
    let mut best = 0;
    for programme in COUNTED.iter() {
        for offer in offers {
            let Some((course, amount)) = first_open(facts, programme, offer, from, until) else {
                continue;
            };
            let later = course.end.unwrap().succ_opt().unwrap();
            let after = facts.after(&course, State::Certified);
            best = best.max(amount + most_money(&after, offers, later, until));
        }
    }
    best
}

fn first_open(
    facts: &Facts,
    programme: Programme,
    offer: &Offer,
    from: NaiveDate,
    until: NaiveDate,
) -> Option<(Course, i64)> {
    use chrono::Datelike;
    let birthday = facts
        .person
        .birth
        .map(|birth| policy::calendar::birthday(birth, 16));
    let half_a_year_before = birthday.map(|day| day - chrono::Months::new(6));
    let a_year_before = birthday.map(|day| day - chrono::Months::new(12));
    let new_years =
        (from.year() + 1..=until.year()).map(|year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap());
    let mut days: Vec<NaiveDate> = [birthday, half_a_year_before, a_year_before]
        .into_iter()
        .flatten()
        .flat_map(|day| (0..4).map(move |after| day + chrono::Days::new(after)))
        .chain(new_years)
        .chain([from])
        .filter(|day| *day >= from && *day <= until)
        .collect();
    days.sort_unstable();
    days.into_iter().find_map(|start| {
        let (course, verdict, amount) = asked(facts, programme, offer, start);
        (verdict == Verdict::Open).then_some((course, amount))
    })
}

fn asked(
    facts: &Facts,
    programme: Programme,
    offer: &Offer,
    start: NaiveDate,
) -> (Course, Verdict, i64) {
    let semesters = match facts.person.left_school.and_then(|left| left.stage) {
        Some(policy::Stage::JuniorHigh) => 2,
        _ => 1,
    };
    let end = if programme == Programme::LabourPreparation {
        start + chrono::Months::new(6 * semesters) - chrono::Days::new(1)
    } else {
        start + chrono::Days::new(59)
    };
    let course = Course {
        occupation: Some(offer.occupation),
        level: Some(offer.level),
        end: Some(end),
        semesters: Some(semesters),
        internship: Some(Internship::None),
        ..Course::new(programme, start)
    };
    let designations = [Designation {
        subject: Subject::Occupation(offer.occupation, offer.level),
        from: NaiveDate::MIN,
        to: None,
    }];
    let published = Published {
        listing: Listing::Listed(offer.entry),
        designations: Some(&designations),
        base: Some(BaseKind::UniversityDemo),
        ..Published::default()
    };
    let answer = assess_course(facts, &course, &published);
    let money = &answer.money;
    let amounts = [money.training, money.appraisal, money.practice];
    let amount = amounts.into_iter().flatten().map(|fen| fen.0).sum();
    (course, answer.verdict, amount)
}

fn small_catalogue() -> impl Strategy<Value = Vec<Offer>> {
    let occupation = select(vec!["4-01", "6-18-02-04", "6-31", "7-77"]);
    vec((occupation, 3..=5u8, 0..40i32), 1..5).prop_map(|offers| {
        let mut offers: Vec<Offer> = offers
            .into_iter()
            .map(|(occupation, level, yuan)| offer(occupation, level, yuan * 100))
            .collect();
        offers.sort_by_key(|offer| (offer.occupation, offer.level.number()));
        offers.dedup_by_key(|offer| (offer.occupation, offer.level.number()));
        offers
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn no_other_choice_of_trainings_pays_more(facts in people::complete(), offers in small_catalogue(), years in 1..3u32) {
        let outlook = Outlook::new(Readings::built_in(), offers.clone(), today());
        let found = plan(&facts, Goal::MostSubsidised, &outlook, years);
        let until = today() + chrono::Months::new(12 * years) - chrono::Days::new(1);
        let best = found.best.as_ref().map_or(0, |plan| plan.total.0);
        prop_assert_eq!(best, most_money(&facts, &offers, today(), until));
        if let (Some(best), Some(second)) = (&found.best, &found.runner_up) {
            prop_assert!(second.total <= best.total);
        }
    }

    #[test]
    fn every_training_of_a_plan_is_open_when_it_starts(facts in people::complete(), offers in small_catalogue(), aimed in any::<bool>()) {
        let outlook = Outlook::new(Readings::built_in(), offers.clone(), today());
        let goal = if aimed {
            Goal::Skill(Certificate { occupation: offers[0].occupation, level: offers[0].level })
        } else {
            Goal::MostSubsidised
        };
        for plan in [plan(&facts, goal, &outlook, 5).best, plan(&facts, goal, &outlook, 5).runner_up].into_iter().flatten() {
            let mut facts = facts.clone();
            let mut total = 0;
            for training in &plan.trainings {
                let offer = offers.iter().find(|offer| offer.occupation == training.skill.occupation && offer.level == training.skill.level).unwrap();
                let (course, verdict, amount) = asked(&facts, training.programme, offer, training.from);
                prop_assert_eq!(verdict, Verdict::Open);
                prop_assert_eq!(course.end, Some(training.until));
                total += amount;
                facts = facts.after(&course, State::Certified);
            }
            prop_assert_eq!(plan.total, Fen(total));
            if aimed {
                prop_assert_eq!(plan.trainings.last().map(|training| training.skill), Some(Certificate { occupation: offers[0].occupation, level: offers[0].level }));
            }
        }
    }
}

fn electrician(level: u8, start: NaiveDate) -> Course {
    Course {
        occupation: Some("6-18".parse().unwrap()),
        level: Some(Level::new(level).unwrap()),
        end: Some(start + chrono::Days::new(60)),
        ..Course::new(Programme::EmploymentSkills, start)
    }
}

fn designated(level: u8) -> [Designation; 1] {
    [Designation {
        subject: Subject::Occupation("6-18".parse().unwrap(), Level::new(level).unwrap()),
        from: NaiveDate::MIN,
        to: None,
    }]
}

fn way_to(facts: &Facts, level: u8) -> Way {
    let outlook = Outlook::new(Readings::built_in(), city(), today());
    let designations = designated(level);
    let published = Published {
        listing: Listing::Listed(offer("6-18", level, 1_000).entry),
        designations: Some(&designations),
        ..Published::default()
    };
    steps(facts, &electrician(level, today()), &published, &outlook)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn an_open_course_needs_no_step() {
    assert_eq!(way_to(&rural_worker(json!([])), 5), Way::Steps(Vec::new()));
}

#[test]
fn the_way_to_a_promotion_leads_through_the_entry_level() {
    let Way::Steps(found) = way_to(&rural_worker(json!([])), 4) else {
        panic!("there is a way")
    };
    assert_eq!(
        found,
        [
            Step::Train {
                programme: Programme::EmploymentSkills,
                skill: Some(skill("6-18", 5)),
                from: today()
            },
            Step::StartFrom {
                day: day(2027, 1, 22)
            },
        ]
    );
}

#[test]
fn a_student_will_have_to_graduate_or_register() {
    let student = person(
        json!({"birth": "2005-02-28", "sex": "male", "groups": ["student"], "certificates": [], "left_school": {"stage": "none"}}),
        json!([]),
    );
    let Way::Steps(found) = way_to(&student, 5) else {
        panic!("there is a way")
    };
    assert_eq!(
        found,
        [Step::Belong {
            group: Group::RegisteredUnemployed
        }]
    );
}

#[test]
fn an_untold_fact_is_told_first() {
    let unsure = person(
        json!({"sex": "male", "groups": ["rural_worker"], "certificates": []}),
        json!([]),
    );
    let Way::Steps(found) = way_to(&unsure, 5) else {
        panic!("there is a way")
    };
    let [Step::Tell { facts }] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!(facts.iter().collect::<Vec<_>>(), [policy::Fact::Birth]);
}

#[test]
fn who_is_retired_has_no_way() {
    let retired = person(
        json!({"birth": "1950-02-28", "sex": "male", "groups": ["rural_worker"], "certificates": []}),
        json!([]),
    );
    assert_eq!(way_to(&retired, 5), Way::Closed(RuleId::Age));
}

#[test]
fn a_course_uses_up_its_year_only_with_the_certificate() {
    let designations = designated(5);
    let published = Published {
        designations: Some(&designations),
        ..Published::default()
    };
    let found = what_if(
        &rural_worker(json!([])),
        &electrician(5, day(2026, 1, 10)),
        &published,
    );
    assert_eq!(found.on, day(2026, 3, 12));
    assert_eq!(found.certified.lifetime_left, Some(5));
    assert_eq!(found.certified.year_used, Some(true));
    assert_eq!(
        found.certified.upgrades.unwrap(),
        [policy::Upgrade {
            occupation: "6-18".parse().unwrap(),
            level: Level::new(4).unwrap()
        }]
    );
    assert_eq!(found.failed.lifetime_left, Some(6));
    assert_eq!(found.failed.year_used, Some(false));
}

#[test]
fn a_way_that_leads_in_circles_is_none() {
    // too young until a day on which the contract is too old
    let recruit = person(
        json!({
            "birth": "2011-09-01", "sex": "male", "groups": ["new_recruit"],
            "employment": {
                "enterprise_in_city": true, "hr_or_dispatch": false, "industry_conforms": true,
                "contract_signed": "2026-11-01", "contract_months": 12, "contract_open_ended": false,
                "filed": true, "insured": true,
                "fund_drawn": true, "fund_front_line_percent": 60, "fund_disclosed": true
            }
        }),
        json!([]),
    );
    let course = Course {
        programme: Programme::EnterprisePrejob,
        ..electrician(5, today())
    };
    let outlook = Outlook::new(Readings::built_in(), city(), today());
    let way = steps(&recruit, &course, &Published::default(), &outlook);
    assert_eq!(way, Way::Closed(RuleId::Age));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    // Every way ends, and a course that is open or only unknown needs nothing but telling.
    #[test]
    fn a_course_that_no_rule_refuses_needs_no_step_but_telling(facts in people::complete(), course in people::complete_course(), gaps in any::<u32>()) {
        let (facts, course) = people::without(&facts, &course, gaps);
        let outlook = Outlook::new(Readings::built_in(), city(), today());
        let published = Published::default();
        let verdict = assess_course(&facts, &course, &published).verdict;
        match steps(&facts, &course, &published, &outlook) {
            Way::Steps(found) => {
                let acts = found.iter().filter(|step| !matches!(step, Step::Tell { .. })).count();
                prop_assert_eq!(acts == 0, verdict != Verdict::Closed);
            }
            Way::Closed(_) => prop_assert_eq!(verdict, Verdict::Closed),
        }
    }
}
