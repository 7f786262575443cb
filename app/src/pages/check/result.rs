//! `/check/result`: what the answers so far say, whatever is still unknown.

use leptos::prelude::*;
use policy::{
    Assessment, CourseAssessment, District, OccupationCode, Office, Outcome, Programme, RuleId,
};

use super::answers::Answers;
use super::programme::{closed_line, money, rules, ticket, verdict_tag, what_would_settle};
use super::question::Question;
use super::trainings::{Names, line, names_of};
use super::{Asked, address, clear, question_address};
use crate::backend::{CourseCard, District as KnownDistrict};
use crate::components::choices::Choice;
use crate::components::stub::{Facts as Figures, Stub};
use crate::components::summary_list::{Row, SummaryList};
use crate::notation;
use crate::page::{Fault, Page, PageResult};
use crate::policy_words::Telling;
use crate::visit::Visit;

/// The result for these answers.
///
/// # Errors
/// [`Fault`] where the course asked about does not exist or the portal can't answer.
pub async fn page(visit: &Visit, answers: &Answers) -> PageResult {
    let asked = Asked::of(visit).await?;
    let occupation = asked.as_ref().and_then(Asked::occupation);
    let facts = answers.facts(occupation);
    let assessment = visit
        .backend
        .what_may_i_still_take(&facts, asked.as_ref().map(|asked| &asked.facts))
        .await?;
    let card = match &asked {
        Some(asked) => visit
            .backend
            .courses(std::slice::from_ref(&asked.id))
            .await?
            .pop(),
        None => None,
    };
    let names = named(visit, &assessment, answers).await?;
    let districts = visit.backend.districts().await?;
    let title = visit.say("check-result");
    let (visit, answers) = (visit.clone(), answers.clone());
    Ok(Page::new(title.clone(), move || {
        let by_name = |code: OccupationCode| names.get(&code).cloned();
        let telling = Telling { language: visit.language, occupations: &by_name };
        let office = |programme, office: Office| office_line(&visit, &telling, &districts, programme, office);
        let (mine, others): (Vec<_>, Vec<_>) =
            assessment.programmes.iter().partition(|programme| programme.findings.outcome(RuleId::Group) != Some(Outcome::Fail));
        let tickets: Vec<_> = mine.iter().map(|assessed| ticket(&visit, &telling, assessed, office(assessed.programme, assessed.office))).collect();
        let lines: Vec<_> = others.iter().map(|assessed| closed_line(&visit, &telling, assessed)).collect();
        let course = card.zip(assessment.course.as_ref()).map(|(card, assessed)| course(&visit, &telling, &card, assessed, office(assessed.programme, assessed.office)));
        let day = notation::day(visit.language, assessment.on);
        view! {
            <h1>{title}</h1>
            <p>{visit.say_with("check-result-on", [("day", day.into())])}</p>
            {course}
            {left(&visit, &telling, &assessment)}
            <h2>{visit.say("check-programmes")}</h2>
            {tickets}
            {(!lines.is_empty()).then(|| view! { <details><summary>{visit.say("check-not-for-you")}</summary><ul>{lines}</ul></details> })}
            {where_to_go(&visit, &answers, &districts)}
            <h2>{visit.say("check-your-answers")}</h2>
            {summary(&visit, &answers, &names, occupation)}
            {clear(&visit)}
        }
    })
    .private())
}

async fn named(visit: &Visit, assessment: &Assessment, answers: &Answers) -> Result<Names, Fault> {
    let mut codes: Vec<_> = assessment
        .course
        .iter()
        .flat_map(|course| occupations_in(&course.findings))
        .collect();
    codes.extend(
        assessment
            .upgrades
            .iter()
            .flatten()
            .map(|upgrade| upgrade.occupation),
    );
    codes.extend(
        answers
            .trainings
            .told()
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.occupation),
    );
    names_of(visit, codes).await
}

/// Returns the occupations that findings speak of.
#[must_use]
pub fn occupations_in(findings: &policy::Findings) -> Vec<OccupationCode> {
    let arguments = findings.iter().flat_map(policy::Finding::arguments);
    arguments
        .filter_map(|(_, argument)| match argument {
            policy::Argument::Occupation(code) => Some(code),
            _ => None,
        })
        .collect()
}

/// Returns the office's name with its telephone where that is known.
pub fn office_line(
    visit: &Visit,
    telling: &Telling<'_>,
    districts: &[KnownDistrict],
    programme: Programme,
    office: Office,
) -> String {
    let district = office.district().and_then(|code| {
        districts
            .iter()
            .find(|district| district.code == code.as_str())
    });
    let name = telling.office(
        programme,
        office,
        district.map(|district| district.name.as_str()),
    );
    match district.and_then(|district| district.office.as_ref()?.phone.clone()) {
        Some(phone) => visit
            .say_with(
                "check-office-phone",
                [("office", name.into()), ("phone", phone.into())],
            )
            .into_owned(),
        None => name,
    }
}

/// The verdict on the course that was asked about, with the money.
fn course(
    visit: &Visit,
    telling: &Telling<'_>,
    card: &CourseCard,
    assessed: &CourseAssessment,
    office: String,
) -> impl IntoView + use<> {
    let (tear_off, figures, notes) = money(visit, telling, &assessed.money);
    let notes: Vec<_> = notes
        .into_iter()
        .map(|note| view! { <p class="hint">{note}</p> })
        .collect();
    let settle = what_would_settle(visit, telling, assessed.findings.missing(), true);
    let apply = (card.is_open && assessed.verdict != policy::Verdict::Closed).then(|| {
        let href = visit.address(&format!("/courses/{}/apply", card.id));
        view! { <p><a class="button" href=href>{visit.say("check-apply")}</a></p> }
    });
    let body = view! {
        <h3><a href=visit.address(&format!("/courses/{}", card.id))>{card.title.clone()}</a>" "{verdict_tag(visit, assessed.verdict)}</h3>
        <Figures facts=figures/>
        {notes}
        {settle}
        {rules(visit, telling, assessed.programme, &assessed.findings)}
        <p class="office">{visit.say_with("check-office", [("office", office.into())])}</p>
        {apply}
    };
    view! { <h2>{visit.say("check-this-course")}</h2><Stub tear_off>{body}</Stub> }
}

/// What is left; unknown as long as earlier trainings are.
fn left(visit: &Visit, telling: &Telling<'_>, assessment: &Assessment) -> impl IntoView + use<> {
    let figures = assessment
        .lifetime_left
        .zip(assessment.primary_left)
        .zip(assessment.year_used)
        .map(|((lifetime, primary), year_used)| {
            let times = |count: u32| {
                visit
                    .say_with("check-left-times", [("count", count.into())])
                    .into_owned()
            };
            let year = if year_used {
                "check-left-year-used"
            } else {
                "check-left-year-free"
            };
            let mut figures = vec![
                (
                    visit.say("check-left-lifetime").into_owned(),
                    times(lifetime),
                ),
                (visit.say("check-left-primary").into_owned(), times(primary)),
                (
                    visit.say("check-left-year").into_owned(),
                    visit.say(year).into_owned(),
                ),
            ];
            let upgrades: Vec<_> = assessment
                .upgrades
                .iter()
                .flatten()
                .map(|upgrade| {
                    format!(
                        "{} {}",
                        telling.occupation(upgrade.occupation),
                        telling.level(upgrade.level)
                    )
                })
                .collect();
            if !upgrades.is_empty() {
                figures.push((
                    visit.say("check-left-upgrades").into_owned(),
                    upgrades.join(" / "),
                ));
            }
            figures
        });
    figures.map(|facts| view! { <h2>{visit.say("check-left")}</h2><Figures facts/> })
}

/// Which district somebody lives or studies in: it names the office and changes no verdict.
fn where_to_go(
    visit: &Visit,
    answers: &Answers,
    districts: &[KnownDistrict],
) -> impl IntoView + use<> {
    let is_student = answers
        .groups
        .told()
        .is_some_and(|groups| groups.contains(policy::Group::Student));
    let select = |name: &'static str, key: &str, chosen: Option<District>| {
        let options: Vec<_> = districts
            .iter()
            .map(|district| Choice::new(&district.code, &district.name).chosen(chosen.is_some_and(|code| code.as_str() == district.code)))
            .map(|choice| view! { <option value=choice.value selected=choice.is_chosen>{choice.label}</option> })
            .collect();
        view! {
            <div class="field">
                <label for=name>{visit.say(key)}</label>
                <select class="input" id=name name=name><option value="">{visit.say("check-district-none")}</option>{options}</select>
            </div>
        }
    };
    view! {
        <h2>{visit.say("check-where")}</h2>
        <form class="flow" method="post" action=address(visit, "/district")>
            {select("residence", "check-residence", answers.residence)}
            {is_student.then(|| select("university", "check-university", answers.university))}
            <button class="button quiet" type="submit">{visit.say("check-district-show")}</button>
        </form>
    }
}

/// Every answer, with the way to change it.
fn summary(
    visit: &Visit,
    answers: &Answers,
    names: &Names,
    occupation: Option<OccupationCode>,
) -> impl IntoView + use<> {
    let rows: Vec<_> = Question::ALL
        .into_iter()
        .filter(|question| {
            question.is_answered(answers, occupation) || *question == Question::Groups
        })
        .map(|question| {
            let term = visit
                .say(&format!("check-{}-short", question.code()))
                .into_owned();
            let change = visit
                .say_with("check-change", [("what", term.clone().into())])
                .into_owned();
            Row::new(term, answer(visit, question, answers, names))
                .changed_at(question_address(visit, question), change)
        })
        .collect();
    view! { <SummaryList rows/> }
}

fn answer(visit: &Visit, question: Question, answers: &Answers, names: &Names) -> String {
    let telling = Telling::by_code(visit.language);
    let say = |key: &str| visit.say(key).into_owned();
    let told = match question {
        Question::Groups => answers.groups.told().map(|groups| {
            if groups.is_empty() {
                say("check-groups-none")
            } else {
                telling.groups(*groups)
            }
        }),
        Question::Birth => answers
            .birth
            .told()
            .map(|day| notation::day(visit.language, *day)),
        Question::Sex => answers
            .sex
            .told()
            .map(|sex| say(&format!("sex-{}", policy::Coded::code(*sex)))),
        Question::School => answers.school.told().map(|left| {
            let stage = left
                .stage
                .map(|stage| say(&format!("check-school-{}", policy::Coded::code(stage))));
            let year = left.on.map(|day| chrono::Datelike::year(&day).to_string());
            stage
                .into_iter()
                .chain(year)
                .collect::<Vec<_>>()
                .join(" · ")
        }),
        Question::Trainings => answers.trainings.told().map(|list| {
            if list.is_empty() {
                say("check-trainings-none")
            } else {
                list.iter()
                    .map(|entry| line(visit, entry, names))
                    .collect::<Vec<_>>()
                    .join("；")
            }
        }),
        Question::Certificate => answers.certificate.told().map(|highest| {
            highest.level.map_or_else(
                || say("check-certificate-none"),
                |level| telling.level(level),
            )
        }),
    };
    told.unwrap_or_else(|| say("check-not-sure"))
}
