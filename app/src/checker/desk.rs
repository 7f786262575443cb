//! The desk at which the checker answers: words, day, and what is published, on the server or on a phone.

use chrono::NaiveDate;
use policy::{
    Assessment, BaseKind, Course, Designation, Listing, OccupationCode, Published, Readings,
};

use super::answers::Answers;
use super::place::Place;
use crate::policy_words::{OccupationNames, Telling};
use crate::speech::Speech;
use crate::told::Question;

/// What is published and concerns everybody who asks, or the one course that is asked about.
#[derive(Clone, Debug, Default)]
pub struct Papers {
    /// The office's readings of the policy.
    pub readings: Readings,
    /// The districts, with their offices.
    pub districts: Vec<District>,
    /// The course, where one is asked about.
    pub course: Option<Asked>,
}

/// A district, as the checker names it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct District {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The telephone of its office, where that is known.
    pub phone: Option<String>,
}

/// The course that somebody asks about, with what is published about it.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its id.
    pub id: String,
    /// What carries it on from page to page, such as `?course=12`.
    pub query: String,
    /// Its title.
    pub title: String,
    /// Whether it still takes applications.
    pub is_open: bool,
    /// The course as the rules see it.
    pub facts: Course,
    /// Where its occupation and level stand in the catalogue.
    pub listing: Listing,
    /// The designations of its institution.
    pub designations: Option<Vec<Designation>>,
    /// The kind of its base.
    pub base: Option<BaseKind>,
}

/// Where the answers are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeper {
    /// In a sealed cookie, which goes to the server and back.
    Cookie,
    /// On the phone alone.
    Phone,
    /// On the computer alone.
    Computer,
}

/// Everything that the checker needs beside the answers.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// What says the words.
    pub speech: &'a dyn Speech,
    /// The day in Dalian.
    pub today: NaiveDate,
    /// What is published.
    pub papers: &'a Papers,
    /// The names of occupations.
    pub occupations: OccupationNames<'a>,
    /// Where the answers are kept.
    pub keeper: Keeper,
}

impl<'a> Desk<'a> {
    /// Returns the words for `key`.
    pub fn say(&self, key: &str) -> String {
        self.speech.say(key)
    }

    /// Returns the words for a key that ends with a code.
    pub fn say_of(&self, beginning: &str, code: &str) -> String {
        self.speech.say_of(beginning, code)
    }

    /// Returns the words for `key`, with these values for its variables.
    pub fn say_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.speech.say_with(key, values)
    }

    /// Returns the words for `key` where there are any; empty otherwise.
    pub(super) fn say_if_known(&self, key: &str) -> String {
        if self.speech.knows(key) {
            self.say(key)
        } else {
            String::new()
        }
    }

    /// Returns how findings are told here.
    pub const fn telling(&self) -> Telling<'a> {
        Telling::new(self.speech, self.occupations)
    }

    /// Returns the address of a page of the checker, which carries on the course that is asked about.
    pub fn address(&self, place: Place) -> String {
        self.sends_to(&place.path())
    }

    /// Returns the address to which a form of the checker is sent.
    pub(super) fn sends_to(&self, path: &str) -> String {
        let mut address = self.speech.address(&format!("/check{path}"));
        if let Some(course) = &self.papers.course {
            address.push_str(&course.query);
        }
        address
    }

    /// Returns what the rules say of these answers.
    pub fn assess(&self, answers: &Answers) -> Assessment {
        self.asking(answers, |asked| {
            policy::assess(asked.facts, asked.course, asked.published, asked.on)
        })
    }

    /// Returns what is answered to the question that these answers ask.
    pub fn asking<T>(&self, answers: &Answers, answer: impl FnOnce(Question<'_>) -> T) -> T {
        let course = self.papers.course.as_ref();
        let published = Published {
            readings: &self.papers.readings,
            listing: course.map_or_else(Listing::default, |course| course.listing),
            designations: course.and_then(|course| course.designations.as_deref()),
            base: course.and_then(|course| course.base),
        };
        let facts = answers.facts(self.occupation());
        answer(Question {
            facts: &facts,
            course: course.map(|course| &course.facts),
            published: &published,
            on: self.today,
        })
    }

    /// Returns the occupations in which certificates matter.
    pub fn subjects(&self, answers: &Answers) -> Vec<OccupationCode> {
        answers.subjects(self.occupation())
    }

    fn occupation(&self) -> Option<OccupationCode> {
        self.papers.course.as_ref()?.facts.occupation
    }
}
