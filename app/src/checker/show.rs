//! Shows a page of the checker: a question, one earlier training, or the result.

use maud::{Markup, html};

use super::answers::Answers;
use super::desk::{Desk, Keeper};
use super::fields::Fields;
use super::markup::Frame;
use super::place::Place;
use super::question::Question;
use super::{result, trainings};
use crate::sent::Sent;

/// Where the answers are thrown away.
pub(super) const CLEAR: &str = "/clear";

/// A page that is ready to be put into the document.
pub struct Shown {
    /// The title, without the portal's name.
    pub title: String,
    /// What stands in `<main>`.
    pub body: Markup,
}

impl Desk<'_> {
    /// Returns a page; `sent` is what came back with it.
    #[must_use]
    pub fn show(&self, place: Place, answers: &Answers, sent: Sent) -> Shown {
        let title = match place {
            Place::Result => self.say("check-result"),
            Place::Training => self.say("check-training-title"),
            Place::Question(question) => self.say_of("check-", question.code()),
        };
        let body = match place {
            Place::Result => result::page(self, answers),
            Place::Training => self.training(answers, &sent),
            Place::Question(question) => self.question(question, answers, sent),
        };
        Shown { title, body }
    }

    fn question(&self, question: Question, answers: &Answers, sent: Sent) -> Markup {
        let place = Place::Question(question);
        let sent = if sent.problems.is_empty() {
            Sent {
                typed: answers.typed(question),
                ..sent
            }
        } else {
            sent
        };
        let told = answers.trainings.told().map_or(&[][..], Vec::as_slice);
        let fields = Fields {
            desk: *self,
            sent: &sent,
            subjects: &self.subjects(answers),
            has_trainings: !told.is_empty(),
        };
        let frame = Frame {
            back: self.back(place, answers).map(|back| self.address(back)),
            action: self.address(place),
            caption: self.caption(question, answers),
            problems: &sent.problems,
            button: self.say("continue"),
        };
        html! {
            @if question == Question::Trainings { (trainings::list(self, told)) }
            (frame.around(self.speech, &fields.of(question)))
            @if question == Question::Groups && self.keeper == Keeper::Cookie { p class="hint" { (self.say("check-promise")) } }
            (self.promise())
            @if !answers.is_empty() { (self.clear()) }
        }
    }

    fn training(&self, answers: &Answers, sent: &Sent) -> Markup {
        let fields = Fields {
            desk: *self,
            sent,
            subjects: &[],
            has_trainings: false,
        };
        let place = Place::Training;
        let frame = Frame {
            back: self.back(place, answers).map(|back| self.address(back)),
            action: self.address(place),
            caption: String::new(),
            problems: &sent.problems,
            button: self.say("check-training-add"),
        };
        html! {
            (frame.around(self.speech, &fields.training()))
            (self.promise())
        }
    }

    /// Returns how many questions were asked so far; nothing for one that nobody had to be asked.
    fn caption(&self, question: Question, answers: &Answers) -> String {
        let way = self.way(answers);
        let is_next = self.onward(answers) == Place::Question(question);
        let step = way
            .iter()
            .position(|asked| *asked == question)
            .or(is_next.then_some(way.len()));
        step.map_or_else(String::new, |step| {
            let step = (step + 1).to_string();
            self.say_with("check-step", &[("step", &step)])
        })
    }

    /// Says, where it is so, that the answers stay where they are.
    pub(super) fn promise(&self) -> Markup {
        let key = match self.keeper {
            Keeper::Cookie => return html! {},
            Keeper::Phone => "check-on-phone",
            Keeper::Computer => "check-on-computer",
        };
        html! { p class="hint kept" { (self.say(key)) } }
    }

    /// The button that throws the answers away.
    pub(super) fn clear(&self) -> Markup {
        html! {
            form class="flow clear" method="post" action=(self.sends_to(CLEAR)) {
                button class="button quiet" type="submit" { (self.say("check-clear")) }
            }
        }
    }
}
