//! `/check`: what may I still take? One question a page, and only while an answer can still change a verdict.

pub mod answers;
pub mod fields;
pub mod programme;
pub mod question;
pub mod result;
pub mod trainings;

use leptos::prelude::*;
use policy::{Course, OccupationCode};

use self::answers::Answers;
use self::question::Question;
use crate::components::question::QuestionPage;
use crate::page::{Fault, Page, PageResult};
use crate::query::Query;
use crate::sent::Sent;
use crate::visit::Visit;

/// The course that somebody asks about, told by `?course=` on every page of the checker.
pub struct Asked {
    /// Its id.
    pub id: String,
    /// The course as the rules see it.
    pub facts: Course,
}

impl Asked {
    /// Returns the course that the address names; `None` where it names none.
    ///
    /// # Errors
    /// [`Fault::NotFound`] where there is no such course.
    pub async fn of(visit: &Visit) -> Result<Option<Self>, Fault> {
        let Some(id) = visit.query.one("course") else {
            return Ok(None);
        };
        let facts = visit
            .backend
            .course_facts(id)
            .await?
            .ok_or(Fault::NotFound)?;
        Ok(Some(Self {
            id: id.to_owned(),
            facts,
        }))
    }

    /// Returns the course's occupation.
    #[must_use]
    pub const fn occupation(&self) -> Option<OccupationCode> {
        self.facts.occupation
    }
}

/// Returns the address of a page of the checker, which carries on the course that is asked about.
#[must_use]
pub fn address(visit: &Visit, path: &str) -> String {
    let address = visit.address(&format!("/check{path}"));
    match visit.query.one("course") {
        Some(course) => format!("{address}?{}", Query::encode([("course", course)])),
        None => address,
    }
}

/// Returns the address of a question; the first one stands at `/check` itself.
#[must_use]
pub fn question_address(visit: &Visit, question: Question) -> String {
    match question {
        Question::Groups => address(visit, ""),
        other => address(visit, &format!("/{}", other.code())),
    }
}

/// Returns where to go on after an answer: the next question that still matters, or the result.
///
/// # Errors
/// [`Fault`] where the course or the assessment can't be had.
pub async fn onward(visit: &Visit, answers: &Answers) -> Result<String, Fault> {
    let asked = Asked::of(visit).await?;
    let occupation = asked.as_ref().and_then(Asked::occupation);
    let course = asked.as_ref().map(|asked| &asked.facts);
    let facts = answers.facts(occupation);
    let assessment = visit.backend.what_may_i_still_take(&facts, course).await?;
    Ok(match question::next(answers, &assessment, course) {
        Some(question) => question_address(visit, question),
        None => address(visit, "/result"),
    })
}

/// One question; `sent` is what came back with it.
///
/// # Errors
/// [`Fault::NotFound`] for a question about the certificate where no course is asked about.
pub async fn page(visit: &Visit, question: Question, answers: &Answers, sent: Sent) -> PageResult {
    let asked = Asked::of(visit).await?;
    let occupation = match (question, asked.and_then(|asked| asked.occupation())) {
        (Question::Certificate, None) => return Err(Fault::NotFound),
        (_, occupation) => occupation,
    };
    let occupation_name = match (question, occupation) {
        (Question::Certificate, Some(code)) => {
            let found = visit.backend.occupation(code.as_str()).await?;
            found.map_or_else(|| code.to_string(), |occupation| occupation.name)
        }
        _ => String::new(),
    };
    let names = trainings::occupation_names(visit, answers).await?;
    let sent = if sent.problems.is_empty() {
        Sent {
            typed: fields::typed(question, answers, occupation),
            ..sent
        }
    } else {
        sent
    };
    let status = sent.status();
    let title = visit.say_with(
        &format!("check-{}", question.code()),
        [("occupation", occupation_name.clone().into())],
    );
    let step = Question::ALL
        .iter()
        .take_while(|earlier| **earlier != question)
        .filter(|earlier| earlier.is_answered(answers, occupation))
        .count()
        + 1;
    let (visit, has_answers, told) = (
        visit.clone(),
        !answers.is_empty(),
        answers.trainings.clone(),
    );
    Ok(Page::new(title, move || {
        let caption = visit.say_with("check-step", [("step", step.into())]);
        let list = (question == Question::Trainings).then(|| trainings::list(&visit, told.told().map_or(&[], Vec::as_slice), &names));
        let has_trainings = told.told().is_some_and(|told| !told.is_empty());
        let fields = fields::view(&visit, question, &sent, &occupation_name, has_trainings);
        view! {
            {list}
            <QuestionPage visit=&visit action=question_address(&visit, question) problems=&sent.problems caption>
                {fields}
            </QuestionPage>
            {(question == Question::Groups).then(|| view! { <p class="hint">{visit.say("check-promise")}</p> })}
            {has_answers.then(|| clear(&visit))}
        }
    })
    .with_status(status)
    .private())
}

/// The button that throws the answers away.
fn clear(visit: &Visit) -> impl IntoView + use<> {
    view! {
        <form class="flow clear" method="post" action=address(visit, "/clear")>
            <button class="button quiet" type="submit">{visit.say("check-clear")}</button>
        </form>
    }
}
