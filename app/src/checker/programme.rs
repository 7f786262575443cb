//! One programme as a ticket: the verdict, every rule with its clause, what to do, where to go.

use maud::{Markup, html};
use policy::{
    Coded, FactSet, Finding, Findings, Outcome, Programme, ProgrammeAssessment, Remedy, Verdict,
};

use super::desk::Desk;
use super::markup::{facts as figures, stub, tag};
use super::money::promised;
use super::office::office;
use super::place::Place;
use super::question::Question;
use super::remedy::{Action, action};
use crate::notation;
use crate::policy_words::Telling;
use crate::speech::Speech;

/// The verdict in words; its colour says the same.
pub(crate) fn verdict_tag(speech: &dyn Speech, verdict: Verdict) -> Markup {
    let class = match verdict {
        Verdict::Open => "tag ok",
        Verdict::Closed => "tag seal",
        Verdict::Unknown => "tag warn",
        Verdict::Elsewhere => "tag sea",
    };
    tag(class, speech.say_of("verdict-", verdict.code()))
}

/// Every rule that was asked, with its outcome in words and its clause. What decides stands in plain sight; what passes
/// stands behind one tap, and where something fails so does what no longer matters.
pub(crate) fn rules(
    speech: &dyn Speech,
    telling: &Telling<'_>,
    asked: (Programme, &Findings),
    action: impl Fn(&Finding) -> Action,
) -> Markup {
    let (programme, findings) = asked;
    let of = |outcome: Outcome| -> Vec<&Finding> {
        findings
            .iter()
            .filter(|finding| finding.outcome == outcome)
            .collect()
    };
    let line = |finding: &Finding| rule(speech, telling, (programme, finding), action(finding));
    let (failed, open, passed) = (of(Outcome::Fail), of(Outcome::Unknown), of(Outcome::Pass));
    let (deciding, open) = if failed.is_empty() {
        (open, failed)
    } else {
        (failed, open)
    };
    html! {
        @if !deciding.is_empty() { ul class="rules" { @for finding in deciding { (line(finding)) } } }
        @for (key, rules) in [("check-rules-passed", passed), ("check-rules-open", open)] {
            @if !rules.is_empty() {
                details {
                    summary { (speech.say_with(key, &[("count", &rules.len().to_string())])) }
                    ul class="rules" { @for finding in rules { (line(finding)) } }
                }
            }
        }
        @if findings.iter().any(|finding| finding.rule.is_reading()) {
            p class="hint" {
                "* " (speech.say("clause-reading")) " "
                a class="target" href=(speech.address("/readings")) { (speech.say("readings-see")) }
            }
        }
    }
}

fn rule(
    speech: &dyn Speech,
    telling: &Telling<'_>,
    asked: (Programme, &Finding),
    action: Action,
) -> Markup {
    let (programme, finding) = asked;
    let outcome = finding.outcome.code();
    html! {
        li class=(outcome) {
            b { (telling.rule(finding.rule)) } " "
            i { (speech.say_of("outcome-", outcome)) } " "
            (telling.finding(programme, finding)) " "
            small { (cited(speech, finding)) }
            @if let Some(remedy) = telling.remedy(programme, finding) {
                // what nothing helps against is said plainly, not as something to do
                @let remedy = match finding.remedy {
                    Remedy::None => remedy,
                    _ => speech.say_with("remedy", &[("remedy", &remedy)]),
                };
                span class="remedy" { (remedy) }
            }
            @if let Some((href, text)) = action { a class="target" href=(href) { (text) } }
        }
    }
}

/// The clause on which a rule stands, and whether the portal had to choose how to read it.
fn cited(speech: &dyn Speech, finding: &Finding) -> String {
    let clause = speech.say_with("clause-cited", &[("clause", finding.clause().as_str())]);
    if finding.rule.is_reading() {
        format!("{clause} *")
    } else {
        clause
    }
}

/// What would settle an open question: facts that somebody could tell, each with what `leads_to` its question.
pub(crate) fn what_would_settle(
    speech: &dyn Speech,
    telling: &Telling<'_>,
    missing: FactSet,
    leads_to: impl Fn(Question) -> Option<String>,
) -> Markup {
    // one page asks for several facts: they are named together
    let mut facts: Vec<(Option<Question>, Vec<String>)> = Vec::new();
    for fact in missing.iter() {
        let question = Question::asking_for(fact);
        let text = telling.fact(fact);
        match facts
            .iter_mut()
            .find(|(asking, _)| asking.is_some() && *asking == question)
        {
            Some((_, texts)) => texts.push(text),
            None => facts.push((question, vec![text])),
        }
    }
    html! {
        @if !facts.is_empty() {
            p { (speech.say("check-settle")) }
            ul {
                @for (question, texts) in facts {
                    @let text = notation::series(speech.language(), &texts);
                    @match question.and_then(&leads_to) {
                        Some(href) => { li { a class="target" href=(href) { (text) } } }
                        None => { li { (text) } }
                    }
                }
            }
        }
    }
}

/// A programme as a ticket.
pub(super) fn ticket(desk: &Desk<'_>, assessed: &ProgrammeAssessment) -> Markup {
    let (programme, verdict) = (assessed.programme, assessed.verdict);
    let telling = desk.telling();
    let (amount, mut lines, notes) = promised(desk, programme);
    // what is refused pays nothing
    let amount = amount.filter(|_| verdict != Verdict::Closed);
    if programme.names_occupation() && programme != Programme::EnterprisePrejob {
        lines.push((
            desk.say("check-money"),
            desk.say("check-money-by-catalogue"),
        ));
    }
    let courses = desk
        .speech
        .address(&format!("/find?kind=course&programme={}", programme.code()));
    let body = html! {
        h3 {
            (telling.programme(programme))
            @if amount.is_some() { " " (verdict_tag(desk.speech, verdict)) }
        }
        @if verdict != Verdict::Closed { p { (desk.say(&format!("programme-{}-about", programme.code()))) } }
        @if let Some(day) = assessed.opens_on {
            p class="opens" { (desk.say_with("check-opens-on", &[("day", &notation::day(desk.speech.language(), day))])) }
        }
        @if verdict == Verdict::Unknown {
            (what_would_settle(desk.speech, &telling, assessed.findings.missing(), |question| {
                Some(desk.address(Place::Question(question)))
            }))
        }
        @if verdict == Verdict::Open { p { a class="target" href=(courses) { (desk.say("check-see-courses")) } } }
        @if verdict != Verdict::Closed {
            @if !lines.is_empty() { (figures(desk.speech, &lines)) }
            @for note in &notes { p class="hint" { (note) } }
        }
        (rules(desk.speech, &telling, (programme, &assessed.findings), |finding| action(desk, programme, finding)))
        (office(desk, programme, assessed.office))
    };
    match amount {
        Some((amount, what)) => stub(Some(&amount), &what, &body),
        None => stub(None, &desk.say_of("verdict-", verdict.code()), &body),
    }
}

/// One line for a programme that is for other people: its name and the rule that keeps it closed.
pub(super) fn closed_line(desk: &Desk<'_>, assessed: &ProgrammeAssessment) -> Markup {
    let telling = desk.telling();
    let failed = assessed
        .findings
        .iter()
        .filter(|finding| finding.outcome == Outcome::Fail);
    html! {
        li {
            b { (telling.programme(assessed.programme)) }
            @for finding in failed {
                " " (telling.finding(assessed.programme, finding)) " " small { (cited(desk.speech, finding)) }
            }
        }
    }
}
