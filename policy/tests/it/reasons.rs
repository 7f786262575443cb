//! A refusal says which of several conditions is broken, and with which figures.

use policy::{Argument, Fact, Facts, Finding, Programme, Published, RuleId, assess};
use serde_json::{Value, from_value, json};

use crate::people::today;

fn finding(person: Value, history: Value, programme: Programme, rule: RuleId) -> Finding {
    let facts: Facts = from_value(json!({"person": person, "history": history})).unwrap();
    let answer = assess(&facts, None, &Published::default(), today());
    let findings = &answer.programme(programme).findings;
    *findings
        .iter()
        .find(|finding| finding.rule == rule)
        .unwrap()
}

#[test]
fn a_contract_tells_what_breaks_it() {
    let employment = json!({"contract_months": 6, "contract_open_ended": false, "filed": true, "insured": false});
    let found = finding(
        json!({"employment": employment}),
        Value::Null,
        Programme::EnterprisePrejob,
        RuleId::Contract,
    );
    assert_eq!(
        found.broken.iter().collect::<Vec<_>>(),
        [Fact::ContractMonths, Fact::Insured]
    );
    let figures: Vec<_> = found.arguments().collect();
    assert_eq!(
        figures,
        [
            ("told", Argument::Number(6)),
            ("least", Argument::Number(12))
        ]
    );
}

#[test]
fn an_enterprise_tells_what_breaks_it() {
    let employment =
        json!({"enterprise_in_city": true, "hr_or_dispatch": true, "industry_conforms": false});
    let found = finding(
        json!({"employment": employment}),
        Value::Null,
        Programme::EnterprisePrejob,
        RuleId::EnterpriseKind,
    );
    assert_eq!(
        found.broken.iter().collect::<Vec<_>>(),
        [Fact::HrOrDispatch, Fact::IndustryConforms]
    );
}

#[test]
fn the_six_are_told_with_what_was_used() {
    let entry = json!({"programme": "student_skills", "occupation": "6-18", "level": 5, "start": "2020-01-01", "state": "paid"});
    let lifetime = |history| {
        finding(
            json!({}),
            history,
            Programme::EmploymentSkills,
            RuleId::Lifetime,
        )
    };
    let known: Vec<_> = lifetime(json!([entry])).arguments().collect();
    assert_eq!(
        known,
        [
            ("used", Argument::Number(1)),
            ("limit", Argument::Number(6))
        ]
    );
    let unknown: Vec<_> = lifetime(Value::Null).arguments().collect();
    assert_eq!(unknown, [("limit", Argument::Number(6))]);
}
