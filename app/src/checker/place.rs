//! The pages of the checker and the way from one to the next.

use super::answers::Answers;
use super::desk::Desk;
use super::question::{self, Question};

/// A page of the checker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A question; the first one stands at `/check` itself.
    Question(Question),
    /// One earlier training.
    Training,
    /// The result.
    Result,
}

impl Place {
    /// Returns the page at this path behind `/check`.
    #[must_use]
    pub fn at(path: &str) -> Option<Self> {
        match path {
            "" => Some(Self::Question(Question::Groups)),
            "/trainings/add" => Some(Self::Training),
            "/result" => Some(Self::Result),
            other => Question::from_code(other.strip_prefix('/')?).map(Self::Question),
        }
    }

    /// Returns the page's path behind `/check`.
    #[must_use]
    pub fn path(self) -> String {
        match self {
            Self::Question(Question::Groups) => String::new(),
            Self::Question(question) => format!("/{}", question.code()),
            Self::Training => "/trainings/add".to_owned(),
            Self::Result => "/result".to_owned(),
        }
    }
}

impl Desk<'_> {
    /// Says whether there is such a page: certificates are asked about only in occupations that matter.
    #[must_use]
    pub fn has(&self, place: Place, answers: &Answers) -> bool {
        place != Place::Question(Question::Certificates) || !self.subjects(answers).is_empty()
    }

    /// Returns where to go on: the next question that still matters, or the result.
    #[must_use]
    pub fn onward(&self, answers: &Answers) -> Place {
        self.next(answers).map_or(Place::Result, Place::Question)
    }

    /// Returns the questions in the order in which these answers came to be asked.
    #[must_use]
    pub fn way(&self, answers: &Answers) -> Vec<Question> {
        let mut way = Vec::new();
        let mut so_far = Answers::default();
        while let Some(question) = self.next(&so_far) {
            question.take_over(answers, &mut so_far);
            if !question.is_answered(&so_far, &self.subjects(&so_far)) {
                break;
            }
            way.push(question);
        }
        way
    }

    /// Returns the page before this one; `None` for the first.
    #[must_use]
    pub fn back(&self, place: Place, answers: &Answers) -> Option<Place> {
        let way = self.way(answers);
        let before = |question: Option<&Question>| question.copied().map(Place::Question);
        match place {
            Place::Training => Some(Place::Question(Question::Trainings)),
            Place::Result => before(way.last()),
            Place::Question(question) => match way.iter().position(|asked| *asked == question) {
                Some(0) => None,
                Some(place) => before(way.get(place - 1)),
                None if self.next(answers) == Some(question) => before(way.last()),
                // reached from the result
                None => Some(Place::Result),
            },
        }
    }

    fn next(&self, answers: &Answers) -> Option<Question> {
        question::next(answers, &self.subjects(answers), &self.assess(answers))
    }
}
