//! Takes what a form of the checker sent, and says where it leads.

use policy::District;

use super::answers::{Answers, MOST_TRAININGS, Said};
use super::desk::Desk;
use super::place::Place;
use super::question::Question;
use super::reading::{Reader, Sought};
use super::show::CLEAR;
use super::{result, trainings};
use crate::query::Query;
use crate::sent::{Problem, Sent};

/// What came of a form.
pub enum Taken {
    /// It was understood: these are the answers now, and this is the next page.
    Onward(Answers, Place),
    /// Something has to be put right on the page that it came from.
    Again(Place, Sent),
}

impl Desk<'_> {
    /// Takes a form that was sent to a path behind `/check`; `sought` is what came of looking for the occupation that
    /// it names. `None` where nothing can be sent there.
    #[must_use]
    pub fn take(
        &self,
        path: &str,
        form: Query,
        answers: Answers,
        sought: Option<&Sought>,
    ) -> Option<Taken> {
        Some(match path {
            CLEAR => Taken::Onward(Answers::default(), Place::Question(Question::Groups)),
            result::DISTRICT => Taken::Onward(self.with_districts(&form, answers), Place::Result),
            trainings::REMOVE => Taken::Onward(
                without_training(&form, answers),
                Place::Question(Question::Trainings),
            ),
            _ => match Place::at(path)? {
                Place::Result => return None,
                Place::Training => self.with_training(form, answers, sought),
                Place::Question(question) => self.answered(question, form, answers),
            },
        })
    }

    fn answered(&self, question: Question, form: Query, mut answers: Answers) -> Taken {
        let subjects = self.subjects(&answers);
        let read = self.reader(&form).answer(question, &subjects, &mut answers);
        if let Err(problems) = read {
            let sent = Sent {
                typed: form,
                problems,
            };
            return Taken::Again(Place::Question(question), sent);
        }
        let onward = if question == Question::Trainings && form.one("trainings") == Some("add") {
            Place::Training
        } else {
            self.onward(&answers)
        };
        Taken::Onward(answers, onward)
    }

    fn with_training(&self, form: Query, mut answers: Answers, sought: Option<&Sought>) -> Taken {
        let mut told = answers.trainings.told().cloned().unwrap_or_default();
        let read = self.reader(&form).training(sought);
        let problems = match read {
            Ok(_) if told.len() >= MOST_TRAININGS => {
                let most = MOST_TRAININGS.to_string();
                let text = self.say_with("check-trainings-many", &[("most", &most)]);
                vec![Problem::new("programme", text)]
            }
            Ok(entry) => {
                told.push(entry);
                answers.trainings = Said::Told(told);
                return Taken::Onward(answers, Place::Question(Question::Trainings));
            }
            Err(problems) => problems,
        };
        Taken::Again(
            Place::Training,
            Sent {
                typed: form,
                problems,
            },
        )
    }

    // a district that the list does not offer is as good as none
    fn with_districts(&self, form: &Query, mut answers: Answers) -> Answers {
        let told = |name| -> Option<District> {
            let code = form.one(name)?;
            let is_known = |district: &super::desk::District| district.code == code;
            self.papers
                .districts
                .iter()
                .find(|district| is_known(district))?;
            code.parse().ok()
        };
        answers.residence = told("residence");
        answers.university = told("university");
        answers
    }

    fn reader<'a>(&'a self, form: &'a Query) -> Reader<'a> {
        Reader {
            speech: self.speech,
            today: self.today,
            form,
        }
    }
}

fn without_training(form: &Query, mut answers: Answers) -> Answers {
    let place = form
        .one(trainings::WHICH)
        .and_then(|place| place.parse::<usize>().ok());
    if let Said::Told(told) = &mut answers.trainings
        && let Some(place) = place.filter(|place| *place < told.len())
    {
        told.remove(place);
        if told.is_empty() {
            answers.trainings = Said::Nothing;
        }
    }
    answers
}
