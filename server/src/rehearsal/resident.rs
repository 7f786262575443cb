//! Synthetic residents: everything about them is drawn from a number, nothing from anybody's records. How often each
//! group, age or state is drawn is invented, too: a rehearsal compares two registers, it is no forecast.

use chrono::{Datelike, Days, NaiveDate};
use policy::{
    Certificate, Course, Employment, Facts, Group, Groups, LeftSchool, Level, Person, Readings,
    Sex, Stage, calendar,
};
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::ground::Ground;
use super::{life, wish};

/// What a resident is first, how many of a thousand are, and between which ages.
const GROUPS: [(Group, u32, (i32, i32)); 7] = [
    (Group::RegisteredUnemployed, 200, (18, 62)),
    (Group::RuralWorker, 260, (16, 64)),
    (Group::Veteran, 40, (19, 45)),
    (Group::Graduate, 110, (19, 27)),
    (Group::Student, 200, (17, 24)),
    (Group::SchoolLeaver, 60, (15, 18)),
    (Group::NewRecruit, 130, (17, 57)),
];

/// A new recruit signed within so many days.
const CONTRACT_DAYS: u64 = 120;

/// A synthetic resident and the course that they want.
#[derive(Clone, Debug)]
pub struct Resident {
    /// What they are first.
    pub group: Group,
    /// All about them.
    pub facts: Facts,
    /// The course.
    pub course: Course,
    /// Where it is held.
    pub(super) held: wish::Held,
}

/// From what residents are drawn: the same ground, day, readings and seed give the same residents.
#[derive(Clone, Copy, Debug)]
pub struct Population<'a> {
    /// Districts and catalogue.
    pub ground: &'a Ground,
    /// By which their earlier trainings were granted.
    pub readings: &'a Readings,
    /// The day on which they ask.
    pub on: NaiveDate,
    /// The number from which all are drawn.
    pub seed: u64,
}

impl Population<'_> {
    /// Returns the resident of this number, whoever else was drawn before.
    #[must_use]
    pub fn resident(&self, number: u64) -> Resident {
        let mut random = ChaCha8Rng::seed_from_u64(self.seed);
        random.set_stream(number);
        let random = &mut random;
        let (group, _, ages) = *GROUPS
            .choose_weighted(random, |(_, share, _)| *share)
            .expect("the shares are not all nought");
        let mut facts = Facts {
            person: self.person(group, ages, random),
            history: Some(Vec::new()),
        };
        life::lead(self, group, &mut facts, random);
        let (course, held) = wish::drawn(self, group, &facts, random);
        Resident {
            group,
            facts,
            course,
            held,
        }
    }

    fn person(&self, group: Group, ages: (i32, i32), random: &mut ChaCha8Rng) -> Person {
        let age = random.random_range(ages.0..=ages.1);
        let birth = calendar::birthday(self.on, -age) - Days::new(random.random_range(0..365));
        let district = |random: &mut ChaCha8Rng| {
            *self
                .ground
                .districts
                .choose(random)
                .expect("a ground has districts")
        };
        let studies = matches!(group, Group::Student | Group::Graduate);
        let is_entrepreneur = random.random_ratio(6, 100);
        Person {
            birth: Some(birth),
            sex: Some(if random.random() {
                Sex::Male
            } else {
                Sex::Female
            }),
            residence: Some(district(random)),
            university_district: studies.then(|| district(random)),
            groups: Some(groups(group, random)),
            left_school: Some(self.left_school(group, birth, random)),
            certificates: Some(self.certificates(random)),
            entrepreneur_certificate: Some(is_entrepreneur),
            business_plan_passed: Some(is_entrepreneur && random.random_ratio(1, 2)),
            employment: (group == Group::NewRecruit).then(|| self.employment(random)),
        }
    }

    fn left_school(&self, group: Group, birth: NaiveDate, random: &mut ChaCha8Rng) -> LeftSchool {
        let is_leaver = group == Group::SchoolLeaver;
        let may_have_left = matches!(
            group,
            Group::RegisteredUnemployed | Group::RuralWorker | Group::NewRecruit
        );
        let has_left = is_leaver || may_have_left && random.random_ratio(1, 5);
        if !has_left {
            return LeftSchool {
                stage: Some(Stage::None),
                on: None,
            };
        }
        let (stage, age) = if random.random_ratio(3, 5) {
            (Stage::JuniorHigh, 15)
        } else {
            (Stage::SeniorHigh, 18)
        };
        // schools end in July; whoever just left did so at the last such end
        let july = |year| NaiveDate::from_ymd_opt(year, 7, 1).expect("1 July exists");
        let this_year = july(self.on.year());
        let last_end = if this_year <= self.on {
            this_year
        } else {
            july(self.on.year() - 1)
        };
        LeftSchool {
            stage: Some(stage),
            on: Some(if is_leaver {
                last_end
            } else {
                july(birth.year() + age).min(last_end)
            }),
        }
    }

    /// Returns what somebody is certified for otherwise: mostly nothing.
    fn certificates(&self, random: &mut ChaCha8Rng) -> Vec<Certificate> {
        if !random.random_ratio(15, 100) {
            return Vec::new();
        }
        let level = *[5, 5, 5, 4, 3].choose(random).expect("there are five");
        vec![Certificate {
            occupation: self.ground.primary(random).occupation,
            level: Level::new(level).expect("a level from 1 to 5"),
        }]
    }

    fn employment(&self, random: &mut ChaCha8Rng) -> Employment {
        let mut often = |percent| Some(random.random_ratio(percent, 100));
        let (in_city, conforms, filed) = (often(95), often(97), often(92));
        let (insured, drawn, disclosed) = (often(90), often(85), often(80));
        let (staffing, open_ended) = (often(7), often(12));
        let months = *[6, 12, 24, 36, 36].choose(random).expect("there are five");
        let front_line = random.random_range(45..=90_i64);
        Employment {
            enterprise_in_city: in_city,
            hr_or_dispatch: staffing,
            industry_conforms: conforms,
            contract_signed: Some(self.on - Days::new(random.random_range(0..=CONTRACT_DAYS))),
            contract_months: Some(months),
            contract_open_ended: open_ended,
            filed,
            insured,
            fund_drawn: drawn,
            fund_front_line_percent: front_line.try_into().ok(),
            fund_disclosed: disclosed,
        }
    }
}

/// Returns the groups of somebody who is one thing first: some are two.
fn groups(first: Group, random: &mut ChaCha8Rng) -> Groups {
    let (second, percent) = match first {
        Group::Veteran => (Group::RegisteredUnemployed, 50),
        Group::Graduate => (Group::RegisteredUnemployed, 30),
        Group::NewRecruit => (Group::RuralWorker, 30),
        _ => return Groups::of(&[first]),
    };
    if random.random_ratio(percent, 100) {
        Groups::of(&[first, second])
    } else {
        Groups::of(&[first])
    }
}
