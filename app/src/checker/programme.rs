//! One programme, or one course, as a ticket: the verdict, every rule with its clause, what to do, where to go.

use maud::{Markup, html};
use policy::{
    Coded, Course, FactSet, Facts, Fen, Finding, Findings, Money, Office, Outcome, Programme,
    ProgrammeAssessment, Published, Verdict, assess_course,
};

use super::desk::{Desk, District};
use super::markup::{facts as figures, stub, tag};
use super::place::Place;
use super::question::Question;
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
    tag(class, &speech.say_of("verdict-", verdict.code()))
}

/// Every rule that was asked, with its outcome in words and its clause: those that decide in plain sight, those that
/// pass behind one tap.
pub(crate) fn rules(
    speech: &dyn Speech,
    telling: &Telling<'_>,
    programme: Programme,
    findings: &Findings,
) -> Markup {
    let (passed, deciding): (Vec<_>, Vec<_>) = findings
        .iter()
        .partition(|finding| finding.outcome == Outcome::Pass);
    let line = |finding: &&Finding| rule(speech, telling, programme, finding);
    let count = passed.len().to_string();
    html! {
        @if !deciding.is_empty() { ul class="rules" { @for finding in &deciding { (line(finding)) } } }
        @if !passed.is_empty() {
            details {
                summary { (speech.say_with("check-rules-passed", &[("count", &count)])) }
                ul class="rules" { @for finding in &passed { (line(finding)) } }
            }
        }
        @if findings.iter().any(|finding| finding.rule.is_reading()) {
            p class="hint" { "* " (speech.say("clause-reading")) " " a class="target" href=(speech.address("/readings")) { (speech.say("readings-see")) } }
        }
    }
}

fn rule(
    speech: &dyn Speech,
    telling: &Telling<'_>,
    programme: Programme,
    finding: &Finding,
) -> Markup {
    let outcome = finding.outcome.code();
    html! {
        li class=(outcome) {
            b { (telling.rule(finding.rule)) } " "
            i { (speech.say_of("outcome-", outcome)) } " "
            (telling.finding(programme, finding)) " "
            small { (cited(speech, finding)) }
            @if let Some(remedy) = telling.remedy(programme, finding) {
                span class="remedy" { (speech.say_with("remedy", &[("remedy", &remedy)])) }
            }
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

/// The office with its telephone where that is known.
pub(crate) fn office_line(
    telling: &Telling<'_>,
    districts: &[District],
    programme: Programme,
    office: Office,
) -> (String, Option<String>) {
    let district = office.district().and_then(|code| {
        districts
            .iter()
            .find(|district| district.code == code.as_str())
    });
    let name = district.map(|district| district.name.as_str());
    (
        telling.office(programme, office, name),
        district.and_then(|district| district.phone.clone()),
    )
}

/// Where to go, and whom to call.
pub(super) fn office(desk: &Desk<'_>, programme: Programme, office: Office) -> Markup {
    let (name, phone) = office_line(&desk.telling(), &desk.papers.districts, programme, office);
    html! {
        p class="office" {
            (desk.say_with("check-office", &[("office", &name)]))
            @if let Some(phone) = phone {
                " " (desk.say("check-office-phone")) " "
                @match dialled(&phone) {
                    Some(digits) => { a class="target" href={ "tel:" (digits) } { (phone) } }
                    None => { (phone) }
                }
            }
        }
    }
}

// sample data has numbers that nobody can dial
fn dialled(phone: &str) -> Option<String> {
    let digits: String = phone
        .chars()
        .filter(|sign| !matches!(sign, ' ' | '-'))
        .collect();
    (digits.len() >= 5 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
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
            @if !lines.is_empty() { (figures(&lines)) }
            @for note in &notes { p class="hint" { (note) } }
        }
        (rules(desk.speech, &telling, programme, &assessed.findings))
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

/// An amount and what it is.
type Amount = Option<(String, String)>;

/// What would be paid once certified: the figure for the tear-off, the rest in lines, and what is not published.
pub(crate) fn money(
    speech: &dyn Speech,
    telling: &Telling<'_>,
    money: &Money,
) -> (Amount, Vec<(String, String)>, Vec<String>) {
    let said = |key: &str| speech.say(key);
    let amount = |fen: Fen, key: &str| (notation::money(fen), said(key));
    let main = money
        .practice
        .map(|fen| amount(fen, "money-practice"))
        .or(money.training.map(|fen| amount(fen, "money-training")));
    let appraisal = money
        .appraisal
        .map(|fen| (said("money-appraisal"), notation::money(fen)));
    let payee = money.paid_to.map(|payee| {
        (
            said("money-payee"),
            said(&format!("payee-{}", payee.code())),
        )
    });
    (
        main,
        appraisal.into_iter().chain(payee).collect(),
        money.notes.iter().map(|note| telling.note(*note)).collect(),
    )
}

/// What a programme pays whatever is learnt; those that pay by occupation and level have nothing of the kind.
fn promised(desk: &Desk<'_>, programme: Programme) -> (Amount, Vec<(String, String)>, Vec<String>) {
    if programme.names_occupation() && programme != Programme::EnterprisePrejob {
        return (None, Vec::new(), Vec::new());
    }
    let published = Published {
        readings: &desk.papers.readings,
        ..Published::default()
    };
    let course = Course::new(programme, desk.today);
    let assessed = assess_course(&Facts::default(), &course, &published);
    let (amount, lines, notes) = money(desk.speech, &desk.telling(), &assessed.money);
    let amount = amount.map(|(amount, _)| (amount, desk.say("check-money-a-head")));
    (amount, lines, notes)
}
