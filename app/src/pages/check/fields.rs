//! The fields of each question of the checker, and how an answer stands in them.

use chrono::Datelike;
use leptos::prelude::*;
use policy::{Coded, Group, Level, OccupationCode, Stage};

use super::answers::{Answers, Said};
use super::question::Question;
use crate::components::choices::{Choice, Choices};
use crate::components::day_field::DayField;
use crate::components::field::{Field, Typed};
use crate::query::Query;
use crate::sent::Sent;
use crate::visit::Visit;

/// What is sent for 不清楚.
pub const NOT_SURE: &str = "unknown";
/// What is sent for "none of them".
pub const NONE: &str = "none";

/// Returns an answer as it would be typed.
pub(super) fn typed(
    question: Question,
    answers: &Answers,
    occupation: Option<OccupationCode>,
) -> Query {
    let pairs = match question {
        Question::Groups => of(
            &answers.groups,
            |groups| {
                let codes: Vec<_> = Group::ALL
                    .iter()
                    .filter(|group| groups.contains(**group))
                    .map(|group| ("groups", group.code().to_owned()))
                    .collect();
                if codes.is_empty() {
                    vec![("groups", NONE.to_owned())]
                } else {
                    codes
                }
            },
            "groups",
        ),
        Question::Birth => of(
            &answers.birth,
            |birth| {
                vec![
                    ("birth-year", birth.year().to_string()),
                    ("birth-month", birth.month().to_string()),
                    ("birth-day", birth.day().to_string()),
                ]
            },
            "birth-unsure",
        ),
        Question::Sex => of(
            &answers.sex,
            |sex| vec![("sex", sex.code().to_owned())],
            "sex",
        ),
        Question::School => of(
            &answers.school,
            |left| {
                let stage = left.stage.map(|stage| ("school", stage.code().to_owned()));
                let year = left.on.map(|day| ("school-year", day.year().to_string()));
                stage.into_iter().chain(year).collect()
            },
            "school",
        ),
        Question::Trainings => of(
            &answers.trainings,
            |list| {
                if list.is_empty() {
                    vec![("trainings", NONE.to_owned())]
                } else {
                    Vec::new()
                }
            },
            "trainings",
        ),
        Question::Certificate => of(
            &answers.certificate,
            |highest| {
                let level = highest
                    .level
                    .map_or(NONE.to_owned(), |level| level.number().to_string());
                if Some(highest.occupation) == occupation {
                    vec![("certificate", level)]
                } else {
                    Vec::new()
                }
            },
            "certificate",
        ),
    };
    Query::parse(&Query::encode(
        pairs.iter().map(|(name, value)| (*name, value.as_str())),
    ))
}

fn of<T>(
    said: &Said<T>,
    told: impl FnOnce(&T) -> Vec<(&'static str, String)>,
    name: &'static str,
) -> Vec<(&'static str, String)> {
    match said {
        Said::Nothing => Vec::new(),
        Said::NotSure => vec![(name, NOT_SURE.to_owned())],
        Said::Told(value) => told(value),
    }
}

/// The fields of a question, with what was typed in them.
pub(super) fn view(
    visit: &Visit,
    question: Question,
    sent: &Sent,
    occupation_name: &str,
    has_trainings: bool,
) -> AnyView {
    let say = |key: &str| visit.say(key).into_owned();
    let not_sure = |name: &str| {
        Choice::new(NOT_SURE, say("check-not-sure")).chosen(sent.chose(name, NOT_SURE))
    };
    let choice = |name: &str, value: &str, key: &str| {
        Choice::new(value, say(key)).chosen(sent.chose(name, value))
    };
    match question {
        Question::Groups => {
            let mut choices: Vec<_> = Group::ALL
                .iter()
                .map(|group| {
                    choice("groups", group.code(), &format!("group-{}", group.code()))
                        .hinted(say(&format!("group-{}-hint", group.code())))
                })
                .collect();
            choices.push(choice("groups", NONE, "check-groups-none"));
            choices.push(not_sure("groups"));
            view! {
                <Choices name="groups" legend=say("check-groups") choices many=true is_heading=true hint=say("check-groups-why") wrong=sent.wrong("groups")/>
            }
            .into_any()
        }
        Question::Birth => {
            let value = ["birth-year", "birth-month", "birth-day"].map(|name| sent.value(name));
            view! {
                <DayField visit name="birth" legend=say("check-birth") is_heading=true is_birthday=true value hint=say("check-birth-why") wrong=sent.wrong("birth")/>
                <Choices name="birth-unsure" legend=say("check-or") many=true choices=vec![not_sure("birth-unsure")]/>
            }
            .into_any()
        }
        Question::Sex => {
            let choices = vec![
                choice("sex", "female", "sex-female"),
                choice("sex", "male", "sex-male"),
                not_sure("sex"),
            ];
            view! { <Choices name="sex" legend=say("check-sex") choices is_heading=true hint=say("check-sex-why") wrong=sent.wrong("sex")/> }.into_any()
        }
        Question::School => {
            let mut choices: Vec<_> = Stage::ALL
                .iter()
                .map(|stage| {
                    choice(
                        "school",
                        stage.code(),
                        &format!("check-school-{}", stage.code()),
                    )
                })
                .collect();
            choices.push(not_sure("school"));
            view! {
                <Choices name="school" legend=say("check-school") choices is_heading=true hint=say("check-school-why") wrong=sent.wrong("school")/>
                <Field name="school-year" label=say("check-school-year") typed=Typed::Number value=sent.value("school-year")
                    hint=say("check-school-year-hint") wrong=sent.wrong("school-year")/>
            }
            .into_any()
        }
        Question::Trainings => {
            let choices = if has_trainings {
                vec![
                    choice("trainings", "all", "check-trainings-all"),
                    choice("trainings", "add", "check-trainings-more"),
                ]
            } else {
                vec![
                    choice("trainings", NONE, "check-trainings-none"),
                    choice("trainings", "add", "check-trainings-some"),
                    not_sure("trainings"),
                ]
            };
            view! {
                <Choices name="trainings" legend=say("check-trainings") choices is_heading=true hint=say("check-trainings-why") wrong=sent.wrong("trainings")/>
            }
            .into_any()
        }
        Question::Certificate => {
            let mut choices = vec![choice("certificate", NONE, "check-certificate-none")];
            choices.extend(Level::ALL.iter().map(|level| {
                let number = level.number().to_string();
                choice("certificate", &number, &format!("level-{number}"))
            }));
            choices.push(not_sure("certificate"));
            let legend = visit
                .say_with(
                    "check-certificate",
                    [("occupation", occupation_name.to_owned().into())],
                )
                .into_owned();
            view! {
                <Choices name="certificate" legend choices is_heading=true hint=say("check-certificate-why") wrong=sent.wrong("certificate")/>
            }
            .into_any()
        }
    }
}
