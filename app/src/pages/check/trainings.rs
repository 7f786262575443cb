//! `/check/trainings/add` and the list of trainings told so far.

use std::collections::HashMap;

use leptos::prelude::*;
use policy::{Coded, HistoryEntry, Level, OccupationCode, Programme, State};

use super::address;
use super::answers::Answers;
use crate::components::choices::{Choice, Choices};
use crate::components::field::{Field, Typed};
use crate::components::question::QuestionPage;
use crate::page::{Fault, Page, PageResult};
use crate::sent::Sent;
use crate::visit::Visit;

/// The names of occupations by their codes.
pub type Names = HashMap<OccupationCode, String>;

/// Returns the names of the occupations in which trainings were told.
pub(super) async fn occupation_names(visit: &Visit, answers: &Answers) -> Result<Names, Fault> {
    let told = answers.trainings.told().map_or(&[][..], Vec::as_slice);
    let codes = told.iter().filter_map(|entry| entry.occupation).collect();
    names_of(visit, codes).await
}

/// Returns the names of these occupations; what is in no classification keeps its code.
///
/// # Errors
/// [`Fault::Unavailable`] where they can't be had.
pub async fn names_of(visit: &Visit, codes: Vec<OccupationCode>) -> Result<Names, Fault> {
    let mut names = Names::new();
    for code in codes {
        if !names.contains_key(&code)
            && let Some(occupation) = visit.backend.occupation(code.as_str()).await?
        {
            names.insert(code, occupation.name);
        }
    }
    Ok(names)
}

/// The list of trainings, each with a button that takes it out; nothing where there are none.
pub(super) fn list(
    visit: &Visit,
    trainings: &[HistoryEntry],
    names: &Names,
) -> impl IntoView + use<> {
    let action = address(visit, "/trainings/remove");
    let items: Vec<_> = trainings
        .iter()
        .enumerate()
        .map(|(place, entry)| {
            view! {
                <li>
                    <form class="row" method="post" action=action.clone()>
                        <span>{line(visit, entry, names)}</span>
                        <button class="button quiet" type="submit" name="place" value=place.to_string()>{visit.say("check-trainings-remove")}</button>
                    </form>
                </li>
            }
        })
        .collect();
    (!items.is_empty()).then(
        || view! { <h2>{visit.say("check-trainings-list")}</h2><ul class="bare">{items}</ul> },
    )
}

/// One training in one line: when, what, how far.
pub(super) fn line(visit: &Visit, entry: &HistoryEntry, names: &Names) -> String {
    let skill = entry
        .occupation
        .map(|code| {
            names
                .get(&code)
                .cloned()
                .unwrap_or_else(|| code.to_string())
        })
        .unwrap_or_default();
    let level = entry
        .level
        .map(|level| visit.say(&format!("level-{}", level.number())).into_owned())
        .unwrap_or_default();
    let year = chrono::Datelike::year(&entry.start).to_string();
    visit
        .say_with(
            "check-training-line",
            [
                ("year", year.into()),
                (
                    "programme",
                    visit
                        .say(&format!("programme-{}", entry.programme.code()))
                        .into_owned()
                        .into(),
                ),
                ("skill", format!("{skill} {level}").trim().to_owned().into()),
                (
                    "state",
                    visit
                        .say(&format!("state-{}", entry.state.code()))
                        .into_owned()
                        .into(),
                ),
            ],
        )
        .into_owned()
}

/// Tell one training; `sent` is what came back with it.
///
/// # Errors
/// None of its own.
pub async fn page(visit: &Visit, sent: Sent) -> PageResult {
    let status = sent.status();
    let title = visit.say("check-training-title");
    let visit = visit.clone();
    Ok(Page::new(title, move || {
        let say = |key: &str| visit.say(key).into_owned();
        let choices = |name: &'static str, codes: Vec<(String, String)>| -> Vec<Choice> {
            codes.into_iter().map(|(value, key)| Choice::new(&value, say(&key)).chosen(sent.chose(name, &value))).collect()
        };
        let programmes = choices(
            "programme",
            Programme::ALL.iter().filter(|programme| **programme != Programme::Veterans).map(|programme| (programme.code().to_owned(), format!("programme-{}", programme.code()))).collect(),
        );
        let levels = choices("level", Level::ALL.iter().map(|level| (level.number().to_string(), format!("level-{}", level.number()))).collect());
        let states = choices("state", State::ALL.iter().map(|state| (state.code().to_owned(), format!("check-state-{}", state.code()))).collect());
        let fields = view! {
            <h1>{say("check-training-title")}</h1>
            <Choices name="programme" legend=say("check-training-programme") choices=programmes wrong=sent.wrong("programme")/>
            <Field name="occupation" label=say("check-training-occupation") value=sent.value("occupation")
                hint=say("check-training-occupation-hint") wrong=sent.wrong("occupation")/>
            <Choices name="level" legend=say("check-training-level") choices=levels hint=say("check-training-level-hint") wrong=sent.wrong("level")/>
            <Field name="year" label=say("check-training-year") typed=Typed::Number value=sent.value("year") wrong=sent.wrong("year")/>
            <Field name="month" label=say("check-training-month") typed=Typed::Number value=sent.value("month") wrong=sent.wrong("month")/>
            <Choices name="state" legend=say("check-training-state") choices=states wrong=sent.wrong("state")/>
        };
        let (back, action) = (address(&visit, "/trainings"), address(&visit, "/trainings/add"));
        view! { <QuestionPage visit=&visit back action problems=&sent.problems button=say("check-training-add")>{fields}</QuestionPage> }
    })
    .with_status(status)
    .private())
}
