//! `/check`: what may I still take? The [`checker`](crate::checker) in the portal's frame.

use std::collections::HashMap;

use leptos::prelude::*;
use leptos::tachys::html::InertElement;
use maud::Markup;
use policy::{Findings, Money, OccupationCode, Office, Programme, Verdict};

use crate::checker::answers::Answers;
use crate::checker::{Desk, District, Keeper, Papers, Place, money, office, programme};
use crate::components::stub::TearOff;
use crate::page::{Fault, Page, PageResult};
use crate::policy_words::Telling;
use crate::query::Query;
use crate::sent::Sent;
use crate::shell::called;
use crate::visit::Visit;

/// The names of occupations by their codes.
pub type Names = HashMap<OccupationCode, String>;

/// What has to be gathered before the checker can answer.
pub struct Gathered {
    papers: Papers,
    names: Names,
}

impl Gathered {
    /// Gathers what is published, and the names of the occupations that the answers speak of.
    ///
    /// # Errors
    /// [`Fault::NotFound`] where the address asks about a course that does not exist.
    pub async fn about(visit: &Visit, answers: &Answers) -> Result<Self, Fault> {
        let papers = visit
            .backend
            .papers(visit.query.one("course"))
            .await?
            .ok_or(Fault::NotFound)?;
        let told = answers.trainings.told().into_iter().flatten();
        let codes = told
            .filter_map(|entry| entry.occupation)
            .chain(
                answers
                    .certificates
                    .iter()
                    .map(|highest| highest.occupation),
            )
            .chain(
                papers
                    .course
                    .as_ref()
                    .and_then(|course| course.facts.occupation),
            );
        let names = names_of(visit, codes.collect()).await?;
        Ok(Self { papers, names })
    }

    /// Answers at the desk.
    pub fn at_desk<T>(&self, visit: &Visit, answer: impl FnOnce(&Desk<'_>) -> T) -> T {
        let occupations = |code: OccupationCode| self.names.get(&code).cloned();
        answer(&Desk {
            speech: &visit.language,
            today: visit.today,
            papers: &self.papers,
            occupations: &occupations,
            keeper: Keeper::Cookie,
        })
    }
}

/// What is shown: a page of the checker for these answers; `sent` is what came back with it.
pub struct Shown<'a> {
    /// The page.
    pub place: Place,
    /// The answers so far.
    pub answers: &'a Answers,
    /// What came back with it.
    pub sent: Sent,
}

/// A page of the checker. `kit` is the address of what a phone needs to go on by itself, where it can.
///
/// # Errors
/// [`Fault::NotFound`] where there is no such page for these answers.
pub fn page(visit: &Visit, gathered: &Gathered, shown: Shown<'_>, kit: Option<&str>) -> PageResult {
    let Shown {
        place,
        answers,
        sent,
    } = shown;
    let status = sent.status();
    let shown = gathered.at_desk(visit, |desk| {
        desk.has(place, answers)
            .then(|| desk.show(place, answers, sent))
    });
    let shown = shown.ok_or(Fault::NotFound)?;
    let script = kit.map(|kit| {
        let script = format!("/assets/{}/pkg/checker.js", visit.assets);
        let today = visit.today.to_string();
        let wake = include_str!("../phone/wake.js");
        let written = Query::of(answers.written()).encoded();
        called(wake, &[&script, kit, &today, &written])
    });
    Ok(Page::new(shown.title, move || inert(shown.body))
        .with_status(status)
        .with_script(script.unwrap_or_default())
        .private())
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

/// Returns the occupations that findings speak of.
#[must_use]
pub fn occupations_in(findings: &Findings) -> Vec<OccupationCode> {
    let arguments = findings.iter().flat_map(policy::Finding::arguments);
    arguments
        .filter_map(|(_, argument)| match argument {
            policy::Argument::Occupation(code) => Some(code),
            _ => None,
        })
        .collect()
}

/// The verdict in words, for other pages; so are the following.
pub fn verdict_tag(visit: &Visit, verdict: Verdict) -> impl IntoView + use<> {
    inert(programme::verdict_tag(&visit.language, verdict))
}

/// Every rule that was asked, with its outcome in words and its clause.
pub fn rules(
    visit: &Visit,
    telling: &Telling<'_>,
    programme: Programme,
    findings: &Findings,
) -> impl IntoView + use<> {
    inert(programme::rules(
        &visit.language,
        telling,
        (programme, findings),
        |_| None,
    ))
}

/// What would settle what is still undecided.
pub fn what_would_settle(
    visit: &Visit,
    telling: &Telling<'_>,
    missing: policy::FactSet,
) -> impl IntoView + use<> {
    inert(programme::what_would_settle(
        &visit.language,
        telling,
        missing,
        |_| None,
    ))
}

/// The office's name with its telephone where that is known.
pub fn office_line(
    visit: &Visit,
    telling: &Telling<'_>,
    districts: &[crate::backend::District],
    programme: Programme,
    office: Office,
) -> String {
    let districts: Vec<_> = districts.iter().map(District::from).collect();
    let (office, phone) = office::office_line(telling, &districts, programme, office);
    match phone {
        Some(phone) => format!("{office} {} {phone}", visit.say("check-office-phone")),
        None => office,
    }
}

/// What would be paid once certified: the figure for the tear-off, the rest in lines, and what is not published.
pub fn money(
    visit: &Visit,
    telling: &Telling<'_>,
    money: &Money,
) -> (TearOff, Vec<(String, String)>, Vec<String>) {
    let (amount, lines, notes) = money::money(&visit.language, telling, money);
    let (amount, note) = match amount {
        Some((amount, what)) => (Some(amount), what),
        None => (None, visit.say("money-none").into_owned()),
    };
    let tear_off = TearOff {
        amount,
        note,
        serial: String::new(),
    };
    (tear_off, lines, notes)
}

impl From<&crate::backend::District> for District {
    fn from(district: &crate::backend::District) -> Self {
        Self {
            code: district.code.clone(),
            name: district.name.clone(),
            phone: district
                .office
                .as_ref()
                .and_then(|office| office.phone.clone()),
        }
    }
}

fn inert(markup: Markup) -> InertElement {
    InertElement::new(markup.into_string())
}
