//! The facts that a finding names as missing: telling them decides, and each stands in a request where it says.

use policy::{
    Course, Employment, Fact, FactSet, Facts, Finding, Internship, LeftSchool, Outcome, assess,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use serde_json::json;

use crate::{anybody, people};

fn tell(facts: &mut Facts, course: &mut Course, fact: Fact, from: (&Facts, &Course)) {
    let (person, known) = (&mut facts.person, &from.0.person);
    let left = person.left_school.unwrap_or_default();
    let known_left = known.left_school.unwrap_or_default();
    let mut told = person.employment();
    let all: Employment = known.employment();
    match fact {
        Fact::Birth => person.birth = known.birth,
        Fact::Sex => person.sex = known.sex,
        Fact::Groups => person.groups = known.groups,
        Fact::LeftStage => {
            person.left_school = Some(LeftSchool {
                stage: known_left.stage,
                ..left
            })
        }
        Fact::LeftOn => {
            person.left_school = Some(LeftSchool {
                on: known_left.on,
                ..left
            })
        }
        Fact::Certificates => person.certificates.clone_from(&known.certificates),
        Fact::EntrepreneurCertificate => {
            person.entrepreneur_certificate = known.entrepreneur_certificate
        }
        Fact::BusinessPlan => person.business_plan_passed = known.business_plan_passed,
        Fact::EnterpriseInCity => told.enterprise_in_city = all.enterprise_in_city,
        Fact::HrOrDispatch => told.hr_or_dispatch = all.hr_or_dispatch,
        Fact::IndustryConforms => told.industry_conforms = all.industry_conforms,
        Fact::ContractSigned => told.contract_signed = all.contract_signed,
        Fact::ContractMonths => told.contract_months = all.contract_months,
        Fact::ContractOpenEnded => told.contract_open_ended = all.contract_open_ended,
        Fact::Filed => told.filed = all.filed,
        Fact::Insured => told.insured = all.insured,
        Fact::FundDrawn => told.fund_drawn = all.fund_drawn,
        Fact::FundFrontLine => told.fund_front_line_percent = all.fund_front_line_percent,
        Fact::FundDisclosed => told.fund_disclosed = all.fund_disclosed,
        Fact::History => facts.history.clone_from(&from.0.history),
        Fact::CourseEnd => course.end = from.1.end,
        Fact::Semesters => course.semesters = from.1.semesters,
        Fact::ClassHours => course.class_hours = from.1.class_hours,
        Fact::Internship => course.internship = from.1.internship,
        Fact::CourseSkill | Fact::Institution | Fact::Base | Fact::Edition => {
            panic!("{fact:?} is published, or always told here")
        }
    }
    if told != facts.person.employment() {
        facts.person.employment = Some(told);
    }
}

fn of_published() -> FactSet {
    FactSet::only(Fact::Institution)
        .with(Fact::Base)
        .with(Fact::Edition)
}

proptest! {
    #![proptest_config(Config {
        rng_seed: RngSeed::Fixed(28),
        failure_persistence: None,
        ..Config::with_cases(2_000)
    })]

    #[test]
    fn telling_the_missing_facts_and_no_others_decides_a_rule(case in anybody::case(), gaps in any::<u32>()) {
        let all = (&case.facts, &case.course);
        let (gappy, gappy_course) = people::without(all.0, all.1, gaps);
        let published = case.published();
        let answer = |facts: &Facts, course: &Course| assess(facts, Some(course), &published, case.on);
        let before = answer(&gappy, &gappy_course);
        let in_full = answer(all.0, all.1);
        let lists = |whole: &policy::Assessment| -> Vec<Vec<Finding>> {
            let programmes = whole.programmes.iter().map(|told| told.findings.to_vec());
            programmes.chain(whole.course.iter().map(|told| told.findings.to_vec())).collect()
        };
        for (place, list) in lists(&before).into_iter().enumerate() {
            for unknown in list.iter().filter(|finding| finding.outcome == Outcome::Unknown) {
                let (mut facts, mut course) = (gappy.clone(), gappy_course.clone());
                let of_rule = |whole: &policy::Assessment| {
                    lists(whole)[place].iter().find(|finding| finding.rule == unknown.rule).copied()
                };
                let mut missing = unknown.missing;
                // whether certificates matter to what is left shows once the history is told
                for _ in 0..2 {
                    for fact in missing.iter().filter(|fact| !of_published().contains(*fact)) {
                        tell(&mut facts, &mut course, fact, all);
                    }
                    missing = of_rule(&answer(&facts, &course)).unwrap().missing;
                }
                let outcome = |whole: &policy::Assessment| of_rule(whole).map(|finding| (finding.outcome, finding.missing));
                prop_assert_eq!(outcome(&answer(&facts, &course)), outcome(&in_full), "{:?}", unknown);
            }
        }
    }
}

#[test]
fn a_missing_fact_is_pointed_at_where_a_full_request_tells_it() {
    let request = json!({
        "person": {
            "birth": "", "sex": "", "groups": "", "certificates": "", "entrepreneur_certificate": "", "business_plan_passed": "",
            "left_school": {"stage": "", "on": ""},
            "employment": {
                "enterprise_in_city": "", "hr_or_dispatch": "", "industry_conforms": "",
                "contract_signed": "", "contract_months": "", "contract_open_ended": "", "filed": "", "insured": "",
                "fund_drawn": "", "fund_front_line_percent": "", "fund_disclosed": ""
            }
        },
        "history": "",
        "course": {
            "occupation": "", "end": "", "institution": "", "base": "", "semesters": "", "class_hours": "", "internship": ""
        }
    });
    let mut pointed = Vec::new();
    for fact in Fact::ALL.into_iter().filter(|fact| *fact != Fact::Edition) {
        let pointer = fact.pointer().unwrap();
        assert_eq!(request.pointer(pointer), Some(&json!("")), "{fact:?}");
        assert!(!pointed.contains(&pointer), "{fact:?}");
        pointed.push(pointer);
    }
    assert_eq!(Fact::Edition.pointer(), None);
}

#[test]
fn a_set_of_facts_has_what_was_put_into_it() {
    for (place, fact) in Fact::ALL.into_iter().enumerate() {
        let set = FactSet::only(fact);
        assert_eq!(set.iter().collect::<Vec<_>>(), [fact]);
        assert_eq!(set.with(fact), set);
        assert_eq!(set.union(set), set);
        assert!(!set.is_empty() && FactSet::NONE.is_empty());
        let next = Fact::ALL[(place + 1) % Fact::ALL.len()];
        let both = set.union(FactSet::only(next));
        assert!(both.contains(fact) && both.contains(next) && !set.contains(next));
        assert_eq!(both, set.with_if(true, next));
        assert_eq!(set, set.with_if(false, next));
    }
}

#[test]
fn an_internship_s_gaps_are_one_fact() {
    let mut course = Course::new(policy::Programme::LabourPreparation, people::today());
    course.internship = Some(Internship::Held {
        from: None,
        to: None,
        agreement: Some(false),
        insurance: None,
    });
    let told = assess(
        &Facts::default(),
        Some(&course),
        &policy::Published::default(),
        people::today(),
    );
    let found = told.course.unwrap();
    let internship = found
        .findings
        .iter()
        .find(|finding| finding.rule == policy::RuleId::Internship);
    let broken: Vec<Fact> = internship.unwrap().broken.iter().collect();
    assert_eq!(broken, [Fact::Internship]);
}
