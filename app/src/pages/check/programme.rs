//! One programme, or one course, as a ticket: the verdict, every rule with its clause, what to do, where to go.

use leptos::prelude::*;
use policy::{
    Fact, FactSet, Finding, Findings, Money, Outcome, Programme, ProgrammeAssessment, Verdict,
};

use super::question::Question;
use super::question_address;
use crate::components::stub::{Stub, TearOff};
use crate::components::tag::{Tag, Tone};
use crate::notation;
use crate::policy_words::Telling;
use crate::visit::Visit;

/// How a verdict is coloured; its words say the same.
#[must_use]
pub const fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Open => Tone::Good,
        Verdict::Closed => Tone::Seal,
        Verdict::Unknown => Tone::Care,
        Verdict::Elsewhere => Tone::Sea,
    }
}

/// The verdict in words.
pub fn verdict_tag(visit: &Visit, verdict: Verdict) -> impl IntoView + use<> {
    view! { <Tag tone=tone(verdict) text=visit.say(&format!("verdict-{}", policy::Coded::code(verdict)))/> }
}

/// Every rule that was asked, with its outcome in words and its clause: those that decide in plain sight, those that
/// pass behind one tap.
pub fn rules(
    visit: &Visit,
    telling: &Telling<'_>,
    programme: Programme,
    findings: &Findings,
) -> impl IntoView + use<> {
    let lines = |passed: bool| -> Vec<_> {
        findings
            .iter()
            .filter(|finding| (finding.outcome == Outcome::Pass) == passed)
            .map(|finding| rule(visit, telling, programme, finding))
            .collect()
    };
    let (deciding, passed) = (lines(false), lines(true));
    let reading = findings
        .iter()
        .any(|finding| finding.rule.is_reading())
        .then(|| {
            let register = visit.address("/readings");
            view! { <p class="hint">"* "{visit.say("clause-reading")}" "<a class="target" href=register>{visit.say("readings-see")}</a></p> }
        });
    let heading = visit.say_with("check-rules-passed", [("count", passed.len().into())]);
    view! {
        {(!deciding.is_empty()).then(|| view! { <ul class="rules">{deciding}</ul> })}
        {(!passed.is_empty()).then(|| view! { <details><summary>{heading}</summary><ul class="rules">{passed}</ul></details> })}
        {reading}
    }
}

fn rule(
    visit: &Visit,
    telling: &Telling<'_>,
    programme: Programme,
    finding: &Finding,
) -> impl IntoView + use<> {
    let outcome = policy::Coded::code(finding.outcome);
    let remedy = telling
        .remedy(programme, finding)
        .map(|remedy| view! { <span class="remedy">{visit.say_with("remedy", [("remedy", remedy.into())])}</span> });
    view! {
        <li class=outcome>
            <b>{telling.rule(finding.rule)}</b>" "<i>{visit.say(&format!("outcome-{outcome}"))}</i>" "
            {telling.finding(programme, finding)}" "<small>{cited(visit, finding)}</small>
            {remedy}
        </li>
    }
}

/// The clause on which a rule stands, and whether the portal had to choose how to read it.
fn cited(visit: &Visit, finding: &Finding) -> String {
    let clause = visit.say_with(
        "clause-cited",
        [("clause", finding.clause().as_str().into())],
    );
    if finding.rule.is_reading() {
        format!("{clause} *")
    } else {
        clause.into_owned()
    }
}

/// What would settle an open question: facts that somebody could tell, each with a link where the checker asks for it.
pub fn what_would_settle(
    visit: &Visit,
    telling: &Telling<'_>,
    missing: FactSet,
    links: bool,
) -> impl IntoView + use<> {
    let facts: Vec<_> = missing
        .iter()
        .map(|fact| {
            let text = telling.fact(fact);
            match question_for(fact).filter(|_| links) {
                Some(question) => {
                    view! { <li><a class="target" href=question_address(visit, question)>{text}</a></li> }
                        .into_any()
                }
                None => view! { <li>{text}</li> }.into_any(),
            }
        })
        .collect();
    (!facts.is_empty()).then(|| view! { <p>{visit.say("check-settle")}</p><ul>{facts}</ul> })
}

const fn question_for(fact: Fact) -> Option<Question> {
    Some(match fact {
        Fact::Groups => Question::Groups,
        Fact::Birth => Question::Birth,
        Fact::Sex => Question::Sex,
        Fact::History => Question::Trainings,
        Fact::LeftStage | Fact::LeftOn => Question::School,
        _ => return None,
    })
}

/// A programme as a ticket.
pub fn ticket(
    visit: &Visit,
    telling: &Telling<'_>,
    assessed: &ProgrammeAssessment,
    office: String,
) -> impl IntoView + use<> {
    let programme = assessed.programme;
    let opens = assessed.opens_on.map(|day| {
        let day = notation::day(visit.language, day);
        view! { <p class="opens">{visit.say_with("check-opens-on", [("day", day.into())])}</p> }
    });
    let settle = (assessed.verdict == Verdict::Unknown)
        .then(|| what_would_settle(visit, telling, assessed.findings.missing(), true));
    let courses = (assessed.verdict == Verdict::Open).then(|| {
        let href = visit.address(&format!("/find?kind=course&programme={}", programme.code()));
        view! { <p><a class="target" href=href>{visit.say("check-see-courses")}</a></p> }
    });
    let decision = visit
        .say(&format!(
            "verdict-{}",
            policy::Coded::code(assessed.verdict)
        ))
        .into_owned();
    let body = view! {
        <h3>{telling.programme(programme)}</h3>
        {opens}
        {settle}
        {courses}
        {rules(visit, telling, programme, &assessed.findings)}
        <p class="office">{visit.say_with("check-office", [("office", office.into())])}</p>
    };
    view! { <Stub tear_off=TearOff { amount: None, note: decision, serial: String::new() }>{body}</Stub> }
}

/// One line for a programme that is for other people: its name and the rule that keeps it closed.
pub(super) fn closed_line(
    visit: &Visit,
    telling: &Telling<'_>,
    assessed: &ProgrammeAssessment,
) -> impl IntoView + use<> {
    let reasons: Vec<_> = assessed
        .findings
        .iter()
        .filter(|finding| finding.outcome == Outcome::Fail)
        .map(|finding| view! { " "{telling.finding(assessed.programme, finding)}" "<small>{cited(visit, finding)}</small> })
        .collect();
    view! { <li><b>{telling.programme(assessed.programme)}</b>{reasons}</li> }
}

/// What would be paid once certified: the figure for the tear-off, and the rest in lines.
pub fn money(
    visit: &Visit,
    telling: &Telling<'_>,
    money: &Money,
) -> (TearOff, Vec<(String, String)>, Vec<String>) {
    let main = money
        .practice
        .map(|fen| (fen, "money-practice"))
        .or(money.training.map(|fen| (fen, "money-training")));
    let tear_off = match main {
        Some((fen, key)) => TearOff {
            amount: Some(notation::money(fen)),
            note: visit.say(key).into_owned(),
            serial: String::new(),
        },
        None => TearOff {
            amount: None,
            note: visit.say("money-none").into_owned(),
            serial: String::new(),
        },
    };
    let mut lines = Vec::new();
    if let Some(appraisal) = money.appraisal {
        lines.push((
            visit.say("money-appraisal").into_owned(),
            notation::money(appraisal),
        ));
    }
    if let Some(payee) = money.paid_to {
        lines.push((
            visit.say("money-payee").into_owned(),
            visit
                .say(&format!("payee-{}", policy::Coded::code(payee)))
                .into_owned(),
        ));
    }
    (
        tear_off,
        lines,
        money.notes.iter().map(|note| telling.note(*note)).collect(),
    )
}
