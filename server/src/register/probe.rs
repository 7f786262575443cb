//! Whether a choice decides anything at all: asked of a panel of people and courses of every kind.

use chrono::{Datelike, Days, NaiveDate};
use policy::{
    Amendment, Assessment, BaseKind, CatalogueEntry, Certificate, Chosen, Coded, Course,
    Designation, Employment, Facts, Fen, Group, Groups, HistoryEntry, Internship, LeftSchool,
    Level, Listing, OccupationCode, Person, Programme, Published, ReadingId, Readings, Sex, Stage,
    State, Subject, assess, calendar,
};

/// Ages around the bounds of working age and between them.
const AGES: [i32; 5] = [15, 16, 30, 55, 60];

/// Says whether the two registers answer anybody on the panel differently on the day.
#[must_use]
pub fn changes_an_answer(before: &Readings, after: &Readings, on: NaiveDate) -> bool {
    let panel = Panel::on(on);
    panel.cases().any(|(facts, course)| {
        panel.answer(&facts, &course, before) != panel.answer(&facts, &course, after)
    })
}

/// Returns the figures of the register that no rule reads: another choice for them changes nobody's answer.
#[must_use]
pub fn dead_parameters(readings: &Readings, on: NaiveDate) -> Vec<ReadingId> {
    let is_dead = |(reading, chosen)| {
        let Some(chosen) = another(reading, chosen) else {
            return false;
        };
        let nudge = Amendment {
            reading,
            chosen,
            since: on,
        };
        let others = readings
            .amendments()
            .iter()
            .filter(|amendment| (amendment.reading, amendment.since) != (reading, on));
        let nudged = Readings::amended(others.copied().chain([nudge]).collect());
        nudged.is_ok_and(|nudged| !changes_an_answer(readings, &nudged, on))
    };
    readings
        .register(on)
        .filter(|reading| is_dead((reading.id, reading.chosen)))
        .map(|reading| reading.id)
        .collect()
}

/// Returns another choice of the same kind; nothing for one that is told in words alone.
fn another(reading: ReadingId, chosen: Chosen) -> Option<Chosen> {
    let next = |number: u32| {
        if number < reading.most() {
            number + 1
        } else {
            number - 1
        }
    };
    match chosen {
        Chosen::Number(number) => Some(Chosen::Number(next(number))),
        Chosen::Ages { male, female } => Some(Chosen::Ages {
            male: next(male),
            female: next(female),
        }),
        Chosen::Applies(applies) => Some(Chosen::Applies(!applies)),
        Chosen::InWords => None,
    }
}

struct Panel {
    on: NaiveDate,
    occupation: OccupationCode,
    designations: Vec<Designation>,
}

impl Panel {
    fn on(on: NaiveDate) -> Self {
        let occupation = "6-18-02-04".parse().expect("this is an occupation code");
        let subjects = Level::ALL
            .map(|level| Subject::Occupation(occupation, level))
            .into_iter()
            .chain([Subject::Entrepreneurship, Subject::Simulation]);
        let designated = |subject| Designation {
            subject,
            from: NaiveDate::MIN,
            to: None,
        };
        Self {
            on,
            occupation,
            designations: subjects.map(designated).collect(),
        }
    }

    /// Returns everybody with every course of a programme for their group.
    fn cases(&self) -> impl Iterator<Item = (Facts, Course)> {
        self.people().flat_map(|facts| {
            let groups = facts.person.groups.unwrap_or_default();
            let courses: Vec<_> = self
                .courses()
                .filter(|course| !course.programme.groups().shared_with(groups).is_empty())
                .map(|course| (facts.clone(), course))
                .collect();
            courses
        })
    }

    fn people(&self) -> impl Iterator<Item = Facts> {
        let histories = [
            Vec::new(),
            vec![
                self.entry(Programme::LabourPreparation),
                self.entry(Programme::EntrepreneurshipSimulation),
            ],
        ];
        let mut people = Vec::new();
        for group in Group::ALL {
            for (place, age) in AGES.into_iter().enumerate() {
                for history in &histories {
                    for certified in [false, true] {
                        let sex = Sex::ALL[place % Sex::ALL.len()];
                        people.push(Facts {
                            person: self.person(*group, age, sex, certified),
                            history: Some(history.clone()),
                        });
                    }
                }
            }
        }
        people.into_iter()
    }

    fn person(&self, group: Group, age: i32, sex: Sex, certified: bool) -> Person {
        let certificate = Certificate {
            occupation: self.occupation,
            level: Level::PRIMARY,
        };
        Person {
            birth: Some(calendar::birthday(self.on, -age)),
            sex: Some(sex),
            groups: Some(Groups::of(&[group])),
            left_school: Some(LeftSchool {
                stage: Some(if certified {
                    Stage::JuniorHigh
                } else {
                    Stage::SeniorHigh
                }),
                on: NaiveDate::from_ymd_opt(self.on.year(), 1, 1),
            }),
            certificates: Some(certified.then_some(certificate).into_iter().collect()),
            entrepreneur_certificate: Some(true),
            business_plan_passed: Some(true),
            employment: Some(Employment {
                enterprise_in_city: Some(true),
                hr_or_dispatch: Some(false),
                industry_conforms: Some(true),
                contract_signed: Some(self.on),
                contract_months: Some(24),
                contract_open_ended: Some(false),
                filed: Some(true),
                insured: Some(true),
                ..Employment::default()
            }),
            ..Person::default()
        }
    }

    fn entry(&self, programme: Programme) -> HistoryEntry {
        HistoryEntry {
            programme,
            occupation: programme.names_occupation().then_some(self.occupation),
            level: programme.names_occupation().then_some(Level::PRIMARY),
            start: self.on - Days::new(400),
            state: State::Paid,
        }
    }

    fn courses(&self) -> impl Iterator<Item = Course> {
        let start = self.on + Days::new(14);
        let levels = [5, 3].map(|number| Level::new(number).expect("a level from 1 to 5"));
        Programme::ALL.iter().flat_map(move |programme| {
            levels.map(|level| Course {
                occupation: programme.names_occupation().then_some(self.occupation),
                level: programme.names_occupation().then_some(level),
                end: Some(start + Days::new(60)),
                semesters: Some(2),
                class_hours: Some(200),
                internship: Some(Internship::None),
                ..Course::new(*programme, start)
            })
        })
    }

    fn answer(&self, facts: &Facts, course: &Course, readings: &Readings) -> Assessment {
        // an enterprise that trains its own recruits names no institution
        let is_in_house = course.programme == Programme::EnterprisePrejob;
        let published = Published {
            readings,
            listing: Listing::Listed(CatalogueEntry {
                subsidised: true,
                shortage: true,
                training: Some(Fen::from_yuan(1_000)),
                appraisal: Some(Fen::from_yuan(150)),
                top_up_percent: Some(20),
            }),
            designations: (!is_in_house).then_some(self.designations.as_slice()),
            base: Some(BaseKind::Public),
        };
        assess(facts, Some(course), &published, self.on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_decides_something_and_one_that_stays_the_same_decides_nothing() {
        let on = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let built_in = Readings::built_in();
        assert_eq!(dead_parameters(built_in, on), []);
        let the_same = Readings::amended(vec![Amendment {
            reading: ReadingId::YoungestAge,
            chosen: Chosen::Number(16),
            since: on,
        }]);
        assert!(!changes_an_answer(built_in, &the_same.unwrap(), on));
        let coming = Readings::amended(vec![Amendment {
            reading: ReadingId::YoungestAge,
            chosen: Chosen::Number(18),
            since: on + Days::new(3_000),
        }]);
        assert!(!changes_an_answer(built_in, &coming.unwrap(), on));
    }
}
