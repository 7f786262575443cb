//! The result: what the answers so far say, whatever is still unknown.

use chrono::Datelike;
use maud::{Markup, html};
use policy::{
    Assessment, Coded, CourseAssessment, Group, Office, Outcome, ProgrammeAssessment, RuleId,
    Verdict,
};

use super::answers::{Answers, Contract, Enterprise, Fund, Said, Term};
use super::desk::{Asked, Desk, Keeper};
use super::markup::{Choice, facts as figures, select, stub, summary_list};
use super::money::money;
use super::office::office;
use super::place::Place;
use super::programme::{closed_line, rules, ticket, verdict_tag, what_would_settle};
use super::question::Question;
use super::remedy::action;
use super::trainings;
use crate::notation;

/// What can be had comes first.
const BEST_FIRST: [Verdict; 4] = [
    Verdict::Open,
    Verdict::Elsewhere,
    Verdict::Unknown,
    Verdict::Closed,
];

/// Where somebody says in which district they live and study.
pub(super) const DISTRICT: &str = "/district";

/// Where answers are handed over that somebody wants a plan for: the server's to take.
const KEEP: &str = "/keep";

/// The result for these answers.
pub(super) fn page(desk: &Desk<'_>, answers: &Answers) -> Markup {
    let assessment = desk.assess(answers);
    let (mine, others): (Vec<_>, Vec<_>) = assessment
        .programmes
        .iter()
        .partition(|programme| is_for_this_person(programme));
    let day = notation::day(desk.speech.language(), assessment.on);
    let course = desk.papers.course.as_ref().zip(assessment.course.as_ref());
    let back = desk.back(Place::Result, answers);
    html! {
        @if let Some(back) = back { a class="back" href=(desk.address(back)) { (desk.say("back")) } }
        h1 { (desk.say("check-result")) }
        p { (desk.say_with("check-result-on", &[("day", &day)])) }
        (desk.promise())
        @if let Some((asked, assessed)) = course { (this_course(desk, asked, assessed)) }
        @if !mine.is_empty() {
            h2 { (desk.say("check-programmes")) }
            @for verdict in BEST_FIRST {
                @for programme in mine.iter().filter(|programme| programme.verdict == verdict) { (ticket(desk, programme)) }
            }
        } @else {
            p { (desk.say("check-nothing")) }
        }
        (left(desk, &assessment))
        (plan(desk))
        @if !others.is_empty() {
            details {
                summary { (desk.say("check-not-for-you")) }
                ul { @for programme in others { (closed_line(desk, programme)) } }
            }
        }
        @if has_district_office(&assessment) { (where_to_go(desk, answers)) }
        h2 { (desk.say("check-your-answers")) }
        (summary(desk, answers))
        (desk.clear())
    }
}

// the others are handled in one place, wherever somebody lives
fn has_district_office(assessment: &Assessment) -> bool {
    let programmes = assessment.programmes.iter();
    let theirs = programmes.filter(|programme| is_for_this_person(programme));
    theirs
        .map(|programme| programme.office)
        .chain(assessment.course.iter().map(|course| course.office))
        .any(|office| matches!(office, Office::District(_)))
}

fn is_for_this_person(programme: &ProgrammeAssessment) -> bool {
    programme.findings.outcome(RuleId::Group) != Some(Outcome::Fail)
}

/// The verdict on the course that was asked about, with the money.
fn this_course(desk: &Desk<'_>, asked: &Asked, assessed: &CourseAssessment) -> Markup {
    let telling = desk.telling();
    let (amount, lines, notes) = money(desk.speech, &telling, &assessed.money);
    let address = desk.speech.address(&format!("/courses/{}", asked.id));
    let can_apply = asked.is_open && assessed.verdict != Verdict::Closed;
    let body = html! {
        h3 { a href=(address) { (asked.title) } " " (verdict_tag(desk.speech, assessed.verdict)) }
        (figures(desk.speech, &lines))
        @for note in &notes { p class="hint" { (note) } }
        (what_would_settle(desk.speech, &telling, assessed.findings.missing(), |question| {
            Some(desk.address(Place::Question(question)))
        }))
        (rules(desk.speech, &telling, (assessed.programme, &assessed.findings), |finding| action(desk, assessed.programme, finding)))
        (office(desk, assessed.programme, assessed.office))
        @if can_apply { p { a class="button" href={ (address) "/apply" } { (desk.say("check-apply")) } } }
    };
    let stub = match amount {
        Some((amount, what)) => stub(Some(&amount), &what, &body),
        None => stub(None, &desk.say("money-none"), &body),
    };
    html! { h2 { (desk.say("check-this-course")) } (stub) }
}

/// What is left; nothing as long as earlier trainings are unknown.
fn left(desk: &Desk<'_>, assessment: &Assessment) -> Markup {
    let known = assessment
        .lifetime_left
        .zip(assessment.primary_left)
        .zip(assessment.year_used);
    let Some(((lifetime, primary), year_used)) = known else {
        return html! {};
    };
    let said = |key: &str| desk.say(key);
    let times = |count: u32| desk.say_with("check-left-times", &[("count", &count.to_string())]);
    let year = if year_used {
        "check-left-year-used"
    } else {
        "check-left-year-free"
    };
    let telling = desk.telling();
    let upgrades = assessment.upgrades.iter().flatten().map(|upgrade| {
        let occupation = telling.occupation(upgrade.occupation);
        format!("{occupation} {}", telling.level(upgrade.level))
    });
    let upgrades: Vec<_> = upgrades.collect();
    let mut lines = vec![
        (said("check-left-lifetime"), times(lifetime)),
        (said("check-left-primary"), times(primary)),
        (said("check-left-year"), said(year)),
    ];
    if !upgrades.is_empty() {
        lines.push((said("check-left-upgrades"), upgrades.join(" / ")));
    }
    html! { h2 { (desk.say("check-left")) } (figures(desk.speech, &lines)) }
}

/// The way to a plan over years, which the server makes: who keeps the answers to themselves hands them over first.
fn plan(desk: &Desk<'_>) -> Markup {
    html! {
        @if desk.keeper == Keeper::Cookie {
            p class="plan" { a class="target" href=(desk.speech.address("/plan")) { (desk.say("check-plan")) } }
        } @else {
            form class="flow plan" method="post" action=(desk.sends_to(KEEP)) {
                button class="button quiet" type="submit" { (desk.say("check-plan")) }
                p class="hint" { (desk.say("check-plan-hint")) }
            }
        }
    }
}

/// Which district somebody lives or studies in: it names the office and changes no verdict.
fn where_to_go(desk: &Desk<'_>, answers: &Answers) -> Markup {
    let is_student = answers
        .groups
        .told()
        .is_some_and(|groups| groups.contains(Group::Student));
    let list = |name: &str, chosen: Option<policy::District>| {
        let districts = desk.papers.districts.iter().map(|district| Choice {
            value: district.code.clone(),
            label: district.name.clone(),
            hint: String::new(),
            is_chosen: chosen.is_some_and(|code| code.as_str() == district.code),
        });
        let none = Choice {
            label: desk.say("check-district-none"),
            ..Choice::default()
        };
        let options: Vec<_> = std::iter::once(none).chain(districts).collect();
        select(desk.speech, name, &desk.say_of("check-", name), &options)
    };
    html! {
        h2 { (desk.say("check-where")) }
        form class="flow" method="post" action=(desk.sends_to(DISTRICT)) {
            (list("residence", answers.residence))
            @if is_student { (list("university", answers.university)) }
            button class="button quiet" type="submit" { (desk.say("check-district-show")) }
        }
    }
}

/// Every answer, with the way to change it.
fn summary(desk: &Desk<'_>, answers: &Answers) -> Markup {
    let subjects = desk.subjects(answers);
    let rows: Vec<_> = Question::ALL
        .into_iter()
        .filter(|question| {
            question.is_answered(answers, &subjects) || *question == Question::Groups
        })
        .map(|question| {
            let term = desk.say(&format!("check-{}-short", question.code()));
            let change = desk.say_with("check-change", &[("what", &term)]);
            [
                term.clone(),
                told(desk, question, answers),
                desk.address(Place::Question(question)),
                change,
            ]
        })
        .collect();
    summary_list(desk.speech, &rows)
}

fn told(desk: &Desk<'_>, question: Question, answers: &Answers) -> String {
    let telling = desk.telling();
    let said = |key: &str| desk.say(key);
    let yes_or_no = |said: &Said<bool>| said.told().map(|answer| spoken(desk, *answer));
    let told = match question {
        Question::Groups => answers.groups.told().map(|groups| {
            if groups.is_empty() {
                said("check-groups-none")
            } else {
                telling.groups(*groups)
            }
        }),
        Question::Birth => answers
            .birth
            .told()
            .map(|day| notation::day(desk.speech.language(), *day)),
        Question::Sex => answers
            .sex
            .told()
            .map(|sex| said(&format!("sex-{}", sex.code()))),
        Question::School => answers.school.told().map(|left| {
            let stage = left
                .stage
                .map(|stage| said(&format!("check-school-{}", stage.code())));
            let year = left.on.map(|day| day.year().to_string());
            joined(stage.into_iter().chain(year))
        }),
        Question::Trainings => answers.trainings.told().map(|list| match list[..] {
            [] => said("check-trainings-none"),
            _ => {
                let lines: Vec<_> = list
                    .iter()
                    .map(|entry| trainings::line(desk, entry))
                    .collect();
                notation::series(desk.speech.language(), &lines)
            }
        }),
        Question::Certificates => {
            let levels = answers.certificates.iter().map(|highest| {
                let level = match highest.level.told() {
                    Some(Some(level)) => telling.level(*level),
                    Some(None) => said("check-certificate-none"),
                    None => said("check-not-sure"),
                };
                format!("{} {level}", telling.occupation(highest.occupation))
            });
            Some(joined(levels))
        }
        Question::Contract => answers
            .contract
            .map(|contract| told_contract(desk, &contract)),
        Question::Enterprise => answers.enterprise.map(
            |Enterprise {
                 in_city,
                 hr_or_dispatch,
                 industry_conforms,
             }| {
                parts(
                    desk,
                    [
                        ("in-city", in_city),
                        ("dispatch", hr_or_dispatch),
                        ("industry", industry_conforms),
                    ],
                )
            },
        ),
        Question::Fund => answers.fund.map(|fund| told_fund(desk, &fund)),
        Question::EntrepreneurCertificate => yes_or_no(&answers.entrepreneur_certificate),
        Question::BusinessPlan => yes_or_no(&answers.business_plan),
    };
    told.unwrap_or_else(|| said("check-not-sure"))
}

fn told_contract(desk: &Desk<'_>, contract: &Contract) -> String {
    let signed = match contract.signed {
        Some(day) => notation::day(desk.speech.language(), day),
        None => desk.say("check-not-sure"),
    };
    let term = match contract.term {
        Some(Term::OpenEnded) => desk.say("check-term-open"),
        Some(Term::Months(months)) => {
            desk.say_with("check-months-told", &[("count", &months.to_string())])
        }
        None => desk.say("check-not-sure"),
    };
    let rest = parts(
        desk,
        [("filed", contract.filed), ("insured", contract.insured)],
    );
    joined([
        named(desk, "signed", &signed),
        named(desk, "term", &term),
        rest,
    ])
}

fn told_fund(desk: &Desk<'_>, fund: &Fund) -> String {
    let front_line = match fund.front_line {
        Some(percent) => format!("{}%", percent.number()),
        None => desk.say("check-not-sure"),
    };
    joined([
        parts(desk, [("drawn", fund.drawn)]),
        named(desk, "front-line", &front_line),
        parts(desk, [("disclosed", fund.disclosed)]),
    ])
}

fn parts<const N: usize>(desk: &Desk<'_>, answers: [(&str, Option<bool>); N]) -> String {
    joined(answers.into_iter().map(|(name, answer)| {
        let answer = match answer {
            Some(answer) => spoken(desk, answer),
            None => desk.say("check-not-sure"),
        };
        named(desk, name, &answer)
    }))
}

fn named(desk: &Desk<'_>, name: &str, answer: &str) -> String {
    let name = desk.say(&format!("check-{name}-short"));
    desk.say_with("check-told", &[("what", &name), ("answer", answer)])
}

fn spoken(desk: &Desk<'_>, answer: bool) -> String {
    desk.say(if answer { "check-yes" } else { "check-no" })
}

fn joined(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().collect::<Vec<_>>().join(" · ")
}
