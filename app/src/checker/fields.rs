//! The fields of each question.

use maud::{Markup, html};
use policy::{Coded, Group, Level, OccupationCode, Programme, Stage, State};

use super::desk::Desk;
use super::markup::{Asking, Choice, choices, day_field, field};
use super::question::Question;
use super::reading::{MONTHS, NO, NONE, NOT_SURE, OPEN_ENDED, YES, certificate_field};
use crate::sent::Sent;

/// What fills the fields: words, what was sent, and the occupations in which certificates matter.
pub(super) struct Fields<'a> {
    pub(super) desk: Desk<'a>,
    pub(super) sent: &'a Sent,
    pub(super) subjects: &'a [OccupationCode],
    pub(super) has_trainings: bool,
}

impl Fields<'_> {
    /// Returns the fields of a question.
    pub(super) fn of(&self, question: Question) -> Markup {
        match question {
            Question::Groups => self.groups(),
            Question::Birth => self.birth(),
            Question::Sex => self.one_of("sex", &["female", "male"], "sex"),
            Question::Trainings => self.trainings(),
            Question::School => self.school(),
            Question::Certificates => self.certificates(),
            Question::Contract => self.contract(),
            Question::Enterprise => self.page(
                question,
                &html! {
                    (self.yes_or_no("in-city"))
                    (self.yes_or_no("dispatch"))
                    (self.yes_or_no("industry"))
                },
            ),
            Question::Fund => self.page(
                question,
                &html! {
                    (self.yes_or_no("drawn"))
                    (field(&self.part("front-line"), &self.sent.value("front-line"), true))
                    (self.or_unsure("front-line"))
                    (self.yes_or_no("disclosed"))
                },
            ),
            Question::EntrepreneurCertificate | Question::BusinessPlan => {
                self.one_of(question.code(), &[YES, NO], "check")
            }
        }
    }

    /// Returns the fields of one earlier training.
    pub(super) fn training(&self) -> Markup {
        let programmes = Programme::ALL
            .iter()
            .filter(|programme| **programme != Programme::Veterans)
            .map(|programme| {
                let code = programme.code();
                self.choice("programme", code, &format!("programme-{code}"))
            });
        let states = State::ALL.iter().map(|state| {
            let code = state.code();
            self.choice("state", code, &format!("check-state-{code}"))
        });
        let part = |name: &str| Asking {
            name: name.to_owned(),
            ..self.asking(&format!("training-{name}"))
        };
        let typed = |name: &str, is_number| field(&part(name), &self.sent.value(name), is_number);
        let chosen = |name: &str, list: Vec<Choice>| choices(&part(name), &list, false);
        html! {
            h1 { (self.desk.say("check-training-title")) }
            (chosen("programme", programmes.collect()))
            (typed("occupation", false))
            (chosen("level", self.levels("level")))
            (typed("year", true))
            (typed("month", true))
            (chosen("state", states.collect()))
        }
    }

    fn groups(&self) -> Markup {
        let groups = Group::ALL.iter().map(|group| {
            let key = format!("group-{}", group.code());
            Choice {
                hint: self.desk.say(&format!("{key}-hint")),
                ..self.choice("groups", group.code(), &key)
            }
        });
        let others = [
            self.choice("groups", NONE, "check-groups-none"),
            self.not_sure("groups"),
        ];
        let list: Vec<_> = groups.chain(others).collect();
        choices(&self.heading("groups"), &list, true)
    }

    fn birth(&self) -> Markup {
        html! {
            (self.day(&self.heading("birth"), true))
            (self.or_unsure("birth"))
        }
    }

    fn trainings(&self) -> Markup {
        let choice = |value: &str, key: &str| self.choice("trainings", value, key);
        let list = if self.has_trainings {
            vec![
                choice("all", "check-trainings-all"),
                choice("add", "check-trainings-more"),
            ]
        } else {
            vec![
                choice(NONE, "check-trainings-none"),
                choice("add", "check-trainings-some"),
                self.not_sure("trainings"),
            ]
        };
        choices(&self.heading("trainings"), &list, false)
    }

    fn school(&self) -> Markup {
        let stages = Stage::ALL.iter().map(|stage| {
            let code = stage.code();
            self.choice("school", code, &format!("check-school-{code}"))
        });
        let list: Vec<_> = stages.chain([self.not_sure("school")]).collect();
        html! {
            (choices(&self.heading("school"), &list, false))
            (field(&self.part("school-year"), &self.sent.value("school-year"), true))
        }
    }

    fn certificates(&self) -> Markup {
        let is_heading = self.subjects.len() == 1;
        let lists = html! {
            @for subject in self.subjects {
                @let name = certificate_field(*subject);
                @let occupation = self.desk.telling().occupation(*subject);
                @let none = self.choice(&name, NONE, "check-certificate-none");
                @let levels = self.levels(&name);
                @let list: Vec<_> = std::iter::once(none).chain(levels).chain([self.not_sure(&name)]).collect();
                (choices(&Asking {
                    label: self.desk.say_with("check-certificate", &[("occupation", &occupation)]),
                    hint: if is_heading { self.desk.say("check-certificates-why") } else { String::new() },
                    wrong: self.sent.wrong(&name),
                    is_heading,
                    name,
                }, &list, false))
            }
        };
        if is_heading {
            lists
        } else {
            self.page(Question::Certificates, &lists)
        }
    }

    fn contract(&self) -> Markup {
        let term = [
            self.choice("term", OPEN_ENDED, "check-term-open"),
            self.choice("term", MONTHS, "check-term-months"),
            self.not_sure("term"),
        ];
        self.page(
            Question::Contract,
            &html! {
                (self.day(&self.part("signed"), false))
                (self.or_unsure("signed"))
                (choices(&self.part("term"), &term, false))
                (field(&self.part("months"), &self.sent.value("months"), true))
                (self.yes_or_no("filed"))
                (self.yes_or_no("insured"))
            },
        )
    }

    /// Returns a page of several fields: what they are about, why they are asked, then each.
    fn page(&self, question: Question, fields: &Markup) -> Markup {
        let key = format!("check-{}", question.code());
        html! {
            div {
                h1 { (self.desk.say(&key)) }
                p class="hint" { (self.desk.say(&format!("{key}-why"))) }
            }
            (fields)
        }
    }

    fn day(&self, asking: &Asking, is_birthday: bool) -> Markup {
        let value = ["year", "month", "day"]
            .map(|part| self.sent.value(&format!("{}-{part}", asking.name)));
        day_field(self.desk.speech, asking, value, is_birthday)
    }

    /// Returns the box to tick for whoever is not sure of the field before.
    fn or_unsure(&self, name: &str) -> Markup {
        let name = format!("{name}-unsure");
        let asking = Asking {
            label: self.desk.say("check-or"),
            name: name.clone(),
            ..Asking::default()
        };
        choices(&asking, &[self.not_sure(&name)], true)
    }

    fn yes_or_no(&self, name: &str) -> Markup {
        let list = [
            self.choice(name, YES, "check-yes"),
            self.choice(name, NO, "check-no"),
            self.not_sure(name),
        ];
        choices(&self.part(name), &list, false)
    }

    fn one_of(&self, name: &str, codes: &[&str], words: &str) -> Markup {
        let told = codes
            .iter()
            .map(|code| self.choice(name, code, &format!("{words}-{code}")));
        let list: Vec<_> = told.chain([self.not_sure(name)]).collect();
        choices(&self.heading(name), &list, false)
    }

    fn levels(&self, name: &str) -> Vec<Choice> {
        let level = |level: &Level| {
            let number = level.number().to_string();
            self.choice(name, &number, &format!("level-{number}"))
        };
        Level::ALL.iter().map(level).collect()
    }

    fn not_sure(&self, name: &str) -> Choice {
        self.choice(name, NOT_SURE, "check-not-sure")
    }

    fn choice(&self, name: &str, value: &str, key: &str) -> Choice {
        Choice {
            value: value.to_owned(),
            label: self.desk.say(key),
            hint: String::new(),
            is_chosen: self.sent.chose(name, value),
        }
    }

    /// A field that is the page's only one: it says why it is asked.
    fn heading(&self, name: &str) -> Asking {
        Asking {
            hint: self.desk.say(&format!("check-{name}-why")),
            is_heading: true,
            ..self.asking(name)
        }
    }

    /// One field of several: its hint says how to answer it.
    fn part(&self, name: &str) -> Asking {
        self.asking(name)
    }

    fn asking(&self, name: &str) -> Asking {
        let key = format!("check-{name}");
        Asking {
            name: name.to_owned(),
            label: self.desk.say(&key),
            hint: self.desk.say_if_known(&format!("{key}-hint")),
            wrong: self
                .sent
                .wrong(name.strip_prefix("training-").unwrap_or(name)),
            is_heading: false,
        }
    }
}
