//! `/courses/{id}/apply`: check the answers, see what the rules say, and apply.

use chrono::NaiveDate;
use leptos::prelude::*;
use policy::{CourseAssessment, Facts, OccupationCode, Verdict};

use super::check::{
    money, names_of, occupations_in, office_line, rules, verdict_tag, what_would_settle,
};
use super::course::how_many;
use super::{details, waiting};
use crate::backend::{
    Application, CourseCard, CourseDetail, Find, Hit, Kind, Place, Profile, Waiting,
};
use crate::components::panel::{Matter, Panel};
use crate::components::stub::{Facts as Figures, Stub};
use crate::components::summary_list::{Row, SummaryList};
use crate::components::tag::SampleTag;
use crate::notation;
use crate::page::{Fault, Page, PageResult};
use crate::policy_words::Telling;
use crate::visit::Visit;

/// The name in the form of who wants to wait in line where the course is full.
pub const WAITS: &str = "wait";

/// Why an application was not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The rules do not open it for this person.
    NotEligible,
    /// Every seat is taken.
    Full,
    /// It takes no applications any more.
    Over,
    /// A change that was made meanwhile stands in the way.
    Clash,
}

/// What a person who applies is about to apply for, and what the rules say of it.
pub struct Applying {
    /// The course.
    pub course: CourseDetail,
    /// The person, masked.
    pub profile: Profile,
    /// The facts by which the rules were asked.
    pub facts: Facts,
    /// What they say.
    pub assessment: CourseAssessment,
    /// The person's application for this course, if there is one that was not cancelled.
    pub earlier: Option<Application>,
    /// The person's place in the line before the course, if they wait there.
    pub waiting: Option<Waiting>,
}

impl Applying {
    /// Gathers everything for a course.
    ///
    /// # Errors
    /// [`Fault::NotFound`] for an unknown course, [`Fault::SignInNeeded`] where nobody is signed in.
    pub async fn of(visit: &Visit, id: &str) -> Result<Self, Fault> {
        let course = visit.backend.course(id).await?.ok_or(Fault::NotFound)?;
        let asked = visit
            .backend
            .course_facts(id)
            .await?
            .ok_or(Fault::NotFound)?;
        let person = visit.person.ok_or(Fault::SignInNeeded)?;
        let profile = visit.backend.profile(person).await?;
        let facts = visit.backend.facts_for(person, asked.occupation).await?;
        let assessment = visit
            .backend
            .what_may_i_still_take(&facts, Some(&asked))
            .await?
            .course
            .ok_or(Fault::NotFound)?;
        let earlier = visit
            .backend
            .my_applications(person)
            .await?
            .into_iter()
            .find(|application| {
                application.course.id == id && application.state != policy::State::Cancelled
            });
        let waiting = visit
            .backend
            .my_waiting(person)
            .await?
            .into_iter()
            .find(|waiting| waiting.course.id == id);
        Ok(Self {
            course,
            profile,
            facts,
            assessment,
            earlier,
            waiting,
        })
    }

    /// Returns what the person can do, given why their application came back, if it did.
    fn step(&self, refusal: Option<Refusal>, today: NaiveDate) -> Step {
        let card = &self.course.card;
        let is_full = refusal == Some(Refusal::Full) || card.has_line(today);
        match refusal {
            _ if self.waiting.is_some() && !card.is_open => Step::InLine,
            Some(Refusal::NotEligible | Refusal::Over | Refusal::Clash) => Step::None,
            _ if self.assessment.verdict != Verdict::Open => Step::None,
            _ if is_full => Step::Wait,
            _ if card.is_open => Step::Apply,
            _ => Step::None,
        }
    }

    /// Returns what the person has still to tell before the rules can be asked for good.
    #[must_use]
    pub fn wanted(&self) -> details::Wanted {
        let profile = Profile {
            facts: self.facts.clone(),
            ..self.profile.clone()
        };
        details::Wanted::of(
            &profile,
            Some(self.assessment.programme),
            self.assessment.findings.missing(),
        )
    }
}

/// What somebody can do on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Apply for a seat.
    Apply,
    /// Join the line.
    Wait,
    /// Leave the line.
    InLine,
    /// Look for something else.
    None,
}

/// The page on which somebody checks everything and applies. `key` goes with the form, so that sending it twice has
/// one effect; `refusal` says why it came back.
///
/// # Errors
/// [`Fault`] where the portal can't answer.
pub async fn page(
    visit: &Visit,
    applying: Applying,
    key: String,
    refusal: Option<Refusal>,
) -> PageResult {
    let step = applying.step(refusal, visit.today);
    let Applying {
        course,
        profile,
        facts,
        assessment,
        waiting,
        ..
    } = applying;
    let names = names_of(visit, occupations_in(&assessment.findings)).await?;
    let districts = visit.backend.districts().await?;
    let others = if step == Step::Apply {
        Vec::new()
    } else {
        alternatives(visit, &course.card).await?
    };
    let status = match refusal {
        Some(Refusal::NotEligible) => 422,
        Some(_) => 409,
        None => 200,
    };
    let title = visit.say("apply-title");
    let visit = visit.clone();
    Ok(Page::new(title.clone(), move || {
        let by_name = |code: OccupationCode| names.get(&code).cloned();
        let telling = Telling::new(&visit.language, &by_name);
        let office = office_line(
            &visit,
            &telling,
            &districts,
            assessment.programme,
            assessment.office,
        );
        let card = &course.card;
        let back = visit.address(&format!("/courses/{}", card.id));
        let on = match (step, waiting) {
            (Step::InLine, Some(waiting)) => leave(&visit, &waiting).into_any(),
            (Step::Apply | Step::Wait, _) => {
                confirm(&visit, card, key, step == Step::Wait).into_any()
            }
            _ => ().into_any(),
        };
        view! {
            <a class="back" href=back>{visit.say("back")}</a>
            <h1>{title}</h1>
            {said(&visit, &course, refusal, (step, assessment.verdict))}
            {ticket(&visit, &telling, card, &assessment, office)}
            <h2>{visit.say("apply-about-you")}</h2>
            {about(&visit, &telling, &profile, &facts, card)}
            {on}
            {alternative_list(&visit, others)}
        }
    })
    .with_status(status)
    .private())
}

/// Returns open courses in the same occupation, or of the same programme.
async fn alternatives(visit: &Visit, card: &CourseCard) -> Result<Vec<Hit>, Fault> {
    let find = Find {
        kinds: vec![Kind::Course],
        programmes: vec![card.programme.code().to_owned()],
        occupations: card.occupation.clone().into_iter().collect(),
        open: true,
        page: 1,
        per_page: 4,
        ..Find::default()
    };
    let hits = visit.backend.find(&find).await?.hits;
    Ok(hits
        .into_iter()
        .filter(|hit| hit.id != card.id)
        .take(3)
        .collect())
}

fn alternative_list(visit: &Visit, hits: Vec<Hit>) -> impl IntoView + use<> {
    let lines: Vec<_> = hits
        .into_iter()
        .map(|hit| {
            let start = hit.start.map(|day| format!(" · {}", notation::short_day(visit.language, day)));
            let place = hit.place.map(|place| format!(" · {place}"));
            view! { <li><a href=visit.address(&format!("/courses/{}", hit.id))>{hit.name}</a>{start}{place}</li> }
        })
        .collect();
    (!lines.is_empty())
        .then(|| view! { <h2>{visit.say("apply-others")}</h2><ul class="links">{lines}</ul> })
}

/// Says in one sentence where the application stands.
fn said(
    visit: &Visit,
    course: &CourseDetail,
    refusal: Option<Refusal>,
    (step, verdict): (Step, Verdict),
) -> impl IntoView + use<> {
    let (matter, key) = match (step, refusal, verdict) {
        (Step::InLine, ..) => (Matter::Good, "apply-in-line"),
        (Step::Wait, ..) => (Matter::Care, "apply-full-wait"),
        (_, Some(Refusal::Full), _) => (Matter::Refusal, "apply-full"),
        (_, Some(Refusal::Over), _) => (Matter::Refusal, "apply-over"),
        (_, Some(Refusal::Clash), _) => (Matter::Refusal, "apply-clash"),
        (_, _, Verdict::Closed) => (Matter::Refusal, "apply-closed"),
        (_, _, Verdict::Elsewhere) => (Matter::Care, "apply-elsewhere"),
        (_, _, Verdict::Unknown) => (Matter::Care, "apply-unknown"),
        (Step::Apply, ..) => (Matter::Good, "apply-open"),
        (Step::None, ..) => (Matter::Refusal, "apply-over"),
    };
    let text = visit.say(key);
    let waiting = (step == Step::Wait).then(|| view! { <p>{how_many(visit, course.waiting)}</p> });
    view! { <Panel matter><p>{text}</p>{waiting}</Panel> }
}

/// Returns the name of the place where a course is held.
#[must_use]
pub fn place_name(place: &Place) -> String {
    match place {
        Place::Institution { name, .. } | Place::Base { name, .. } => name.clone(),
    }
}

fn ticket(
    visit: &Visit,
    telling: &Telling<'_>,
    card: &CourseCard,
    assessment: &CourseAssessment,
    office: String,
) -> impl IntoView + use<> {
    let (tear_off, mut figures, notes) = money(visit, telling, &assessment.money);
    let days = visit.say_with(
        "day-span",
        [
            ("from", notation::day(visit.language, card.start).into()),
            ("to", notation::day(visit.language, card.end).into()),
        ],
    );
    figures.insert(
        0,
        (
            visit.say("apply-place").into_owned(),
            place_name(&card.place),
        ),
    );
    figures.insert(1, (visit.say("apply-days").into_owned(), days.into_owned()));
    figures.push((visit.say("apply-office").into_owned(), office));
    let notes: Vec<_> = notes
        .into_iter()
        .map(|note| view! { <p class="hint">{note}</p> })
        .collect();
    let settle = what_would_settle(visit, telling, assessment.findings.missing());
    let rules = rules(visit, telling, assessment.programme, &assessment.findings);
    let body = view! {
        <h2>{card.title.clone()}" "{verdict_tag(visit, assessment.verdict)}</h2>
        <p><SampleTag visit is_sample=card.is_sample/></p>
        <Figures facts=figures/>
        {notes}
        {settle}
        {rules}
    };
    view! { <Stub tear_off>{body}</Stub> }
}

fn about(
    visit: &Visit,
    telling: &Telling<'_>,
    profile: &Profile,
    facts: &Facts,
    card: &CourseCard,
) -> impl IntoView + use<> {
    let say = |key: &str| visit.say(key).into_owned();
    let change = |what: &str| {
        (
            details::address(visit, Some(&card.id)) + "&again=yes",
            visit
                .say_with("check-change", [("what", what.to_owned().into())])
                .into_owned(),
        )
    };
    let mut rows = vec![
        Row::new(
            say("apply-name"),
            profile.masked_name.clone().unwrap_or_default(),
        ),
        Row::new(
            say("apply-id"),
            profile.masked_resident_id.clone().unwrap_or_default(),
        ),
        Row::new(say("apply-phone"), profile.masked_phone.clone()),
    ];
    if let Some(groups) = facts.person.groups {
        let term = say("check-groups-short");
        let (href, label) = change(&term);
        let text = if groups.is_empty() {
            say("check-groups-none")
        } else {
            telling.groups(groups)
        };
        rows.push(Row::new(term, text).changed_at(href, label));
    }
    view! { <SummaryList rows/> }
}

fn confirm(visit: &Visit, card: &CourseCard, key: String, waits: bool) -> impl IntoView + use<> {
    let action = visit.address(&format!("/courses/{}/apply", card.id));
    let (promise, verb) = if waits {
        ("waiting-promise", "waiting-join")
    } else {
        ("apply-promise", "apply-confirm")
    };
    view! {
        <form class="flow" method="post" action=action>
            <input type="hidden" name="key" value=key/>
            {waits.then(|| view! { <input type="hidden" name=WAITS value="yes"/> })}
            <p>{visit.say(promise)}</p>
            <button class="button" type="submit">{visit.say(verb)}</button>
        </form>
    }
}

fn leave(visit: &Visit, place: &Waiting) -> impl IntoView + use<> {
    view! {
        <p><strong>{waiting::standing(visit, place)}</strong></p>
        <p>{visit.say("waiting-next")}</p>
        <p><a class="button grave" href=waiting::leave_address(visit, place)>{visit.say("waiting-leave")}</a></p>
    }
}
